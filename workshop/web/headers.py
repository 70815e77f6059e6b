"""The headers of a request: laid out once, though guard, door and form all look at them."""

from starlette.types import Scope

LAID_OUT = "workshop.headers"


def header(scope: Scope, name: bytes) -> str | None:
    """What stands under a name in small letters; of several the first counts."""
    if LAID_OUT not in scope:
        scope[LAID_OUT] = dict(reversed(scope["headers"]))
    value: bytes | None = scope[LAID_OUT].get(name)
    return None if value is None else value.decode("latin-1")
