"""The card of one thing: all that a reader asks first, in blocks of a fixed order, each line with its sources.

A block without a line says that no source is held; it is never dropped, for its absence would read as a "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from queries.results import Coverage
from visualizations.content import Content, read_content
from visualizations.coverage import Numbers, coverage_line, footnote, handling_mark
from visualizations.parts import Cite, Difference
from visualizations.values import differences_of_ties
from visualizations.wording import bracketed, listed

Row = dict[str, Any]

HEADINGS: Mapping[str, tuple[str, str]] = {
    "about": ("概要", "About it"),
    "government": ("政府間", "Between governments"),
    "bodies": ("機関・企業等の間", "Between institutions, companies and other bodies"),
    "together_with": ("3者以上の文書", "Documents of three or more"),
    "history": ("経緯", "How it came about"),
    "after": ("その後の動き（因果ではなく時系列）", "Since then (sequence, not cause)"),
    "unclear": (
        "前後を確認できない動き",
        "Whether before or after it cannot be confirmed",
    ),
    "events": ("これまでの動き（時系列）", "What there has been (in sequence)"),
    "policy": ("相手方の政策", "The partner's policy"),
    "own_policy": ("政策", "Policy"),
    "targets": (
        "目標・方針（達成は判断していない）",
        "Targets and lines of policy (whether met is not judged)",
    ),
    "programmes": ("相手方の事業・制度", "The partner's programmes"),
    "money": ("予算", "Budgets"),
    "issued": ("策定・公表", "Issued by"),
    "editions": ("前後の版", "Editions"),
    "within": ("含まれる目標・選定・予算", "Targets, choices and budgets in it"),
    "whose": ("国・機関", "Countries and bodies"),
    "positions": ("順位・値", "Positions and values"),
    "bears_on": (
        "関係する動き（達成を示すものではない）",
        "On record that bears on it (not that it is met)",
    ),
    "fora": ("同席する枠組み", "Fora of both"),
    "takes_part": ("参加する枠組み", "Fora that it takes part in"),
    "desk": ("我が方の担当", "Who deals with it on our side"),
    "members": ("参加国・機関", "Members"),
    "meetings": ("会合", "Meetings"),
    "instruments": ("協力文書", "Instruments"),
    "people": ("人物・役職", "People and offices"),
    "offices": ("役職", "Offices"),
    "signatories": ("署名者", "Signed by"),
    "agreed": ("合意事項", "Agreed items"),
    "agreed_in": ("合意した文書・会合", "Agreed in"),
    "delivery": ("実施の内容", "Delivered by"),
    "takers": ("運営・資金・参画", "Who runs it, pays for it and takes part"),
    "part": ("公募・共同研究課題等", "Calls and projects"),
    "engaged_in": ("事業・公募・共同研究課題等", "Programmes, calls and projects"),
    "fields": ("上位・下位の領域", "Wider and narrower fields"),
    "covered": ("対象とする文書・会合等", "What is about it"),
    "holders": ("資料で確認できる在任者", "Shown in it by a source"),
    "related": ("関連する文書", "Related instruments"),
    "ahead": ("今後の予定", "Ahead"),
    "differences": ("資料による相違", "Where sources differ"),
}
"""Heading of each block, in both languages."""

WORDS: Mapping[str, tuple[str, str]] = {
    "none": ("収録資料なし", "No source held"),
    "no_differences": ("収録資料の間に相違なし", "No difference between the sources held"),
    "ours": ("当データの分類", "our own classification"),
    "mark": ("▲ 資料により異なる。", "▲ Sources differ."),
    "confirm": (
        "＊ 現職かは要確認（6か月以内の資料なし）。",
        "* Whether still in office is to be confirmed: no source of the last six months.",
    ),
    "arrows": (
        "→ 資料が明記　⇢ 資料が並べて記載（因果は記載なし）。",
        "→ stated by a source; ⇢ only listed by a source, no cause stated.",
    ),
}
"""What is said on every card, in both languages."""


@dataclass(frozen=True)
class Line:
    """One line of a card.

    Attributes:
        text: What it says.
        sources: Ids of the sources that say so.
        about: Ids of what it names, which a page may link.
        pairs: Where it is names with values: these, which a page may set under each other.
    """

    text: str
    sources: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Block:
    """One block of a card.

    Attributes:
        key: Which one it is (a key of HEADINGS).
        lines: What it says; empty if no source held says anything.
    """

    key: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Card:
    """What is shown of one thing.

    Attributes:
        id: Its id.
        title: Its name.
        other_title: Its name in the other language; empty if it is the same.
        kind: Its kind, in words.
        summary: What is said first, in a few words each.
        blocks: The blocks, in their order.
        sources: Rows of the sources, in the order in which they are first cited.
        cites: Sources that speak of the thing itself, with the place in them.
        coverage: What the card rests on.
        lang: Language of its words.
    """

    id: str
    title: str
    other_title: str
    kind: str
    summary: tuple[Line, ...]
    blocks: tuple[Block, ...]
    sources: tuple[Row, ...]
    coverage: Coverage
    lang: str
    cites: tuple[Cite, ...] = ()

    def notes(self) -> list[str]:
        """What the marks on it mean."""
        text = "".join(line.text for block in self.blocks for line in block.lines)
        marks = {"mark": "▲", "confirm": "＊" if self.lang == "ja" else "*", "arrows": "⇢"}
        return [say(WORDS, name, self.lang) for name, mark in marks.items() if mark in text]

    def as_json(self) -> dict[str, Any]:
        """The card as JSON can hold it."""
        return {
            "id": self.id,
            "title": self.title,
            "other_title": self.other_title or None,
            "kind": self.kind,
            "summary": [line.text for line in self.summary],
            "blocks": [
                {
                    "key": block.key,
                    "heading": say(HEADINGS, block.key, self.lang),
                    "lines": [
                        {"text": line.text, "sources": [s for s in line.sources if s != OURS]}
                        for line in block.lines
                    ],
                }
                for block in self.blocks
            ],
            "sources": list(self.sources),
            "coverage": self.coverage.as_json(),
        }


def say(texts: Mapping[str, tuple[str, str]], name: str, lang: str) -> str:
    """A text in one language."""
    return texts[name][0 if lang == "ja" else 1]


def card_text(card: Card, *, markdown: bool = False) -> str:
    """A card as text: a heading, blocks of lines with numbers of sources, and the sources."""
    lang = card.lang
    numbers = Numbers()
    ja = lang == "ja"
    head = " ".join(filter(None, (card.title, card.other_title)))
    lines = [f"# {head}" if markdown else bracketed(head, card.kind, lang), ""]
    if mark := handling_mark(card.coverage.handling, lang):
        lines = [mark, *([""] if markdown else []), *lines]
    if card.summary:
        lines += [
            ("　" if ja else " · ").join(_numbered(line, numbers, lang) for line in card.summary),
            "",
        ]
    for block in card.blocks:
        heading = say(HEADINGS, block.key, lang)
        lines.append(f"## {heading}" if markdown else f"【{heading}】" if ja else heading.upper())
        nothing = "no_differences" if block.key == "differences" else "none"
        said = [_numbered(line, numbers, lang) for line in block.lines]
        said = said or [say(WORDS, nothing, lang)]
        mark = "- " if markdown else "・" if ja else "- "
        lines += [f"{mark}{text}" for text in said] + [""]
    rows = {row["id"]: row for row in card.sources}
    notes = card.notes() + [
        f"{n}) {footnote(rows[id_], lang)}" for n, id_ in enumerate(numbers.order, start=1)
    ]
    lines += [f"- {note}" if markdown else note for note in notes]
    lines += [*([""] if markdown else []), coverage_line(card.coverage, lang)]
    return "\n".join(lines) + "\n"


def _numbered(line: Line, numbers: Numbers, lang: str) -> str:
    cited = sorted((s for s in dict.fromkeys(line.sources) if s != OURS), key=numbers.of)
    if not cited and OURS in line.sources:
        return bracketed(line.text, say(WORDS, "ours", lang), lang)
    if not cited:
        return line.text
    return (
        f"{line.text}{'　' if lang == 'ja' else '  '}{' '.join(f'{numbers.of(s)})' for s in cited)}"
    )


class Teller:
    """Puts what the graph holds into lines of one language: names, dates, differences.

    Attributes:
        store: The graph.
        lang: `ja` or `en`.
        as_of: ISO day for which the card is made.
        own: Id of the reader's own side.
    """

    def __init__(self, store: GraphStore, lang: str, as_of: str, own: str) -> None:
        self.store, self.lang, self.as_of, self.own = store, lang, as_of, own
        self._known: dict[str, Row] = {}
        self._content: tuple[tuple[str, ...], Content] | None = None

    @property
    def ja(self) -> bool:
        """Whether the reader reads Japanese."""
        return self.lang == "ja"

    def read(self, statement: str, **params: Any) -> list[Row]:
        """Rows of a statement of the tool itself."""
        return self.store.read(internal(statement), params).records()

    def learn(self, ids: Iterable[str]) -> None:
        """Read the names of some entities at once."""
        wanted = sorted(set(ids) - self._known.keys())
        if wanted:
            self._known |= {row["id"]: row for row in self.read("names", ids=wanted, kinds=[])}

    def facts(self, ids: Sequence[str]) -> dict[str, dict[str, str]]:
        """Kind, status and names of entities, as they are counted by."""
        self.learn(ids)
        return {
            id_: {
                "ja": self._known[id_]["name_ja"],
                "en": self._known[id_]["name_en"],
                "short": (self._known[id_]["abbreviations"] or [""])[0],
                "kind": self._known[id_]["kind"],
                "status": self._known[id_]["status"] or "",
            }
            for id_ in ids
        }

    def name(self, id_: str, *, short: bool = False) -> str:
        """The name of an entity; its abbreviation if it has one and a short name will do."""
        self.learn([id_])
        row = self._known.get(id_)
        if row is None:
            return id_
        abbreviation = (row["abbreviations"] or [""])[0]
        return str(abbreviation if short and abbreviation else row[f"name_{self.lang}"])

    def called(self, id_: str) -> str:
        """The name of a body as it is written first: with its abbreviation behind, where it has one."""
        name, short = self.name(id_), self.name(id_, short=True)
        return name if short in name else self.bracketed(name, short)

    def listed(self, texts: Iterable[str]) -> str:
        """Several texts as one."""
        return listed(list(texts), self.lang)

    def paired(
        self, pairs: Iterable[tuple[str, str]], sources: tuple[str, ...], about: Iterable[str] = ()
    ) -> Line:
        """Names with their values as one line."""
        kept = tuple(pairs)
        colon, apart = ("：", "／") if self.ja else (": ", "; ")
        text = apart.join(f"{name}{colon}{value}" for name, value in kept)
        return Line(text, sources, tuple(dict.fromkeys(about)), kept)

    def differences_by_name(self, ids: Sequence[str]) -> Iterable[Line]:
        """What sources differ on, about some entities, each by its name."""
        for node in self.content(ids).nodes if ids else ():
            for difference in node.evidence.differences:
                yield difference_line(difference, node.evidence.title, self.lang)

    def bracketed(self, text: str, *inside: str) -> str:
        """Text with what is known of it in brackets."""
        return bracketed(text, self.listed(filter(None, inside)), self.lang)

    def date(self, text: str | None) -> str:
        """A date as the source gives it; empty if there is none."""
        return PartialDate.parse(text).label(self.lang) if text else ""

    def title(self, row: Row) -> str:
        """The title of an instrument: between 「」 if it is one of record, with ▲ if sources differ on it."""
        name = str(row[f"name_{self.lang}"])
        if self.ja and not name.endswith("（仮称）"):
            name = f"「{name}」"
        return name + ("▲" if row.get("conflicts") else "")

    def done(self, row: Row) -> bool:
        """Whether something had happened or begun by the day, unless a source only plans it; also what has no date."""
        return row["event_mood"] != "planned" and (row["event_on_min"] or "") <= self.as_of

    def planned(self, row: Row) -> bool:
        """Whether a source says that something is to come, and its time is not over."""
        return row["event_mood"] == "planned" and (row["event_on_max"] or "9999") >= self.as_of

    def content(self, ids: Sequence[str]) -> Content:
        """What is known of some entities; what was asked for last is at hand."""
        if self._content is None or self._content[0] != tuple(ids):
            content = read_content(
                self.store, ids, (), as_of=self.as_of, lang=self.lang, own=self.own
            )
            self._content = tuple(ids), content
        return self._content[1]

    def differences(self, ids: Sequence[str]) -> Iterable[Line]:
        """What sources differ on, about some entities, each by its name; about one, on its ties too."""
        if len(ids) > 1:
            yield from self.differences_by_name(ids)
            return
        for node in self.content(ids).nodes:
            for difference in node.evidence.differences:
                yield difference_line(difference, "", self.lang)
        if ids:
            ties = differences_of_ties(self.store, ids[0], lang=self.lang, own=self.own)
            for about, difference in ties:
                yield difference_line(difference, about, self.lang)


def difference_line(difference: Difference, about: str, lang: str) -> Line:
    """What sources differ on, in one line.

    Args:
        difference: The difference.
        about: What it is about, if that has to be said.
        lang: `ja` or `en`.
    """
    ja = lang == "ja"
    values = ("／" if ja else " / ").join(rival.value for rival in difference.rivals)
    label = difference.label
    if about and not ja:
        label = label[0].lower() + label[1:]
    head = f"{about}：{label}" if about and ja else f"{about}: {label}" if about else label
    cited = [cite.source for rival in difference.rivals for cite in rival.cites]
    return Line(f"▲ {head}{'：' if ja else ': '}{values}", tuple(dict.fromkeys(cited)))
