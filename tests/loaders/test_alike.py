"""What may be one: equal names, shared ids, the same sides on one day; and what speaks against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.alike import LIKELY, STRONG, WEAK, candidates
from loaders.known import Known
from loaders.record import load_record

BODY = "id: org:{id}\nby: s1\nname: {{en: {name}}}\ntype: university\nlocated_in: [{country}]\n"
PAPER = "id: agreement:{id}\nby: s1\ntitle: {{ja: {title}}}\ntype: other\nlevel: government\nscope: dedicated\nstage: signed\nsigned_on: {day}\nparties: [{parties}]\n"


def found(folder) -> dict[tuple[str, str], float]:
    return {(c.one.partition(":")[2], c.other.partition(":")[2]): c.score for c in candidates(Known(folder.load()))}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Univ. of Quantum", "Univ of QUANTUM", STRONG, 100),
        ("Institute for Quantum Computing", "Institutes for Quantum Computing", LIKELY, 99.9),
        ("Institute for Quantum Computing", "Institute of Quantum Computing", WEAK, 89.9),
        ("Quantum Computing Institute", "Institute Quantum Computing", LIKELY, 100),
        ("Centre for Photonics", "Institute of Metals", 0, 0),
        ("Quantum Centre Phase 1", "Quantum Centre Phase 2", 0, 0),
        ("Director General of Quantum", "Deputy Director General of Quantum", 0, 0),
        ("NQIS", "NQIT", 0, 0),
    ],
)
def test_names(folder, one: str, other: str, least: float, most: float) -> None:
    folder.write("organisations/a.yaml", BODY.format(id="a", name=one, country="GB"))
    folder.write("organisations/b.yaml", BODY.format(id="b", name=other, country="GB"))
    assert least <= found(folder).get(("a", "b"), 0.0) <= most


def test_a_website_that_is_no_address_is_no_id(folder) -> None:
    for id_, country in (("a", "GB"), ("b", "GB")):
        text = BODY.format(id=id_, name=f"Body {id_} of quantum", country=country)
        folder.write(f"organisations/{id_}.yaml", f'{text}website: "https://[準備中{id_}]"\n')
    assert found(folder).get(("a", "b"), 0.0) < STRONG


def test_another_country_or_another_id_speaks_against(folder) -> None:
    folder.write("organisations/a.yaml", BODY.format(id="a", name="National Physics Lab", country="GB"))  # fmt: skip
    folder.write("organisations/b.yaml", BODY.format(id="b", name="National Physics Lab", country="JP"))  # fmt: skip
    assert found(folder) == {}
    for id_, ror in (("a", "https://ror.org/1"), ("c", "https://ror.org/2")):
        text = BODY.format(id=id_, name="National Physics Lab", country="GB")
        folder.write(f"organisations/{id_}.yaml", f"{text}ror: {ror}\n")
    assert found(folder) == {}


def test_a_shared_id_is_strong(folder) -> None:
    for id_, name in (("a", "東京の大学"), ("b", "Tokyo School")):
        text = BODY.format(id=id_, name=name, country="JP")
        folder.write(f"organisations/{id_}.yaml", f"{text}website: https://www.t.ac.jp/{id_}\n")
    assert found(folder) == {("a", "b"): STRONG}


@pytest.mark.parametrize(
    ("title", "day", "parties", "score"),
    [
        ("全く別の題名の文書", "2025-05-13", "JP, GB", LIKELY),  # the same act by another name
        ("全く別の題名の文書", "2025-05", "JP, GB", 0),  # a month is no day
        ("量子に関する協力覚書", "2025-05-13", "JP, KR", 0),
        ("量子に関する協力覚書", "2024-05-13", "JP, GB", 0),
        ("量子に関する協力覚書", "2025-05", "JP, GB", STRONG),
    ],
)
def test_instruments(folder, title: str, day: str, parties: str, score: float) -> None:
    folder.write("agreements/a.yaml", PAPER.format(id="a", title="量子に関する協力覚書", day="2025-05-13", parties="JP, GB"))  # fmt: skip
    folder.write("agreements/b.yaml", PAPER.format(id="b", title=title, day=day, parties=parties))
    assert found(folder).get(("a", "b"), 0) == score


def test_what_is_tied_or_judged_is_no_candidate(folder) -> None:
    for id_ in "abc":
        folder.write(f"organisations/{id_}.yaml", BODY.format(id=id_, name="Quantum Lab", country="GB"))  # fmt: skip
    assert len(found(folder)) == 3
    folder.write("organisations/a.yaml", BODY.format(id="a", name="Quantum Lab", country="GB") + "part_of: [org:b]\n")  # fmt: skip
    folder.write("judgements.yaml", "- not_same: [org:b, org:c]\n  by: me\n  on: 2026-11-28\n  why: two\n")  # fmt: skip
    assert list(found(folder)) == [("a", "c")]


def test_the_shipped_record_has_few() -> None:
    known = Known(load_record(Path(__file__).parents[2] / "data"))
    found = candidates(known)
    assert len(found) < 40
    assert all(candidate.reasons and candidate.score >= WEAK for candidate in found)
