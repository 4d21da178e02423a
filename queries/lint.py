"""Static checks of a saved query: that it keeps its contract and runs alike on every engine."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path
from string import Formatter

from graphmodel.cypher_text import QUOTED, has_block_comment, strip
from graphmodel.errors import UsageError
from graphmodel.kinds import KINDS, TIES
from graphmodel.kinds.base import NODE_PROPERTIES, TIE_PROPERTIES
from graphmodel.messages import Message
from graphmodel.vocab import OrganisationType
from queries.catalogue import find_query
from queries.gate import GateError, require_read_only
from queries.header import SavedQuery
from queries.literals import ANY, literal_problem, vocabulary
from queries.params import SETTINGS, setting_of

_UNPORTABLE = (
    (r"\bCOLLECT\s*\{", Message("COLLECT { … } runs on Neo4j only; use a subquery CALL (x) { … }")),
    (
        r"\bCALL\s*\{",
        Message(
            "CALL { … } sends a deprecation notice on Neo4j; write CALL (x) { … } or CALL () { … }"
        ),
    ),
    (r"\blabels\s*\([^)]*\)\s*\[", Message("labels come in no fixed order; use n.kind")),
    (
        r"\b(?:keys|properties)\s*\(",
        Message("keys() and properties() differ between engines; name the properties"),
    ),
    (r"\{\s*\.\*", Message("n {.*} differs between engines; name the properties")),
    (r"\bpercentile(?:Cont|Disc)\s*\(", Message("percentiles run on Neo4j only")),
    (
        r"\bduration\.between\s*\(",
        Message("duration.between is silently wrong on one engine; use duration.inDays"),
    ),
    (r"[&|]\s*!", Message("label expressions with ! run on Neo4j only; use WHERE NOT n:Label")),
    (r"\b(?:id|elementId)\s*\(", Message("ids of the engine never leave it; use n.id")),
    (
        r"\*\s*\d*\s*\.\.\s*\]|\*\s*\]",
        Message("a pattern of any length; give an upper bound (*0..8)"),
    ),
)
_LABELS = re.compile(
    r"(?:\(\s*\w*|\b(?:WHERE|AND|X?OR|NOT|WHEN|THEN|ELSE|RETURN|WITH)\s+\w+)\s*"
    r"((?::\s*\w+\s*)(?:[|:&]\s*:?\s*\w+\s*)*)",
    re.IGNORECASE,
)
_TYPES = re.compile(r"\[\s*\w*\s*:\s*([\w\s|:]+?)\s*(?:\*[\d.]*)?\s*(?:\{[^}]*\})?\s*\]")
_PROPERTIES = re.compile(r"\b[A-Za-z_]\w*\.([A-Za-z_]\w*)\b(?!\s*\()")
_INLINE = re.compile(
    r"(?:(?<!\w)\(\s*\w*|\(\s*\w*\s*:[\w\s|:&!]*|(?<=-)\[\s*\w*(?:\s*:[\w\s|:]*)?(?:\*[\d.]*)?)\s*\{([^{}]*)\}"
)
"""The map of a node or tie in a pattern; a bracket right behind a name is that of a function, whose map is its own."""
_KEYS = re.compile(r"(?:[{,]|\A)\s*([A-Za-z_]\w*)\s*:")
_PARAMETERS = re.compile(r"\$(\w+)")
_RETURN = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?", re.IGNORECASE)
_AFTER_COLUMNS = re.compile(r"\b(?:ORDER\s+BY|SKIP|LIMIT)\b", re.IGNORECASE)
_DATE_PARTS = {"days", "months", "years", "day", "month", "year"}


class LintError(UsageError):
    """A saved query does not keep its contract."""


def require_clean(query: SavedQuery, folders: Iterable[Path] = ()) -> None:
    """Refuse a query with findings.

    Args:
        query: The query.
        folders: Folders of the user's own queries, among which its companions may be.

    Raises:
        LintError: With all of them.
    """
    if findings := lint(query, folders):
        raise LintError(
            Message(
                "{path} has findings:\n{findings}",
                path=query.path,
                findings=Message.joined(
                    Message("  {finding}", finding=finding) for finding in findings
                ),
            )
        )


def lint(query: SavedQuery, folders: Iterable[Path] = ()) -> list[Message]:
    """All findings about a saved query; its companions are looked for in `folders` too."""
    text = strip(query.statement)
    return [
        *_safety(query),
        *_parameters(query),
        *_columns(query, text),
        *_vocabularies(query),
        *unknown_names(query.statement),
        *unportable(query.statement),
        *_sentences(query),
        *_companions(query, tuple(folders)),
    ]


def _safety(query: SavedQuery) -> list[Message]:
    try:
        require_read_only(query.statement)
    except GateError as error:
        return [error.message]
    return []


def _parameters(query: SavedQuery) -> list[Message]:
    used = set(parameters_of(query.statement))
    declared = {"as_of", *query.params}
    findings = [
        Message("${name} is used but not declared", name=name) for name in sorted(used - declared)
    ]
    findings += [
        Message("{name} is declared but not used", name=name) for name in sorted(declared - used)
    ]
    for name, spec in query.params.items():
        if spec.type in ("words", "up_to"):
            words = vocabulary(spec.vocabulary)
            findings += [
                Message(
                    "{name}: {word} is no word of {vocabulary}",
                    name=name,
                    word=word,
                    vocabulary=spec.vocabulary,
                )
                for given in (spec.default, spec.example)
                for word in map(str.strip, (given or ANY).split(","))
                if word != ANY and not words.has(word)
            ]
        unknown = [kind for kind in spec.kinds if kind not in KINDS]
        if spec.type in ("entity", "entities", "kind"):
            findings += [
                Message("{name}: there is no kind {kind}", name=name, kind=kind) for kind in unknown
            ]
        given_texts = [text for text in (spec.default, spec.example) if text and not unknown]
        findings += [
            problem for text in given_texts if (problem := literal_problem(name, spec, text))
        ]
        if (setting := setting_of(spec)) and setting not in SETTINGS:
            findings.append(
                Message(
                    "{name}: there is no setting {setting}; there is: {settings}",
                    name=name,
                    setting=setting,
                    settings=", ".join(SETTINGS),
                )
            )
        if spec.required and spec.default is not None:
            findings.append(Message("{name} is required and has a default", name=name))
    return findings


def parameters_of(statement: str) -> list[str]:
    """Names of the parameters that a statement has, sorted."""
    return sorted(set(_PARAMETERS.findall(strip(statement))))


def _columns(query: SavedQuery, text: str) -> list[Message]:
    returned = returned_columns(text)
    findings: list[Message] = []
    if returned != list(query.columns):
        findings.append(
            Message(
                "the header declares {declared} but the RETURN gives {columns}",
                declared=", ".join(query.columns),
                columns=", ".join(returned),
            )
        )
    if not _AFTER_COLUMNS.search(_last_return(text)):
        findings.append(Message("there is no ORDER BY: rows come in no fixed order"))
    if "sources" not in query.columns:
        findings.append(Message("there is no column sources: a row carries its proof"))
    return findings


def _vocabularies(query: SavedQuery) -> list[Message]:
    """Columns of words whose vocabulary is none; without any, every word is unknown."""
    findings: list[Message] = []
    for name, column in query.columns.items():
        if column.type != "word":
            continue
        for named in column.vocabulary.split() or [""]:
            try:
                _ = named == "Kind" or vocabulary(named)
            except UsageError as error:
                findings.append(Message("{name}: {reason}", name=name, reason=error.message))
    return findings


def returned_columns(text: str) -> list[str]:
    """The column names of a statement's last RETURN; text and comments must be taken out before."""
    body = _AFTER_COLUMNS.split(_last_return(text))[0]
    return [
        re.split(r"\bAS\b", part, flags=re.IGNORECASE)[-1].strip()
        for part in _split_top_level(body)
    ]


