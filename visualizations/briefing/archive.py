"""The bytes of an office file: the same for the same content, whenever and wherever it is written."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def repacked(
    content: bytes,
    change: Callable[[str, bytes], bytes | None] = lambda _, part: part,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """An archive with one fixed time for all that is in it, and nothing of the machine that wrote it.

    Args:
        content: The file as a library writes it.
        change: What becomes of a part, by its name; None leaves it out.
        more: Parts that are added.
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            part = change(name, before.read(name))
            if part is not None:
                after.writestr(_entry(name), part)
        for name, part in (more or {}).items():
            after.writestr(_entry(name), part)
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    entry.create_system = 0
    return entry
