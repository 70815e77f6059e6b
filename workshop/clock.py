"""What time it is on the laptop; a rehearsed year has a clock of its own."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def stamp(at: datetime) -> str:
    """A moment as logs and records keep it: ISO, to the second, with its offset."""
    return at.isoformat(timespec="seconds")


def local_now() -> datetime:
    """The laptop's time, with its offset from UTC."""
    return datetime.now().astimezone()
