"""What `enishi add` does with what it was given: fill in, look for what is alike, check, write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from enishi.cli.options import settings_of
from enishi.cli.output import on_terminal, say
from enishi.settings import Settings, shipped_record
from graphmodel.errors import EnishiError, UsageError
from graphmodel.ids import scheme_of
from graphmodel.messages import Message

if TYPE_CHECKING:
    from graphmodel.kinds import FieldSpec, Kind
    from loaders.scaffold import Draft
    from loaders.writing import Place

_NAMED = ("country", "union")
"""Kinds whose ids are codes, which no name gives."""


def add_entity(kind: type[Kind], given: Mapping[str, Any]) -> None:
    """Add an entity's file.

    Args:
        kind: Its kind.
        given: What the options gave.

    Raises:
        EnishiError: If something is missing or wrong; nothing is written then.
    """
    from loaders.scaffold import draft_entity, find_id, near_duplicates, propose_slug

    settings, place = _opened(given)
    known = place.known
    by, ours = list(given["by"]), {name.replace("-", "_") for name in given["ours"]}
    texts = _texts(kind.fields.values(), given)
    ties: dict[str, list[dict[str, str]]] = {
        name: [{field.key: find_id(known, who, field.other)} for who in given[name]]
        for name, field in kind.tie_fields.items()
        if given[name]
    }
    raw = _raw(given["set_"])
    slug = given["id_"] or ""
    interview = None
    if on_terminal():
        from enishi.cli.interview import Interview

        interview = Interview(known, settings.lang)
        by = by or interview.sources()
        interview.fields(kind.fields.values(), texts, ours, skip=raw)
        interview.ties(kind.tie_fields.values(), ties, skip=raw)
    _need(kind, texts, ties, raw, by, slug)
    names = [value for name, value in texts.items() if name.startswith(f"{kind.spec.caption}_")]
    for alike in near_duplicates(known, kind, names):
        if alike.same and not slug and not interview:
            raise UsageError(
                Message("There is already {id}, called {name}.", id=alike.id, name=alike.name),
                Message("If it is another, give it an id of its own by --id."),
            )
        say(Message("There is already {id}, called {name}.", id=alike.id, name=alike.name))
    if not slug:
        dates = (texts.get(name, "") for name in (*kind.spec.event, *kind.spec.public))
        year = next((date[:4] for date in dates if date), "")
        english = texts.get(f"{kind.spec.caption}_en", "")
        sides = [
            str(one["who"]) for one in ties.get("parties", ()) if scheme_of(one["who"]) in _NAMED
        ]
        slug = propose_slug(english, year, known.record.entities, kind.spec.scheme, sides)
        if interview:
            slug = interview.slug(slug)
    values = {**_written(kind.fields.values(), texts, ours), **_tied(ties), **raw}
    _finish(draft_entity(kind, f"{kind.spec.scheme}:{slug}", by, values), place, given["dry_run"])


def add_source(given: Mapping[str, Any]) -> None:
    """Add a source to its publisher's file.

    Args:
        given: What the options gave.

    Raises:
        EnishiError: If something is missing or wrong; nothing is written then.
    """
    from graphmodel.kinds import Source
    from loaders.scaffold import draft_source, propose_slug, quoted, source_file

    settings, place = _opened(given)
    known = place.known
    fields = [field for name, field in Source.fields.items() if name != "publisher"]
    texts = _texts(fields, given)
    raw = _raw(given["set_"])
    publisher = given["publisher"] or ""
    names = {
        lang: given[f"publisher_{lang}"] for lang in ("ja", "en") if given[f"publisher_{lang}"]
    }
    if on_terminal():
        from enishi.cli.interview import Interview

        interview = Interview(known, settings.lang)
        publisher = publisher or interview.publisher(place.folder)
        if source_file(publisher) not in place.contents:
            names = names or interview.publisher_names()
        interview.fields(fields, texts, set(), skip=raw)
    texts.setdefault("completeness", "unknown")
    texts.setdefault("licence", "not_stated")
    missing = [
        field.name for field in fields if field.required and field.name not in {*texts, *raw}
    ]
    missing = [*([] if publisher else ["publisher"]), *missing]
    if missing:
        raise _missing(missing)
    taken = {f"source:{id_}": None for id_ in known.record.sources}
    slug = given["id_"] or propose_slug(
        f"{publisher} {texts.get('published', '').replace('-', '')[:8]}", "", taken, "source"
    )
    entry = {"id": quoted(slug), **_written(fields, texts, set()), **raw}
    old = place.text(source_file(publisher))
    _finish(draft_source(old, publisher, names, entry), place, given["dry_run"])


def _opened(given: Mapping[str, Any]) -> tuple[Settings, Place]:
    """The settings, and the folder that is written into: the last of one's own, or else the record itself."""
    from loaders.writing import Place

    settings = settings_of(record=given["record"], lang=given["lang"])
    folder = settings.record
    if not settings.records and folder == shipped_record() and folder.name == "record":
        raise UsageError(
            Message(
                "{folder} is a part of the installation, and would be lost with the next one.",
                folder=folder,
            ),
            Message("Name a folder of your own by --records; it is made if it is not there."),
        )
    if not folder.is_dir():
        raise UsageError(
            Message("There is no folder {folder}.", folder=folder),
            Message("Make it, or name another by --record."),
        )
    return settings, Place.beside(folder, settings.records)


