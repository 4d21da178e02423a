"""Controlled values, each with its Japanese and English label (the terms of the ministries)."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

NOT_RECORDED = "not_recorded"
"""What stands in the graph for a type that no source held gives; it is no word of any vocabulary."""


class Vocabulary(StrEnum):
    """A closed list of values; each member is its code, with the labels `ja` and `en`."""

    ja: str
    en: str

    def __new__(cls, code: str, ja: str = "", en: str = "") -> Self:
        """Make a member from its code and labels."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.ja = ja
        member.en = en
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A type that is not recorded has a label like any other."""
        return cls._not_recorded() if value == NOT_RECORDED else None

    @classmethod
    def _not_recorded(cls) -> Self:
        word = str.__new__(cls, NOT_RECORDED)
        word._name_, word._value_ = NOT_RECORDED.upper(), NOT_RECORDED
        word.ja, word.en = "種類の記載なし", "kind not on record"
        return word

    @classmethod
    def has(cls, code: str) -> bool:
        """Whether the code is one of the vocabulary."""
        return code in cls._value2member_map_

    def label(self, lang: str) -> str:
        """The label in `ja` or `en`."""
        return self.ja if lang == "ja" else self.en


class Mood(Vocabulary):
    """Whether a source speaks of something that is, is planned or was cancelled."""

    ACTUAL = "actual", "実績", "actual"
    PLANNED = "planned", "予定", "planned"
    CANCELLED = "cancelled", "中止", "cancelled"


class Handling(Vocabulary):
    """How far a claim may travel."""

    PUBLIC = "public", "公表", "public"
    INTERNAL = "internal", "部内限り", "internal"
    RESTRICTED = "restricted", "関係者限り", "restricted"

    @property
    def rank(self) -> int:
        """0 for public, rising with restriction."""
        return list(Handling).index(self)

    @property
    def within(self) -> frozenset[str]:
        """The words of this one and of those below it: what may be seen where this is the ceiling."""
        return frozenset(handling.value for handling in list(Handling)[: self.rank + 1])


class Basis(Vocabulary):
    """What a closed list or a chain rests on."""

    NONE = "", "", ""
    ATTENDANCE = "attendance", "出席者の一覧", "a list of those present"
    STATED = "stated", "明記", "stated"
    LISTED = "listed", "列挙", "listed"


class NameUse(Vocabulary):
    """What a further name is used for."""

    OFFICIAL = "official", "正式名称", "official name"
    SHORT = "short", "略称", "short name"
    LIST_FORM = "list_form", "一覧での表記", "form in lists"
    VARIANT = "variant", "別表記", "variant"
    FORMER = "former", "旧称", "former name"
    ABBREVIATION = "abbreviation", "略語", "abbreviation"
    DESCRIPTIVE = "descriptive", "仮称", "our description"


class CountryStatus(Vocabulary):
    """What a country or region is, for counting (13か国 only when all are states)."""

    STATE = "state", "国", "state"
    REGION = "region", "地域", "region"
    SELF_GOVERNING_AREA = "self_governing_area", "自治地域", "self-governing area"


class OrganisationType(Vocabulary):
    """What an organisation is."""

    MINISTRY = "ministry", "府省・政府機関", "Ministry or government department"
    AGENCY = "agency", "行政機関", "Agency"
    FUNDING_AGENCY = "funding_agency", "資金配分機関", "Funding agency"
    RESEARCH_INSTITUTE = "research_institute", "研究機関", "Research institute"
    UNIVERSITY = "university", "大学", "University"
    COMPANY = "company", "企業", "Company"
    ASSOCIATION = "association", "産業団体", "Industry association"
    INTERNATIONAL_ORGANISATION = (
        "international_organisation",
        "国際機関",
        "International organisation",
    )
    HUB = "hub", "拠点", "Hub"
    COUNCIL = "council", "会議体", "Council"
    MISSION = "mission", "在外公館", "Embassy or mission"
    STANDARDS_BODY = "standards_body", "標準化機関", "Standards body"

    @property
    def graph_label(self) -> str:
        """The node label of this type: `ResearchInstitute` for `research_institute`."""
        return "".join(word.capitalize() for word in self.split("_"))


class InstrumentType(Vocabulary):
    """What a document calls itself."""

    AGREEMENT = "agreement", "協定", "Agreement"
    IMPLEMENTING_ARRANGEMENT = "implementing_arrangement", "実施取決め", "Implementing Arrangement"
    MEMORANDUM_OF_COOPERATION = (
        "memorandum_of_cooperation",
        "協力覚書（MOC）",
        "Memorandum of Cooperation",
    )
    MEMORANDUM_OF_UNDERSTANDING = (
        "memorandum_of_understanding",
        "覚書（MOU）",
        "Memorandum of Understanding",
    )
    LETTER_OF_INTENT = "letter_of_intent", "意向表明書（LoI）", "Letter of Intent"
    JOINT_STATEMENT = "joint_statement", "共同声明", "Joint Statement"
    STATEMENT = "statement", "声明", "Statement"
    JOINT_DECLARATION = "joint_declaration", "共同宣言", "Joint Declaration"
    LEADERS_STATEMENT = "leaders_statement", "首脳共同声明", "Leaders' Statement"
    VISION_PRINCIPLES = "vision_principles", "共通ビジョン・指針", "Vision or principles"
    PARTNERSHIP = "partnership", "パートナーシップ", "Partnership"
    CONTRACT = "contract", "契約", "Contract"
    OTHER = "other", "その他の文書", "Other document"


class Level(Vocabulary):
    """Between whom an instrument is."""

    GOVERNMENT = "government", "政府間", "Between governments"
    MINISTRY = "ministry", "府省間", "Between ministries"
    AGENCY = "agency", "資金配分機関間", "Between funding agencies"
    INSTITUTION = "institution", "研究機関・大学間", "Between institutions"
    INDUSTRY_ASSOCIATION = "industry_association", "産業団体間", "Between industry associations"
    COMPANY = "company", "企業間", "Between companies"


class Scope(Vocabulary):
    """How far an instrument is about quantum technology."""

    DEDICATED = "dedicated", "量子に特化", "Dedicated to quantum"
    INCLUDES = "includes", "量子を含む", "Includes quantum"
    CONTEXT = "context", "基盤となる文書（量子の記載なし）", "Basis, without quantum"


class Binding(Vocabulary):
    """Whether a source says that an instrument is legally binding."""

    YES = "yes", "あり", "yes"
    NO = "no", "なし（資料に明記）", "no (stated)"
    NOT_STATED = "not_stated", "記載なし", "not stated"


class InstrumentStage(Vocabulary):
    """The state that an instrument itself is in."""

    IN_NEGOTIATION = "in_negotiation", "調整中", "in negotiation"
    PLANNED = "planned", "予定", "planned"
    SIGNED = "signed", "署名済み", "signed"
    ISSUED = "issued", "発表済み", "issued"
    ANNOUNCED = "announced", "公表済み", "announced"
    OPERATIVE = "operative", "実施中", "operative"
    REVIEW_DUE = "review_due", "見直し時期", "review due"
    RENEWED = "renewed", "更新", "renewed"
    SUPERSEDED = "superseded", "改定・後継あり", "superseded"
    ENDED = "ended", "終了", "ended"
    NOT_CONFIRMED = "not_confirmed", "未確認", "not confirmed"


class MeetingStage(Vocabulary):
    """The state of a meeting."""

    PLANNED = "planned", "開催予定", "planned"
    HELD = "held", "開催済み", "held"
    POSTPONED = "postponed", "延期", "postponed"
    CANCELLED = "cancelled", "中止", "cancelled"
    PAST_UNCONFIRMED = "past_unconfirmed", "開催未確認", "not confirmed as held"


class ForumType(Vocabulary):
    """What kind of forum it is."""

    INTERGOVERNMENTAL_DIALOGUE = (
        "intergovernmental_dialogue",
        "政府間対話",
        "Intergovernmental dialogue",
    )
    JOINT_COMMITTEE = "joint_committee", "合同委員会", "Joint committee"
    WORKSHOP_SERIES = "workshop_series", "ワークショップ", "Workshop series"
    MINISTERIAL = "ministerial", "閣僚級会合", "Ministerial meeting"
    SUMMIT = "summit", "首脳会合", "Summit"
    INTERNATIONAL_ORGANISATION_BODY = (
        "international_organisation_body",
        "国際機関の会議体",
        "Body of an international organisation",
    )
    ALLIANCE_COMMUNITY = "alliance_community", "地域機構の専門家の場", "Community of an alliance"
    CONFERENCE_SERIES = "conference_series", "国際シンポジウム", "Conference series"
    WORKING_GROUP = "working_group", "作業部会", "Working group"
    FUNDERS_NETWORK = "funders_network", "資金配分機関のネットワーク", "Network of funding agencies"
    RESEARCH_ALLIANCE = "research_alliance", "研究機関の連合", "Alliance of research institutions"
    INDUSTRY_COUNCIL = "industry_council", "産業団体の連携の場", "Industry council"
    STANDARDS_BODY = "standards_body", "標準化の場", "Standards body"


class ForumRole(Vocabulary):
    """In which role a party takes part in a forum."""

    CONVENOR = "convenor", "招集国", "convenor"
    CHAIR = "chair", "議長国", "chair"
    HOST = "host", "主催国", "host"
    MEMBER = "member", "参加国", "member"
    PARTNER = "partner", "パートナー", "partner"
    OBSERVER = "observer", "オブザーバー", "observer"


class ChairRole(Vocabulary):
    """How a person chaired a meeting."""

    CHAIRED = "chaired", "議長", "chaired"
    CO_CHAIRED = "co_chaired", "共同議長", "co-chaired"


class Rank(Vocabulary):
    """At which rank people meet."""

    LEADERS = "leaders", "首脳", "leaders"
    MINISTERIAL = "ministerial", "閣僚級", "ministerial"
    SENIOR = "senior", "高級・局長級", "senior officials"
    WORKING = "working", "実務級", "working level"
    EXPERT = "expert", "専門家", "experts"


class Rhythm(Vocabulary):
    """How often a forum meets."""

    YEARLY = "yearly", "毎年", "yearly"
    HALF_YEARLY = "half_yearly", "半年に一度", "half-yearly"
    IRREGULAR = "irregular", "不定期", "irregular"
    UNDER_CONSIDERATION = "under_consideration", "検討中", "under consideration"
    UNKNOWN = "unknown", "資料なし", "no source"


class FieldScheme(Vocabulary):
    """Which scheme a field belongs to; the two never share an axis."""

    TECHNOLOGY_AREA = "technology_area", "技術領域", "Technology area"
    COOPERATION_AREA = "cooperation_area", "協力分野", "Area of cooperation"


class ProgrammeType(Vocabulary):
    """What kind of programme it is."""

    FUNDING_PROGRAMME = "funding_programme", "資金配分事業", "Funding programme"
    RESEARCH_PROGRAMME = "research_programme", "研究開発事業", "Research programme"
    FUND = "fund", "基金", "Fund"
    INFRASTRUCTURE_PROGRAMME = (
        "infrastructure_programme",
        "研究基盤の整備事業",
        "Infrastructure programme",
    )
    EXCHANGE_PROGRAMME = "exchange_programme", "人材交流事業", "Exchange programme"


class StrategyType(Vocabulary):
    """What kind of policy document it is."""

    NATIONAL_STRATEGY = "national_strategy", "国家戦略", "National strategy"
    PLAN = "plan", "計画", "Plan"
    LAW = "law", "法律", "Law"
    GUIDELINE = "guideline", "指針・ガイドライン", "Guideline"
    POLICY_DOCUMENT = "policy_document", "政策文書", "Policy document"
    REPORT = "report", "報告書", "Report"


class TargetType(Vocabulary):
    """Whether something is to be reached, or is a line of policy without a date."""

    TARGET = "target", "目標", "Target"
    POLICY_LINE = "policy_line", "方針", "Line of policy"


class CriticalArea(Vocabulary):
    """The columns of the comparison of technologies that countries chose (critical areas of November 2025)."""

    AI_DIGITAL_ICT = (
        "ai_digital_ict",
        "AI・デジタル・情報通信",
        "AI, digital, information and communication",
    )
    QUANTUM = "quantum", "量子", "Quantum"
    SEMICONDUCTORS = "semiconductors", "半導体", "Semiconductors"
    BIO_HEALTHCARE = "bio_healthcare", "バイオ・ヘルスケア", "Biotechnology and health care"
    SPACE = "space", "宇宙", "Space"
    ENVIRONMENT_ENERGY = "environment_energy", "環境・エネルギー", "Environment and energy"
    AVIATION = "aviation", "航空", "Aviation"
    OCEAN = "ocean", "海洋", "Ocean"
    AGRICULTURE = "agriculture", "農林水産業", "Agriculture, forestry and fisheries"
    MOBILITY = "mobility", "モビリティ", "Mobility"
    ROBOTICS = "robotics", "ロボティクス", "Robotics"
    OTHER = "other", "その他（分野横断領域等）", "Other (cross-cutting and so on)"


class BudgetType(Vocabulary):
    """Which budget an amount stands in, or what the money is."""

    INITIAL = "initial", "当初予算", "Initial budget"
    SUPPLEMENTARY = "supplementary", "補正予算", "Supplementary budget"
    REQUEST = "request", "概算要求", "Budget request"
    FUND = "fund", "基金", "Fund"
    MULTI_YEAR = "multi_year", "複数年の投資・事業費", "Investment over several years"
    STATEMENT = "statement", "資料にある投資額", "Investment as reported"


class BudgetMark(Vocabulary):
    """What is printed beside an amount of a budget and has to be read with it."""

    SHARE_OF = "share_of", "内数", "an unstated part of this"
    WHOLE_PROGRAMME = "whole_programme", "事業全体の額", "whole programme, quantum part not stated"
    REPEATED = "repeated", "再掲", "repeated from another line"
    NEW = "new", "新規", "new"
    UNDECIDED = "undecided", "未定", "not yet decided"
    UNDER_CONSIDERATION = "under_consideration", "検討中", "under consideration"
    YEARLY = "yearly", "毎年", "each year"
    ESTIMATE = "estimate", "推計額", "estimate"


class AmountBound(Vocabulary):
    """How an amount is printed that is no exact number."""

    ABOUT = "about", "約", "about"
    AT_MOST = "at_most", "最大", "up to"
    AT_LEAST = "at_least", "以上", "at least"


class Currency(Vocabulary):
    """Currencies in which amounts are printed, by ISO 4217 code; nothing is converted."""

    YEN = "JPY", "円", "JPY"
    AUSTRALIAN_DOLLAR = "AUD", "豪ドル", "AUD"
    CANADIAN_DOLLAR = "CAD", "カナダドル", "CAD"
    SWISS_FRANC = "CHF", "スイスフラン", "CHF"
    RENMINBI = "CNY", "元", "CNY"
    DANISH_KRONE = "DKK", "デンマーククローネ", "DKK"
    EURO = "EUR", "ユーロ", "EUR"
    POUND = "GBP", "ポンド", "GBP"
    SHEKEL = "ILS", "シェケル", "ILS"
    RUPEE = "INR", "ルピー", "INR"
    WON = "KRW", "ウォン", "KRW"
    SWEDISH_KRONA = "SEK", "スウェーデンクローナ", "SEK"
    SINGAPORE_DOLLAR = "SGD", "シンガポールドル", "SGD"
    US_DOLLAR = "USD", "ドル", "USD"


class IndicatorType(Vocabulary):
    """What an indicator measures."""

    TRACKER_RANK = "tracker_rank", "重要技術トラッカーの順位", "Rank in a technology tracker"
    PAPERS = "papers", "全論文数", "All papers"
    TOP_PAPERS = "top_papers", "Q1論文数", "Q1 papers"
    PATENTS = "patents", "国際特許出願", "International patent applications"
    SCORE = "score", "評価点", "Score"
    FORESIGHT = "foresight", "実現時期の見通し", "Foresight"
    MARKET_FORECAST = "market_forecast", "市場規模の予測", "Market forecast"


class Reading(Vocabulary):
    """Which of two readings of an indicator, where a source compares two."""

    EARLIER = "earlier", "前の時点", "earlier"
    LATEST = "latest", "直近", "latest"


class HubType(Vocabulary):
    """How a hub is run (the three types of the strategy of 2020)."""

    OPEN_PLATFORM = "open_platform", "オープンプラットフォーム型", "Open-platform type"
    IN_INSTITUTE = "in_institute", "機関内センター型", "Centre within an institute"
    INDEPENDENT = "independent", "機関独立運営型", "Independently run type"


class HubStage(Vocabulary):
    """Whether a hub is there, planned, or only named as a candidate."""

    REAL = "real", "設置済み", "set up"
    BEING_SET_UP = "being_set_up", "整備中", "being set up"
    PLANNED = "planned", "予定", "planned"
    CANDIDATE = "candidate", "候補（例示）", "candidate, named as an example"


class InfrastructureType(Vocabulary):
    """What a piece of research infrastructure is."""

    TEST_BED = "test_bed", "テストベッド", "Test bed"
    QUANTUM_COMPUTER = "quantum_computer", "量子コンピュータ", "Quantum computer"
    ANNEALING_MACHINE = "annealing_machine", "アニーリングマシン", "Annealing machine"
    SUPERCOMPUTER = "supercomputer", "スーパーコンピュータ", "Supercomputer"
    SATELLITE = "satellite", "衛星", "Satellite"
    SHARED_FACILITIES = "shared_facilities", "共用設備", "Shared facilities"


class CallStage(Vocabulary):
    """How far a call for proposals is."""

    ANNOUNCED = "announced", "公募予定", "announced"
    OPEN = "open", "公募中", "open"
    CLOSED = "closed", "締切", "closed"
    UNDER_EVALUATION = "under_evaluation", "評価", "under evaluation"
    SELECTED = "selected", "採択", "selected"
    CONTRACTED = "contracted", "契約", "contracted"
    STARTED = "started", "開始", "started"
    ENDED = "ended", "終了", "ended"
    NOT_CONFIRMED = "not_confirmed", "未確認", "not confirmed"


class ProjectStage(Vocabulary):
    """How far a project is."""

    PLANNED = "planned", "予定", "planned"
    ANNOUNCED = "announced", "公表済み", "announced"
    RUNNING = "running", "実施中", "running"
    ENDED = "ended", "終了", "ended"
    NOT_CONFIRMED = "not_confirmed", "未確認", "not confirmed"


class ParticipantRole(Vocabulary):
    """In which role a party takes part in a programme, call or project."""

    COORDINATOR = "coordinator", "代表", "coordinator"
    PARTNER = "partner", "参画機関", "partner"
    HOST = "host", "設置機関", "host"
    SUPPLIER = "supplier", "提供者", "supplier"


class Delivery(Vocabulary):
    """What sources say of the delivery of an agreed item."""

    DELIVERED = "delivered", "実施済み", "delivered"
    PARTLY = "partly", "一部実施", "partly delivered"
    DUE_PASSED = "due_passed", "期限経過・実施未確認", "due day passed, not confirmed"
    UNKNOWN = "unknown", "資料なし", "no source"


class SourceType(Vocabulary):
    """Who speaks in a source; it decides which of rival values is used."""

    INSTRUMENT_TEXT = "instrument_text", "文書本文", "text of the instrument"
    PARTY_NOTICE = "party_notice", "当事者の発表", "notice of a party"
    OFFICIAL = "official", "公式資料", "official"
    INSTITUTION = "institution", "機関資料", "institution"
    PRESS = "press", "報道", "press"
    SECONDARY = "secondary", "二次資料", "secondary"
    OURS = "ours", "当データの分類", "our own classification"

    @property
    def rank(self) -> int:
        """1 (text of the instrument, or a party's notice) to 5 (unverified), 6 for ours: the lower is preferred."""
        return max(1, list(SourceType).index(self))


class Completeness(Vocabulary):
    """Whether a source lists all there is."""

    COMPLETE = "complete", "全件", "lists all"
    EXAMPLES = "examples", "例示", "examples"
    UNKNOWN = "unknown", "不明", "not known"


class ConflictKind(Vocabulary):
    """In what sources differ."""

    NAME = "name", "名称", "name"
    VALUE = "value", "値", "value"
    MEMBER_V_ATTENDEE = "member_v_attendee", "参加国と出席国", "members or those present"
    HELD = "held", "該当の有無", "whether it holds"


class Reason(Vocabulary):
    """Why one of several rival values is used: the first point at which they differ."""

    MOOD = "mood", "予定でなく実績を示す記載", "speaks of what is, not of what is planned"
    LIST = "list", "出席者でなく参加国の一覧", "a list of members, not of those present"
    JUDGED = "judged", "確認者の判断", "a reviewer's decision"
    SOURCE_TYPE = "source_type", "資料の種類が優先", "the kind of source comes first"
    FINER_DATE = "finer_date", "より詳しい日付", "the finer date"
    KNOWN_EARLIER = "known_earlier", "先に公表された資料", "the source that was public first"
    ORDER = "order", "優劣なし（値の順）", "no source comes first (order of values)"


class Link(Vocabulary):
    """How one step of a chain is tied to the next."""

    STATED = "stated", "明記", "stated"
    LISTED = "listed", "列挙", "listed"
    CO_ANNOUNCED = "co_announced", "併せて公表", "announced together"
    ONLY_LATER = "only_later", "時系列のみ", "only later in time"
    UNCLEAR = "unclear", "前後を確認できない", "order cannot be confirmed"


class Certainty(Vocabulary):
    """How sure a date ahead is."""

    CONFIRMED = "confirmed", "確認済み", "confirmed"
    PLANNED = "planned", "予定", "planned"
    EXPECTED = "expected", "見込み（例年の間隔から）", "expected, by its rhythm"
    NOT_CONFIRMED = "not_confirmed", "確認できない", "not confirmed"


class Occasion(Vocabulary):
    """What a date ahead is the date of."""

    MEETING = "meeting", "会合", "Meeting"
    SIGNING = "signing", "署名", "Signing"
    ISSUE = "issue", "発表", "Issue of a document"
    CALL_OPENS = "call_opens", "公募開始", "Call opens"
    CALL_CLOSES = "call_closes", "公募締切", "Call closes"
    CALL_SELECTED = "call_selected", "採択", "Selection"
    CALL_STARTS = "call_starts", "採択課題の開始", "Start of the work chosen"
    PROGRAMME_STARTS = "programme_starts", "事業の開始", "Start of a programme or project"
    COMMITMENT_DUE = "commitment_due", "合意事項の期限", "Agreed item due"


class Participation(Vocabulary):
    """What is known of a party's place in a forum; a cell without a source is never a "no"."""

    MEMBER = "member", "参加・加盟", "takes part"
    PARTNER = "partner", "パートナー等", "partner or observer"
    BY_BODY = "by_body", "機関が参加", "a body of it takes part"
    ATTENDED = "attended", "参加実績", "has attended"
    ABSENT_ON_RECORD = "absent_on_record", "非参加（資料あり）", "not in it, by a full list"
    NO_SOURCE = "no_source", "資料なし", "no source"


class Relation(Vocabulary):
    """By whom, or in what, two sides are tied."""

    GOVERNMENT = "government", "政府間", "Between governments"
    AGENCY = "agency", "資金配分機関間", "Between funding agencies"
    INSTITUTION = "institution", "機関・企業間", "Between institutions or companies"
    FORUM = "forum", "枠組み", "Forum"
    MEETING = "meeting", "会合", "Meeting"
    CALL = "call", "公募", "Call"
    PROGRAMME = "programme", "事業・共同研究", "Programme or project"


class BodyRole(Vocabulary):
    """What a ministry or other body did in the network."""

    SIGNED = "signed", "署名", "signed"
    PARTY = "party", "当事者", "party"
    DECIDED = "decided", "決定・公表", "decided or published"
    HOSTED = "hosted", "主催", "hosted"
    CHAIRED = "chaired", "議長・主導", "chaired or led"
    ATTENDED = "attended", "出席", "attended"
    MEMBER = "member", "参加", "takes part"
    CALLED = "called", "公募・所管", "runs or called"
    FUNDED = "funded", "資金配分", "funds"
    TAKES_PART = "takes_part", "参画", "takes part in the work"


class FieldEvidence(Vocabulary):
    """How far it is known that two sides cover a field; a cell without a source is never a "no"."""

    EXPLICIT = "explicit", "明記", "stated"
    IMPLIED = "implied", "間接", "implied"
    NOT_READ = "not_read", "読み取れた資料なし", "nothing read"


class Headline(Vocabulary):
    """What a number of the headline counts."""

    DOCUMENTS = "documents", "協力文書", "Documents"
    COUNTRIES = "countries", "相手国・地域", "Countries or regions"
    UNIONS = "unions", "相手のEU・地域機関", "Unions"
    PLURILATERAL = (
        "plurilateral",
        "3者以上の文書（別に数える）",
        "Documents of three sides or more (counted apart)",
    )
    DOCUMENTS_THEN = "documents_then", "比較日の協力文書", "Documents on the day compared with"
    ADDED = "added", "その後に加わったもの", "Added since then"
    NO_LONGER = "no_longer", "その後に該当しなくなったもの", "No longer counted"


class PartnerNote(Vocabulary):
    """What has to be said beside a partner, so that it is not counted for more than it is."""

    MEMBERS_APART = (
        "members_apart",
        "加盟国は、それぞれの協力文書により別に数える",
        "its member states are counted apart, by instruments of their own",
    )


class FoundBy(Vocabulary):
    """In what way something was found by a name."""

    ID = "id", "識別子", "id"
    NAME = "name", "名称", "name"
    READING = "reading", "読み", "reading"
    PART = "part", "名称の一部", "part of the name"
    KIND = "kind", "文書の種類", "kind of document"
    SIMILAR = "similar", "似た名称", "similar name"


class KnownBy(Vocabulary):
    """From what the first day follows on which a claim can be known."""

    PUBLISHED = "published", "公表日", "day of publication"
    PERIOD = "period", "公表期間の終わり", "end of the period of publication"
    EVENT = "event", "出来事の日", "day of the event"
    VALID = "valid", "対象期間の終わり", "end of the period spoken of"
    ALWAYS = "always", "不明（常に既知とする）", "not known (taken as always known)"


class ChangeKind(Vocabulary):
    """What became of something between two graphs."""

    NEW = "new", "新規", "new"
    ENDED = "ended", "終了", "ended"
    CHANGED = "changed", "変更", "changed"
    DISPUTED = "disputed", "資料により異なる", "sources differ"
    SETTLED = "settled", "相違の解消", "no longer differs"
    WITHDRAWN = "withdrawn", "記載なし", "no longer on record"
