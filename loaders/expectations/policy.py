"""Facts of policy: amounts that say what they are, figures with their method, targets as printed, documents of someone."""

from __future__ import annotations

from graphmodel.messages import Message
from graphmodel.vocab import BudgetMark, BudgetType
from loaders.expectations.rule import Expectation, Found
from loaders.known import Known

_PARTS = {BudgetMark.SHARE_OF.value, BudgetMark.WHOLE_PROGRAMME.value}
_OF_A_YEAR = {
    BudgetType.INITIAL.value,
    BudgetType.SUPPLEMENTARY.value,
    BudgetType.REQUEST.value,
}
_AMOUNTS = ("amount", "whole_amount", "previous_amount", "previous_whole_amount")


def _share(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Budget"):
        part = bool(known.words(id_, "marks") & _PARTS)
        if part and (own := known.claims(id_, "amount")):
            yield (
                own[0],
                Message("{id} is a part of a larger amount, but has one of its own.", id=id_),
            )
        elif not part and (whole := known.claims(id_, "whole_amount")):
            yield whole[0], Message("{id} has a whole, but no mark says that it is a part.", id=id_)


def _currency(known: Known, _: str) -> Found:
    for label in ("Budget", "Indicator"):
        for id_ in known.of_kind(label):
            amounts = [placed for name in _AMOUNTS for placed in known.claims(id_, name)]
            if amounts and not known.claims(id_, "currency"):
                yield amounts[0], Message("{id} has an amount, but no currency.", id=id_)


def _year(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Budget"):
        yearly = bool(known.words(id_, "type") & _OF_A_YEAR)
        if yearly and not (known.claims(id_, "fiscal_year") or known.claims(id_, "period")):
            yield id_, Message("{id} is of a fiscal year, but has none.", id=id_)


def _method(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Indicator"):
        said = [known.claims(id_, f"{name}@ja") for name in ("method", "caveat")]
        if not any(said):
            yield id_, Message("{id} does not say how it was measured.", id=id_)


def _as_printed(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Target"):
        due = known.claims(id_, "due_on")
        if due and not known.claims(id_, "due_printed@ja"):
            yield due[0], Message("{id} has a day, but not what is printed of it.", id=id_)


def _nobodys(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Strategy"):
        if not any(type_ == "ISSUED" for type_, _ in known.others[id_]):
            yield id_, Message("{id} is nobody's.", id=id_)


def _no_document(known: Known, _: str) -> Found:
    for id_ in known.of_kind("TechnologyChoice"):
        if not any(type_ == "PART_OF" for type_, _ in known.others[id_]):
            yield id_, Message("{id} was chosen in no document.", id=id_)


RULES = (
    Expectation(
        "share-amount",
        "Budget",
        "A part of a larger grant or programme (share_of, whole_programme) has a `whole_amount` and no `amount`.",
        Message("Write the sum as `whole_amount`, with `marks: share_of` or `whole_programme`."),
        _share,
    ),
    Expectation(
        "no-currency",
        "Budget, Indicator",
        "An amount has a currency.",
        Message("Add `currency`, by its ISO code."),
        _currency,
    ),
    Expectation(
        "no-fiscal-year",
        "Budget",
        "An initial or supplementary budget or a request has its fiscal year or period.",
        Message("Add `fiscal_year`: the calendar year in which it begins."),
        _year,
    ),
    Expectation(
        "no-method",
        "Indicator",
        "An indicator says how it was measured, or what its source warns of.",
        Message("Add `method` or `caveat`; say there what the source leaves out."),
        _method,
    ),
    Expectation(
        "due-as-printed",
        "Target",
        "Where a target has a day, what is printed of it stands beside it.",
        Message("Add `due_printed`."),
        _as_printed,
    ),
    Expectation(
        "no-issuer",
        "Strategy",
        "A strategy or policy document is someone's.",
        Message("Add `issuers: [{who: country:…, decided_by: org:…}]`."),
        _nobodys,
    ),
    Expectation(
        "no-document",
        "TechnologyChoice",
        "A technology is chosen in a document.",
        Message("Add `part_of: [{is: strategy:…}]`."),
        _no_document,
    ),
)
