"""The registry: what each declaration has to say, and that a mistake in one fails where it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

import pytest

from graphmodel import labels
from graphmodel.dates import PartialDate
from graphmodel.kinds import (
    KINDS,
    SCHEMES,
    TIES,
    FieldSpec,
    Kind,
    KindSpec,
    Tie,
    TieSpec,
    base,
    kind_of,
)
from graphmodel.kinds.base import (
    NODE_PROPERTIES,
    TIE_PROPERTIES,
    Date,
    Localised,
    Outgoing,
    Ref,
)
from graphmodel.kinds.instruments import BasedOn
from graphmodel.vocab import OrganisationType, Vocabulary
from tests.strategies import RECORDED, kinds_with

DECLARED = [*KINDS.values(), *TIES.values()]
FIELDS = [(declared, field) for declared in DECLARED for field in declared.fields.values()]
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def named(value: Any) -> str | None:
    if isinstance(value, type):
        return value.__name__
    return value.name if isinstance(value, FieldSpec) else None


@pytest.fixture(autouse=True)
def registry_untouched() -> Iterator[None]:
    """What fails to be declared leaves nothing behind."""
    before = dict(KINDS), dict(SCHEMES), dict(TIES)
    yield
    assert before == (KINDS, SCHEMES, TIES)


# What is declared -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("declared", DECLARED, ids=named)
def test_each_says_what_it_is_for(declared: type[Kind] | type[Tie]) -> None:
    assert declared.__dict__["__doc__"].strip().endswith(".")
    assert _JAPANESE.search(declared.spec.ja)
    assert declared.spec.en
    assert not _JAPANESE.search(declared.spec.en)
    for name in {**declared.fields, **declared.tie_fields}:
        assert labels.property_label(name, "ja") not in ("", name)
        assert "_" not in labels.property_label(name, "en")


@pytest.mark.parametrize("kind", KINDS.values(), ids=named)
def test_each_kind_is_whole(kind: type[Kind]) -> None:
    spec = kind.spec
    assert KINDS[spec.label] is SCHEMES[spec.scheme] is kind
    assert kind_of(f"{spec.scheme}:anything") is kind
    assert re.fullmatch(r"[A-Z][A-Za-z]+", spec.label)
    assert re.fullmatch(r"[a-z]+", spec.scheme)
    if spec.caption:
        assert kind.fields[spec.caption].localised
    for name in (*spec.event, *spec.public):
        assert kind.fields[name].is_date
    if spec.subtype:
        assert kind.fields[spec.subtype].vocabulary is not None
    assert {"Entity", spec.label} <= kind.all_labels()


@pytest.mark.parametrize("kind", RECORDED, ids=named)
def test_each_kind_of_the_record_is_shown_by_a_name(kind: type[Kind]) -> None:
    assert kind.spec.caption


def test_folders_are_not_shared() -> None:
    folders = [kind.spec.folder for kind in RECORDED]
    assert len(set(folders)) == len(folders)


@pytest.mark.parametrize("tie", TIES.values(), ids=named)
def test_each_tie_joins_kinds_that_there_are(tie: type[Tie]) -> None:
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", tie.spec.type)
    assert kinds_with(tie.spec.start)
    assert kinds_with(tie.spec.end)
    assert not tie.tie_fields
    if tie.spec.lasts:
        assert tie.fields["since"].is_date
        assert tie.fields["until"].is_date


@pytest.mark.parametrize("tie", TIES.values(), ids=named)
def test_each_tie_can_be_written_in_a_record(tie: type[Tie]) -> None:
    writable = {
        kind.spec.label
        for kind in RECORDED
        for field in kind.tie_fields.values()
        if field.tie is tie
    }
    assert writable


@pytest.mark.parametrize("kind", RECORDED, ids=named)
def test_keys_for_ties_fit_their_kind(kind: type[Kind]) -> None:
    for name, field in kind.tie_fields.items():
        here = field.tie.spec.end if field.incoming else field.tie.spec.start
        assert kind.all_labels() & set(here), name
        assert kinds_with(field.other), name
        assert field.key == ("who" if field.incoming else "is")
    assert not kind.fields.keys() & kind.tie_fields.keys()


def test_no_label_is_also_a_relationship_type() -> None:
    umbrellas = {label for kind in KINDS.values() for label in kind.all_labels()}
    subtypes = {type_.graph_label for type_ in OrganisationType}
    assert not {label.upper() for label in umbrellas | subtypes} & TIES.keys()
    assert not {label.upper() for label in KINDS} & {t.replace("_", "") for t in TIES}


def test_no_two_are_shown_alike() -> None:
    for declared in (KINDS.values(), TIES.values()):
        for lang in ("ja", "en"):
            shown = [getattr(one.spec, lang) for one in declared]
            assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(("declared", "field"), FIELDS, ids=named)
def test_no_property_takes_the_name_of_what_resolution_adds(
    declared: type[Kind] | type[Tie], field: FieldSpec
) -> None:
    added = set(TIE_PROPERTIES if issubclass(declared, Tie) else NODE_PROPERTIES)
    dated = (
        {field.name, f"{field.name}_min", f"{field.name}_max"} if field.is_date else {field.name}
    )
    assert not (dated & added), "one of them would overwrite the other"


def test_labels_of_properties() -> None:
    def both(name: str) -> tuple[str, str]:
        return labels.property_label(name, "ja"), labels.property_label(name, "en")

    assert both("signed_on") == ("署名日", "signed on")
    assert both("members*") == both("members")
    assert both("names.short@ja") == both("names@ja")
    assert both("name@ja") == ("名称（日本語）", "name (Japanese)")
    assert both("name@en") == ("名称（英語）", "name (English)")
    assert both("name@ko") == ("名称（ko）", "name (ko)")


def test_scheme_of_no_kind() -> None:
    assert kind_of("nothing:here") is None
    assert kind_of("nothing") is None


# Values of fields -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("declared", "field"), FIELDS, ids=named)
def test_each_field_reads_its_values(declared: type[Kind] | type[Tie], field: FieldSpec) -> None:
    assert field.description.endswith(".")
    assert field.is_date or issubclass(field.value_type, str | int | bool)
    if field.vocabulary:
        for code in filter(None, field.vocabulary):
            assert field.canonical(code.value) == code.value
            assert type(field.canonical(code.value)) is str
        with pytest.raises(ValueError, match="'no such value' is not one of "):
            field.canonical("no such value")
    elif field.is_date:
        assert field.canonical("2025-05") == "2025-05"
        with pytest.raises(ValueError, match="2025-02-30 does not exist"):
            field.canonical("2025-02-30")
    elif field.value_type is bool:
        assert field.canonical("true") is True
    elif field.value_type is int:
        assert field.canonical("7") == 7
        for wrong in ("seven", "7.5", ""):
            with pytest.raises(ValueError, match="is no int"):
                field.canonical(wrong)
    else:
        assert field.canonical(" Text 量子 ") == " Text 量子 "


def test_fields_are_derived_from_annotations() -> None:
    agreement, signed = KINDS["Agreement"], TIES["SIGNED"]
    title, type_, signed_on = (agreement.fields[name] for name in ("title", "type", "signed_on"))
    assert (title.localised, title.required, title.many, title.is_date) == (
        True,
        True,
        False,
        False,
    )
    assert (type_.vocabulary is not None, type_.required) == (True, True)
    assert (signed_on.is_date, signed_on.required) == (True, False)
    names = agreement.fields["names"]
    assert (names.many, names.localised, names.uses is not None) == (True, True, True)
    assert signed.fields["as_office"].ref == "Office"
    through = TIES["PARTY_TO"].fields["through"]
    assert (through.ref, through.many) == ("Organisation", True)
    parties, based_on = agreement.tie_fields["parties"], agreement.tie_fields["based_on"]
    assert (parties.incoming, parties.tie, parties.other) == (True, TIES["PARTY_TO"], ("Party",))
    assert (based_on.incoming, based_on.other) == (False, ("Agreement",))
    assert "parties" not in agreement.fields


@pytest.mark.parametrize("declared", DECLARED, ids=named)
def test_keys_stand_in_the_order_of_the_declaration(declared: type[Kind] | type[Tie]) -> None:
    written = [name for name in declared.__annotations__ if name != "spec"]
    assert list(declared.keys) == written
    assert {*declared.keys} == {*declared.fields, *declared.tie_fields}


# Mistakes ---------------------------------------------------------------------------------------------------------

SPEC = KindSpec("Trial", "試行", "Trial", scheme="trial")


def declare(**body: Any) -> None:
    """Declare a kind; its docstring and spec may be replaced."""
    annotations = body.pop("annotations", {})
    namespace = {
        "__module__": __name__,
        "__qualname__": "Trial",
        "__doc__": "A kind that is only tried.",
        "__annotations__": {"spec": ClassVar[KindSpec], **annotations},
        "spec": SPEC,
        **body,
    }
    type(Kind)("Trial", (Kind,), namespace)


def test_a_kind_needs_a_docstring() -> None:
    for doc in (None, ""):
        with pytest.raises(TypeError, match="Trial needs a docstring"):
            declare(__doc__=doc)


@pytest.mark.parametrize(
    "spec",
    [
        KindSpec("Trial", "試行", "Trial", scheme="trial", caption="name"),
        KindSpec("Trial", "試行", "Trial", scheme="trial", subtype="type"),
        KindSpec("Trial", "試行", "Trial", scheme="trial", event=("held_on",)),
        KindSpec("Trial", "試行", "Trial", scheme="trial", public=("announced_on",)),
    ],
    ids=["caption", "subtype", "event", "public"],
)
def test_a_spec_names_fields_that_there_are(spec: KindSpec) -> None:
    with pytest.raises(TypeError, match="Trial: spec names fields that do not exist"):
        declare(spec=spec)


def test_a_label_and_a_scheme_are_taken_once() -> None:
    for spec in (
        KindSpec("Country", "試行", "Trial", scheme="trial"),
        KindSpec("Trial", "試行", "Trial", scheme="country"),
    ):
        with pytest.raises(TypeError, match=r"the label \w+ or the scheme \w+ is taken"):
            declare(spec=spec)


def test_a_field_needs_a_description_and_a_label() -> None:
    with pytest.raises(TypeError, match="place needs a description"):
        declare(annotations={"place": str | None}, place=None)
    with pytest.raises(TypeError, match="part_of needs a description"):
        declare(annotations={"part_of": Annotated[tuple[BasedOn, ...], Outgoing()]}, part_of=())
    with pytest.raises(KeyError, match="unheard_of"):
        declare(
            annotations={"unheard_of": str | None}, unheard_of=base.field(None, description="New.")
        )


def test_a_tie_type_is_taken_once() -> None:
    with pytest.raises(TypeError, match="the relationship type MEMBER_OF is taken"):

        class Second(Tie):
            """A second one of the type."""

            spec: ClassVar[TieSpec] = TieSpec("MEMBER_OF", "参加", "joins", ("Party",), ("Forum",))


def test_a_tie_holds_no_ties() -> None:
    with pytest.raises(TypeError, match="a tie cannot hold ties"):

        class Nested(Tie):
            """A tie that holds ties."""

            spec: ClassVar[TieSpec] = TieSpec("NESTED", "試行", "nests", ("Party",), ("Forum",))
            based_on: Annotated[tuple[BasedOn, ...], Outgoing()] = base.field(
                (), description="Ties."
            )


def test_a_kind_that_is_right_is_registered() -> None:
    before = dict(KINDS), dict(SCHEMES)
    try:
        declare(
            spec=KindSpec("Trial", "試行", "Trial", scheme="trial", caption="title"),
            annotations={
                "title": Annotated[str, Localised()],
                "held_on": Date | None,
                "side": Annotated[str | None, Ref("Party")],
            },
            title=base.field(description="Title."),
            held_on=base.field(None, description="Day."),
            side=base.field(None, description="Side."),
        )
        fields = KINDS["Trial"].fields
        assert list(fields) == ["title", "held_on", "side"]
        assert fields["held_on"].value_type is PartialDate
        assert fields["side"].ref == "Party"
        assert fields["title"].vocabulary is None
        assert kind_of("trial:x") is KINDS["Trial"]
    finally:
        for registry, content in zip((KINDS, SCHEMES), before, strict=True):
            registry.clear()
            registry.update(content)  # type: ignore[arg-type]


def test_vocabularies_are_closed() -> None:
    for _, field in FIELDS:
        if field.vocabulary:
            assert issubclass(field.vocabulary, Vocabulary)
