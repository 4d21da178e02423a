"""Whether what the record takes from a document is printed in the lines that it cites.

    python tests/places.py SEEDS              says which claims do not hold
    python tests/places.py SEEDS --write      also writes the fingerprints of the documents' lines

SEEDS is the folder of the documents, which are not in the repository. Their fingerprints are: for each line a sorted set
of short hashes. A hash of twelve bits stands for hundreds of groups of characters, and every second group is dropped:
enough to see that a given value is there, not enough to read what else is.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Protocol

from graphmodel.claims import HOLDS, Claim, value_text
from graphmodel.ids import parse_tie_id
from graphmodel.kinds import FieldSpec, declaration_of, kind_of
from graphmodel.names import fold
from loaders.entities import Placed
from loaders.known import Known
from loaders.record import Record, load_record

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "tests/fixtures/place_fingerprints.json"
GRAM = 4
ENOUGH = 0.8
"""Share of a text's groups of characters that must be there: a title may be broken by a bracket or a dash."""

_LIST_FORMS = "日米豪加仏独蘭韓英伊中印欧"
_LINES = re.compile(r"L(\d+)(?:\s*[-–]\s*L?(\d+))?")
_POINT = re.compile(r"\d{4}(?:-\d\d)*")
_DIGITS = re.compile(r"\d+")

WORDS = {
    "signed": ("署名", "締結"), "issued": ("発表", "声明"), "announced": ("公表", "発表"), "operative": ("実施", "進"),
    "planned": ("予定",), "held": ("開催", "実施"), "in_negotiation": ("調整", "協議"),
    "working": ("関係者", "実務", "専門家", "作業"), "senior": ("高官", "局長", "次官"), "ministerial": ("閣僚", "大臣"),
    "leaders": ("首脳", "サミット"), "expert": ("専門家", "産学官", "研究者"), "yearly": ("毎年", "年1回", "昨年"),
    "half_yearly": ("半年",), "under_consideration": ("検討中",), "irregular": ("不定期",),
    "co_chaired": ("共同議長",), "chaired": ("議長",), "member": ("参加国", "加盟国", "参加"), "partner": ("関連国", "パートナー"),
    "convenor": ("招",), "host": ("主催", "開催"), "government": ("政府", "日英", "日EU", "日米"), "dedicated": ("量子",),
    "letter_of_intent": ("意向表明書", "趣意書", "LoI"), "memorandum_of_cooperation": ("協力覚書", "MOC"),
    "memorandum_of_understanding": ("覚書", "MOU"), "joint_statement": ("共同声明", "東京声明"),
    "joint_committee": ("合同委員会",), "workshop_series": ("ワークショップ",), "international_organisation_body": ("OECD", "委員会"),
    "partnership": ("パートナーシップ",), "research_institute": ("研究所", "国研"),
    "closed": ("締切", "〆切"), "open": ("公募",), "under_evaluation": ("評価",), "selected": ("採択",), "contracted": ("契約",),
    "started": ("開始",), "funding_programme": ("事業", "公募", "支援"), "research_programme": ("事業", "プログラム"),
    "unknown": (), "delivered": ("開催", "署名", "実施"),
}  # fmt: skip
"""How the documents say what a word of a vocabulary stands for, where they do not use its label."""


class Pages(Protocol):
    """The lines of one document."""

    def prints(self, atom: str, lines: set[int]) -> bool | None:
        """Whether a number or a piece of text stands in these lines; None if that cannot be said."""
        ...


def numbers(text: str) -> set[str]:
    """The numbers in a text, without zeros in front."""
    return {digits.lstrip("0") or "0" for digits in _DIGITS.findall(unicodedata.normalize("NFKC", text))}  # fmt: skip


