"""Stories: a small file of steps, read with file and line of what is wrong."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from graphmodel.errors import EnishiError
from visualizations.story import STORY_CHOICES, STORY_KEYS, Step, StoryError, read_story

IDS = ("country:JP", "country:GB", "agreement:jp-uk-quantum-moc-2025")
TABS = ("picture", "timeline")


def read(folder: Path, text: str) -> tuple[Step, ...]:
    path = folder / "story.yaml"
    path.write_text(text, encoding="utf-8")
    return read_story(path, ids=IDS, tabs=TABS)


def test_each_step_has_a_caption_and_what_it_shows(tmp_path: Path) -> None:
    steps = read(
        tmp_path,
        """
- say: {ja: 日英の量子協力, en: Japan and the United Kingdom}
  show: {focus: country:GB, steps: 2, chosen: agreement:jp-uk-quantum-moc-2025}
- say: {ja: 期間}
  show: {range: [2025-01-01, 2025-12-31], tab: timeline, levels: [company], path: [country:JP, country:GB]}
- say: {en: All of it}
""",
    )
    assert [step.say for step in steps] == [
        {"ja": "日英の量子協力", "en": "Japan and the United Kingdom"},
        {"ja": "期間"},
        {"en": "All of it"},
    ]
    assert steps[0].show == {
        "focus": "country:GB",
        "steps": 2,
        "chosen": "agreement:jp-uk-quantum-moc-2025",
    }
    assert steps[1].show == {
        "range": ["2025-01-01", "2025-12-31"],
        "tab": "timeline",
        "levels": ["company"],
        "path": ["country:JP", "country:GB"],
    }
    assert steps[2].show == {}


def test_a_step_sets_the_choices_of_a_tab(tmp_path: Path) -> None:
    steps = read(
        tmp_path,
        """
- say: {ja: 二国間の文書}
  show: {tab: timeline, matrix: pairs, between: any_level, about: includes, others: true}
- say: {ja: 表と年表}
  show: {rows: ties, sort: -date, find: 覚書, since: 2019, others: false}
""",
    )
    assert steps[0].show == {
        "tab": "timeline",
        "matrix": "pairs",
        "between": "any_level",
        "about": "includes",
        "others": True,
    }
    assert steps[1].show == {
        "rows": "ties",
        "sort": "-date",
        "find": "覚書",
        "since": "2019",
        "others": False,
    }


def test_a_step_can_set_all_that_an_address_says_but_what_is_the_readers_own() -> None:
    text = (files("visualizations") / "page_files" / "js" / "state.js").read_text("utf-8")
    block = text.split("DEFAULTS = Object.freeze({")[1].split("});")[0]
    keys = set(re.findall(r"^ {4}(\w+):", block, re.MULTILINE))
    own = {"lang", "keys", "paper", "story", "moved", "pinned", "camera"}
    assert keys - own == set(STORY_KEYS)
    choices = text.split("ONE_OF = {")[1].split("};")[0]
    for key, values in re.findall(r"(\w+): \[(.+)\]", choices):
        assert tuple(re.findall(r'"(\w+)"', values)) == STORY_CHOICES[key]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("say: x", 1, "A story is a list of steps."),
        ("[]", 1, "A story is a list of steps."),
        ("- x", 1, "A step has `say`"),
        ("- show: {tab: timeline}", 1, "The caption of this step is missing."),
        ("- say: 日英", 1, "The caption of this step is missing."),
        ("- say: {fr: bonjour}", 1, "`fr` is no key of a story. Keys here are: ja, en."),
        ("- say: {ja: あ}\n  shows: {}", 2, "Did you mean show?"),
        ("- say: {ja: あ}\n  show: [a]", 2, "`show` has keys and values."),
        ("- say: {ja: あ}\n  show:\n    focus: country:GX", 3, "Did you mean country:GB?"),
        ("- say: {ja: あ}\n  show:\n    tab: mapp", 3, "Its tabs are: picture, timeline."),
        ("- say: {ja: あ}\n  show:\n    day: 2025-02-30", 3, "'2025-02-30' is no day"),
        ("- say: {ja: あ}\n  show:\n    range: [2025-01-01]", 3, "Two values in brackets"),
        ("- say: {ja: あ}\n  show:\n    levels: company", 3, "A list in brackets"),
        ("- say: {ja: あ}\n  show:\n    steps: 4", 3, "`steps` is 1, 2 or 3."),
        ("- say: {ja: あ}\n  show:\n    since: 25", 3, "'25' is no year; write it as 2025."),
        ("- say: {ja: あ}\n  show:\n    matrix: pair", 3, "Did you mean pairs?"),
        ("- say: {ja: あ}\n  show:\n    others: x", 3, "Values here are: true, false."),
        ("- say: {ja: ''}", 1, "Plain text belongs here."),
        ("- say: {ja: あ}\n- say: {ja: あ, ja: い}", 2, "stands twice"),
        ("- say: {ja: あ", 2, "This is not YAML"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    with pytest.raises(StoryError) as caught:
        read(tmp_path, text)
    assert f"story.yaml:{line}: " in str(caught.value)
    assert said in str(caught.value)


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(StoryError) as caught:
        read(tmp_path, "- say: {ja: あ}\n  show: {tab: x, day: y}\n- show: {steps: 9}")
    assert str(caught.value).count("story.yaml:") == 4


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnishiError, match=r"none\.yaml cannot be read: No such file"):
        read_story(tmp_path / "none.yaml", ids=(), tabs=())
