import pytest
from textual.color import Color
from textual.theme import Theme

from workshop.tui.themes import THEMES

INKS = ("quiet", "strong", "accent-ink", "good", "warning-ink")
PAIRS = (
    ("band-ink", "band"),
    ("warning-paper", "warning-ink"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
)
ENHANCED = 7.0  # WCAG 2.2, level AAA
GRAPHIC = 3.0


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_is_readable_on_its_paper(theme: Theme) -> None:
    papers = [str(theme.background), str(theme.panel)]
    for ink in [str(theme.foreground), *(theme.variables[name] for name in INKS)]:
        assert all(contrast(ink, paper) >= ENHANCED for paper in papers), ink
    for ink, paper in PAIRS:
        assert contrast(theme.variables[ink], theme.variables[paper]) >= ENHANCED, ink


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_bars_and_borders_stand_out(theme: Theme) -> None:
    colours = theme.variables
    assert contrast(colours["bar"], colours["bar-ground"]) >= GRAPHIC
    assert contrast(colours["border"], str(theme.background)) >= GRAPHIC
