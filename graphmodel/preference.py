"""Which of rival claims is used: a total order, and the reason why one stands before another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from graphmodel.claims import Claim, field_of, value_text
from graphmodel.dates import PartialDate
from graphmodel.ids import parse_tie_id, scheme_of
from graphmodel.judgements import Judgements
from graphmodel.kinds import SCHEMES, TIES, FieldSpec
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Basis, Mood, Reason, SourceType

Claims = dict[str, list[Claim]]
"""Claims of one subject by property, the preferred one first."""

_REASONS = (
    Reason.MOOD,
    Reason.JUDGED,
    Reason.LIST,
    Reason.SOURCE_TYPE,
    Reason.FINER_DATE,
    Reason.KNOWN_EARLIER,
    Reason.ORDER,
)
_UNREGISTERED = SourceType.SECONDARY.rank


class Preference:
    """The total order of rival claims: the least key is used."""

    def __init__(self, sources: Mapping[str, SourceFacts], judgements: Judgements) -> None:
        self._ranks = {source: facts.type.rank for source, facts in sources.items()}
        self._preferred = judgements.preferred
        self._moods = {mood.value: index for index, mood in enumerate(Mood)}

    def key(self, claim: Claim) -> tuple[int | str, ...]:
        """What claims are ordered by."""
        judged = self._preferred.get((claim.subject, claim.property))
        text = value_text(claim.value)
        field = field_spec(claim.subject, claim.property)
        return (
            self._moods[claim.mood],
            0 if judged is not None and judged == text else 1,
            1 if claim.basis == Basis.ATTENDANCE else 0,
            self._ranks.get(claim.source, _UNREGISTERED),
            PartialDate.parse(text).span if field and field.is_date else 0,
            claim.known_from,
            text,
            claim.source,
            claim.at,
            *claim[5:],  # so that the order is total
        )

    def reason(self, used: Claim, rival: Claim) -> Reason:
        """Why one claim is used and its rival is not."""
        pairs = zip(_REASONS, self.key(used), self.key(rival), strict=False)
        return next((reason for reason, one, other in pairs if one != other), Reason.ORDER)


def by_property(claims: Iterable[Claim], prefer: Preference) -> Claims:
    """Claims of one subject by property, the preferred one first."""
    own: Claims = {}
    for claim in claims:
        own.setdefault(claim.property, []).append(claim)
    for rivals in own.values():
        if len(rivals) > 1:
            rivals.sort(key=prefer.key)
    return own


def field_spec(subject: str, property_: str) -> FieldSpec | None:
    """The field that a property of an entity or a tie belongs to; None if none is declared."""
    head = parse_tie_id(subject).type if " " in subject else scheme_of(subject)
    return _field_of_kind(head, property_)


@lru_cache(maxsize=4096)
def _field_of_kind(type_or_scheme: str, property_: str) -> FieldSpec | None:
    declared = TIES.get(type_or_scheme) or SCHEMES.get(type_or_scheme)
    return declared.fields.get(field_of(property_)) if declared else None
