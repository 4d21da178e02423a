"""The normal form: one way to write each thing, and never another claim."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.kinds import KINDS, FieldSpec, Kind, TieField
from loaders.entities import EntityReader
from loaders.form import check_format, fix_format, normal_form
from loaders.record import load_record
from loaders.yamltree import TreeError, read_tree
from tests.strategies import RECORDED, examples_of, ids_of, kinds_with

DATA = Path(__file__).parents[2] / "data"
AGREEMENT = KINDS["Agreement"]
FORUM = KINDS["Forum"]

BEFORE = """\
# A letter
parties:   # who
  - who: "country:JP"
    through: ['org:a',
              org:b]   # both
  - EU
# the days
signed_on: [{by: deck@s9 L281, is: '2025-05-13'},
  {is: 2025-05, text: ‘25年5月（予定）, mood: planned, by: deck}]
title:
- {en: "Letter, of intent", by: "enishi"}
- en: Letter
  ja: 趣意書
  at: section 1

by: cao
id: "agreement:a"
place: {en: 'Tokyo: "here"', ja: 東京}
notes: >-
  One line
  and another: "so".
binding: 'yes'
# the end
"""
AFTER = """\
id: agreement:a
by: cao
notes: >-
  One line
  and another: "so".
title:
- {en: "Letter, of intent", by: enishi}
- {ja: 趣意書, en: Letter, at: section 1}
binding: 'yes'
# the days
signed_on:
- {is: 2025-05-13, by: deck@s9 L281}
- {is: 2025-05, by: deck, mood: planned, text: ‘25年5月（予定）}
place: {ja: 東京, en: 'Tokyo: "here"'}
# A letter
parties:  # who
- {who: country:JP, through: [org:a, org:b]}  # both
- EU
# the end
"""


def test_a_file_in_its_normal_form() -> None:
    assert normal_form(BEFORE, AGREEMENT) == AFTER.replace("'yes'", '"yes"')
    assert normal_form(AFTER, AGREEMENT) == AFTER.replace("'yes'", '"yes"')


def test_what_needs_lines_of_its_own_has_them() -> None:
    text = """\
id: forum:a
members:
- who: KR
  since:
  - {is: 2023-04, by: [a, b]}
  - 2023
  role: member
