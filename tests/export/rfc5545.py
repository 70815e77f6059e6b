"""A strict reader of calendar files, written after RFC 5545 and knowing nothing of the writer."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

_LINE = re.compile(
    r"([A-Z-]+)((?:;[A-Z-]+=(?:[^\x00-\x1f\x7f\";:,]*|\"[^\x00-\x1f\x7f\"]*\"))*):(.*)"
)
_STAMP = re.compile(r"\d{8}T\d{6}Z")
_ESCAPE = re.compile(r"\\(.)")


@dataclass
class Event:
    """The properties of one event: texts without their escapes, days and times as such."""

    values: dict[str, str] = field(default_factory=dict)
    starts: date | None = None
    ends: date | None = None


def lines(data: bytes) -> list[str]:
    """The unfolded content lines (3.1)."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in physical), "a line is longer than 75 octets"
    assert not any(b"\n" in line or b"\r" in line for line in physical), "a bare line break"
    for line in physical:
        line.decode("utf-8")  # no letter is parted by a fold, which not every reader mends
    return b"\r\n".join(physical).replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def read(data: bytes) -> list[Event]:
    """The events of a calendar; an assertion says what does not follow the standard."""
    events: list[Event] = []
    inside: list[str] = []
    about: dict[str, str] = {}
    for line in lines(data):
        name, parameters, value = _parted(line)
        if name == "BEGIN":
            inside.append(value)
            assert inside in (["VCALENDAR"], ["VCALENDAR", "VEVENT"])
            events += [Event()] if value == "VEVENT" else []
        elif name == "END":
            assert inside.pop() == value
        elif inside == ["VCALENDAR"]:
            about[name] = value
        else:
            _take(events[-1], name, parameters, value)
    assert not inside and about["VERSION"] == "2.0" and about["PRODID"]
    _check(events)
    return events


def _parted(line: str) -> tuple[str, str, str]:
    found = _LINE.fullmatch(line)
    assert found, f"not a content line: {line!r}"
    return found[1], found[2], found[3]


def _take(event: Event, name: str, parameters: str, value: str) -> None:
    assert name not in event.values, f"{name} twice"
    event.values[name] = _ESCAPE.sub(_unescaped, value)
    if name in ("DTSTART", "DTEND"):
        day = parameters == ";VALUE=DATE"
        shape = "%Y%m%d" if day else "%Y%m%dT%H%M%S"
        found = datetime.strptime(value, shape)
        setattr(event, {"DTSTART": "starts", "DTEND": "ends"}[name], found.date() if day else found)
    if name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
        assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), "an unescaped comma or semicolon"


def _unescaped(found: re.Match[str]) -> str:
    assert found[1] in "\\;,nN", f"an escape there is not: {found[0]}"
    return "\n" if found[1] in "nN" else found[1]


def _check(events: list[Event]) -> None:
    """What every event needs (3.6.1), and that no two are the same."""
    ids = [event.values["UID"] for event in events]
    assert len(ids) == len(set(ids))
    for event in events:
        assert _STAMP.fullmatch(event.values["DTSTAMP"])
        assert event.starts is not None and event.ends is not None
        assert type(event.starts) is type(event.ends) and event.starts < event.ends
