"""New files of the record: an id that is free, names that look alike, a text in the normal form, a check before it is written."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graphmodel.errors import UsageError
from graphmodel.ids import is_entity_id, slug_of
from graphmodel.kinds import KINDS, Kind, kind_of
from graphmodel.messages import Message
from graphmodel.names import fold
from loaders.entities import expand_code
from loaders.files import RECORD_ENDING
from loaders.form import normal_form
from loaders.known import Known
from loaders.register import FOLDER as SOURCES
from loaders.yamltree import TreeError

_SKIPPED = frozenset(
    ["a", "an", "and", "at", "between", "by", "for", "from", "in", "of", "on", "the", "to", "with"]
)
_ALIKE = 0.85


def addable() -> dict[str, type[Kind]]:
    """The kinds that a record has files of, by the word for them on the command line."""
    return {label.lower(): kind for label, kind in KINDS.items() if kind.spec.folder}


@dataclass(frozen=True)
class Draft:
    """A file that is not written yet.

    Attributes:
        file: Its name, relative to the record's folder.
        text: Its text, in the normal form.
        old: The text that stands there now; empty if there is no file.
    """

    file: str
    text: str
    old: str = ""


# Ids and names ----------------------------------------------------------------------------------------------------


def propose_slug(
    words: str, year: str, taken: Mapping[str, object], scheme: str, sides: Sequence[str] = ()
) -> str:
    """An id's slug that is free, made from an English name.

    Args:
        words: The name.
        year: Year to end with, or empty.
        taken: Ids that are taken.
        scheme: Scheme of the id.
        sides: Countries and unions between which it is, as it is usual to begin with them (`jp-uk-…`).
    """
    words = re.sub("[\u2010-\u2015]", "-", words)  # UK–Japan is two words
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SKIPPED]
    codes = [slug_of(side).lower() for side in sides] if len(sides) <= 3 else []
    ending = [year] if year and year not in parts else []
    slug = "-".join([*codes, *parts[: 4 if codes else 8], *ending]) or "new"
    number = 2
    free = slug
    while f"{scheme}:{free}" in taken:
        free, number = f"{slug}-{number}", number + 1
    return free


def names_of(known: Known, label: str) -> Iterator[tuple[str, str]]:
    """Each name of the entities that carry a label, with the entity's id."""
    for id_ in known.of_kind(label):
        kind = kind_of(id_)
        assert kind is not None
        for claims in known.values.get(id_, {}).values():
            if claims[0].claim.field in kind.naming():
                yield from ((id_, str(placed.claim.value)) for placed in claims)


class Alike(NamedTuple):
    """An entity that is called nearly the same.

    Attributes:
        id: Its id.
        name: Its name that is alike.
        same: Whether the names are the same but for width, case, spaces and legal form.
    """

    id: str
    name: str
    same: bool


def near_duplicates(known: Known, kind: type[Kind], names: Sequence[str]) -> list[Alike]:
    """Entities of a kind that are called the same, or nearly so."""
    keys = [key for name in names if (key := fold(name))]
    found: dict[str, Alike] = {}
    for id_, name in names_of(known, kind.spec.label):
        other = fold(name)
        for key in keys:
            matcher = difflib.SequenceMatcher(None, key, other)
            alike = key == other or (
                matcher.real_quick_ratio() >= _ALIKE
                and matcher.quick_ratio() >= _ALIKE
                and matcher.ratio() >= _ALIKE
            )
            if alike and not (id_ in found and found[id_].same):
                found[id_] = Alike(id_, name, key == other)
    return sorted(found.values())


def find_id(known: Known, text: str, labels: Sequence[str]) -> str:
    """The entity that a text names: an id, a slug, a two-letter code or any of its names.

    Raises:
        UsageError: If there is none, or there are several.
    """
    id_ = expand_code(text)
    if is_entity_id(id_) and kind_of(id_):
        return id_
    found = sorted({
        id_
        for label in labels
        for id_, name in names_of(known, label)
        if fold(name) == fold(text) or slug_of(id_) == text
    })  # fmt: skip
    if len(found) == 1:
        return found[0]
    what = " or ".join(labels)
    if found:
        raise UsageError(
            Message("{text!r} may be {ids}.", text=text, ids=", ".join(found)),
            Message("Write the id."),
        )
    near = difflib.get_close_matches(
        fold(text), [fold(n) for label in labels for _, n in names_of(known, label)], n=1
    )
    ids = [id_ for label in labels for id_, name in names_of(known, label) if fold(name) in near]
    first = Message("Add it first: enishi add --help")
    raise UsageError(
        Message("There is no {kind} {text!r} in the record.", kind=what, text=text),
        Message("Did you mean {near}?", near=ids[0]).then(first) if ids else first,
    )


# Texts ------------------------------------------------------------------------------------------------------------


def draft_entity(kind: type[Kind], id_: str, by: Sequence[str], values: Mapping[str, str]) -> Draft:
    """A new entity's file.

    Args:
        kind: Its kind.
        id_: Its id.
        by: Sources of every value that has none of its own, each with its place (`deck-2025@s2 L3`).
        values: Each key's value, as it is written in a record file (`[JP, GB]`, `{is: …, by: …}`).

    Raises:
        UsageError: If a value is not written as in a record file.
    """
    lines = [f"id: {id_}"]
    if by:
        cited = ", ".join(map(quoted, by))
        lines.append(f"by: [{cited}]" if len(by) > 1 else f"by: {cited}")
    lines += [f"{key}: {value}" for key, value in values.items()]
    text = _in_form("\n".join(lines) + "\n", kind)
    return Draft(f"{kind.spec.folder}/{slug_of(id_)}{RECORD_ENDING}", text)


def draft_source(
    old: str, publisher: str, names: Mapping[str, str], entry: Mapping[str, str]
) -> Draft:
    """A publisher's file with a new source at its end.

    Args:
        old: The file's text as it is; empty if there is none.
        publisher: The publisher's slug, which names the file.
        names: The publisher's name by language; needed where it has no file yet.
        entry: Each key of the source with its value, as it is written in a record file.

    Raises:
        UsageError: If the publisher is new and has no name, the file cannot be read, or a value is not written as in one.
    """
    file = source_file(publisher)
    if not old and not names:
        raise UsageError(
            Message("The publisher {publisher} is new.", publisher=publisher),
            Message("Give its name: --publisher-ja …, --publisher-en …."),
        )
    head = f"publisher: {publisher}\nname: {quoted_map(names)}\nsources:\n"
    if old:
        try:
            head = normal_form(old, None)
        except TreeError as error:
            raise UsageError(error.issue._replace(file=file).told) from None
    pairs = [f"{key}: {value}" for key, value in entry.items()]
    return Draft(file, _in_form(head + "- " + "\n  ".join(pairs) + "\n", None), old)


def _in_form(text: str, kind: type[Kind] | None) -> str:
    try:
        return normal_form(text, kind)
    except TreeError as error:
        raise UsageError(
            Message("A value cannot be read: {reason}", reason=error.issue.message),
            Message("Write it as in a record file; docs/record-format.md has every form."),
        ) from None


def source_file(publisher: str) -> str:
    """The file of a publisher's sources."""
    return f"{SOURCES}/{publisher}{RECORD_ENDING}"


def quoted(text: str) -> str:
    """Text as one value of a record file, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)


def quoted_map(texts: Mapping[str, str]) -> str:
    """Texts by language as one value of a record file."""
    return f"{{{', '.join(f'{key}: {quoted(text)}' for key, text in texts.items())}}}"
