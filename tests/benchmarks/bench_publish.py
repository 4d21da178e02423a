"""Measure `enishi publish` of the whole record: time, memory, weight; beside it, copying the same files.

    make bench

CPU seconds are those of the process alone, so that the machine's other work hardly shows in them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DAY = "2026-11-25"


def main() -> None:
    """Run the measurement and print it."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        store = work / "graph.kgl"
        enishi = [sys.executable, "-m", "enishi"]
        subprocess.run([*enishi, "build", "--store", str(store)], check=True, capture_output=True)
        wall, cpu, memory = _measured(
            [*enishi, "publish", str(work / "site"), "--store", str(store), "--as-of", DAY]
        )
        began = time.perf_counter()
        shutil.copytree(work / "site", work / "copy")
        copied = time.perf_counter() - began
        files = [path for path in (work / "site").rglob("*") if path.is_file()]
        sizes = {path.relative_to(work / "site"): path.stat().st_size for path in files}
        pages = {path: size for path, size in sizes.items() if path.suffix == ".html"}
        largest = max(pages, key=lambda path: pages[path])
        print(f"publish, both languages    {cpu:6.1f} s CPU  {wall:6.1f} s  {memory:5.0f} MB")
        print(f"copying what it wrote                     {copied:6.1f} s")
        print(
            f"files {len(sizes)}, {sum(sizes.values()) / 1e6:.1f} MB; {cpu / len(pages) * 1000:.1f} ms CPU a page"
        )
        print(f"heaviest page {largest}: {pages[largest] / 1e6:.2f} MB (at most 0.90)")


def _measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds on the clock, CPU seconds and highest memory in MB of a command."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
