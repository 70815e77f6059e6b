"""A short personal code: easy to read aloud and to type, of no use in another meeting."""

from hashlib import blake2b

# No vowels, so that no code spells a word; no letters that look or sound like another.
LETTERS = "23456789CDFGHJKMNPQRTVWX"
LENGTH = 6


def personal_code(secret: str, person: str) -> str:
    """Six letters and digits that belong to one person of one meeting."""
    number = int.from_bytes(blake2b(person.encode(), key=secret.encode(), digest_size=8).digest())
    return "".join(LETTERS[number // len(LETTERS) ** n % len(LETTERS)] for n in range(LENGTH))


def plain_code(typed: str) -> str:
    """What was typed, as a code is written: capitals, no spaces or hyphens."""
    return "".join(ch for ch in typed.upper() if ch.isalnum())
