"""Measures what must stay fast: `python scripts/bench.py NAME [--json]`, one file a measurement.

A measurement NAME lives in `bench_NAME.py` and offers `main(arguments)`, which prints and returns
the exit status. They run in the checkout's own environment.
"""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import environment

HERE = Path(__file__).resolve().parent


def names() -> list[str]:
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def inside() -> bool:
    """Whether this is already the checkout's own Python."""
    return Path(sys.prefix).resolve() == environment.VENV.resolve()


def main(arguments: list[str]) -> int:
    name, *rest = arguments or [""]
    if name not in names():
        print(f"Usage: python scripts/bench.py {{{'|'.join(names())}}} [--json]", file=sys.stderr)
        return 2
    if inside():
        return int(import_module(f"bench_{name}").main(rest))
    if not environment.is_prepared(environment.RUNTIME):
        return 1
    return subprocess.call([environment.PYTHON, __file__, *arguments])


if __name__ == "__main__":
    sys.path.insert(0, str(environment.ROOT))  # measurements may use what the tests share
    sys.exit(main(sys.argv[1:]))
