"""The file of judgements: `judgements.yaml` in the record."""

from __future__ import annotations

from typing import NamedTuple

from graphmodel.dates import is_iso_day
from graphmodel.ids import is_entity_id
from graphmodel.judgements import Judgement, NotSame, Preferred, Same
from graphmodel.messages import Message
from graphmodel.vocab import Handling
from loaders.beside import OWN_HANDLING
from loaders.files import Part
from loaders.issues import HARMLESS, Issue
from loaders.yamltree import Mapping, Scalar, Sequence, Tree

NAME = "judgements.yaml"
"""Name of the file."""

_DECISIONS = ("same", "not_same", "prefer", "accept")
_REASONS = ("by", "on", "why")


class Decided(NamedTuple):
    """A decision, the place where it is written, and how far it may travel."""

    judgement: Judgement
    file: str
    line: int
    handling: str = Handling.PUBLIC.value


class Accepted(NamedTuple):
    """A finding that a reviewer lets stand, with the reason, and the place where that is written."""

    code: str
    about: str
    why: str
    file: str
    line: int


class Reader:
    """Reads the decisions.

    Attributes:
        decisions: The decisions read.
        accepted: Findings that were let stand.
        issues: What is wrong.
    """

    def __init__(self) -> None:
        self.decisions: list[Decided] = []
        self.accepted: list[Accepted] = []
        self.issues: list[Issue] = []

    def read(self, tree: Tree, file: str, part: Part) -> None:
        """Read the file's tree: a list of decisions, each with `by`, `on` and `why`.

        Args:
            tree: What the file holds.
            file: Its name, for messages.
            part: The folder of the record that it is in.
        """
        if not isinstance(tree, Sequence):
            self._issue(
                file,
                tree.line,
                Message("The file is a list of decisions."),
                Message("Write `- same: [ID, ID]`."),
            )
            return
        for entry in tree.items:
            self._decision(entry, file, part)

    def _decision(self, entry: Tree, file: str, part: Part) -> None:
        if not isinstance(entry, Mapping):
            self._issue(
                file,
                entry.line,
                Message("A decision is a mapping."),
                Message("Write `- same: [ID, ID]`."),
            )
            return
        given = [name for name in _DECISIONS if name in entry.items]
        allowed = {*_DECISIONS, *_REASONS, "handling"} if part.own else {*_DECISIONS, *_REASONS}
        if len(given) != 1 or entry.items.keys() - allowed:
            self._issue(
                file,
                entry.line,
                Message(
                    "A decision is one of `same`, `not_same`, `prefer` or `accept`, with `by`, `on` and "
                    "`why`."
                ),
                Message("Correct its keys."),
            )
            return
        reasons = [_text(entry, name) for name in _REASONS]
        if not all(reasons) or not is_iso_day(reasons[1]):
            self._issue(
                file,
                entry.line,
                Message("A decision says who, when and why."),
                Message("Add `by`, `on` (a day) and `why`."),
            )
            return
        handling = (_text(entry, "handling") or OWN_HANDLING) if part.own else Handling.PUBLIC.value
        if not Handling.has(handling):
            self._issue(
                file,
                entry.line,
                Message(
                    "`{key}`: {text!r} is not one of {known}.",
                    key="handling",
                    text=handling,
                    known=", ".join(Handling),
                ),
                Message("Correct it."),
            )
            return
        body = entry.items[given[0]]
        if given[0] == "prefer":
            values = [_text(body, name) for name in ("subject", "property", "value")]
            if isinstance(body, Mapping) and all(values) and len(body.items) == 3:
                self.decisions.append(
                    Decided(Preferred(*values, *reasons), file, entry.line, handling)
                )
                return
            hint = Message("Write `prefer: {subject: ID, property: …, value: …}`.")
        elif given[0] == "accept":
            code, about = (_text(body, name) for name in ("finding", "file"))
            if isinstance(body, Mapping) and code in HARMLESS and about and len(body.items) == 2:
                self.accepted.append(Accepted(code, part.name(about), reasons[2], file, entry.line))
                return
            hint = Message(
                "Write `accept: {finding: CODE, file: …}`; a finding that makes the graph wrong must be mended."
            )
        else:
            ids = (
                [item.text for item in body.items if isinstance(item, Scalar)]
                if isinstance(body, Sequence)
                else []
            )
            if len(ids) == 2 and all(map(is_entity_id, ids)):
                decide = Same if given[0] == "same" else NotSame
                self.decisions.append(
                    Decided(decide(ids[0], ids[1], *reasons), file, entry.line, handling)
                )
                return
            hint = Message("Write `{key}: [ID, ID]`.", key=given[0])
        self._issue(file, body.line, Message("`{key}` is not complete.", key=given[0]), hint)

    def _issue(self, file: str, line: int, message: Message, hint: Message) -> None:
        self.issues.append(Issue(file, line, "bad-judgement", message, hint))


def _text(tree: Tree, key: str) -> str:
    node = tree.items.get(key) if isinstance(tree, Mapping) else None
    return node.text if isinstance(node, Scalar) else ""
