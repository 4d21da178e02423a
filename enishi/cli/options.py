"""Options that several commands share, which stand after the subcommand; and the graph that they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from enishi.language import told
from enishi.settings import LANGUAGES
from graphmodel.messages import Message

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from enishi.settings import Settings
    from graphmodel.claims import Claim
    from graphmodel.stores.base import GraphStore

F = TypeVar("F", bound=Callable[..., Any])


def completed_by(name: str) -> Callable[..., Any]:
    """What completes a value: a function of `enishi.cli.completing`, which is imported only when a shell asks."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> Any:
        from enishi.cli import completing

        try:
            return getattr(completing, name)(ctx, param, incomplete)
        except Exception:
            return []

    return complete


class Day(click.ParamType[str]):
    """An ISO day."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check that the day exists."""
        from graphmodel.dates import is_iso_day

        if not is_iso_day(value):
            self.fail(
                told(Message("{value!r} is no day; write it as 2025-05-01.", value=value)),
                param,
                ctx,
            )
        return str(value)


class Seconds(click.FloatRange):
    """A time that a statement may take."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Check that it is a number at all: `nan` is within every range."""
        seconds = float(super().convert(value, param, ctx))
        if seconds != seconds:  # noqa: PLR0124 - so is `nan` alone
            self.fail(told(Message("{value!r} is no number.", value=value)), param, ctx)
        return seconds


class Store(click.Path):
    """A file, or the address of a server."""

    name = "file or address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Check that a file is none that is a folder; an address is taken apart later."""
        from graphmodel.stores.address import is_address

        return value if is_address(value) else super().convert(value, param, ctx)


class Ceiling(click.ParamType[str]):
    """A handling, in either language."""

    name = "handling"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check that there is one."""
        from enishi.settings import read_ceiling
        from graphmodel.errors import UsageError

        try:
            return read_ceiling(value).value
        except UsageError as error:
            self.fail(told(error.told), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The words."""
        from click.shell_completion import CompletionItem

        from graphmodel.vocab import Handling

        return [CompletionItem(word) for word in Handling if word.startswith(incomplete)]


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Keep an option for `settings_of`: what all commands do alike is no argument of each."""
    assert param.name
    ctx.meta[f"enishi.{param.name}"] = value


def records_option(command: F) -> F:
    """`--records`: folders of one's own beside the record."""
    return click.option(
        "--records",
        multiple=True,
        type=click.Path(file_okay=False, path_type=Path),
        expose_value=False,
        callback=_keep,
        help="Folder of your own record beside it; may be repeated [default: ENISHI_RECORDS].",
    )(command)


def ceiling_option(command: F) -> F:
    """`--ceiling`: how much may be seen."""
    return click.option(
        "--ceiling",
        type=Ceiling(),
        metavar="HANDLING",
        expose_value=False,
        callback=_keep,
        help="Highest handling of what may be seen: public, internal or restricted [default: public].",
    )(command)


def settings_of(
    store: str | None = None,
    record: Path | None = None,
    lang: str | None = None,
    queries: Iterable[Path] = (),
) -> Settings:
    """The settings, with what the options of the command that runs say of one's own record and the ceiling."""
    from enishi.settings import load_settings

    meta = click.get_current_context().meta
    return load_settings(
        store,
        record,
        lang or meta.get("enishi.lang"),
        queries,
        records=meta.get("enishi.records") or (),
        ceiling=meta.get("enishi.ceiling"),
        phrases=meta.get("enishi.phrases") or (),
    )


def store_options(command: F) -> F:
    """`--store`, `--record`, `--records` and `--ceiling`: where the graph is kept, and what may be in it."""
    command = ceiling_option(records_option(command))
    command = click.option(
        "--record",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the record [default: the shipped one].",
    )(command)
    return click.option(
        "--store",
        type=Store(dir_okay=False),
        help="File of the graph [default: in your cache], or a Neo4j server: bolt://…, neo4j://….",
    )(command)


def known_at_option(command: F) -> F:
    """`--known-at`: the graph as it could be known on a day."""
    return click.option(
        "--known-at",
        type=Day(),
        callback=lambda _ctx, _param, value: value or "",
        help="Only what was known on this day [default: all that is known now].",
    )(command)


def as_of_option(command: F) -> F:
    """`--as-of`: the day for which the question is asked."""
    return click.option(
        "--as-of", type=Day(), help="Day for which the question is asked [default: today]."
    )(command)


_lang = partial(
    click.option,
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of names, titles and labels [default: the locale's].",
)


def lang_option(command: F) -> F:
    """`--lang`: the reader's language."""
    return _lang()(command)


def common_lang_option(command: F) -> F:
    """`--lang` before a command: the same where the command itself is told of none."""
    return _lang(expose_value=False, callback=_keep)(command)


def output_options(*formats: str) -> Callable[[F], F]:
    """`--format` and `-o`: in which form, and where to."""

    def decorate(command: F) -> F:
        command = click.option(
            "-o",
            "--output",
            default="-",
            type=click.Path(dir_okay=False, allow_dash=True),
            help="File, or - for here.",
        )(command)
        return click.option(
            "--format",
            "format_",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="Form.",
        )(command)

    return decorate


def queries_option(command: F) -> F:
    """`--queries`: folders of saved queries of one's own."""
    return click.option(
        "--queries",
        multiple=True,
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of your own saved queries; may be repeated [default: ENISHI_QUERIES].",
    )(command)


def phrases_option(command: F) -> F:
    """`--phrases`: folders of words of one's own."""
    return click.option(
        "--phrases",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        expose_value=False,
        callback=_keep,
        help="Folder of your own words and sentences; may be repeated [default: ENISHI_PHRASES].",
    )(command)


def params_option(help_: str) -> Callable[[F], F]:
    """`-p NAME=VALUE`: parameters of a saved query."""
    return click.option(
        "-p",
        "--param",
        "params",
        multiple=True,
        metavar="NAME=VALUE",
        help=help_,
        shell_complete=completed_by("complete_param"),
    )


def limit_options(command: F) -> F:
    """`--timeout` and `--max-rows`: how long a statement may take, and how much of it is shown."""
    command = click.option(
        "--max-rows",
        type=click.IntRange(1, 1_000_000),
        default=1000,
        show_default=True,
        help="Rows shown at most.",
    )(command)
    return click.option(
        "--timeout",
        type=Seconds(0.1, 86_400),
        default=30.0,
        show_default=True,
        help="Seconds allowed.",
    )(command)


def claims_of(graph: GraphStore, settings: Settings, known_at: str) -> list[tuple[Claim, bool]]:
    """The claims behind the graph that the options name, each with whether the graph uses it."""
    from enishi import builds

    return builds.read_claims(
        graph,
        settings.store,
        known_at,
        settings.record,
        own=settings.records,
        ceiling=settings.ceiling,
    )


def graph_of(settings: Settings, known_at: str) -> GraphStore:
    """The graph that the options name; it is closed when the command ends."""
    from enishi import builds
    from enishi.cli.output import say

    context = click.get_current_context()
    if context.meta.get("enishi.records") and not settings.chosen_ceiling:
        say(
            Message(
                "Of your own record only what says that it is public is seen; --ceiling internal lets in more."
            )
        )
    graph = builds.open_graph(
        settings.record,
        settings.store,
        known_at,
        own=settings.records,
        ceiling=settings.ceiling,
        keep=settings.chosen_store,
        say=say,
    )
    return context.with_resource(graph)
