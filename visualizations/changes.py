"""What became of one graph in another, in sentences of both languages, grouped by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.ids import TieId
from graphmodel.kinds import KINDS, TIES, FieldSpec, declaration_of, kind_of
from graphmodel.labels import property_label
from graphmodel.vocab import ChangeKind
from queries.changes import Change, Said, Snapshot
from queries.files import internal
from visualizations.coverage import Numbers, coverage_line, footnote, handling_mark
from visualizations.values import Words
from visualizations.wording import bracketed, listed


@dataclass(frozen=True)
class ChangeList:
    """What became of one graph in another, to be told.

    Attributes:
        changes: The changes, in their order.
        before: The one graph.
        after: The other.
        names: What the two are called, by language.
        as_of: ISO day on which it is told.
        own: Id of the reader's own side.
    """

    changes: list[Change]
    before: Snapshot
    after: Snapshot
    names: Mapping[str, tuple[str, str]]
    as_of: str
    own: str

    def title(self, lang: str) -> str:
        """How many there are, and between what."""
        one, other = self.names[lang]
        count = len(self.changes)
        if lang == "ja":
            return f"{one}から{other}までの変化：{f'{count}件' if count else '見当たらない'}"
        return f"Changes from {one} to {other}: {count or 'none found'}"

    def kind(self, change: Change) -> str:
        """Label of the kind of what a change is told under."""
        row = self.after.entities.get(change.entity) or self.before.entities[change.entity]
        return str(row["kind"])

    def sentences(self, lang: str) -> dict[Change, str]:
        """Each change as a sentence."""
        teller = _Teller(self, lang)
        return {change: teller.sentence(change) for change in self.changes}

    def sources(self) -> dict[str, dict[str, Any]]:
        """What is known of each source that is cited, by its id."""
        cited = {cite.partition("@")[0] for change in self.changes for cite in change.cites}
        ids = sorted(f"source:{id_}" for id_ in cited)
        found: dict[str, dict[str, Any]] = {}
        for graph in (self.before, self.after):
            for row in graph.store.read(internal("sources"), {"ids": ids}).records():
                id_ = row["id"].removeprefix("source:")
                found[id_] = row | {"id": id_}
        return dict(sorted(found.items()))

    def as_json(self) -> dict[str, Any]:
        """The list as JSON can hold it, with its sentences in both languages."""
        said = {lang: self.sentences(lang) for lang in ("ja", "en")}
        return {
            "title": {lang: self.title(lang) for lang in said},
            "changes": [
                {
                    **vars(change),
                    "kind": self.kind(change),
                    "before": [value._asdict() for value in change.before],
                    "after": [value._asdict() for value in change.after],
                    "still": [value._asdict() for value in change.still],
                    "sentence": {lang: said[lang][change] for lang in said},
                }
                for change in self.changes
            ],
            "sources": list(self.sources().values()),
            "coverage": self.after.coverage(self.as_of).as_json(),
        }


def changes_text(told: ChangeList, lang: str, *, markdown: bool = False) -> str:
    """The list as text: a heading for each kind, what became of each thing, the sources by number.

    Further names of what was on record, and texts in the other language beside those in this one, are only counted:
    they would hide the rest.
    """
    coverage = told.after.coverage(told.as_of)
    numbers, teller = Numbers(), _Teller(told, lang)
    lines = [mark] if (mark := handling_mark(coverage.handling, lang)) else []
    lines += [f"# {told.title(lang)}" if markdown else told.title(lang), ""]
    shown = [change for change in told.changes if not _said_besides(change, told.changes, lang)]
    for kind, of_kind in groupby(shown, key=told.kind):
        label = KINDS[kind].spec.ja if lang == "ja" else KINDS[kind].spec.en
        heading = f"【{label}】" if lang == "ja" else label.upper()
        lines.append(f"## {label}" if markdown else heading)
        for id_, of_one in groupby(of_kind, key=lambda change: change.entity):
            lines += _lines(id_, list(of_one), teller, numbers, markdown=markdown)
        lines.append("")
    if left := len(told.changes) - len(shown):
        lines += [_NAMES[lang].format(count=left), ""]
    sources = told.sources()
    notes = [f"{n}) {footnote(sources[id_], lang)}" for n, id_ in enumerate(numbers.order, start=1)]
    lines += [f"- {note}" if markdown else note for note in notes]
    lines += [*([""] if markdown else []), coverage_line(coverage, lang)]
    return "\n".join(lines) + "\n"


_NAMES = {
    "ja": "ほか、収録済みのものの名称の追加、別言語の表記：{count}件（--format json で一覧）",
    "en": "Besides, further names of what was on record, and texts in the other language: {count} (listed by --format json)",
}


def _said_besides(change: Change, changes: Iterable[Change], lang: str) -> bool:
    base, _, language = change.property.partition("@")
    if change.names_only or language in ("", lang):
        return change.names_only
    ours = (change.entity, change.what, f"{base}@{lang}")
    return any((one.entity, one.what, one.property) == ours for one in changes)


def _lines(
    id_: str, changes: list[Change], teller: _Teller, numbers: Numbers, *, markdown: bool
) -> Iterator[str]:
    """What became of one thing: a line, or its name with a line for each change below."""
    dot, below = ("- ", "  - ") if markdown else ("・", "　－ ") if teller.ja else ("- ", "    - ")
    if len(changes) == 1:
        yield f"{dot}{teller.sentence(changes[0])}{_numbered(changes[0], numbers)}"
        return
    yield f"{dot}{teller.name(id_)}"
    for change in changes:
        yield f"{below}{teller.said(change)}{_numbered(change, numbers)}"


def _may_hold(field: FieldSpec, values: Iterable[str]) -> bool:
    """Whether values are of a field: ties of several types have one of the same name, each with words of its own."""
    return field.vocabulary is None or all(map(field.vocabulary.has, values))


def _numbered(change: Change, numbers: Numbers) -> str:
    cited = dict.fromkeys(cite.partition("@")[0] for cite in change.cites)
    ordered = sorted(numbers.of(id_) for id_ in cited if id_ != OURS)
    return "".join(f" {number})" for number in ordered)


_WHOLE = {
    ChangeKind.NEW: ("新規：{name}", "New: {name}"),
    ChangeKind.WITHDRAWN: ("記載がなくなった：{name}", "No longer on record: {name}"),
}
_TIES = {
    ChangeKind.NEW: ("{label}に{others}が加わった", "{others} added ({label})"),
    ChangeKind.WITHDRAWN: (
        "{label}に{others}の記載がなくなった",
        "{others} no longer on record ({label})",
    ),
    ChangeKind.DISPUTED: (
        "{label}の{others}について、資料により異なる",
        "sources differ on {others} ({label})",
    ),
    ChangeKind.SETTLED: (
        "{label}の{others}について、資料による相違がなくなった",
        "sources no longer differ on {others} ({label})",
    ),
}
_VALUES = {
    ChangeKind.NEW: ("{label}が加わった：{after}", "{label}: {after} (new)"),
    ChangeKind.ENDED: ("終了（{label}：{after}）", "ended ({label}: {after})"),
    ChangeKind.CHANGED: ("{label}は{before}から{after}へ", "{label}: {before} → {after}"),
    ChangeKind.WITHDRAWN: (
        "{label}の記載がなくなった：{before}",
        "{label} no longer on record: {before}",
    ),
    ChangeKind.DISPUTED: (
        "{label}は資料により異なる（用いる値：{used}／別の記載：{rivals}）",
        "sources differ on {label} (used: {used}; others: {rivals})",
    ),
    ChangeKind.SETTLED: (
        "{label}について、資料による相違がなくなった：{after}",
        "sources no longer differ on {label}: {after}",
    ),
}
_STILL = ("{kept}とする資料も引き続きある", "{kept} is still on record")
"""What is said of a whole entity, of a list of ties and of a value, in Japanese and in English."""


class _Teller:
    """Puts changes into sentences of one language.

    Attributes:
        ja: Whether that is Japanese.
    """

    def __init__(self, told: ChangeList, lang: str) -> None:
        self._told, self.ja, self._lang = told, lang == "ja", lang
        rows = {**told.before.entities, **told.after.entities}
        self._words = Words(lang, told.own, {id_: row[f"name_{lang}"] for id_, row in rows.items()})

    def name(self, id_: str) -> str:
        """The name of an entity."""
        return self._words.name(id_)

    def sentence(self, change: Change) -> str:
        """One change."""
        if not change.property:
            return self._whole(change, self.name(change.entity))
        head = self.name(change.entity)
        return f"{head}：{self.said(change)}" if self.ja else f"{head}: {self.said(change)}"

    def said(self, change: Change) -> str:
        """One change, where the name of what it is about stands already."""
        if not change.property:
            return change.what.label(self._lang)
        field = self._field(change)
        if change.others and field is None:
            return self._of_tie(change)
        label = property_label(change.property, self._lang)
        label = bracketed(label, self._several(change.others), self._lang)
        return self._of_value(change, label, field)

    def _whole(self, change: Change, name: str) -> str:
        about = ("、" if self.ja else "; ").join(self._about(change))
        return self._say(_WHOLE[change.what], name=bracketed(name, about, self._lang))

    def _say(self, texts: tuple[str, str], **values: str) -> str:
        return texts[0 if self.ja else 1].format(**values)

    def _about(self, change: Change) -> Iterator[str]:
        """What is said of a new entity: of what type it is, its days, and whom it ties together; of one gone, when."""
        if change.what is not ChangeKind.NEW:
            yield from filter(None, [self._withdrawn(change)])
            return
        id_ = change.entity
        kind = kind_of(id_)
        assert kind is not None
        after = self._told.after
        for name in ("type", *kind.spec.event):
            if (field := kind.fields.get(name)) and (said := after.used(id_, name)):
                value = self._value(field, said[0])
                yield (
                    value if name == "type" else self._pair(property_label(name, self._lang), value)
                )
        for tie in kind.tie_fields.values():
            if not tie.required:
                continue
            ends = (TieId(other, tie.tie.spec.type, id_) if tie.incoming else TieId(id_, tie.tie.spec.type, other) for other in after.entities)  # fmt: skip
            others = [
                end.start if tie.incoming else end.end for end in ends if str(end) in after.ties
            ]
            if others:
                yield self._pair(property_label(tie.name, self._lang), self._several(others))

    def _several(self, ids: Iterable[str]) -> str:
        rows = {**self._told.before.entities, **self._told.after.entities}
        in_order = sorted(ids, key=lambda id_: (id_ != self._told.own, rows[id_]["name_en"]))
        return listed([self._words.name(id_) for id_ in in_order], self._lang)

    def _pair(self, label: str, value: str) -> str:
        return f"{label}：{value}" if self.ja else f"{label}: {value}"

    def _of_tie(self, change: Change) -> str:
        label = property_label(change.property, self._lang)
        said = self._say(_TIES[change.what], label=label, others=self._several(change.others))
        return bracketed(said, self._withdrawn(change), self._lang)

    def _of_value(self, change: Change, label: str, field: FieldSpec | None) -> str:
        before, after = (self._values(field, said) for said in (change.before, change.after))
        rivals = self._values(field, change.after[1:])
        used = self._values(field, change.after[:1])
        said = self._say(
            _VALUES[change.what], label=label, before=before, after=after, used=used, rivals=rivals
        )
        kept = self._values(field, change.still)
        notes = [self._say(_STILL, kept=kept)] if kept else [self._withdrawn(change)]
        return bracketed(said, notes[0], self._lang)

    def _field(self, change: Change) -> FieldSpec | None:
        """The field of a property; None for a list of ties."""
        name = change.property.partition("@")[0].partition(".")[0]
        declared = declaration_of(change.entity)
        if not change.others:
            return declared.fields.get(name) if declared else None
        kind = kind_of(change.entity)
        if kind and change.property in kind.tie_fields:
            return None
        values = [said.value for said in (*change.before, *change.after)]
        fields = [tie.fields[name] for tie in TIES.values() if name in tie.fields]
        return next((field for field in fields if _may_hold(field, values)), None)

    def _values(self, field: FieldSpec | None, said: Iterable[Said]) -> str:
        return ("／" if self.ja else " / ").join(self._value(field, each) for each in said)

    def _value(self, field: FieldSpec | None, said: Said) -> str:
        if field is None:  # a closed list
            ids = [id_ for id_ in said.value.split(", ") if id_]
            text = bracketed(str(len(ids)), self._words.several(ids), self._lang)
        else:
            text = self._words.value(field, said.value)
        if field is not None and field.localised and field.name == "title":
            text = f"「{text}」" if self.ja else f"“{text}”"
        return self._words.planned(text, said.mood)

    def _withdrawn(self, change: Change) -> str:
        if not change.withdrawn_on:
            return ""
        day = PartialDate.parse(change.withdrawn_on).label(self._lang)
        return f"{day}取下げ" if self.ja else f"withdrawn {day}"
