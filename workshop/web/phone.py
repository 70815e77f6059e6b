"""What a participant's phone asks for: the current point, joining, answering, a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from workshop.domain.form import Form
from workshop.domain.joining import join_form
from workshop.domain.particulars import particular
from workshop.domain.refused import MovedOn, NotSaved, Refused, Unreadable
from workshop.domain.words import Say, Words, language_of
from workshop.room import Room
from workshop.steps import AnyStep
from workshop.web.door import Visitor, remember, remember_language, visitor
from workshop.web.fields import drawn_form, first
from workshop.web.guesses import Guesses
from workshop.web.news import News
from workshop.web.pages import Pages
from workshop.web.posted import answered, posted, readable

Sent = Mapping[str, list[str]]
LONGEST_CODE = 40
GONE = Say(
    "You are not in the list of this meeting. Take part again; what you wrote is here below."
)
NO_COOKIES = Say(
    "This phone does not keep cookies for this page, so the meeting cannot tell it from others. "
    "Allow cookies (leave private browsing), or tell the facilitator, who can type for you."
)
TOO_OFTEN = Say(
    "Too many wrong codes from this phone. Wait five minutes, or take part without a code."
)


@dataclass(frozen=True)
class Again:
    """A page shown again after something was sent: what was typed, and why it was refused."""

    sent: Sent = field(default_factory=dict)
    problem: Words = ""
    wrong: Mapping[str, Words] = field(default_factory=dict)
    status: int = 200


FRESH = Again()


class Phone:
    """The endpoints of a phone; each load gives the complete current state."""

    def __init__(self, room: Room, pages: Pages, news: News) -> None:
        self._room = room
        self._pages = pages
        self._news = news
        self._guesses = Guesses()

    async def home(self, request: Request) -> Response:
        """What is asked now, or what there is to wait for."""
        return self._shown(request, visitor(request, self._room.meeting), FRESH)

    async def joining(self, request: Request) -> Response:
        """Who one is, to be corrected."""
        return self._join_page(request, visitor(request, self._room.meeting), FRESH)

    async def join(self, request: Request) -> Response:
        """Take part, or correct who one is."""
        guest, sent = visitor(request, self._room.meeting), await posted(request)
        if not guest.known:
            return self._join_page(request, guest, Again(sent, NO_COOKIES, status=403))
        try:
            await self._room.join(guest.person, answered(sent), guest.language)
        except Refused as refused:
            return self._join_page(request, guest, again(sent, refused))
        return RedirectResponse("/", 303)

    async def recognise(self, request: Request) -> Response:
        """Go on as somebody who takes part already, by the personal code."""
        guest, sent = visitor(request, self._room.meeting), await posted(request)
        if not guest.known:
            return self._join_page(request, guest, Again(sent, NO_COOKIES, status=403))
        if guest.person in self._room.meeting.people:
            return RedirectResponse("/", 303)
        if self._guesses.spent(guest.phone):
            return self._join_page(request, guest, Again(sent, "", {"code": TOO_OFTEN}, 429))
        try:
            await self._room.recognise(guest.phone, first(sent, "code"))
        except Refused as refused:
            self._guesses.missed(guest.phone)
            return self._join_page(request, guest, Again(sent, "", {"code": refused.words}, 422))
        return RedirectResponse("/", 303)

    async def answer(self, request: Request) -> Response:
        """Take in an answer; whatever happens, what was written is not lost."""
        guest, sent = visitor(request, self._room.meeting), await posted(request)
        step = first(sent, "step")
        if guest.person not in self._room.meeting.people:
            problem = GONE if guest.known else NO_COOKIES
            return self._shown(request, guest, Again(sent, problem, status=403))
        try:
            await self._room.contribute(step, guest.who, answered(sent))
        except Refused as refused:
            return self._shown(request, guest, again(sent, refused))
        return _led(f"/?received={self._room.meeting.current}")

    async def language(self, request: Request) -> Response:
        """Change the language; what was half written on the page comes along."""
        guest, sent = visitor(request, self._room.meeting), await posted(request)
        chosen = language_of(first(sent, "language")) or guest.language
        guest = guest._replace(language=chosen)
        response = self._translated(request, guest, sent)
        remember_language(response, chosen)
        return response

    def _translated(self, request: Request, guest: Visitor, sent: Sent) -> Response:
        match first(sent, "page"):
            case "join":
                return self._join_page(request, guest, Again(sent))
            case "point":
                return self._shown(request, guest, Again(sent))
            case _:
                back = first(sent, "back")
                inside = back.startswith("/") and not back.startswith(("//", "/\\"))
                return RedirectResponse(back if inside else "/", 303)

    def _shown(self, request: Request, guest: Visitor, again: Again) -> Response:
        meeting = self._room.meeting
        if meeting.ended:
            return self._draw("thanks.html", request, guest, again)
        if guest.person not in meeting.people:
            return self._join_page(request, guest, again)
        return self._point(request, guest, again)

    def _point(self, request: Request, guest: Visitor, again: Again) -> Response:
        meeting, step = self._room.meeting, self._room.step()
        form = step.form(meeting, guest.who) if step else None
        typed = again.sent if _stands(again.sent, step, form) else None
        waits = step.waits(meeting, guest.who) if step and not form else ()
        shared = self._pages.shared
        return self._draw(
            "point.html",
            request,
            guest,
            again,
            step=step,
            position=meeting.position() + 1,
            form=form,
            refilled=drawn_form(form, typed, again.wrong) if form and typed is not None else None,
            asked=shared.form(guest.language, meeting, form) if form and typed is None else "",
            waits=shared.blocks(guest.language, meeting, waits),
            received=bool(step) and request.query_params.get("received") == meeting.current,
            kept=[] if typed is not None else readable(again.sent, meeting),
            me=meeting.people.get(guest.person),
            code=self._room.code(guest.person),
            waiting=[
                card
                for card in meeting.waiting()
                if (card.step, card.author) == (meeting.current, guest.person)
            ],
        )

    def _join_page(self, request: Request, guest: Visitor, again: Again) -> Response:
        form = join_form(self._room.meeting, guest.person)
        here = "organisation" in again.sent
        return self._draw(
            "join.html",
            request,
            guest,
            again,
            form=drawn_form(form, again.sent if here else None, again.wrong),
            known=guest.person in self._room.meeting.people,
            code=first(again.sent, "code")[:LONGEST_CODE],
            wrong_code=again.wrong.get("code", ""),
            notice=particular(self._room.meeting, "notice"),
            sign=self._room.sign,
            kept=[] if here else readable(again.sent, self._room.meeting),
        )

    def _draw(
        self, template: str, request: Request, guest: Visitor, again: Again, **values: object
    ) -> Response:
        meeting = self._room.meeting
        values = {"kept": readable(again.sent, meeting), **values}
        response = self._pages.draw(
            template,
            request,
            guest.language,
            again.status,
            problem=again.problem,
            version=self._news.version_for(guest.person),
            asks=self._news.asks,
            **values,
        )
        remember(response, guest)
        return response


def again(sent: Sent, refused: Refused) -> Again:
    """Why it was refused, beside each field where the form can say so."""
    wrong = refused.fields if isinstance(refused, Unreadable) else {}
    return Again(sent, refused.words, wrong, status_of(refused))


@lru_cache(maxsize=64)
def _led(address: str) -> Response:
    """Leads the browser to a page of ours: nothing in its address needs to be quoted.

    Everybody who has answered a step is led to the same place, so the answer is made once.
    """
    return Response(status_code=303, headers={"Location": address})


def status_of(refused: Refused) -> int:
    match refused:
        case MovedOn():
            return 409
        case NotSaved():
            return 503
        case _:
            return 422


def _stands(sent: Sent, step: AnyStep | None, form: Form | None) -> bool:
    """Whether what was sent can stand in the form that is shown now."""
    if step is None or form is None or not sent:
        return False
    return first(sent, "step") == step.id and first(sent, "stamp") == form.stamp
