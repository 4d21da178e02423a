"""What each property and each list of ties is called, in both languages.

A property that is declared without a label fails at import: nothing is ever shown by its code name.
"""

from __future__ import annotations

_LABELS = {
    "adds": ("この一覧だけにあるもの", "only in this list"),
    "administrators": ("所管・運営", "administered by"),
    "agreed_in": ("合意した文書・会合", "agreed in"),
    "announced_on": ("公表日", "announced on"),
    "as_office": ("当時の役職", "office held"),
    "attended": ("出席", "attended"),
    "based_on": ("基となる文書", "based on"),
    "binding": ("法的拘束力", "legally binding"),
    "broader": ("上位の領域", "wider field"),
    "build_key": ("構築の識別子", "key of the build"),
    "calls_under": ("公募の対象事業", "call under"),
    "ceiling": ("取扱いの上限", "handling ceiling"),
    "chairs": ("議長", "chaired by"),
    "cited_sources": ("引用した資料の数", "sources cited"),
    "cites": ("出典と箇所", "sources and places"),
    "claims": ("記載の数", "number of claims"),
    "closes_on": ("締切", "closes on"),
    "co_announced": ("併せて公表した文書", "announced together with"),
    "completeness": ("網羅性", "completeness"),
    "conflict": ("相違の種類", "kind of difference"),
    "count": ("人数", "number of people"),
    "covers": ("領域・分野", "fields covered"),
    "delivered_by": ("実施の内容", "delivered by"),
    "delivery": ("実施状況", "delivery"),
    "due_on": ("期限", "due on"),
    "edition": ("開催回", "edition"),
    "edition_of": ("枠組み", "edition of"),
    "effective_on": ("効力・実施の開始日", "takes effect on"),
    "ended_on": ("終了日", "ended on"),
    "file": ("文書名", "document"),
    "founded_on": ("発足", "founded on"),
    "funders": ("資金配分", "funded by"),
    "held_on": ("開催日", "held on"),
    "holders": ("実施主体", "held by"),
    "holds": ("該当の有無", "whether it holds"),
    "hosts": ("主催", "hosted by"),
    "issued_on": ("発表日", "issued on"),
    "joint_with": ("連携する事業・公募", "joined with"),
    "known_at": ("既知の基準日", "known at"),
    "lacks": ("一覧にないもの", "left out of the list"),
    "language": ("言語", "language"),
    "led_by": ("主導", "led by"),
    "led_to": ("その後の段階", "led to"),
    "level": ("当事者の別", "between whom"),
    "licence": ("利用条件", "licence"),
    "located_in": ("所在国", "based in"),
    "members": ("参加国・機関", "members"),
    "mood": ("予定・実績", "planned or actual"),
    "name": ("名称", "name"),
    "names": ("その他の名称", "further names"),
    "newest_event": ("最新の出来事", "newest event"),
    "newest_event_on": ("最新の出来事の日", "day of the newest event"),
    "no_instrument_with": (
        "協力文書がないと資料が列挙する相手",
        "listed as without an instrument with",
    ),
    "offices": ("役職", "offices"),
    "opens_on": ("公募開始", "opens on"),
    "part_of": ("上位の組織", "part of"),
    "participant_rank": ("参加者の級", "rank of participants"),
    "participants": ("参画", "participants"),
    "parties": ("当事者", "parties"),
    "place": ("場所", "place"),
    "property": ("項目", "property"),
    "published": ("公表日", "published"),
    "publisher": ("公表者", "publisher"),
    "rank": ("級", "rank"),
    "read_on": ("閲覧日", "read on"),
    "reported_on": ("資料にある日付", "reported on"),
    "repost_of": ("転載元", "repost of"),
    "rhythm": ("頻度", "rhythm"),
    "role": ("役割", "role"),
    "ror": ("ROR ID", "ROR id"),
    "scope": ("量子の扱い", "scope"),
    "seat": ("本部所在地", "seat"),
    "selected_on": ("採択", "selected on"),
    "side": ("どちら側か", "side"),
    "signatories": ("署名者", "signed by"),
    "signed_on": ("署名日", "signed on"),
    "since": ("開始", "since"),
    "stage": ("状態", "stage"),
    "started_on": ("開始", "started on"),
    "starts_on": ("事業開始", "work starts on"),
    "status": ("国・地域の別", "status"),
    "subject": ("対象", "subject"),
    "supersedes": ("前の文書", "supersedes"),
    "text": ("資料の表記", "wording of the source"),
    "through": ("署名した機関", "signed through"),
    "title": ("文書名", "title"),
    "type": ("種類", "type"),
    "undated_claims": ("知り得た日が不明の記載の数", "claims of unknown date"),
    "under": ("根拠文書", "under"),
    "until": ("終了", "until"),
    "unverified": ("未確認", "unverified"),
    "url": ("アドレス", "address"),
    "used": ("用いる値", "value used"),
    "valid": ("対象期間", "period spoken of"),
    "value": ("値", "value"),
    "website": ("ウェブサイト", "website"),
    "why": ("用いる理由", "why this value"),
}


def property_label(name: str, lang: str) -> str:
    """What a property is called.

    Args:
        name: Property of a claim or record key: `signed_on`, `title@ja`, `members*`.
        lang: `ja` or `en`.

    Raises:
        KeyError: If it has no label.
    """
    field, _, language = name.rstrip("*").partition("@")
    ja, en = _LABELS[field.partition(".")[0]]
    if not language:
        return ja if lang == "ja" else en
    of_language = {"ja": ("日本語", "Japanese"), "en": ("英語", "English")}.get(
        language, (language, language)
    )
    return f"{ja}（{of_language[0]}）" if lang == "ja" else f"{en} ({of_language[1]})"
