"""Further values in a record file that is there: nothing is overwritten, comments stay, the text is in the normal form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import yaml

from graphmodel.claims import HOLDS, Claim, value_text
from graphmodel.ids import ends_of
from graphmodel.kinds import Kind
from loaders.entities import LANGUAGES, EntityReader, expand_code
from loaders.form import normal_form
from loaders.issues import Issue
from loaders.yamltree import read_tree

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Item(NamedTuple):
    """A value as it stands in a record file.

    Attributes:
        key: The key that it belongs to.
        text: The value with what stands beside it, in flow form: `{is: signed, by: cao-20250428}`.
    """

    key: str
    text: str


class _Insertion(NamedTuple):
    start: int
    end: int
    text: str


def amended(text: str, kind: type[Kind], items: Iterable[Item]) -> str:
    """A record file's text with further values.

    Args:
        text: The text as it is; `id: …` alone for a new file.
        kind: Kind of the entity in it.
        items: The values, which are put behind those that are there.

    Raises:
        TreeError: If the text, or what it would become, is no record file.
    """
    text = normal_form(text, kind)
    node = yaml.compose(text, Loader=_LOADER)
    assert isinstance(node, yaml.MappingNode)  # as every record file that can be read
    values = {key.value: value for key, value in node.value}
    edits = []
    # The sort is stable: values of a key keep their order.
    for key, group in groupby(sorted(items, key=itemgetter(0)), key=itemgetter(0)):
        texts = [item.text for item in group]
        if key in values:
            edits += _behind(values[key], texts, text)
        elif len(texts) == 1 and key in kind.fields:
            edits.append(_Insertion(len(text), len(text), f"{key}: {texts[0]}\n"))
        else:
            lines = "".join(f"- {one}\n" for one in texts)
            edits.append(_Insertion(len(text), len(text), f"{key}:\n{lines}"))
    for edit in sorted(edits, key=itemgetter(0), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    read_tree(text, "")
    return normal_form(text, kind)


def withdrawn(text: str, kind: type[Kind], claims: Iterable[Claim], day: str) -> str:
    """A record file's text in which values are marked as withdrawn; they stay, so that what was known then is kept.

    Args:
        text: The text as it is.
        kind: Kind of the entity in it.
        claims: The claims that the values make, each with a source and place of its own.
        day: Day from which they no longer hold, ISO.
    """
    text = normal_form(text, kind)
    wanted = {(claim.cite, said) for claim in claims for said in _said(claim)}
    edits = []
    for node in _mappings(yaml.compose(text, Loader=_LOADER)):
        beside = {k.value: v for k, v in node.value if isinstance(v, yaml.ScalarNode)}
        if "by" not in beside or "withdrawn_on" in beside:
            continue
        values = {
            expand_code(v.value) for k, v in beside.items() if k in ("is", "who") or k in LANGUAGES
        }
        if any((beside["by"].value, value) in wanted for value in values):
            by = beside["by"]
            before = f"\n{' ' * node.start_mark.column}" if not node.flow_style else ", "
            edits.append(
                _Insertion(by.end_mark.index, by.end_mark.index, f"{before}withdrawn_on: {day}")
            )
    for edit in sorted(edits, key=itemgetter(0), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    read_tree(text, "")
    return normal_form(text, kind)


def _said(claim: Claim) -> tuple[str, ...]:
    """What may stand in the file for a claim's value: for a tie, the other end."""
    return (value_text(claim.value),) if claim.property != HOLDS else ends_of(claim.subject)


def _mappings(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """Every mapping in a file but the file itself."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from ([value] if isinstance(value, yaml.MappingNode) else ())
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from ([item] if isinstance(item, yaml.MappingNode) else ())
            yield from _mappings(item)


def item_claims(id_: str, item: Item, kind: type[Kind]) -> tuple[list[Claim], list[Issue]]:
    """The claims that a value of an entity makes, and what of it cannot be read."""
    reader = EntityReader()
    reader.begin(own=True)
    reader.read(read_tree(f"id: {id_}\n{item.key}:\n- {item.text}\n", ""), "", kind)
    return [placed.claim for placed in reader.claims], reader.issues


def _behind(value: yaml.Node, texts: list[str], text: str) -> list[_Insertion]:
    """What makes a key's value a list, if it is none, with further entries at its end."""
    start, end = value.start_mark.index, value.end_mark.index
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        comma = ", " if value.value else ""
        return [_Insertion(end - 1, end - 1, comma + ", ".join(texts))]
    line_end = text.index("\n", _end(value, text))
    further = _Insertion(line_end, line_end, "".join(f"\n- {one}" for one in texts))
    if isinstance(value, yaml.SequenceNode):
        return [further]
    if isinstance(value, yaml.MappingNode) and not value.flow_style:
        return [_Insertion(start - 2, start, "- "), further]
    return [_Insertion(start, start, "\n- "), further]


def _end(node: yaml.Node, text: str) -> int:
    """Where what a node says ends: a block is said to end where the next begins, behind comments and empty lines."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    return len(text[: node.end_mark.index].rstrip("\n"))
