"""A brief as a page: one file, no script, no request, set for printing on one A4 page."""

from __future__ import annotations

import base64
import hashlib
import html
import re

from visualizations.brief import fit
from visualizations.brief.fit import Printed, Sheet, Sizes, line_height_of
from visualizations.brief.own import Found, Own, OwnPara, OwnRun, trimmed
from visualizations.brief.prints import prints_of
from visualizations.briefing.imprint import Imprint
from visualizations.deck.measure import RAISED
from visualizations.site.markup import runs as marked

_BEGIN, _END = "<!-- enishi:own talking-points -->", "<!-- /enishi:own -->"
_PRINTS = re.compile(r'<meta name="enishi-prints" content="([0-9a-f ]*)">')
_TAGS = {"title": "h1", "heading": "h2"}
_BLOCK_ENDS = re.compile(r"</(?:p|div|li|h\d|tr)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def _style(sizes: Sizes) -> str:
    """The style of a page; sizes and distances are classes, since no element has a style of its own."""
    letters = (sizes.title, sizes.body, sizes.second, sizes.note)
    rules = [
        f".s{round(size * 10)} {{ font-size: {size}pt; line-height: {line_height_of(size)}pt }}"
        for size in letters
    ]
    rules += [f".b{points} {{ margin-top: {points}pt }}" for points in (1, 2, 4)]
    own = f".own {{ font-size: {sizes.body}pt; line-height: {line_height_of(sizes.body)}pt }}"
    return "\n".join([_COMMON, *rules, own, _PRINT])


_COMMON = f"""
@page {{ size: A4; margin: 0 }}
body {{ margin: 0; background: #e9edf1; color: #1f2a36; font-family: Arial, Meiryo, "Noto Sans CJK JP", sans-serif }}
[lang=ja] {{ font-family: Arial, Meiryo, "Hiragino Sans", "Noto Sans CJK JP", sans-serif }}
main {{ box-sizing: border-box; position: relative; width: {fit.WIDTH:.0f}pt; min-height: {fit.HEIGHT - 1:.0f}pt;
  margin: 12pt auto; padding: {fit.TOP:.0f}pt {fit.RIGHT:.0f}pt {fit.BOTTOM:.0f}pt {fit.LEFT:.0f}pt; background: #fff }}
main > * {{ margin-block: 0; font-weight: normal; line-break: strict }}
h2 {{ background: #e3e9ef }}
b {{ font-weight: bold }}
sup {{ font-size: {RAISED}em; line-height: 0; color: #4a5a6a }}
.line {{ padding-left: 9pt; text-indent: -9pt }}
.line > i {{ font-style: normal; display: inline-block; width: 9pt; text-indent: 0 }}
.marker, .note, .foot {{ color: #4a5a6a }}
.mark {{ position: absolute; top: 22pt; right: {fit.RIGHT:.0f}pt }}
.foot {{ position: absolute; bottom: 18pt; left: {fit.LEFT:.0f}pt }}
.own {{ white-space: pre-wrap }}"""
_PRINT = """@media print {
  body { background: none } main { margin: 0 } h2 { print-color-adjust: exact }
}
"""


def web_file(sheet: Sheet, imprint: Imprint) -> bytes:
    """A brief as a page.

    Args:
        sheet: The brief.
        imprint: What it says of itself.

    Returns:
        The file, UTF-8: the same brief gives the same bytes.
    """
    lines = [
        _element(sheet.mark),
        *map(_element, sheet.before),
        f'<div class="own">{_BEGIN}{sheet.own.html or _own(sheet.own)}{_END}</div>',
        *map(_element, sheet.after),
        _element(sheet.foot),
    ]
    style = _style(sheet.sizes)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    lang = sheet.langs[0]
    body = "\n".join(lines)
    prints = prints_of(_texts(body))
    page = f"""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width">
<meta name="handling" content="{imprint.handling.label(lang)}">
<meta name="enishi-prints" content="{prints}">
<title>{html.escape(sheet.title)}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""
    return page.encode("utf-8")


def read_web(content: bytes) -> Found:
    """What stands in a brief that is a page.

    Args:
        content: The file.

    Raises:
        ValueError: If it is no page in UTF-8.
    """
    page = content.decode("utf-8")
    prints = _PRINTS.search(page)
    main = re.search(r"<main>(.*)</main>", page, re.DOTALL)
    body = main[1] if main else page
    own = Own()
    start, end = body.find(_BEGIN), body.rfind(_END)
    if 0 <= start < end:
        inner = body[start + len(_BEGIN) : end]
        paras = trimmed((OwnRun(text),) for text in _texts(inner))
        own = Own(paras, inner if paras else "")
    return Found(own, tuple(_texts(body)), prints[1] if prints else None)


def _texts(body: str) -> list[str]:
    """Texts of the elements of a page, without the own text."""
    without = re.sub(f"{re.escape(_BEGIN)}.*{re.escape(_END)}", "", body, flags=re.DOTALL)
    pieces = _BLOCK_ENDS.sub("\n", without).split("\n")
    return [html.unescape(_TAG.sub("", piece)).strip() for piece in pieces]


def _element(printed: Printed) -> str:
    """A paragraph on a line of its own."""
    para = printed.para
    tag = _TAGS.get(printed.style, "p")
    look = f"s{round(para.size * 10)} b{round(para.before)}"
    bullet = f"<i>{para.bullet}</i>" if para.bullet else ""
    runs = []
    for run in para.runs:
        text = str(marked(run.text, run.lang))
        text = f"<sup>{text}</sup>" if run.raised else text
        text = f"<b>{text}</b>" if run.bold else text
        small = f' class="s{round(run.size * 10)}"' if run.size != para.size else ""
        runs.append(f'<span lang="{run.lang}"{small}>{text}</span>')
    return f'<{tag} class="{printed.style} {look}">{bullet}{"".join(runs)}</{tag}>'


def _own(own: Own) -> str:
    """Own text as a page holds it; empty lines where nothing was written."""
    if not own.paras:
        return "\n" * fit.OWN_LINES
    return "\n".join(map(_own_para, own.paras))


def _own_para(para: OwnPara) -> str:
    return "".join(f'<span lang="{run.lang}">{html.escape(run.text)}</span>' for run in para)
