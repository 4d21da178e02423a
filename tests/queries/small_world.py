"""A record of a few states, bodies, fora, documents, meetings, calls and works, made so that every rule of the saved
queries has something to decide, however the shipped record grows."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from graphmodel.ids import scheme_of, slug_of
from graphmodel.kinds import SCHEMES

SOURCES = """\
publisher: ministry
name: {ja: 省, en: Ministry}
sources:
- {id: text, title: {en: Text}, published: 2025-01-10, language: en, type: instrument_text, completeness: unknown, licence: not_stated, read_on: 2026-11}
- {id: notice, title: {en: Notice}, published: 2025-01-20, language: en, type: party_notice, completeness: unknown, licence: not_stated, read_on: 2026-11}
- {id: press, title: {en: Press}, published: 2025-02, language: en, type: press, completeness: unknown, licence: not_stated, read_on: 2026-11}
- {id: copy, title: {en: Copy}, language: en, type: secondary, completeness: unknown, licence: not_stated, read_on: 2026-11}
"""

ENTITIES = """\
id: country:JP
by: enishi
name: {ja: 日本, en: Japan}
status: state
---
id: country:GB
by: enishi
name: {ja: 英国, en: United Kingdom}
status: state
---
id: country:DK
by: enishi
name: {ja: デンマーク, en: Denmark}
status: state
---
id: country:KR
by: enishi
name: {ja: 韓国, en: Republic of Korea}
status: state
---
id: union:EU
by: enishi
name: {ja: EU, en: European Union}
---
id: org:institute
by: text
name: {ja: 研究所, en: Institute}
type: research_institute
located_in: [{is: country:JP}]
---
id: org:hub
by: text
name: {ja: 拠点, en: Hub}
type: hub
located_in: [{is: country:JP}]
part_of: [{is: org:institute}]
---
id: org:laboratory
by: text
name: {ja: 英国研究所, en: Laboratory}
type: research_institute
located_in: [{is: country:GB}]
---
id: org:world-body
by: text
name: {ja: 国際機関, en: World Body}
type: international_organisation
---
id: office:minister
by: text
name: {ja: 大臣, en: Minister}
rank: ministerial
---
id: person:hanako
by: text
name: {ja: 花子, en: HANAKO}
---
id: person:ann
by: text
name: {ja: アン, en: Ann}
---
id: person:director
by: text
name: {ja: 所長, en: Director}
---
id: forum:dialogue
by: notice
name: {ja: 対話, en: Dialogue}
type: intergovernmental_dialogue
rhythm: half_yearly
founded_on: 2023
members:
- {list: [JP, GB, DK], complete: true, role: member}
- {list: [JP, GB], complete: true, basis: attendance, valid: 2025-03, by: press}
---
id: forum:alliance
by: notice
name: {ja: 同盟の場, en: Alliance}
type: alliance_community
members: [{who: country:GB, role: chair}, {who: country:DK, since: 2024}, {who: country:JP, role: partner}, {who: country:KR, role: observer}]
---
id: forum:symposium
by: notice
name: {ja: シンポジウム, en: Symposium}
type: conference_series
rhythm: yearly
members: [{who: country:JP, role: host}]
---
id: forum:quiet-series
by: notice
name: {ja: 休眠中の会合, en: Quiet Series}
type: workshop_series
rhythm: yearly
members: [{who: country:JP, role: member}]
---
id: forum:others
by: press
name: {ja: 他国の枠組み, en: Others}
type: working_group
founded_on: 2020
members: [{list: [GB, DK], complete: true}]
---
id: forum:through-body
by: press
name: {ja: 機関の枠組み, en: Network}
type: research_alliance
members: [{who: org:institute}, {who: country:GB}, {who: country:DK}]
---
id: forum:committee
by: notice
name: {ja: 日英委員会, en: Committee}
type: joint_committee
members: [{list: [JP, GB], complete: true}]
---
id: meeting:dialogue-1
by: notice
name: {ja: 第1回対話, en: 1st Dialogue}
held_on: 2023-11
stage: held
edition_of: [{is: forum:dialogue, edition: 1}]
hosts: [{who: country:GB}]
---
id: meeting:dialogue-4
by: press
name: {ja: 第4回対話, en: 4th Dialogue}
held_on: 2025-03
stage: held
place: {en: Copenhagen}
edition_of: [{is: forum:dialogue, edition: 4}]
attended: [{list: [JP, GB], complete: true}, {who: org:laboratory}]
led_to: [{is: agreement:jp-gb-memorandum, basis: listed}]
---
id: meeting:symposium-2024
by: notice
name: {ja: シンポジウム2024, en: Symposium 2024}
held_on: 2024-07-29/2024-08-02
stage: held
edition_of: [{is: forum:symposium}]
attended: [{who: union:EU}]
---
id: meeting:symposium-2025
by: notice
name: {ja: シンポジウム2025, en: Symposium 2025}
held_on: {is: 2025-07/2025-08, mood: planned}
stage: {is: planned, mood: planned}
edition_of: [{is: forum:symposium}]
---
id: meeting:quiet-2021
by: notice
name: {ja: 休眠中の会合2021, en: Quiet 2021}
held_on: 2021-04-01
stage: held
edition_of: [{is: forum:quiet-series}]
---
id: meeting:called-off
by: notice
name: {ja: 中止の会合, en: Called Off}
held_on: {is: 2025-06-20, mood: planned}
stage: cancelled
edition_of: [{is: forum:committee}]
---
id: meeting:some-time
by: press
name: {ja: 年だけの会合, en: Some Time}
held_on: {is: 2025, mood: planned}
stage: {is: planned, mood: planned}
edition_of: [{is: forum:committee}]
---
id: meeting:unheard-of
by: press
name: {ja: 実施を聞かない会合, en: Unheard Of}
held_on: {is: 2025-02-14, mood: planned}
stage: {is: planned, mood: planned}
edition_of: [{is: forum:committee}]
---
id: meeting:committee-2025
by: notice
name: {ja: 日英委員会2025, en: Committee 2025}
held_on: 2025-06-10
stage: held
edition_of: [{is: forum:committee}]
---
id: meeting:of-others
by: press
name: {ja: 他国の会合, en: Of Others}
held_on: 2025-06-12
stage: held
edition_of: [{is: forum:others}]
---
id: agreement:jp-gb-memorandum
by: [text, notice]
title: {ja: 日英覚書, en: Japan-UK Memorandum}
type: memorandum_of_cooperation
level: {is: government, by: enishi}
scope: {is: dedicated, by: enishi}
stage: signed
signed_on: 2025-04-28
parties: [{who: country:JP}, {who: country:GB}]
signatories:
- {who: person:hanako, as_office: office:minister, side: country:JP, by: notice}
- {who: person:ann, as_office: office:minister, side: country:GB, by: notice}
led_to: [{is: meeting:committee-2025, basis: stated}, {is: agreement:next-step, basis: listed}]
---
id: agreement:next-step
by: press
title: {ja: 次の文書, en: Next Step}
type: joint_statement
level: {is: agency, by: enishi}
scope: {is: dedicated, by: enishi}
stage: issued
issued_on: 2025-07-01
parties: [{who: country:JP}, {who: country:GB}, {who: country:DK}]
---
id: agreement:jp-gb-old-arrangement
by: text
title: {ja: 旧取決め, en: Old Arrangement}
type: implementing_arrangement
level: {is: government, by: enishi}
scope: {is: dedicated, by: enishi}
stage: operative
signed_on: 2020-02-03
ended_on: 2025-03-31
parties: [{who: country:JP}, {who: country:GB}]
---
id: agreement:jp-eu-letter
by: notice
title: {ja: 日EU意向表明書, en: Japan-EU Letter}
type: letter_of_intent
level: {is: government, by: enishi}
scope: {is: dedicated, by: enishi}
stage: {is: planned, mood: planned}
signed_on: {is: 2025-06, mood: planned}
parties: [{who: country:JP}, {who: union:EU}]
---
id: agreement:leaders
by: notice
title: {ja: 首脳共同声明, en: Leaders' Statement}
type: leaders_statement
level: {is: government, by: enishi}
scope: {is: dedicated, by: enishi}
stage: issued
issued_on: 2024-04-10
parties: [{who: country:JP}, {who: country:DK}]
---
id: agreement:gb-dk-memorandum
by: press
title: {ja: 英デンマーク覚書, en: UK-Denmark Memorandum}
type: memorandum_of_understanding
level: {is: government, by: enishi}
scope: {is: dedicated, by: enishi}
stage: signed
signed_on: 2024-09-09
parties: [{who: country:GB}, {who: country:DK}]
covers: [{is: field:sensing}, {is: field:people}]
---
id: agreement:laboratory-body
by: press
title: {ja: 英国研究所と国際機関の覚書, en: Laboratory and World Body}
type: memorandum_of_understanding
level: {is: institution, by: enishi}
scope: {is: includes, by: enishi}
stage: signed
signed_on: 2022
parties: [{who: org:laboratory}, {who: org:world-body}]
---
id: agreement:hub-laboratory
by: press
title: {ja: 拠点と英国研究所の覚書, en: Hub and Laboratory}
type: memorandum_of_understanding
level: {is: institution, by: enishi}
scope: {is: dedicated, by: enishi}
stage: signed
signed_on: {is: 2025-05-20, by: [press, copy]}
parties: [{who: org:hub, by: copy}, {who: org:laboratory}]
signatories: [{who: person:director, side: org:hub}]
based_on: [{is: agreement:jp-gb-memorandum}]
---
id: field:sensing
by: text
name: {ja: 計測, en: Sensing}
type: technology_area
---
id: field:people
by: text
name: {ja: 人材, en: People}
type: cooperation_area
---
id: programme:scheme
by: notice
name: {ja: 制度, en: Scheme}
type: {is: funding_programme, by: enishi}
started_on: {is: 2023-04, by: [press, notice]}
administrators: [{who: org:institute, by: [text, copy]}]
---
id: programme:new-scheme
by: notice
name: {ja: 新制度, en: New Scheme}
type: funding_programme
announced_on: 2025-01-15
started_on: {is: 2025-09~, mood: planned}
participants: [{who: country:JP}, {who: union:EU}]
---
id: call:joint-call
by: notice
name: {ja: 共同公募, en: Joint Call}
stage: open
announced_on: 2025-04-28
opens_on: 2025-05-01
closes_on: 2025-05-23
selected_on: {is: 2025-07/2025-08, mood: planned}
starts_on: {is: 2025-10~, mood: planned}
participants: [{who: country:GB}]
calls_under: [{is: programme:scheme}]
based_on: [{is: agreement:jp-gb-memorandum}]
funders: [{who: org:institute}]
---
id: call:other-call
by: press
name: {ja: 他国の公募, en: Other Call}
stage: ended
opens_on: 2024-01
closes_on: 2024-03-01
participants: [{who: country:GB}, {who: country:DK}]
---
id: project:joint-work
by: press
name: {ja: 共同研究, en: Joint Work}
stage: running
scope: {is: dedicated, by: enishi}
started_on: 2025-06-01
participants: [{who: org:institute}, {who: org:laboratory}, {who: org:world-body}]
part_of: [{is: call:joint-call}]
---
id: project:before
by: press
name: {ja: 先の共同研究, en: Earlier Work}
stage: ended
scope: {is: dedicated, by: enishi}
started_on: 2021
participants: [{who: org:institute}, {who: org:laboratory}]
---
id: commitment:exchange
by: text
name: {ja: 研究者の交流, en: Exchange of researchers}
delivery: {is: unknown, by: enishi}
due_on: 2025-06-30
holders: [country:JP]
agreed_in: [{who: agreement:jp-gb-memorandum}]
delivered_by: [{is: project:joint-work, by: press}]
---
id: commitment:report
by: text
name: {ja: 報告書, en: Report}
delivery: delivered
due_on: 2025-06-30
holders: [country:JP]
agreed_in: [{who: meeting:dialogue-4}]
covers: [{is: field:people}]
---
id: field:clocks
by: text
name: {ja: 時計, en: Clocks}
type: technology_area
broader: [{is: field:sensing}]
---
id: org:ministry
by: text
name: {ja: 省, en: Our Ministry}
type: ministry
located_in: [{is: country:JP}]
---
id: office:of-ministry
by: text
name: {ja: 局長, en: Director-General}
rank: senior
part_of: [{is: org:ministry}]
---
id: meeting:jp-dk-talks
by: notice
name: {ja: 日デンマーク協議, en: Japan-Denmark Talks}
held_on: 2025-02-01
stage: held
hosts: [{who: org:ministry}]
attended: [{list: [JP, DK], complete: true}]
chairs: [{who: person:hanako, as_office: office:of-ministry}]
covers: [{is: field:clocks}]
---
id: agreement:jp-dk-statement
by: [text, notice]
title: {ja: 日デンマーク声明, en: Japan-Denmark Statement}
type: statement
level: {is: government, by: enishi}
scope: {is: includes, by: enishi}
stage: issued
binding: "no"
issued_on: 2024-02-02
effective_on: 2024-03-01
parties: [{who: country:JP, through: org:ministry}, {who: country:DK}]
based_on: [{is: agreement:jp-dk-treaty, by: text}]
covers: [{is: field:people}]
---
id: agreement:jp-dk-treaty
by: text
title: {ja: 日デンマーク協定, en: Japan-Denmark Agreement}
type: agreement
level: {is: government, by: enishi}
scope: {is: context, by: enishi}
stage: operative
binding: "yes"
signed_on: 1990-05-05
parties: [{who: country:JP}, {who: country:DK}]
---
id: agreement:gb-kr-first
by: text
title: {ja: 英韓協定, en: UK-ROK Agreement}
type: agreement
level: {is: government, by: enishi}
scope: {is: context, by: enishi}
stage: superseded
signed_on: 1990-05-05
parties: [{who: country:GB}, {who: country:KR}]
---
id: agreement:gb-kr-second
by: text
title: {ja: 新英韓協定, en: New UK-ROK Agreement}
type: agreement
level: {is: government, by: enishi}
scope: {is: context, by: enishi}
stage: renewed
signed_on: 2000-06-01
parties: [{who: country:GB}, {who: country:KR}]
supersedes: [{is: agreement:gb-kr-first}]
---
id: agreement:gb-kr-lapsed
by: text
title: {ja: 英韓取決め, en: UK-ROK Arrangement}
type: implementing_arrangement
level: {is: government, by: enishi}
scope: {is: context, by: enishi}
stage: ended
signed_on: 1995-07-07
parties: [{who: country:GB}, {who: country:KR}]
---
id: strategy:first
by: notice
title: {ja: 第一戦略, en: First Strategy}
type: national_strategy
scope: {is: dedicated, by: enishi}
decided_on: 2020-01-21
issuers: [{who: country:JP, decided_by: org:ministry}]
---
id: strategy:second
by: notice
title: {ja: 第二戦略, en: Second Strategy}
type: national_strategy
scope: {is: dedicated, by: enishi}
decided_on: 2025-04-01
issuers: [{who: country:JP}]
supersedes: [{is: strategy:first}]
---
id: strategy:abroad
by: press
title: {ja: 英国の書簡, en: UK Memorandum on Priorities}
type: policy_document
scope: {is: includes, by: enishi}
issued_on: 2023
blank_areas: [space]
issuers: [{who: country:GB}]
---
id: budget:total
by: notice
name: {ja: 総額, en: Total}
type: {is: initial, by: enishi}
fiscal_year: 2020
amount: 21500000000
currency: JPY
bound: about
printed: 約215億円
caveat: {ja: 関連事項のみ, en: related items only}
concerns: [{is: country:JP}]
part_of: [{is: strategy:first}]
---
id: budget:share
by: notice
name: {ja: 交付金, en: Grant}
type: {is: initial, by: enishi}
fiscal_year: 2020
whole_amount: 27900000000
previous_whole_amount: 27100000000
currency: JPY
marks: [share_of, repeated]
printed: 279億円の内数
purpose: {ja: 研究, en: research}
concerns: [{is: country:JP}, {is: org:institute}]
part_of: [{is: budget:total}]
---
id: budget:next-year
by: notice
name: {ja: 要求, en: Request}
type: request
fiscal_year: 2027
currency: JPY
marks: undecided
concerns: [{is: country:JP}]
---
id: budget:abroad
by: press
name: {ja: 英国の投資, en: UK Investment}
type: statement
period: 2024/2033
amount: 2500000000
currency: GBP
printed: £2.5bn
concerns: [{is: country:GB}]
---
id: indicator:papers-1
by: notice
name: {ja: 論文2014-2018, en: Papers 2014-2018}
type: papers
period: 2014/2018
reading: {is: earlier, by: enishi}
publisher: {ja: 省, en: Ministry}
method: {ja: 省が分類, en: sorted by the Ministry}
measures: [{is: country:GB, position: 1}, {is: country:DK, position: 2}, {is: country:JP, position: 6, share: "5.09"}]
covers: [{is: field:clocks}]
---
id: indicator:tracker
by: press
name: {ja: トラッカー, en: Tracker}
type: tracker_rank
reading: latest
caveat: {ja: 年の記載なし, en: no year given}
measures: [{is: country:JP, position: 5, leading: org:institute}]
covers: [{is: field:people}]
---
id: indicator:market
by: copy
name: {ja: 市場, en: Market}
type: market_forecast
period: 2032
amount: 1800000000000
currency: JPY
printed: 1.8兆円
caveat: {ja: 単純比較はできない, en: do not compare}
covers: [{is: field:sensing}]
---
id: choice:gb-quantum
by: press
name: {ja: 量子, en: Quantum}
area: quantum
wording: {ja: 量子時計}
concerns: [{is: country:GB}]
part_of: [{is: strategy:abroad}]
covers: [{is: field:clocks}]
---
id: choice:jp-people
by: notice
name: {ja: 人材, en: People}
choice_of: {ja: 六つの領域, en: The six areas}
concerns: [{is: country:JP}]
part_of: [{is: strategy:second}]
covers: [{is: field:people}]
---
id: target:frameworks
by: notice
name: {ja: 枠組みを作る, en: Set up frameworks}
type: target
due_printed: {ja: 5年以内}
quantity: {ja: 複数, en: several}
holders: [{is: country:JP}]
part_of: [{is: strategy:first}]
related: [{who: agreement:jp-gb-memorandum, by: enishi}]
---
id: target:computer
by: notice
name: {ja: 計算機, en: Computer}
type: target
due_on: 2030
due_printed: {ja: 2030年まで, en: by 2030}
holders: [{is: org:institute}]
part_of: [{is: strategy:first}]
---
id: target:more
by: notice
name: {ja: 覚書を増やす, en: More memoranda}
type: policy_line
holders: [{is: org:ministry}]
concerns: [{is: country:KR}, {is: country:DK}]
---
id: target:abroad
by: press
name: {ja: 英国の目標, en: UK Goal}
type: target
due_on: 2028
due_printed: {ja: 2028年, en: "2028"}
holders: [{is: country:GB}]
"""


def write_small_world(folder: Path) -> Path:
    """Write the record into a folder, which is returned."""
    (folder / "sources").mkdir(parents=True)
    (folder / "sources/ministry.yaml").write_text(SOURCES, encoding="utf-8")
    for text in ENTITIES.split("---\n"):
        id_ = text.partition("\n")[0].removeprefix("id: ")
        path = folder / SCHEMES[scheme_of(id_)].spec.folder / f"{slug_of(id_)}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class Case(NamedTuple):
    """A question to the small record, and what of its answer is fixed.

    Attributes:
        query: The saved query.
        params: What is typed.
        as_of: The day.
        columns: Columns that are looked at, separated by spaces.
        rows: All rows, in order: the values of these columns.
    """

    query: str
    params: dict[str, str]
    as_of: str
    columns: str
    rows: list[tuple[Any, ...]]


CASES = [
    Case("upcoming", {}, "2025-05-01", "date certainty kind name_en", [
        ("2025-05-01", "confirmed", "call_opens", "Joint Call"),
        ("2025-05-20", "confirmed", "signing", "Hub and Laboratory"),
        ("2025-05-23", "confirmed", "call_closes", "Joint Call"),
        ("2025-06", "planned", "signing", "Japan-EU Letter"),
        ("2025-06-01", "confirmed", "programme_starts", "Joint Work"),
        ("2025-06-10", "confirmed", "meeting", "Committee 2025"),
        ("2025-06-30", "planned", "commitment_due", "Exchange of researchers"),
        ("2025-07-01", "confirmed", "issue", "Next Step"),
        ("2025-07/2025-08", "planned", "call_selected", "Joint Call"),
        ("2025-07/2025-08", "planned", "meeting", "Symposium 2025"),
        ("2025-09~", "planned", "programme_starts", "New Scheme"),
        ("2025-10~", "planned", "call_starts", "Joint Call"),
        ("2025-09~", "expected", "meeting", "Dialogue (next; half-yearly, last on record: 4th Dialogue)"),
        ("2025", "not_confirmed", "meeting", "Some Time"),
        ("2025-02-14", "not_confirmed", "meeting", "Unheard Of"),
    ]),
    # The rhythm's next month has passed: no date is made up. A year that is over is told for twelve months.
    Case("upcoming", {}, "2026-11-01", "date certainty name_en", [
        (None, "expected", "Dialogue (next; half-yearly, last on record: 4th Dialogue)"),
        ("2025", "not_confirmed", "Some Time"),
    ]),
    # Two years after the last edition nothing is expected.
    Case("upcoming", {}, "2027-04-01", "name_en", []),
    Case("upcoming", {"from": "2025-06-11", "months": "1", "parties": "DK"}, "2025-05-01", "date name_en", [
        ("2025-06-12", "Of Others"), ("2025-07-01", "Next Step"),
    ]),
    # Where the next edition is on record, nothing is expected: the symposium is yearly.
    Case("upcoming", {"from": "2025-04-02", "months": "12", "parties": "EU"}, "2025-04-02", "certainty name_en", [
        ("planned", "Japan-EU Letter"), ("planned", "New Scheme"),
    ]),
    # With one partner: what it is a side of, and the editions of a forum it is a member of; with a forum: its editions.
    Case("upcoming", {"partner": "DK", "months": "12"}, "2025-05-01", "certainty name_en", [
        ("confirmed", "Next Step"), ("expected", "Dialogue (next; half-yearly, last on record: 4th Dialogue)"),
    ]),
    Case("upcoming", {"partner": "EU"}, "2025-05-01", "certainty name_en", [
        ("planned", "Japan-EU Letter"), ("planned", "New Scheme"),
    ]),
    Case("upcoming", {"partner": "dialogue"}, "2025-05-01", "certainty name_en", [
        ("expected", "Dialogue (next; half-yearly, last on record: 4th Dialogue)"),
    ]),
    Case("after-signature", {"agreement": "jp-gb-memorandum"}, "2026-11-25", "step link days_since", [
        ("call:joint-call", "stated", 3),
        ("agreement:hub-laboratory", "stated", 22),
        ("project:joint-work", "stated", 34),
        ("meeting:committee-2025", "stated", 43),
        ("agreement:next-step", "listed", 64),
    ]),
    Case("after-signature", {"agreement": "jp-gb-memorandum"}, "2025-05-20", "step", [
        ("call:joint-call",), ("agreement:hub-laboratory",),
    ]),
    # Only what the same sides alone did; days only where both are known to the day; nothing that is only planned.
    Case("after-signature", {"agreement": "jp-gb-old-arrangement"}, "2026-11-25", "step link days_since", [
        ("project:before", "only_later", None),
        ("meeting:dialogue-4", "only_later", None),
        ("agreement:jp-gb-memorandum", "only_later", 1911),
        ("call:joint-call", "only_later", 1914),
        ("agreement:hub-laboratory", "only_later", 1933),
        ("meeting:committee-2025", "only_later", 1954),
    ]),
    Case("fora-overlap", {"parties": "JP,DK,EU", "fora": "dialogue,alliance,symposium,others"}, "2026-11-25",
         "country forum value since disputed", [
        ("country:DK", "forum:alliance", "member", "2024", False),
        ("country:DK", "forum:dialogue", "member", None, True),
        ("country:DK", "forum:others", "member", None, False),
        ("country:DK", "forum:symposium", "no_source", None, False),
        ("union:EU", "forum:alliance", "no_source", None, False),
        ("union:EU", "forum:dialogue", "absent_on_record", None, False),
        ("union:EU", "forum:others", "absent_on_record", None, False),
        ("union:EU", "forum:symposium", "attended", None, False),
        ("country:JP", "forum:alliance", "partner", None, False),
        ("country:JP", "forum:dialogue", "member", None, False),
        ("country:JP", "forum:others", "absent_on_record", None, False),
        ("country:JP", "forum:symposium", "member", None, False),
    ]),
    # Before it takes part, and before the forum was there: no list can speak of that, and nobody is in it.
    Case("fora-overlap", {"parties": "DK, KR", "fora": "alliance、others"}, "2019-06-01", "country forum value", [
        ("country:DK", "forum:alliance", "no_source"),
        ("country:DK", "forum:others", "no_source"),
        ("country:KR", "forum:alliance", "partner"),
        ("country:KR", "forum:others", "no_source"),
    ]),
    Case("joint-calls", {}, "2026-11-25", "call opens closes state programmes basis", [
        ("call:joint-call", "2025-05-01", "2025-05-23", "open", ["programme:scheme"], ["agreement:jp-gb-memorandum"]),
    ]),
    Case("joint-calls", {"parties": "UK"}, "2026-11-25", "call state", [("call:joint-call", "open"), ("call:other-call", "ended")]),
    Case("joint-calls", {"parties": "UK, DK"}, "2026-11-25", "call", [("call:other-call",)]),
    Case("joint-calls", {"parties": "UK", "state": "ended"}, "2026-11-25", "call", [("call:other-call",)]),
    Case("joint-calls", {"parties": "UK", "programme": "scheme"}, "2026-11-25", "call", [("call:joint-call",)]),
    Case("joint-calls", {"programme": "new-scheme"}, "2026-11-25", "call", []),
    Case("joint-calls", {}, "2025-04-27", "call", []),
    Case("third-party-agreements", {}, "2026-11-25", "agreement parties fields shared_partners", [
        ("agreement:gb-dk-memorandum", ["country:DK", "country:GB"], ["field:people", "field:sensing"], ["country:GB"]),
        ("agreement:laboratory-body", ["org:laboratory", "org:world-body"], [], ["country:GB"]),
    ]),
    Case("third-party-agreements", {"since": "2024-09-09"}, "2026-11-25", "agreement", [("agreement:gb-dk-memorandum",)]),
    Case("third-party-agreements", {}, "2024-09-08", "agreement shared_partners", [("agreement:laboratory-body", ["country:GB"])]),
    Case("third-party-agreements", {"excluding": "JP,UK"}, "2026-11-25", "agreement", []),
    # A body of ours in a forum is ours; two of the dialogue are in the network of bodies too.
    Case("absent-from", {"group": "dialogue"}, "2026-11-25", "forum who_is_in since", [
        ("forum:others", ["country:DK", "country:GB"], "2020"),
    ]),
    Case("absent-from", {"group": "alliance"}, "2019-06-01", "forum", []),
    Case("absent-from", {"group": "dialogue", "min_members": "3"}, "2026-11-25", "forum", []),
    Case("absent-from", {"group": "dialogue", "party": "KR", "min_members": "2"}, "2026-11-25", "forum who_is_in", [
        ("forum:committee", ["country:JP", "country:GB"]),
        ("forum:through-body", ["country:DK", "country:GB"]),
        ("forum:others", ["country:DK", "country:GB"]),
    ]),
    # The hub's ties are the institute's; a body without a country is abroad; a tie under a document of governments.
    Case("institution-ties", {"organisation": "institute"}, "2026-11-25", "partner country kind date under", [
        ("org:laboratory", "country:GB", "Project", "2025-06-01", []),
        ("org:world-body", None, "Project", "2025-06-01", []),
        ("org:laboratory", "country:GB", "memorandum_of_understanding", "2025-05-20", ["agreement:jp-gb-memorandum"]),
        ("org:laboratory", "country:GB", "Project", "2021", []),
    ]),
    Case("institution-ties", {"organisation": "hub"}, "2025-05-19", "partner", []),
    Case("country-pairs", {"level": "any", "scope": "any"}, "2026-11-25", "country partner kind count", [
        ("country:DK", "country:JP", "agreement", 1),
        ("country:DK", "country:JP", "leaders_statement", 1),
        ("country:DK", "country:JP", "statement", 1),
        ("country:DK", "country:GB", "memorandum_of_understanding", 1),
        ("country:JP", "country:GB", "memorandum_of_cooperation", 1),
        ("country:JP", "country:GB", "memorandum_of_understanding", 1),
        ("country:KR", "country:GB", "agreement", 1),
    ]),
    # What was replaced counts until then; what has ended, nobody knows when, does not count; what was renewed does.
    Case("country-pairs", {"countries": "UK,KR", "scope": "any"}, "2000-05-31", "kind instruments", [
        ("agreement", [{"id": "agreement:gb-kr-first", "name_ja": "英韓協定", "name_en": "UK-ROK Agreement", "date": "1990-05-05"}]),
    ]),
    Case("country-pairs", {"countries": "UK,KR", "scope": "any"}, "2000-06-01", "kind instruments", [
        ("agreement",
         [{"id": "agreement:gb-kr-second", "name_ja": "新英韓協定", "name_en": "New UK-ROK Agreement", "date": "2000-06-01"}]),
    ]),
    Case("country-pairs", {"countries": "JP,UK"}, "2025-03-30", "kind", [("implementing_arrangement",)]),
    Case("country-pairs", {"countries": "DK"}, "2026-11-25", "country partner", [
        ("country:DK", "country:JP"), ("country:DK", "country:GB"),
    ]),
    Case("headline-counts", {"level": "any", "compare": "2025-01-01"}, "2025-07-01", "what count ids", [
        ("documents", 2, ["agreement:jp-gb-memorandum", "agreement:hub-laboratory"]),
        ("countries", 1, ["country:GB"]),
        ("unions", 0, []),
        ("memorandum_of_cooperation", 1, ["agreement:jp-gb-memorandum"]),
        ("memorandum_of_understanding", 1, ["agreement:hub-laboratory"]),
        ("plurilateral", 1, ["agreement:next-step"]),
        ("documents_then", 1, ["agreement:jp-gb-old-arrangement"]),
        ("added", 2, ["agreement:jp-gb-memorandum", "agreement:hub-laboratory"]),
        ("no_longer", 1, ["agreement:jp-gb-old-arrangement"]),
    ]),
    Case("headline-counts", {"scope": "includes", "party": "UK", "level": "institution"}, "2024-01-01", "what count ids", [
        ("documents", 1, ["agreement:laboratory-body"]),
        ("countries", 0, []),
        ("unions", 0, []),
        ("memorandum_of_understanding", 1, ["agreement:laboratory-body"]),
        ("plurilateral", 0, []),
    ]),
    # Where there is nothing to count no source held shows a document: that is no nought. What was replaced counts until then.
    Case("headline-counts", {"party": "KR"}, "2026-11-25", "what count", []),
    Case("headline-counts", {"party": "KR", "scope": "any", "compare": "2000-05-31"}, "2000-06-01", "what ids", [
        ("documents", ["agreement:gb-kr-second"]),
        ("countries", ["country:GB"]),
        ("unions", []),
        ("agreement", ["agreement:gb-kr-second"]),
        ("plurilateral", []),
        ("documents_then", ["agreement:gb-kr-first"]),
        ("added", ["agreement:gb-kr-second"]),
        ("no_longer", ["agreement:gb-kr-first"]),
    ]),
    # The director signed for a body: its country's side. No office, and nobody for the other side: said as unknown.
    Case("signatories", {}, "2026-11-25", "agreement person office rank counterpart", [
        ("agreement:hub-laboratory", "person:director", None, None, []),
        ("agreement:jp-gb-memorandum", "person:hanako", "office:minister", "ministerial", ["person:ann"]),
    ]),
    Case("signatories", {"party": "UK", "years": "2024-2025", "types": "memorandum_of_cooperation, contract"}, "2026-11-25",
         "person", [("person:ann",)]),
    Case("signatories", {"years": "2020,2024"}, "2026-11-25", "person", []),
    Case("signatories", {}, "2025-04-27", "person", []),
    # The weakest kind of source first, then the oldest; days from the last possible day of publication.
    Case("thin-evidence", {"kind": "Commitment"}, "2025-03-01", "subject property value only_source source_type age_days", [
        ("commitment:exchange", "DELIVERED_BY", "project:joint-work", "press", "press", 1),
        ("commitment:exchange", "AGREED", "agreement:jp-gb-memorandum", "text", "instrument_text", 50),
        ("commitment:exchange", "due_on", "2025-06-30", "text", "instrument_text", 50),
        ("commitment:exchange", "name@en", "Exchange of researchers", "text", "instrument_text", 50),
        ("commitment:exchange", "name@ja", "研究者の交流", "text", "instrument_text", 50),
        ("commitment:report", "AGREED", "meeting:dialogue-4", "text", "instrument_text", 50),
        ("commitment:report", "COVERS", "field:people", "text", "instrument_text", 50),
        ("commitment:report", "delivery", "delivered", "text", "instrument_text", 50),
        ("commitment:report", "due_on", "2025-06-30", "text", "instrument_text", 50),
        ("commitment:report", "name@en", "Report", "text", "instrument_text", 50),
        ("commitment:report", "name@ja", "報告書", "text", "instrument_text", 50),
    ]),
    # Of two sources the better kind and the newer day, and none is the only one; a classification of ours is no evidence.
    Case("thin-evidence", {"kind": "programme", "max_sources": "2"}, "2025-03-02", "subject property value only_source source_type age_days", [
        ("programme:new-scheme", "PARTICIPATES_IN", "country:JP", "notice", "party_notice", 41),
        ("programme:new-scheme", "PARTICIPATES_IN", "union:EU", "notice", "party_notice", 41),
        ("programme:new-scheme", "announced_on", "2025-01-15", "notice", "party_notice", 41),
        ("programme:new-scheme", "name@en", "New Scheme", "notice", "party_notice", 41),
        ("programme:new-scheme", "name@ja", "新制度", "notice", "party_notice", 41),
        ("programme:new-scheme", "started_on", "2025-09~", "notice", "party_notice", 41),
        ("programme:new-scheme", "type", "funding_programme", "notice", "party_notice", 41),
        ("programme:scheme", "name@en", "Scheme", "notice", "party_notice", 41),
        ("programme:scheme", "name@ja", "制度", "notice", "party_notice", 41),
        ("programme:scheme", "started_on", "2023-04", None, "party_notice", 2),
        ("programme:scheme", "ADMINISTERS", "org:institute", None, "instrument_text", 51),
    ]),
    # What was not published by the day cannot be old; one source of two is not the only one.
    Case("thin-evidence", {"kind": "合意事項"}, "2025-01-09", "subject", []),
    Case("forum-history", {"forum": "dialogue"}, "2026-11-25", "date host participants outcome led_to", [
        ("2023-11", ["country:GB"], [], [], []),
        (None, [], [], [], []),
        (None, [], [], [], []),
        ("2025-03", [], ["country:JP", "country:GB"], ["commitment:report"], ["agreement:jp-gb-memorandum"]),
    ]),
    Case("forum-history", {"forum": "dialogue"}, "2024-01-01", "date host", [("2023-11", ["country:GB"])]),
    Case("country-relations", {"country": "GB"}, "2025-06-15", "group kind name_en date rank stage through", [
        ("government", "memorandum_of_cooperation", "Japan-UK Memorandum", "2025-04-28", "ministerial", "signed", []),
        ("government", "implementing_arrangement", "Old Arrangement", "2020-02-03", None, "operative", []),
        ("institution", "memorandum_of_understanding", "Hub and Laboratory", "2025-05-20", None, "signed", ["org:hub", "org:laboratory"]),
        ("forum", "alliance_community", "Alliance", None, None, None, None),
        ("forum", "joint_committee", "Committee", None, None, None, None),
        ("forum", "intergovernmental_dialogue", "Dialogue", None, None, None, None),
        ("meeting", "Meeting", "Some Time", "2025", None, "planned", []),
        ("meeting", "Meeting", "Called Off", "2025-06-20", None, "cancelled", []),
        ("meeting", "Meeting", "Committee 2025", "2025-06-10", None, "held", []),
        ("meeting", "Meeting", "4th Dialogue", "2025-03", None, "held", []),
        ("meeting", "Meeting", "Unheard Of", "2025-02-14", None, "planned", []),
        ("call", "Call", "Joint Call", "2025-05-01", None, "open", ["org:institute"]),
        ("programme", "Project", "Joint Work", "2025-06-01", None, "running", ["org:institute", "org:laboratory"]),
        ("programme", "Project", "Earlier Work", "2021", None, "ended", ["org:institute", "org:laboratory"]),
    ]),
    Case("country-relations", {"country": "EU", "party": "UK"}, "2026-11-25", "name_en", []),
    # Documents without quantum stand apart, after those on it.
    Case("country-relations", {"country": "KR", "party": "UK"}, "2026-11-25", "group kind name_en stage", [
        ("context", "agreement", "New UK-ROK Agreement", "renewed"),
        ("context", "implementing_arrangement", "UK-ROK Arrangement", "ended"),
        ("context", "agreement", "UK-ROK Agreement", "superseded"),
        ("forum", "alliance_community", "Alliance", None),
    ]),
    # Documents first, the newest first; then money by fiscal year, a total before its lines; nothing drawn up later.
    Case("policy-and-budget", {}, "2025-06-01", "policy kind scope when under", [
        ("strategy:second", "national_strategy", "dedicated", {"fiscal_year": None, "date": "2025-04-01"}, []),
        ("strategy:first", "national_strategy", "dedicated", {"fiscal_year": None, "date": "2020-01-21"}, []),
        ("budget:total", "initial", None, {"fiscal_year": 2020, "date": None}, ["strategy:first"]),
        ("budget:share", "initial", None, {"fiscal_year": 2020, "date": None}, ["budget:total"]),
    ]),
    Case("policy-and-budget", {"countries": "UK"}, "2024-06-01", "policy when amount previous", [
        ("strategy:abroad", {"fiscal_year": None, "date": "2023"}, None, None),
        ("budget:abroad", {"fiscal_year": None, "date": "2024/2033"},
         {"printed": ["£2.5bn"], "amount": 2500000000, "whole": None, "currency": "GBP", "bound": None, "marks": []}, None),
    ]),
    # A share has no amount of its own, and of the year before only the whole too; what is not yet decided is no number.
    Case("policy-and-budget", {"countries": "JP"}, "2026-11-25", "policy amount previous includes", [
        ("strategy:second", None, None, None),
        ("strategy:first", None, None, None),
        ("budget:next-year",
         {"printed": [], "amount": None, "whole": None, "currency": "JPY", "bound": None, "marks": ["undecided"]}, None, None),
        ("budget:total",
         {"printed": ["約215億円"], "amount": 21500000000, "whole": None, "currency": "JPY", "bound": "about", "marks": []}, None,
         {"ja": "関連事項のみ", "en": "related items only"}),
        ("budget:share",
         {"printed": ["279億円の内数"], "amount": None, "whole": 27900000000, "currency": "JPY", "bound": None,
          "marks": ["repeated", "share_of"]},
         {"printed": [], "amount": None, "whole": 27100000000, "currency": "JPY", "bound": None, "marks": ["share_of"]},
         {"ja": "研究", "en": "research"}),
    ]),
    Case("policy-and-budget", {"countries": "UK", "scope": "dedicated"}, "2024-06-01", "policy", [("budget:abroad",)]),
    Case("policy-and-budget", {}, "2018-12-31", "policy", []),
    # A position with its method and the first five; what is about the world stands beside, and not where there is nothing else.
    Case("standing-and-choices", {"countries": "KR"}, "2026-11-25", "indicator", []),
    Case("standing-and-choices", {}, "2026-11-25", "measure country when position share first leading method", [
        ("tracker_rank", "country:JP", {"date": None, "reading": "latest"}, 5, None,
         [{"id": "country:JP", "name_ja": "5位 日本", "name_en": "5 Japan"}], ["org:institute"],
         {"ja": "年の記載なし", "en": "no year given"}),
        ("papers", "country:JP", {"date": "2014/2018", "reading": "earlier"}, 6, "5.09",
         [{"id": "country:GB", "name_ja": "1位 英国", "name_en": "1 United Kingdom"},
          {"id": "country:DK", "name_ja": "2位 デンマーク", "name_en": "2 Denmark"}], [],
         {"ja": "省。省が分類", "en": "Ministry; sorted by the Ministry"}),
        ("market_forecast", None, {"date": "2032", "reading": None}, None, None, [], [],
         {"ja": "単純比較はできない", "en": "do not compare"}),
    ]),
    # A narrower field belongs to the wider one.
    Case("standing-and-choices", {"countries": "UK, DK", "field": "sensing"}, "2026-11-25", "indicator country position", [
        ("indicator:papers-1", "country:DK", 2), ("indicator:papers-1", "country:GB", 1), ("indicator:market", None, None),
    ]),
    Case("technology-choices", {"countries": "JP, UK"}, "2026-11-25", "country area choice wording list document", [
        ("country:JP", None, "choice:jp-people", None, {"ja": "六つの領域", "en": "The six areas"}, "strategy:second"),
        ("country:GB", "quantum", "choice:gb-quantum", {"ja": "量子時計", "en": "量子時計"}, None, "strategy:abroad"),
        ("country:GB", "space", None, {"ja": "（比較表で空欄）", "en": "(blank in the comparison)"}, None, "strategy:abroad"),
    ]),
    Case("technology-choices", {"countries": "JP, UK", "field": "sensing"}, "2026-11-25", "choice", [("choice:gb-quantum",)]),
    Case("technology-choices", {}, "2025-03-31", "choice", []),
    # A country's targets are those of its bodies too; a line of policy comes after the targets.
    Case("targets", {}, "2026-11-25", "target holder due due_printed quantity set_in partners", [
        ("target:computer", ["org:institute"], "2030", {"ja": "2030年まで", "en": "by 2030"}, None, ["strategy:first"], []),
        ("target:frameworks", ["country:JP"], None, {"ja": "5年以内", "en": "5年以内"}, {"ja": "複数", "en": "several"},
         ["strategy:first"], []),
        ("target:more", ["org:ministry"], None, None, None, [], ["country:DK", "country:KR"]),
    ]),
    Case("targets", {"holder": "ministry"}, "2026-11-25", "target kind", [("target:more", "policy_line")]),
    Case("targets", {"due": "2029-2031"}, "2026-11-25", "target", [("target:computer",)]),
    # Before the document that sets them was decided there are none.
    Case("targets", {}, "2020-01-20", "target", [("target:more",)]),
    Case("our-ministries", {"body": "ministry"}, "2026-11-25", "role item kind date partners", [
        ("signed", "agreement:jp-dk-statement", "statement", "2024-02-02", ["country:DK"]),
        ("decided", "strategy:first", "national_strategy", "2020-01-21", []),
        ("hosted", "meeting:jp-dk-talks", "Meeting", "2025-02-01", ["country:DK"]),
        ("chaired", "meeting:jp-dk-talks", "Meeting", "2025-02-01", ["country:DK"]),
    ]),
    # With the hub within it; several bodies are told apart.
    Case("our-ministries", {"body": "institute, ministry"}, "2023-12-31", "body role item", [
        ("org:institute", "member", "forum:through-body"),
        ("org:institute", "called", "programme:scheme"),
        ("org:institute", "takes_part", "project:before"),
        ("org:ministry", "decided", "strategy:first"),
    ]),
    Case("legal-nature", {"agreement": "jp-dk-statement"}, "2026-11-25", "instrument kind binding date effective basis", [
        ("agreement:jp-dk-statement", "statement", "no", "2024-02-02", "2024-03-01", ["agreement:jp-dk-treaty"]),
        ("agreement:jp-dk-treaty", "agreement", "yes", "1990-05-05", None, []),
    ]),
    # What no source says is not "no".
    Case("legal-nature", {"agreement": "jp-gb-memorandum"}, "2026-11-25", "binding effective ends basis", [
        ("not_stated", None, None, []),
    ]),
    Case("legal-nature", {"agreement": "jp-gb-memorandum"}, "2025-04-27", "instrument", []),
    # A source says it of the document; a meeting, an agreed item or a narrower field implies it; a blank is no "no".
    Case("field-coverage", {"scheme": "cooperation_area"}, "2025-01-01", "partner field evidence", [
        ("country:DK", "field:people", "explicit"), ("country:GB", "field:people", "not_read"),
    ]),
    Case("field-coverage", {}, "2026-11-25", "partner scheme field evidence documents", [
        ("country:DK", "cooperation_area", "field:people", "explicit",
         [{"id": "agreement:jp-dk-statement", "name_ja": "日デンマーク声明", "name_en": "Japan-Denmark Statement", "date": "2024-02-02"}]),
        ("country:DK", "technology_area", "field:clocks", "implied",
         [{"id": "meeting:jp-dk-talks", "name_ja": "日デンマーク協議", "name_en": "Japan-Denmark Talks", "date": "2025-02-01"}]),
        ("country:GB", "cooperation_area", "field:people", "implied",
         [{"id": "meeting:dialogue-4", "name_ja": "第4回対話", "name_en": "4th Dialogue", "date": "2025-03"}]),
        ("country:GB", "technology_area", "field:clocks", "not_read", []),
    ]),
    Case("field-coverage", {"partners": "KR"}, "2026-11-25", "partner", []),
    Case("field-coverage", {"party": "UK", "scheme": "technology_area"}, "2026-11-25", "partner field evidence", [
        ("country:DK", "field:clocks", "not_read"), ("country:JP", "field:clocks", "not_read"), ("country:KR", "field:clocks", "not_read"),
    ]),
]  # fmt: skip
"""Every query with every one of its parameters, and the edges of its rules."""
