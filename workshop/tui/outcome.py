"""Waits for what the room was asked to do, and tells what came of it in words for a person."""

import asyncio
import logging
from concurrent.futures import Future
from typing import TypeVar

from textual.widget import Widget

from workshop.domain.refused import Refused
from workshop.domain.words import Say, Words
from workshop.language import Tongue

T = TypeVar("T")
LOG = logging.getLogger(__name__)
READ = 12.0  # seconds in which everybody has read a sentence
FAULT = Say(
    "Something went wrong in the program. What was there before is kept. Try again; if it happens "
    "again, close the program and continue the meeting. The log file says more."
)


async def refusal(future: "Future[T]") -> Refused | None:
    """None when it was done. A fault nobody foresaw goes to the log and is told kindly."""
    done = asyncio.wrap_future(future)
    await asyncio.wait([done])
    if done.cancelled():
        return Refused(FAULT)
    problem = done.exception()
    if problem is None or isinstance(problem, Refused):
        return problem
    LOG.error("a command failed", exc_info=problem)
    return Refused(FAULT)


def tell(widget: Widget, words: Words, tongue: Tongue, seconds: float = READ) -> None:
    """A calm message that goes away by itself."""
    widget.notify(tongue(words), severity="warning", timeout=seconds, markup=False)
