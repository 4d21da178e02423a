"""What was found by a name, as a table: which one is meant, or between which ones to choose."""

from __future__ import annotations

from graphmodel.kinds import KINDS
from graphmodel.vocab import FoundBy
from queries.find import Found, Match
from visualizations.wording import bracketed

_HEADINGS = {
    "ja": ("名称", "別言語の名称", "種別", "一致した点", "ID"),
    "en": ("Name", "In Japanese", "Kind", "Found by", "Id"),
}
_SENTENCES = {
    "one": ("「{text}」：{name}", "{text!r}: {name}"),
    "several": (
        "「{text}」に当たるものが{count}件ある。名称を詳しくするか、IDで指定する。",
        "{text!r} may be any of {count}. Say more of the name, or give the id.",
    ),
    "similar": (
        "「{text}」という名称は収録資料にない。似た名称：{count}件",
        "Nothing on record is called {text!r}. Similar names: {count}",
    ),
    "no_card": (
        "「{text}」に当たるものは、カードのない種別にある。記載と出典は、enishi why とIDで見る。",
        "{text!r} is on record, of a kind that has no card. See its claims and sources by `enishi why` and the id.",
    ),
    "none": (
        "「{text}」という名称も、似た名称も、収録資料にない。",
        "Nothing on record is called {text!r}, nor anything like it.",
    ),
}


def candidates(
    found: Found, lang: str, *, no_card: bool = False
) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A sentence, headings and rows over what was found.

    Args:
        found: What was found.
        lang: `ja` or `en`.
        no_card: Whether a card was asked for that none of it has.
    """
    one = found.one
    if no_card:
        key, count = "no_card", len(found.matches)
    elif one:
        key, count = "one", 1
    elif not found.matches:
        key, count = "none", 0
    elif found.matches[0].by == FoundBy.SIMILAR:
        key, count = "similar", len(found.matches)
    else:
        key, count = "several", len(found.first)
    sentence = _SENTENCES[key][0 if lang == "ja" else 1].format(
        text=found.text, name=one.names[lang] if one else "", count=count
    )
    return sentence, _HEADINGS[lang], tuple(_row(match, lang) for match in found.matches)


def _row(match: Match, lang: str) -> tuple[str, ...]:
    kind = KINDS[match.kind].spec
    other = match.names["en" if lang == "ja" else "ja"]
    return (
        match.names[lang],
        other if other != match.names[lang] else "―",
        kind.ja if lang == "ja" else kind.en,
        _why(match, lang),
        match.id,
    )


def _why(match: Match, lang: str) -> str:
    """Why it was found: in what way, by which name, and what that name is."""
    if match.by == FoundBy.ID:
        return match.by.label(lang)
    if match.matched in match.names.values() and not match.use:
        return match.by.label(lang)
    use = match.use.label(lang) if match.use else ""
    name = f"「{match.matched}」" if lang == "ja" else f" {match.matched!r}"
    return bracketed(match.by.label(lang) + name, use, lang)
