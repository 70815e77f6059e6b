"""The mirror: what the stage shows, as readable HTML in the reader's language; nothing private."""

from starlette.requests import Request
from starlette.responses import Response

from workshop.clock import local_now
from workshop.room import Room
from workshop.web.code import Code
from workshop.web.dial import dial
from workshop.web.door import language
from workshop.web.news import News
from workshop.web.pages import Pages


class Screen:
    """The endpoint of the mirror."""

    def __init__(self, room: Room, pages: Pages, news: News, code: Code) -> None:
        self._room = room
        self._pages = pages
        self._news = news
        self._code = code

    async def page(self, request: Request) -> Response:
        meeting, step = self._room.meeting, self._room.step()
        return self._pages.draw(
            "screen.html",
            request,
            language(request, meeting),
            step=step,
            position=meeting.position() + 1,
            stage=step.stage(meeting) if step else (),
            clock=dial(meeting, local_now()),
            address=self._code.address(request),
            sign=self._room.sign,
            version=self._news.version,
            asks=self._news.asks,
        )
