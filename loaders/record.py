"""The record: a folder of files, read into claims.

There is one loader for all kinds: folders and keys follow from the declarations in `graphmodel.kinds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path

from graphmodel.claims import Claim
from graphmodel.dates import FAR_FUTURE, PartialDate
from graphmodel.errors import EnishiError
from graphmodel.ids import ends_of
from graphmodel.judgements import Judgements
from graphmodel.kinds import KINDS, kind_of
from graphmodel.messages import Message
from graphmodel.sources import SourceFacts
from graphmodel.vocab import KnownBy, Mood
from loaders import judgement_file
from loaders.entities import EntityReader, Placed
from loaders.files import hash_contents, read_contents
from loaders.issues import Issue
from loaders.register import FOLDER as SOURCES
from loaders.register import Register, Registered
from loaders.yamltree import Tree, TreeError, read_tree

Track = Callable[[list[str]], Iterator[str]]
"""Goes along a list of files, as `iter` does."""

_PUBLIC = frozenset(name for kind in KINDS.values() for name in kind.spec.public)


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


@dataclass(frozen=True)
class Record:
    """What a record folder holds.

    Attributes:
        folder: The folder.
        placed: Each claim with the file and line that it comes from.
        entities: File and line of each entity by its id.
        sources: The register.
        decisions: Reviewed decisions, with file and line.
        accepted: Findings that a reviewer lets stand.
        citations: Source, file and line of each `by`.
        unread: Ids of the entities whose files could not be read, as far as their names tell.
        issues: What could not be read.
        hash: Hash of all files: the same hash, the same record.
    """

    folder: Path
    placed: tuple[Placed, ...]
    entities: Mapping[str, tuple[str, int]]
    sources: Mapping[str, Registered]
    decisions: tuple[judgement_file.Decided, ...]
    accepted: tuple[judgement_file.Accepted, ...]
    citations: tuple[tuple[str, str, int], ...]
    unread: frozenset[str]
    issues: tuple[Issue, ...]
    hash: str

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
        return Judgements.of(decided.judgement for decided in self.decisions)

    @property
    def source_facts(self) -> dict[str, SourceFacts]:
        """What resolution needs to know of each source."""
        return {id_: registered.facts for id_, registered in self.sources.items()}


def load_record(folder: Path, track: Track = iter) -> Record:
    """Read a record folder.

    What cannot be read is an issue of the result; whether that is an error is for the caller to say.

    Args:
        folder: The folder.
        track: Goes along while the files are read, and may show how far it is.

    Raises:
        EnishiError: If there is no such folder, or it holds no record.
    """
    if not folder.is_dir():
        raise EnishiError(
            Message("There is no record at {folder}.", folder=folder),
            Message("Name a folder of record files by --record."),
        )
    contents = read_contents(folder)
    if not contents:
        raise EnishiError(
            Message("{folder} holds no record: there are no .yaml files in it.", folder=folder),
            Message("Name another by --record."),
        )
    return read_record(folder, contents, track)


def read_record(folder: Path, contents: Mapping[str, bytes], track: Track = iter) -> Record:
    """Read the files of a record.

    Args:
        folder: The folder that they belong to.
        contents: Each file by its name in the folder, in order.
        track: Goes along while the files are read, and may show how far it is.
    """
    kinds = {kind.spec.folder: kind for kind in KINDS.values() if kind.spec.folder}
    register, entities, decisions = Register(), EntityReader(), judgement_file.Reader()
    issues: list[Issue] = []
    unread: set[str] = set()
    for file in track(list(contents)):
        place, stem = file.split("/")[0], file.split("/")[-1].removesuffix(".yaml")
        try:
            tree = _tree(contents[file], file)
        except TreeError as error:
            issues.append(error.issue)
            if kind := kinds.get(place):
                unread.add(f"{kind.spec.scheme}:{stem}")
            continue
        if place == SOURCES:
            register.read(tree, file)
        elif place == judgement_file.NAME:
            decisions.read(tree, file)
        elif kind := kinds.get(place):
            entities.read(tree, file, kind)
        else:
            known = ", ".join(sorted([*kinds, SOURCES]))
            issues.append(
                Issue(
                    file,
                    1,
                    "wrong-folder",
                    Message("No kind has this folder."),
                    Message("Move it into one of {known}.", known=known),
                )
            )
    issues += [*register.issues, *entities.issues, *decisions.issues]
    placed = _with_clocks([*register.claims, *entities.claims], register.sources)
    return Record(
        folder,
        tuple(placed),
        entities.entities,
        register.sources,
        tuple(decisions.decisions),
        tuple(decisions.accepted),
        tuple(entities.citations),
        frozenset(unread),
        tuple(issues),
        hash_contents(contents),
    )


def _tree(content: bytes, file: str) -> Tree:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise TreeError(
            Issue(
                file, 1, "not-utf8", Message("The file is not UTF-8."), Message("Save it as UTF-8.")
            )
        ) from None
    return read_tree(text, file)


# When a claim can first be known ----------------------------------------------------------------------------------


def _with_clocks(placed: list[Placed], sources: Mapping[str, Registered]) -> list[Placed]:
    events = _event_days(placed)
    published = {id_: _publication(registered.facts) for id_, registered in sources.items()}
    own = lru_cache(maxsize=None)(partial(_own_clock, events))
    result: dict[Claim, Placed] = {}  # the same claim written twice is one claim
    for claim, file, line in placed:
        day, basis = published.get(claim.source) or own(claim.subject, claim.valid)
        known = claim.known(max(day, claim.recorded_on), basis)
        result.setdefault(known, Placed(known, file, line))
    return list(result.values())


def _publication(source: SourceFacts) -> tuple[str, str] | None:
    """The day on which a source was surely public, and whether that is its day or the end of a period."""
    if not source.published:
        return None
    published = PartialDate.parse(source.published)
    return published.max, (KnownBy.PUBLISHED if published.is_day else KnownBy.PERIOD).value


def _own_clock(events: Mapping[str, str], subject: str, valid: str) -> tuple[str, str]:
    """Without a publication: the later of the subject's own event and the period spoken of; else always."""
    event = max(events.get(end, "") for end in ends_of(subject))
    spoken_of = PartialDate.parse(valid).max if valid else ""
    if spoken_of == FAR_FUTURE:
        spoken_of = ""
    if not event and not spoken_of:
        return "", KnownBy.ALWAYS.value
    if event >= spoken_of:
        return event, KnownBy.EVENT.value
    return spoken_of, KnownBy.VALID.value


def _event_days(placed: Iterable[Placed]) -> dict[str, str]:
    """Day of each entity's own event: the last day that the first known of its public dates may be."""
    dates: dict[str, dict[str, str]] = {}
    for claim in (item.claim for item in placed if item.claim.property in _PUBLIC):
        kind = None if claim.is_tie else kind_of(claim.subject)
        if kind and claim.property in kind.spec.public and claim.mood == Mood.ACTUAL:
            own = dates.setdefault(claim.subject, {})
            own[claim.property] = max(
                own.get(claim.property, ""), PartialDate.parse(str(claim.value)).max
            )
    days = {}
    for subject, own in dates.items():
        kind = kind_of(subject)
        assert kind is not None
        days[subject] = next(own[name] for name in kind.spec.public if name in own)
    return days
