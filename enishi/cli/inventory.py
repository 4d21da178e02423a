"""The command that says what the graph holds: status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi import builds
from enishi.cli.options import (
    claims_of,
    graph_of,
    known_at_option,
    lang_option,
    output_options,
    settings_of,
    store_options,
)
from enishi.cli.output import grid, json_text, write

if TYPE_CHECKING:
    from enishi.settings import Settings
    from graphmodel.claims import Claim
    from graphmodel.stores import GraphStore

_DEFINITIONS = {
    "ja": {
        "instruments": "協力文書は、当事者が協力の内容を記した文書1件を1と数える（会合、公募、共同研究課題は含まない。状態を問わない）。",
        "type": "種類は、文書自身の呼称。",
        "level": "当事者の別は、どの段階の主体の間の文書か（当データの分類を含む）。",
        "scope": "量子の扱いは、量子に特化、量子を含む、基盤となる文書の別（当データの分類を含む）。",
        "none": "資料なし",
        "ceiling": "取扱い",
        "newest": "最新の出来事（資料が実績として記すもの）",
        "record": "記録にある記載",
        "loaded": "うちグラフにある記載",
        "left_out": "グラフにない記載（基準日より後に知り得たもの、取り下げたもの、当データの分類しかないもの）",
        "unread": "読み取れない箇所（グラフは作成しない）",
        "findings": "確認事項（enishi check で一覧）",
        "changed": "このグラフの作成後に記録が変更されている（enishi build で作成し直す）。",
        "total": "計",
    },
    "en": {
        "instruments": "An instrument is one document in which parties set out how they cooperate (no meeting, call or project; of any stage).",
        "type": "Type is what the document calls itself.",
        "level": "Level is between whom it is (in part our own classification).",
        "scope": "Scope is how far it is about quantum technology (in part our own classification).",
        "none": "no source",
        "ceiling": "Handling",
        "newest": "Newest event (that a source reports as done)",
        "record": "Claims in the record",
        "loaded": "of these in the graph",
        "left_out": "Claims not in the graph (known later, withdrawn, or about what only we speak of)",
        "unread": "Places that cannot be read (no graph is built then)",
        "findings": "Findings (enishi check lists them)",
        "changed": "The record has changed since this graph was built (enishi build makes it anew).",
        "total": "all",
    },
}  # fmt: skip


@click.command()
@store_options
@known_at_option
@lang_option
@output_options("table", "json")
def status(
    store: str | None,
    record: Path | None,
    known_at: str,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Say what the graph holds and what it was built from.

    How many of each kind; the instruments by type, level and scope, each with its definition; the newest event; what
    of the record is not in the graph.

    \b
    Examples:
      enishi status
      enishi status --known-at 2025-05-12 --lang ja
    """
    from graphmodel.vocab import KnownBy
    from queries.catalogue import internal
    from queries.run import read_coverage

    settings = settings_of(store, record, lang)
    graph = graph_of(settings, known_at)
    counts = {row["kind"]: row["count"] for row in graph.read(internal("counts")).records()}
    instruments = graph.read(internal("instruments")).records()
    claims = claims_of(graph, settings, known_at)
    clocks = Counter(claim.known_by for claim, _ in claims)
    coverage = read_coverage(graph, known_at or "9999-12-31")
    path = builds.projection_place(settings.store, known_at, settings.ceiling)
    loading = _loading(settings, graph, claims)
    if format_ == "json":
        held = {
            "store": str(path),
            "record": str(settings.record),
            "records": [str(folder) for folder in settings.records],
            "ceiling": settings.ceiling.value,
            "known_at": known_at or None,
            "nodes": counts,
            "instruments": {by: _sums(instruments, by) for by in ("type", "level", "scope")},
            "claims": coverage.claims,
            "sources": coverage.sources,
            "newest_event": coverage.newest_event,
            "newest_event_on": coverage.newest_event_on,
            "known_from": {basis.value: clocks[basis] for basis in KnownBy},
            "loading": loading,
        }
        write(json_text(held), output)
        return
    says = _DEFINITIONS[settings.lang]
    name = coverage.newest_event_name[settings.lang]
    text = [
        f"{path}  ←  {' + '.join(map(str, (settings.record, *settings.records)))}",
        f"{says['ceiling']}: {settings.ceiling.label(settings.lang)}",
        _counts_table(counts, settings.lang),
        *(_instruments(instruments, settings.lang) if instruments else []),
        f"{says['newest']}: {coverage.newest_event_on} {name}",
        _clocks_table(clocks, settings.lang),
        _loading_table(loading, settings.lang),
    ]
    write("\n".join(text) + "\n", output)


