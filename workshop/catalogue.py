"""Reads a catalogue of words as it lies beside the program: id, and its form for one and for many.

The catalogues are written by `scripts/words.py` in one fixed way, so that a whole one is read in a
few milliseconds when the program starts.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

# A keyword and its strings, one a line.
_LINE = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:".*"\n)+)', re.MULTILINE)

Catalogue = Mapping[str, tuple[str, ...]]


def read_catalogue(file: Path) -> Catalogue:
    """What each sentence is in the language, "" where it is not translated yet; {} without file."""
    if not file.is_file():
        return {}
    found: dict[str, tuple[str, ...]] = {}
    key = ""
    for word, strings in _LINE.findall(file.read_text(encoding="utf-8") + "\n"):
        if word == "msgid":
            key = _text(strings)
        elif word != "msgid_plural":
            found[key] = (*found.get(key, ()), _text(strings))
    found.pop("", None)  # what the file tells about itself
    return found


def _text(strings: str) -> str:
    joined = strings.replace('"\n"', "").strip()
    # The escapes of a catalogue are among those of JSON.
    return str(json.loads(joined)) if "\\" in joined else joined[1:-1]
