"""How well a record is sourced, counted by hand."""

from __future__ import annotations

from loaders.coverage import Coverage, coverage


def rows(folder) -> dict[str, Coverage]:
    return {row.kind: row for row in coverage(folder.load())}


def test_values_are_counted_once_however_many_sources_give_them(folder) -> None:
    """Two names and a type, and three ties, of which one has three sources."""
    forum = rows(folder)["Forum"]
    assert forum == Coverage("Forum", values=6, sourced=6, ours=0, placed=0, official=6)


def test_what_is_ours_alone_counts_for_no_other_share(folder) -> None:
    country = rows(folder)["Country"]
    assert country == Coverage("Country", values=9, sourced=9, ours=9, placed=0, official=0)
    assert country.share(country.placed) is None


def test_places_and_official_sources(folder) -> None:
    folder.write(
        "agreements/a.yaml",
        """\
        id: agreement:a
        by: s3
        title: {ja: 覚書, at: p1}
        type: [{is: contract, by: [s3, s1@p2]}, {is: other, by: enishi}]
        level: {is: government, by: enishi}
        scope: {is: dedicated, by: [enishi, s3]}
        stage: signed
        signed_on: {is: 2025-05, by: s9}
        parties: [JP, GB]
        """,
    )
    row = rows(folder)["Agreement"]
    assert row == Coverage("Agreement", values=9, sourced=8, ours=2, placed=2, official=1)
    assert row.share(row.placed) == 2 / 7


def test_all_is_the_sum_of_the_kinds(folder) -> None:
    counted = rows(folder)
    total = counted.pop("")
    assert list(total[1:]) == [sum(column) for column in zip(*(r[1:] for r in counted.values()), strict=True)]  # fmt: skip
    assert sum(row.values for row in counted.values()) == 15
