"""What a form sent: raw answers, within limits that no honest page meets."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote_plus

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request

from workshop.domain.form import Answers
from workshop.domain.meeting import Meeting
from workshop.domain.words import Own, Words
from workshop.web.headers import header

MOST_FIELDS = 1_000
LARGEST_BODY = 200_000  # bytes
# What the page itself sends along: never an answer.
OURS = ("step", "stamp", "page", "typed", "language", "back", "action", "confirmed", "fill")


async def posted(request: Request) -> dict[str, list[str]]:
    """The values sent under each name; files are left out."""
    kind = (header(request.scope, b"content-type") or "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        # What all our pages send; hundreds of ballots a second are read here.
        return _unpacked((await _body(request)).decode("utf-8", "replace"))
    try:
        async with request.form(
            max_files=0, max_fields=MOST_FIELDS, max_part_size=LARGEST_BODY
        ) as sent:
            return _gathered(sent)
    except MultiPartException as problem:
        raise HTTPException(400) from problem


async def _body(request: Request) -> bytes:
    """The whole body, which the guard keeps within its limits."""
    parts = []
    while True:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _unpacked(body: str) -> dict[str, list[str]]:
    """As `parse_qs`, in half its time."""
    answers: dict[str, list[str]] = {}
    pairs = body.split("&", MOST_FIELDS)
    if len(pairs) > MOST_FIELDS:
        raise HTTPException(400)
    for pair in filter(None, pairs):
        name, _, value = pair.partition("=")
        # Most of what a ballot is made of stands there as it is.
        if "%" in pair or "+" in pair:
            name, value = unquote_plus(name), unquote_plus(value)
        answers.setdefault(name, []).append(value)
    return answers


def _gathered(sent: FormData) -> dict[str, list[str]]:
    answers: dict[str, list[str]] = {}
    for name, value in sent.multi_items():
        if isinstance(value, str):
            answers.setdefault(name, []).append(value)
    return answers


def answered(sent: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Only what answers the form, and its stamp."""
    return {name: values for name, values in sent.items() if name == "stamp" or name not in OURS}


def readable(sent: Answers, meeting: Meeting) -> list[Words]:
    """What somebody wrote or chose, in words, when there is no form any more to show it in."""
    typed = " ".join(sent.get("typed", ())).split()
    found = (
        _words(name, value, typed, meeting)
        for name, values in sent.items()
        if name not in OURS
        for value in values
    )
    return [words for words in found if words]


def _words(name: str, value: str, typed: Iterable[str], meeting: Meeting) -> Words:
    if name in typed or name.rpartition(".")[0] in typed:
        return Own(value.strip()) if value.strip() else ""
    card = meeting.cards.get(value)
    return card.words if card else ""
