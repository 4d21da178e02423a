"""An answer as headings and cells of text: the one form behind the terminal, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any

from graphmodel.dates import PartialDate, days_between
from graphmodel.ids import is_entity_id, is_tie_id, parse_tie_id
from graphmodel.labels import property_label
from graphmodel.vocab import ForumRole, Handling, Mood, Vocabulary
from queries.header import Bilingual, ColumnSpec, ParameterSpec
from queries.params import ANY, vocabulary
from queries.results import Answer, Coverage
from visualizations.money import amount_text, when_text
from visualizations.wording import bracketed, counted, listed, source_words, with_article

_SHOWN = {"ja": ("name_en",), "en": ("name_ja",)}
"""Columns that are left out per language, where the other language's name says the same."""

_NO_SOURCE = {"ja": "収録資料なし", "en": "no source held"}

_WORDS = {
    "listed": {"ja": "{on}：資料{cites}が列挙", "en": "{on}: listed so by {cites}"},
    "since": {
        "ja": "以後：収録資料に見当たらない",
        "en": "since then: nothing in the sources held",
    },
    "nothing_held": {"ja": "収録資料に見当たらない", "en": "nothing in the sources held"},
    "above": {"ja": "〃", "en": "as above"},
    "disputed": {
        "ja": "▲ 資料により異なる点がある（enishi query run conflicts）。",
        "en": "▲ Sources differ on it (enishi query run conflicts).",
    },
    "only": {"ja": "条件：{said}", "en": "Only with {said}"},
    "widened": {
        "ja": "{name}を問わなければ{rows}件ある（-p {param}=any）。",
        "en": "There would be {rows} with any {name} (-p {param}=any).",
    },
}

_REPEATS = ("both", "item", "items", "ground", "values")
"""Types of columns whose cells are long, and need not stand twice below one another."""

_WORTH_A_DITTO = 12
"""Characters from which on a cell is long."""


