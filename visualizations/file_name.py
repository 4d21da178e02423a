"""Names of files that leave the program: what is in it, for which day, and who may see it."""

from __future__ import annotations

import re

from graphmodel.vocab import Handling

_UNSAFE = re.compile(r"[^\w-]+")


def file_name(what: str, day: str, handling: Handling, lang: str, suffix: str) -> str:
    """The name of a file, by the rule that pages follow too: `enishi_country-GB_2026-11-28_部内限り.ics`.

    Args:
        what: What is in it: an id, or a word.
        day: ISO day for which it is.
        handling: How far it may travel.
        lang: `ja` or `en`.
        suffix: How it ends, with the dot.
    """
    parts = ("enishi", what, day, handling.label(lang))
    return "_".join(_UNSAFE.sub("-", part).strip("-") for part in parts) + suffix
