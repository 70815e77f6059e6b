"""Writes a file whole or not at all, so that nobody ever reads half of one."""

import os
import secrets
from pathlib import Path


def write_whole(content: bytes, file: Path) -> None:
    """Beside it first, then in one stroke in its place; raises `OSError`."""
    beside = file.with_name(f".{file.stem}-{secrets.token_hex(4)}")
    try:
        # Not as a temporary file: others must be able to read it on a shared drive.
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, file)
    finally:
        # Nothing stands there any more, unless something went wrong.
        beside.unlink(missing_ok=True)
