"""Rolls a folder of handed-over files up; a shared drive is enough."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workshop.domain.card import Card
from workshop.domain.example import Example
from workshop.domain.gathering import Gathered
from workshop.domain.refused import NotSaved, Refused
from workshop.domain.rolling import rolled
from workshop.domain.rollup import RollUp, TopArea
from workshop.domain.trouble import why
from workshop.domain.words import Count, Language, Say, Words, said
from workshop.export.options import Options
from workshop.export.rollup import report
from workshop.export.rollup_sheets import rollup_json, rollup_schema, rollup_sheets
from workshop.handing import files_in
from workshop.steps.similar import pairs
from workshop.store.portable import ENDING, UNSAVED, read_header
from workshop.store.whole import write_whole

MOST_ALIKE = 15
NO_FOLDER = Say("There is no folder %(folder)s.")
NONE = Say(
    "There are no files to roll up in %(folder)s. They end in %(ending)s and are made with: "
    "workshop hand-over"
)


def roll_up(folder: Path, today: date) -> RollUp:
    """All files of a folder; only the first line of each is read.

    Files that cannot be read are named in it. Raises `Refused` where there is none at all.
    """
    found, unread = gathered(folder)
    made = rolled(found, today)
    return made.model_copy(update={"unread": unread, "alike": alike(made.top_areas)})


def gathered(folder: Path) -> tuple[Gathered, tuple[str, ...]]:
    """What the files tell, and the names of those that could not be read."""
    if not folder.is_dir():
        raise Refused(said(NO_FOLDER.text, folder=str(folder)))
    files = files_in(folder)
    if not files:
        raise Refused(said(NONE.text, folder=str(folder), ending=ENDING))
    found, unread = Gathered(), list[str]()
    for file in files:
        try:
            found.add(read_header(file))
        except Refused:
            unread.append(str(file.relative_to(folder)))
    return found, tuple(unread)


def examples(folder: Path) -> tuple[Example, ...]:
    """The good examples of a folder that may be shared, newest first."""
    found, _ = gathered(folder)
    return rolled(found, date.min).examples


def alike(areas: Sequence[TopArea]) -> tuple[tuple[str, str], ...]:
    """Areas that may mean the same, most alike first; people decide."""
    cards = [
        Card(id=str(n), deck="", step="", values={"text": one.text}, language=one.language)
        for n, one in enumerate(areas)
    ]
    return tuple((one.text, other.text) for one, other, _ in pairs(cards)[:MOST_ALIKE])


def rolled_up(folder: Path, to: Path, language: Language, today: date) -> list[Words]:
    """Rolls a folder up and writes the report; what came of it, a line for each thing."""
    found = roll_up(folder, today)
    lines: list[Words] = [
        Count("%(n)s region", "%(n)s regions", len(found.regions)),
        Count("%(n)s meeting", "%(n)s meetings", found.meetings),
    ]
    lines += [said(UNREAD.text, file=name) for name in found.unread]
    files = write(found, to, language, Options())
    return [*lines, *(said("Written: %(file)s", file=str(file)) for file in files)]


UNREAD = Say("Could not be read and was left out: %(file)s")


def write(found: RollUp, folder: Path, language: Language, options: Options) -> tuple[Path, ...]:
    """Report, spreadsheet, JSON and its schema; raises `NotSaved` when the disk refuses."""
    stem = f"regions-{found.today}"
    files = {
        f"{stem}-{language}.docx": report(found, language, options),
        f"{stem}-{language}.xlsx": rollup_sheets(found, language),
        f"{stem}.json": rollup_json(found),
        "regions.schema.json": rollup_schema(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            write_whole(content, folder / name)
    except OSError as problem:
        words = said(UNSAVED.text, file=str(folder), problem=why(problem))
        raise NotSaved(words) from None
    return tuple(folder / name for name in files)
