"""Where the values of facts begin: right of their labels, beneath one another."""

from collections.abc import Sequence

from workshop.domain.words import Words
from workshop.export.columns import BOLD
from workshop.export.letters import wide
from workshop.export.piece import plain
from workshop.language import Tongue

VALUES = 2_835  # in the style, in twentieths of a point
_FURTHEST = 4_000
_GAP = 120
_POINTS = 10.5


def values_at(labels: Sequence[Words], tongue: Tongue, larger: float = 1.0) -> int:
    """Where the values begin, in twentieths of a point; letters are so much `larger` than ours.

    Further right where labels are long; a label that is longer still has a line of its own.
    """
    found = [one for label in labels if (one := label_wide(label, tongue, larger)) <= _FURTHEST]
    return max([VALUES, *found])


def label_wide(label: Words, tongue: Tongue, larger: float = 1.0) -> int:
    """How wide a label is, with the gap behind it."""
    return wide(plain(label, tongue), _POINTS * BOLD * larger) + _GAP
