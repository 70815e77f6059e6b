"""The row of a meeting that comes from elsewhere."""

import json
import secrets
from datetime import date

from sqlite_utils import Database

from workshop.domain.meeting import Meeting
from workshop.domain.parcel import Log
from workshop.domain.retention import proposed
from workshop.store.database import table


def add_meeting(db: Database, log: Log, meeting: Meeting, network: str) -> None:
    """A meeting new to this file, with addresses of its own; it can be continued here."""
    day = date.fromisoformat(meeting.date)
    until = log.keep_until and date.fromisoformat(log.keep_until).isoformat()
    table(db, "meetings").insert(
        {
            "id": log.meeting,
            "network": network or meeting.network,
            "title": json.dumps(meeting.title.plain, ensure_ascii=False),
            "date": day.isoformat(),
            "ended": int(meeting.ended),
            "port": 0,
            "secret": secrets.token_hex(10),
            "network_id": log.network,
            "keep_until": until or proposed(day).isoformat(),
            "texts_erased": log.texts_erased,
            "names_erased": log.names_erased,
        }
    )


def named_after(db: Database, log: Log, meeting: Meeting) -> None:
    """What the list tells of a meeting that went on elsewhere."""
    told = {"ended": int(meeting.ended)}
    marks = {"texts_erased": log.texts_erased, "names_erased": log.names_erased}
    table(db, "meetings").update(log.meeting, told | {k: v for k, v in marks.items() if v})
