"""The checkout's own Python environment, `.venv`, made and kept up to date."""

import hashlib
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME = ROOT / "scripts" / "requirements.txt"
DEVELOPMENT = ROOT / "scripts" / "requirements-dev.txt"


class Unready(Exception):
    """The environment cannot be made; the message says what the person can do."""


def fingerprint(requirements: Path) -> str:
    """One line that changes with the packages, the project's own table and the Python."""
    content = requirements.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return f"{requirements.name} {sys.version_info.major}.{sys.version_info.minor} {digest}"


def installed() -> list[str]:
    return STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() else []


def is_ready(requirements: Path) -> bool:
    return PYTHON.exists() and fingerprint(requirements) in installed()


def is_usable() -> bool:
    """Whether `.venv` runs, and with this very Python: an upgrade leaves a dead one behind."""
    if not PYTHON.exists():
        return False
    question = "import pip, sys; print(*sys.version_info[:2])"
    answer = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def create() -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Unready(said("no_environment"))


def pip_install(*arguments: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, "--no-input", *arguments], check=False).returncode:
        raise Unready(said("no_packages"))


def install(requirements: Path) -> None:
    STAMP.unlink(missing_ok=True)
    pip_install("--require-hashes", "-r", str(requirements))
    pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    # What the tests need contains what the program needs, in the same versions.
    covered = {RUNTIME, requirements}
    STAMP.write_text("\n".join(fingerprint(path) for path in covered), encoding="utf-8")


def prepare(requirements: Path) -> None:
    """Make `.venv` hold exactly these packages; instant and offline if it does already."""
    if is_ready(requirements):
        return
    if not is_usable():
        print(said("making"), flush=True)
        create()
    print(said("installing"), flush=True)
    install(requirements)
    print(said("ready"), flush=True)


def is_prepared(requirements: Path) -> bool:
    """As `prepare`; where that cannot be, the person is told why and what to do."""
    try:
        prepare(requirements)
    except Unready as problem:
        print(problem, file=sys.stderr)
        return False
    return True


def said(about: str) -> str:
    """What the program itself says about this, in the language of the computer."""
    # Where all is ready there is nothing to say, and no start should wait for it.
    sys.path.append(str(ROOT))
    return str(import_module("workshop.preparing").told(about))
