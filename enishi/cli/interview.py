"""Asking for the values of a new file on the terminal, with what exists to pick from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator

from enishi.cli.pick import CandidateCompleter
from enishi.language import told
from graphmodel.claims import OURS
from graphmodel.errors import EnishiError, UsageError
from graphmodel.kinds import FieldSpec, TieField, kind_of
from graphmodel.labels import property_label
from graphmodel.messages import Message, reason_of
from loaders.scaffold import find_id
from queries.entities import Candidate

if TYPE_CHECKING:
    from loaders.known import Known

_WORDS = {
    "ja": {
        "source": "出典（番号または 資料@箇所）", "whose": "この値の出典（Enterで上の出典、enishiは当データの分類）",
        "more": "（Enterで次へ）", "needed": "（必須）", "slug": "ID", "publisher": "公表者", "name": "公表者の名称",
    },
    "en": {
        "source": "source (id, or id@place)", "whose": "whose word is it (Enter: the source above; enishi: ours)",
        "more": " (Enter: go on)", "needed": " (needed)", "slug": "id", "publisher": "publisher", "name": "name of the publisher",
    },
}  # fmt: skip


class _Check(Validator):
    """Lets a value pass that can be read."""

    def __init__(self, read: object, needed: bool) -> None:
        self._read, self._needed = read, needed

    def validate(self, document: Document) -> None:
        """Say why a value is none."""
        if not document.text.strip():
            if self._needed:
                raise ValidationError(0, "…?")
            return
        try:
            self._read(document.text.strip())  # type: ignore[operator]
        except EnishiError as error:
            said = told(error.message.then(error.hint))
            raise ValidationError(len(document.text), said) from None
        except ValueError as error:
            raise ValidationError(len(document.text), told(reason_of(error))) from None


class Interview:
    """Asks for one value after the other.

    Args:
        known: The record, whose entities and sources are offered.
        lang: The reader's language.
    """

    def __init__(self, known: Known, lang: str) -> None:
        self._known, self._lang, self._says = known, lang, _WORDS[lang]
        self._session: PromptSession[str] = PromptSession()

    def _ask(
        self,
        label: str,
        *,
        read: object = str,
        offer: Iterable[Candidate] = (),
        needed: bool = False,
        default: str = "",
        help_: str = "",
    ) -> str:
        try:
            return self._session.prompt(
                f"{label}{self._says['needed'] if needed else ''}: ",
                completer=CandidateCompleter(offer),
                complete_while_typing=True,
                validator=_Check(read, needed),
                validate_while_typing=False,
                default=default,
                bottom_toolbar=help_ or None,
            ).strip()
        except (EOFError, KeyboardInterrupt):
            raise UsageError(Message("Nothing was written.")) from None

    def sources(self) -> list[str]:
        """The sources of all that has none of its own."""
        return [
            self._ask(self._says["source"], read=self._source, offer=self._sources(), needed=True)
        ]

    def publisher(self, folder: Path) -> str:
        """The publisher's slug."""
        offer = [Candidate(path.stem, path.stem, path.stem) for path in sorted(folder.glob("sources/*.yaml"))]  # fmt: skip
        return self._ask(self._says["publisher"], offer=offer, needed=True)

    def publisher_names(self) -> dict[str, str]:
        """The name of a new publisher."""
        asked = {lang: self._ask(f"{self._says['name']} ({lang})") for lang in ("ja", "en")}
        return {lang: name for lang, name in asked.items() if name}

    def slug(self, proposed: str) -> str:
        """The id, with a proposal to change."""
        return self._ask(self._says["slug"], default=proposed, needed=True)

    def fields(
        self,
        fields: Iterable[FieldSpec],
        texts: dict[str, str],
        ours: set[str],
        skip: Collection[str],
    ) -> None:
        """Ask for each field that has no value yet.

        Args:
            fields: The fields.
            texts: The values, to be added to: by field, or by field and language.
            ours: The fields whose value is our own, to be added to.
            skip: Fields that were given otherwise.
        """
        for field in fields:
            if field.uses or field.name in skip:
                continue
            for name in field.columns:
                if name not in texts and (value := self._value(field, name)):
                    texts[name] = value
                    own = self._ours(field)
                    ours |= {name} if own else set()

    def _value(self, field: FieldSpec, name: str) -> str:
        language = name.removeprefix(field.name).replace("_", "@")
        label = property_label(f"{field.name}{language}", self._lang)
        return self._ask(
            label, read=self._reader(field), offer=self._offer(field), needed=field.required, help_=field.description,
        )  # fmt: skip

    def _ours(self, field: FieldSpec) -> bool:
        """Whether a value is our own classification or wording: asked where it may be."""
        if not (field.vocabulary or field.localised) or not self._known.record.entities:
            return False
        offer = [Candidate(OURS, "当データの分類", "our own classification")]
        return self._ask(f"  {self._says['whose']}", offer=offer, read=_only_ours) == OURS

    def _reader(self, field: FieldSpec) -> object:
        return (
            (lambda text: find_id(self._known, text, [field.ref])) if field.ref else field.canonical
        )

    def _offer(self, field: FieldSpec) -> list[Candidate]:
        if field.ref:
            return self._entities((field.ref,))
        return [Candidate(str(word), word.ja, word.en) for word in field.vocabulary or () if word]

    def ties(
        self,
        fields: Iterable[TieField],
        ties: dict[str, list[dict[str, str]]],
        skip: Collection[str],
    ) -> None:
        """Ask for the ties under each key that has none yet, one after the other.

        Args:
            fields: The keys.
            ties: The ties, to be added to.
            skip: Keys that were given otherwise.
        """
        for field in fields:
            if field.name in ties or field.name in skip:
                continue
            found: list[dict[str, str]] = []
            while other := self._other(field, first=not found):
                one = {field.key: find_id(self._known, other, field.other)}
                for name, property_ in field.tie.fields.items():
                    label = f"  {property_label(name, self._lang)}"
                    value = self._ask(label, read=self._reader(property_), offer=self._offer(property_), help_=property_.description)  # fmt: skip
                    if value:
                        one[name] = (
                            find_id(self._known, value, [property_.ref]) if property_.ref else value
                        )
                found.append(one)
            if found:
                ties[field.name] = found

    def _other(self, field: TieField, *, first: bool) -> str:
        return self._ask(
            f"{property_label(field.name, self._lang)}{self._says['more']}",
            read=lambda text: find_id(self._known, text, field.other),
            offer=self._entities(field.other),
            needed=field.required and first,
            help_=field.description,
        )

    def _entities(self, labels: Collection[str]) -> list[Candidate]:
        found = []
        for id_ in self._known.record.entities:
            kind = kind_of(id_)
            if kind and kind.all_labels() & set(labels):
                ja, en = (" ".join(self._known.words(id_, f"{kind.spec.caption}@{lang}")) for lang in ("ja", "en"))  # fmt: skip
                found.append(Candidate(id_, ja, en))
        return found

    def _sources(self) -> list[Candidate]:
        ids = self._known.record.sources
        named = ((id_, [" ".join(self._known.words(f"source:{id_}", f"title@{lang}")) for lang in ("ja", "en")]) for id_ in ids)  # fmt: skip
        return [Candidate(id_, *titles) for id_, titles in named]

    def _source(self, text: str) -> str:
        source = text.partition("@")[0].strip()
        if source not in self._known.record.sources:
            raise ValueError(
                Message("{source} is not in the register: enishi add source", source=source)
            )
        return text


def _only_ours(text: str) -> str:
    if text != OURS:
        raise ValueError(Message("Enter, or {ours}", ours=OURS))
    return text
