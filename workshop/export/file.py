"""Writes a file whole or not at all, and never over what somebody has changed."""

import os
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from workshop.domain.refused import NotSaved
from workshop.domain.words import Own, Say, Words
from workshop.export.page import AUTHOR, DRAFT
from workshop.store.whole import copied, write_whole

_TRIES = 100
_KEPT = Say("All that was recorded is kept; only this document was not written.")
_MADE = (b"PRODID:-//workshop//", b'"made_by": "workshop"', b'"$defs"', b"X-Mailer: workshop")
_BEGINNING = 2_000


def write(folder: Path, name: str, data: bytes) -> Path:
    """Writes the file, under a numbered name if the first is locked; raises `NotSaved`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with copied(data, folder) as copy:
            return _placed(copy, folder, name)
    except OSError as problem:
        raise NotSaved(_words(folder, problem)) from problem


def write_anew(path: Path, data: bytes | None) -> bool:
    """Puts other content in a draft of ours, or takes it away where there is none to put.

    False, and nothing is done, when it is final, open elsewhere or changed by somebody.
    """
    if not may_replace(path):
        return False
    try:
        if data is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(data, path)
    except OSError:
        return False
    return True


def _placed(whole: Path, folder: Path, name: str) -> Path:
    """Takes the first name that may be written; Windows refuses one that is open in Word."""
    refusal: PermissionError | None = None
    for target in _names(folder, name):
        if _is_same(whole, target):
            return target
        if not may_replace(target):
            continue
        try:
            os.replace(whole, target)
        except PermissionError as problem:
            refusal = problem
        else:
            return target
    raise refusal or PermissionError(name)


def _names(folder: Path, name: str) -> Iterator[Path]:
    first = folder / name
    yield first
    for number in range(2, _TRIES):
        yield first.with_name(f"{first.stem}-{number}{first.suffix}")


def _is_same(whole: Path, target: Path) -> bool:
    """Whether it is there already, byte for byte."""
    if not target.is_file() or target.stat().st_size != whole.stat().st_size:
        return False
    return target.read_bytes() == whole.read_bytes()


def may_replace(target: Path) -> bool:
    """Whether nothing is lost: there is no such file, or a draft nobody has saved since."""
    if not target.exists():
        return True
    if target.suffix in (".ics", ".json", ".eml"):
        return _is_ours(target)
    try:
        with ZipFile(target) as package:
            about = package.read("docProps/core.xml").decode("utf-8", "replace")
    except (OSError, BadZipFile, KeyError):
        return False
    return f"lastModifiedBy>{AUTHOR}<" in about and f"contentStatus>{DRAFT}<" in about


def _is_ours(target: Path) -> bool:
    """Whether a file that programs read says we made it; another program says its own name."""
    try:
        with target.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False
    return any(mark in beginning for mark in _MADE)


def _words(folder: Path, problem: OSError) -> Words:
    where: dict[str, Words] = {"folder": Own(str(folder)), "kept": _KEPT}
    if problem.errno == ENOSPC:
        return Say(
            "The disk is full, so no document was written to %(folder)s. %(kept)s "
            "Free some space, or choose another folder, and export again.",
            where,
        )
    if isinstance(problem, PermissionError):
        return Say(
            "No document could be written to %(folder)s: this is not allowed there, or the files "
            "are open in Word. %(kept)s Close them, or choose another folder, and export again.",
            where,
        )
    return Say(
        "No document could be written to %(folder)s. %(kept)s "
        "Check that the folder can be reached, or choose another, and export again.",
        where,
    )
