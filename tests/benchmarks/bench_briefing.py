"""Measure what is made for a meeting, for each of 15 partners: slides, a one-page brief, a picture; seconds, memory, weight.

    make bench

Each file is made by a command of its own, as an officer makes it; CPU seconds are those of that process alone, so that
the machine's other work hardly shows in them. The memory is the most that it held at once.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

DAY = "2026-11-25"
PARTNERS = (
    "AU",
    "CA",
    "DK",
    "FI",
    "FR",
    "DE",
    "NL",
    "KR",
    "SG",
    "SE",
    "CH",
    "GB",
    "US",
    "IT",
    "EU",
)
MADE = (
    ("deck", ("deck",), "pptx"),
    ("brief", ("brief",), "docx"),
    ("picture", ("picture", "ego"), "png"),
)


class Measured(NamedTuple):
    """What a command took.

    Attributes:
        cpu: CPU seconds.
        clock: Seconds on the clock.
        memory: Most memory at once, in MiB.
        weight: Weight of the file, in MiB.
    """

    cpu: float
    clock: float
    memory: float
    weight: float


def main() -> None:
    """Run the measurement and print it."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        store = work / "graph.kgl"
        enishi = [sys.executable, "-m", "enishi"]
        subprocess.run([*enishi, "build", "--store", str(store)], check=True, capture_output=True)
        print("\nfor a meeting, in Japanese: CPU s · s · MiB held · MiB written")
        print("partner   " + "".join(f"{name:<32}" for name, _, _ in MADE).rstrip())
        found: dict[str, list[Measured]] = {name: [] for name, _, _ in MADE}
        for partner in PARTNERS:
            for name, command, suffix in MADE:
                file = work / f"{partner}.{suffix}"
                options = ["--store", str(store), "--as-of", DAY, "--lang", "ja", "-o", str(file)]
                found[name].append(_measured([*enishi, *command, partner, *options], file))
            print(
                f"{partner:<10}" + "".join(_cell(found[name][-1]) for name, _, _ in MADE).rstrip()
            )
        middle = [
            _cell(Measured(*map(statistics.median, zip(*found[name], strict=True))))
            for name, _, _ in MADE
        ]
        print(f"{'median':<10}" + "".join(middle).rstrip())


def _cell(one: Measured) -> str:
    return f"{f'{one.cpu:.1f} · {one.clock:.1f} · {one.memory:.0f} · {one.weight:.2f}':<32}"


def _measured(command: list[str], file: Path) -> Measured:
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - began
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return Measured(
        usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024, file.stat().st_size / 2**20
    )


if __name__ == "__main__":
    main()
