"""The published folder: what is in it, that its links hold, and that it is written whole or not at all."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from enishi import __version__
from graphmodel.errors import EnishiError, UsageError
from graphmodel.stores.remembering import RememberingStore
from graphmodel.vocab import Handling
from tests.published import DAY, GROUP, Published
from visualizations.output_rules.check import check_files, read_verbatim
from visualizations.site.answers import Answers
from visualizations.site.edition import Edition
from visualizations.site.folder import STAMP, require_ours, write_folder
from visualizations.site.places import Places, place_of, relative
from visualizations.site.publish import answer_csv, published_files

MOST_BYTES = 900_000


pytestmark = GROUP


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.inline: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.ids |= {given["id"]} if "id" in given else set()
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if tag == "script" and "src" not in given and "json" not in given.get("type", ""):
            self.inline.append("script")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]


@pytest.fixture(scope="module")
def pages(published: Published) -> dict[str, _Page]:
    """The pages of the folder, read."""
    read = {name: _Page() for name in published.files if name.endswith(".html")}
    for name, page in read.items():
        page.feed(published.files[name].decode("utf-8"))
    return read


def test_every_link_leads_somewhere_and_none_is_absolute(
    published: Published, pages: dict[str, _Page]
) -> None:
    assert len(pages) > 2000
    lost = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "data"):
                continue
            assert not parts.scheme, f"{name}: {link}"
            assert not link.startswith("/"), f"{name}: {link}"
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(name), unquote(parts.path))
            )
            target = name if not parts.path else target
            if target not in published.files or (
                re.fullmatch(r"s\d+|content", parts.fragment)
                and (parts.fragment not in pages[target].ids)
            ):
                lost.append(f"{name}: {link}")
    assert lost == []


def test_pages_are_light_strict_and_without_inline_handlers(
    published: Published, pages: dict[str, _Page]
) -> None:
    for name, page in pages.items():
        assert len(published.files[name]) <= MOST_BYTES, name
        assert page.inline == [], name
        assert "default-src 'none'" in page.policy, name
        assert "unsafe" not in page.policy, name


def test_everything_with_a_card_has_its_page_by_its_id_in_both_languages(
    published: Published,
) -> None:
    assert len(published.edition.named) > 1000
    for id_ in published.edition.named:
        assert f"{place_of(id_)}.html" in published.files
        assert f"en/{place_of(id_)}.html" in published.files
    assert "agreement/jp-uk-quantum-moc-2025.html" in published.files
    # On some systems a file has the same name in capitals.
    assert len({name.casefold() for name in published.files}) == len(published.files)


def test_a_page_without_a_second_language_has_no_switch(published: Published) -> None:
    edition = Edition(RememberingStore(published.store), "country:JP", DAY, ("en",))
    files = published_files(edition, __version__)
    name, content = next(files)
    assert name == "index.html"
    assert b'lang="en"' in content
    assert b'class="language"' not in content


def test_a_public_folder_has_nothing_of_what_is_for_ones_own_side(published: Published) -> None:
    edition = Edition(RememberingStore(published.store), "country:JP", DAY, ("ja",))
    assert not {"conflicts", "thin-evidence"} & edition.queries.keys()
    from visualizations.site.home import menu

    answers = Answers(edition)
    places = {page.place for page in answers.pages()}
    assert not [place for place in places if re.match("answers/(conflicts|thin)", place)]
    assert "conflicts" not in menu(edition)


def test_what_is_for_ones_own_side_bears_its_mark(published: Published) -> None:
    for name in ("answers/conflicts.html", "answers/thin-evidence.html"):
        assert '<strong class="mark">部内限り</strong>' in published.files[name].decode()


def test_the_same_graph_gives_the_same_bytes(published: Published) -> None:
    edition = Edition(
        RememberingStore(published.store), "country:JP", DAY, ("ja", "en"), Handling.INTERNAL
    )
    for name, content in published_files(edition, __version__):
        assert published.files[name] == content, name
        if name.startswith("forum/g7"):
            break
    else:
        pytest.fail("forum/g7 was not written")


def test_no_rule_of_what_is_shown_is_broken(published: Published) -> None:
    verbatim = read_verbatim(published.store)
    found = [
        f"{breach.path}: {breach.where} [{breach.rule.number}] {breach.said}"
        for _, broken in check_files([published.root], verbatim)
        for breach in broken
    ]
    assert found == []


# The folder itself ----------------------------------------------------------------------------------------------


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_text("theirs")
    with pytest.raises(UsageError, match="did not write"):
        write_folder(tmp_path, [("index.html", b"ours")], {})
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.txt"]
    with pytest.raises(UsageError, match="is a file"):
        require_ours(tmp_path / "theirs.txt")


def test_what_was_published_before_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_folder(folder, [("index.html", b"one"), ("old/page.html", b"one")], {"as_of": "1"})
    written = write_folder(folder, [("index.html", b"two")], {"as_of": "2"})
    assert sorted(path.name for path in folder.iterdir()) == [STAMP, "index.html"]
    assert (folder / "index.html").read_bytes() == b"two"
    assert json.loads((folder / STAMP).read_text())["as_of"] == "2"
    assert written.files == 2
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_where_something_goes_wrong_the_old_folder_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_folder(folder, [("index.html", b"one")], {})

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise OSError(28, "No space left on device")

    with pytest.raises(EnishiError, match="No space left"):
        write_folder(folder, failing(), {})
    assert (folder / "index.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_places_and_links() -> None:
    places = Places(("ja", "en"))
    assert places.file("country/GB", "ja") == "country/GB.html"
    assert places.file("country/GB", "en") == "en/country/GB.html"
    assert places.other("ja") == "en"
    assert relative("en/country/GB.html", "country/GB.html") == "../../country/GB.html"
    assert relative("index.html", "country/GB.html") == "country/GB.html"


def test_a_network_leads_back_to_the_page_that_it_belongs_to(published: Published) -> None:
    first = published.files["index.network.html"].decode()
    assert '<a id="home" href="index.html" data-word="front"' in first
    assert ">‹ 最初のページへ</a>" in first
    assert ">‹ カードへ</a>" in published.files["country/GB.network.html"].decode()


def test_a_row_leads_to_what_it_is_about_by_its_name(published: Published) -> None:
    for file, cell in {
        "answers/upcoming.html": '<td class="broad"><a href="../forum/mdq.html">量子多国間対話（次回',
        "en/answers/upcoming.html": '<td class="broad"><a href="../forum/mdq.html">Multilateral Dialogue on Quantum (next',
        "answers/partner-gap.html": '<th scope="row" class="narrow"><a href="../country/AU.html">豪州</a></th>',
    }.items():
        assert cell in published.files[file].decode(), file


def test_an_answer_that_is_cut_says_so_on_its_page_and_in_its_file(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualizations.site.edition.MAX_ROWS", 3)
    answers = Answers(Edition(published.edition.store, "country:JP", DAY, ("ja",)))
    page = next(page for page in answers.pages() if page.place == "answers/country-pairs")
    assert page.content["limit"] == "行数の上限のため、はじめの3件だけを示す。"
    answer = answers.answer("answers/country-pairs")
    assert answer is not None
    lines = answer_csv(answer, "ja").decode("utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[-1] == page.content["limit"]


def test_no_answer_of_the_shipped_record_is_cut(published: Published) -> None:
    longest = published.answers.answer("answers/thin-evidence")
    assert longest is not None
    assert len(longest.rows) > 1000
    for name, content in published.files.items():
        if name.startswith("answers/"):
            assert "だけを示す" not in content.decode("utf-8", "replace"), name


def test_names_before_a_colon_are_no_links(published: Published) -> None:
    """The EU is counted before it is named: the name is what leads to its page."""
    text = published.files["forum/nato-tqc.html"].decode()
    assert "<dt>パートナー（資料に名のあるもの、3か国＋EU）</dt>" in text
    assert '<a href="../union/EU.html">EU</a>、' in text
