"""The record: a folder of files, and folders of one's own beside it, read into claims.

There is one loader for all kinds: folders and keys follow from the declarations in `graphmodel.kinds`. A folder of
one's own looks as the record does. It adds entities, sources and decisions, and adds claims to the entities that the
record has; it overwrites nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from graphmodel.claims import Claim
from graphmodel.errors import EnishiError
from graphmodel.judgements import Judgements
from graphmodel.kinds import KINDS
from graphmodel.messages import Message
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Handling
from loaders import judgement_file
from loaders.clocks import with_clocks
from loaders.entities import EntityReader, Placed
from loaders.files import RECORD_ENDING, Part, hash_parts, read_parts
from loaders.handling import raised, raised_decisions
from loaders.issues import Issue
from loaders.register import FOLDER as SOURCES
from loaders.register import Register, Registered
from loaders.yamltree import Tree, TreeError, read_tree

Track = Callable[[list[str]], Iterator[str]]
"""Goes along a list of files, as `iter` does."""


class RecordError(EnishiError):
    """The record cannot be built from; the findings say why."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = sorted(issues)
        count = len(self.issues)
        super().__init__(
            Message(
                "The record has {count} {findings}:\n{lines}",
                count=count,
                findings="findings" if count != 1 else "finding",
                lines=Message.joined(issue.told for issue in self.issues),
            ),
            Message(
                "Nothing was built; the old graph is untouched. Correct the files, then run: enishi check"
            ),
        )


class OwnRecordError(EnishiError):
    """Something is wrong in a record with folders of one's own; what it is, is for those who may see all of it."""

    def __init__(self, own: Iterable[Path]) -> None:
        folders = " ".join(f"--records {folder}" for folder in own)
        super().__init__(
            Message("The record has findings, which only those may read who may see all of it."),
            Message(
                "Nothing was built; the old graph is untouched. See them by: enishi check {folders}",
                folders=folders,
            ),
        )


