"""Pages for what goes wrong: always words for a person, never a traceback."""

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from workshop.domain.words import Say
from workshop.room import Room
from workshop.web.door import language
from workshop.web.pages import Pages

FAULT = Say(
    "Something went wrong in the program. Nothing that was received is lost. Go back and try "
    "again, or tell the facilitator."
)
SENTENCES: dict[int, Say] = {
    400: Say(
        "The page sent something that could not be read. Go back, load it again and try again."
    ),
    403: Say(
        "This was sent from another site, so it was not received. Open the meeting's own page."
    ),
    404: Say("There is nothing at this address. Follow the link to the meeting."),
    408: Say("The page did not arrive as a whole. Go back and send it again."),
    413: Say("This is too much text for one page. Go back, shorten it and send it again."),
    429: Say("This phone sends very much at once. Wait a moment, go back and try again."),
}
TITLES: dict[int, Say] = {
    403: Say("Not received"),
    404: Say("Nothing here"),
    413: Say("Too much text"),
}


class Errors:
    """The handler of what no endpoint could answer."""

    def __init__(self, room: Room, pages: Pages) -> None:
        self._room = room
        self._pages = pages

    async def told(self, request: Request, problem: Exception) -> Response:
        """A refusal or a fault in words; whoever calls this raises a fault again."""
        match problem:
            case HTTPException():
                return self._refused(request, problem)
            case ClientDisconnect():
                # A phone that went away while it was sending: nobody reads the answer.
                return Response(status_code=400)
            case _:
                return self._page(request, 500, FAULT)

    def _refused(self, request: Request, problem: HTTPException) -> Response:
        """An address that is not there, a body that is too large, a foreign form."""
        status = problem.status_code
        page = self._page(request, status, SENTENCES.get(status, SENTENCES[400]))
        page.headers.update(problem.headers or {})
        return page

    def _page(self, request: Request, status: int, sentence: Say) -> Response:
        reader = language(request, self._room.meeting)
        title = TITLES.get(status, Say("That did not work"))
        return self._pages.draw(
            "error.html", request, reader, status, title=title, sentence=sentence
        )
