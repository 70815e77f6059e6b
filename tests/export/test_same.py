"""The same meeting gives the same files, byte for byte, whoever writes them and when."""

import json
import os
import subprocess
import sys

_PROGRAM = """
import hashlib, json
from tests.export.sample import full
from workshop.export.folder import made
from workshop.export.options import Options
files = made(full(contributions=20), "nb", Options(raw=True))
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in files.items()}))
"""


def written(seed: str, zone: str) -> dict[str, str]:
    """What another process writes, that keeps its sets in another order and lives elsewhere."""
    around = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, "-c", _PROGRAM]
    told = subprocess.run(command, env=around, check=True, capture_output=True, text=True).stdout
    found: dict[str, str] = json.loads(told)
    return found


def test_another_process_writes_the_same_bytes() -> None:
    one, other = written("1", "Europe/Oslo"), written("2", "America/Lima")

    assert len(one) > 8 and one == other
