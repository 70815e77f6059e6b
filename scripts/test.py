"""Runs every check from a fresh checkout; with arguments only pytest, which gets them."""

import os
import subprocess
import sys

import chromium
import environment
import office

CHECKS = {
    "style": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "layers": ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    "types": ("-m", "mypy", "--strict", "workshop", "scripts"),
    "words": ("scripts/words.py", "--check"),
    "tests": ("-m", "pytest", "-n", "2"),
}


def plan(arguments: list[str]) -> dict[str, tuple[str, ...]]:
    return {"tests": (*CHECKS["tests"], *arguments)} if arguments else CHECKS


def run(checks: dict[str, tuple[str, ...]]) -> int:
    """Stop at the first check that fails, and say which."""
    for name, command in checks.items():
        print(f"== {name}", flush=True)
        status = subprocess.call([environment.PYTHON, *command], cwd=environment.ROOT)
        if status:
            print(f"== {name} failed", flush=True)
            return status
    print("== all good", flush=True)
    return 0


def main() -> int:
    if not environment.is_prepared(environment.DEVELOPMENT):
        return 1
    browser = chromium.provide(environment.PYTHON)
    if browser is None:
        print(chromium.NONE, file=sys.stderr)
        return 1
    os.environ[chromium.VARIABLE] = str(browser)
    if not office.provide():
        print(office.NONE, flush=True)
    return run(plan(sys.argv[1:]))


if __name__ == "__main__":
    sys.exit(main())
