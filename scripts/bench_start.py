"""Measures start to first picture, beside an empty app of the same framework in the same run.

From the start of a fresh process until the first screen is drawn: ours as `workshop` opens it, in
Swedish and with meetings to list, and the empty one, in turn, without a terminal and in the same
size. The figures are medians, the ratio that of pairs. `rss_mb` is the most memory ours took until
then, `loaded_mb` when the rest is loaded beside it.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from figures import shown

ROUNDS: Final = 15
PATIENCE: Final = 60.0
MEETINGS: Final = 3

RUN = """
import asyncio, resource, sys
def drawn():
    print("drawn", most(), flush=True)
    app.set_timer(0.2, app.exit)
def most():
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return taken / (1 << 20 if sys.platform == "darwin" else 1 << 10)
app.call_later(lambda: app.screen.call_after_refresh(drawn))
asyncio.run(app.run_async(headless=True, size=(120, 40), mouse=False))
import threading
for thread in threading.enumerate():
    if thread is not threading.main_thread():
        thread.join()
print(most())
"""
EMPTY = "from textual.app import App\napp = App()\n"
OURS = """
import workshop.__main__
from workshop.commands.first import first_screen
from workshop.commands.home import LANGUAGE, folder
app = first_screen(folder(), LANGUAGE)
"""
MAKE = """
import sys
from pathlib import Path
from workshop.commands.home import lobby_of
from workshop.beginning import NewMeeting
from workshop.store.agendas import find, read_agenda
for number in range(int(sys.argv[2])):
    agendas = (read_agenda(find("introduction")), read_agenda(find("theme-1")))
    given = {"network": "", "region": "", "sector": "", "place": ""}
    lobby_of(Path(sys.argv[1])).create(NewMeeting(agendas=agendas, language="sv", **given))
"""


class Start(NamedTuple):
    """Milliseconds to the first picture, and megabytes then and at the end."""

    took: float
    drawn: float
    loaded: float


def start(making: str, data: Path) -> Start:
    """One fresh process."""
    environment = {**os.environ, "WORKSHOP_DATA": str(data), "WORKSHOP_LANGUAGE": "sv"}
    command = [sys.executable, "-c", making + RUN]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert child.stdout is not None
    told = child.stdout.readline()
    took = time.perf_counter() - began
    rest = child.stdout.read()
    child.stdout.close()
    child.wait(PATIENCE)
    if not told.startswith("drawn") or child.returncode:
        raise SystemExit(f"The app did not start: {told}{rest}")
    return Start(took * 1000, float(told.split()[1]), float(rest))


def report() -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="workshop-start-") as folder:
        data = Path(folder)
        subprocess.run([sys.executable, "-c", MAKE, folder, str(MEETINGS)], check=True)
        start(OURS, data)  # warms the disk for both
        start(EMPTY, data)
        pairs = [(start(OURS, data), start(EMPTY, data)) for _ in range(ROUNDS)]
    return {
        "ours_ms": round(median(ours.took for ours, _ in pairs), 1),
        "empty_ms": round(median(empty.took for _, empty in pairs), 1),
        "ratio": round(median(ours.took / empty.took for ours, empty in pairs), 2),
        "rss_mb": round(max(ours.drawn for ours, _ in pairs), 1),
        "empty_mb": round(max(empty.drawn for _, empty in pairs), 1),
        "loaded_mb": round(max(ours.loaded for ours, _ in pairs), 1),
    }


def main(arguments: list[str]) -> int:
    if os.name == "nt":
        print("This measurement needs a system that tells how much memory was used.")
        return 2
    print(shown(report(), "--json" in arguments))
    return 0
