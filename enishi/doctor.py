"""What an installation needs in order to work, checked one by one."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions, version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from enishi.settings import Settings
from graphmodel.errors import EnishiError
from graphmodel.stores.address import ServerAddress

OUR_PACKAGES = ("enishi", "graphmodel", "loaders", "queries", "visualizations")


class Finding(NamedTuple):
    """The result of one check.

    Attributes:
        good: Whether all is well.
        what: What was looked at.
        says: What was found, and what to do if it is not well.
    """

    good: bool
    what: str
    says: str


def examine(settings: Settings) -> Iterator[Finding]:
    """Check Python, our packages, the engine, the record, and the place of the graph."""
    yield Finding(
        sys.version_info >= (3, 11),
        "Python",
        f"{platform.python_version()} on {platform.system()}; 3.11 or newer is needed",
    )
    yield from _packages()
    yield _engine()
    yield _record(settings.record)
    if isinstance(settings.store, ServerAddress):
        yield _server(settings.store)
    else:
        yield _place(settings.store.parent)


def _packages() -> Iterator[Finding]:
    """Another distribution may install a package of the same name over ours, without a word from the installer."""
    home = Path(__file__).parent.parent
    owners = packages_distributions()
    for name in OUR_PACKAGES:
        spec = find_spec(name)
        place = Path(spec.origin).parent.parent if spec and spec.origin else None
        others = sorted(set(owners.get(name, [])) - {"enishi"})
        good = place == home and not others
        says = (
            "ours"
            if good
            else (
                f"found at {place}{', owned by ' + ', '.join(others) if others else ''}, not ours at {home}. "
                "Install Enishi apart: pipx install enishi, or uv tool install enishi"
            )
        )
        yield Finding(good, f"package {name}", says)


def _engine() -> Finding:
    from graphmodel.batch import GraphBatch, NodeRow  # noqa: PLC0415
    from graphmodel.stores.embedded import EmbeddedStore  # noqa: PLC0415

    with (
        tempfile.TemporaryDirectory() as folder,
        EmbeddedStore(Path(folder) / "probe.kgl") as store,
    ):
        store.replace(
            GraphBatch(
                [NodeRow("country:JP", ("Country",), {"id": "country:JP", "name_ja": "日本"})], []
            )
        )
        rows = store.read("MATCH (n:Country) RETURN n.name_ja AS name ORDER BY name").rows
    return Finding(rows == (("日本",),), "engine", f"kglite {version('kglite')} writes and reads")


def _record(folder: Path) -> Finding:
    from loaders.checks import check  # noqa: PLC0415
    from loaders.record import load_record  # noqa: PLC0415

    if not folder.is_dir():
        return Finding(
            False, "record", f"there is none at {folder}; name one by --record or ENISHI_RECORD"
        )
    record = load_record(folder)
    issues = check(record)
    says = f"{len(record.entities)} entities in {folder}, {len(issues)} findings"
    return Finding(not issues, "record", says + ("; see enishi check" if issues else ""))


def _server(address: ServerAddress) -> Finding:
    from graphmodel.stores.server import ServerStore  # noqa: PLC0415

    try:
        with ServerStore(address) as store:
            return Finding(
                True, "server", f"{store.server()} at {address} lets {address.username} in"
            )
    except EnishiError as error:
        return Finding(False, "server", str(error).replace("\n", " "))


def _place(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Finding(
            False,
            "place of the graph",
            f"{folder} cannot be written ({error.strerror}); name another by --store",
        )
    return Finding(True, "place of the graph", str(folder))
