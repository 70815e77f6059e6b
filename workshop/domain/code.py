"""Short codes, of one person and of a meeting: easy to read aloud, of no use elsewhere."""

from hashlib import blake2b

# No vowels, so that no code spells a word; no letters that look or sound like another.
LETTERS = "23456789CDFGHJKMNPQRTVWX"
LENGTH = 6
OF_A_MEETING = 4  # letters: nobody takes it for a personal code


def personal_code(secret: str, person: str) -> str:
    """Six letters and digits that belong to one person of one meeting."""
    return _letters(secret, person, LENGTH)


def meeting_code(secret: str) -> str:
    """Stands on the screen and on phones that come in, so that people see it is their meeting."""
    return _letters(secret, "", OF_A_MEETING)


def _letters(secret: str, of: str, length: int) -> str:
    number = int.from_bytes(blake2b(of.encode(), key=secret.encode(), digest_size=8).digest())
    return "".join(LETTERS[number // len(LETTERS) ** n % len(LETTERS)] for n in range(length))


def plain_code(typed: str) -> str:
    """What was typed, as a code is written: capitals, no spaces or hyphens."""
    return "".join(ch for ch in typed.upper() if ch.isalnum())
