"""Imported first by a script that needs the program: goes on in the checkout's own environment."""

import importlib.util
import os
import subprocess
import sys

import environment


def go_on() -> None:
    """Starts the same command again with `.venv`'s Python, made if need be; returns if in it."""
    if importlib.util.find_spec("starlette") is not None:
        return
    if not environment.is_prepared(environment.RUNTIME):
        sys.exit(1)
    command = [str(environment.PYTHON), *sys.argv]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


go_on()
