"""The Word documents of the meeting, written when somebody at the desk asks for them."""

from collections.abc import Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from workshop.domain.refused import Refused
from workshop.domain.words import Language, Words
from workshop.web.desk import Desk
from workshop.web.door import one_of_ours
from workshop.web.phone import status_of

Written = Callable[[Language], list[Path]]


class Documents:
    """The endpoints: a language's documents to choose from, and one of them to keep."""

    def __init__(self, desk: Desk, written: Written) -> None:
        self._desk = desk
        self._written = written
        self._files: dict[Language, list[Path]] = {}

    async def listed(self, request: Request) -> Response:
        """Writes the documents as the meeting stands now, and links to them."""
        self._desk.admit(request)
        chosen = _language(request)
        try:
            files = await self._write(chosen)
        except Refused as refused:
            return self._page(request, chosen, [], refused.words, status_of(refused))
        return self._page(request, chosen, files)

    async def file(self, request: Request) -> Response:
        """One document, under its own name."""
        self._desk.admit(request)
        chosen, name = _language(request), request.path_params["name"]
        files = self._files.get(chosen) or await self._write(chosen)
        # Only names that were written are served: a path from outside reaches no other file.
        found = next((file for file in files if file.name == name), None)
        if found is None:
            raise HTTPException(404)
        return FileResponse(found, filename=found.name, headers={"Cache-Control": "no-store"})

    def _page(
        self,
        request: Request,
        chosen: Language,
        files: list[Path],
        problem: Words = "",
        status: int = 200,
    ) -> Response:
        return self._desk.draw(
            "documents.html", request, status, files=files, problem=problem, chosen=chosen
        )

    async def _write(self, chosen: Language) -> list[Path]:
        self._files[chosen] = await run_in_threadpool(self._written, chosen)
        return self._files[chosen]


def _language(request: Request) -> Language:
    chosen = one_of_ours(request.path_params["language"])
    if chosen is None:
        raise HTTPException(404)
    return chosen
