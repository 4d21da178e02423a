"""Reading a mapping from its file: every mistake with file, line and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graphmodel.errors import UsageError
from graphmodel.ids import is_entity_id
from graphmodel.kinds import Kind, Source, kind_of
from graphmodel.messages import Message, reason_of
from graphmodel.vocab import Handling
from graphmodel.written_dates import DAY_FIRST, MONTH_FIRST
from loaders.issues import Issue, did_you_mean
from loaders.mapping import NEW, Column, ListMapping, target_of, text_of
from loaders.scaffold import addable
from loaders.yamltree import Mapping, Scalar, Sequence, Tree, TreeError, read_tree

_KEYS = ("source", "handling", "sheet", "kind", "columns", "every", "unused", "names")
_OPTIONS = ("to", "of", "dates", "words", "by")
_SOURCE_KEYS = ("id", "publisher", "name", *(name for name in Source.fields if name != "publisher"))


class MappingError(UsageError):
    """A mapping cannot be used as it is; the findings say why."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = sorted(issues)
        super().__init__(
            Message.joined(issue.told for issue in self.issues),
            Message("Nothing was read from the list. docs/own-list.md has every key of a mapping."),
        )


def read_mapping(path: Path) -> ListMapping:
    """Read a mapping.

    Raises:
        MappingError: With file, line and what to do about each mistake.
        UsageError: If there is no such file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(
            Message("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)),
            Message("Let one be proposed: enishi import LIST --propose {path}", path=path),
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            Message("{path} is not UTF-8.", path=path), Message("Save it as UTF-8.")
        ) from error
    reader = _Reader(str(path))
    try:
        mapping = reader.read(read_tree(text, str(path)))
    except TreeError as error:
        raise MappingError([error.issue]) from None
    if reader.issues or mapping is None:
        raise MappingError(reader.issues)
    return mapping


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self.issues: list[Issue] = []

    def _say(self, line: int, message: Message, hint: Message = Message()) -> None:  # noqa: B008
        self.issues.append(Issue(self._file, line, "bad-mapping", message, hint))

    def read(self, tree: Tree) -> ListMapping | None:
        if not isinstance(tree, Mapping):
            self._say(
                tree.line, Message("A mapping has keys."), Message("Begin it with `source:`.")
            )
            return None
        self._no_other_keys(tree, _KEYS)
        kind = self._kind(tree)
        source = self._source(tree)
        if kind is None:
            return None
        headings = tree.items.get("columns")
        if not isinstance(headings, Mapping) or not headings.items:
            self._say(
                headings.line if headings else tree.line,
                Message("`columns` says what each column is."),
                Message("Write `columns: {文書名: title@ja}`."),
            )
            return None
        columns = [self._column(kind, heading, headings) for heading in headings.items]
        read = [column for column in columns if column]
        for column in read:
            self._of(column, read)
        publisher = text_of(source.pop("publisher", None))
        names = {lang: name for lang, name in self._texts(source.pop("name", None)).items() if name}
        return ListMapping(
            self._file, kind, source, publisher, names, tuple(read),
            self._every(tree, kind), tuple(self._list(tree.items.get("unused"))), self._names(tree),
            text_of(tree.items.get("sheet")), self._handling(tree),
        )  # fmt: skip

    def _kind(self, tree: Mapping) -> type[Kind] | None:
        word = tree.items.get("kind")
        kind = addable().get(text_of(word))
        if not kind:
            known = list(addable())
            self._say(
                word.line if word else tree.line,
                Message("`kind` says what each row is about."),
                did_you_mean(text_of(word), known, Message("Write one of {known}.", known=", ".join(known))),
            )  # fmt: skip
        return kind

    def _source(self, tree: Mapping) -> dict[str, Tree]:
        source = tree.items.get("source")
        if not isinstance(source, Mapping):
            self._say(
                source.line if source else tree.line,
                Message("`source` says whose list it is: every value needs a source."),
                Message("Write `source: {id: …, publisher: …, name: {ja: …}, type: official, language: ja, read_on: 2026-11}`."),
            )  # fmt: skip
            return {}
        self._no_other_keys(source, _SOURCE_KEYS)
        wanted = ["id", "publisher", *(f.name for f in Source.fields.values() if f.required)]
        for key in dict.fromkeys(wanted):
            if key not in source.items and key not in ("completeness", "licence"):
                self._say(source.line, Message("`source` has no `{key}`.", key=key))
        for key in ("id", "publisher"):
            word = source.items.get(key)
            if word and not text_of(word):
                self._say(word.line, Message("`{key}` is empty.", key=key))
            elif word and not is_entity_id(f"source:{text_of(word)}"):
                self._say(
                    word.line,
                    Message("{text!r} is no id of a source or publisher.", text=text_of(word)),
                    Message("Write letters, digits, hyphens and dots, such as desk-list-2026."),
                )
        return dict(source.items)

    def _column(self, kind: type[Kind], heading: str, columns: Mapping) -> Column | None:
        said, line = columns.items[heading], columns.lines[heading]
        options = said if isinstance(said, Mapping) else Mapping({"to": said}, {}, line)
        self._no_other_keys(options, _OPTIONS)
        target = target_of(kind, text_of(options.items.get("to")))
        if isinstance(target, Message):
            self._say(line, Message("Column {heading}: {problem}", heading=heading, problem=target))
            return None
        dates = text_of(options.items.get("dates"))
        if dates and dates not in (DAY_FIRST, MONTH_FIRST):
            self._say(
                line, Message("`dates` is day-first or month-first, not {text!r}.", text=dates)
            )
        words = self._texts(options.items.get("words"))
        for word, code in words.items():
            if target.field and not target.field.ref:
                try:
                    target.field.canonical(code)
                except ValueError as error:
                    self._say(line, Message("Word {word}: {reason}.", word=word, reason=reason_of(error)))  # fmt: skip
        of, by = (text_of(options.items.get(key)) for key in ("of", "by"))
        return Column(heading, target, of, dates, words, by, line)

    def _of(self, column: Column, columns: list[Column]) -> None:
        """A property of a tie belongs to the tie that another column, or the mapping, names."""
        tie = column.target.tie
        if not (tie and column.target.field) or is_entity_id(column.of):
            return
        named = [one.heading for one in columns if one.target.tie == tie and not one.target.field]
        if column.of not in named and not (not column.of and len(named) == 1):
            self._say(
                column.line,
                Message("Column {heading}: `of` says whose it is.", heading=column.heading),
                Message("Name one of these columns: {known}; or an id.", known=", ".join(named) or "―"),
            )  # fmt: skip

    def _every(self, tree: Mapping, kind: type[Kind]) -> dict[str, Tree]:
        every = tree.items.get("every")
        if every is None or (isinstance(every, Scalar) and not every.text):
            return {}
        if not isinstance(every, Mapping):
            self._say(every.line, Message("`every` has keys of a record file."))
            return {}
        self._no_other_keys(every, (*kind.fields, *kind.tie_fields))
        return dict(every.items)

    def _handling(self, tree: Mapping) -> str:
        word = tree.items.get("handling")
        if word and not Handling.has(text_of(word)):
            self._say(word.line, Message("`handling` is one of {words}.", words=", ".join(Handling)))  # fmt: skip
        return text_of(word)

    def _names(self, tree: Mapping) -> dict[str, str]:
        names = self._texts(tree.items.get("names"))
        for name, id_ in names.items():
            if id_ != NEW and not (is_entity_id(id_) and kind_of(id_)):
                line = tree.lines["names"]
                self._say(line, Message("{name}: {id!r} is no id; write one, or `new`.", name=name, id=id_))  # fmt: skip
        return names

    def _no_other_keys(self, mapping: Mapping, known: Iterable[str]) -> None:
        for key in mapping.items.keys() - set(known):
            self._say(
                mapping.lines.get(key, mapping.line),
                Message("There is no key `{key}` here.", key=key),
                did_you_mean(key, known, Message("It may have {known}.", known=", ".join(known))),
            )

    def _texts(self, tree: Tree | None) -> dict[str, str]:
        if tree is None or (isinstance(tree, Scalar) and not tree.text):
            return {}
        if not isinstance(tree, Mapping):
            self._say(tree.line, Message("Write `{key: value}` here."))
            return {}
        return {key: text_of(value) for key, value in tree.items.items()}

    def _list(self, tree: Tree | None) -> list[str]:
        if tree is None:
            return []
        items = tree.items if isinstance(tree, Sequence) else [tree]
        return [text_of(item) for item in items]
