"""What is said while the program is being installed; no package is there yet, so it needs none."""

from typing import Literal

from workshop.computer import system_language
from workshop.domain.words import Say
from workshop.language import tongue

About = Literal["making", "installing", "ready", "no_environment", "no_packages"]
SAID: dict[About, Say] = {
    "making": Say("Making a Python environment in .venv ..."),
    "installing": Say("Installing packages, a minute or two ..."),
    "ready": Say("Ready."),
    "no_environment": Say(
        "Python could not make an environment of its own in .venv.\n"
        "  Debian, Ubuntu: sudo apt install python3-venv\n"
        "  Others: install Python 3.11 or newer from your system's packages or from python.org.\n"
        "Then start again."
    ),
    "no_packages": Say(
        "The packages could not be installed (the reason is above).\n"
        "The first start needs the internet; later ones do not. Then start again."
    ),
}


def told(about: About) -> str:
    """In the language of the computer."""
    return tongue(system_language())(SAID[about])
