"""One program a meeting: the second is refused, also when it is this one."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workshop.domain.refused import Occupied
from workshop.store.lock import hold

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from workshop.store.lock import hold
lock = hold(Path(sys.argv[1]), "m")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_refused_until_the_first_dies(tmp_path: Path) -> None:
    file = tmp_path / "workshop.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(Occupied):
            hold(file, "m")
        hold(file, "another").release()
        holder.kill()
    hold(file, "m").release()


def test_the_same_program_is_refused_too(tmp_path: Path) -> None:
    lock = hold(tmp_path / "workshop.db", "m")
    with pytest.raises(Occupied):
        hold(tmp_path / "workshop.db", "m")
    lock.release()
    hold(tmp_path / "workshop.db", "m").release()


def test_it_is_freed_in_another_thread(tmp_path: Path) -> None:
    lock = hold(tmp_path / "workshop.db", "m")
    other = threading.Thread(target=lock.release)
    other.start()
    other.join()
    hold(tmp_path / "workshop.db", "m").release()
