"""A further value by a source: it stands beside what is there, and what is no value is told with what would be."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.record import load_record


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def set_(enishi, small_record: Path, own: Path):
    def run(*args: str | Path, to: tuple[str | Path, ...] = ()):
        return enishi("set", *args, *(to or ("--record", small_record, "--records", own)))

    return run


def test_into_ones_own_folder(set_, small_record: Path, own: Path) -> None:
    before = (small_record / "fora/mdq.yaml").read_bytes()
    done = set_("mdq", "founded_on", "令和5年春", "--by", "s1", "--at", "section 1")
    assert done.code == 0
    assert "+founded_on: {is: 2023-21, by: s1@section 1, text: 令和5年春}" in done.out
    assert (own / "fora/mdq.yaml").read_text(encoding="utf-8") == (
        "id: forum:mdq\nfounded_on: {is: 2023-21, by: s1@section 1, text: 令和5年春}\n"
    )
    assert (small_record / "fora/mdq.yaml").read_bytes() == before
    record = load_record(small_record, own=[own])
    assert [(c.value, c.source, c.at) for c in record.claims if c.property == "founded_on"] == [("2023-21", "s1", "section 1")]  # fmt: skip


def test_into_a_record_that_is_named_comments_stay(set_, small_record: Path) -> None:
    path = small_record / "fora/mdq.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("type: intergovernmental_dialogue", "type: intergovernmental_dialogue  # as we see it"), encoding="utf-8")  # fmt: skip
    done = set_("対話", "type", "作業部会", "--by", "s1@p. 2", to=("--record", small_record))
    assert done.code == 0
    assert "type:\n- intergovernmental_dialogue  # as we see it\n- {is: working_group, by: s1@p. 2, text: 作業部会}\n" in path.read_text(encoding="utf-8")  # fmt: skip
    assert "\n-type: intergovernmental_dialogue  # as we see it\n+type:\n" in done.out


def test_ties_and_their_properties(set_, own: Path) -> None:
    assert set_("forum:mdq", "members", "英国、韓国", "--by", "s1@p. 2").code == 0
    assert (
        set_(
            "forum:mdq", "members.since", "2023年4月", "--of", "英国", "--by", "s1", "--at", "p. 2"
        ).code
        == 0
    )
    text = (own / "fora/mdq.yaml").read_text(encoding="utf-8")
    assert text == (
        "id: forum:mdq\nmembers:\n- {who: country:GB, by: s1@p. 2}\n- {who: country:KR, by: s1@p. 2}\n"
        "- {who: country:GB, since: {is: 2023-04, by: s1@p. 2, text: 2023年4月}, by: s1@p. 2}\n"
    )


def test_a_dry_run_and_a_second_time_change_nothing(set_, own: Path) -> None:
    args = ("mdq", "names.abbreviation@en", "MDQ", "--by", "s1")
    dry = set_(*args, "--dry-run")
    assert (dry.code, own.exists(), "Nothing was written." in dry.err) == (0, False, True)
    done = set_(*args)
    assert done.out == dry.out
    before = (own / "fora/mdq.yaml").read_bytes()
    again = set_(*args)
    assert (again.code, again.out, "Nothing to add" in again.err) == (0, "", True)
    assert (own / "fora/mdq.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("mdq", "founded_on", "25年9月", "--by", "s1"), "which calendar"),
        (("mdq", "founded_on", "2025-02-30", "--by", "s1"), "2025-02-30"),
        (("mdq", "type", "首脳", "--by", "s1"), "summit (首脳会合)"),
        (("mdq", "typ", "summit", "--by", "s1"), "Did you mean type?"),
        (("mdq", "id", "x", "--by", "s1"), "An id stays what it is."),
        (("mdq", "members", "アトランティス", "--by", "s1"), "'アトランティス'"),
        (("mdq", "members.role", "member", "--by", "s1"), "--of ID"),
        (("mdq", "names@en", "MDQ", "--by", "s1"), "names.abbreviation@ja"),
        (("mdq", "type", "summit", "--by", "s2"), "s2 is not in the register"),
        (("nothing", "type", "summit", "--by", "s1"), "enishi find nothing"),
        (("mdq", "type", "summit"), "--by"),
    ],
)
def test_what_is_no_value_is_told(set_, own: Path, args, says: str) -> None:
    done = set_(*args)
    assert (done.code, done.out, own.exists()) == (2, "", False)
    assert says in done.err
    assert "Traceback" not in done.err


def test_the_file_of_an_entity_is_found_by_its_id(set_, own: Path) -> None:
    path = own / "fora/dialogue.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("id: forum:mdq\nby: s1\nfounded_on: 2023\n", encoding="utf-8")
    assert set_("mdq", "rhythm", "yearly", "--by", "s1@p. 2").code == 0
    assert "rhythm: {is: yearly, by: s1@p. 2}" in path.read_text(encoding="utf-8")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id: forum:qdg\nby: s1\nname: {ja: 会, en: Group}\n".encode(), "fora/mdq.yaml is not about forum:mdq."),
        (b"id: forum:mdq\nname: {ja: [\n", "fora/mdq.yaml:3: This is not YAML"),
        ("id: forum:mdq\nby: s1\nname: {ja: 量子}\n".encode("cp932"), "fora/mdq.yaml:1: The file is not UTF-8."),
        (b"", "fora/mdq.yaml:1: The file is empty."),
    ],
)  # fmt: skip
def test_a_file_of_that_name_about_something_else_stays(
    set_, own: Path, content: bytes, says: str
) -> None:
    path = own / "fora/mdq.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    done = set_("forum:mdq", "founded_on", "2023", "--by", "s1")
    assert (done.code, done.out, path.read_bytes()) == (1, "", content)
    assert says in done.err
    assert "nothing was written" in done.err


def test_two_at_once_do_not_lose_each_others_values(set_, own: Path, monkeypatch) -> None:
    from loaders.writing import Place

    assert set_("mdq", "founded_on", "2023", "--by", "s1@a").code == 0
    require_right, others = Place.require_right, []

    def slow(place: Place, drafts) -> None:
        require_right(place, drafts)
        if not others:
            others.append(1)
            others.append(set_("mdq", "founded_on", "2024", "--by", "s1@b"))

    monkeypatch.setattr(Place, "require_right", slow)
    late = set_("mdq", "founded_on", "2025", "--by", "s1@c")
    assert others[1].code == 0
    assert (late.code, "has changed meanwhile" in late.err) == (1, True)
    text = (own / "fora/mdq.yaml").read_text(encoding="utf-8")
    assert [year in text for year in ("2023", "2024", "2025")] == [True, True, False]
    assert set_("mdq", "founded_on", "2025", "--by", "s1@c").code == 0


def test_what_would_be_wrong_is_not_written(set_, own: Path) -> None:
    done = set_("mdq", "based_on", "forum:mdq", "--by", "s1")
    assert done.code in (1, 2)
    assert not own.exists()


def test_a_folder_must_be_named(enishi) -> None:
    done = enishi("set", "mdq", "founded_on", "2023", "--by", "enishi")
    assert (done.code, "It lacks --records." in done.err) == (2, True)
