"""The two tables as pictures: who is in which forum, and between whom there are documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graphmodel.vocab import Level, Participation, Scope
from queries.catalogue import internal
from visualizations.briefing.footnotes import RECORD, Footnotes
from visualizations.pictures.canvas import Box, Canvas
from visualizations.pictures.files import Picture
from visualizations.pictures.grid import Cell, Grid, draw_grid, most_columns
from visualizations.pictures.page import Around, Key, Page
from visualizations.pictures.setting import BODY, Said, Setting
from visualizations.pictures.subjects import in_sentence, names
from visualizations.scene import FIRST_FORA
from visualizations.tabs.matrix import SIGNS, matrix
from visualizations.wording import counted

_Data = Mapping[str, Any]


def draw_fora(setting: Setting, forum: str) -> Picture:
    """The members of a forum, and in which other fora they take part.

    Args:
        setting: What it is drawn for.
        forum: Id of the forum.
    """
    members = _members(setting, forum)
    data = _matrix(setting, forum, members)
    notes = _footnotes(setting)
    cells, unsupported = _supported(data, notes)
    rows = [party["name"] for party in data["parties"]]
    page = Page(setting, _around_fora(setting, forum, data, cells, unsupported, notes, 0))
    room = most_columns(setting, page, rows)
    shown = data["fora"][:room]
    left_out = len(data["fora"]) - len(shown)
    notes = _footnotes(setting)
    heads = [_numbered(setting, _short(column), notes.of(notes.best(_cited(data, column["id"])))) for column in shown]
    around = _around_fora(setting, forum, data, cells, unsupported, notes, left_out)
    page = Page(setting, around)
    grid = Grid(
        heads,
        [
            (party["name"], [_fora_cell(setting, cells[party["id"]].get(column["id"])) for column in shown])
            for party in data["parties"]
        ],
        strong=next((i for i, party in enumerate(data["parties"]) if party["id"] == setting.own), -1),
    )
    draw_grid(setting, page, grid)
    return page.picture(around.scope)


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
                numbers = notes.of(source for document in between for source in notes.best(document.get("sources", ())))
            cells.append(_pair_cell(setting, between, numbers) if j > i else Cell(shaded=True))
        rows.append((party["name"], cells))
    flat = {document["id"]: (document, sides) for sides, own in documents.items() for document in own}
    dedicated = [sides for document, sides in flat.values() if document["scope"] == Scope.DEDICATED]
    named = names(setting, [setting.own, forum])
    title = setting.phrase(
        "pairs",
        own=in_sentence(named[setting.own]),
        forum=named[forum],
        members=_counted(setting, members),
        n=len(dedicated),
        ours=sum(setting.own in sides for sides in dedicated),
    )
    keys = [_sign_key(setting, sign, f"key_{scope}") for sign, scope in (("●", "dedicated"), ("○", "includes"))]
    scope = setting.phrase("pairs_scope", forum=named[forum])
    around = Around(title, scope, notes, keys, [setting.phrase("pairs_note")], "enishi query run country-pairs")
    page = Page(setting, around)
    draw_grid(setting, page, Grid([party["name"] for party in parties[1:]], rows))
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
    return matrix(setting.store, ids, parties, own=setting.own, as_of=setting.as_of, focus=setting.own)


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


def _supported(data: _Data, notes: Footnotes) -> tuple[dict[str, dict[str, Any]], int]:
    """Cells without those that rest on press or secondary sources alone, and how many those are."""
    kept: dict[str, dict[str, Any]] = defaultdict(dict)
    left_out = 0
    for party, row in data["cells"].items():
        for forum, cell in row.items():
            if notes.stands(data["lists"][cell[2]]):
                kept[party][forum] = cell
            else:
                left_out += 1
    return kept, left_out


def _around_fora(
    setting: Setting,
    forum: str,
    data: _Data,
    cells: Mapping[str, Mapping[str, Any]],
    unsupported: int,
    notes: Footnotes,
    left_out: int,
) -> Around:
    shown = data["fora"][: len(data["fora"]) - left_out]
    parties = [party["id"] for party in data["parties"]]
    values = [cells[party][column["id"]] for party in parties for column in shown if column["id"] in cells.get(party, {})]
    takes_part = (Participation.MEMBER, Participation.PARTNER, Participation.ATTENDED)
    known = sum(cell[0] in takes_part for cell in values)
    name = names(setting, [forum])[forum]
    title = setting.phrase(
        "fora",
        forum=name,
        members=_counted(setting, parties),
        others=len(shown) - 1,
        cells=len(parties) * len(shown),
        known=known,
    )
    used = {cell[0] for cell in values}
    keys = [
        _sign_key(setting, sign, "", {lang: value.label(lang) for lang in setting.langs})
        for value, sign in SIGNS.items()
        if value in used and sign
    ]
    told = [setting.phrase("no_source_note")]
    if any(cell[1] for cell in values):
        keys.append(_sign_key(setting, "▲", "key_differ"))
    for column in shown:
        if differences := data["notes"].get(column["id"]):
            differ = {lang: " ".join(differences[lang]) for lang in setting.langs}
            told.append(setting.phrase("differs_on", forum=_short(column), what=differ))
    counts = {"press_cells": unsupported, "fora_left_out": left_out}
    told += [setting.phrase(name, n=n) for name, n in counts.items() if n]
    return Around(title, setting.phrase("fora_scope", forum=name), notes, keys, told, "enishi query run fora-overlap")


def _counted(setting: Setting, ids: Sequence[str]) -> Said:
    """Countries in the counting words of the ministries."""
    rows = setting.store.read(internal("names"), {"ids": list(ids), "kinds": []}).records()
    known = {
        row["id"]: {
            "ja": row["name_ja"], "en": row["name_en"], "kind": row["kind"], "status": row["status"],
            "short": (row["abbreviations"] or [""])[0],
        }
        for row in rows
    }  # fmt: skip
    return setting.said(lambda lang: counted(ids, known, lang))


def _short(column: _Data) -> Said:
    """The name of a forum as it heads a column: its abbreviation, if it has one."""
    return {lang: column["short"] or text for lang, text in column["name"].items()}


def _numbered(setting: Setting, said: Said, numbers: Sequence[int]) -> Said:
    tail = "".join(f" {number})" for number in numbers)
    return {lang: text + (tail if lang == setting.lang else "") for lang, text in said.items()}


def _fora_cell(setting: Setting, cell: Sequence[Any] | None) -> Cell:
    """What is known of a party in a forum; that nothing is held is written."""
    if cell is None:
        return Cell(setting.phrase("no_source"), faint=True)
    sign = SIGNS[Participation(cell[0])] + (" ▲" if cell[1] else "")
    return Cell(setting.said(lambda _: sign))


def _pair_cell(setting: Setting, documents: Sequence[_Data], numbers: Sequence[int]) -> Cell:
    """Numbers of documents between two, those dedicated to quantum and those that include it; empty for none held."""
    dedicated = sum(document["scope"] == Scope.DEDICATED for document in documents)
    others = len(documents) - dedicated
    parts = [f"{sign}{n}" for sign, n in (("●", dedicated), ("○", others)) if n]
    if not parts:
        return Cell()
    text = " ".join(parts) + "".join(f" {number})" for number in numbers[:1])
    return Cell(setting.said(lambda _: text))


def _sign_key(setting: Setting, sign: str, name: str, said: Said | None = None) -> Key:
    def draw(canvas: Canvas, box: Box) -> None:
        canvas.sign(sign, *box.middle, BODY)

    return Key(said or setting.phrase(name), draw)
