"""Strings that would do harm where text is taken for HTML, script, a style, an address, a template, a sheet's formula or a
file's path; and a copy of the shipped record that has one of them in every text that a person may write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

STRINGS: tuple[str, ...] = (
    # HTML that runs script when it is taken for HTML
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<IMG SRC=x ONERROR=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<template><script>alert(1)</script></template>",
    "<noscript><img src=x onerror=alert(1)></noscript>",
    "<title></title><script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='https://example.org/' target=_blank>x</a>",
    "<img src=https://example.org/x.png>",
    "<!--><script>alert(1)</script>-->",
    "<!-- <script>alert(1)</script> -->",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<x onclick=alert(1)>x</x>",
    "<a href=x id=data>x</a>",
    "<div id=evidence>x</div>",
    "<p lang=xx>x",
    "<",
    ">",
    "<<<<",
    "<b>bold</b>",
    "<ruby>量<rt>りょう</rt></ruby>",
    # leaving an attribute or a text of script
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "`-alert(1)-`",
    "';alert(1)//",
    '";alert(1)//',
    "\\';alert(1)//",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "\\x3cscript\\x3ealert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "&amp;&lt;&gt;&quot;&#39;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞",
    "${alert(1)}",
    "#{alert(1)}",
    "{{ 7*7 }}",
    "{{ config.items() }}",
    "{% for x in () %}{% endfor %}",
    "{# comment #}",
    "{title} {0} {__class__}",
    "%s %d %n %(x)s",
    "$(alert)",
    "constructor.constructor('alert(1)')()",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    # addresses
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//example.org/x",
    "https://example.org/<script>alert(1)</script>",
    "https://example.org/?q=\"onmouseover=alert(1)",
    "see href below: https://example.org/",
    "href",
    # styles
    "expression(alert(1))",
    "url(https://example.org/x.png)",
    "}*{display:none}",
    "@import 'https://example.org/x.css';",
    # Cypher, YAML, shell, paths, sheets
    "') MATCH (n) DETACH DELETE n //",
    "`) RETURN 1 //",
    "!!python/object/apply:os.system ['true']",
    "&anchor *alias",
    "; rm -rf / ;",
    "`true`",
    "../../../../etc/passwd",
    "..\\..\\windows\\system32",
    "=1+1",
    "=HYPERLINK(\"https://example.org/\",\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    # characters
    "\u202eevil\u202c",
    "\u200b\u200c\u200d\ufeff",
    "\u2028x\u2029",
    "Z\u0351\u036b\u0343\u036aa\u0344\u0360l\u0358\u0324g\u031bo\u0317",
    "\U0001f1ef\U0001f1f5 \U0001f469\u200d\U0001f52c",
    "ﷺ" * 8,
    "量" * 200,
    "W" * 200,
    "a b " * 60,
    "null",
    "undefined",
    "NaN",
    "true",
    "0",
    "[object Object]",
)  # fmt: skip
"""Each of them stands in the record as it is; none may act."""

_TEXT_KEYS = frozenset({"ja", "en", "text", "notes", "roles"})
"""Keys of a record file under which a person writes text of their own; places in a source follow its id."""


class _Writer(yaml.SafeDumper):
    """Writes every text in quotes, without aliases."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def hostile_record(shipped: Path, folder: Path) -> None:
    """Copy a record, with a hostile string in every text: titles, names, places, wordings, titles of sources;
    addresses of sources become scripts.

    Args:
        shipped: The record.
        folder: Where to.
    """
    strings = cycle(STRINGS)
    for path in sorted(shipped.rglob("*")):
        target = folder / path.relative_to(shipped)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif path.suffix == ".yaml" and path.parent != shipped:
            tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - plain text only
            target.parent.mkdir(parents=True, exist_ok=True)
            changed = _changed(tree, lambda: next(strings))
            target.write_text(
                yaml.dump(changed, Dumper=_Writer, allow_unicode=False, default_style='"'),
                encoding="utf-8",
            )


def _changed(tree: Any, hostile: Callable[[], str], key: str = "") -> Any:
    if isinstance(tree, dict):
        return {name: _changed(value, hostile, name) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_changed(value, hostile, key) for value in tree]
    if key in _TEXT_KEYS:
        return hostile()
    if key == "url":
        return f"javascript:alert('{tree}')"
    source, at, _place = str(tree).partition("@")
    return f"{source}@{hostile()}" if key == "by" and at else tree


def texts(tree: Any) -> Iterator[str]:
    """Every text in a tree of JSON."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from texts(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from texts(value)
