"""What it takes to declare a kind of node or tie, and the registry of those declared.

A kind is a class that is never made an instance of. Its annotations say what its record file may hold, its `spec` what
the graph and the reader need to know, its docstring what it is for. A mistake in a declaration fails when the module is
imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from inspect import get_annotations
from types import EllipsisType, UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Union, get_args, get_origin

from graphmodel.dates import PartialDate
from graphmodel.ids import is_tie_id, parse_tie_id, scheme_of
from graphmodel.labels import property_label
from graphmodel.messages import Message
from graphmodel.vocab import NameUse, Vocabulary

RESERVED_KEYS = frozenset({"id", "by", "notes"})
"""Keys of a record file that are no properties."""

Date = PartialDate
"""A partial date as a field's type."""

_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True)
class Localised:
    """Marks text that is given per language."""


@dataclass(frozen=True)
class Named:
    """Marks a list of names, each with a use of the vocabulary."""

    uses: type[Vocabulary]


Name = Annotated[str, Localised()]
"""The name or title by which something is shown, as a field's type."""

Names = Annotated[tuple[str, ...], Named(NameUse)]
"""Further names, each with a use, as a field's type."""


@dataclass(frozen=True)
class Ref:
    """Marks an id of another entity that is a property, not a tie.

    Attributes:
        label: Label or umbrella label that the entity must have.
    """

    label: str


@dataclass(frozen=True)
class Incoming:
    """Marks a record key whose ties come in: the key lists their starts."""


@dataclass(frozen=True)
class Outgoing:
    """Marks a record key whose ties go out: the key lists their ends."""


class Declaration(NamedTuple):
    """What is said of a field besides its annotation.

    Attributes:
        required: Whether each entity needs a value.
        description: What it says, for the schema page.
    """

    required: bool
    description: str


def field(default: tuple[()] | EllipsisType | None = ..., *, description: str) -> Any:
    """What stands behind the annotation of a field.

    Args:
        default: What it is where nothing is given, None or no values; without one it is required.
        description: What it says, for the schema page.
    """
    return Declaration(default is ..., description)


