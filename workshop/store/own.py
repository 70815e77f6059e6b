"""Agendas of one's own: names for their files, finds them, and writes them whole or not at all."""

import re
import unicodedata
from pathlib import Path

import tomli_w

from workshop.domain.agenda import Agenda
from workshop.domain.refused import NotSaved, Refused
from workshop.domain.step import Step
from workshop.domain.trouble import why
from workshop.domain.words import Say, said
from workshop.store.agendas import shipped
from workshop.store.whole import write_whole

LONGEST = 60
# What has no parts that could be taken away, and cannot stand in a name.
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ð": "d", "þ": "th", "ß": "ss", "ł": "l"})
# Windows keeps these for itself, whatever the ending.
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def own_folder(database: Path) -> Path:
    """Where the agendas lie that belong to a database file."""
    return database.parent / "agendas"


def owned(folder: Path) -> list[Path]:
    """The agenda files of one's own, by name; one that is named as a shipped one is not known."""
    known = {file.stem for file in shipped()}
    return sorted(file for file in folder.glob("*.toml") if file.stem not in known)


def file_name(name: str) -> str:
    """The name of the file, without its ending: lower-case letters, digits and hyphens.

    Raises `Refused` when nothing of the name can be used, or a shipped agenda has it.
    """
    stem = plain_name(name)
    if not stem:
        raise Refused(Say("Give it a name with letters or digits, such as “Spring meeting”."))
    if stem in {file.stem for file in shipped()}:
        raise Refused(said(SHIPPED.text, name=stem))
    return stem


def plain_name(name: str) -> str:
    """The name as any computer can name a file; "" when nothing of it can be used."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(ch for ch in plain if not unicodedata.combining(ch))
    stem = re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST].strip("-")
    return "" if _RESERVED.fullmatch(stem) else stem


SHIPPED = Say("“%(name)s” is an agenda that comes with the program. Choose another name.")
TAKEN = Say("You have an agenda “%(name)s” already. Choose another name.")


def save_own(agenda: Agenda, name: str, folder: Path, before: str = "") -> Path:
    """Writes an agenda of one's own; it may replace the one it was made from, named `before`.

    Raises `Refused` when the name cannot be used, `NotSaved` when the disk refuses.
    """
    stem = file_name(name)
    file = folder / f"{stem}.toml"
    if stem != before and file.exists():
        raise Refused(said(TAKEN.text, name=stem))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(agenda_text(agenda).encode(), file)
    except OSError as problem:
        raise NotSaved(said(UNSAVED.text, file=str(file), problem=why(problem))) from None
    return file


UNSAVED = Say("%(file)s could not be written (%(problem)s). Nothing was changed.")


def agenda_text(agenda: Agenda) -> str:
    """The agenda as a file says it; reading it gives an equal agenda."""
    whole = agenda.model_dump(mode="json", include={"title", "about", "words"})
    if not whole["words"]:
        del whole["words"]
    steps = [_settings(step) for step in agenda.steps]
    return tomli_w.dumps({**whole, "step": steps}, multiline_strings=True)


def _settings(step: Step) -> dict[str, object]:
    """What is said of a step: nothing that goes without saying, short things first."""
    told = step.model_dump(mode="json", exclude_defaults=True)
    first = {"kind": step.model_dump()["kind"], "id": step.id, "minutes": step.minutes}
    return {**first, **{key: value for key, value in told.items() if key not in first}}
