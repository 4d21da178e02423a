"""A story: steps through a page, each a caption and what is shown with it, from a small YAML file.

    - say: {ja: 日英の量子協力, en: Japan and the United Kingdom}
      show: {focus: country:GB, steps: 1, chosen: agreement:jp-uk-quantum-moc-2025}
    - say: {ja: 2025年5月1日時点, en: As of 1 May 2025}
      show: {day: 2025-05-01, tab: timeline}

Each step is a whole state, counted from what the page shows at first: going back gives what was there before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphmodel.dates import is_iso_day
from graphmodel.errors import EnishiError
from graphmodel.messages import Message, reason_of
from loaders.issues import Issue, did_you_mean
from loaders.yamltree import Mapping as Map
from loaders.yamltree import Scalar, Sequence, Tree, TreeError, read_tree
from visualizations.parts import Node, Scene, Tie

Shown = str | int | bool | list[str]
"""A value of a page's state that a story may set."""

LANGUAGES = ("ja", "en")
_EXAMPLE = Message(
    "For instance: {example}", example="- {say: {ja: 英国, en: UK}, show: {focus: country:GB}}"
)
_IDS = ("focus", "chosen")
_ID_LISTS = ("opened", "added", "closed", "path")
_WORD_LISTS = ("kinds", "levels", "scopes", "stages", "fields", "more", "bundles")
STORY_CHOICES: Mapping[str, tuple[str, ...]] = {
    "rows": ("items", "ties"),
    "matrix": ("fora", "pairs"),
    "between": ("government", "any_level"),
    "about": ("dedicated", "includes"),
}
"""Choices of a tab, with their values."""