def _last_return(text: str) -> str:
    """What follows the last RETURN that stands outside of all brackets."""
    depth, start = 0, 0
    for match in re.finditer(r"[({\[]|[)}\]]|\bRETURN\b(?:\s+DISTINCT\b)?", text, re.IGNORECASE):
        if _RETURN.fullmatch(match[0]):
            start = match.end() if depth == 0 else start
        else:
            depth += 1 if match[0] in "({[" else -1
    return text[start:]


def _split_top_level(text: str) -> list[str]:
    parts, depth = [""], 0
    for char in text:
        depth += (char in "({[") - (char in ")}]")
        if char == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]


def unknown_names(statement: str) -> list[Message]:
    """Labels, relationship types and properties that are declared nowhere, with those that are near."""
    text = strip(statement, keep_names=True)
    inline = {name for keys in _INLINE.findall(text) for name in _KEYS.findall(keys)}
    own = set(_KEYS.findall(_INLINE.sub(" ", text)))
    used_labels = {name for group in _LABELS.findall(text) for name in re.findall(r"\w+", group)}
    used_types = {name for group in _TYPES.findall(text) for name in re.findall(r"\w+", group)}
    used_properties = (set(_PROPERTIES.findall(text)) - _DATE_PARTS - own) | inline
    return [
        _with_near(what.filled(name=name), name, known)
        for what, used, known in (
            (Message("there is no label {name}"), used_labels, known_labels()),
            (Message("there is no relationship type {name}"), used_types, set(TIES)),
            (Message("no kind or tie has a property {name}"), used_properties, known_properties()),
        )
        for name in sorted(used - known - {QUOTED})
    ]


