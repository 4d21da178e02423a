"""A synthetic record of a chosen size, in the shape of the real one."""

from __future__ import annotations

import random
from pathlib import Path

from iso3166 import countries_by_alpha2


def write_record(folder: Path, *, entities: int = 1500, seed: int = 1) -> None:
    """Write a record of about this many entities, some 17 claims each.

    Args:
        folder: Where to; it is made.
        entities: Number of entities, sources not counted.
        seed: Of the random choices: the same seed, the same bytes.
    """
    rng = random.Random(seed)  # noqa: S311
    codes = sorted(countries_by_alpha2)[: max(10, entities // 15)]
    organisations, agreements, fora = entities // 3, entities // 3, entities // 30
    meetings = entities - len(codes) - organisations - agreements - fora
    sources = [f"source-{number}" for number in range(entities // 5)]
    _sources(folder, sources)

    def cited() -> str:
        return f"[{', '.join(f'{name}@p{rng.randint(1, 90)} L{rng.randint(1, 400)}' for name in rng.sample(sources, 2))}]"

    def day(first: int, last: int) -> str:
        return f"{rng.randint(first, last)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"

    for code in codes:
        name = countries_by_alpha2[code].name.replace("'", "''")
        _write(
            folder / "countries",
            code,
            f"id: country:{code}\nby: enishi\nname: {{ja: 国{code}, en: '{name}'}}\nstatus: state\n",
        )
    for number in range(organisations):
        _write(
            folder / "organisations",
            f"org-{number}",
            f"id: org:org-{number}\nby: {cited()}\nname: {{ja: 機関{number}, en: Organisation {number}}}\n"
            f"names:\n- {{en: O{number}, use: abbreviation}}\ntype: research_institute\n"
            f"located_in: [{{is: country:{rng.choice(codes)}}}]\n",
        )
    for number in range(fora):
        members = "".join(
            f"- {{who: country:{code}, role: member, since: {rng.randint(2010, 2024)}}}\n"
            for code in rng.sample(codes, 10)
        )
        _write(
            folder / "fora",
            f"forum-{number}",
            f"id: forum:forum-{number}\nby: {cited()}\nname: {{ja: 枠組み{number}, en: Forum {number}}}\n"
            f"type: intergovernmental_dialogue\nrhythm: yearly\nmembers:\n{members}",
        )
    for number in range(agreements):
        one, other = rng.sample(codes, 2)
        bodies = rng.sample(range(organisations), 2)
        _write(
            folder / "agreements",
            f"doc-{number}",
            f"id: agreement:doc-{number}\nby: {cited()}\ntitle:\n- {{ja: 協力覚書{number}, en: Memorandum {number}}}\n"
            f"- {{ja: 覚書{number}, by: {rng.choice(sources)}}}\ntype: memorandum_of_cooperation\n"
            f"level: {{is: government, by: enishi}}\nscope: {{is: dedicated, by: enishi}}\nstage: signed\n"
            f"signed_on:\n- {day(2020, 2025)}\n- {{is: {day(2020, 2025)}, by: {rng.choice(sources)}}}\nparties:\n"
            f"- {{who: country:{one}, through: org:org-{bodies[0]}}}\n- {{who: country:{other}, through: org:org-{bodies[1]}}}\n",
        )
    for number in range(meetings):
        _write(
            folder / "meetings",
            f"meeting-{number}",
            f"id: meeting:meeting-{number}\nby: {cited()}\nname: {{ja: 会合{number}, en: Meeting {number}}}\nheld_on: {day(2015, 2019)}\n"
            f"stage: held\nedition_of: [{{is: forum:forum-{rng.randrange(fora)}, edition: {number}}}]\n"
            f"led_to: [{{is: agreement:doc-{rng.randrange(agreements)}, basis: listed}}]\n",
        )


def _sources(folder: Path, names: list[str]) -> None:
    entries = "".join(
        f"- id: {name}\n  title: {{en: Source {number}}}\n  published: {2016 + number % 9}-05-{1 + number % 28:02}\n"
        "  language: en\n  type: official\n  completeness: unknown\n  licence: not_stated\n  read_on: 2026-11\n"
        for number, name in enumerate(names)
    )
    _write(
        folder / "sources",
        "publisher",
        f"publisher: publisher\nname: {{ja: 公表者, en: Publisher}}\nsources:\n{entries}",
    )


def _write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