@dataclass(frozen=True)
class FieldSpec:
    """A property of a kind or tie, as derived from its annotation.

    Attributes:
        name: Property name.
        value_type: Type of one value: str, int, bool, PartialDate or a Vocabulary.
        many: Whether several values stand beside each other without conflict.
        localised: Whether each value is text in a language.
        uses: Vocabulary of uses, for lists of names.
        ref: Label of the entity that the value names, or "".
        required: Whether each entity needs a value.
        description: What it says, for the schema page.
    """

    name: str
    value_type: type[Any]
    many: bool
    localised: bool
    uses: type[Vocabulary] | None
    ref: str
    required: bool
    description: str

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of its values: one for each language (`title_ja`, `title_en`), else its own."""
        return (f"{self.name}_ja", f"{self.name}_en") if self.localised else (self.name,)

    @cached_property
    def is_date(self) -> bool:
        """Whether the values are partial dates."""
        return self.value_type is PartialDate

    @cached_property
    def vocabulary(self) -> type[Vocabulary] | None:
        """The vocabulary that the values come from, if any."""
        return self.value_type if issubclass(self.value_type, Vocabulary) else None

    def canonical(self, text: str) -> str | int | bool:
        """Read a value from its text.

        Raises:
            ValueError: If the text is no value of this type; the message says what would be.
        """
        if self.vocabulary:
            if not self.vocabulary.has(text):
                words = ", ".join(filter(None, self.vocabulary))
                raise ValueError(Message("{text!r} is not one of {words}", text=text, words=words))
            return text
        if self.value_type is str:
            return text
        if self.is_date:
            return PartialDate.parse(text).text  # its message says more than a validator's
        try:
            return _TRUTH[text] if self.value_type is bool else int(text)
        except (KeyError, ValueError):
            type_ = self.value_type.__name__
            raise ValueError(Message("{text!r} is no {type}", text=text, type=type_)) from None


@dataclass(frozen=True)
class TieField:
    """A record key that lists ties.

    Attributes:
        name: The key.
        tie: The kind of tie.
        incoming: Whether the file's entity is the end of the tie.
        required: Whether each entity needs one.
        description: What it says, for the schema page.
    """

    name: str
    tie: type[Tie]
    incoming: bool
    required: bool
    description: str

    @property
    def other(self) -> tuple[str, ...]:
        """Labels of which the entity at the other end must have one."""
        return self.tie.spec.start if self.incoming else self.tie.spec.end

    @property
    def key(self) -> str:
        """The key that names the other end: `who` comes in, `is` goes out."""
        return "who" if self.incoming else "is"


@dataclass(frozen=True)
class Style:
    """How nodes of a kind are drawn: a colour that reads in grey print, and a shape.

    Attributes:
        colour: Colour of the outline; the inside is a tint of it.
        shape: One that no other kind of the same colour has.
        alone: Whether it is drawn only in a picture that is about it: it hangs on so much that every other would fill up.
    """

    colour: str
    shape: Literal[
        "box",
        "chevron",
        "cross",
        "diamond",
        "dot",
        "ellipse",
        "hexagon",
        "hourglass",
        "house",
        "inverted",
        "kite",
        "octagon",
        "pentagon",
        "ring",
        "slanted",
        "square",
        "star",
        "trapezium",
        "triangle",
    ] = "box"
    alone: bool = False


@dataclass(frozen=True)
class KindSpec:
    """What the graph and the reader need to know of a kind of node.

    Attributes:
        label: Node label.
        ja: Japanese name of the kind, as shown.
        en: English name of the kind, as shown.
        scheme: Scheme of its ids.
        folder: Folder of the record that holds its files; "" if it has none.
        caption: Field that is shown as its name; "" if it has none.
        labels: Umbrella labels.
        subtype: Field whose value gives a further label.
        event: Date fields, in order, of which the first known one is when it happened.
        public: Date fields, in order, of which the first known one is when it could first be known.
        stages: Date fields, each with the stage that it shows where no source known tells the stage.
        lasts: Whether it holds from its event until `ended_on`.
        finer: Whether a finer date of a later event within the first one says when it happened: of work of which a source
            names the year of its beginning, the day in it on which it was public.
        indexed: Properties by which queries look its nodes up: a shared database gets an index on each.
        style: How it is drawn, if it is.
    """

    label: str
    ja: str
    en: str
    scheme: str
    folder: str = ""
    caption: str = ""
    labels: tuple[str, ...] = ()
    subtype: str = ""
    event: tuple[str, ...] = ()
    public: tuple[str, ...] = ()
    stages: tuple[tuple[str, Vocabulary], ...] = ()
    lasts: bool = False
    finer: bool = False
    indexed: tuple[str, ...] = ()
    style: Style | None = None


@dataclass(frozen=True)
class TieSpec:
    """What the graph and the reader need to know of a kind of tie.

    Attributes:
        type: Relationship type, a verb phrase: start TYPE end reads as a sentence.
        ja: Japanese name, as shown.
        en: English name, as shown.
        start: Labels of which its start must have one.
        end: Labels of which its end must have one.
        lasts: Whether it holds from `since` until `until`.
        first: Which end comes first in time (`start` or `end`), if one does.
    """

    type: str
    ja: str
    en: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    lasts: bool = False
    first: Literal["", "start", "end"] = ""


KINDS: dict[str, type[Kind]] = {}
"""Each kind of node by its label."""

SCHEMES: dict[str, type[Kind]] = {}
"""Each kind of node by the scheme of its ids."""

TIES: dict[str, type[Tie]] = {}
"""Each kind of tie by its relationship type."""


class _Declared:
    """What kinds and ties share: fields derived from annotations.

    Attributes:
        fields: Each property by its name.
        tie_fields: Each list of ties by its key.
        keys: The keys of both, in the order of the declaration.
    """

    fields: ClassVar[dict[str, FieldSpec]] = {}
    tie_fields: ClassVar[dict[str, TieField]] = {}
    keys: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "spec" not in cls.__dict__:
            return
        if not cls.__dict__.get("__doc__"):
            raise TypeError(
                f"{cls.__name__} needs a docstring: it is what the schema page says of it"
            )
        cls.fields, cls.tie_fields = {}, {}
        for name, annotation in get_annotations(cls, eval_str=True).items():
            if name == "spec":
                continue
            property_label(name, "en")
            declared = cls.__dict__.get(name)
            if not isinstance(declared, Declaration) or not declared.description:
                raise TypeError(f"{name} needs a description")
            base, marks = _unwrap(annotation)
            if any(isinstance(mark, Incoming | Outgoing) for mark in marks):
                cls.tie_fields[name] = _tie_field(name, declared, base, marks)
            elif name not in RESERVED_KEYS:
                cls.fields[name] = _field_spec(name, declared, base, marks)
        cls.keys = tuple(name for name in cls.__annotations__ if name != "spec")
        cls._register()

    @classmethod
    def _register(cls) -> None:
        raise NotImplementedError


class Kind(_Declared):
    """Base of all kinds of nodes."""

    spec: ClassVar[KindSpec]

    @classmethod
    def _register(cls) -> None:
        spec = cls.spec
        if spec.label in KINDS or spec.scheme in SCHEMES:
            raise TypeError(
                f"{cls.__name__}: the label {spec.label} or the scheme {spec.scheme} is taken"
            )
        wanted = {spec.caption, spec.subtype, *spec.event, *spec.public} - {""}
        if missing := wanted - cls.fields.keys():
            raise TypeError(
                f"{cls.__name__}: spec names fields that do not exist: {sorted(missing)}"
            )
        KINDS[spec.label] = SCHEMES[spec.scheme] = cls

    @classmethod
    @cache
    def all_labels(cls) -> frozenset[str]:
        """Every label by which an end of a tie may ask for this kind."""
        return frozenset({"Entity", cls.spec.label, *cls.spec.labels})

    @classmethod
    @cache
    def naming(cls) -> frozenset[str]:
        """The fields that say what it is called."""
        return frozenset({cls.spec.caption, "names"})


NODE_PROPERTIES = {
    "id": "Its id.",
    "kind": "Its kind: the label that no umbrella shares.",
    "name_ja": "Japanese name as shown; one of ours is marked 仮称.",
    "name_en": "English name as shown; one of ours is marked as our description.",
    "search": "Folded names under which it is found.",
    "sources": "Ids of the sources that speak of it.",
    "evidence": "Each property, and each closed list (`members*`), with the ids of the sources that give it.",
    "planned": "Dates that are only planned by the value that is used.",
    "conflicts": "Properties on which sources differ.",
    "event_on": "When it happened, as its source puts it.",
    "event_on_min": "First possible day of that, ISO.",
    "event_on_max": "Last possible day of that, ISO.",
    "event_mood": "Whether that is known as done, or only as planned.",
    "holds_from": "First day on which it surely holds, ISO; 0000-01-01 if unknown.",
    "holds_to": "Day from which it no longer holds, ISO; 9999-12-31 if unknown.",
}
"""Properties that resolution adds to nodes, for the schema page and the lint of queries."""

TIE_PROPERTIES = {
    "id": "Its id: START TYPE END.",
    "sources": "Ids of the sources that say that it holds.",
    "cites": "The same, each with its place.",
    "claims": "Ids of the claims behind it.",
    "basis": "What it rests on: `stated` or `listed` for a chain.",
    "valid": "Period that the source speaks of.",
    "valid_min": "First possible day of that, ISO.",
    "valid_max": "Last possible day of that, ISO.",
    "mood": "`planned` if it is only planned.",
    "disputed": "True if a source's list leaves it out.",
    "holds_from": "First day on which it surely holds, ISO; 0000-01-01 if unknown.",
    "holds_to": "Day from which it no longer holds, ISO; 9999-12-31 if unknown.",
}
"""Properties that resolution adds to ties, for the schema page and the lint of queries."""


class Tie(_Declared):
    """Base of all kinds of ties."""

    spec: ClassVar[TieSpec]

    @classmethod
    def _register(cls) -> None:
        if cls.spec.type in TIES:
            raise TypeError(f"{cls.__name__}: the relationship type {cls.spec.type} is taken")
        if cls.tie_fields:
            raise TypeError(f"{cls.__name__}: a tie cannot hold ties")
        TIES[cls.spec.type] = cls


def declaration_of(subject: str) -> type[Kind] | type[Tie] | None:
    """The kind of node or tie that an entity's or tie's id belongs to; None if none is declared."""
    return TIES.get(parse_tie_id(subject).type) if is_tie_id(subject) else kind_of(subject)


def kind_of(entity_id: str) -> type[Kind] | None:
    """The kind that an id belongs to, by its scheme; None if no kind has that scheme."""
    return SCHEMES.get(scheme_of(entity_id))


def _unwrap(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without `Annotated` and `| None`, and the marks that it carried."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        base, more = _unwrap(inner)
        return base, (*marks, *more)
    if get_origin(annotation) in (UnionType, Union):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return _unwrap(options[0])
    return annotation, ()


def _field_spec(name: str, declared: Declaration, base: Any, marks: tuple[Any, ...]) -> FieldSpec:
    many = get_origin(base) is tuple
    if many:
        base, inner = _unwrap(get_args(base)[0])
        marks = (*marks, *inner)
    named = next((mark for mark in marks if isinstance(mark, Named)), None)
    ref = next((mark.label for mark in marks if isinstance(mark, Ref)), "")
    return FieldSpec(
        name=name,
        value_type=base,
        many=many,
        localised=named is not None or any(isinstance(mark, Localised) for mark in marks),
        uses=named.uses if named else None,
        ref=ref,
        required=declared.required,
        description=declared.description,
    )


def _tie_field(name: str, declared: Declaration, base: Any, marks: tuple[Any, ...]) -> TieField:
    incoming = any(isinstance(mark, Incoming) for mark in marks)
    return TieField(name, get_args(base)[0], incoming, declared.required, declared.description)
