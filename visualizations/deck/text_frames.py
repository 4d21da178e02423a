"""Text in what holds text on a slide of python-pptx: every run with its language and an East Asian font; heights of boxes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from visualizations.briefing.measure import LEADING, Para, Run

LATIN, EAST_ASIAN = "Arial", "Meiryo"

INSET = 4.0
"""Distance of text from the left and right sides of its box."""

INSET_Y = 2.0
"""Distance of text from the upper and lower sides of its box."""

_LANGUAGES = {"ja": ("ja-JP", "en-GB"), "en": ("en-GB", "ja-JP")}
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}


def room_in(area_width: float) -> float:
    """Width that text has in a box."""
    return area_width - 2 * INSET


def high(text_height: float) -> float:
    """Height of a box for text of some height."""
    return text_height + 2 * INSET_Y


def write_text(frame: Any, paras: Sequence[Para], anchor: str = "top") -> None:
    """Write paragraphs into what holds text: every run with its language and an East Asian font.

    Args:
        frame: The text frame.
        paras: The paragraphs.
        anchor: `top`, `middle` or `bottom`.
    """
    body = frame._txBody
    properties = body.find(qn("a:bodyPr"))
    if properties is not None and body.tag != qn("a:txBody"):
        for side, inset in (
            ("lIns", INSET),
            ("tIns", INSET_Y),
            ("rIns", INSET),
            ("bIns", INSET_Y),
        ):
            properties.set(side, str(Pt(inset)))
        properties.set("wrap", "square")
        properties.set("anchor", _ANCHORS[anchor])
        for child in list(properties):
            properties.remove(child)
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for para in paras or (Para(()),):
        body.append(_paragraph(para))


def _paragraph(para: Para) -> Any:
    spacing = round(para.size * LEADING * 100)
    indent = Pt(para.indent)
    made = parse_xml(
        f'<a:p {nsdecls("a")}><a:pPr marL="{indent}" indent="{-indent}" algn="{para.align}">'
        f'<a:lnSpc><a:spcPts val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(para.before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>'
        "</a:pPr></a:p>"
    )
    if para.bullet:
        bullet = parse_xml(f'<a:buChar {nsdecls("a")} char="{para.bullet}"/>')
    else:
        bullet = parse_xml(f"<a:buNone {nsdecls('a')}/>")
    made.find(qn("a:pPr")).append(bullet)
    for run in para.runs:
        made.append(_run(run))
    return made


def _run(run: Run) -> Any:
    lang, other = _LANGUAGES[run.lang]
    raised = ' baseline="30000"' if run.raised else ""
    colour = f'<a:solidFill><a:srgbClr val="{run.colour}"/></a:solidFill>' if run.colour else ""
    made = parse_xml(
        f'<a:r {nsdecls("a")}><a:rPr lang="{lang}" altLang="{other}" sz="{round(run.size * 100)}" '
        f'b="{int(run.bold)}"{raised} dirty="0">{colour}<a:latin typeface="{LATIN}"/>'
        f'<a:ea typeface="{EAST_ASIAN}"/><a:cs typeface="{LATIN}"/></a:rPr><a:t/></a:r>'
    )
    made.find(qn("a:t")).text = run.text
    return made
