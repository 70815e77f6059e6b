"""Writes the folder of a meeting; what goes out as final is recorded in its log first."""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.edition import Edition, Told, Written, quietly
from workshop.domain.final import Document
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, Words, said
from workshop.export.folder import KINDS, MAIN, made, whole, write_folder
from workshop.export.options import Options
from workshop.fileview import show_folder
from workshop.room import Room
from workshop.store.lock import hold
from workshop.store.papers import Paper
from workshop.store.store import Store
from workshop.upkeep import Standing


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
        written = write_folder(meeting, order.language, order.folder, order.options, order.only)
        store.papers.add(papers(kept, order.language, order.options, written))
    return written


def papers(source: str, language: Language, options: Options, written: Written) -> list[Paper]:
    """What is remembered of documents of a meeting or a network, to write them anew."""
    chosen = options.model_dump_json(exclude={"today"}, exclude_defaults=True)
    return [
        Paper(file, source, kind, language, options.final and kind in (*MAIN, "mail"), chosen)
        for file, kind in zip(written.files, written.kinds, strict=True)
    ]


STANDING = ("plan", "follow-up", "spreadsheet", "calendar")
# What else can be asked for; the rest is about one meeting.
OF_NETWORK = (*STANDING, "examples", "package", "schema")
OF_A_MEETING = Say(
    "“%(kind)s” belongs to one meeting. Nothing was written. Of a whole network there are: "
    "%(kinds)s."
)


def export_standing(
    file: Path,
    standing: Standing,
    language: Language,
    folder: Path,
    options: Options,
    only: Sequence[str] = (),
    told: Told = quietly,
) -> Written:
    """Writes what a network has to show at any time, and remembers where in the file."""
    kinds = only or STANDING
    for kind in kinds:
        if kind in KINDS and kind not in OF_NETWORK:
            raise Refused(said(OF_A_MEETING.text, kind=kind, kinds=", ".join(OF_NETWORK)))
    network = standing.network.id
    with closing(Store(file)) as store:
        # The same as is made when they are written anew, with its meetings' figures.
        whole = store.networks.standing(network, standing.today)
        written = write_folder(whole, language, folder, options, kinds, told)
        store.papers.add(papers(network, language, options, written))
    return written


@dataclass(frozen=True)
class StandingWriter:
    """Writes a network's documents beside whoever waits for them, and shows where they lie."""

    file: Path
    standing: Standing
    folder: Path

    def write_documents(self, edition: Edition, told: Told = quietly) -> "Future[Written]":
        options = Options(today=self.standing.today)
        aside = ThreadPoolExecutor(1, thread_name_prefix="documents")
        future = aside.submit(
            export_standing,
            *(self.file, self.standing, edition.language, self.folder, options, edition.only, told),
        )
        # Not waited for: the thread ends by itself when the documents are written.
        aside.shutdown(wait=False)
        return future

    def open_folder(self) -> None:
        """Shows the folder in the computer's own file window."""
        show_folder(self.folder)


async def publish(room: Room, folder: Path, edition: Edition, told: Told = quietly) -> Written:
    """Writes the whole folder of a meeting that runs, or what the edition asks for.

    Raises `Unready` and writes nothing when they cannot be final, `NotSaved` when the disk refuses.
    """
    meeting, language, only = room.meeting, edition.language, edition.only
    if edition.final:
        # What cannot be written is found out before anything is recorded.
        await asyncio.to_thread(made, meeting, language, Options(), only)
        await room.finalise(_both(meeting, only), edition.override)
    chosen = Options(final=edition.final)
    written = await asyncio.to_thread(
        write_folder, room.meeting, language, folder, chosen, only, told
    )
    await room.remember(papers(meeting.id, language, chosen, written))
    return written


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
    await room.finalise(_both(room.meeting, order.only), order.override)
    await room.close()
    return room.meeting


def _both(meeting: Meeting, only: Sequence[str]) -> list[Document]:
    """The e-mail carries both, so both are final with it; there is not always a plan."""
    sent = whole(meeting) if not only or "mail" in only else only
    return [document for document in MAIN if document in sent or document in only]
