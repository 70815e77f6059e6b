"""Exports a kept meeting to a folder; what goes out as final is recorded in its log first."""

import asyncio
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.final import Document
from workshop.domain.meeting import Meeting
from workshop.domain.words import Language, Words, said
from workshop.export.folder import MAIN, Written, made, write_folder
from workshop.export.options import Options
from workshop.room import Room
from workshop.store.lock import hold
from workshop.store.store import Store


@dataclass(frozen=True)
class Order:
    """What to write of which meeting; `only` are kinds of document, all when empty."""

    file: Path
    meeting: str
    language: Language
    folder: Path
    options: Options
    only: tuple[str, ...] = ()
    override: str = ""


def export(order: Order) -> Written:
    """Writes the documents; raises `Refused` and writes nothing when they cannot be final."""
    with closing(Store(order.file)) as store:
        kept = store.meeting(order.meeting).id
        meeting = store.load(kept)
        if order.options.final:
            # Everything that can be refused is found out before anything is recorded.
            drafts = order.options.model_copy(update={"final": False})
            made(meeting, order.language, drafts, order.only)
            meeting = _recorded(store, kept, order)
    return write_folder(meeting, order.language, order.folder, order.options, order.only)


def lacks(written: Written) -> Words:
    """Which styles the organisation's template lacks, by name."""
    return said(
        "The template lacks these styles, so the program's own were used for them: %(styles)s.",
        styles=", ".join(written.missing),
    )


def _recorded(store: Store, meeting: str, order: Order) -> Meeting:
    lock = hold(order.file, meeting)
    try:
        return asyncio.run(_finalised(store, meeting, order))
    finally:
        lock.release()


async def _finalised(store: Store, meeting: str, order: Order) -> Meeting:
    room = Room(store, meeting)
    await room.finalise(_documents(order), order.override)
    await room.close()
    return room.meeting


def _documents(order: Order) -> list[Document]:
    """The e-mail carries both, so both are final with it."""
    both = not order.only or "mail" in order.only
    return [document for document in MAIN if both or document in order.only]
