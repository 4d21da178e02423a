"""The presentation that slides are put into: a plain one of 16:9, or a ministry's own template.

A template has a layout named `Enishi`, or else the one that PowerPoint calls `タイトルのみ` or `Title Only`. Its title
holds the titles of slides. Placeholders in it named `Enishi body`, `Enishi mark` and `Enishi foot` say where what
slides show, the handling mark and the line at the foot stand; each that is not there stands where it does on a plain
slide of that size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from graphmodel.errors import EnishiError
from graphmodel.messages import Message
from visualizations.briefing.area import Area
from visualizations.deck.text_frames import EAST_ASIAN, LATIN

LAYOUTS = ("Enishi", "タイトルのみ", "Title Only")
"""Names of the layouts that are looked for, the first that there is counts."""

PLACES = ("Enishi body", "Enishi mark", "Enishi foot")
"""Names of the placeholders that say where things stand."""

WIDTH, HEIGHT = 960.0, 540.0
"""Size of a plain slide, in points."""

_MARGIN = 30.0
_TITLE_TOP = 14.0
_TITLE_HEIGHTS = (60.0, 80.0)
"""Height of a title in one language, and in two."""

_MARK = (180.0, 24.0)
_FOOT_HEIGHT = 18.0


@dataclass(frozen=True)
class House:
    """A presentation without slides, and where things stand on those that it will have.

    Attributes:
        presentation: The presentation.
        layout: The layout of the slides.
        title: Where the title stands.
        mark: Where the handling mark stands.
        body: Where stands what the slide shows, with its footnotes.
        foot: Where the line at the foot stands.
        own: Whether it is a ministry's own.
    """

    presentation: Any
    layout: Any
    title: Area
    mark: Area
    body: Area
    foot: Area
    own: bool

    def sheet(self) -> Any:
        """A new slide, of whose placeholders only the title is left."""
        made = self.presentation.slides.add_slide(self.layout)
        for shape in list(made.placeholders):
            if shape.placeholder_format.idx:
                shape._element.getparent().remove(shape._element)
        if not self.own or self.title.right <= self.mark.left:
            title = made.shapes.title
            title.left, title.top = Pt(self.title.left), Pt(self.title.top)
            title.width, title.height = Pt(self.title.width), Pt(self.title.height)
        return made


def read_house(template: Path | None = None, languages: int = 1) -> House:
    """The plain presentation, or a ministry's own.

    Args:
        template: The template.
        languages: In how many languages slides are told.

    Raises:
        EnishiError: If it is none, or has none of the layouts.
    """
    if template is None:
        return _plain(_TITLE_HEIGHTS[languages - 1])
    try:
        presentation: Any = Presentation(str(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise EnishiError(
            Message("{path} is no presentation.", path=template),
            Message("Save your template as .pptx, and name that file."),
        ) from error
    _without_slides(presentation)
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    found: Any = next((layouts[name] for name in LAYOUTS if name in layouts), None)
    if found is None:
        raise EnishiError(
            Message(
                "{path} has no layout named {wanted}; it has: {names}.",
                path=template,
                wanted=" / ".join(LAYOUTS),
                names=", ".join(layouts) or "-",
            ),
            Message("Name the layout that slides are to have Enishi, in the slide master."),
        )
    title = next((p for p in found.placeholders if not p.placeholder_format.idx), None)
    if title is None:
        raise EnishiError(
            Message(
                "{path}: the layout {layout} has no title; it has: {names}.",
                path=template,
                layout=found.name,
                names=", ".join(p.name for p in found.placeholders) or "-",
            ),
            Message("Switch on its title, in the slide master."),
        )
    places = {p.name: _area(p) for p in found.placeholders if p.name in PLACES}
    width, height = presentation.slide_width.pt, presentation.slide_height.pt
    _, mark, body, foot = _stand(width, height, _area(title).bottom)
    mark = places.get("Enishi mark", mark)
    return House(
        presentation,
        found,
        _beside(_area(title), mark),
        mark,
        places.get("Enishi body", body),
        places.get("Enishi foot", foot),
        own=True,
    )


def _beside(title: Area, mark: Area) -> Area:
    """The title, where it leaves room for the mark."""
    apart = title.right <= mark.left or title.top >= mark.bottom or title.bottom <= mark.top
    return (
        title if apart else Area(title.left, title.top, mark.left - 10 - title.left, title.height)
    )


def _stand(width: float, height: float, title_bottom: float) -> tuple[Area, Area, Area, Area]:
    """Where title, mark, body and foot stand on a slide of some size."""
    inner = width - 2 * _MARGIN
    title = Area(_MARGIN, _TITLE_TOP, inner - _MARK[0] - 10, title_bottom - _TITLE_TOP)
    mark = Area(width - _MARGIN - _MARK[0], 16, *_MARK)
    foot = Area(_MARGIN, height - 10 - _FOOT_HEIGHT, inner, _FOOT_HEIGHT)
    top = title_bottom + 10
    return title, mark, Area(_MARGIN, top, inner, foot.top - 2 - top), foot


def _plain(title_height: float) -> House:
    """A presentation of 16:9 with one layout, that holds a title."""
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = presentation.slide_master
    kept = next(layout for layout in master.slide_layouts if layout.name == "Title Only")
    for layout in list(master.slide_layouts):
        if layout is not kept:
            master.slide_layouts.remove(layout)
    title, mark, body, foot = _stand(WIDTH, HEIGHT, _TITLE_TOP + title_height)
    for holder in (master, kept):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.idx in (10, 11, 12):  # date, footer and number
                shape._element.getparent().remove(shape._element)
                continue
            area = body if shape.placeholder_format.idx else title
            shape.left, shape.top = Pt(area.left), Pt(area.top)
            shape.width, shape.height = Pt(area.width), Pt(area.height)
    _with_fonts(master)
    _without_machine(presentation)
    return House(presentation, kept, title, mark, body, foot, own=False)


def _with_fonts(master: Any) -> None:
    """The fonts of what people add to the slides by hand."""
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode("utf-8")
    text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{LATIN}"', text)
    text = re.sub(r'<a:ea typeface="[^"]*"', f'<a:ea typeface="{EAST_ASIAN}"', text)
    text = re.sub(r'<a:font script="[^"]*" typeface="[^"]*"/>', "", text)
    theme._blob = text.encode("utf-8")


def _without_machine(presentation: Any) -> None:
    """Without what the template of the library says of the machine that it was made on."""
    part = presentation.part
    for key, related in list(part.rels.items()):
        if related.reltype.endswith("/printerSettings"):
            part.rels.pop(key)
    package = part.package
    for key, related in list(package._rels.items()):
        if related.reltype.endswith(("/thumbnail", "/extended-properties")):
            package._rels.pop(key)


def _without_slides(presentation: Any) -> None:
    """Without the slides that a template brings as examples."""
    listed = presentation.slides._sldIdLst
    for slide in list(listed):
        presentation.part.drop_rel(slide.rId)
        listed.remove(slide)


def _area(shape: Any) -> Area:
    return Area(shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
