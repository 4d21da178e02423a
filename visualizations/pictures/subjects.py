"""What networks are drawn of: one thing, what one side sees, an answer, a saved view; and what is found in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from graphmodel.errors import UsageError
from graphmodel.kinds import KINDS, Agreement
from graphmodel.messages import Message
from queries.catalogue import find_query, internal
from queries.results import Answer
from queries.run import run
from visualizations.answered import answered
from visualizations.composing import Draft, Plan, compose, widest
from visualizations.content import read_content
from visualizations.holding import drawn_ties
from visualizations.neighbourhood import neighbourhoods
from visualizations.parts import Scene
from visualizations.pictures.files import Picture
from visualizations.pictures.network import MOST, Words, draw_network
from visualizations.pictures.setting import Said, Setting
from visualizations.scene import FIRST_FORA, first_views
from visualizations.style import reached_kinds
from visualizations.table import make_table
from visualizations.view_file import ViewFile
from visualizations.wording import bracketed, counted, listed, with_article


def draw_ego(setting: Setting, id_: str, steps: int = 1) -> Picture:
    """What is tied to one thing.

    Args:
        setting: What it is drawn for.
        id_: Id of the thing.
        steps: How many ties away, 1 to 3.
    """
    most = MOST[len(setting.langs)]
    scenes = neighbourhoods(
        setting.store,
        focus=id_,
        steps=steps,
        own=setting.own,
        as_of=setting.as_of,
        langs=setting.langs,
        most=most,
    )
    name = names(setting, [id_])[id_]
    near = _near(setting, id_)
    near_by_kind = Counter(near.values())
    if id_.startswith(("country:", "union:")):
        title = _of_side(setting, id_, near_by_kind)
    elif id_.startswith("forum:"):
        title = _of_forum(setting, id_, near)
    else:
        counts = setting.said(lambda lang: _counts(near_by_kind, lang))
        title = setting.phrase("tied", what=name, counts=counts)

    def words(shown: Sequence[Scene]) -> Words:
        drawn = Counter(node.facts.kind for node in shown[0].nodes if node.id in near)
        rest = setting.said(lambda lang: _counts(near_by_kind - drawn, lang))
        notes = [setting.phrase("ego_left_out", groups=rest)] if near_by_kind - drawn else []
        scope = setting.phrase("ego_scope", what=name, n=len(shown[0].nodes) - 1, steps=steps)
        return Words(title, scope, notes, more=f"enishi show {id_}")

    return draw_network(setting, scenes, words)


def draw_first(setting: Setting) -> Picture:
    """What one side sees: its government-level quantum instruments, its partners and four fora."""
    scenes = first_views(setting.store, own=setting.own, as_of=setting.as_of, langs=setting.langs)
    answer = run(
        find_query("headline-counts"),
        {},
        as_of=setting.as_of,
        settings={"party": setting.own},
        store=setting.store,
        with_companions=False,
    )
    rows = {row["what"]: row for row in answer.rows}
    sides = [*rows["countries"]["ids"], *rows["unions"]["ids"]] if rows else []
    name = names(setting, [setting.own])[setting.own]
    title = setting.phrase(
        "first_title" if sides else "first_none",
        own=name,
        n=rows["documents"]["count"] if rows else 0,
        partners=setting.said(lambda lang: counted(sides, answer.names, lang)),
    )

    counted_ones = [*rows["documents"]["ids"], *sides] if rows else []

    def words(shown: Sequence[Scene]) -> Words:
        scope = setting.phrase("first_scope", own=name)
        notes = _beside_the_count(setting, scenes[0], shown[0], name, counted_ones)
        return Words(title, scope, notes, more="enishi query run headline-counts")

    return draw_network(setting, scenes, words, counted_ones)


def _beside_the_count(
    setting: Setting, whole: Scene, shown: Scene, own: Said, counted_ones: Collection[str]
) -> list[Said]:
    """What the first view shows besides what its title counts: other documents, and those in the frame."""
    documents = [node.id for node in shown.nodes if node.facts.kind == Agreement.spec.label]
    alone = [id_ for id_ in documents if id_ not in counted_ones]
    notes = [setting.phrase("first_alone", own=own, n=len(alone))] if alone else []
    forum = next((node for node in shown.nodes if node.id == FIRST_FORA[0]), None)
    apart = _in_frame(whole)
    members = [tie.start for tie in whole.ties if tie.end == FIRST_FORA[0] and tie.start in apart]
    if forum and members:
        short = setting.said(lambda _: forum.label[0])
        said = said_count(setting, members)
        notes.append(setting.phrase("first_apart", forum=short, members=said))
    return [*notes, *_not_in_frame(setting, whole, shown)]


def _not_in_frame(setting: Setting, whole: Scene, shown: Scene) -> list[Said]:
    """How many of those in the frame found no room."""
    rest = _in_frame(whole) - _in_frame(shown)
    return [setting.phrase("apart_part", members=said_count(setting, sorted(rest)))] if rest else []


def _in_frame(scene: Scene) -> set[str]:
    return {node.id for node in scene.nodes if any(frame.holds(node) for frame in scene.frames)}


def draw_answer(setting: Setting, answer: Answer) -> Picture:
    """What the rows of a saved query name, and the ties between."""
    scenes = answered(
        setting.store, answer, own=setting.own, as_of=setting.as_of, langs=setting.langs
    )
    if not scenes[0].nodes:
        raise UsageError(
            Message(
                "The rows of {query} name nothing that a picture can draw.", query=answer.query.id
            ),
            Message("See its rows: enishi query run {query}", query=answer.query.id),
        )
    title = setting.said(lambda lang: make_table(answer, lang).title)
    parted = bool(scenes[0].frames)

    def words(shown: Sequence[Scene]) -> Words:
        name = "answer_parted" if parted else "answer_scope"
        scope = setting.phrase(name, n=len(shown[0].nodes))
        notes = _not_in_frame(setting, scenes[0], shown[0])
        return Words(title, scope, notes, more=f"enishi query run {answer.query.id}")

    return draw_network(setting, scenes, words)


def draw_view(setting: Setting, view: ViewFile) -> tuple[Picture, tuple[str, ...]]:
    """What was seen in a page when it was saved, with its values and sources read anew.

    Args:
        setting: What it is drawn for.
        view: The saved view.

    Returns:
        The picture, and the ids that the graph does not have.
    """
    contents = {
        lang: read_content(
            setting.store,
            tuple(view.nodes),
            drawn_ties(),
            as_of=setting.as_of,
            lang=lang,
            own=setting.own,
            focus=view.focus,
        )
        for lang in setting.langs
    }
    kept = set(view.ties)
    nodes = widest(list(contents.values()))
    placed = tuple(
        replace(node, x=round(view.nodes[node.id][0]), y=round(view.nodes[node.id][1]))
        for node in nodes
    )
    drafts = {}
    for lang, content in contents.items():
        ties = tuple(tie for tie in content.ties if tie.id in kept)
        drafts[lang] = Draft(replace(content, ties=ties), view.title, ())
    plan = Plan(placed, drafts[setting.lang].content.ties)
    scenes = compose(
        setting.store, plan, drafts, as_of=setting.as_of, own=setting.own, focus=view.focus
    )
    found = {node.id for node in nodes}
    lost = tuple(id_ for id_ in view.nodes if id_ not in found)

    def words(shown: Sequence[Scene]) -> Words:
        number = len(shown[0].nodes)
        as_seen = setting.langs == (view.lang,)
        title = setting.said(lambda _: view.title) if as_seen else _seen(setting, shown)
        return Words(title, setting.phrase("view_scope", n=number), more="enishi view")

    return draw_network(setting, scenes, words), lost


def names(setting: Setting, ids: Sequence[str]) -> dict[str, Said]:
    """Names of some things, by id."""
    rows = setting.store.read(internal("names"), {"ids": list(ids), "kinds": []}).records()
    return {row["id"]: setting.said(lambda lang, row=row: str(row[f"name_{lang}"])) for row in rows}  # type: ignore[misc]


def _seen(setting: Setting, scenes: Sequence[Scene]) -> Said:
    """What a view holds, by kind."""
    number = Counter(node.facts.kind for node in scenes[0].nodes)
    return setting.phrase("view_title", counts=setting.said(lambda lang: _counts(number, lang)))


def _near(setting: Setting, id_: str) -> dict[str, str]:
    """Kinds of what is tied to a thing directly, by id."""
    given = {
        "ids": [id_],
        "kinds": list(reached_kinds()),
        "types": list(drawn_ties()),
        "as_of": setting.as_of,
    }
    rows = setting.store.read(internal("picture-neighbours"), given).records()
    return {row["id"]: row["kind"] for row in rows}


def _of_side(setting: Setting, id_: str, near: Mapping[str, int]) -> Said:
    """To how many documents a side is a party itself, in how many our side is too, and in how many fora it takes part."""
    documents = near.get("Agreement", 0)
    named = names(setting, [setting.own, id_])
    said = {
        "what": setting.said(lambda lang: capital(in_sentence(named[id_])[lang])),
        "n": documents,
        "fora": near.get("Forum", 0),
    }
    if id_ == setting.own:
        return setting.phrase("own_side", **said)
    rows = setting.store.read(
        internal("card-instruments"), {"id": id_, "party": setting.own}
    ).records()
    ours = [
        row["id"]
        for row in rows
        if (row["event_on_min"] or "") <= setting.as_of
        and {id_, setting.own} <= {party["id"] for party in row["parties"]}
    ]
    return setting.phrase("side", **said, own=in_sentence(named[setting.own]), ours=len(ours))


def _of_forum(setting: Setting, id_: str, near: Mapping[str, str]) -> Said:
    """Who takes part in a forum, and how many of its editions are on record."""
    members = setting.store.read(
        internal("picture-members"), {"fora": [id_], "as_of": setting.as_of}
    ).records()
    ids = [row["member"] for row in members]
    return setting.phrase(
        "forum_tied",
        what=full_name(setting, id_),
        members=said_count(setting, ids),
        n=sum(kind == "Meeting" for kind in near.values()),
    )


def full_name(setting: Setting, id_: str) -> Said:
    """A name with its abbreviation, as it is first named."""
    row = setting.store.read(internal("names"), {"ids": [id_], "kinds": []}).records()[0]
    short = (row["abbreviations"] or [""])[0]
    return setting.said(
        lambda lang: bracketed(
            row[f"name_{lang}"], "" if short == row[f"name_{lang}"] else short, lang
        )
    )


def said_count(setting: Setting, ids: Sequence[str]) -> Said:
    """Countries and unions in the counting words of the ministries."""
    rows = setting.store.read(internal("names"), {"ids": list(ids), "kinds": []}).records()
    known = {
        row["id"]: {
            "ja": row["name_ja"], "en": row["name_en"], "kind": row["kind"], "status": row["status"],
            "short": (row["abbreviations"] or [""])[0],
        }
        for row in rows
    }  # fmt: skip
    return setting.said(lambda lang: counted(ids, known, lang))


def in_sentence(name: Said) -> Said:
    """A name as it stands within a sentence."""
    return {lang: with_article(text, lang) for lang, text in name.items()}


def capital(text: str) -> str:
    """A sentence with its first letter large."""
    return text[:1].upper() + text[1:]


def _counts(number: Mapping[str, int], lang: str) -> str:
    """How many there are of each kind, in words."""
    parts = []
    for label in KINDS:
        if count := number.get(label, 0):
            spec = KINDS[label].spec
            parts.append(f"{spec.ja}{count}件" if lang == "ja" else f"{spec.en.lower()} ({count})")
    return listed(parts, lang)
