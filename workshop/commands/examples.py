"""The command that searches the bank of good examples."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from workshop import rollups
from workshop.commands.home import file_of
from workshop.commands.parameters import AsJson, Data, option, printer, say
from workshop.domain.example import Example
from workshop.domain.words import Joined, Own, Say, Words, said
from workshop.export.rollup import told
from workshop.store.examples import search
from workshop.store.store import Store

Search = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS", help=say(Say("Words to search for; all of them must fit."))),
]
Folder = Annotated[
    Path | None,
    option(Say("Search a folder with files handed over, too."), "--folder"),
]


def examples(
    words: Search = None, folder: Folder = None, as_json: AsJson = False, data: Data = None
) -> None:
    found = search(_known(data, folder), " ".join(words or ()))
    if as_json:
        printer.data([one.model_dump(mode="json") for one in found])
    elif found:
        printer.table(HEADS, [_row(one) for one in found])
    elif words:
        printer.tell(said(NO_FIT.text, words=Own(" ".join(words))))
    else:
        printer.tell(Say("There is no good example yet that may be shared."))


NO_FIT = Say("No good example that may be shared holds all of these words: %(words)s")


def _known(data: Path | None, folder: Path | None) -> list[Example]:
    """Those of this computer, and those of a folder that are not here."""
    with closing(Store(file_of(data))) as store:
        here = store.examples.all()
    known = {one.id for one in here}
    there = rollups.examples(folder) if folder else ()
    return [*here, *(one for one in there if one.id not in known)]


HEADS = (Say("Good example"), Say("Region"), Say("What it tells"))


def _row(one: Example) -> tuple[Words, ...]:
    where, *pairs = told(one)
    what = [Joined((name, words), ": ") for name, words in pairs if words != Own("", one.language)]
    return Own(one.text, one.language), where[1], Joined(tuple(what), "\n")
