"""Pins every package, with its hashes, for all systems at once (needs `uv`)."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = (
    *("pip", "compile", "pyproject.toml", "--upgrade", "--generate-hashes"),
    *("--universal", "--python-version", "3.11"),
    *("--quiet", "--no-config", "--custom-compile-command", "python scripts/pin.py"),
)


def compile_pins(uv: str, *options: str) -> None:
    subprocess.run([uv, *COMPILE, *options], cwd=ROOT, check=True)


def main() -> int:
    uv = shutil.which("uv")
    if uv is None:
        print("Pinning needs uv: install it with `pipx install uv`, then try again.")
        return 1
    compile_pins(uv, "--group", "build", "-o", "scripts/requirements.txt")
    # The tests must meet the very versions people will run.
    pinned = ("-c", "scripts/requirements.txt", "-o", "scripts/requirements-dev.txt")
    compile_pins(uv, "--group", "dev", *pinned)
    return 0


if __name__ == "__main__":
    sys.exit(main())
