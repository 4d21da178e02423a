"""What a well-curated entity has: one table of rules, read by `enishi check`, by CI and by the documentation.

Files that break these rules can be read and built from; their readers would blush. What makes a graph wrong is in
`loaders.checks`.
"""

from __future__ import annotations

from graphmodel.messages import Message
from loaders.checks import check
from loaders.expectations import gatherings, instruments, names, policy, sources
from loaders.expectations.rule import Expectation
from loaders.files import Part
from loaders.form import check_format
from loaders.issues import Issue
from loaders.known import Known
from loaders.record import Record

EXPECTATIONS: tuple[Expectation, ...] = (
    *names.RULES,
    *instruments.RULES,
    *gatherings.RULES,
    *policy.RULES,
    *sources.RULES,
)
"""Every rule, in the order of the documentation."""


def check_expectations(record: Record, as_of: str = "") -> list[Issue]:
    """Where a record is not what is expected of it.

    Args:
        record: The record.
        as_of: Day after which nothing can have happened yet, ISO; empty for no such check.
    """
    known = Known(record)
    issues = []
    for expectation in EXPECTATIONS:
        for where, message in expectation.find(known, as_of):
            file, line = record.entities[where] if isinstance(where, str) else where[-2:]
            issues.append(Issue(file, line, expectation.code, message, expectation.hint))
    return issues


def _formats(record: Record) -> list[Issue]:
    return [
        issue._replace(file=part.name(issue.file))
        for part in (Part(record.folder, {}), *(Part(own, {}, own=True) for own in record.own))
        for issue in check_format(part.folder)
    ]


def findings(record: Record, as_of: str = "") -> list[Issue]:
    """All findings about a record, sorted by file and line: what is wrong, and what is not as it should be.

    What a reviewer let stand, by a decision in `judgements.yaml`, is no finding; a decision about a finding that is
    no longer there is one. Of a file that is wrong nothing more is expected before it is mended.

    Args:
        record: The record.
        as_of: Day of the check, ISO; empty for none.
    """
    defects = check(record)
    wrong = {issue.file for issue in defects if issue.blocking}
    more = [*check_expectations(record, as_of), *_formats(record)]
    found = {*defects, *(issue for issue in more if issue.file not in wrong)}
    accepted = {(one.code, one.about) for one in record.accepted}
    there = {(issue.code, issue.file) for issue in found}
    idle = [
        Issue(
            one.file,
            one.line,
            "idle-accept",
            Message("{file} has no finding {code} any more.", file=one.about, code=one.code),
            Message("Delete the decision."),
        )
        for one in record.accepted
        if (one.code, one.about) not in there
    ]
    return sorted([*(i for i in found if (i.code, i.file) not in accepted), *idle])
