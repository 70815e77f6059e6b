"""The facilitator's page behind a secret link: everything the keys can do, and what is private."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from workshop.clock import local_now
from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.meeting import Meeting
from workshop.domain.particulars import particular
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.words import Say, Words
from workshop.room import Room
from workshop.web.code import Code
from workshop.web.dial import dial
from workshop.web.door import language
from workshop.web.fields import filled_in, first
from workshop.web.news import News
from workshop.web.offered import CORRECT, Tried, offered
from workshop.web.pages import Pages
from workshop.web.phone import status_of
from workshop.web.posted import answered, posted

Sent = Mapping[str, list[str]]
MEANWHILE = Say("The meeting had already moved on, so this was not done. This is where it is now.")


@dataclass(frozen=True)
class Waiting:
    """A text that waits to be read, and what stands where it can be corrected."""

    card: Card
    text: str
    error: Words = ""
    open: bool = False


class Desk:
    """The endpoints of the desk; a wrong secret finds nothing."""

    def __init__(
        self, room: Room, pages: Pages, news: News, code: Code, documents: bool = False
    ) -> None:
        self._room = room
        self._pages = pages
        self._news = news
        self._code = code
        self._documents = documents

    async def page(self, request: Request) -> Response:
        """The point, the stage, private notes, the clock, and all that can be done."""
        self.admit(request)
        return self._shown(request, Tried())

    async def lead(self, request: Request) -> Response:
        """Do one of the actions, after a question where one is due."""
        self.admit(request)
        sent = await posted(request)
        name = first(sent, "action")
        action = next((one for one in self._room.actions() if one.name == name), None)
        if action is None or not (action.private or self._is_current(sent)):
            return self._shown(request, Tried(name, sent, MEANWHILE, status=409))
        if "fill" in sent and action.form:
            return self._shown(request, Tried(name, filled_in(action.form, sent)))
        if action.confirm and "confirmed" not in sent:
            return self._asked(request, action, sent)
        return await self._done(request, name, sent)

    async def events(self, request: Request) -> Response:
        """News of everything that changes."""
        self.admit(request)
        return await self._news.stream(request)

    def admit(self, request: Request) -> None:
        """Turn away whoever does not know the secret, as if there were no desk."""
        given = str(request.path_params["secret"]).encode()
        if not secrets.compare_digest(given, self._room.secret.encode()):
            raise HTTPException(404)

    def draw(
        self, template: str, request: Request, status: int = 200, **values: object
    ) -> Response:
        """A page of the desk."""
        meeting = self._room.meeting
        return self._pages.draw(
            template,
            request,
            language(request, meeting),
            status,
            desk=f"/desk/{self._room.secret}",
            version=self._news.version,
            asks=self._news.asks,
            **values,
        )

    def _is_current(self, sent: Sent) -> bool:
        """Texts that wait belong to no point; everything else is meant for the one it shows."""
        return first(sent, "step") == self._room.meeting.current

    async def _done(self, request: Request, name: str, sent: Sent) -> Response:
        try:
            await self._room.lead(name, answered(sent))
        except Refused as refused:
            wrong = refused.fields if isinstance(refused, Unreadable) else {}
            status = status_of(refused)
            return self._shown(request, Tried(name, sent, refused.words, wrong, status))
        return RedirectResponse(f"/desk/{self._room.secret}?done=1", 303)

    def _asked(self, request: Request, action: Action, sent: Sent) -> Response:
        pairs = [(name, value) for name, values in sent.items() for value in values]
        return self.draw("confirm.html", request, action=action, pairs=pairs)

    def _shown(self, request: Request, tried: Tried) -> Response:
        meeting, step = self._room.meeting, self._room.step()
        return self.draw(
            "desk.html",
            request,
            tried.status,
            step=step,
            position=meeting.position() + 1,
            following=meeting.neighbour(1),
            stage=step.stage(meeting) if step else (),
            progress=step.progress(meeting) if step else None,
            present=len(meeting.present()),
            clock=dial(meeting, local_now()),
            offered=offered(meeting, self._room.actions(), tried),
            waiting=_waiting(meeting, tried),
            unnoticed=not particular(meeting, "notice"),
            problem=tried.problem,
            lost=_lost(tried, meeting, self._room.actions()),
            documents=self._documents,
            paper=self._documents and any(r.state == "open" for r in meeting.rounds.values()),
            address=self._code.address(request),
            sign=self._room.sign,
            done=request.query_params.get("done") == "1",
        )


def _waiting(meeting: Meeting, tried: Tried) -> list[Waiting]:
    """The texts to be read, oldest first; what was typed to correct one stands where it was."""
    card = first(tried.sent, "card") if tried.action == CORRECT else ""
    typed, error = first(tried.sent, "text"), tried.wrong.get("text", "")
    return [
        Waiting(one, typed, error, True) if one.id == card else Waiting(one, one.text)
        for one in meeting.waiting()
    ]


def _lost(tried: Tried, meeting: Meeting, actions: Sequence[Action]) -> list[str]:
    """What was typed for an action that is no longer there."""
    if tried.action == CORRECT:
        gone = first(tried.sent, "card") not in {card.id for card in meeting.waiting()}
        return [first(tried.sent, "text")] if gone else []
    if any(action.name == tried.action and action.form for action in actions):
        return []
    typed = " ".join(tried.sent.get("typed", ())).split()
    return [
        value
        for name, values in tried.sent.items()
        if name in typed or name.rpartition(".")[0] in typed
        for value in values
        if value.strip()
    ]
