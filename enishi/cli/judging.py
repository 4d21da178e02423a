"""The command that decides which entities are one, and which are not, however alike they look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi.cli.options import Day, lang_option, settings_of
from enishi.cli.output import grid, json_text, on_terminal, say, today
from enishi.cli.own_folder import own_folder_options, place_of
from enishi.language import told
from graphmodel.errors import UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from graphmodel.judgements import NotSame, Same
    from loaders.alike import Candidate
    from loaders.known import Known
    from loaders.writing import Place

_SHOWN = ("title", "name", "names", "type", "signed_on", "issued_on", "announced_on", "held_on", "started_on", "website", "ror")  # fmt: skip


@click.command()
@click.option(
    "--list",
    "list_",
    is_flag=True,
    help="List what may be one, with the evidence, and what is decided.",
)
@click.option(
    "--same",
    nargs=2,
    metavar="KEEP OTHER",
    help="Decide that two ids are one thing; the first is kept.",
)
@click.option(
    "--not-same", nargs=2, metavar="ONE OTHER", help="Decide that two ids are different things."
)
@click.option("--undo", nargs=2, metavar="ONE OTHER", help="Take a decision back.")
@click.option("--by", help="Who decides.")
@click.option("--why", help="Why.")
@click.option("--on", type=Day(), help="Day of the decision [default: today].")
@own_folder_options
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="Form.")  # fmt: skip
@lang_option
def judge(
    list_: bool, same: tuple[str, str] | None, not_same: tuple[str, str] | None, undo: tuple[str, str] | None,
    by: str | None, why: str | None, on: str | None, record: Path | None, format_: str, lang: str | None,
) -> None:  # fmt: skip
    """Decide which entities are the same, and which are not.

    What may be one is found by names, ids in registers, sides and days, and shown with what speaks for it, side by
    side. Nothing is ever merged without a decision; each says who, when and why, and can be taken back. Decisions go
    into judgements.yaml of the last of your own folders (--records), or of the record that you name (--record). On a
    terminal the command asks, one pair after the other.

    \b
    Examples:
      enishi judge --list
      enishi judge --records ./our-record
      enishi judge --same org:riken org:riken-2 --by 山田 --why 法人番号が同じ --records ./our-record
      enishi judge --undo org:riken org:riken-2 --records ./our-record
    """
    settings = settings_of(record=record, lang=lang)
    if same or not_same or undo:
        if sum(map(bool, (same, not_same, undo))) > 1:
            raise UsageError(Message("One decision at a time."))
        place = place_of(settings, named=record is not None)
        if undo:
            _take_back(place, undo)
        else:
            _decide(place, same, not_same, by, why, on or today())
        return
    from loaders.writing import Place

    if not list_ and on_terminal() and format_ == "table":
        _interview(place_of(settings, named=record is not None), by, on or today(), settings.lang)
        return
    _list(Place.beside(settings.record, settings.records), format_, settings.lang)


def _decide(
    place: Place, same: tuple[str, str] | None, not_same: tuple[str, str] | None, by: str | None, why: str | None, on: str
) -> None:  # fmt: skip
    from graphmodel.judgements import NotSame, Same
    from loaders.judging import decide

    missing = [option for option, given in (("--by", by), ("--why", why)) if not given]
    if missing or not by or not why:
        raise UsageError(
            Message("It lacks {options}.", options=", ".join(missing)),
            Message("A decision says who, when and why."),
        )
    ids = same or not_same
    assert ids is not None
    for id_ in ids:
        _known(place, id_)
    judgement: Same | NotSame = Same(*ids, by, on, why) if same else NotSame(*ids, by, on, why)
    draft = decide(place, judgement)
    say(Message("Written: {path}", path=place.write_checked(draft)))
    say(Message("Take it back: enishi judge --undo {one} {other}", one=ids[0], other=ids[1]))


def _take_back(place: Place, ids: tuple[str, str]) -> None:
    from loaders.judging import undo

    say(Message("Taken back: {path}", path=place.write_checked(undo(place, *ids))))


def _known(place: Place, id_: str) -> None:
    from loaders.issues import did_you_mean

    if id_ not in place.known.record.entities:
        raise UsageError(
            Message("There is no {id} in the record.", id=id_),
            did_you_mean(id_, place.known.record.entities),
        )


# What may be one --------------------------------------------------------------------------------------------------


def _list(place: Place, format_: str, lang: str) -> None:
    from loaders.alike import candidates, pair_of

    found = candidates(place.known)
    decisions = [d for d in place.known.record.decisions if pair_of(d.judgement)]
    if format_ == "json":
        held = {
            "candidates": [c._asdict() | {"reasons": [told(reason) for reason in c.reasons]} for c in found],
            "decided": [
                {"what": type(d.judgement).__name__, "ids": pair_of(d.judgement), "by": d.judgement.by,
                 "on": d.judgement.on, "why": d.judgement.why, "file": d.file, "line": d.line}
                for d in decisions
            ],
        }  # fmt: skip
        click.echo(json_text(held), nl=False)
        return
    for candidate in found:
        click.echo(_side_by_side(place.known, candidate, lang) + "\n")
    same, different = {"ja": ("同じもの", "別のもの"), "en": ("the same", "not the same")}[lang]
    for decision in decisions:
        judgement = decision.judgement
        what = same if type(judgement).__name__ == "Same" else different
        click.echo(f"{what}: {' = '.join(pair_of(judgement))}  ({judgement.by}, {judgement.on}: {judgement.why})  {decision.file}:{decision.line}")  # fmt: skip
    say(Message("{candidates} pairs to decide, {decided} decided.", candidates=len(found), decided=len(decisions)))  # fmt: skip


def _side_by_side(known: Known, candidate: Candidate, lang: str) -> str:
    """Two entities beside each other, and above them what speaks for their being one."""
    from loaders.alike import LIKELY, STRONG

    sure = {"ja": ("強い候補", "候補", "弱い候補"), "en": ("strong", "likely", "weak")}[lang]
    grade = sure[0 if candidate.score >= STRONG else 1 if candidate.score >= LIKELY else 2]
    reasons = "; ".join(told(reason) for reason in candidate.reasons)
    sides = [_said(known, id_, lang) for id_ in (candidate.one, candidate.other)]
    heads = ("", candidate.one, candidate.other)
    rows = [(key, sides[0].get(key, ""), sides[1].get(key, "")) for key in dict.fromkeys([*sides[0], *sides[1]])]  # fmt: skip
    return f"{grade}: {reasons}\n{grid(heads, rows)}"


def _said(known: Known, id_: str, lang: str) -> dict[str, str]:
    from enishi.cli.claim_text import name_of, shown_value, tie_label
    from graphmodel.labels import property_label

    said: dict[str, str] = {}
    for property_, placed in known.values.get(id_, {}).items():
        if placed[0].claim.field in _SHOWN:
            values = dict.fromkeys(shown_value(known, one.claim, lang) for one in placed)
            said[property_label(property_, lang)] = "\n".join(values)
    for type_, other in sorted(known.others.get(id_, ())):
        label = tie_label(id_, type_, lang)
        said[label] = "\n".join(filter(None, [said.get(label, ""), name_of(known, other, lang)]))
    sources = dict.fromkeys(p.claim.cite for claims in known.values.get(id_, {}).values() for p in claims)  # fmt: skip
    more = " …" if len(sources) > 3 else ""
    said["出典" if lang == "ja" else "sources"] = ", ".join(list(sources)[:3]) + more
    return said


def _interview(place: Place, by: str | None, on: str, lang: str) -> None:
    """Ask about one pair after the other, until there is none or the user leaves."""
    from loaders.alike import candidates

    found = candidates(place.known)
    says: dict[str, Any] = {
        "ja": {"ask": "s＝同じもの（左を残す）、n＝別のもの、Enter＝後で、q＝終わる", "why": "理由", "by": "判断する人"},
        "en": {"ask": "s = the same (the left is kept), n = not the same, Enter = later, q = leave", "why": "why", "by": "who decides"},
    }[lang]  # fmt: skip
    for number, candidate in enumerate(found, 1):
        click.echo(f"\n[{number}/{len(found)}] {_side_by_side(place.known, candidate, lang)}")
        answer = click.prompt(says["ask"], default="", show_default=False).strip().lower()
        if answer == "q":
            break
        if answer not in ("s", "n"):
            continue
        by = by or click.prompt(says["by"])
        why = click.prompt(says["why"])
        pair = (candidate.one, candidate.other)
        _decide(place, pair if answer == "s" else None, pair if answer == "n" else None, by, why, on)  # fmt: skip
        place = place.again()
    say(Message("{candidates} pairs to decide, {decided} decided.", candidates=len(candidates(place.known)), decided=len(place.known.record.decisions)))  # fmt: skip
