"""The computer's own file window."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import typer


def show_folder(folder: Path) -> subprocess.Popen[bytes] | None:
    """Opens the folder. What the file window says on Linux must not be written over the stage."""
    if not sys.platform.startswith("linux"):
        typer.launch(str(folder))
        return None
    with suppress(OSError):  # a computer without a file window; the dialog says where the folder is
        return subprocess.Popen(
            ["xdg-open", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    return None