def _texts(fields: Iterable[FieldSpec], given: Mapping[str, Any]) -> dict[str, str]:
    """What options gave, by field, or by field and language (`title_ja`)."""
    names = [name for field in fields for name in field.columns]
    return {name: str(given[name]) for name in names if given.get(name)}


def _raw(pairs: Iterable[str]) -> dict[str, str]:
    raw = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(
                Message("{pair!r} sets nothing.", pair=pair), Message("Write --set KEY=VALUE.")
            )
        raw[key.strip()] = value
    return raw


def _written(
    fields: Iterable[FieldSpec], texts: Mapping[str, str], ours: set[str]
) -> dict[str, str]:
    """Each field with its value as in a record file; what is ours says so."""
    from loaders.scaffold import quoted, quoted_map

    written = {}
    for field in fields:
        if not field.localised:
            if field.name in texts:
                value = quoted(texts[field.name])
                written[field.name] = (
                    f"{{is: {value}, by: enishi}}" if field.name in ours else value
                )
            continue
        said = {lang: texts[f"{field.name}_{lang}"] for lang in ("ja", "en") if f"{field.name}_{lang}" in texts}  # fmt: skip
        own = {lang: text for lang, text in said.items() if {field.name, f"{field.name}_{lang}"} & ours}  # fmt: skip
        others = {lang: text for lang, text in said.items() if lang not in own}
        entries = [quoted_map(others)] if others else []
        entries += [f"{quoted_map(own)[:-1]}, by: enishi}}"] if own else []
        if entries:
            written[field.name] = entries[0] if len(entries) == 1 else f"[{', '.join(entries)}]"
    return written


def _tied(ties: Mapping[str, list[dict[str, str]]]) -> dict[str, str]:
    from loaders.scaffold import quoted, quoted_map

    return {
        name: f"[{', '.join(quoted_map(one) if len(one) > 1 else quoted(*one.values()) for one in each)}]"
        for name, each in ties.items()
    }


def _need(
    kind: type[Kind],
    texts: Mapping[str, str],
    ties: Mapping[str, object],
    raw: Mapping[str, str],
    by: list[str],
    slug: str,
) -> None:
    """Raise if something that every entity of the kind has is neither given nor asked for."""
    required = (field for field in kind.fields.values() if field.required)
    wanted = [name for field in required for name in field.columns]
    wanted += [tie.name for tie in kind.tie_fields.values() if tie.required]
    given = {*texts, *ties, *(f"{key}{end}" for key in raw for end in ("", "_ja", "_en"))}
    missing = [name for name in wanted if name not in given]
    missing += [] if by else ["by"]
    missing += ["id"] if kind.spec.scheme in _NAMED and not slug else []
    if missing:
        raise _missing(missing)


def _missing(names: Iterable[str]) -> UsageError:
    options = ", ".join(f"--{name.replace('_', '-')}" for name in names)
    return UsageError(
        Message("It lacks {options}.", options=options),
        Message("Give them, or run the command on a terminal, where it asks."),
    )


def _finish(draft: Draft, place: Place, dry_run: bool) -> None:
    record, issues = place.examined(draft)
    if wrong := [issue for issue in issues if issue.blocking]:
        said = Message.joined(issue.message.then(issue.hint) for issue in wrong)
        raise EnishiError(
            Message("Nothing was written: it would not be right.\n{findings}", findings=said)
        )
    if dry_run:
        click.echo(draft.text, nl=False)
        return
    click.echo(place.write(draft))
    for issue in issues:
        say(Message("{says} [{code}]", says=issue.message.then(issue.hint), code=issue.code))
    new = next(
        (id_ for id_, (file, _) in record.entities.items() if file == place.name(draft.file)), ""
    )
    own = f" --records {place.folder}" if place.name(draft.file) != draft.file else ""
    why = f"; enishi why {new}{own}{' --ceiling internal' if own else ''}" if new else ""
    say(Message("Next: {commands}", commands=f"enishi check{own}{why}"))
