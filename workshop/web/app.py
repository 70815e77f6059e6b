"""The web application: which address leads where, and what every answer passes through."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect
from starlette.routing import BaseRoute, Route, Router
from starlette.types import ASGIApp

from workshop.room import Room
from workshop.web import version
from workshop.web.assets import SCRIPT_PATH, script
from workshop.web.code import Code
from workshop.web.desk import Desk
from workshop.web.documents import Documents, Publish
from workshop.web.errors import Errors
from workshop.web.guard import Guarded
from workshop.web.news import News
from workshop.web.pace import Paced, Paces
from workshop.web.pages import Pages
from workshop.web.phone import Phone
from workshop.web.programme import NAME, Programme
from workshop.web.screen import Screen
from workshop.web.straight import Straight, answering
from workshop.web.trial import Trial

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def make_app(
    room: Room,
    documents: Publish | None = None,
    address: Callable[[], str] | None = None,
    reached: Callable[[], None] | None = None,
) -> ASGIApp:
    """Phones, desk and mirror of one room.

    `documents` writes the Word files of a language; `address` is what phones open, where the
    address that a page was reached at is not the one to tell others; `reached` is called for each
    phone that opens the test page.
    """
    code = Code(address)
    pages = Pages(lambda: room.meeting)
    for_phones = News(room, version.of_phone, version.own_of_phones)
    for_screen = News(room, version.of_stage)
    for_desk = News(room, version.of_desk)
    desk = Desk(room, pages, for_desk, code, documents is not None)
    phone = Phone(room, pages, for_phones)
    routes = [
        *_phone_routes(phone),
        Route("/screen", Screen(room, pages, for_screen, code).page),
        Route("/screen/events", for_screen.stream),
        *_desk_routes(room, desk, documents),
        Route("/test", Trial(room, pages, reached).page),
        Route("/code.svg", code.image),
        Route(SCRIPT_PATH, script),
    ]
    errors, paces = Errors(room, pages), Paces()
    handlers = dict.fromkeys((HTTPException, ClientDisconnect, Exception), errors.told)
    lifespan = _listening(room, (for_phones, for_screen, for_desk))
    rest = guarded(routes, paces, handlers, lifespan, address)
    short = {("POST", "/answer"): phone.answer, ("GET", "/events"): for_phones.stream}
    behind = {key: Paced(Guarded(answering(one), address), paces) for key, one in short.items()}
    return Straight(behind, rest, errors)


def guarded(
    routes: Sequence[BaseRoute],
    paces: Paces,
    handlers: Mapping[Any, Callable[..., Any]] | None = None,
    lifespan: Lifespan | None = None,
    address: Callable[[], str] | None = None,
) -> Starlette:
    """These pages behind what every request and answer of the meeting passes through."""
    app = Starlette(exception_handlers=handlers)
    # Pace and guard stand inside, so that their refusals become readable pages too.
    inside = [Middleware(Paced, paces), Middleware(Guarded, address)]
    app.router = Router(routes, lifespan=lifespan, middleware=inside)
    return app


def _phone_routes(phone: Phone) -> list[Route]:
    return [
        # What is asked for most stands first: addresses are compared one after another.
        Route("/", phone.home),
        Route("/join", phone.joining, methods=["GET"]),
        Route("/join", phone.join, methods=["POST"]),
        Route("/code", phone.home, methods=["GET"]),
        Route("/code", phone.recognise, methods=["POST"]),
        Route("/answer", phone.home, methods=["GET"]),
        Route("/language", phone.home, methods=["GET"]),
        Route("/language", phone.language, methods=["POST"]),
    ]


def _desk_routes(room: Room, desk: Desk, written: Publish | None) -> list[Route]:
    routes = [
        Route("/desk/{secret}", desk.page, methods=["GET"]),
        Route("/desk/{secret}", desk.lead, methods=["POST"]),
        Route("/desk/{secret}/events", desk.events),
        Route(f"/desk/{{secret}}/{NAME}", Programme(room, desk).file),
    ]
    if written is None:
        return routes
    documents = Documents(room, desk, written)
    folder = "/desk/{secret}/documents/{language}"
    return [
        *routes,
        Route("/desk/{secret}/ballots/{language}", documents.ballots),
        Route(folder, documents.listed, methods=["GET"]),
        Route(folder, documents.finish, methods=["POST"]),
        Route(folder + "/{name}", documents.file),
    ]


def _listening(room: Room, channels: Sequence[News]) -> Lifespan:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        stops = [room.hear(news.heard) for news in channels]
        yield
        for stop in stops:
            stop()
        for news in channels:
            news.close()

    return lifespan