def _with_near(finding: Message, name: str, known: set[str]) -> Message:
    by_key = {other.casefold(): other for other in sorted(known)}
    near = difflib.get_close_matches(name.casefold(), by_key, n=3, cutoff=0.6)
    if not near:
        return finding
    named = ", ".join(by_key[key] for key in near)
    return Message("{finding}; did you mean {near}?", finding=finding, near=named)


def known_labels() -> set[str]:
    """Every label that a node may have in the graph."""
    subtypes = {member.graph_label for member in OrganisationType}
    umbrellas = {label for kind in KINDS.values() for label in kind.spec.labels}
    return {"Entity", *KINDS, *subtypes, *umbrellas}


def known_properties() -> set[str]:
    """Every property that a node or tie may have in the graph."""
    names = {*NODE_PROPERTIES, *TIE_PROPERTIES}
    for declared in (*KINDS.values(), *TIES.values()):
        for field in declared.fields.values():
            if field.uses:
                names |= {
                    f"{field.name}_{use}_{lang}" for use in field.uses for lang in ("ja", "en")
                }
            elif field.is_date:
                names |= {field.name, f"{field.name}_min", f"{field.name}_max"}
            else:
                names.update(field.columns)
    return names


def unportable(statement: str) -> list[Message]:
    """Why a statement does not run, or not alike, on every engine."""
    text = strip(statement)
    findings = [why for pattern, why in _UNPORTABLE if re.search(pattern, text, re.IGNORECASE)]
    if has_block_comment(statement):
        findings.append(Message("block comments do not run on the embedded engine; use //"))
    return findings


def _sentences(query: SavedQuery) -> list[Message]:
    """What stands in braces in a sentence is something that the tool can say."""
    known = {"count", "counted", "as_of", *query.params}
    known |= {name for name, column in query.columns.items() if column.type in ("among", "extent")}
    items = {name for name, column in query.columns.items() if column.type == "item"}
    maybe_empty = {
        name
        for name, spec in query.params.items()
        if spec.type == "text" or (spec.default is None and not spec.required)
    }
    findings: list[Message] = []
    for name, said in (
        ("answer", query.answer),
        ("nothing", query.nothing),
        *((f"nothing_with.{id_}", text) for id_, text in query.nothing_with.items()),
    ):
        for text in (said.ja, said.en):
            try:
                parts = list(Formatter().parse(text))
            except ValueError as error:
                findings.append(Message("{name}: {reason}", name=name, reason=error))
                continue
            used = {field for _, field, _, _ in parts if field is not None}
            if not any(own.strip() for own, *_ in parts) and used <= maybe_empty:
                findings.append(Message("{name} may say nothing at all", name=name))
            findings += [
                Message("{name}: nothing is known as {{{field}}}", name=name, field=field)
                for field in sorted(used - known)
                if not (field.endswith("]") and field.partition("[")[0] in items)
            ]
            findings += [
                Message(
                    "{name}: write {{{field}}} without a form behind it", name=name, field=field
                )
                for _, field, form, conversion in parts
                if form or conversion
            ]
    return findings


def _companions(query: SavedQuery, folders: tuple[Path, ...]) -> list[Message]:
    findings = [
        Message("nothing_with.{id}: that is no companion", id=id_)
        for id_ in query.nothing_with
        if id_ not in query.companions
    ]
    for id_ in query.companions:
        try:
            companion = find_query(id_, folders)
        except UsageError as error:
            findings.append(Message("companions: {reason}", reason=error.message))
            continue
        if companion.companions:
            findings.append(
                Message("companions: {id} has its own, which would not be shown", id=id_)
            )
        for name, theirs in companion.params.items():
            ours = query.params.get(name)
            if ours is None and theirs.required:
                findings.append(
                    Message(
                        "companions: {id} needs {name}, which {query} does not take",
                        id=id_,
                        name=name,
                        query=query.id,
                    )
                )
            if ours and (ours.type, ours.kinds, ours.vocabulary) != (
                theirs.type,
                theirs.kinds,
                theirs.vocabulary,
            ):
                findings.append(
                    Message("companions: {name} of {id} takes other values", name=name, id=id_)
                )
    return findings
