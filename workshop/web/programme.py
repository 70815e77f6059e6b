"""The agenda as it stands now, to keep as a file from the facilitator's page."""

from starlette.requests import Request
from starlette.responses import Response

from workshop.leading.planning import agenda_of
from workshop.room import Room
from workshop.store.own import agenda_text
from workshop.web.desk import Desk

NAME = "agenda.toml"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Disposition": f'attachment; filename="{NAME}"',
    "X-Content-Type-Options": "nosniff",
}


class Programme:
    """One endpoint of the desk; the private notes are in the file, so only the desk has it."""

    def __init__(self, room: Room, desk: Desk) -> None:
        self._room = room
        self._desk = desk

    async def file(self, request: Request) -> Response:
        """The agenda, ready to be held again."""
        self._desk.admit(request)
        text = agenda_text(agenda_of(self._room.meeting))
        return Response(text.encode(), headers=HEADERS, media_type="application/toml")