class Text:
    """A document that can be read."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")

    def prints(self, atom: str, lines: set[int]) -> bool | None:
        cited = [self.lines[n - 1] for n in sorted(lines) if n <= len(self.lines)]
        if atom.isdigit():
            return any(atom in numbers(line) for line in cited)
        wanted, there = fold(atom), "".join(map(fold, cited))
        if len(wanted) <= GRAM or wanted in there:
            return wanted in there
        own = list(_grams(wanted))
        return sum(gram in there for gram in own) >= ENOUGH * len(own)

    def fingerprints(self) -> list[dict[str, str]]:
        """Of each line: its groups of characters, numbers and one-character names of countries, hashed."""
        starts, whole = [], ""
        for line in self.lines:
            starts.append(len(whole))
            whole += fold(line)
        grams: dict[int, set[str]] = defaultdict(set)
        for at, gram in enumerate(_grams(whole)):
            if _kept(gram):
                grams[bisect_right(starts, at) - 1].add(_hash(gram))
        return [
            {
                "g": "".join(sorted(grams[n])),
                "n": "".join(sorted(map(_hash, numbers(line)))),
                "c": "".join(sorted(_hash(char) for char in set(line) & set(_LIST_FORMS))),
            }
            for n, line in enumerate(self.lines)
        ]


class Fingerprints:
    """A document of which only the fingerprints are there."""

    def __init__(self, lines: Sequence[dict[str, str]]) -> None:
        self._lines = [
            {key: set(re.findall("...", text)) for key, text in line.items()} for line in lines
        ]

    def _of(self, key: str, lines: set[int]) -> set[str]:
        return {h for n in lines if n <= len(self._lines) for h in self._lines[n - 1][key]}

    def prints(self, atom: str, lines: set[int]) -> bool | None:
        if atom.isdigit():
            return _hash(atom) in self._of("n", lines)
        if atom in _LIST_FORMS:
            return _hash(atom) in self._of("c", lines)
        own = [_hash(gram) for gram in _grams(fold(atom)) if _kept(gram)]
        if not own:
            return None
        return len(set(own) & self._of("g", lines)) >= ENOUGH * len(set(own))


def _grams(text: str) -> Iterator[str]:
    return (text[at : at + GRAM] for at in range(len(text) - GRAM + 1))


def _hash(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()[:3]


def _kept(gram: str) -> bool:
    return blake2b(gram.encode(), digest_size=8).digest()[-1] % 2 == 0


# What must be printed ---------------------------------------------------------------------------------------------


class Cited(NamedTuple):
    """A claim from one of the documents, with the lines that it cites."""

    placed: Placed
    document: str
    lines: frozenset[int]


def cited(record: Record, documents: dict[str, str]) -> list[Cited]:
    """The claims of a record from these documents (source id to file), in order."""
    return [
        Cited(placed, documents[placed.claim.source], lines_of(placed.claim.at))
        for placed in sorted(record.placed, key=lambda p: (p.file, p.line, p.claim.id))
        if placed.claim.source in documents and not placed.claim.subject.startswith("source:")
    ]


def documents_of(record: Record) -> dict[str, str]:
    """The document of each source that is one."""
    return {
        claim.subject.partition(":")[2]: str(claim.value)
        for claim in record.claims
        if claim.property == "file" and claim.subject.startswith("source:")
    }


def lines_of(at: str) -> frozenset[int]:
    """The lines that a place names."""
    found: set[int] = set()
    for first, last in _LINES.findall(at):
        found |= set(range(int(first), int(last or first) + 1))
    return frozenset(found)


Alternatives = list[tuple[str, ...]]
"""Groups of pieces of text and numbers of which one, with all its pieces, has to be printed."""


def holds(known: Known, one: Cited, pages: Pages) -> bool | None:
    """Whether what is claimed is printed where it is said to be; None if the pages cannot tell."""
    answers = [_printed(group, one, pages) for group in evidence(known, one.placed)]
    return False if False in answers else None if None in answers else True


def _printed(alternatives: Alternatives, one: Cited, pages: Pages) -> bool | None:
    answers = []
    for pieces in alternatives:
        found = [pages.prints(piece, set(one.lines)) for piece in pieces]
        answers.append(False if False in found else None if None in found else True)
    return True if True in answers else None if None in answers else False


def evidence(known: Known, placed: Placed) -> list[Alternatives]:
    """What has to be printed for a claim: of each of these one."""
    claim = placed.claim
    if claim.text:
        return [[(claim.text,)]]
    if isinstance(claim.value, tuple):
        return [_named(known, id_) for id_ in claim.value]
    declared = declaration_of(claim.subject)
    field = declared.fields.get(claim.field) if declared else None
    if not claim.is_tie:
        return _value(known, claim, field)
    other = [*_named(known, _other_end(known, placed)), *_edition(known, claim)]
    if claim.property in (HOLDS, "side"):
        return [other]  # the side of a person is that of the list in which he stands
    said = _value(known, claim, field)
    return [[*said[0], *other]] if field and field.vocabulary else said


def _other_end(known: Known, placed: Placed) -> str:
    """The end of a tie that is not the entity of the file: the file's own need not be named in each line."""
    tie = parse_tie_id(placed.claim.subject)
    own = next(id_ for id_, (file, _) in known.record.entities.items() if file == placed.file)
    return tie.start if own == tie.end else tie.end


