"""Asking on the terminal what the columns of a list are, with what was found to accept or change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enishi.cli.interview import Interview
from graphmodel.ids import is_entity_id
from graphmodel.kinds import Kind
from graphmodel.labels import property_label
from graphmodel.messages import Message
from loaders.mapping import target_of
from loaders.scaffold import addable, quoted_map
from queries.entities import Candidate

if TYPE_CHECKING:
    from loaders.proposal import Guess

_WORDS = {
    "ja": {"kind": "各行は何についてか", "id": "一覧のID（出典として）", "publisher": "一覧の作成者のID（例：our-division）", "ja": "作成者の名称（日本語）",
           "en": "作成者の名称（英語、なければEnter）", "column": "列「{heading}」（{example}）", "skip": "空欄のままEnterで、取り込まない"},
    "en": {"kind": "What is each row about", "id": "id of the list as a source", "publisher": "id of who made the list (our-division)", "ja": "their name in Japanese (Enter: none)",
           "en": "their name in English", "column": "column {heading} ({example})", "skip": "empty: it is not taken over"},
}  # fmt: skip


class MappingInterview(Interview):
    """Asks for what a mapping says, one thing after the other."""

    def kind(self, proposed: type[Kind]) -> type[Kind]:
        """The kind of what the rows are about."""
        kinds = addable()
        offer = [Candidate(word, kind.spec.ja, kind.spec.en) for word, kind in kinds.items()]
        word = self._ask(_WORDS[self._lang]["kind"], offer=offer, read=_kind, needed=True, default=proposed.spec.label.lower())  # fmt: skip
        return kinds[word]

    def source(self, source: dict[str, str]) -> None:
        """The list as a source: its id, and who made it."""
        says = _WORDS[self._lang]
        source["id"] = self._ask(says["id"], read=_slug, needed=True, default=source["id"])
        source["publisher"] = self._ask(says["publisher"], read=_slug, needed=True)
        names = {lang: self._ask(says[lang], needed=lang == self._lang) for lang in ("ja", "en")}
        source["name"] = quoted_map({lang: name for lang, name in names.items() if name})

    def column(self, kind: type[Kind], guess: Guess) -> str:
        """What a column gives; empty for nothing."""
        says = _WORDS[self._lang]
        every = {**kind.fields, **kind.tie_fields}
        names = [(name, f"{name}@{lang}") for name, field in kind.fields.items() if field.localised and not field.uses for lang in ("ja", "en")]  # fmt: skip
        names += [(name, name) for name in every if name not in dict(names)]
        offer = [Candidate("id", "ID", "id")]
        offer += [Candidate(target, *(property_label(target, lang) for lang in ("ja", "en"))) for _, target in names]  # fmt: skip
        offer += [
            Candidate(f"{key}.{name}", *(f"{property_label(key, lang)}: {property_label(name, lang)}" for lang in ("ja", "en")))
            for key, tie in kind.tie_fields.items() for name in tie.tie.fields
        ]  # fmt: skip
        label = says["column"].format(heading=guess.heading, example=guess.example or "―")

        def read(text: str) -> None:
            if isinstance(target := target_of(kind, text), Message):
                raise ValueError(target)

        return self._ask(label, read=read, offer=offer, default=guess.target, help_=says["skip"])


def _kind(text: str) -> None:
    if text not in addable():
        raise ValueError(Message("{text!r} is no kind.", text=text))


def _slug(text: str) -> None:
    if not is_entity_id(f"source:{text}"):
        raise ValueError(
            Message("Write letters, digits, hyphens and dots, such as desk-list-2026.")
        )
