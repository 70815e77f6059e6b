"""Who comes in: the phone's token, the person it stands for, and the language it reads."""

import secrets
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from starlette.requests import Request, cookie_parser
from starlette.responses import Response
from starlette.types import Scope

from workshop.domain.meeting import Meeting
from workshop.domain.step import Who
from workshop.domain.words import Language, language_of
from workshop.language import best
from workshop.web.headers import header

COOKIE = "workshop"
LANGUAGE_COOKIE = "workshop-language"
YEAR = 365 * 24 * 60 * 60
LONGEST_TOKEN = 100
MOST_KNOWN = 5_000  # phones whose ids are not worked out anew


class Visitor(NamedTuple):
    """A browser; `known` when it brought its token back, so that it keeps cookies.

    `phone` is the browser's own id, `person` whom it stands for: the same, or with a personal code
    somebody who came in from another phone.
    """

    token: str
    known: bool
    phone: str
    person: str
    language: Language

    @property
    def who(self) -> Who:
        return Who(self.person, self.language)


def visitor(request: Request, meeting: Meeting) -> Visitor:
    """Who sends this request; a browser without a token gets a new one."""
    brought = token(request.scope)
    kept = brought or secrets.token_urlsafe(18)
    phone = phone_id(kept, meeting.id)
    person = meeting.phones.get(phone, phone)
    return Visitor(kept, bool(brought), phone, person, language(request, meeting))


def token(scope: Scope) -> str:
    """The token that the browser brought, "" for none."""
    return cookies(scope).get(COOKIE, "")[:LONGEST_TOKEN]


def cookies(scope: Scope) -> dict[str, str]:
    """The cookies of a request: read once, though several look at them."""
    if "workshop.cookies" not in scope:
        found = [value for name, value in scope["headers"] if name == b"cookie"]
        scope["workshop.cookies"] = cookie_parser(b"; ".join(found).decode("latin-1"))
    read: dict[str, str] = scope["workshop.cookies"]
    return read


@lru_cache(maxsize=MOST_KNOWN)
def phone_id(token: str, meeting: str) -> str:
    """A phone's id in one meeting: nothing is stored, and a restarted laptop knows the phone."""
    return sha256(f"{token}{meeting}".encode()).hexdigest()[:12]


def language(request: Request, meeting: Meeting) -> Language:
    """The language chosen on this browser, else the best it asks for, else the meeting's."""
    chosen = cookies(request.scope).get(LANGUAGE_COOKIE, "")
    accepted = header(request.scope, b"accept-language") or ""
    return language_of(chosen) or _best(accepted, meeting.language)


# The phones of a room ask for languages in a few ways only.
_best = lru_cache(maxsize=256)(best)


def remember(response: Response, guest: Visitor) -> None:
    """Give the browser its token, if it has none. No `secure`: the room speaks plain http."""
    if not guest.known:
        response.set_cookie(COOKIE, guest.token, max_age=YEAR, httponly=True, samesite="lax")


def remember_language(response: Response, chosen: Language) -> None:
    response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=YEAR, httponly=True, samesite="lax")
