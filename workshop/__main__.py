"""The program: the first screen, or what was typed after its name."""

# ruff: noqa: E402 - both before anything is loaded: looking for rubbish finds none then, and costs a
# tenth of the time to the first picture (`later.keep` begins it again); looking for plugins of
# other programs costs another hundredth of a second, and none belong in here.
import gc
import os

gc.disable()
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

import logging
import sys
from logging.handlers import RotatingFileHandler

from workshop import console
from workshop.commands import program
from workshop.commands.first import welcome
from workshop.commands.home import LANGUAGE, LOG, folder
from workshop.domain.refused import Refused


def _keep_log() -> None:
    """Faults go to a file: the terminal is the stage, and people read words, not tracebacks."""
    try:
        LOG.parent.mkdir(parents=True, exist_ok=True)
        kept: logging.Handler = RotatingFileHandler(
            LOG, maxBytes=1_000_000, backupCount=1, delay=True, encoding="utf-8"
        )
    except OSError:
        kept = logging.NullHandler()
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(handlers=[kept], level=logging.WARNING, format=form)


def main() -> None:
    """Runs the program; whatever is refused is said in words, never as a traceback."""
    _keep_log()
    try:
        if len(sys.argv) > 1:
            sys.exit(program.run())
        welcome(folder(), LANGUAGE)
    except Refused as refusal:
        console.Printer(LANGUAGE).refuse(refusal)
        sys.exit(1)


if __name__ == "__main__":
    main()
