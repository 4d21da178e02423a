"""The two tables as pictures: who is in which forum, and between whom there are documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graphmodel.vocab import Level, Participation, Scope
from queries.catalogue import internal
from visualizations.briefing.area import Area
from visualizations.briefing.footnotes import RECORD, Footnotes
from visualizations.pictures.canvas import Canvas
from visualizations.pictures.files import Picture
from visualizations.pictures.grid import Cell, Grid, Laid
from visualizations.pictures.page import Around, Key, Page
from visualizations.pictures.setting import BODY, Said, Setting
from visualizations.pictures.subjects import full_name, in_sentence, names, said_count
from visualizations.scene import FIRST_FORA
from visualizations.tabs.matrix import SIGNS, matrix
from visualizations.wording import listed

_Data = Mapping[str, Any]

_LEAST = 3
"""Fora that are always shown."""


def draw_fora(setting: Setting, forum: str) -> Picture:
    """The members of a forum, and in which other fora they take part.

    Args:
        setting: What it is drawn for.
        forum: Id of the forum.
    """
    data = _matrix(setting, forum, _members(setting, forum))
    cells, unsupported = _supported(data, _footnotes(setting))
    shown = [each for each in data["fora"] if any(each["id"] in row for row in cells.values())]
    while True:
        notes = _footnotes(setting)
        heads = [
            _numbered(setting, _short(each), notes.of(notes.best(_cited(data, each["id"]))))
            for each in shown
        ]
        around = _around_fora(setting, shown, data, cells, notes, unsupported)
        page = Page(setting, around)
        rows = [
            (
                party["name"],
                [_fora_cell(setting, data, cells, party["id"], each["id"]) for each in shown],
            )
            for party in data["parties"]
        ]
        laid = Laid(setting, page, Grid(heads, rows, strong=_place(data["parties"], setting.own)))
        if laid.fits or len(shown) <= _LEAST:
            break
        del shown[max(1, laid.worst)]
    laid.draw()
    return page.picture(around.scope)


def _place(parties: Sequence[_Data], own: str) -> int:
    return next((i for i, party in enumerate(parties) if party["id"] == own), -1)


def draw_pairs(setting: Setting, forum: str) -> Picture:
    """Between which members of a forum there are documents of governments.

    Args:
        setting: What it is drawn for.
        forum: Id of the forum.
    """
    members = _members(setting, forum)
    data = _matrix(setting, forum, members)
    parties = data["parties"]
    documents: dict[frozenset[str], list[_Data]] = defaultdict(list)
    for pair in data["pairs"]:
        documents[frozenset(pair["sides"])] += [
            document for document in pair["documents"] if document["level"] == Level.GOVERNMENT
        ]
    notes = _footnotes(setting)
    notes.of([RECORD])
    rows = []
    for i, party in enumerate(parties[:-1]):
        cells = []
        for j, other in enumerate(parties[1:], start=1):
            between = documents.get(frozenset({party["id"], other["id"]}), [])
            numbers: tuple[int, ...] = ()
            if setting.own == party["id"]:
                numbers = notes.of(
                    source
                    for document in between
                    for source in notes.best(document.get("sources", ()))
                )
            cells.append(_pair_cell(setting, between, numbers) if j > i else Cell(shaded=True))
        rows.append((party["name"], cells))
    flat = {
        document["id"]: (document, sides) for sides, own in documents.items() for document in own
    }
    dedicated = [sides for document, sides in flat.values() if document["scope"] == Scope.DEDICATED]
    own = in_sentence(names(setting, [setting.own])[setting.own])
    name = full_name(setting, forum)
    title = setting.phrase(
        "pairs",
        own=own,
        forum=name,
        members=said_count(setting, members),
        n=len(dedicated),
        ours=sum(setting.own in sides for sides in dedicated),
    )
    keys = [
        _sign_key(setting, sign, f"key_{scope}")
        for sign, scope in (("●", "dedicated"), ("○", "includes"))
    ]
    scope = setting.phrase("pairs_scope", forum=name)
    around = Around(
        title, scope, notes, keys, [setting.phrase("pairs_note")], "enishi query run country-pairs"
    )
    page = Page(setting, around)
    Laid(
        setting,
        page,
        Grid([party["name"] for party in parties[1:]], rows, _place(parties, setting.own)),
    ).draw()
    return page.picture(scope)


def _members(setting: Setting, forum: str) -> list[str]:
    """Countries and unions that take part in a forum on the day."""
    rows = setting.store.read(
        internal("picture-members"), {"fora": [forum], "as_of": setting.as_of}
    ).records()
    return [row["member"] for row in rows]


def _matrix(setting: Setting, forum: str, members: Sequence[str]) -> _Data:
    """Both tables for the members; the forum comes first, then those of the first view."""
    ids = [forum, *(other for other in FIRST_FORA if other != forum)]
    parties = list(dict.fromkeys([*members, setting.own]))
    return matrix(
        setting.store, ids, parties, own=setting.own, as_of=setting.as_of, focus=setting.own
    )


def _footnotes(setting: Setting) -> Footnotes:
    return Footnotes(setting.store, setting.imprint.phrases, setting.imprint.coverage)


def _cited(data: _Data, forum: str) -> list[str]:
    """Sources of what a column says."""
    return [
        source
        for row in data["cells"].values()
        if forum in row
        for source in data["lists"][row[forum][2]]
    ]


def _supported(data: _Data, notes: Footnotes) -> tuple[dict[str, dict[str, Any]], Counter[str]]:
    """Cells without those that rest on press or secondary sources alone, and how many those are by forum."""
    kept: dict[str, dict[str, Any]] = defaultdict(dict)
    left_out: Counter[str] = Counter()
    for party, row in data["cells"].items():
        for forum, cell in row.items():
            if notes.stands(data["lists"][cell[2]]):
                kept[party][forum] = cell
            else:
                left_out[forum] += 1
    return kept, left_out


def _around_fora(
    setting: Setting,
    shown: Sequence[_Data],
    data: _Data,
    cells: Mapping[str, Mapping[str, Any]],
    notes: Footnotes,
    unsupported: Mapping[str, int],
) -> Around:
    parties = {party["id"]: party["name"] for party in data["parties"]}
    values = {
        (party, each["id"]): cells[party][each["id"]]
        for each in shown
        for party in parties
        if each["id"] in cells.get(party, {})
    }
    forum = full_name(setting, shown[0]["id"])
    title = setting.phrase(
        "fora",
        forum=forum,
        members=said_count(setting, list(parties)),
        others=setting.said(
            lambda lang: listed([_number(each, values, lang) for each in shown[1:4]], lang)
        ),
    )
    used = {cell[0] for cell in values.values()}
    keys = [
        _sign_key(setting, sign, "", {lang: value.label(lang) for lang in setting.langs})
        for value, sign in SIGNS.items()
        if value in used and sign
    ]
    told = [setting.phrase("no_source_note")]
    if any(cell[1] for cell in values.values()):
        keys.append(_sign_key(setting, "▲", "key_differ"))
    for each in shown:
        out = [
            parties[party] for (party, id_), cell in values.items() if id_ == each["id"] and cell[1]
        ]
        if out:
            all_ = setting.said(lambda lang, out=out: listed([name[lang] for name in out], lang))  # type: ignore[misc]
            told.append(setting.phrase("differs_on", forum=_short(each), parties=all_))
    press = sum(unsupported.get(each["id"], 0) for each in shown)
    counts = {"press_cells": press, "fora_left_out": len(data["fora"]) - len(shown)}
    told += [setting.phrase(name, n=n) for name, n in counts.items() if n]
    return Around(
        title,
        setting.phrase("fora_scope", forum=forum),
        notes,
        keys,
        told,
        "enishi query run fora-overlap",
    )


def _number(forum: _Data, values: Mapping[tuple[str, str], Any], lang: str) -> str:
    """How many of the members take part in another forum, as members or partners."""
    takes_part = (Participation.MEMBER, Participation.PARTNER)
    count = sum(cell[0] in takes_part for (_, id_), cell in values.items() if id_ == forum["id"])
    return f"{_short(forum)[lang]} {count}"


def _short(column: _Data) -> Said:
    """The name of a forum as it heads a column: its abbreviation, if it has one."""
    return {lang: column["short"] or text for lang, text in column["name"].items()}


def _numbered(setting: Setting, said: Said, numbers: Sequence[int]) -> Said:
    tail = "".join(f" {number})" for number in numbers)
    return {lang: text + (tail if lang == setting.lang else "") for lang, text in said.items()}


def _fora_cell(
    setting: Setting,
    data: _Data,
    supported: Mapping[str, Mapping[str, Any]],
    party: str,
    forum: str,
) -> Cell:
    """What is known of a party in a forum; that nothing is held, or nothing but press, is written."""
    cell = supported[party].get(forum)
    if cell is None:
        held = forum in data["cells"].get(party, {})
        return Cell(setting.phrase("press_only_cell" if held else "no_source"), faint=True)
    sign = SIGNS[Participation(cell[0])] + (" ▲" if cell[1] else "")
    return Cell(setting.said(lambda _: sign))


def _pair_cell(setting: Setting, documents: Sequence[_Data], numbers: Sequence[int]) -> Cell:
    """Numbers of documents between two, those dedicated to quantum and those that include it; empty for none held."""
    dedicated = sum(document["scope"] == Scope.DEDICATED for document in documents)
    others = len(documents) - dedicated
    parts = [f"{sign}{n}" for sign, n in (("●", dedicated), ("○", others)) if n]
    if not parts:
        return Cell()
    text = " ".join(parts)
    return Cell(setting.said(lambda _: text), note="".join(f"{number})" for number in numbers[:1]))


def _sign_key(setting: Setting, sign: str, name: str, said: Said | None = None) -> Key:
    def draw(canvas: Canvas, box: Area) -> None:
        canvas.sign(sign, *box.middle, BODY)

    return Key(said or setting.phrase(name), draw)
