"""What a picture leaves out: whole groups, those first that say least, and none of it in silence."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from graphmodel.kinds import TIES
from visualizations.folding import Folded, Item, Link, fold
from visualizations.style import reached_kinds

HERE, OWN = "country:GB", "country:JP"


def item(
    id_: str, kind: str, away: int = 1, day: str = "", scope: str = "", level: str = ""
) -> Item:
    return Item(id_, kind, {"ja": id_, "en": id_}, away, day, scope, level)


def folded(items: Iterable[Item], links: Iterable[Link], most: int) -> Folded:
    return fold([item(HERE, "Country", 0), *items], set(links), focus=HERE, own=OWN, most=most)


BODY = item("org:a", "Organisation")
FORUM, MEETING = item("forum:f", "Forum"), item("meeting:m", "Meeting")
PAPER = item("agreement:a", "Agreement", scope="dedicated", level="government")
ITEMS = (BODY, FORUM, MEETING, PAPER)
LINKS = (
    Link("org:a", "LOCATED_IN", HERE),
    Link(HERE, "MEMBER_OF", "forum:f"),
    Link(HERE, "ATTENDED", "meeting:m"),
    Link("meeting:m", "EDITION_OF", "forum:f"),
    Link(HERE, "PARTY_TO", "agreement:a"),
)


def test_what_can_be_read_is_left_whole() -> None:
    whole = folded(ITEMS, LINKS, 5)
    assert whole.kept == (HERE, *(each.id for each in ITEMS))
    assert whole.groups == ()
    assert whole.beside == {}


def test_bodies_go_first_then_editions() -> None:
    four = folded(ITEMS, LINKS, 4)
    assert [count for _, _, count in four.groups] == [1]
    assert four.beside == {HERE: ("org:a",)}
    three = folded(ITEMS, LINKS, 3)
    assert three.kept == (HERE, "forum:f", "agreement:a")
    assert three.beside == {HERE: ("org:a", "meeting:m"), "forum:f": ("meeting:m",)}


def test_a_body_that_does_more_than_to_be_there_stays() -> None:
    links = (*LINKS, Link("org:a", "PARTY_TO", "agreement:a"))
    assert "org:a" in folded(ITEMS, links, 4).kept


def test_what_only_the_left_out_tied_is_left_out_with_it() -> None:
    behind = item("person:p", "Person", 2)
    other = item("agreement:b", "Agreement", scope="dedicated", level="government")
    links = (*LINKS, Link("person:p", "ATTENDED", "meeting:m"), Link(HERE, "PARTY_TO", other.id))
    picture = folded((*ITEMS, other, behind), links, 4)
    assert set(picture.kept) == {HERE, "forum:f", "agreement:a", "agreement:b"}
    assert sum(count for _, _, count in picture.groups) == 3


def test_at_last_the_older_documents_go() -> None:
    papers = [
        item(f"agreement:{year}", "Agreement", day=str(year), scope="dedicated", level="government")
        for year in range(2000, 2010)
    ]
    links = [Link(HERE, "PARTY_TO", paper.id) for paper in papers]
    assert set(folded(papers, links, 4).kept) == {
        HERE,
        *(f"agreement:{y}" for y in (2009, 2008, 2007)),
    }


KINDS = st.sampled_from(reached_kinds())


@st.composite
def pictures(draw: st.DrawFn) -> tuple[list[Item], list[Link], int]:
    kinds = draw(st.lists(KINDS, min_size=1, max_size=25))
    items, links = [], []
    for number, kind in enumerate(kinds):
        nearer = draw(st.sampled_from([HERE, *(each.id for each in items)]))
        away = 1 if nearer == HERE else 1 + next(i.away for i in items if i.id == nearer)
        scope = draw(st.sampled_from(["", "dedicated", "context"]))
        items.append(item(f"x:{number}", kind, away, scope=scope))
        links.append(Link(f"x:{number}", draw(st.sampled_from(sorted(TIES))), nearer))
    return items, links, draw(st.integers(1, 30))


@given(pictures())
def test_nothing_is_lost_in_silence(picture: tuple[list[Item], list[Link], int]) -> None:
    items, links, most = picture
    made = folded(items, links, most)
    assert made.kept[0] == HERE
    assert len(made.kept) <= max(most, 1)
    assert len(made.kept) + sum(count for _, _, count in made.groups) == len(items) + 1
    assert (len(items) + 1 > most) == bool(made.groups)
    drawn = set(made.kept)
    reached = {HERE}
    for _ in items:
        reached |= {e for link in links for e in (link.start, link.end) if {link.start, link.end} & reached and {link.start, link.end} <= drawn}  # fmt: skip
    assert reached == drawn
    for link in links:
        for one, other in ((link.start, link.end), (link.end, link.start)):
            if one in drawn and other not in drawn:
                assert other in made.beside[one]