def _edition(known: Known, claim: Claim) -> Alternatives:
    """A row of a series says which edition it is, or when it was, and not its name again."""
    tie = parse_tie_id(claim.subject)
    if tie.type != "EDITION_OF":
        return []
    editions = [(str(p.claim.value),) for p in known.claims(claim.subject, "edition")]
    return [*editions, *_days(known, tie.start)]


def _value(known: Known, claim: Claim, field: FieldSpec | None) -> list[Alternatives]:
    text = value_text(claim.value)
    if field and field.ref:
        return [_named(known, text)]
    if field and field.vocabulary:
        label = field.vocabulary(text).ja
        words = (*re.split(r"[（）・]", label), *WORDS.get(text, ()))
        days = _days(known, claim.subject) if claim.property == "stage" else []
        return [[*((word,) for word in words if word), *days]]
    if field and field.is_date:
        return [_point(point) for point in _POINT.findall(text)]
    return [[(text,), *([("初回",)] if (claim.property, text) == ("edition", "1") else [])]]


def _point(text: str) -> Alternatives:
    """A date's digits: month and day where it has them, else the year, in any way in which years are counted."""
    year, *finer = text.split("-")
    if finer and int(finer[0]) < 13:
        return [tuple(str(int(part)) for part in finer)]
    number = int(year)
    return [(year,), (year[2:].lstrip("0") or "0",), (str(number - 2018),), (str(number - 1988),)]


def _days(known: Known, id_: str) -> Alternatives:
    """The days of an entity's event, by which a row or a line may name it."""
    kind = kind_of(id_)
    dates = [
        value for name in (kind.spec.event if kind else ()) for value in known.words(id_, name)
    ]
    points = [point for date in sorted(dates) for point in _POINT.findall(date)]
    return [day for point in points for day in _point(point)]


def _named(known: Known, id_: str) -> Alternatives:
    """The names of an entity; a person is named by the family name too, an event by its day."""
    kind = kind_of(id_)
    assert kind is not None
    named = [
        str(placed.claim.value)
        for claims in known.values.get(id_, {}).values()
        for placed in claims
        if placed.claim.field in (kind.spec.caption, "names")
    ]
    if kind.spec.label == "Person":
        named += [name.split()[0] for name in named if " " in name and not name.isascii()]
    parts = [part for name in named for part in re.split(r"[（）]", name) if len(part) >= GRAM]
    return [*((name,) for name in dict.fromkeys([*named, *parts])), *_days(known, id_)]


# The script -------------------------------------------------------------------------------------------------------


def main() -> None:
    """Say which places do not hold; write the fingerprints."""
    folder = Path(sys.argv[1])
    record = load_record(ROOT / "data")
    known, documents = Known(record), documents_of(record)
    texts = {
        file: Text((folder / file).read_text(encoding="utf-8")) for file in set(documents.values())
    }
    claims = cited(record, documents)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in claims:
        source, (claim, file, line) = one.placed.claim.source, one.placed
        good = bool(one.lines) and holds(known, one, texts[one.document])
        counts[source][0] += 1
        counts[source][1] += bool(one.lines)
        counts[source][2] += bool(good)
        if not good:
            wanted = " + ".join(
                "|".join("&".join(a) for a in group) for group in evidence(known, one.placed)
            )
            print(
                f"{file}:{line}: {claim.property} {value_text(claim.value)} @ {claim.at or '(no place)'}  [{wanted[:80]}]"
            )
    for source, (all_, placed, good) in sorted(counts.items()):
        print(f"{source}: {all_} values, {placed} with lines, {good} that hold ({good / all_:.1%})")
    if "--write" in sys.argv:
        prints = {
            path.name: Text(path.read_text(encoding="utf-8")).fingerprints()
            for path in sorted(folder.glob("*.txt"))
        }
        body = ",\n".join(
            f'"{file}": [\n'
            + ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
            + "\n]"
            for file, lines in prints.items()
        )
        FIXTURE.parent.mkdir(exist_ok=True)
        FIXTURE.write_text(f"{{\n{body}\n}}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
