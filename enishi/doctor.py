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
from graphmodel.messages import Message, reason_of
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
    what: Message
    says: Message

    @property
    def told(self) -> Message:
        """The result in one line."""
        if self.good:
            return Message("ok  {what}: {says}", what=self.what, says=self.says)
        return Message("BAD {what}: {says}", what=self.what, says=self.says)


def examine(settings: Settings) -> Iterator[Finding]:
    """Check Python, our packages, the engine, the record, and the place of the graph."""
    yield Finding(
        sys.version_info >= (3, 11),
        Message("Python"),
        Message(
            "{version} on {system}; 3.11 or newer is needed",
            version=platform.python_version(),
            system=platform.system(),
        ),
    )
    yield from _packages()
    yield _engine()
    yield _record(settings.record)
    yield from map(_beside, settings.records)
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
        says = Message("ours")
        if not good:
            owned = Message("{place}, owned by {owners}", place=place, owners=", ".join(others))
            says = Message(
                "found at {place}, not ours at {home}. Install Enishi apart: pipx install enishi, or uv tool install enishi",
                place=owned if others else place,
                home=home,
            )
        yield Finding(good, Message("package {name}", name=name), says)


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
    return Finding(
        rows == (("日本",),),
        Message("engine"),
        Message("kglite {version} writes and reads", version=version("kglite")),
    )


def _record(folder: Path) -> Finding:
    from loaders.checks import check  # noqa: PLC0415
    from loaders.record import load_record  # noqa: PLC0415

    if not folder.is_dir():
        return Finding(
            False,
            Message("record"),
            Message(
                "there is none at {folder}; name one by --record or ENISHI_RECORD", folder=folder
            ),
        )
    record = load_record(folder)
    issues = check(record)
    values = {"entities": len(record.entities), "folder": folder, "findings": len(issues)}
    says = (
        Message("{entities} entities in {folder}, {findings} findings; see enishi check")
        if issues
        else Message("{entities} entities in {folder}, {findings} findings")
    )
    return Finding(not issues, Message("record"), says.filled(**values))


def _beside(folder: Path) -> Finding:
    if folder.is_dir():
        return Finding(True, Message("your own record"), Message("{folder}", folder=folder))
    return Finding(
        False,
        Message("your own record"),
        Message(
            "there is none at {folder}; make it, or name another by --records or ENISHI_RECORDS",
            folder=folder,
        ),
    )


def _server(address: ServerAddress) -> Finding:
    from graphmodel.stores.server import ServerStore  # noqa: PLC0415

    try:
        with ServerStore(address) as store:
            return Finding(
                True,
                Message("server"),
                Message(
                    "{server} at {address} lets {user} in",
                    server=store.server(),
                    address=address,
                    user=address.username,
                ),
            )
    except EnishiError as error:
        return Finding(False, Message("server"), error.message.then(error.hint))


def _place(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Finding(
            False,
            Message("place of the graph"),
            Message(
                "{folder} cannot be written ({reason}); name another by --store",
                folder=folder,
                reason=reason_of(error),
            ),
        )
    return Finding(True, Message("place of the graph"), Message("{folder}", folder=folder))
