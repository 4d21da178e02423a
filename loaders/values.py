"""One text as values of a record file: a date, a word of a vocabulary, a name, whatever the key takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graphmodel.kinds import FieldSpec
from graphmodel.messages import Message, reason_of
from graphmodel.spellings import word_of
from graphmodel.vocab import Mood, Vocabulary
from graphmodel.written_dates import read_date
from loaders.issues import did_you_mean
from loaders.lookup import Lookup
from loaders.scaffold import quoted

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_TRUE = frozenset(["○", "◯", "はい", "有", "有り", "あり", "yes", "true", "1"])
_FALSE = frozenset(["×", "✕", "いいえ", "無", "無し", "なし", "no", "false", "0"])
_COUNTED = re.compile(r"第?(\d{1,3}(?:,\d{3})+|\d+)(?:回|名|人|件|st|nd|rd|th)?")


class How(NamedTuple):
    """How a text is read.

    Attributes:
        language: Language of the text; empty for that which it shows.
        use: Use of a further name.
        dates: How 3/4/2025 is read: `day-first`, `month-first`, or empty.
        words: What words of one's own stand for.
        beside: What stands beside each value (`by: "cao-20250513@section 1"`).
    """

    language: str = ""
    use: str = ""
    dates: str = ""
    words: Mapping[str, str] = {}
    beside: str = ""


class BadValueError(Exception):
    """A text that is no value; the message says why, and the hint what would be.

    Args:
        code: Short name of the kind of finding.
        message: Why.
        hint: What to do.
    """

    def __init__(self, code: str, message: Message, hint: Message = Message()) -> None:  # noqa: B008
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def one_or_list(texts: Sequence[str]) -> str:
    """Values as the value of a key."""
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def value_texts(field: FieldSpec, text: str, how: How, lookup: Lookup) -> Iterator[str]:
    """Each value in a text, as it stands in a record file.

    Args:
        field: The property.
        text: What was written.
        how: How it is read.
        lookup: Finds whom it means.

    Raises:
        BadValueError: If it is no value of the property.
        NoSuchError: If it names nobody.
    """
    if field.ref:
        ids = lookup.many(text, [field.ref])
        if len(ids) > 1 and not field.many:
            raise BadValueError("bad-value", Message("There is more than one here."), Message("Name one."))  # fmt: skip
        for id_ in ids:
            yield f"{{is: {quoted(id_)}, {how.beside}}}"
    elif field.localised:
        language = how.language or ("ja" if _JAPANESE.search(text) else "en")
        use = f", use: {how.use}" if how.use else ""
        yield f"{{{language}: {quoted(text)}{use}, {how.beside}}}"
    else:
        value, planned = _value(field, text, how)
        wording = f", text: {quoted(text)}" if value != text else ""
        mood = f", mood: {Mood.PLANNED.value}" if planned else ""
        yield f"{{is: {quoted(value)}, {how.beside}{mood}{wording}}}"


def _value(field: FieldSpec, text: str, how: How) -> tuple[str, bool]:
    """A value in its canonical form, and whether it is said to be planned."""
    if text in how.words:
        return how.words[text], False
    if field.is_date:
        try:
            return read_date(text, how.dates)
        except ValueError as error:
            raise BadValueError("bad-date", Message("{reason}.", reason=reason_of(error))) from None
    if field.vocabulary:
        return _word(field.vocabulary, text), False
    plain = unicodedata.normalize("NFKC", text).strip()
    if field.value_type is bool:
        for words, value in ((_TRUE, "true"), (_FALSE, "false")):
            if text in words or plain.casefold() in words:
                return value, False
        raise BadValueError("bad-value", Message("This says neither yes nor no."), Message("Write ○ or ×, yes or no."))  # fmt: skip
    if field.value_type is int:
        found = _COUNTED.fullmatch(plain)
        if not found:
            raise BadValueError("bad-value", Message("This is no whole number."), Message("Write one number, such as 7 or 第7回."))  # fmt: skip
        return found[1].replace(",", ""), False
    return text, False


def _word(vocabulary: type[Vocabulary], text: str) -> str:
    if word := word_of(vocabulary, text):
        return word.value
    words = [word for word in vocabulary if word]
    labels = [label for word in words for label in (word.value, word.ja, word.en)]
    listed = ", ".join(f"{word.value} ({word.ja})" for word in words)
    raise BadValueError(
        "bad-value",
        Message("{text!r} is none of the words that may stand here.", text=text),
        did_you_mean(text, labels, Message("Write one of {words}.", words=listed)),
    )