@dataclass(frozen=True)
class Table:
    """An answer ready to be printed.

    Attributes:
        title: One sentence that says what the table is.
        headings: Heading of each column.
        rows: Cells as text.
        notes: What has to be said of it besides.
        below: Tables of its companions, which share its footnotes and its coverage.
        footnotes: What a mark means, and sources by number, one line each.
        cited: Ids of the sources in the order of their numbers.
        coverage: What the answer rests on.
        mark: How far it may travel, where that is not everywhere.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    below: tuple[Table, ...] = ()
    footnotes: tuple[str, ...] = ()
    coverage: str = ""
    cited: tuple[str, ...] = ()
    mark: str = ""


def make_table(answer: Answer, lang: str, *, numbered: bool = True) -> Table:
    """Put an answer and its companions into words of one language.

    Args:
        answer: The answer.
        lang: `ja` or `en`.
        numbered: Whether cells name sources by the number of their footnote, counted as they are read, and say what
            stands in the row above by a mark; else every cell stands for itself, with ids of sources.
    """
    numbers = Numbers() if numbered else None
    answers = (answer, *answer.companions)
    main, *below = tables = [_one_table(each, lang, numbers) for each in answers]
    sources = {source["id"]: source for each in answers for source in each.sources}
    cited = numbers.order if numbers else []
    marked = any("▲" in cell for table in tables for row in table.rows for cell in row)
    return replace(
        main,
        notes=(*_conditions(answer, lang), *main.notes),
        below=tuple(below),
        footnotes=(
            *([_WORDS["disputed"][lang]] if marked else []),
            *(f"{n}) {footnote(sources[id_], lang)}" for n, id_ in enumerate(cited, start=1)),
        ),
        coverage=coverage_line(answer.coverage, lang, answer.truncated, len(answer.rows)),
        cited=tuple(cited),
        mark=handling_mark(answer.coverage.handling, lang),
    )


def handling_mark(handling: Handling, lang: str) -> str:
    """What stands over all that may not travel everywhere; nothing over what may."""
    if handling is Handling.PUBLIC:
        return ""
    return f"【{handling.ja}】" if lang == "ja" else f"[{handling.en.upper()}]"


class Numbers:
    """Numbers of footnotes, given as sources are met in reading.

    Attributes:
        order: Ids of the sources, in the order of their numbers.
    """

    def __init__(self) -> None:
        self.order: list[str] = []

    def of(self, source: str) -> int:
        """The number of a source."""
        if source not in self.order:
            self.order.append(source)
        return self.order.index(source) + 1


def _one_table(answer: Answer, lang: str, numbers: Numbers | None) -> Table:
    query = answer.query
    among = {name for name, column in query.columns.items() if column.type == "among"}
    names = [name for name in answer.columns if name not in (*_SHOWN[lang], *among)]
    columns = [name for name in names if query.columns[name].type != "id"]
    if not any(name.startswith("name_") for name in columns):
        columns = names
    cells = _Cells(answer.names, numbers, lang)
    rows = [
        [cells.cell(query.columns[name], row[name], row) for name in columns] for row in answer.rows
    ]
    if numbers:
        rows = _with_dittos(rows, [query.columns[name].type for name in columns], lang)
    return Table(
        title=_sentence(answer, lang),
        headings=tuple(query.columns[name].text(lang) for name in columns),
        rows=tuple(map(tuple, rows)),
        notes=tuple(_wider(answer, lang)),
    )


def sentence_of(answer: Answer) -> Bilingual:
    """The sentence over an answer: what it says, or what it means that nothing was found."""
    if answer.rows:
        return answer.query.answer
    for companion in answer.companions:
        if companion.rows and companion.query.id in answer.query.nothing_with:
            return answer.query.nothing_with[companion.query.id]
    return answer.query.nothing


def _sentence(answer: Answer, lang: str) -> str:
    text = sentence_of(answer).text(lang).format_map(_said(answer, lang))
    return text[0].upper() + text[1:]


def _conditions(answer: Answer, lang: str) -> Iterable[str]:
    """What was asked for besides what the sentence says: without it the sentence would say too much."""
    sentence = sentence_of(answer).text(lang)
    in_sentence = {field for _, field, _, _ in Formatter().parse(sentence)}
    words = _said(answer, lang)
    said = [
        f"{answer.query.params[name].text(lang)}{'＝' if lang == 'ja' else ' = '}{words[name]}"
        for name in answer.named
        if name not in in_sentence and answer.params[name] is not None
    ]
    if said:
        yield _WORDS["only"][lang].format(said=listed(said, lang))


def _wider(answer: Answer, lang: str) -> Iterable[str]:
    for param, rows in answer.widened.items():
        name = answer.query.params[param].text(lang)
        yield _WORDS["widened"][lang].format(name=name, rows=rows, param=param)


def _with_dittos(rows: list[list[str]], types: list[str], lang: str) -> list[list[str]]:
    """Rows whose long cells say only that they are as above, where they are."""
    return [
        [
            _WORDS["above"][lang]
            if above and text == above[i] and types[i] in _REPEATS and len(text) >= _WORTH_A_DITTO
            else text
            for i, text in enumerate(row)
        ]
        for above, row in zip([None, *rows], rows, strict=False)
    ]


def footnote(source: Mapping[str, Any], lang: str) -> str:
    """A source in one line: publisher, title, day, kind, address and id."""
    parts = [*source_words(source, lang), source["url"], f"[{source['id']}]"]
    return listed([part for part in parts if part], lang)


def coverage_line(coverage: Coverage, lang: str, truncated: bool = False, shown: int = 0) -> str:
    """What an answer rests on, in one line."""
    ja = lang == "ja"
    as_of = PartialDate.parse(coverage.as_of)
    handling = coverage.handling.label(lang)
    said = [f"取扱い：{handling}。" if ja else f"Handling: {handling}."]
    if coverage.newest_event_on:
        newest = PartialDate.parse(coverage.newest_event_on)
        age = days_between(newest, as_of) or 0
        ago = f"（{age}日前）" if ja else f" ({age} days before)"
        day = newest.label(lang) + (ago if age > 0 else "")
        name = coverage.newest_event_name[lang]
        said.append(
            f"収録の最新は{day}の出来事（{name}）。以後の動きは入っていません。"
            if ja
            else f"Newest event on record: {day}, {name}; nothing later is in."
        )
    said.append(
        f"資料{coverage.sources}件、記載{coverage.claims}件（うち知り得た日が不明{coverage.undated_claims}件）を検索。基準日：{as_of.label(lang)}。"
        if ja
        else f"Searched: {coverage.sources} sources, {coverage.claims} claims ({coverage.undated_claims} of unknown date). "
        f"As of {as_of.label(lang)}."
    )
    if coverage.known_at:
        known = PartialDate.parse(coverage.known_at).label(lang)
        said.append(f"{known}に知り得た資料に限る。" if ja else f"Only what was known on {known}.")
    if truncated:
        said.append(limit_note(shown, lang))
    return ("" if ja else " ").join(said)


def limit_note(shown: int, lang: str) -> str:
    """That an answer has more rows than are shown."""
    if lang == "ja":
        return f"行数の上限のため、はじめの{shown}件だけを示す。"
    return f"Only the first {shown} rows are shown."


def _said(answer: Answer, lang: str) -> dict[str, str]:
    """What may stand in a sentence: counts, day, and parameters as words."""
    columns = answer.query.columns
    ids = next((name for name, column in columns.items() if column.type == "id"), "")
    words = {
        "count": str(len(answer.rows)),
        "counted": counted([row[ids] for row in answer.rows] if ids else [], answer.names, lang),
        "as_of": PartialDate.parse(answer.coverage.as_of).label(lang),
    }
    for name, column in columns.items():
        if column.type == "among":
            whole = [id_ for row in answer.rows[:1] for id_ in row[name]]
            words[name] = counted(whole, answer.names, lang)
    for name, spec in answer.query.params.items():
        value = answer.params[name]
        words[name] = "" if value is None else _spoken(spec, value, answer.names, lang)
    return words


def _spoken(
    spec: ParameterSpec, value: Any, names: Mapping[str, Mapping[str, str]], lang: str
) -> str:
    """A parameter's value as it stands in a sentence."""
    if isinstance(value, str) and is_entity_id(value):
        return _in_sentence(names[value], lang)
    if spec.type == "entities":
        return listed([_in_sentence(names[id_], lang) for id_ in value], lang)
    if spec.type == "kind":
        return _word("Kind", value, lang)
    if spec.type == "years":
        return listed(list(value), lang)
    if spec.type == "day":
        return PartialDate.parse(value).label(lang)
    return _words(spec, value, lang) if spec.vocabulary else str(value)


