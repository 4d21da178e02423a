"""The glossary: every kind, tie and controlled value in both languages, from the declarations."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel import vocab
from graphmodel.kinds import KINDS, TIES
from graphmodel.vocab import Vocabulary
from visualizations.site.edition import Edition
from visualizations.site.render import Page
from visualizations.site.words import word

_Terms = list[tuple[str, str]]

HEADINGS: dict[type[Vocabulary], tuple[str, str]] = {
    vocab.InstrumentType: ("協力文書の種類", "Kinds of instrument"),
    vocab.Level: ("当事者の別", "Between whom"),
    vocab.Scope: ("量子の扱い", "How far on quantum"),
    vocab.InstrumentStage: ("協力文書の状態", "State of an instrument"),
    vocab.Binding: ("法的拘束力", "Legally binding"),
    vocab.ForumType: ("枠組みの種類", "Kinds of forum"),
    vocab.ForumRole: ("枠組みでの立場", "Roles in a forum"),
    vocab.Participation: ("参加についての記載", "What is known of participation"),
    vocab.Rhythm: ("開催の間隔", "How often a forum meets"),
    vocab.MeetingStage: ("会合の状態", "State of a meeting"),
    vocab.Rank: ("会合の格", "Rank of a meeting"),
    vocab.Certainty: ("日程の確かさ", "How sure a date is"),
    vocab.Occasion: ("何の日程か", "What a date is the date of"),
    vocab.Link: ("段階のつながり方", "How steps are tied"),
    vocab.OrganisationType: ("機関の種類", "Kinds of organisation"),
    vocab.ProgrammeType: ("事業の種類", "Kinds of programme"),
    vocab.CallStage: ("公募の状態", "State of a call"),
    vocab.ProjectStage: ("共同研究課題の状態", "State of a project"),
    vocab.Delivery: ("合意事項の実施状況", "Delivery of agreed items"),
    vocab.SourceType: ("資料の種類", "Kinds of source"),
    vocab.ConflictKind: ("相違の種類", "Kinds of difference"),
    vocab.Reason: ("値を用いる理由", "Why a value is used"),
    vocab.Mood: ("実績・予定", "Actual or planned"),
    vocab.Handling: ("取扱い", "Handling"),
}
"""The vocabularies that an officer meets, in this order."""


def glossary_pages(edition: Edition) -> Iterator[Page]:
    """The page in every language."""
    for lang in edition.langs:
        parts: list[tuple[str, _Terms]] = [
            (
                word("kinds", lang),
                [(k.spec.ja, k.spec.en) for k in KINDS.values() if k.spec.folder],
            ),
            (word("ties", lang), [(t.spec.ja, t.spec.en) for t in TIES.values()]),
        ]
        for words, (ja, en) in HEADINGS.items():
            terms = [(each.ja, each.en) for each in words if each.ja]
            parts.append((ja if lang == "ja" else en, terms))
        yield Page("glossary", lang, "glossary", word("glossary_title", lang), {"parts": parts})