_TEXTS = ("sort", "find")
STORY_KEYS = (
    *("tab", "day", "range", "steps", *_IDS, *_ID_LISTS, *_WORD_LISTS),
    *(*STORY_CHOICES, "others", *_TEXTS, "since"),
)
"""Keys of the state of a page (page_files/js/state.js) that a step may set; the last ones are choices of a tab."""


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        say: Its caption, by language.
        show: What of the page's state differs from that at first.
    """

    say: Mapping[str, str]
    show: Mapping[str, Shown]


class StoryError(EnishiError):
    """A story file that a page cannot tell."""

    def __init__(self, issues: Collection[Issue]) -> None:
        super().__init__(
            Message(
                "The story cannot be told:\n{lines}",
                lines=Message.joined(issue.told for issue in sorted(issues)),
            )
        )


def read_story(path: Path, *, ids: Collection[str], tabs: Collection[str]) -> tuple[Step, ...]:
    """Read a story.

    Args:
        path: The file.
        ids: Ids of the nodes and ties of the page.
        tabs: Ids of its tabs.

    Raises:
        StoryError: With file, line and what to do, for all that is wrong.
    """
    try:
        tree = read_tree(path.read_text(encoding="utf-8"), path.name)
    except TreeError as error:
        raise StoryError([error.issue]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise EnishiError(
            Message("{path} cannot be read: {reason}.", path=path, reason=reason_of(error))
        ) from error
    reader = _Reader(path.name, ids, tabs)
    steps = reader.steps(tree)
    if reader.issues:
        raise StoryError(reader.issues)
    return steps


def story_of(path: Path, scene: Scene, tabs: Collection[str]) -> tuple[dict[str, Any], ...]:
    """Read the story of a page, as its data block holds it.

    Args:
        path: The file.
        scene: What the page shows, in any language.
        tabs: Ids of its tabs beside the picture.

    Raises:
        StoryError: With file, line and what to do, for all that is wrong.
    """
    parts: list[Node | Tie] = [*scene.nodes, *scene.further.nodes, *scene.ties, *scene.further.ties]
    steps = read_story(path, ids=[part.id for part in parts], tabs=("picture", *tabs))
    return tuple({"say": step.say, "show": step.show} for step in steps)


class _Reader:
    def __init__(self, file: str, ids: Collection[str], tabs: Collection[str]) -> None:
        self.issues: list[Issue] = []
        self._file, self._ids, self._tabs = file, ids, tabs

    def steps(self, tree: Tree) -> tuple[Step, ...]:
        if not isinstance(tree, Sequence) or not tree.items:
            self._issue(tree, Message("A story is a list of steps."), _EXAMPLE)
            return ()
        return tuple(map(self._step, tree.items))

    def _step(self, tree: Tree) -> Step:
        if not isinstance(tree, Map):
            self._issue(tree, Message("A step has `say`, and may have `show`."), _EXAMPLE)
            return Step({}, {})
        self._keys(tree, ("say", "show"))
        say, show = tree.items.get("say", tree), tree.items.get("show")
        return Step(self._caption(say, tree), self._shown(show) if show else {})

    def _caption(self, tree: Tree, step: Map) -> dict[str, str]:
        if tree is step or not isinstance(tree, Map) or not tree.items:
            self._issue(tree, Message("The caption of this step is missing."), _EXAMPLE)
            return {}
        self._keys(tree, LANGUAGES)
        return {lang: self._text(value) for lang, value in tree.items.items()}

    def _shown(self, tree: Tree) -> dict[str, Shown]:
        if not isinstance(tree, Map):
            self._issue(tree, Message("`show` has keys and values."), _EXAMPLE)
            return {}
        self._keys(tree, STORY_KEYS)
        return {
            key: self._value(key, value) for key, value in tree.items.items() if key in STORY_KEYS
        }

    def _value(self, key: str, tree: Tree) -> Shown:
        if key == "steps":
            return self._steps(tree)
        if key in STORY_CHOICES:
            return self._one_of(tree, STORY_CHOICES[key])
        if key == "others":
            return self._one_of(tree, ("true", "false")) == "true"
        if key == "range":
            return self._list(tree, self._day, 2)
        if key in _ID_LISTS:
            return self._list(tree, self._id, 2 if key == "path" else 0)
        if key in _WORD_LISTS:
            return self._list(tree, self._text)
        readers = {
            "tab": self._tab,
            "day": self._day,
            "since": self._year,
            **dict.fromkeys(_IDS, self._id),
            **dict.fromkeys(_TEXTS, self._text),
        }
        return readers[key](tree)

    def _list(self, tree: Tree, read: Callable[[Tree], str], length: int = 0) -> list[str]:
        if not isinstance(tree, Sequence) or (length and len(tree.items) != length):
            self._issue(
                tree,
                Message("Two values in brackets belong here.")
                if length
                else Message("A list in brackets belongs here."),
                Message("Write [one, other]."),
            )
            return []
        return [read(item) for item in tree.items]

    def _text(self, tree: Tree) -> str:
        if isinstance(tree, Scalar) and tree.text.strip():
            return tree.text.strip()
        self._issue(tree, Message("Plain text belongs here."), Message("Write it in quotes."))
        return ""

    def _day(self, tree: Tree) -> str:
        text = self._text(tree)
        if text and not is_iso_day(text):
            self._issue(
                tree,
                Message("{value!r} is no day; write it as 2025-05-01.", value=text),
                Message(),
            )
        return text

    def _year(self, tree: Tree) -> str:
        text = self._text(tree)
        if text and not (len(text) == 4 and text.isdecimal()):
            self._issue(
                tree, Message("{value!r} is no year; write it as 2025.", value=text), Message()
            )
        return text

    def _one_of(self, tree: Tree, values: Collection[str]) -> str:
        text = self._text(tree)
        if text and text not in values:
            known = Message("Values here are: {values}.", values=", ".join(values))
            self._issue(
                tree,
                Message("{value!r} is none of the values here.", value=text),
                did_you_mean(text, values, known),
            )
        return text

    def _steps(self, tree: Tree) -> int:
        text = self._text(tree)
        if text in ("1", "2", "3"):
            return int(text)
        if text:
            self._issue(tree, Message("`steps` is 1, 2 or 3."), Message())
        return 1

    def _id(self, tree: Tree) -> str:
        return self._known(
            tree, self._ids, Message("Ids stand in the page's table; see also: enishi find")
        )

    def _tab(self, tree: Tree) -> str:
        return self._known(
            tree, self._tabs, Message("Its tabs are: {tabs}.", tabs=", ".join(self._tabs))
        )

    def _known(self, tree: Tree, known: Collection[str], otherwise: Message) -> str:
        text = self._text(tree)
        if text and text not in known:
            self._issue(
                tree,
                Message("This page has no {value!r}.", value=text),
                did_you_mean(text, known, otherwise),
            )
        return text

    def _keys(self, tree: Map, known: Collection[str]) -> None:
        for key in tree.items.keys() - set(known):
            line = Scalar(key, tree.lines[key])
            known_keys = Message("Keys here are: {keys}.", keys=", ".join(known))
            self._issue(
                line,
                Message("`{key}` is no key of a story.", key=key),
                did_you_mean(key, known, known_keys),
            )

    def _issue(self, tree: Tree, message: Message, hint: Message) -> None:
        self.issues.append(Issue(self._file, tree.line, "story", message, hint))
