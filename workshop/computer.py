"""What the computer says of its user; asked before any package is there, so it needs none."""

import locale
import os

from workshop.domain.words import Language
from workshop.language import best


def system_language() -> Language:
    """The language of the computer: WORKSHOP_LANGUAGE, else the locale, else English."""
    chosen = os.environ.get("WORKSHOP_LANGUAGE", "")
    names = (chosen, *(os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")))
    found = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return best(found.split(".")[0].replace("_", "-"))
