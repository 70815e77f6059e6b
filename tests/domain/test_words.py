"""What is to be said, and in which language."""

import pytest

from workshop.domain.words import language_of


@pytest.mark.parametrize(
    ("text", "language"), [("nn", "nn"), ("no", None), ("", None), ("../", None)]
)
def test_only_our_languages_are_taken_from_outside(text: str, language: str | None) -> None:
    assert language_of(text) == language
