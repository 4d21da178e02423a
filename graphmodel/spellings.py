"""How the words of a vocabulary are written: by code, by label in either language, with and without its abbreviation."""

from __future__ import annotations

import re
from functools import cache

from graphmodel.names import fold
from graphmodel.vocab import InstrumentType, Vocabulary

_BRACKET = re.compile(r"[（(](.+?)[)）]")

_BESIDES: dict[tuple[type[Vocabulary], str], tuple[str, ...]] = {
    (InstrumentType, "letter_of_intent"): ("協力趣意書",)
}
"""What a word is called besides its label."""


def spellings(word: Vocabulary) -> frozenset[str]:
    """The folded texts that stand for a word: 意向表明書（LoI）, 意向表明書, LoI, Letter of Intent, letter_of_intent."""
    return _spellings(type(word), word.value)


def word_of(vocabulary: type[Vocabulary], text: str) -> Vocabulary | None:
    """The word that a text stands for; None if it stands for none, or for several."""
    key = fold(text)
    found = [word for word in vocabulary if word and key in spellings(word)]
    return found[0] if len(found) == 1 else None


@cache  # by type and code: words of two vocabularies may be equal as text
def _spellings(vocabulary: type[Vocabulary], code: str) -> frozenset[str]:
    word = vocabulary(code)
    texts = [code, *_BESIDES.get((vocabulary, code), ())]
    for label in (word.ja, word.en):
        inside = _BRACKET.search(label)
        texts += [label, _BRACKET.sub("", label), inside[1] if inside else ""]
    return frozenset(key for text in texts if (key := fold(text)))
