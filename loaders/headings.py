"""What officers head the columns of their lists with, in both languages, by the key of the record file that it means."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache

from graphmodel.kinds import KINDS, Kind
from graphmodel.labels import property_label
from graphmodel.names import fold

_LANGUAGE = re.compile(
    r"[（(]?(?:日本語|和文|邦文|英語|英文|japanese|english|\bja\b|\ben\b)[)）]?の?", re.IGNORECASE
)
_NAMES = "名 名称 名前 name"
_NOUNS = {
    "Agreement": "文書名 件名 題名 標題 覚書 覚書名 協力文書 協定名 title subject document instrument agreement memorandum",
    "Call": "公募名 公募 call",
    "Country": "国名 国・地域名 country",
    "Forum": "枠組み 枠組み名 会合体 会議体 forum dialogue",
    "Meeting": "会合名 会議名 会合 会議 イベント meeting event",
    "Organisation": "機関名 組織名 企業名 会社名 大学名 団体名 機関 organisation organization institution company university",
    "Person": "氏名 人名 人物 person",
    "Programme": "制度名 事業名 プログラム名 programme program scheme",
    "Project": "課題名 研究課題 プロジェクト名 project",
}
"""What the column that names what each row is about is headed with, by kind."""

_WORDS = {
    "id": "ID 識別子 identifier",
    "administrators": "実施機関 所管 運営 所管機関 administrator",
    "agreed_in": "合意文書 合意した会合 agreed_in",
    "announced_on": "公表日 公表年月日 発表年月 announcement announced date_announced",
    "attended": "出席 出席者 出席国 参加者 attendees present",
    "binding": "法的拘束力 拘束力 legally_binding",
    "broader": "上位の領域 上位分野 parent",
    "closes_on": "締切 締切日 応募締切 deadline closing_date",
    "covers": "分野 協力分野 領域 技術領域 対象分野 field fields area areas topic topics",
    "due_on": "期限 期日 due due_date",
    "edition_of": "シリーズ 会合体 series",
    "effective_on": "発効日 効力発生日 適用開始日 effective effective_date entry_into_force",
    "ended_on": "終了日 終了 有効期限 満了日 end end_date expiry",
    "funders": "資金配分機関 資金 funder funding_agency",
    "held_on": "開催日 開催年月日 開催時期 日程 日時 date dates held",
    "hosts": "主催 主催国 開催国 共催 host organiser",
    "issued_on": "発表日 発出日 発表年月日 issued date_issued",
    "level": "レベル 当事者の別 level",
    "located_in": "所在国 所在地 国 国・地域 国名 country location",
    "members": "参加国 加盟国 構成国 メンバー 参加国・機関 members member_states participants countries",
    "offices": "役職 肩書 職名 position post",
    "opens_on": "公募開始 公募開始日 opening_date opens",
    "part_of": "上位組織 所属 親組織 parent_organisation",
    "participants": "参画機関 参加機関 実施体制 参画国 partners participants countries",
    "parties": "相手国 相手 相手方 国 国名 国・地域 相手国・機関 当事国 締約国 署名国 対象国 country countries partner partners counterpart party",
    "parties.through": "署名機関 担当機関 担当省庁 先方機関 相手機関 機関 signing_body agency ministry",
    "place": "場所 署名地 署名場所 開催地 会場 place venue location",
    "rank": "級 ランク rank",
    "reported_on": "日付 年月日 年月 年 時期 date year",
    "role": "役割 参加形態 role",
    "ror": "ROR",
    "scope": "量子の扱い 対象 scope",
    "signatories": "署名者 署名権者 signatory signatories signed_by",
    "signed_on": "署名日 署名年月日 署名時期 締結日 締結年月日 締結 署名 signed signing_date date_of_signature date_signed signature",
    "stage": "状態 状況 進捗 ステータス 現状 status state stage",
    "started_on": "開始日 開始 開始年 start start_date started",
    "starts_on": "事業開始 開始予定 start start_date",
    "type": "種類 種別 区分 類型 形式 分類 type kind category form",
    "website": "ウェブサイト サイト URL website web homepage",
}  # fmt: skip


def heading_match(kind: type[Kind], target: str, heading: str) -> int:
    """How well a heading says that its column gives a target: 3 in so many words, 2 in a part of it, 0 not at all.

    Args:
        kind: Kind of what the rows are about.
        target: Key, or key and property of a tie (`parties.through`).
        heading: The heading.
    """
    heading = _LANGUAGE.sub("", heading) or heading
    key = fold(heading)
    words = _words(kind.spec.label, target)
    if key in words:
        return 3
    parts = {part for part in map(fold, heading.replace("／", "/").replace("（", "/").replace("(", "/").split("/")) if part}  # fmt: skip
    if parts & words:
        return 2
    if any(len(word) > 2 and word in key for word in words):
        return 2
    return 2 if target == kind.spec.caption and key in {fold(name) for name in _NAMES.split(" ")} else 0  # fmt: skip


@cache
def _words(label: str, target: str) -> frozenset[str]:
    spec = KINDS[label].spec
    words = [word for word in _WORDS.get(target, "").split(" ") if word]
    if target == spec.caption:
        words += [*_NOUNS.get(label, "").split(" "), spec.ja, spec.en]
        words += _NAMES.split(" ") if target == "name" else []
    with suppress(KeyError):  # `id` and properties of ties have no label of their own
        words += [property_label(target.rpartition(".")[2], lang) for lang in ("ja", "en")]
    return frozenset(key for word in words if (key := fold(word.replace("_", " "))))
