"""What the browser tests share: a browser, one graph of the shipped record, and a way to open pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from graphmodel.stores.embedded import EmbeddedStore
from tests.browser.harness import CHROMIUM, LANGUAGES, Open, Opened, OpenHtml, view_html, wait_for
from tests.shipped import ShippedGraph
from visualizations.page import page_html
from visualizations.parts import Scene


@pytest.fixture(scope="session")
def graph(shipped_graph: ShippedGraph) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(shipped_graph()) as store:
        yield store


@pytest.fixture(scope="session")
def views(graph: EmbeddedStore) -> dict[str, str]:
    """The page that `enishi view` writes, by the language that it opens in."""
    return {lang: view_html(graph, lang) for lang in LANGUAGES}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium that finds no host. Without one the test is skipped, or fails if one is required.

    It ends with its module: while playwright runs, its event loop keeps prompts on a terminal from having one.
    """
    if CHROMIUM is None:
        reason = "Chromium is not installed: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("ENISHI_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_html(browser: Browser, tmp_path: Path) -> Iterator[OpenHtml]:
    contexts = []

    def open_(html: str, hash_: str = "", *, dark: bool = False) -> Opened:
        context = browser.new_context(
            viewport={"width": 1400, "height": 900},
            offline=True,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        opened = Opened(context.new_page(), path.as_uri() + hash_)
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.messages.append(message.text))
        opened.page.on("pageerror", lambda error: opened.messages.append(str(error)))
        opened.page.on("dialog", lambda dialog: opened.messages.append(dialog.message))
        opened.page.goto(opened.url)
        return opened

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(open_html: OpenHtml) -> Open:
    def open_(*scenes: Scene, hash_: str = "") -> Opened:
        opened = open_html(page_html(scenes), hash_)
        wait_for(
            opened.page, "enishi.app.picture?.labels.size === enishi.app.visible().nodes.length"
        )
        return opened

    return open_
