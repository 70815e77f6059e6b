"""Writes documents to a folder: safe names, whole or not at all, nobody's work overwritten."""

import os
import unicodedata
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path
from uuid import uuid4
from zipfile import BadZipFile, ZipFile

from workshop.domain.meeting import Meeting
from workshop.domain.refused import NotSaved
from workshop.domain.words import Language, Own, Say, Words
from workshop.export.minutes import minutes
from workshop.export.options import Options
from workshop.export.page import AUTHOR, DRAFT
from workshop.export.plan import plan

KINDS = {"minutes": minutes, "plan": plan}
_LONGEST = 40
_TRIES = 100
_KEPT = Say("The meeting itself is safe; only this document was not written.")


def write_documents(
    meeting: Meeting, language: Language, folder: Path, options: Options | None = None
) -> list[Path]:
    """Minutes and plan as drafts; raises `NotSaved` with what to do about it."""
    chosen = options or Options()
    return [
        write(folder, file_name(meeting, kind, language), make(meeting, language, chosen))
        for kind, make in KINDS.items()
    ]


def file_name(meeting: Meeting, kind: str, language: Language) -> str:
    """Such as "2026-03-05-network-north-minutes-sv.docx"; nothing a participant typed is in it."""
    network = slug(meeting.network) or "network"
    return f"{meeting.date[:10]}-{network}-{kind}-{language}.docx"


def slug(text: str) -> str:
    """Small letters a-z, digits and hyphens: a file name on every system."""
    letters = text.casefold().translate(str.maketrans("æøåäöđð", "aoaaodd"))
    bare = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    kept = "".join(ch if ch.isalnum() else " " for ch in bare)
    return "-".join(kept.split())[:_LONGEST].strip("-")


def write(folder: Path, name: str, data: bytes) -> Path:
    """Writes the file, under a numbered name if the first is locked; raises `NotSaved`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        whole = _whole(folder, data)
    except OSError as problem:
        raise NotSaved(_words(folder, problem)) from problem
    try:
        return _placed(whole, folder, name)
    except OSError as problem:
        raise NotSaved(_words(folder, problem)) from problem
    finally:
        whole.unlink(missing_ok=True)


def _whole(folder: Path, data: bytes) -> Path:
    """A complete copy beside the target, on the disk and not only on its way there."""
    path = folder / f".{uuid4().hex}.part"
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _placed(whole: Path, folder: Path, name: str) -> Path:
    """Takes the first name that may be written; Windows refuses one that is open in Word."""
    refusal: PermissionError | None = None
    for target in filter(_free, _names(folder, name)):
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


def _free(target: Path) -> bool:
    """Whether nothing is lost: there is no such file, or a draft nobody has saved since."""
    if not target.exists():
        return True
    try:
        with ZipFile(target) as package:
            about = package.read("docProps/core.xml").decode("utf-8", "replace")
    except (OSError, BadZipFile, KeyError):
        return False
    return f"lastModifiedBy>{AUTHOR}<" in about and f"contentStatus>{DRAFT}<" in about


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
