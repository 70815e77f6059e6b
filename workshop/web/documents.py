"""The documents of the meeting, written when somebody at the desk asks for them."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from workshop.domain.edition import Edition, Written
from workshop.domain.final import unready
from workshop.domain.refused import Refused
from workshop.domain.text import one_line
from workshop.domain.words import Language, Say, Words, language_of
from workshop.room import Room
from workshop.web.desk import Desk
from workshop.web.fields import first
from workshop.web.phone import status_of
from workshop.web.posted import posted

WHY = Say("Write a reason, or fill in what is missing first.")
NO_LIST = Say("There is no list to vote on yet, so there are no ballots to print.")


Publish = Callable[[Edition], Awaitable[Written]]


class Documents:
    """The endpoints: a language's documents to choose from, drafts or final, and each to keep."""

    def __init__(self, room: Room, desk: Desk, publish: Publish) -> None:
        self._room = room
        self._desk = desk
        self._publish = publish
        self._made: dict[Language, Written] = {}

    async def listed(self, request: Request) -> Response:
        """Writes the documents as the meeting stands now, and links to them."""
        self._desk.admit(request)
        chosen = _language(request)
        try:
            await self._write(Edition(chosen))
        except Refused as refused:
            return self._page(request, chosen, problem=refused.words, status=status_of(refused))
        return self._page(request, chosen)

    async def finish(self, request: Request) -> Response:
        """Writes minutes and plan as final, and records it; asks why while something is missing."""
        self._desk.admit(request)
        chosen, why = _language(request), first(await posted(request), "override")
        if unready(self._room.meeting) and not one_line(why):
            return self._page(request, chosen, error=WHY, status=422)
        try:
            await self._write(Edition(chosen, final=True, override=why))
        except Refused as refused:
            status = status_of(refused)
            return self._page(request, chosen, problem=refused.words, status=status, why=why)
        return self._page(request, chosen, final=True)

    async def ballots(self, request: Request) -> Response:
        """The paper ballots with the frozen list, to print at once."""
        self._desk.admit(request)
        chosen = _language(request)
        try:
            made = await self._publish(Edition(chosen, only=("ballots",)))
        except Refused as refused:
            return self._page(request, chosen, problem=refused.words, status=status_of(refused))
        if not made.files:
            return self._page(request, chosen, problem=NO_LIST, status=409)
        return _sent(made.files[0])

    async def file(self, request: Request) -> Response:
        """One document, under its own name."""
        self._desk.admit(request)
        chosen, name = _language(request), request.path_params["name"]
        made = self._made.get(chosen) or await self._write(Edition(chosen))
        # Only names that were written are served: a path from outside reaches no other file.
        found = next((file for file in made.files if file.name == name), None)
        if found is None:
            raise HTTPException(404)
        return _sent(found)

    def _page(
        self,
        request: Request,
        chosen: Language,
        *,
        problem: Words = "",
        error: Words = "",
        status: int = 200,
        why: str = "",
        final: bool = False,
    ) -> Response:
        made = self._made.get(chosen)
        return self._desk.draw(
            "documents.html",
            request,
            status,
            files=made.files if made else (),
            kept=made.notice if made else "",
            problem=problem,
            error=error,
            chosen=chosen,
            lacking=unready(self._room.meeting),
            why=why,
            final=final,
        )

    async def _write(self, edition: Edition) -> Written:
        self._made[edition.language] = await self._publish(edition)
        return self._made[edition.language]


def _sent(file: Path) -> FileResponse:
    return FileResponse(file, filename=file.name, headers={"Cache-Control": "no-store"})


def _language(request: Request) -> Language:
    chosen = language_of(request.path_params["language"])
    if chosen is None:
        raise HTTPException(404)
    return chosen
