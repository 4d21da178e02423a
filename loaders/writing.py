"""The folder that is written into, with the record around it: nothing is written that `enishi check` would call wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from graphmodel.errors import EnishiError, UsageError
from graphmodel.ids import slug_of
from graphmodel.kinds import kind_of
from graphmodel.messages import Message, reason_of
from loaders.checks import check
from loaders.expectations import check_expectations
from loaders.files import RECORD_ENDING, Part, read_contents, read_parts, write_whole
from loaders.issues import Issue
from loaders.known import Known
from loaders.record import Record, read_record
from loaders.scaffold import Draft


class Place:
    """A folder that is written into.

    Args:
        folder: The folder; one's own need not be there yet.
        around: The record that it stands beside, and further folders; nothing where it is the record itself.

    Attributes:
        folder: The folder.
        contents: Its files.
    """

    def __init__(self, folder: Path, around: Sequence[Part] = ()) -> None:
        self.folder, self._around = folder, list(around)
        self.contents = read_contents(folder)

    @classmethod
    def beside(cls, record: Path, records: Sequence[Path]) -> Place:
        """The last of one's own folders, beside a record and the others; the record itself where there is none.

        Raises:
            EnishiError: If one of the others is not there.
        """
        if not records:
            return cls(record)
        return cls(records[-1], read_parts(record, [one for one in records if one != records[-1]]))

    @cached_property
    def known(self) -> Known:
        """What the whole record says."""
        return Known(self._record({}))

    def again(self) -> Place:
        """The same place, read anew."""
        return Place(self.folder, self._around)

    def name(self, file: str) -> str:
        """What a file of the folder is called in findings."""
        return self._part({}).name(file)

    def text(self, file: str) -> str:
        """A file's text; empty if there is none.

        Raises:
            EnishiError: If it is no text.
        """
        try:
            return self.contents.get(file, b"").decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise EnishiError(
                Message("{path} is not UTF-8.", path=self.name(file)), Message("Save it as UTF-8.")
            ) from error

    def holds(self, name: str) -> bool:
        """Whether a file, by its name in findings, is one of the folder."""
        return name in self._files

    def file_of(self, id_: str) -> str:
        """The file of the folder that an entity is in; where there is none, a new one that is named after it.

        Raises:
            EnishiError: If what has that name is about something else, or cannot be read.
        """
        record = self.known.record
        if id_ in record.last:
            return self._files[record.last[id_][0]]
        kind = kind_of(id_)
        assert kind is not None
        file = f"{kind.spec.folder}/{slug_of(id_)}{RECORD_ENDING}"
        if file in self.contents:
            name = self.name(file)
            found = (issue for issue in record.issues if issue.file == name)
            why = next(found, None)
            raise EnishiError(
                why.told if why else Message("{path} is not about {id}.", path=name, id=id_),
                Message("Correct or rename that file; nothing was written."),
            )
        return file

    def wrong(self, drafts: Iterable[Draft]) -> list[Issue]:
        """What would be wrong with files if they were written: that for which the graph could not be built."""
        new = {draft.file: draft.text.encode("utf-8") for draft in drafts}
        files = {self.name(file) for file in new}
        return [i for i in check(self._record(new)) if i.blocking and i.file in files]

    def examined(self, draft: Draft) -> tuple[Record, list[Issue]]:
        """The record as it would be with a draft, and what `enishi check` would find in the draft's file."""
        record = self._record({draft.file: draft.text.encode("utf-8")})
        issues = {*check(record), *check_expectations(record)}
        return record, sorted(issue for issue in issues if issue.file == self.name(draft.file))

    def write(self, draft: Draft) -> Path:
        """Write a file, if it still says what it said when the place was read.

        Raises:
            EnishiError: If it does not, or cannot be written.
            UsageError: If what is new is there already.
        """
        path, old = self.folder / draft.file, self.contents.get(draft.file, b"")
        if old and not draft.old:
            raise UsageError(
                Message("{path} is there already, and is left as it is.", path=path),
                Message("Edit it, or choose another --id."),
            )
        try:
            write_whole(path, draft.text.encode("utf-8"), old)
        except OSError as error:
            raise EnishiError(
                Message("{path} cannot be written: {reason}.", path=path, reason=reason_of(error)),
                Message("Name a folder of your own by --records."),
            ) from error
        return path

    def write_checked(self, draft: Draft) -> Path:
        """Write a file with which nothing is wrong.

        Raises:
            EnishiError: If it would not be right, or cannot be written.
        """
        self.require_right([draft])
        return self.write(draft)

    def require_right(self, drafts: Iterable[Draft]) -> None:
        """Refuse files that would not be right.

        Raises:
            EnishiError: If one would not be.
        """
        if wrong := self.wrong(drafts):
            said = Message.joined(issue.message.then(issue.hint) for issue in wrong)
            raise EnishiError(
                Message("Nothing was written: it would not be right.\n{findings}", findings=said)
            )

    @cached_property
    def _files(self) -> dict[str, str]:
        """Each file of the folder by its name in findings."""
        return {self.name(file): file for file in self.contents}

    def _part(self, new: dict[str, bytes]) -> Part:
        contents = dict(sorted((self.contents | new).items()))
        return Part(self.folder, contents, own=bool(self._around))

    def _record(self, new: dict[str, bytes]) -> Record:
        return read_record([*self._around, self._part(new)])
