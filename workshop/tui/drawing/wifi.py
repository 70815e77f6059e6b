"""The text of a code that brings a phone onto a Wi-Fi network."""

import re

SPECIAL = re.compile(r'([\\;,:"])')


def wifi(name: str, password: str) -> str:
    """As phones read it; a network without a password says so."""
    kind = "WPA" if password else "nopass"
    return f"WIFI:T:{kind};S:{_escaped(name)};P:{_escaped(password)};;"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
