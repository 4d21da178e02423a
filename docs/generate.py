"""Write the generated pages of the documentation, or check that they are in step.

    python docs/generate.py            writes them
    python docs/generate.py --check    exit code 1 and a list if one is not what it should be

The pages say what the declarations say: kinds, vocabularies, saved queries, commands, publishers of sources.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click
import polib
from data_page import data
from markdown_parts import NOTE, table
from messages import Told, messages

from enishi.cli import COMMANDS, cli
from graphmodel import vocab
from graphmodel.kinds import KINDS, TIES, FieldSpec
from graphmodel.kinds.base import NODE_PROPERTIES, TIE_PROPERTIES
from graphmodel.labels import property_label
from graphmodel.vocab import Vocabulary
from loaders.expectations import EXPECTATIONS
from loaders.record import load_record
from queries.catalogue import load_catalogue
from visualizations.exports.tables import CLAIM_COLUMNS

ROOT = Path(__file__).parent.parent


def schema() -> str:
    """Every kind of node and tie with its properties."""
    lines = [
        "# What the graph holds",
        NOTE,
        "Every node carries the label `Entity`, its kind's label, and its umbrella labels. `x_min` and `x_max` of a date `x`",
        "are its first and last possible day; text in a language is stored as `x_ja` and `x_en`.",
        "",
        "## On every node",
        *table(("property", "says"), NODE_PROPERTIES.items()),
        "",
        "## On every tie",
        *table(("property", "says"), TIE_PROPERTIES.items()),
    ]
    for kind in KINDS.values():
        spec = kind.spec
        labels = ", ".join(f"`{label}`" for label in ("Entity", spec.label, *spec.labels))
        lines += [
            "",
            f"## {spec.label}: {spec.ja} / {spec.en}",
            "",
            kind.__doc__ or "",
            "",
            f"Labels: {labels}.",
        ]
        lines += [f"Record: `{spec.folder}/`, ids `{spec.scheme}:…`."] if spec.folder else []
        lines += [f"Export: `{_table_of(spec.label)}`."] if spec.label != "Build" else []
        if expected := [f"[`{e.code}`](checks.md)" for e in EXPECTATIONS if spec.label in e.about]:
            lines.append(f"Expected besides what is needed: {', '.join(expected)}.")
        lines += table(
            ("property", "ja", "en", "values", "says"), map(_property, kind.fields.values())
        )
        if kind.tie_fields:
            ties = (
                (f"`{t.name}`", property_label(t.name, "ja"), f"`{t.tie.spec.type}`", t.description)
                for t in kind.tie_fields.values()
            )
            lines += ["", *table(("key", "ja", "tie", "says"), ties)]
    for tie in TIES.values():
        spec = tie.spec
        ends = f"{' or '.join(spec.start)} → {' or '.join(spec.end)}"
        lines += [
            "",
            f"## {spec.type}: {spec.ja} / {spec.en}",
            "",
            tie.__doc__ or "",
            "",
            f"{ends}. Export: `ties/{spec.type.lower()}.csv`.",
        ]
        if tie.fields:
            lines += table(
                ("property", "ja", "en", "values", "says"), map(_property, tie.fields.values())
            )
    lines += [
        "",
        "## Claims",
        "",
        "The table `claims.csv` of `enishi export --format csv`, and the lines of `--format jsonl`.",
        *table(("column", "says"), ((f"`{name}`", says) for name, says in CLAIM_COLUMNS.items())),
    ]
    return "\n".join(lines) + "\n"


def _table_of(label: str) -> str:
    return "sources.csv" if label == "Source" else f"nodes/{label.lower()}.csv"


def _property(field: FieldSpec) -> tuple[str, ...]:
    values = (
        f"[{field.vocabulary.__name__}](vocabulary.md)"
        if field.vocabulary
        else field.value_type.__name__
    )
    if field.is_date:
        values = "date"
    if field.ref:
        values = f"id of a {field.ref}"
    if field.many:
        values += ", several"
    needed = " Needed." if field.required else ""
    ja, en = property_label(field.name, "ja"), property_label(field.name, "en")
    return f"`{field.name}`", ja, en, values, field.description + needed


def vocabulary() -> str:
    """Every controlled value with its labels."""
    lines = [
        "# Vocabulary",
        NOTE,
        "Each term has one Japanese and one English form; both are shown as they stand here.",
    ]
    lines += [
        "",
        "## Kinds",
        *table(
            ("code", "ja", "en"), ((k.spec.label, k.spec.ja, k.spec.en) for k in KINDS.values())
        ),
    ]
    lines += [
        "",
        "## Ties",
        *table(("code", "ja", "en"), ((t.spec.type, t.spec.ja, t.spec.en) for t in TIES.values())),
    ]
    for words in vars(vocab).values():
        if isinstance(words, type) and issubclass(words, Vocabulary) and words is not Vocabulary:
            rows = ((f"`{word}`", word.ja, word.en) for word in words if word)
            lines += [
                "",
                f"## {words.__name__}",
                "",
                words.__doc__ or "",
                *table(("code", "ja", "en"), rows),
            ]
    return "\n".join(lines) + "\n"


def queries() -> str:
    """Every saved query with its contract."""
    lines = [
        "# Saved queries",
        NOTE,
        "Every query also takes `--as-of` (default: today) and `--known-at`.",
    ]
    for query in load_catalogue().values():
        lines += [
            "",
            f"## {query.id}",
            "",
            f"**{query.title.ja} / {query.title.en}**",
            "",
            query.question.ja,
            "",
            query.question.en,
            "",
        ]
        if query.companions:
            links = ", ".join(f"[{id_}](#{id_})" for id_ in query.companions)
            lines += [f"Below it: {links}.", ""]
        example = " ".join(f"-p {n}={p.example}" for n, p in query.params.items() if p.required)
        lines += ["```", f"enishi query run {query.id} {example}".rstrip(), "```", ""]
        lines += table(
            ("parameter", "ja", "en", "default", "values"),
            (
                (
                    f"`{n}`",
                    p.ja,
                    p.en,
                    _code(p.default),
                    (p.vocabulary and f"[{p.vocabulary}](vocabulary.md)") or ", ".join(p.kinds),
                )
                for n, p in query.params.items()
            ),
        )
        lines += [
            "",
            *table(
                ("column", "ja", "en"),
                ((f"`{n}`", c.means.ja, c.means.en) for n, c in query.columns.items()),
            ),
        ]
    return "\n".join(lines) + "\n"


def _code(text: str | None) -> str:
    return f"`{text}`" if text else ""


def checks() -> str:
    """What is expected of the entities of each kind."""
    lines = [
        "# What is expected of the record",
        NOTE,
        "`enishi check` and CI say where these rules are broken, with file, line and what to do. Files that break them can",
        "be read and built from; what makes a graph wrong (an unknown id, an impossible day) is found besides. A reviewer may",
        "let a finding stand, with the reason, in `judgements.yaml`:",
        "`- {accept: {finding: no-name, file: people/x.yaml}, by: …, on: 2026-11-25, why: …}`.",
        *table(
            ("finding", "about", "what is expected", "what to do"),
            ((f"`{e.code}`", e.about, e.rule, e.hint) for e in EXPECTATIONS),
        ),
    ]
    return "\n".join(lines) + "\n"


def commands() -> str:
    """The help of every command."""
    top = cli.make_context("enishi", [], resilient_parsing=True)
    lines = ["# Commands", NOTE, "```", _help(top), "```"]
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=top)
        lines += ["", f"## enishi {name}", "", "```", _help(context), "```"]
        for inner in command.commands.values() if isinstance(command, click.Group) else ():
            below = click.Context(inner, info_name=inner.name, parent=context)
            lines += ["", f"### enishi {name} {inner.name}", "", "```", _help(below), "```"]
    return "\n".join(lines) + "\n"


def _help(context: click.Context) -> str:
    formatter = click.HelpFormatter(width=100)
    context.command.format_help(context, formatter)
    return formatter.getvalue().rstrip()


def attribution() -> str:
    """The publishers of the sources that the shipped record takes its facts from."""
    record = load_record(ROOT / "data")
    publishers: dict[str, list[str]] = {}
    said = {
        (c.subject, c.property): str(c.value)
        for c in record.claims
        if c.subject.startswith("source:")
    }
    for id_ in sorted(record.sources):
        name = said.get((f"source:{id_}", "publisher@en")) or said[f"source:{id_}", "publisher@ja"]
        address = said.get((f"source:{id_}", "url")) or said.get((f"source:{id_}", "file"), "")
        publishers.setdefault(name, []).append(f"- `{id_}` {address}".rstrip())
    lines = ["# Attribution", NOTE]
    lines += [
        "The record takes facts from the sources below and is grateful to their publishers. It reproduces no text of theirs",
        "beyond titles and names; the sources remain under the terms of their publishers.",
    ]
    for name in sorted(publishers, key=str.casefold):
        lines += ["", f"## {name}", "", *publishers[name]]
    return "\n".join(lines) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/schema.md": schema,
    "docs/reference/vocabulary.md": vocabulary,
    "docs/reference/queries.md": queries,
    "docs/reference/checks.md": checks,
    "docs/reference/data.md": lambda: data(ROOT / "data"),
    "docs/reference/commands.md": commands,
    "data/ATTRIBUTION.md": attribution,
}


def catalogue() -> bytes:
    """The Japanese of the command, compiled as gettext reads it."""
    return bytes(polib.pofile(str(ROOT / CATALOGUE.with_suffix(".po"))).to_binary())


def untranslated() -> list[Told]:
    """The messages of the code that the catalogue has no Japanese for."""
    there = {entry.msgid for entry in polib.pofile(str(ROOT / CATALOGUE.with_suffix(".po")))}
    return [one for one in messages(ROOT) if one.template not in there]


CATALOGUE = Path("enishi/locale/ja/LC_MESSAGES/messages.mo")


def main() -> None:
    """Write or check the pages."""
    stale = []
    if untold := untranslated():
        sys.exit("\n".join(["No Japanese in messages.po for:", *map(str, untold)]))
    compiled = catalogue()
    if "--check" not in sys.argv:
        (ROOT / CATALOGUE).write_bytes(compiled)
    elif (ROOT / CATALOGUE).read_bytes() != compiled:
        stale.append(str(CATALOGUE))
    for name, make in PAGES.items():
        path, text = ROOT / name, make()
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"Not in step: {', '.join(stale)}. Run: make docs")


if __name__ == "__main__":
    main()
