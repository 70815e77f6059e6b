"""Texts that should be read by somebody before a room sees them: they may point out a person.

Patterns for Sweden and Norway: e-mail addresses, telephone numbers, personal identity numbers and
organisation numbers. A flag only makes a text wait; people decide.
"""

import re

_PATTERNS = (
    re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}"),
    # Swedish organisation and personal numbers: 556677-8899, 19800101-1234, 800101+1234.
    re.compile(r"(?<!\d)(?:\d{2})?\d{6}\s?[-+]\s?\d{4}(?!\d)"),
    # Norwegian organisation (nine) and personal (eleven) numbers, spaced or not.
    re.compile(r"(?<!\d)\d{3}\s?\d{3}\s?\d{3}(?!\d)"),
    re.compile(r"(?<!\d)\d{6}\s?\d{5}(?!\d)"),
    # Telephone numbers, with country code or as they are usually written.
    re.compile(r"(?:\+|00)\d{2}[\s\d-]{7,14}\d"),
    re.compile(r"(?<!\d)0\d{1,3}[\s-]\d{2,3}[\s-]?\d{2}[\s-]?\d{2,3}(?!\d)"),
    re.compile(r"(?<!\d)[49]\d{2}\s\d{2}\s\d{3}(?!\d)"),
    re.compile(r"(?<!\d)\d{10}(?!\d)"),
)


def flagged(text: str) -> bool:
    """Whether the text holds something like a number or an address of a person or a company."""
    return any(pattern.search(text) for pattern in _PATTERNS)
