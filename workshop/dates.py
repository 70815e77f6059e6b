"""Dates as the four languages write them in full."""

from datetime import date

from workshop.domain.words import Language

# A date stands on the first screen, which need not wait for a library that knows all languages.
_NORWEGIAN = [
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
]  # fmt: skip
_ENGLISH = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip


def day(language: Language, when: date) -> str:
    """A date with its year."""
    match language:
        case "sv":
            return when.isoformat()
        case "nb" | "nn":
            return f"{when.day}. {_NORWEGIAN[when.month - 1]} {when.year}"
        case "en":
            return f"{when.day} {_ENGLISH[when.month - 1]} {when.year}"
