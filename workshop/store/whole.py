"""Writes a file whole or not at all, so that nobody ever reads half of one."""

import os
import tempfile
from pathlib import Path


def write_whole(content: bytes, file: Path) -> None:
    """Beside it first, then in one stroke in its place; raises `OSError`."""
    handle, beside = tempfile.mkstemp(prefix=f".{file.stem}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
