"""Tells texts from characters that steer a terminal or turn the direction of reading."""

import re

from pydantic import JsonValue

_STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_readable(value: JsonValue) -> bool:
    """Whether all texts in a value could have been written to be read."""
    match value:
        case str():
            return _STEERS.search(value) is None
        case list():
            return all(map(is_readable, value))
        case dict():
            return all(is_readable(key) and is_readable(one) for key, one in value.items())
        case _:
            return True
