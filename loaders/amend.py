"""Further values in a record file that is there: nothing is overwritten, comments stay, the text is in the normal form."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import yaml

from graphmodel.claims import Claim
from graphmodel.kinds import Kind
from loaders.entities import EntityReader
from loaders.form import normal_form
from loaders.issues import Issue
from loaders.yamltree import Mapping, read_tree

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
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    text = text if text.endswith("\n") else f"{text}\n"
    if not isinstance(read_tree(text, ""), Mapping):
        return text
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
    line_end = text.index("\n", _end(value))
    if isinstance(value, yaml.SequenceNode):
        first = value.value[0].start_mark.index
        line = text[text.rfind("\n", 0, first) + 1 : first]
        indent = line[: line.index("-")]
        return [_Insertion(line_end, line_end, "".join(f"\n{indent}- {one}" for one in texts))]
    further = _Insertion(line_end, line_end, "".join(f"\n- {one}" for one in texts))
    if isinstance(value, yaml.MappingNode) and not value.flow_style:
        return [_Insertion(start - 2, start, "- "), further]
    return [_Insertion(start, start, "\n- "), further]


def _end(node: yaml.Node) -> int:
    """Where what a node says ends: a block is said to end where the next begins, behind comments."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)
