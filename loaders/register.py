"""The register of sources: one file per publisher."""

from __future__ import annotations

from typing import NamedTuple

from graphmodel.claims import OURS, Claim
from graphmodel.ids import is_entity_id
from graphmodel.kinds import Source
from graphmodel.messages import Message, Term, reason_of
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Handling, SourceType
from loaders.beside import OWN_HANDLING, ProblemError, careful
from loaders.entities import Placed
from loaders.issues import Issue, did_you_mean, what_to_write
from loaders.yamltree import Mapping, Scalar, Sequence, Tree

FOLDER = "sources"
"""Folder of the record that holds the register."""

PUBLISHER_KEYS = ("publisher", "name", "organisation", "handling", "notes", "sources")
"""Keys of a publisher's file, in order."""

SOURCE_KEYS = ("id", "handling", "notes", *(key for key in Source.fields if key != "publisher"))
"""Keys of a source, in order."""


_OURSELVES = (
    ("publisher@ja", "Enishi（当データの分類・仮称）"),
    ("publisher@en", "Enishi (our own classification and descriptions)"),
    ("type", SourceType.OURS.value),
)


class Registered(NamedTuple):
    """A source of the register, and where it stands."""

    facts: SourceFacts
    file: str
    line: int


class Register:
    """Reads publishers' files.

    Attributes:
        sources: Each source by its id.
        claims: What the register says of the sources, as claims of theirs about themselves.
        issues: What is wrong.
    """

    def __init__(self) -> None:
        self.sources: dict[str, Registered] = {
            OURS: Registered(SourceFacts(SourceType.OURS), "", 0)
        }
        self.claims = [
            Placed(Claim(f"source:{OURS}", name, value, OURS), "", 0) for name, value in _OURSELVES
        ]
        self.issues: list[Issue] = []

    def read(self, tree: Tree, file: str, *, own: bool = False) -> None:
        """Read one publisher's file.

        Args:
            tree: What the file holds.
            file: Its name, for messages.
            own: Whether it is in a folder of one's own, where a source may be handled with care.
        """
        if not isinstance(tree, Mapping) or not isinstance(tree.items.get("sources"), Sequence):
            self._issue(
                file,
                tree.line,
                "no-sources",
                Message("A publisher's file holds a list of `sources`."),
                Message("See docs/record-format.md."),
            )
            return
        self._no_other_keys(tree, PUBLISHER_KEYS, file)
        names = _texts(tree.items.get("name"))
        if not names:
            self._issue(
                file,
                tree.line,
                "no-value",
                Message("The publisher has no `name`."),
                Message("Add `name: {ja: …, en: …}`."),
            )
        entries = tree.items["sources"]
        assert isinstance(entries, Sequence)
        handling = self._handling(tree, OWN_HANDLING if own else Handling.PUBLIC.value, file, own)
        for entry in entries.items:
            if isinstance(entry, Mapping):
                self._source(entry, names, file, self._handling(entry, handling, file, own))
            else:
                self._issue(
                    file,
                    entry.line,
                    "no-value",
                    Message("A source is a mapping."),
                    Message("Write `- id: …`."),
                )

    def _handling(self, mapping: Mapping, otherwise: str, file: str, own: bool) -> str:
        """How far what a mapping says may travel; what cannot be read does not."""
        try:
            return careful(mapping, own=own).get("handling", otherwise)
        except ProblemError as problem:
            self._issue(file, problem.line, problem.code, problem.message, problem.hint)
            return Handling.RESTRICTED.value

    def _source(self, entry: Mapping, publisher: dict[str, str], file: str, handling: str) -> None:
        self._no_other_keys(entry, SOURCE_KEYS, file)
        id_ = entry.items.get("id")
        if not isinstance(id_, Scalar):
            self._issue(
                file,
                entry.line,
                "no-id",
                Message("The source has no `id`."),
                Message("Add one, such as cao-20250513."),
            )
            return
        if not is_entity_id(f"source:{id_.text}"):
            self._issue(
                file,
                id_.line,
                "bad-id",
                Message("{id!r} is no id of a source.", id=id_.text),
                Message("Write letters, digits, hyphens and dots, such as cao-20250513."),
            )
            return
        if first := self.sources.get(id_.text):
            where = (
                f"{first.file}:{first.line}" if first.file else Term("Enishi itself", "Enishi自体")
            )
            self._issue(
                file,
                id_.line,
                "duplicate-id",
                Message("{id} is already the id of {place}.", id=id_.text, place=where),
                Message("Choose another."),
            )
            return
        values = {f"publisher@{lang}": name for lang, name in publisher.items()}
        for name, field in Source.fields.items():
            node = entry.items.get(name)
            if node is None:
                if field.required and name != "publisher":
                    self._issue(
                        file,
                        entry.line,
                        "no-value",
                        Message("{id} has no `{key}`.", id=id_.text, key=name),
                        what_to_write(field),
                    )
            elif field.localised and (texts := _texts(node)):
                values |= {f"{name}@{lang}": text for lang, text in texts.items()}
            elif field.localised or not isinstance(node, Scalar):
                wanted = (
                    Message("Write {wanted}.", wanted="{ja: …, en: …}")
                    if field.localised
                    else Message("Write one value.")
                )
                self._issue(
                    file,
                    node.line,
                    "no-value",
                    Message("`{key}` has no value here.", key=name),
                    wanted,
                )
            else:
                try:
                    values[name] = str(field.canonical(node.text))
                except ValueError as error:
                    self._issue(
                        file,
                        node.line,
                        "bad-value",
                        Message("`{key}`: {reason}.", key=name, reason=reason_of(error)),
                        what_to_write(field),
                    )
        type_ = SourceType(values.get("type", SourceType.SECONDARY))
        facts = SourceFacts(type_, values.get("published", ""))
        self.sources[id_.text] = Registered(facts, file, id_.line)
        for name, value in values.items():
            claim = Claim(f"source:{id_.text}", name, value, id_.text, handling=handling)
            self.claims.append(Placed(claim, file, id_.line))

    def _no_other_keys(self, mapping: Mapping, known: tuple[str, ...], file: str) -> None:
        for key in mapping.items.keys() - set(known):
            hint = did_you_mean(key, known, Message("It may have {known}.", known=", ".join(known)))
            self._issue(
                file,
                mapping.lines[key],
                "unknown-key",
                Message("The register has no `{key}`.", key=key),
                hint,
            )

    def _issue(self, file: str, line: int, code: str, message: Message, hint: Message) -> None:
        self.issues.append(Issue(file, line, code, message, hint))


def _texts(tree: Tree | None) -> dict[str, str]:
    if not isinstance(tree, Mapping):
        return {}
    return {lang: text.text for lang, text in tree.items.items() if isinstance(text, Scalar)}
