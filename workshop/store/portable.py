"""The file that meetings are handed over in: a summary in the first line, then a fact a line."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints, TypeAdapter

from workshop.domain.contact import Contact
from workshop.domain.event import Entry
from workshop.domain.parcel import Log, Parcel
from workshop.domain.record import Record
from workshop.domain.refused import NotSaved, Refused
from workshop.domain.summary import FORMAT, VERSION, Header
from workshop.domain.summing import summed
from workshop.domain.trouble import why
from workshop.domain.value import Value
from workshop.domain.words import Say, said
from workshop.store.readable import is_readable
from workshop.store.whole import write_whole

ENDING: Final = ".workshop.jsonl"
LARGEST: Final = 200_000_000  # bytes of a file
LONGEST: Final = 20_000_000  # bytes of its first line
FAULTS: Final = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
)
# Part of the name of a file here.
Id = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{1,64}$")]


class RecordLine(Value):
    """What a network recorded between its meetings."""

    kind: Literal["record"] = "record"
    network: Id
    record: Record


class ContactLine(Value):
    """Somebody whom a network can reach."""

    kind: Literal["contact"] = "contact"
    network: Id
    person: str
    name: str
    reach: str = ""


class MeetingLine(Value):
    """A meeting; its entries and names follow."""

    kind: Literal["meeting"] = "meeting"
    meeting: Id
    network: Id | Literal[""]
    keep_until: str = ""
    texts_erased: str = ""
    names_erased: str = ""


class EntryLine(Value):
    """The next entry of a meeting's log."""

    kind: Literal["entry"] = "entry"
    meeting: str
    entry: Entry


class NameLine(Value):
    """The name of somebody in a meeting."""

    kind: Literal["name"] = "name"
    meeting: str
    person: str
    name: str


Line = RecordLine | ContactLine | MeetingLine | EntryLine | NameLine
LINE: TypeAdapter[Line] = TypeAdapter(Annotated[Line, Field(discriminator="kind")])


def written(parcel: Parcel) -> bytes:
    """The whole file; the same parcel gives the same bytes."""
    lines = [line.model_dump_json() for line in _lines(parcel)]
    rest = "".join(f"{line}\n" for line in lines).encode()
    networks, meetings = summed(parcel)
    header = Header(
        networks=networks,
        meetings=meetings,
        lines=len(lines),
        sha256=sha256(rest).hexdigest(),
    )
    return f"{header.model_dump_json()}\n".encode() + rest


def _lines(parcel: Parcel) -> Iterator[Line]:
    for network in sorted(parcel.records):
        for record in parcel.records[network]:
            yield RecordLine(network=network, record=record)
        for one in parcel.contacts.get(network, ()):
            yield ContactLine(network=network, person=one.person, name=one.name, reach=one.reach)
    for log in parcel.logs:
        yield MeetingLine(
            meeting=log.meeting,
            network=log.network,
            keep_until=log.keep_until,
            texts_erased=log.texts_erased,
            names_erased=log.names_erased,
        )
        yield from (EntryLine(meeting=log.meeting, entry=entry) for entry in log.entries)
        for person, name in sorted(log.names.items()):
            yield NameLine(meeting=log.meeting, person=person, name=name)


def read_header(file: Path) -> Header:
    """What the first line tells; nothing else of the file is read. Raises `Refused`."""
    try:
        with file.open("rb") as stream:
            line = stream.readline(LONGEST + 1)
    except OSError as problem:
        raise Refused(_unread(file, problem)) from problem
    return _header(file.name, line)


def read_file(file: Path) -> Parcel:
    """All that a file holds; raises `Refused` with what is wrong with it."""
    try:
        if file.stat().st_size > LARGEST:
            raise Refused(said(TOO_LARGE.text, file=file.name))
        data = file.read_bytes()
    except OSError as problem:
        raise Refused(_unread(file, problem)) from problem
    first, _, rest = data.partition(b"\n")
    header = _header(file.name, first)
    if rest.count(b"\n") != header.lines or sha256(rest).hexdigest() != header.sha256:
        raise Refused(said(NOT_WHOLE.text, file=file.name))
    try:
        return _parcel(_line(line) for line in rest.splitlines())
    except FAULTS as problem:
        raise Refused(said(DAMAGED.text, file=file.name)) from problem


def _header(name: str, line: bytes) -> Header:
    try:
        told = json.loads(line)
    except FAULTS as problem:
        raise Refused(said(NOT_OURS.text, file=name)) from problem
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise Refused(said(NOT_OURS.text, file=name))
    version = told.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Refused(said(NEWER.text, file=name))
    try:
        return Header.model_validate_json(_readable(line))
    except FAULTS as problem:
        raise Refused(said(DAMAGED.text, file=name)) from problem


def _line(line: bytes) -> Line:
    return LINE.validate_json(_readable(line))


def _readable(line: bytes) -> bytes:
    """The same line; `ValueError` where a text in it would steer a terminal or a page."""
    text = line.decode()
    # Where nothing is written in another way, the line itself can be looked through.
    if not is_readable(json.loads(text) if "\\" in text else text):
        raise ValueError("holds what cannot be read")
    return line


def _parcel(lines: Iterable[Line]) -> Parcel:
    records: dict[str, list[Record]] = defaultdict(list)
    contacts: dict[str, list[Contact]] = defaultdict(list)
    meetings: dict[str, MeetingLine] = {}
    entries: dict[str, list[Entry]] = defaultdict(list)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for line in lines:
        match line:
            case RecordLine():
                records[line.network].append(line.record)
            case ContactLine():
                contacts[line.network].append(Contact(line.person, line.name, line.reach))
            case MeetingLine():
                meetings[line.meeting] = line
            case EntryLine():
                entries[line.meeting].append(line.entry)
            case NameLine():
                names[line.meeting][line.person] = line.name
    if not entries.keys() | names.keys() <= meetings.keys():
        raise ValueError("an entry of no meeting")
    return Parcel(
        records={network: tuple(found) for network, found in records.items()},
        contacts={network: tuple(found) for network, found in contacts.items()},
        logs=tuple(_log(one, entries[id_], names[id_]) for id_, one in meetings.items()),
    )


def _log(one: MeetingLine, entries: list[Entry], names: dict[str, str]) -> Log:
    told = one.model_dump(exclude={"kind"})
    return Log(**told, entries=tuple(entries), names=names)


def write_file(parcel: Parcel, file: Path) -> None:
    """Writes it whole; raises `NotSaved` when the disk refuses."""
    data = written(parcel)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(data, file)
    except OSError as problem:
        raise NotSaved(said(UNSAVED.text, file=str(file), problem=why(problem))) from problem


def _unread(file: Path, problem: OSError) -> Say:
    return said(UNREAD.text, file=str(file), problem=why(problem))


UNREAD = Say("%(file)s could not be read (%(problem)s). Nothing was changed.")
UNSAVED = Say("%(file)s could not be written (%(problem)s). Nothing was changed.")
NOT_OURS = Say(
    "%(file)s is not a file that workshop handed over. Nothing was changed. Such a file is made "
    "with: workshop hand-over"
)
NEWER = Say(
    "%(file)s was made by a newer version of workshop. Nothing was changed. Update workshop, then "
    "do it again."
)
NOT_WHOLE = Say(
    "%(file)s is not whole: something was cut off or changed on the way. Nothing was changed here. "
    "Ask for the file once more."
)
DAMAGED = Say(
    "%(file)s holds something that workshop does not write. Nothing was changed here. Ask for the "
    "file once more."
)
TOO_LARGE = Say(
    "%(file)s is larger than any file that workshop hands over. Nothing was changed here."
)
