"""A text that is removed while its meeting runs goes out of the drafts written before, too."""

from __future__ import annotations

import asyncio
from pathlib import Path

from workshop import forgetting
from workshop.clock import Clock
from workshop.domain.event import Redacted
from workshop.domain.loss import Renewed
from workshop.domain.meeting import Meeting


class Renewing:
    """Hears of each change of one meeting, from the entries on that it has as it is opened."""

    def __init__(self, file: Path, clock: Clock, meeting: Meeting) -> None:
        self._file, self._clock = file, clock
        self._heard = len(meeting.entries)
        self._writing: asyncio.Task[Renewed] | None = None

    def hear(self, meeting: Meeting) -> None:
        """Called on the room's loop, after each change."""
        new = meeting.entries[self._heard :]
        self._heard = len(meeting.entries)
        if any(isinstance(entry.event, Redacted) for entry in new):
            renew = forgetting.Forgetting(self._file, self._clock).renew
            self._writing = asyncio.create_task(asyncio.to_thread(renew, meeting.id))

    async def close(self) -> None:
        """Waits for what is being written."""
        if self._writing is not None:
            await self._writing
