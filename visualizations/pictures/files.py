"""Pictures as files: PNG, SVG and PDF; the same picture gives the same bytes.

Letters of an SVG are outlines: no reader's computer has the font, and another one would burst the boxes. What the
picture says of itself is in its properties, where it can be searched. A PDF embeds the letters that it uses as a font,
so that its text can be selected.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from visualizations.pictures.canvas import own_settings

FORMATS = ("png", "svg", "pdf")

DPI = 192
"""Dots per inch of a PNG: twice those of a screen."""

PROGRAM = "Enishi"


@dataclass(frozen=True)
class Picture:
    """A drawn picture, and what its file says of itself.

    Attributes:
        figure: The figure.
        title: Its title.
        about: Day, build and handling mark.
        alt: What it shows, in words, for whoever cannot see it.
    """

    figure: Figure
    title: str
    about: str
    alt: str = ""


def picture_bytes(picture: Picture, format_: str, dpi: int = DPI) -> bytes:
    """A picture as a file.

    Args:
        picture: The picture.
        format_: One of `FORMATS`.
        dpi: Dots per inch of a PNG.
    """
    stream = io.BytesIO()
    with own_settings():
        picture.figure.savefig(stream, format=format_, dpi=dpi, metadata=_said(picture, format_))
    return stream.getvalue()


def save(picture: Picture, path: Path, dpi: int = DPI) -> None:
    """Write a picture to a file, in the form that the end of its name says.

    Args:
        picture: The picture.
        path: The file: `.png`, `.svg` or `.pdf`.
        dpi: Dots per inch of a PNG.
    """
    path.write_bytes(picture_bytes(picture, path.suffix.lower().lstrip("."), dpi))


def _said(picture: Picture, format_: str) -> dict[str, Any]:
    """Properties without a time, a person or a machine; what is None is left out."""
    title, about = picture.title, f"{picture.about}. {picture.alt}".rstrip(". ")
    if format_ == "png":
        return {"Software": PROGRAM, "Title": title, "Description": about}
    if format_ == "svg":
        return {"Creator": PROGRAM, "Date": None, "Title": title, "Description": about}
    return {
        "Creator": PROGRAM,
        "Producer": PROGRAM,
        "CreationDate": None,
        "Title": title,
        "Subject": about,
    }