@dataclass(frozen=True)
class Record:
    """What a record folder holds.

    Attributes:
        folder: The folder.
        own: The folders of one's own beside it.
        files: Each file of these, by its name in findings, with its name in its folder.
        placed: Each claim with the file and line that it comes from.
        entities: File and line of each entity by its id: the first, where several folders speak of it.
        last: The same of the last folder alone: the one that is written into.
        sources: The register.
        decisions: Reviewed decisions, with file and line.
        accepted: Findings that a reviewer lets stand.
        citations: Source, file and line of each `by`.
        unread: Ids of the entities whose files could not be read, as far as their names tell.
        issues: What could not be read.
        hash: Hash of all files: the same hash, the same record.
        base: Hash of the files of the folder alone.
    """

    folder: Path
    own: tuple[Path, ...]
    files: Mapping[str, str]
    placed: tuple[Placed, ...]
    entities: Mapping[str, tuple[str, int]]
    last: Mapping[str, tuple[str, int]]
    sources: Mapping[str, Registered]
    decisions: tuple[judgement_file.Decided, ...]
    accepted: tuple[judgement_file.Accepted, ...]
    citations: tuple[tuple[str, str, int], ...]
    unread: frozenset[str]
    issues: tuple[Issue, ...]
    hash: str
    base: str

    def place(self, file: str) -> str:
        """The folder within the record that a file stands in: `agreements`."""
        return self.files.get(file, file).split("/")[0]

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims alone."""
        return [placed.claim for placed in self.placed]

    @cached_property
    def judgements(self) -> Judgements:
        """The decisions, ready for use.

        Raises:
            ContradictionError: If they contradict each other.
        """
        return self.judgements_within(Handling.RESTRICTED)

    def judgements_within(self, ceiling: Handling) -> Judgements:
        """The decisions that may be seen under a ceiling, ready for use.

        Raises:
            ContradictionError: If they contradict each other.
        """
        seen = (one.judgement for one in self.decisions if one.handling in ceiling.within)
        return Judgements.of(seen)

    @cached_property
    def handling(self) -> Handling:
        """How far all of it may travel: no farther than what is handled with most care, or cannot be read."""
        if any(issue.file in self.files and issue.blocking for issue in self.issues):
            return Handling.RESTRICTED
        words = {claim.handling for claim in self.claims} | {d.handling for d in self.decisions}
        return max(map(Handling, words), key=lambda each: each.rank, default=Handling.PUBLIC)

    def hash_within(self, ceiling: Handling) -> str:
        """Hash of what may be seen under a ceiling: it tells nothing of the rest, not even that it has changed."""
        if not self.own:
            return self.base
        seen = [
            *(
                p.claim
                for p in self.placed
                if p.file in self.files and p.claim.handling in ceiling.within
            ),
            *(d for d in self.decisions if d.file in self.files and d.handling in ceiling.within),
        ]
        digest = blake2b(self.base.encode(), digest_size=16)
        for row in sorted(map(repr, seen)):
            digest.update(row.encode())
        return digest.hexdigest()

    @property
    def source_facts(self) -> dict[str, SourceFacts]:
        """What resolution needs to know of each source."""
        return {id_: registered.facts for id_, registered in self.sources.items()}


def load_record(folder: Path, track: Track = iter, own: Iterable[Path] = ()) -> Record:
    """Read a record folder, and the folders beside it.

    What cannot be read is an issue of the result; whether that is an error is for the caller to say.

    Args:
        folder: The folder.
        track: Goes along while the files are read, and may show how far it is.
        own: Folders of one's own beside it.

    Raises:
        EnishiError: If there is no such folder, or it holds no record.
    """
    if not folder.is_dir():
        raise EnishiError(
            Message("There is no record at {folder}.", folder=folder),
            Message("Name a folder of record files by --record."),
        )
    parts = read_parts(folder, own)
    if not parts[0].contents:
        raise EnishiError(
            Message("{folder} holds no record: there are no .yaml files in it.", folder=folder),
            Message("Name another by --record."),
        )
    return read_record(parts, track)


def read_record(parts: Sequence[Part], track: Track = iter) -> Record:
    """Read the files of a record.

    Args:
        parts: The files of the record, then those of each folder beside it.
        track: Goes along while the files are read, and may show how far it is.
    """
    files = {part.name(file): (part, file) for part in parts for file in part.contents}
    kinds = {kind.spec.folder: kind for kind in KINDS.values() if kind.spec.folder}
    register, entities, decisions = Register(), EntityReader(), judgement_file.Reader()
    issues: list[Issue] = []
    unread: set[str] = set()
    begun: Part | None = None
    for name in track(list(files)):
        part, file = files[name]
        if part is not begun:
            begun = part
            entities.begin(own=part.own)
        place, stem = file.split("/")[0], file.split("/")[-1].rpartition(".")[0]
        try:
            tree = _tree(part.contents[file], name)
        except TreeError as error:
            issues.append(error.issue)
            if kind := kinds.get(place):
                unread.add(f"{kind.spec.scheme}:{stem}")
            continue
        if place == SOURCES:
            register.read(tree, name, own=part.own)
        elif place == judgement_file.NAME:
            decisions.read(tree, name, part)
        elif kind := kinds.get(place):
            entities.read(tree, name, kind)
        else:
            known = ", ".join(sorted([*kinds, SOURCES]))
            issues.append(
                Issue(
                    name,
                    1,
                    "wrong-folder",
                    Message("No kind has this folder."),
                    Message("Move it into one of {known}.", known=known),
                )
            )
    issues += [*register.issues, *entities.issues, *decisions.issues]
    own = {name: file for name, (part, file) in files.items() if part.own}
    placed, floors = raised([*register.claims, *entities.claims], own)
    return Record(
        parts[0].folder,
        tuple(part.folder for part in parts if part.own),
        own,
        tuple(with_clocks(placed, register.sources)),
        entities.entities,
        {id_: at for id_, at in entities.here.items() if files[at[0]][0] is parts[-1]},
        register.sources,
        tuple(raised_decisions(decisions.decisions, floors)),
        tuple(decisions.accepted),
        tuple(entities.citations),
        frozenset(unread),
        tuple(issues),
        hash_parts(parts),
        hash_parts(parts[:1]),
    )


def _tree(content: bytes, file: str) -> Tree:
    if not file.endswith(RECORD_ENDING):
        raise TreeError(
            Issue(
                file,
                1,
                "file-ending",
                Message("The names of record files end in {ending}.", ending=RECORD_ENDING),
                Message("Rename it, or take it out of the folder of the record."),
            )
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise TreeError(
            Issue(
                file, 1, "not-utf8", Message("The file is not UTF-8."), Message("Save it as UTF-8.")
            )
        ) from None
    return read_tree(text, file)
