"""What may come next where a shell completes a command: ids, names of queries, parameters.

It must be there before the next key is struck: nothing is built, no server is asked, nothing heavy is imported, and
whatever goes wrong is silent.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    ShellComplete,
    add_completion_class,
    split_arg_string,
)

from enishi.settings import LANGUAGES, load_settings
from graphmodel import vocab
from graphmodel.names import fold
from queries.files import LIBRARY, internal
from queries.headertext import HeaderError, Tag, split_header

Items = list[CompletionItem[str]]


def complete_query(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Saved queries by id, with their titles."""
    lang = _language(ctx)
    found = {header["id"]: header["title"][lang] for header in _headers(ctx)}
    return [
        CompletionItem(id_, help=title)
        for id_, title in sorted(found.items())
        if id_.startswith(incomplete)
    ]


def complete_tag(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Tags of saved queries."""
    lang = _language(ctx)
    return [CompletionItem(t, help=t.label(lang)) for t in Tag if t.startswith(incomplete)]


def complete_param(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Parameters of the saved query that stands before, and their values."""
    given = (
        ctx.params.get("id_"),
        ctx.params.get("query"),
        *ctx.args,
    )  # an open -p leaves the id in args
    query = next(filter(None, given), None)
    headers = (header for header in _headers(ctx) if header["id"] == query)
    specs = next(headers, {}).get("params", {})
    name, equals, value = incomplete.partition("=")
    if not equals:
        lang = _language(ctx)
        return [
            CompletionItem(f"{own}=", help=spec[lang])
            for own, spec in specs.items()
            if own.startswith(name)
        ]
    return [
        CompletionItem(f"{name}={item.value}", help=item.help)
        for item in _values(ctx, specs.get(name, {}), value)
    ]


def complete_entity(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Entities by id, where the id or a name has what was typed."""
    return _entities(ctx, None, incomplete)


def _values(ctx: click.Context, spec: dict[str, Any], typed: str) -> Items:
    if spec.get("type") == "entity":
        return _entities(ctx, spec.get("kinds", []), typed)
    before, comma, last = typed.rpartition(",")
    lang = _language(ctx)
    return [
        CompletionItem(f"{before}{comma}{word}", help=word.label(lang))
        for word in getattr(vocab, spec.get("vocabulary", ""), ())
        if word.startswith(last)
    ]


def _entities(ctx: click.Context, kinds: list[str] | None, typed: str) -> Items:
    """Entities of some kinds, or of all that have names, from the graph's file if there is one."""
    from enishi.builds import projection_path, require_ceiling
    from graphmodel.errors import EnishiError
    from graphmodel.stores.embedded import EmbeddedStore

    settings = load_settings(ctx.params.get("store"), ceiling=ctx.meta.get("enishi.ceiling"))
    if not isinstance(settings.store, Path):
        return []
    store = projection_path(settings.store, "", settings.ceiling)
    if not store.is_file():
        return []
    wanted = {"kinds": kinds, "typed": typed, "key": fold(typed)}
    try:
        with EmbeddedStore(store) as graph:
            require_ceiling(graph, store, settings.ceiling)
            rows = graph.read(internal("completions"), wanted, timeout=1.0).rows
    except EnishiError:
        return []
    name = 1 if _language(ctx) == "ja" else 2
    return [CompletionItem(row[0], help=row[name] or "") for row in rows]


def _headers(ctx: click.Context) -> Iterator[dict[str, Any]]:
    """The headers of the saved queries that can be read."""
    settings = load_settings(queries=ctx.params.get("queries") or ())
    for folder in (LIBRARY, *settings.queries):
        for path in sorted(folder.glob("*.cypher")):
            try:
                header, _ = split_header(path.read_text(encoding="utf-8-sig"), path)
            except (OSError, UnicodeDecodeError, HeaderError):
                continue
            told = header.get("title")
            if (
                isinstance(header.get("id"), str)
                and isinstance(told, dict)
                and told.keys() >= {*LANGUAGES}
            ):
                yield dict(header)


def _language(ctx: click.Context) -> str:
    return load_settings(lang=ctx.params.get("lang") or ctx.meta.get("enishi.lang")).lang


# Shells -------------------------------------------------------------------------------------------------------------


class WholeLineBash(BashComplete):
    """Completes the line itself: bash cuts its words at `=` and `:`, which ids and parameters have inside."""

    source_template = """\
%(complete_func)s() {
    local line="${COMP_LINE:0:$COMP_POINT}" IFS=$'\\n' completion
    COMPREPLY=()
    for completion in $(env COMP_LINE="$line" %(complete_var)s=bash_complete "$1"); do
        case "$completion" in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain,*=) compopt -o nospace; COMPREPLY+=("${completion#plain,}") ;;
            plain,*) COMPREPLY+=("${completion#plain,}") ;;
        esac
    done
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def source(self) -> str:
        """The script; no bash is asked for its version."""
        return ShellComplete.source(self)

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words of the line, and the one that is being typed."""
        return _line()

    def format_completion(self, item: CompletionItem[str]) -> str:
        """What bash has to put in the place of its last word: what stands behind the last place where it cuts."""
        if item.type != "plain":
            return item.type
        _, incomplete = self.get_completion_args()
        cut = max(incomplete.rfind("="), incomplete.rfind(":")) + 1
        begun = cut and item.value.startswith(incomplete[:cut])
        return f"plain,{item.value[cut:] if begun else item.value}"


class PowerShellComplete(ShellComplete):
    """PowerShell, by its own argument completers."""

    name = "powershell"
    source_template = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $begin = $commandAst.Extent.StartOffset
    $line = $commandAst.ToString().PadRight($cursorPosition - $begin).Substring(0, $cursorPosition - $begin)
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:COMP_LINE = $line
        $env:%(complete_var)s = 'powershell_complete'
        %(prog_name)s | ForEach-Object {
            $type, $value, $help = $_ -split "`t", 3
            if ($type -eq 'plain') {
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
            }
        }
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:COMP_LINE, Env:%(complete_var)s
    }
}
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words of the line, and the one that is being typed."""
        return _line()

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Kind, value and help; PowerShell wants help for every value."""
        return f"{item.type}\t{item.value}\t{item.help or item.value}"


def _line() -> tuple[list[str], str]:
    line = os.environ.get("COMP_LINE", "")
    words = split_arg_string(line)[1:]
    incomplete = words.pop() if words and not line[-1:].isspace() else ""
    return words, incomplete


def add_shells() -> None:
    """Make our way of completing known to click."""
    add_completion_class(WholeLineBash)
    add_completion_class(PowerShellComplete)
