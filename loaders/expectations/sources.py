"""Sources: found at their original host, once, and called what they are."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.claims import OURS
from graphmodel.ids import ends_of
from graphmodel.messages import Message
from graphmodel.vocab import SourceType
from loaders.entities import Placed
from loaders.expectations.rule import Expectation, Found
from loaders.known import Known
from loaders.profiles import host_of

_COPIES = (
    "archive.org", "archive.is", "archive.ph", "archive.today", "webcache", "googleusercontent", "translate.goog",
    "r.jina.ai", "wikiwand", "proxy", "mirror", "cachedview", "ghostarchive", "localhost", "wikipedia.org",
    "reddit.com", "scribd.com", "github.io", "huggingface.co",
)  # fmt: skip
"""Hosts of copies, and of pages that anyone may change."""


def _urls(known: Known) -> Iterator[Placed]:
    for id_ in known.record.sources:
        yield from known.claims(f"source:{id_}", "url")


def _address(known: Known, _: str) -> Found:
    for placed in _urls(known):
        url = str(placed.claim.value)
        named = url.lower().startswith(("https://", "http://")) and "." in host_of(url)
        if not named or not url.isascii() or " " in url:
            yield placed, Message("{url} is no address of a page.", url=url)


def _copied(known: Known, _: str) -> Found:
    for placed in _urls(known):
        url = str(placed.claim.value).lower()
        if "http" in url[8:] or any(copy in url for copy in _COPIES):
            yield (
                placed,
                Message(
                    "{value} is a copy, or a page that anyone may change.", value=placed.claim.value
                ),
            )


def _twice(known: Known, _: str) -> Found:
    first: dict[str, str] = {}
    for placed in _urls(known):
        url, source = str(placed.claim.value), placed.claim.source
        if first.setdefault(url, source) != source:
            yield (
                placed,
                Message("{source} has the address of {other}.", source=source, other=first[url]),
            )


def _nowhere(known: Known, _: str) -> Found:
    for id_, registered in known.record.sources.items():
        located = ("url", "file", "repost_of")
        if id_ != OURS and not any(known.claims(f"source:{id_}", name) for name in located):
            yield registered, Message("{id} has no address.", id=id_)


def _called_original(known: Known, _: str) -> Found:
    for id_, registered in known.record.sources.items():
        for placed in known.claims(f"source:{id_}", "repost_of"):
            if registered.facts.type != SourceType.SECONDARY:
                yield (
                    placed,
                    Message(
                        "{id} was read in a copy, but is called `{type}`.",
                        id=id_,
                        type=registered.facts.type,
                    ),
                )


def _only_ours(known: Known, _: str) -> Found:
    spoken_of: set[str] = set()
    for claim in known.record.claims:
        if claim.source != OURS:
            spoken_of.update(ends_of(claim.subject))
            spoken_of.update(claim.value if isinstance(claim.value, tuple) else [str(claim.value)])
    yield from (
        (id_, Message("Nobody but us speaks of {id}: it does not appear in the graph.", id=id_))
        for id_ in known.record.entities
        if id_ not in spoken_of
    )


RULES = (
    Expectation(
        "only-ours",
        "every kind",
        "A source speaks of it: gives a value of it, or names it in a tie.",
        Message("Cite the source where it is named, for one of its values or ties."),
        _only_ours,
    ),
    Expectation(
        "no-address",
        "Source",
        "It has the address of a page or the name of a document, or says whose work was read in a copy.",
        Message("Add `url`, `file` or `repost_of`."),
        _nowhere,
    ),
    Expectation(
        "bad-address",
        "Source",
        "Its address begins with http:// or https:// and is ASCII.",
        Message("Copy it from the browser's line."),
        _address,
    ),
    Expectation(
        "copy",
        "Source",
        "Its address is that of the original host.",
        Message("Find the original; else leave out `url` and name the publisher in `repost_of`."),
        _copied,
    ),
    Expectation(
        "same-address",
        "Source",
        "No two sources have one address.",
        Message("Keep one and cite it in the place of the other."),
        _twice,
    ),
    Expectation(
        "copy-as-original",
        "Source",
        "What was read in a copy is secondary.",
        Message("Write `type: secondary`."),
        _called_original,
    ),
)
