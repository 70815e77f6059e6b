"""Hands meetings over to another computer as one file, and takes such files in."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from workshop.domain.parcel import Parcel
from workshop.domain.refused import Refused
from workshop.domain.words import Count, Day, Joined, Own, Say, Words, said
from workshop.store.own import plain_name
from workshop.store.portable import ENDING, read_file, read_header, write_file
from workshop.store.store import Store
from workshop.store.taking import Taken, Told


def hand_over(database: Path, which: str, to: Path, today: date, names: bool = True) -> Path:
    """Writes a network or a meeting into one file; returns where it lies.

    `which` is a network's name or id, or a meeting's id. `to` is a file, or a folder that gets
    one named after the network and the day. Raises `Refused`; then nothing was written.
    """
    with closing(Store(database)) as store:
        parcel, name = _parcel(store, which, names)
    stem = "-".join(filter(None, (plain_name(name), today.isoformat())))
    file = to / f"{stem}{ENDING}" if to.is_dir() else _ending(to)
    _spare(file)
    write_file(parcel, file)
    return file


def take_in(database: Path, file: Path) -> Taken:
    """Takes one file in; raises `Refused`, and then the database is as it was."""
    parcel = read_file(file)
    with closing(Store(database)) as store:
        return store.handover.take_in(parcel)


def take_all_in(database: Path, path: Path) -> list[Words]:
    """A file, or all of a folder, with what came of each; raises `Refused` for a single one."""
    if not path.is_dir():
        return told(take_in(database, path))
    lines: list[Words] = []
    for file in in_folders([path]):
        try:
            came = told(take_in(database, file))
        except Refused as refused:
            came = [refused.words]
        lines += [Joined((Own(file.name), line), ": ") for line in came]
    return lines


def told(taken: Taken) -> list[Words]:
    """What came of it, a line for each thing that somebody should know."""
    lines: list[Words] = []
    if taken.is_nothing:
        lines.append(Say("Nothing new: all of it is here already."))
    lines += [said("New: %(meeting)s", meeting=_words(one)) for one in taken.new]
    lines += [said("Went on elsewhere: %(meeting)s", meeting=_words(one)) for one in taken.longer]
    if taken.records:
        lines.append(
            Count(
                "%(n)s entry from between the meetings",
                "%(n)s entries from between the meetings",
                taken.records,
            )
        )
    if taken.names:
        lines.append(Count("%(n)s name", "%(n)s names", taken.names))
    lines += [said(CONFLICT.text, meeting=_words(one)) for one in taken.conflicts]
    lines += [said(UNITED.text, network=Own(name)) for name in taken.united]
    lines += [said(NAMESAKE.text, network=Own(name)) for name in taken.namesakes]
    return lines


CONFLICT = Say(
    "Went on in two ways: %(meeting)s. It stays as it is here; what was written there since then "
    "was not taken in. Agree on which one counts, and write the rest into it by hand."
)
UNITED = Say("Made one of two, as was done on the other computer: %(network)s")
NAMESAKE = Say(
    "There are two networks called %(network)s, begun on two computers; their measures are kept "
    "apart. Say whether they are one: workshop unite makes one of them, and workshop network "
    "--name gives one of them another name. Under Networks in the terminal it is the key u."
)


def _parcel(store: Store, which: str, names: bool) -> tuple[Parcel, str]:
    """What to hand over, and what the file is named after."""
    try:
        network = store.networks.find(which)
    except Refused:
        if store.networks.called(which):
            raise
        return _meeting(store, which, names)
    return store.handover.network(network.id, names), network.name


def _meeting(store: Store, which: str, names: bool) -> tuple[Parcel, str]:
    try:
        meeting = store.meeting(which)
    except Refused:
        known = ", ".join(store.networks.names())
        raise Refused(said(NEITHER.text, which=which, known=known)) from None
    return store.handover.meeting(meeting.id, names), f"{meeting.network} {meeting.id}"


NEITHER = Say(
    "There is neither a network nor a meeting “%(which)s”. Networks: %(known)s. The meetings are "
    "listed by: workshop meetings"
)
TAKEN = Say(
    "%(file)s is there already and is something else. Nothing was written. Choose another name."
)


def _ending(file: Path) -> Path:
    """The ending by which such files are found in a folder, whatever was typed."""
    if file.name.endswith(ENDING):
        return file
    return file.with_name(f"{file.name.removesuffix('.jsonl')}{ENDING}")


def _spare(file: Path) -> None:
    """An older hand-over may be replaced by a newer one, nothing else."""
    if not file.exists():
        return
    try:
        read_header(file)
    except Refused:
        raise Refused(said(TAKEN.text, file=str(file))) from None


def _words(one: Told) -> Words:
    day = Day(date.fromisoformat(one.date))
    return Joined((day, Own(one.network), one.title), " · ")


def in_folders(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and those that lie in a folder, by name."""
    found: list[Path] = []
    for path in paths:
        inside = files_in(path) if path.is_dir() else [path]
        if not inside:
            raise Refused(said(EMPTY.text, folder=str(path), ending=ENDING))
        found += inside
    return found


EMPTY = Say(
    "There is no file to take in in %(folder)s. Such files end in %(ending)s and are made with: "
    "workshop hand-over"
)


def files_in(folder: Path) -> Sequence[Path]:
    """The handed-over files of a folder and the folders in it, by name."""
    return sorted(folder.rglob(f"*{ENDING}"))