def _in_sentence(names: Mapping[str, str], lang: str) -> str:
    """A name as it stands in a sentence: English says the United Kingdom, the Netherlands, the European Union."""
    name = names[lang]
    return with_article(name, lang) if names["kind"] in ("Country", "Union") else name


def _words(spec: ParameterSpec, value: str | list[str], lang: str) -> str:
    words = vocabulary(spec.vocabulary)
    values = [value] if isinstance(value, str) else value
    if ANY in values or set(values) == set(map(str, words)):
        return spec.any.text(lang)
    labels = [words(item).label(lang) for item in values]
    return "・".join(labels) if lang == "ja" else ", ".join(map(_within, labels))


def _within(label: str) -> str:
    """An English label as it stands within a sentence; an abbreviation keeps its capitals."""
    return label if label[:2].isupper() else label[0].lower() + label[1:]


def _word(names: str, code: str, lang: str) -> str:
    """A code in words, by the first of the vocabularies that has it."""
    for name in names.split():
        if name == "Kind":
            from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such columns need the declarations

            if code in KINDS:
                return {"ja": KINDS[code].spec.ja, "en": KINDS[code].spec.en}[lang]
        elif vocabulary(name).has(code):
            return vocabulary(name)(code).label(lang)
    raise KeyError(code)


