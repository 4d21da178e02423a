"""The page that counts what the shipped record holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from markdown_parts import NOTE, table

from enishi.builds import project
from graphmodel.batch import GraphBatch, NodeRow
from graphmodel.kinds import KINDS
from graphmodel.vocab import Completeness, Handling, Scope, SourceType
from loaders.coverage import Coverage, coverage
from loaders.record import Record, load_record


def data(folder: Path) -> str:
    """How much the shipped record holds: by kind, by country, by year, and from which sources."""
    record = load_record(folder)
    batch = project(folder, "", Handling.PUBLIC).batch
    nodes = {node.id: node for node in batch.nodes}
    lines = [
        "# What the shipped record holds",
        NOTE,
        "How to read these numbers, and what they do not say, is in [the page on the data](../data.md).",
        "",
        "## By kind",
        "",
        "A value is one value of one property, or one tie; several sources of it count once. Shares with a place and from an",
        "official source are of the values that are not our own classification alone.",
        *table(
            (
                "kind",
                "files",
                "values",
                "with a source",
                "ours alone",
                "with a place",
                "official source",
            ),
            (_covered(row, record) for row in coverage(record)),
        ),
        "",
        "## By country and union",
        "",
        "Instruments to which it is a party, at any level through its bodies where these are the parties; fora in which it takes part;",
        "meetings in which it took part. A small number says what was looked for and found, not what exists.",
        *table(
            (
                "",
                "",
                "instruments",
                "of these dedicated to quantum",
                "fora",
                "meetings",
                "organisations",
                "first and last event",
            ),
            _by_country(batch, nodes),
        ),
        "",
        "## By year",
        "",
        "By the first possible day of the event: of an instrument that of its signature or issue. One of which a source dates only the",
        "announcement, or nothing, stands in the last row but one.",
        *_by_year(nodes),
        "",
        "## Sources",
        *table(
            ("type", "sources", "of these said to list all", "oldest", "newest"),
            _by_source_type(nodes),
        ),
    ]
    return "\n".join(lines) + "\n"


def _covered(row: Coverage, record: Record) -> tuple[str, ...]:
    def percent(share: float | None) -> str:
        return "–" if share is None else f"{int(share * 100)} %"

    kind = KINDS.get(row.kind)
    name = f"{kind.spec.ja} / {kind.spec.en}" if kind else "all"
    scheme = f"{kind.spec.scheme}:" if kind else ""
    files = sum(id_.startswith(scheme) for id_ in record.entities)
    return (
        name, str(files), str(row.values), percent(row.sourced / row.values), str(row.ours),
        percent(row.share(row.placed)), percent(row.share(row.official)),
    )  # fmt: skip


def _by_country(batch: GraphBatch, nodes: Mapping[str, NodeRow]) -> Iterator[tuple[str, ...]]:
    home = {tie.start: tie.end for tie in batch.ties if tie.type == "LOCATED_IN"}
    found: dict[str, dict[str, set[str]]] = {}
    for tie in batch.ties:
        side = home.get(tie.start, tie.start)
        if side in nodes and nodes[side].labels[0] in ("Country", "Union"):
            found.setdefault(side, {}).setdefault(tie.type, set()).add(
                tie.start if tie.type == "LOCATED_IN" else tie.end
            )
    for side in sorted(found, key=lambda id_: str(nodes[id_].props["name_en"])):
        ties = found[side]
        instruments = ties.get("PARTY_TO", set())
        meetings = ties.get("ATTENDED", set()) | ties.get("HOSTED", set())
        dedicated = sum(nodes[id_].props.get("scope") == Scope.DEDICATED for id_ in instruments)
        years = sorted(_years(nodes, instruments | meetings))
        yield (
            str(nodes[side].props["name_ja"]), str(nodes[side].props["name_en"]), str(len(instruments)), str(dedicated),
            str(len(ties.get("MEMBER_OF", ()))), str(len(meetings)), str(len(ties.get("LOCATED_IN", ()))),
            "–".join(dict.fromkeys((years[0], years[-1]))) if years else "",
        )  # fmt: skip


def _years(nodes: Mapping[str, NodeRow], ids: Iterable[str]) -> list[str]:
    days = (str(nodes[id_].props.get("event_on_min", "0000")) for id_ in ids)
    return [day[:4] for day in days if not day.startswith("0000")]


def _by_year(nodes: Mapping[str, NodeRow]) -> Iterator[str]:
    labels = [label for label, kind in KINDS.items() if kind.spec.event]
    own = {
        label: [id_ for id_, node in nodes.items() if node.labels[0] == label] for label in labels
    }
    shown = [label for label in labels if own[label]]
    counts = {label: Counter(_years(nodes, own[label])) for label in shown}
    years = sorted({year for label in shown for year in counts[label]})
    heads = ("year", *(f"{KINDS[label].spec.ja} / {KINDS[label].spec.en}" for label in shown))
    undated = (len(own[label]) - counts[label].total() for label in shown)
    yield from table(
        heads,
        [
            *((year, *(str(counts[label][year] or "") for label in shown)) for year in years),
            ("no such day", *map(str, undated)),
            ("all", *(str(len(own[label])) for label in shown)),
        ],
    )


def _by_source_type(nodes: Mapping[str, NodeRow]) -> Iterator[tuple[str, ...]]:
    sources = [node.props for node in nodes.values() if node.labels[0] == "Source"]
    for type_ in SourceType:
        own = [props for props in sources if props.get("type") == type_]
        days = sorted(str(props["published"]) for props in own if "published" in props)
        complete = sum(props.get("completeness") == Completeness.COMPLETE for props in own)
        if own:
            yield (
                f"{type_.ja} / {type_.en}", str(len(own)), str(complete),
                *((days[0], days[-1]) if days else ("", "")),
            )  # fmt: skip