def _loading(
    settings: Settings, graph: GraphStore, claims: Iterable[tuple[Claim, bool]]
) -> dict[str, Any]:
    """What of the record is in the graph, and what is not; nothing where there is no record.

    What may not be seen under the ceiling is not counted, nor is what is wrong where it may stand.
    """
    from graphmodel.vocab import Handling
    from loaders.expectations import findings
    from loaders.record import load_record

    if not settings.record.is_dir():
        return {}
    record = load_record(settings.record, own=settings.records)
    loading: dict[str, Any] = {}
    if not settings.records or settings.ceiling is Handling.RESTRICTED:
        loading = {"unread": len(record.issues), "findings": len(findings(record))}
    if builds.build_of(graph) == builds.build_key(record.hash_within(settings.ceiling)):
        loaded = len({claim for claim, _ in claims})
        total = sum(claim.handling in settings.ceiling.within for claim in record.claims)
        loading |= {"record": total, "loaded": loaded, "left_out": total - loaded}
    else:
        loading["changed"] = True
    return loading


def _sums(rows: Iterable[Mapping[str, Any]], by: str) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row[by] or ""] += row["count"]
    return dict(sums)


def _counts_table(counts: Mapping[str, int], lang: str) -> str:
    from graphmodel.kinds import KINDS

    heads = {"ja": ("種別", "件数"), "en": ("Kind", "Number")}[lang]
    shown = [label for label in KINDS if label in counts]
    names = {
        label: KINDS[label].spec.ja if lang == "ja" else KINDS[label].spec.en for label in shown
    }
    return grid(heads, [(names[label], str(counts[label])) for label in shown])


def _instruments(rows: list[dict[str, Any]], lang: str) -> list[str]:
    """Instruments by type and by level, each by scope, with the definitions of what is counted."""
    from graphmodel.kinds import Agreement
    from graphmodel.labels import property_label
    from graphmodel.vocab import Scope

    says = _DEFINITIONS[lang]
    scopes = [(scope.value, scope.label(lang)) for scope in Scope]
    if "" in _sums(rows, "scope"):
        scopes.append(("", says["none"]))
    tables = []
    for by in ("type", "level"):
        words = Agreement.fields[by].vocabulary
        assert words is not None
        cells = []
        for value, label in (
            *((word.value, word.label(lang)) for word in words),
            ("", says["none"]),
        ):
            own = _sums((row for row in rows if (row[by] or "") == value), "scope")
            if own:
                cells.append((label, own))
        cells.append((says["total"], _sums(rows, "scope")))
        heads = [property_label(by, lang), says["total"], *(label for _, label in scopes)]
        drawn = [
            (label, str(sum(own.values())), *(str(own.get(scope, 0)) for scope, _ in scopes))
            for label, own in cells
        ]
        tables.append(grid(heads, drawn))
    return [*tables, *(says[name] for name in ("instruments", "type", "level", "scope")), ""]


def _clocks_table(clocks: Mapping[str, int], lang: str) -> str:
    from graphmodel.vocab import KnownBy

    heads = {
        "ja": ("記載を知り得た日の根拠", "件数"),
        "en": ("When claims could be known", "Number"),
    }
    return grid(heads[lang], [(word.label(lang), str(clocks.get(word, 0))) for word in KnownBy])


def _loading_table(loading: Mapping[str, Any], lang: str) -> str:
    says = _DEFINITIONS[lang]
    heads = {"ja": ("記録", "件数"), "en": ("The record", "Number")}[lang]
    names = [
        name for name in ("record", "loaded", "left_out", "unread", "findings") if name in loading
    ]
    table = grid(heads, [(says[name], str(loading[name])) for name in names])
    return f"{table}\n{says['changed']}" if loading.get("changed") else table