class _Cells:
    """Turns values into text, by the type of their column."""

    def __init__(
        self, names: Mapping[str, Mapping[str, str]], numbers: Numbers | None, lang: str
    ) -> None:
        self._names, self._numbers, self._lang = names, numbers, lang
        self._forms: dict[str, Callable[[Any], str]] = {
            "ids": lambda ids: self._listed(map(self._name, ids)),
            "id": self._name,
            "date": lambda day: PartialDate.parse(day).label(lang),
            "both": lambda texts: str(texts[lang]),
            "flag": lambda is_set: "▲" if is_set else "",
            "item": self._item,
            "items": lambda items: self._listed(map(self._item, items)),
            "ground": self._ground,
            "cite": lambda cite: self._cites([cite]),
            "money": lambda value: amount_text(value, lang),
            "when": lambda when: when_text(when, lang),
            "property": self._property,
            "sources": lambda sources: " ".join(self._in_order(sources)),
        }

    def cell(self, column: ColumnSpec, value: Any, row: Mapping[str, Any]) -> str:
        if value is None or value == []:
            return _NO_SOURCE[self._lang] if column.unknown else "―"
        if column.type == "word":
            return _word(column.vocabulary, value, self._lang)
        if column.type == "values":
            return self._values(value, _vocabulary_of(row))
        return self._forms.get(column.type, str)(value)

    def _in_order(self, sources: list[str]) -> list[str]:
        """Sources of a row, those that stand further up first."""
        if self._numbers:
            sources = sorted(sources, key=self._numbers.of)
        return [self._cite(source) for source in sources]

    def _listed(self, items: Iterable[str]) -> str:
        return listed(list(items), self._lang)

    def _cites(self, cites: list[str]) -> str:
        """Sources by their number, with the place in them."""
        return self._listed(map(self._cite, cites))

    def _cite(self, cite: str) -> str:
        source, _, place = cite.partition("@")
        number = f"{self._numbers.of(source)})" if self._numbers else source
        return f"{number} {place}".rstrip()

    def _name(self, id_: str) -> str:
        if not is_tie_id(id_):
            return self._entity(id_)
        from visualizations.style import tie_name  # noqa: PLC0415 - only such rows need the declarations

        tie = parse_tie_id(id_)
        return tie_name(self._entity(tie.start), tie.type, self._entity(tie.end), self._lang)

    def _entity(self, id_: str) -> str:
        return self._names[id_][self._lang] if id_ in self._names else id_

    def _item(self, item: Mapping[str, Any]) -> str:
        text = str(item.get("short") or item[f"name_{self._lang}"])
        role = item.get("role")
        if role and role != ForumRole.MEMBER:
            text = bracketed(text, ForumRole(role).label(self._lang), self._lang)
        if item.get("disputed"):
            text += "▲"
        if not item.get("date"):
            return text
        date = PartialDate.parse(item["date"]).label(self._lang)
        return bracketed(text, date, self._lang)

    def _ground(self, ground: Mapping[str, Any]) -> str:
        if ground["basis"] == "nothing_held":
            return _WORDS["nothing_held"][self._lang]
        said = [
            _WORDS["listed"][self._lang].format(
                on=PartialDate.parse(listing["on"]).label(self._lang),
                cites=self._cites(listing["cites"]),
            )
            for listing in ground["listed"]
        ]
        return ("／" if self._lang == "ja" else "; ").join([*said, _WORDS["since"][self._lang]])

    def _property(self, name: str) -> str:
        """A property of a claim, or the type of a tie."""
        if not name.isupper():
            return property_label(name, self._lang)
        from graphmodel.kinds import TIES  # noqa: PLC0415 - only such rows need the declarations

        return {"ja": TIES[name].spec.ja, "en": TIES[name].spec.en}[self._lang]

    def _values(self, values: Any, words: type[Vocabulary] | None) -> str:
        if isinstance(values, str):
            return self._value(values, words)
        said = []
        for value in values:
            text = self._value(value["value"], words)
            if value.get("lacks"):
                text = bracketed(text, self._lacks(value["lacks"]), self._lang)
            if value.get("mood") == Mood.PLANNED:
                text = bracketed(text, Mood.PLANNED.label(self._lang), self._lang)
            said.append(f"{text} [{self._cites(value['cites'])}]")
        return " / ".join(said)

    def _value(self, text: str, words: type[Vocabulary] | None) -> str:
        if words and words.has(text):
            return words(text).label(self._lang)
        items = text.split(", ")
        if all(map(is_entity_id, items)):
            if len(items) > 4:
                return f"{len(items)}" + ("か国・地域等" if self._lang == "ja" else " parties")
            return self._listed(map(self._name, items))
        try:
            return PartialDate.parse(text).label(self._lang)
        except ValueError:
            return text

    def _lacks(self, ids: list[str]) -> str:
        names = self._listed(map(self._name, ids))
        return f"{names}を含まない" if self._lang == "ja" else f"without {names}"


def _vocabulary_of(row: Mapping[str, Any]) -> type[Vocabulary] | None:
    """The vocabulary that the values of a row about a property come from, if any."""
    from graphmodel.kinds import declaration_of  # noqa: PLC0415 - only such rows need the declarations

    subject, name = row.get("subject"), row.get("property")
    if not subject or not name:
        return None
    declared = declaration_of(subject)
    field = declared.fields.get(name.partition("@")[0]) if declared else None
    return field.vocabulary if field else None
