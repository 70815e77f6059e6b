"""One program a meeting: a lock the operating system frees when the program dies."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from workshop.domain.refused import Occupied
from workshop.domain.words import Say


def hold(database: Path, meeting: str) -> FileLock:
    """The lock on one meeting; raises `Occupied` when another program has it open."""
    # Taken in one thread and freed in the one that the meeting ran on.
    lock = FileLock(_lock_file(database, meeting), timeout=0, thread_local=False)
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


def _lock_file(database: Path, meeting: str) -> Path:
    return database.with_name(f"{database.stem}-{meeting}.lock")


@contextmanager
def none_open(database: Path, meetings: Iterable[str]) -> Iterator[None]:
    """Holds these meetings so that nobody opens them; `Occupied` when somebody has one open."""
    with ExitStack() as held:
        for meeting in meetings:
            # A meeting that was never open has no lock file, and is not given one.
            if _lock_file(database, meeting).exists():
                held.enter_context(_free(database, meeting))
        yield


def _free(database: Path, meeting: str) -> FileLock:
    try:
        return hold(database, meeting)
    except Occupied:
        raise Occupied(IN_MEETING) from None


IN_MEETING = Say(
    "A meeting of this network is open, so this is recorded there. Nothing was changed here. Do it "
    "in the meeting, or end or close the meeting first."
)
