"""Writes a file whole or not at all, so that nobody ever reads half of one."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_whole(content: bytes, file: Path) -> None:
    """Beside it first, then in one stroke in its place; raises `OSError`."""
    with copied(content, file.parent) as copy:
        os.replace(copy, file)


@contextmanager
def copied(content: bytes, folder: Path) -> Iterator[Path]:
    """A complete copy, on the disk and not only on its way there, to be put in its place.

    Where nobody has done so it is taken away again. Raises `OSError`.
    """
    copy = folder / f".{secrets.token_hex(8)}.part"
    try:
        # Not as a temporary file: others must be able to read it on a shared drive.
        with copy.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        yield copy
    finally:
        copy.unlink(missing_ok=True)
