"""The sentence over an answer, and the conditions under which it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.ids import is_entity_id
from graphmodel.vocab import ForumRole
from queries.header import Bilingual, ParameterSpec
from queries.literals import ANY, vocabulary
from queries.results import Answer
from visualizations.cells import word
from visualizations.wording import NAMED_IN_SOURCES, counted, listed, with_article

_ONLY = {"ja": "（条件：{said}）", "en": " (only with {said})"}

_AT_LEAST = {"ja": "少なくとも{counted}", "en": "at least {counted}"}
"""What is counted by the rows of an answer that has more of them than the limit."""

_WIDENED = {
    "ja": "{name}を問わなければ{rows}ある（-p {param}=any）。",
    "en": "There would be {rows} with any {name} (-p {param}=any).",
}
_ROWS = {"ja": "{rows}件", "en": "{rows}"}
_SOME = {"ja": "", "en": "some"}
"""Where a row is a number, not a thing, their number says nothing."""


def sentence(answer: Answer, lang: str) -> str:
    """The sentence over an answer, in words of one language, with the conditions that it does not itself say."""
    template = _template(answer).text(lang)
    words = _said(answer, lang)
    text = template.format_map(words) + _conditions(answer, template, words, lang)
    return text[0].upper() + text[1:]


def _conditions(answer: Answer, template: str, words: Mapping[str, Any], lang: str) -> str:
    """What was asked for besides what the template says: without it the sentence would say too much."""
    in_sentence = {field for _, field, _, _ in Formatter().parse(template)}
    said = [
        f"{answer.query.params[name].text(lang)}{'＝' if lang == 'ja' else ' = '}{words[name]}"
        for name in answer.named
        if name not in in_sentence and answer.params[name] is not None
    ]
    return _ONLY[lang].format(said=listed(said, lang)) if said else ""


def wider(answer: Answer, lang: str) -> Iterable[str]:
    """What other words would find, where those that were asked for find nothing."""
    things = any(column.type == "id" for column in answer.query.columns.values())
    for param, rows in answer.widened.items():
        name = answer.query.params[param].text(lang)
        found = (_ROWS if things else _SOME)[lang].format(rows=rows)
        yield _WIDENED[lang].format(name=name, rows=found, param=param)


def _template(answer: Answer) -> Bilingual:
    """The sentence over an answer: what it says, or what it means that nothing was found."""
    if answer.rows:
        return answer.query.answer
    for companion in answer.companions:
        if companion.rows and companion.query.id in answer.query.nothing_with:
            return answer.query.nothing_with[companion.query.id]
    return answer.query.nothing


def _said(answer: Answer, lang: str) -> dict[str, Any]:
    """What may stand in a sentence: counts, also of the items of a column by their stage, day, and parameters as words."""
    columns = answer.query.columns
    ids = next((name for name, column in columns.items() if column.type == "id"), "")
    words: dict[str, Any] = {
        "count": str(len(answer.rows)),
        "counted": counted([row[ids] for row in answer.rows] if ids else [], answer.names, lang),
    }
    if answer.truncated:
        words = {name: _AT_LEAST[lang].format(counted=text) for name, text in words.items()}
    words["as_of"] = PartialDate.parse(answer.coverage.as_of).label(lang)
    for name, column in columns.items():
        if column.type == "among":
            whole = [id_ for row in answer.rows[:1] for id_ in row[name]]
            words[name] = counted(whole, answer.names, lang)
        elif column.type == "extent":
            words[name] = "".join(_extent(row[name], answer.names, lang) for row in answer.rows[:1])
        elif column.type == "item":
            words[name] = Counter(row[name].get("stage") for row in answer.rows if row[name])
    for name, spec in answer.query.params.items():
        value = answer.params[name]
        words[name] = "" if value is None else _spoken(spec, value, answer.names, lang)
    return words


def _extent(value: Mapping[str, Any], names: Mapping[str, Mapping[str, str]], lang: str) -> str:
    """What stands behind the number of a whole: that no source lists all of it, and who in it has another role."""
    said = [] if value["complete"] else [NAMED_IN_SOURCES[lang]]
    for role in (ForumRole.PARTNER, ForumRole.OBSERVER):
        if ids := value[role]:
            number = counted(ids, names, lang)
            said.append(
                f"うち{role.label(lang)}{number}"
                if lang == "ja"
                else f"{role.label(lang)}: {number}"
            )
    if not said:
        return ""
    return f"（{listed(said, lang)}）" if lang == "ja" else f" ({'; '.join(said)})"


def _spoken(
    spec: ParameterSpec, value: Any, names: Mapping[str, Mapping[str, str]], lang: str
) -> str:
    """A parameter's value as it stands in a sentence."""
    if isinstance(value, str) and is_entity_id(value):
        return _in_sentence(names[value], lang)
    if spec.type == "entities":
        return listed([_in_sentence(names[id_], lang) for id_ in value], lang)
    if spec.type == "kind":
        return word("Kind", value, lang)
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
    """An English label as it stands within a sentence; an abbreviation and a title keep their capitals."""
    return label if any(map(str.isupper, label[1:])) else label[0].lower() + label[1:]
