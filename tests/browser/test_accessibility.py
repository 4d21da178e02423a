"""Reach and reading: axe-core finds nothing serious on any tab in either language, on light and on dark paper."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from tests.browser.harness import LANGUAGES, OpenHtml, ready, view_html

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const result = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  return result.violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`)]);
}"""
STORY = [
    {
        "say": {"ja": "日英の量子協力", "en": "Japan and the United Kingdom"},
        "show": {"focus": "country:GB"},
    },
    {"say": {"ja": "年表"}, "show": {"tab": "timeline"}},
]


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        reason = "axe-core is not installed: npm ci"
        if os.environ.get("ENISHI_REQUIRE_NODE"):
            pytest.fail(reason)
        pytest.skip(reason)
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_tab_has_a_serious_fault(
    graph: EmbeddedStore, open_html: OpenHtml, axe: str, lang: str, *, dark: bool
) -> None:
    opened = ready(open_html(view_html(graph, lang, story=STORY), dark=dark))
    page = opened.page
    page.evaluate(axe)  # from outside, so that the page's policy stands
    found: dict[str, Any] = {}
    page.click("#filtering")
    for tab in page.evaluate("enishi.app.tabs.map((tab) => tab.id)"):
        page.evaluate(
            "(tab) => enishi.app.change({ tab, chosen: 'agreement:jp-eu-quantum-loi-2025' })", tab
        )
        if faults := page.evaluate(RUN):
            found[tab] = faults
    page.evaluate("enishi.app.change({ story: 0, path: ['country:GB', 'country:SG'] })")
    page.click("#keys")
    if faults := page.evaluate(RUN):
        found["dialog"] = faults
    assert found == {}
    assert opened.is_quiet()
