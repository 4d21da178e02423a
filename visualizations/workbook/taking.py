"""Edits of a workbook as further values of a record: by the writer of `enishi set`, and only what is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphmodel.errors import UsageError
from loaders.cells import RowIssue
from loaders.lookup import NoSuchError
from loaders.scaffold import Draft
from loaders.setting import Further, drafts
from loaders.values import BadValueError
from loaders.writing import Place
from visualizations.workbook.edits import Edit


@dataclass
class Taken:
    """What becomes of edits.

    Attributes:
        edits: Those that add something.
        already: Those that the source says already.
        issues: Why others cannot be taken.
        drafts: The files with what is added.
    """

    edits: list[Edit] = field(default_factory=list)
    already: list[Edit] = field(default_factory=list)
    issues: list[RowIssue] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)


def take(place: Place, edits: Iterable[Edit], by: str) -> Taken:
    """What edits would add to a folder; nothing is written.

    Args:
        place: The folder.
        edits: The edits.
        by: Id of the source that they are by, with the cell as the place in it; or source@place.

    Raises:
        UsageError: If the source is not in the register.
        EnishiError: If a file would not be right with them.
    """
    taken = Taken()
    further = Further(place, by)
    additions = []
    for edit in edits:
        at = "" if "@" in by else edit.place
        try:
            addition = further.addition(edit.wanted._replace(at=at))
        except (BadValueError, NoSuchError, UsageError) as error:
            code = error.code if isinstance(error, BadValueError) else "bad-value"
            taken.issues.append(edit.issue(code, error.message, error.hint))
            continue
        additions.append(addition)
        (taken.edits if addition.items else taken.already).append(edit)
    taken.drafts = [draft for draft in drafts(place, additions) if draft.text != draft.old]
    if taken.drafts:
        place.require_right(taken.drafts)
    return taken
