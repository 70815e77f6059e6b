"""A page to scan before the meeting: a phone sees that it reaches this computer, and is counted."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from workshop.room import Room
from workshop.web.door import remember, visitor
from workshop.web.pages import Pages

MOST_PHONES = 5_000


class Trial:
    """`reached` is called once for each phone that opens the page."""

    def __init__(self, room: Room, pages: Pages, reached: Callable[[], None] | None) -> None:
        self._room = room
        self._pages = pages
        self._reached = reached
        self._phones: set[str] = set()

    async def page(self, request: Request) -> Response:
        guest = visitor(request, self._room.meeting)
        self._count(guest.phone)
        response = self._pages.draw("test.html", request, guest.language)
        remember(response, guest)
        return response

    def _count(self, phone: str) -> None:
        if phone in self._phones or len(self._phones) >= MOST_PHONES:
            return
        self._phones.add(phone)
        if self._reached is not None:
            self._reached()
