"""Measure our page against pyvis's own default page of the same network, in one run of one browser.

    make bench

Both pages hold the same synthetic network, of the shape of the real one (some 1.7 ties a node), and are opened from a file
with name resolution blocked. What counts is the time of the page's main thread, which other jobs of the machine do not touch,
until the picture stands: for ours, all labels drawn; for pyvis's, its physics at rest. pyvis's page asks for two files of a
content delivery network, which fail at once here. Nothing here asserts a time.
"""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from pyvis.network import Network  # type: ignore[import-untyped]

from visualizations.page import page_html
from visualizations.parts import Evidence, Facts, Node, Scene, Tie
from visualizations.style import legend, line_look, node_look

SIZES = (40, 300, 500, 2000)
TIES_PER_NODE = 1.7
TURNS = 3
PATIENCE = 90
"""Seconds after which a page that has not come to rest is left."""

KINDS = (
    ("Country", ""),
    ("Agreement", "memorandum_of_cooperation"),
    ("Forum", ""),
    ("Meeting", ""),
    ("Organisation", ""),
)
STANDS = "enishi.app?.picture?.labels.size > 0 && enishi.app.picture.labels.size === enishi.app.visible().drawn.nodes.length"
RESTS = "typeof network !== 'undefined' && network.physics.stabilized && network.body.nodeIndices.length > 0"
HIDE = """async (key) => {
  const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  enishi.app.change({ kinds: [key] });
  await settled();
}"""
HIDE_IN_PYVIS = """async () => {
  const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  nodes.update(nodes.get().filter((node) => node.group === "Agreement").map(({ id }) => ({ id, hidden: true })));
  await settled();
}"""


def main() -> None:
    """Run all measurements and print them."""
    chromium = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if chromium is None:
        print("\nno Chromium: the page is not measured")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        print("\npage in Chromium: ours against pyvis's own default page of the same network")
        for size in SIZES:
            _compare(browser, Path(folder), size)
        browser.close()


def _compare(browser: Browser, folder: Path, size: int) -> None:
    scene = network_of(size)
    ours, theirs = folder / f"ours-{size}.html", folder / f"pyvis-{size}.html"
    ours.write_text(page_html([scene]), encoding="utf-8", newline="\n")
    theirs.write_text(_pyvis(scene), encoding="utf-8", newline="\n")
    weight, other = ours.stat().st_size, theirs.stat().st_size
    print(f"\n  {size} nodes, {len(scene.ties)} ties")
    _line("weight", f"{weight / 1e6:.2f} MB", f"{other / 1e6:.2f} MB", weight / other)
    turns = [_open(browser, ours, STANDS, HIDE, scene.nodes[1].facts.key) for _ in range(TURNS)]
    once = _open(browser, theirs, RESTS, HIDE_IN_PYVIS)  # many seconds each
    for at, what in enumerate(("main thread until it stands", "main thread of one filter")):
        mine = statistics.median(turn[at] or 0 for turn in turns)
        known = once[at]
        said = (
            "-"
            if known is None
            else f"{known:.2f} s"
            if known > 0
            else f"over {-known:.1f} s, not at rest"
        )
        _line(what, f"{mine:.2f} s", said, mine / abs(known) if known else None)


def _open(
    browser: Browser, path: Path, stands: str, act: str, argument: str = ""
) -> tuple[float | None, float | None]:
    """Seconds of the main thread until a page stands, and those of one filter.

    Where it does not stand in time, the seconds so far are negative, and there is no filter.
    """
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        page.goto(path.as_uri(), wait_until="load", timeout=0)
        if not _waited(page, stands):
            return -_busy(session), None
        opened = _busy(session)
        acted = _spent(session, lambda: _act(page, act, argument))
    finally:
        context.close()
    return opened, acted


def _waited(page: Page, expression: str) -> bool:
    """Whether an expression came to hold; it is asked for seldom, so that asking does not count."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if page.evaluate(expression):
            return True
        page.wait_for_timeout(250)
    return False


def _act(page: Page, act: str, argument: str) -> None:
    page.evaluate(act, argument)


def _busy(session: CDPSession) -> float:
    """Seconds that the main thread has worked for the page."""
    metrics = {
        each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]
    }
    return float(metrics["TaskDuration"])


def _spent(session: CDPSession, step: Callable[[], None]) -> float:
    before = _busy(session)
    step()
    return _busy(session) - before


def network_of(size: int, seed: int = 1) -> Scene:
    """A scene of a size: kinds in turn, ties at random, all in place on a grid.

    Args:
        size: Number of nodes.
        seed: Of the random choices: the same seed, the same scene.
    """
    rng = random.Random(seed)  # noqa: S311
    wide = round((size * 1.6) ** 0.5)
    nodes = tuple(_node(i, wide) for i in range(size))
    pairs = {
        (min(one, other), max(one, other))
        for one, other in (
            (i, rng.randrange(size))
            for i in range(size)
            for _ in range(2)
            if rng.random() < TIES_PER_NODE / 2
        )
        if one != other
    }
    look = line_look("PARTY_TO")
    ties = tuple(
        Tie(f"{nodes[a].id} PARTY_TO {nodes[b].id}", nodes[a].id, nodes[b].id, look, Evidence("", "", "当事者"),
            facts=Facts(kind="PARTY_TO", key="PARTY_TO"))
        for a, b in sorted(pairs)
    )  # fmt: skip
    entries = legend(
        [(kind, type_, node_look(kind, type_)) for kind, type_ in KINDS],
        [("PARTY_TO", "PARTY_TO", look)],
        own=False,
        differs=False,
        lang="ja",
    )
    return Scene(
        lang="ja", title=f"{size}項目の図", focus="", nodes=nodes, ties=ties, frames=(), marks=(), legend=entries,
        notes=(), sources=(), as_of="2026-11-25", coverage="", build="bench",
    )  # fmt: skip


def _node(i: int, wide: int) -> Node:
    kind, type_ = KINDS[i % len(KINDS)]
    look = node_look(kind, type_)
    title = f"{('国', '協力覚書', '枠組み', '会合', '機関')[i % len(KINDS)]}{i}"
    return Node(
        id=f"{kind.lower()}:n{i}",
        label=(title, "2025年4月28日"),
        look=look,
        width=120,
        height=46,
        drop=0,
        evidence=Evidence(title, "", kind),
        x=(i % wide) * 160,
        y=(i // wide) * 90,
        facts=Facts(
            kind=kind, key=next(e.key for e in _legend_of(kind, type_) if e.key), type=type_
        ),
    )


def _legend_of(kind: str, type_: str) -> tuple[object, ...]:
    return legend([(kind, type_, node_look(kind, type_))], [], own=False, differs=False, lang="ja")


def _pyvis(scene: Scene) -> str:
    """pyvis's own page, as its README shows it."""
    net = Network(cdn_resources="in_line")
    for node in scene.nodes:
        net.add_node(node.id, label="\n".join(node.label), group=node.facts.kind)
    for tie in scene.ties:
        net.add_edge(tie.start, tie.end)
    return str(net.generate_html())


def _line(what: str, ours: str, theirs: str, ratio: float | None) -> None:
    shown = f"{ratio:.3f}x" if ratio is not None else ""
    print(f"    {what:30} {ours:>10}   pyvis {theirs:>26}   {shown}".rstrip())


if __name__ == "__main__":
    main()
