"""The address that phones use through a tunnel or proxy, as somebody types it."""

from urllib.parse import urlsplit

from workshop.domain.refused import Refused
from workshop.domain.words import Say, said

NO_ADDRESS = Say(
    "Phones cannot open “%(address)s”. Write the public address as https://meet.example, with "
    "nothing after the name but a port."
)
USUAL = {"http": 80, "https": 443}


def public_address(typed: str) -> str:
    """A public address as browsers write it, "" for none; https where nothing else is said."""
    if not typed.strip():
        return ""
    try:
        parts = urlsplit(typed.strip() if "://" in typed else f"https://{typed.strip()}")
        host, port = parts.hostname or "", parts.port
    except ValueError as problem:
        raise Refused(said(NO_ADDRESS.text, address=typed)) from problem
    more = (parts.path.strip("/"), parts.query, parts.fragment, parts.username)
    if parts.scheme not in USUAL or not host or any(more):
        raise Refused(said(NO_ADDRESS.text, address=typed))
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (
        f":{port}" if port not in (None, USUAL[parts.scheme]) else ""
    )
