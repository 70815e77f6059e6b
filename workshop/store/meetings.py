"""The row of a meeting, begun here or taken in from elsewhere."""

import json
import secrets
from datetime import date

from sqlite_utils import Database

from workshop.domain.meeting import Meeting
from workshop.domain.parcel import Log
from workshop.domain.retention import proposed
from workshop.store.database import table
from workshop.store.shelf import Kept


def add_meeting(
    db: Database, meeting: Kept, texts_erased: str = "", names_erased: str = ""
) -> None:
    """A meeting new to this file; the days (ISO) of erasing are "" where nothing was erased."""
    table(db, "meetings").insert(
        {
            "id": meeting.id,
            "network": meeting.network,
            "title": json.dumps(meeting.title.plain, ensure_ascii=False),
            "date": meeting.date,
            "ended": int(meeting.ended),
            "port": meeting.port,
            "secret": meeting.secret,
            "network_id": meeting.network_id,
            "keep_until": meeting.keep_until,
            "texts_erased": texts_erased,
            "names_erased": names_erased,
        }
    )


def meeting_row(db: Database, meeting: str) -> dict[str, str]:
    """What the list of meetings holds of one."""
    found: dict[str, str] = table(db, "meetings").get(meeting)
    return found


def take_in_meeting(db: Database, log: Log, meeting: Meeting, network: str) -> None:
    """One that comes from elsewhere, with addresses of its own; it can be continued here."""
    day = date.fromisoformat(meeting.date)
    until = date.fromisoformat(log.keep_until) if log.keep_until else proposed(day)
    taken = Kept(
        id=log.meeting,
        network=network or meeting.network,
        title=meeting.title,
        date=day.isoformat(),
        port=0,
        secret=secrets.token_hex(10),
        ended=meeting.ended,
        network_id=log.network,
        keep_until=until.isoformat(),
    )
    add_meeting(db, taken, log.texts_erased, log.names_erased)


def named_after(db: Database, log: Log, meeting: Meeting) -> None:
    """What the list tells of a meeting that went on elsewhere."""
    told = {"ended": int(meeting.ended)}
    marks = {"texts_erased": log.texts_erased, "names_erased": log.names_erased}
    table(db, "meetings").update(log.meeting, told | {k: v for k, v in marks.items() if v})
