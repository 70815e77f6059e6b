"""Measures start to first picture, beside an empty app of the same framework in the same run.

Each is a fresh process, ours and the empty one in turn; the figures are medians. `rss_mb` is the
most memory ours took. Both draw without a terminal.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

ROUNDS: Final = 9
PATIENCE: Final = 60.0

RUN = """
import asyncio
import sys
def drawn():
    print("drawn", flush=True)
    app.exit()
app.call_later(lambda: app.screen.call_after_refresh(drawn))
asyncio.run(app.run_async(headless=True, size=(120, 40), mouse=False))
"""
EMPTY = "from textual.app import App\napp = App()\n"
OURS = """
import sys
from pathlib import Path
import workshop.__main__
from workshop.commands.parameters import LANGUAGE
from workshop.lobby import Lobby
from workshop.tui.app import WorkshopApp
app = WorkshopApp(Lobby(Path(sys.argv[1])), LANGUAGE)
"""
MEMORY = """
import resource
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(most / (1 << 20 if sys.platform == "darwin" else 1 << 10))
"""


def start(making: str, file: Path) -> tuple[float, float]:
    """Milliseconds until the first picture, and megabytes at the end."""
    command = [sys.executable, "-c", making + RUN + MEMORY, str(file)]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = child.stdout.readline()
    took = time.perf_counter() - began
    rest = child.stdout.read()
    child.stdout.close()
    child.wait(PATIENCE)
    if told.strip() != "drawn" or child.returncode:
        raise SystemExit(f"The app did not start: {told}{rest}")
    return took * 1000, float(rest)


def report() -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="workshop-start-") as folder:
        file = Path(folder) / "start.db"
        start(OURS, file)  # makes the file, and warms the disk for both
        start(EMPTY, file)
        pairs = [(start(OURS, file), start(EMPTY, file)) for _ in range(ROUNDS)]
    ours, empty = median(one[0] for one, _ in pairs), median(two[0] for _, two in pairs)
    return {
        "ours_ms": round(ours, 1),
        "empty_ms": round(empty, 1),
        "ratio": round(median(one[0] / two[0] for one, two in pairs), 2),
        "rss_mb": round(max(one[1] for one, _ in pairs), 1),
    }


def main(arguments: list[str]) -> int:
    if os.name == "nt":
        print("This measurement needs a system that tells how much memory was used.")
        return 2
    figures = report()
    if "--json" in arguments:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:>10} {value}" for name, value in figures.items()))
    return 0
