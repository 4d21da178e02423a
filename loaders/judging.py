"""Decisions in the file of judgements, written and taken back; comments and the other decisions stay as they are."""

from __future__ import annotations

import yaml

from graphmodel.errors import UsageError
from graphmodel.judgements import Judgement, NotSame, Same
from graphmodel.messages import Message, Term
from loaders.alike import pair_of
from loaders.judgement_file import NAME, Decided
from loaders.scaffold import Draft, quoted
from loaders.writing import Place
from loaders.yamltree import TreeError, read_tree

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def decided(place: Place, one: str, other: str) -> Decided | None:
    """The decision about two ids, wherever in the record it stands."""
    pair = {one, other}
    found = (d for d in place.known.record.decisions if set(pair_of(d.judgement)) == pair)
    return next(found, None)


def decide(place: Place, judgement: Same | NotSame) -> Draft:
    """The file with a further decision.

    Raises:
        UsageError: If there is a decision about the two already, or the file has its decisions in brackets.
    """
    ids = pair_of(judgement)
    if before := decided(place, *ids):
        raise UsageError(
            Message(
                "It is decided already that {one} and {other} are {what} ({by}, {on}: {why}).",
                one=ids[0], other=ids[1], what=_what(before.judgement), by=before.judgement.by,
                on=before.judgement.on, why=before.judgement.why,
            ),
            Message("Take that back first: enishi judge --undo {one} {other}", one=ids[0], other=ids[1]),
        )  # fmt: skip
    key = "same" if isinstance(judgement, Same) else "not_same"
    old = place.text(NAME)
    there, _ = _listed(old)
    start = there if not there or there.endswith("\n") else f"{there}\n"
    entry = (
        f"- {key}: [{', '.join(ids)}]\n  by: {_plain(judgement.by)}\n  on: {judgement.on}\n"
        f"  why: {_plain(judgement.why)}\n"
    )
    return Draft(NAME, start + entry, old)


def undo(place: Place, one: str, other: str) -> Draft:
    """The file without the decision about two ids.

    Raises:
        UsageError: If there is none, it stands in another folder, or the file has its decisions in brackets.
    """
    before = decided(place, one, other)
    if before is None:
        raise UsageError(
            Message("Nothing is decided about {one} and {other}.", one=one, other=other),
            Message("See what is: enishi judge --list"),
        )
    if before.file != place.name(NAME):
        raise UsageError(
            Message("That is decided in {file}:{line}, not in {folder}.", file=before.file, line=before.line, folder=place.folder),
            Message("Name the folder that it stands in."),
        )  # fmt: skip
    old = place.text(NAME)
    _, items = _listed(old)
    lines = old.splitlines(keepends=True)
    item = next(item for item in items if item.start_mark.line + 1 == before.line)
    last = max(value.end_mark.line if value.end_mark.column else value.end_mark.line - 1 for _, value in item.value)  # fmt: skip
    while last > item.start_mark.line and not lines[last].strip():
        last -= 1
    while last > item.start_mark.line and lines[last].lstrip().startswith("#"):
        last -= 1  # a comment behind it belongs to what follows
    text = "".join([*lines[: item.start_mark.line], *lines[last + 1 :]])
    return Draft(NAME, text if len(items) > 1 else f"{text.rstrip()}\n[]\n".lstrip(), old)


def _listed(text: str) -> tuple[str, list[yaml.Node]]:
    """The file's text, to which decisions can be added, and those in it; an empty list is as good as none.

    Raises:
        UsageError: If they stand in brackets, where they share lines.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return text, []  # told when what is written is checked
    if not isinstance(node, yaml.SequenceNode):
        return text, []
    if not node.flow_style:
        return text, node.value
    if node.value:
        raise UsageError(
            Message("The decisions in {file} stand in brackets.", file=NAME),
            Message("Write each on lines of its own, beginning with `- same: [ID, ID]`."),
        )
    return text[: node.start_mark.index] + text[node.end_mark.index :].lstrip(), []


def _what(judgement: Judgement) -> Term:
    return Term("the same", "同じもの") if isinstance(judgement, Same) else Term("not the same", "別のもの")  # fmt: skip


def _plain(text: str) -> str:
    """Text as a value, with quotes where YAML needs them."""
    try:
        tree = read_tree(f"- k: {text}\n", "")
    except TreeError:
        return quoted(text)
    return text if tree == read_tree(f"- k: {quoted(text)}\n", "") else quoted(text)
