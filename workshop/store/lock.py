"""One program a meeting: a lock the operating system frees when the program dies."""

from pathlib import Path

from filelock import FileLock, Timeout

from workshop.domain.refused import Occupied
from workshop.domain.words import Say


def hold(database: Path, meeting: str) -> FileLock:
    """The lock on one meeting; raises `Occupied` when another program has it open."""
    # Taken in one thread and freed in the one that the meeting ran on.
    file = database.with_name(f"{database.stem}-{meeting}.lock")
    lock = FileLock(file, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise Occupied(
            Say(
                "This meeting is already open in another window. Go on there, or close that window "
                "first. Nothing was changed."
            )
        ) from None
    return lock