- {who: GB, since: {is: 2022, by: a}, role: member}
"""
    assert normal_form(text, FORUM) == text.replace("  role: member\n", "").replace(
        "- who: KR\n", "- who: KR\n  role: member\n"
    ).replace("{who: GB, since: {is: 2022, by: a}, role: member}", "{who: GB, role: member, since: {is: 2022, by: a}}")  # fmt: skip


def test_the_register_has_one_key_a_line() -> None:
    text = (
        "name: {en: M, ja: 省}\nsources:\n- {read_on: 2026-11, id: s1, title: {en: T, ja: 題}} # new\n"
        "publisher: m\n"
    )
    assert normal_form(text, None) == (
        "publisher: m\nname: {ja: 省, en: M}\nsources:\n- id: s1\n  title: {ja: 題, en: T}\n"
        "  read_on: 2026-11  # new\n"
    )


def test_windows_line_ends_and_a_byte_order_mark_go() -> None:
    assert normal_form("\ufeffid: forum:a\r\nby: s\r\n", FORUM) == "id: forum:a\nby: s\n"


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("'2025'", "2025"),
        ('"a: b"', '"a: b"'),
        ("'a #b'", '"a #b"'),
        ("'- a'", '"- a"'),
        ("'[a]'", '"[a]"'),
        ("''", '""'),
        ("' a'", '" a"'),
        ("'say \"a: b\"'", "'say \"a: b\"'"),
        ('"a\\nb"', '"a\\nb"'),
        ('"\\u2028: \\ufeff"', '"\\u2028: \\ufeff"'),
        ("'a, b'", "a, b"),
        ("NO", "NO"),
        ("'NO'", '"NO"'),
        ("'&a'", '"&a"'),
    ],
)
def test_quotes_stand_where_yaml_needs_them(written: str, normal: str) -> None:
    assert normal_form(f"id: forum:a\nrhythm: {written}\n", FORUM) == f"id: forum:a\nrhythm: {normal}\n"  # fmt: skip


def test_in_brackets_a_comma_needs_them_too() -> None:
    text = "id: forum:a\nname: {ja: 'a, b', en: 'a] b'}\n"
    assert normal_form(text, FORUM) == 'id: forum:a\nname: {ja: "a, b", en: "a] b"}\n'


def test_in_brackets_what_only_some_parsers_read_has_them() -> None:
    text = 'id: forum:a\nname: {en: "In flux? Issues", ja: 甲}\n'
    assert normal_form(text, FORUM) == 'id: forum:a\nname: {ja: 甲, en: "In flux? Issues"}\n'
    plain = "id: forum:a\nrhythm: In flux? Issues\n"
    assert normal_form(plain, FORUM) == plain


def test_what_cannot_be_read_is_refused_and_left(folder) -> None:
    with pytest.raises(TreeError):
        normal_form("id: a\nid: b\n", FORUM)
    broken = "id: forum:x\nby: &a s1\n"
    folder.write("fora/x.yaml", broken)
    fix_format(folder.path)
    assert (folder.path / "fora/x.yaml").read_text() == broken
    assert "fora/x.yaml" not in [issue.file for issue in check_format(folder.path)]


def test_files_are_brought_into_it_once(folder) -> None:
    folder.write("agreements/a.yaml", BEFORE)
    folder.write("judgements.yaml", "- {same:   [org:a, org:b], by: x, on: 2026-11-25, why: y}\n")
    assert {issue.code for issue in check_format(folder.path)} == {"form"}
    changed = fix_format(folder.path)
    assert "agreements/a.yaml" in changed
    assert "judgements.yaml" not in changed
    assert fix_format(folder.path) == []
    assert check_format(folder.path) == []


def test_no_claim_of_the_shipped_record_changes(tmp_path: Path) -> None:
    for path in DATA.rglob("*.yaml"):
        target = tmp_path / path.relative_to(DATA)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    fix_format(tmp_path)
    before, after = load_record(DATA), load_record(tmp_path)
    assert set(after.claims) == set(before.claims)
    assert after.entities.keys() == before.entities.keys()
    assert after.issues == before.issues == ()
    for path in tmp_path.rglob("*.yaml"):  # by the stricter parser too
        assert yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    assert fix_format(tmp_path) == []


# Any file -----------------------------------------------------------------------------------------------------------

_SOURCES = st.sampled_from(["s1", "s2@p: 1", ["s1@L3, L4", "s2"]])
_BESIDE = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(["as 'said'", "# no comment", "two\nlines", "- x"]),
        "mood": st.just("planned"),
        "by": _SOURCES,
        "valid": st.just("2024-05"),
    },
)


def _values(field: FieldSpec) -> st.SearchStrategy[object]:
    value = st.sampled_from([str(v).lower() if isinstance(v, bool) else str(v) for v in examples_of(field)])  # fmt: skip
    names = st.lists(st.sampled_from(["en", "ja", "ko"]), min_size=1, max_size=2, unique=True)
    if field.localised:
        item = names.flatmap(lambda keys: st.fixed_dictionaries(dict.fromkeys(keys, value)))
        if field.uses:
            uses = st.sampled_from([str(use) for use in field.uses])
            item = st.builds(lambda d, use: d | {"use": use}, item, uses)
        forms: st.SearchStrategy[object] = st.builds(lambda d, beside: beside | d, item, _BESIDE)
    else:
        forms = value | st.builds(lambda v, beside: beside | {"is": v}, value, _BESIDE)
    return forms | st.lists(forms, min_size=1, max_size=3)


def _ties(field: TieField) -> st.SearchStrategy[object]:
    others = st.sampled_from(ids_of(kinds_with(field.other)))
    properties = {name: _values(property_) for name, property_ in field.tie.fields.items()}
    one = st.builds(
        lambda other, more, beside: beside | more | {field.key: other},
        others, st.fixed_dictionaries({}, optional=properties), _BESIDE,
    )  # fmt: skip
    listed = st.builds(
        lambda entries, beside: beside | {"complete": "true", "list": entries},
        st.lists(others, max_size=3, unique=True), _BESIDE,
    )  # fmt: skip
    forms = others | one | listed
    return forms | st.lists(forms, min_size=1, max_size=3)


def _files(kind: type[Kind]) -> st.SearchStrategy[tuple[type[Kind], str]]:
    keys = {name: _values(field) for name, field in kind.fields.items()}
    keys |= {name: _ties(field) for name, field in kind.tie_fields.items()}
    keys["notes"] = st.sampled_from(["x", "long " * 30, "a\n\nb: c", "# x"])
    body = st.fixed_dictionaries({}, optional=keys).map(
        lambda d: {"id": f"{kind.spec.scheme}:a", "by": "s1"} | d
    )
    return st.builds(_written, st.just(kind), body, st.randoms(use_true_random=False))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _written(kind: type[Kind], body: dict[str, object], random) -> tuple[type[Kind], str]:
    """The file as somebody might write it: in any order and style, with comments."""
    items = list(body.items())
    random.shuffle(items)
    blocks = []
    for number, item in enumerate(items):
        flow = random.choice([True, False, None])
        style = random.choice(["'", '"', None, None])
        look = {
            "default_flow_style": flow, "default_style": style, "allow_unicode": random.random() < 0.8,
            "width": random.choice([40, 1000]), "indent": random.choice([2, 4]), "sort_keys": False,
        }  # fmt: skip
        key, value = item
        written = yaml.dump(value, Dumper=_Dumper, **look).removesuffix("...\n").rstrip()
        in_lines = isinstance(value, list | dict) and not written.startswith(("[", "{"))
        block = f"{key}:\n{indent(written, '  ')}\n" if in_lines else f"{key}: {written}\n"
        if random.random() < 0.4:
            block = f"# comment {number}\n{block}"
        if random.random() < 0.3 and block.count("\n") == 1:
            block = f"{block[:-1]} # behind {number}\n"
        blocks.append(block)
    return kind, "".join(blocks)


@given(st.sampled_from(RECORDED).flatmap(_files))
def test_no_claim_of_any_file_changes(drawn: tuple[type[Kind], str]) -> None:
    kind, text = drawn
    normal = normal_form(text, kind)
    before, after = EntityReader(), EntityReader()
    before.read(read_tree(text, "f"), "f", kind)
    after.read(read_tree(normal, "f"), "f", kind)
    assert {p.claim for p in after.claims} == {p.claim for p in before.claims}
    assert {(i.code, i.message) for i in after.issues} == {(i.code, i.message) for i in before.issues}  # fmt: skip
    assert normal_form(normal, kind) == normal
    assert yaml.load(normal, yaml.BaseLoader) == yaml.load(normal, yaml.CBaseLoader)  # noqa: S506
    keys = re.findall(r"^(\w+):", normal, re.MULTILINE)
    assert keys == [key for key in ("id", "by", "notes", *kind.keys) if key in dict.fromkeys(keys)]
    for comment in re.findall(r"# (?:comment|behind) \d+", text):
        assert normal.count(comment) == text.count(comment)
