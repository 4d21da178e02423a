"""From the tree of one record file to claims. One rule: `key: v` means `key: [{is: v}]`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from graphmodel.claims import HOLDS, LIST_MARK, Claim, Value
from graphmodel.ids import TieId, is_entity_id, scheme_of
from graphmodel.kinds import SCHEMES, FieldSpec, Kind, TieField, kind_of
from graphmodel.messages import Message, Term, reason_of
from graphmodel.vocab import Basis, Mood, Vocabulary
from loaders.beside import CAREFUL, OWN_HANDLING, ProblemError, careful, date, scalar, word
from loaders.issues import Issue, did_you_mean
from loaders.yamltree import Mapping, Scalar, Sequence, Tree

_CODE = re.compile(r"[A-Z]{2}")
_WORDS: dict[str, type[Vocabulary]] = {"mood": Mood, "basis": Basis}
_SAID = frozenset({*_WORDS, *CAREFUL, "text", "valid"})
_MODIFIERS = _SAID | {"by", "at"}
_TIE_KEYS = frozenset({HOLDS, "period", "list", "complete"})
_TOP_KEYS = frozenset({"id", "by", "notes"})
_OWN_TOP_KEYS = _TOP_KEYS | {*CAREFUL}


LANGUAGES = frozenset(
    ["ja", "en", "da", "de", "es", "fi", "fr", "it", "ko", "nl", "no", "pt", "sv", "zh"]
)
"""Languages in which text is recorded, by ISO 639 code."""

_LANGUAGE_OF = {"jp": "ja", "kr": "ko", "cn": "zh", "dk": "da", "se": "sv"}
"""The language that is meant where the code of a country stands."""

_TEXTS = LANGUAGES | {"is"}
"""Keys of what is said: in a language, or in none."""


class Placed(NamedTuple):
    """A claim and the place in the record where it is written."""

    claim: Claim
    file: str
    line: int


class Cited(NamedTuple):
    """A source, and the place in it."""

    source: str
    at: str


def expand_code(text: str) -> str:
    """The id that a bare two-letter code stands for; any other text as it is."""
    if not _CODE.fullmatch(text):
        return text
    return "union:EU" if text == "EU" else f"country:{text}"


class EntityReader:
    """Reads record files; what cannot be read becomes an Issue and the rest goes on.

    Attributes:
        claims: The claims read, each with its place.
        entities: The id of each entity read, with file and line.
        here: The same of the folder that was begun last.
        citations: Source, file and line of each `by`, in order.
        issues: What is wrong.
    """

    def __init__(self) -> None:
        self.claims: list[Placed] = []
        self.entities: dict[str, tuple[str, int]] = {}
        self.here: dict[str, tuple[str, int]] = {}
        self.citations: dict[tuple[str, str, int], None] = {}
        self.issues: list[Issue] = []
        self._own = False
        self._defaults: dict[str, str] = {}
        self._file = ""
        self._kind: type[Kind] = Kind
        self._id = ""
        self._careful: dict[str, str] = {}

    def begin(self, *, own: bool) -> None:
        """Begin a folder of the record: the ids that it has are its own, or go on about what was read before.

        Args:
            own: Whether it is one beside the record, where claims may be handled with care.
        """
        self._own = own
        self._defaults = {"handling": OWN_HANDLING} if own else {}
        self.here = {}

    def read(self, tree: Tree, file: str, folder_kind: type[Kind]) -> None:
        """Read one file's tree.

        Args:
            tree: What the file holds.
            file: Its name, for messages.
            folder_kind: Kind of the entities of its folder.
        """
        self._file = file
        try:
            mapping = self._top(tree, folder_kind)
            self._careful = self._defaults | careful(mapping, own=self._own)
            by = self._cited(mapping, [])
        except ProblemError as problem:
            self._report(problem)
            return
        for key, value in mapping.items.items():
            if key not in _OWN_TOP_KEYS:
                self._guarded(self._key, key, value, by, mapping.lines[key])

    def _report(self, problem: ProblemError) -> None:
        self.issues.append(
            Issue(self._file, problem.line, problem.code, problem.message, problem.hint)
        )

    def _top(self, tree: Tree, kind: type[Kind]) -> Mapping:
        if not isinstance(tree, Mapping):
            raise ProblemError(
                tree.line,
                "no-entity",
                Message("A record file is a mapping."),
                Message("Begin it with `id:`."),
            )
        id_ = tree.items.get("id")
        if not isinstance(id_, Scalar):
            raise ProblemError(
                tree.line,
                "no-id",
                Message("The file has no `id`."),
                Message("Begin it with `id: {scheme}:…`.", scheme=kind.spec.scheme),
            )
        if not is_entity_id(id_.text):
            raise ProblemError(
                id_.line,
                "bad-id",
                Message("{text!r} is no id.", text=id_.text),
                Message(
                    "Write `{scheme}:` and letters, digits, hyphens and dots.",
                    scheme=kind.spec.scheme,
                ),
            )
        if scheme_of(id_.text) != kind.spec.scheme:
            other = SCHEMES.get(scheme_of(id_.text))
            where = (
                Message("It belongs into {folder}/.", folder=other.spec.folder)
                if other and other.spec.folder
                else Message("Write `id: {scheme}:…`.", scheme=kind.spec.scheme)
            )
            raise ProblemError(
                id_.line,
                "wrong-folder",
                Message(
                    "{id} stands in {folder}/, where ids begin with `{scheme}:`.",
                    id=id_.text,
                    folder=kind.spec.folder,
                    scheme=kind.spec.scheme,
                ),
                where,
            )
        if id_.text in self.here:
            first_file, first_line = self.here[id_.text]
            raise ProblemError(
                id_.line,
                "duplicate-id",
                Message(
                    "{id} is already the id of {place}.",
                    id=id_.text,
                    place=f"{first_file}:{first_line}",
                ),
                Message("Put both into one file, or give this entity an id of its own."),
            )
        self._kind, self._id = kind, id_.text
        self.here[id_.text] = (self._file, id_.line)
        self.entities.setdefault(id_.text, self.here[id_.text])
        return tree

    def _key(self, key: str, value: Tree, by: list[Cited], line: int) -> None:
        if field := self._kind.fields.get(key):
            for item in _items(value):
                self._guarded(self._value, self._id, field, item, by)
        elif tie := self._kind.tie_fields.get(key):
            for item in _items(value):
                self._guarded(self._tie, tie, item, by)
        else:
            top = _OWN_TOP_KEYS if self._own else _TOP_KEYS
            known = [*self._kind.fields, *self._kind.tie_fields, *top]
            raise ProblemError(
                line,
                "unknown-key",
                Message(
                    "{kind} files have no `{key}`.",
                    kind=Term(self._kind.spec.en, self._kind.spec.ja),
                    key=key,
                ),
                did_you_mean(
                    key, known, Message("It may have {known}.", known=", ".join(sorted(known)))
                ),
            )

    def _guarded(self, read: Callable[..., None], *args: object) -> None:
        """One bad item does not hide the findings about the next."""
        try:
            read(*args)
        except ProblemError as problem:
            self._report(problem)

    # Values -------------------------------------------------------------------------------------------------

    def _value(
        self,
        subject: str,
        field: FieldSpec,
        item: Tree,
        by: list[Cited],
        around: dict[str, Tree] | None = None,
    ) -> None:
        if isinstance(item, Scalar):
            if field.localised:
                raise ProblemError(
                    item.line,
                    "no-language",
                    Message("`{key}` is text in a language.", key=field.name),
                    Message("Write `{key}: {{ja: …, en: …}}`.", key=field.name),
                )
            self._claim(
                subject,
                field.name,
                self._canonical(field, item),
                by,
                Mapping(around or {}, {}, item.line),
            )
            return
        mapping = _mapping(item, field.name)
        by = self._cited(mapping, by)
        texts = {key: value for key, value in mapping.items.items() if key in _TEXTS}
        fitting = LANGUAGES if field.localised else {"is"}
        allowed = _MODIFIERS | fitting | texts.keys() | ({"use"} if field.uses else set())
        self._no_other_keys(mapping, allowed, field.name)
        if not texts or any((key == "is") == field.localised for key in texts):
            wanted = "{ja: …}" if field.localised else "{is: …}"
            raise ProblemError(
                mapping.line,
                "no-value",
                Message("`{key}` has no value here.", key=field.name),
                Message("Write {wanted}.", wanted=wanted),
            )
        name = field.name + self._use(field, mapping)
        if around:
            mapping = Mapping(around | mapping.items, mapping.lines, mapping.line)
        for key, value in texts.items():
            text = scalar(value, field.name)
            property_ = name if key == "is" else f"{name}@{key}"
            self._claim(subject, property_, self._canonical(field, text), by, mapping)

    def _use(self, field: FieldSpec, mapping: Mapping) -> str:
        if field.uses is None:
            return ""
        use = mapping.items.get("use")
        if not isinstance(use, Scalar) or not field.uses.has(use.text):
            line = use.line if use else mapping.line
            raise ProblemError(
                line,
                "no-use",
                Message("A further name needs a use."),
                Message("Add `use:` with one of {uses}.", uses=", ".join(field.uses)),
            )
        return f".{use.text}"

    def _canonical(self, field: FieldSpec, text: Scalar) -> str | int | bool:
        if field.ref:
            return self._reference(text)
        if not text.text.strip():
            raise ProblemError(
                text.line,
                "no-value",
                Message("`{key}` has no value here.", key=field.name),
                Message("Write one, or delete the key."),
            )
        try:
            return field.canonical(text.text)
        except ValueError as error:
            reason, hint = reason_of(error), Message()
            if field.vocabulary:
                hint = did_you_mean(text.text, field.vocabulary)
            elif field.is_date:
                hint = Message(
                    "Write the date as precisely as the source gives it, and no further."
                )
            code = "bad-date" if field.is_date else "bad-value"
            raise ProblemError(
                text.line, code, Message("`{key}`: {reason}.", key=field.name, reason=reason), hint
            ) from None

    def _reference(self, text: Scalar) -> str:
        id_ = expand_code(text.text)
        if not is_entity_id(id_) or kind_of(id_) is None:
            schemes = ", ".join(
                f"{kind.spec.scheme}:" for kind in SCHEMES.values() if kind.spec.folder
            )
            raise ProblemError(
                text.line,
                "bad-id",
                Message("{text!r} is no id.", text=text.text),
                Message("Ids begin with one of {schemes}.", schemes=schemes),
            )
        return id_

    # Ties ---------------------------------------------------------------------------------------------------

    def _tie(self, field: TieField, item: Tree, by: list[Cited]) -> None:
        if isinstance(item, Scalar):
            self._tie_claims(field, self._reference(item), Mapping({}, {}, item.line), by)
            return
        mapping = _mapping(item, field.name)
        by = self._cited(mapping, by)
        self._no_other_keys(
            mapping, _MODIFIERS | _TIE_KEYS | {field.key} | field.tie.fields.keys(), field.name
        )
        if "list" in mapping.items:
            self._list(field, mapping, by)
        elif "complete" in mapping.items:
            raise _no_effect(mapping, "complete", Message("It belongs to a `list`."))
        elif field.key in mapping.items:
            other = scalar(mapping.items[field.key], field.name)
            self._tie_claims(field, self._reference(other), mapping, by)
        else:
            raise ProblemError(
                mapping.line,
                "no-value",
                Message("`{key}` names no one here.", key=field.name),
                Message("Write `{who}:` or `list:`.", who=field.key),
            )

    def _list(self, field: TieField, mapping: Mapping, by: list[Cited]) -> None:
        entries = mapping.items["list"]
        if not isinstance(entries, Sequence):
            raise ProblemError(
                entries.line,
                "no-value",
                Message("`list` is a list."),
                Message("Write `list: [US, AU]`."),
            )
        others = [self._reference(scalar(entry, field.name)) for entry in entries.items]
        if len(set(others)) < len(others):
            raise ProblemError(
                entries.line,
                "duplicate-entry",
                Message("An entry stands twice in this list."),
                Message("Delete one."),
            )
        complete = self._flag(mapping, "complete", default=False)
        attendance = self._beside(mapping).get("basis") == Basis.ATTENDANCE
        if attendance and not complete:
            raise ProblemError(
                mapping.line,
                "open-attendance",
                Message("A list of some of those present says nothing of who was not."),
                Message("Add `complete: true`, or list them under the meeting's `attended`."),
            )
        idle = {field.key}
        if complete:
            idle.add(HOLDS)
        if attendance:
            idle |= {"period", *field.tie.fields}
        for key in mapping.items:
            if key in idle:
                raise _no_effect(
                    mapping, key, Message("Write an entry of its own, without `list`.")
                )
        if complete:
            self._claim(self._id, field.name + LIST_MARK, tuple(others), by, mapping)
        if not attendance:
            for other in others:
                self._tie_claims(field, other, mapping, by)

    def _tie_claims(self, field: TieField, other: str, mapping: Mapping, by: list[Cited]) -> None:
        start, end = (other, self._id) if field.incoming else (self._id, other)
        subject = str(TieId(start, field.tie.spec.type, end, _period(mapping)))
        self._claim(subject, HOLDS, self._flag(mapping, HOLDS, default=True), by, mapping)
        around = {key: mapping.items[key] for key in CAREFUL if key in mapping.items}
        for name, value in mapping.items.items():
            if property_ := field.tie.fields.get(name):
                for item in _items(value):
                    self._value(subject, property_, item, by, around)

    # What stands beside a value -------------------------------------------------------------------------------

    def _claim(
        self, subject: str, name: str, value: Value, by: list[Cited], beside: Mapping
    ) -> None:
        if not by:
            raise ProblemError(
                beside.line,
                "no-source",
                Message("`{key}` has no source.", key=name.partition("@")[0]),
                Message("Add `by:` beside the value, or at the top of the file."),
            )
        said = self._careful | self._beside(beside)
        for cited in by:
            claim = Claim(subject, name, value, cited.source, cited.at, **said)
            self.claims.append(Placed(claim, self._file, beside.line))

    def _beside(self, mapping: Mapping) -> dict[str, str]:
        """What stands beside a value, by the claim's own names; most values have nothing beside them."""
        said: dict[str, str] = {}
        if _SAID.isdisjoint(mapping.items):
            return said
        said |= careful(mapping, own=self._own)
        for key in sorted(mapping.items.keys() & (_SAID - {*CAREFUL})):
            text = scalar(mapping.items[key], key)
            if words := _WORDS.get(key):
                said[key] = word(key, text, words)
            elif key == "text":
                said[key] = text.text
            else:
                said[key] = date(key, text)
        return said

    def _cited(self, mapping: Mapping, inherited: list[Cited]) -> list[Cited]:
        at = mapping.items.get("at")
        if "by" not in mapping.items:
            if at is None:
                return inherited
            if len(inherited) != 1:
                raise ProblemError(
                    at.line,
                    "no-source",
                    Message("`at` needs one source to point into."),
                    Message("Write `by: source@place`."),
                )
            return [Cited(inherited[0].source, scalar(at, "at").text)]
        if at is not None:
            raise ProblemError(
                at.line,
                "bad-place",
                Message("`at` stands beside `by`."),
                Message("Write `by: source@place`."),
            )
        cited = []
        for item in _items(mapping.items["by"]):
            text = scalar(item, "by")
            source, _, place = text.text.partition("@")
            self.citations[source.strip(), self._file, text.line] = None
            cited.append(Cited(source.strip(), place.strip()))
        return cited

    def _no_other_keys(
        self, mapping: Mapping, allowed: frozenset[str] | set[str], name: str
    ) -> None:
        if allowed.issuperset(mapping.items):
            return
        for key in mapping.items:
            if key in allowed:
                continue
            raise ProblemError(
                mapping.lines[key],
                "unknown-key",
                Message("`{what}` has no `{key}`.", what=name, key=key),
                did_you_mean(
                    _LANGUAGE_OF.get(key, key),
                    allowed,
                    Message("It may have {known}.", known=", ".join(sorted(allowed))),
                ),
            )

    def _flag(self, mapping: Mapping, key: str, *, default: bool) -> bool:
        node = mapping.items.get(key)
        if node is None:
            return default
        text = scalar(node, key).text
        if text not in ("true", "false"):
            raise ProblemError(
                node.line,
                "bad-value",
                Message("`{key}` is true or false, not {text!r}.", key=key, text=text),
            )
        return text == "true"


def _items(tree: Tree) -> list[Tree]:
    return tree.items if isinstance(tree, Sequence) else [tree]


def _mapping(tree: Tree, name: str) -> Mapping:
    if not isinstance(tree, Mapping):
        raise ProblemError(
            tree.line,
            "no-value",
            Message("`{key}` is no list of lists.", key=name),
            Message("Write `{is: …, by: …}`."),
        )
    return tree


def _no_effect(mapping: Mapping, key: str, hint: Message) -> ProblemError:
    return ProblemError(
        mapping.lines[key], "no-effect", Message("`{key}` says nothing here.", key=key), hint
    )


def _period(mapping: Mapping) -> int:
    node = mapping.items.get("period")
    if node is None:
        return 1
    text = scalar(node, "period")
    if not text.text.isdecimal() or int(text.text) < 2:
        raise ProblemError(
            text.line,
            "bad-value",
            Message("`period` is 2 or a higher number."),
            Message("Leave it out for the first."),
        )
    return int(text.text)
