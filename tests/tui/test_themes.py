import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from workshop.tui import themes
from workshop.tui.themes import THEMES

INKS = ("quiet", "strong", "accent-ink", "good", "warning-ink")
PAIRS = (
    ("band-ink", "band"),
    ("warning-paper", "warning-ink"),
    ("warning-paper", "accent-ink"),
    ("background", "strong"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
)
ENHANCED = 7.0  # WCAG 2.2, level AAA
GRAPHIC = 3.0
PLAIN = ("foreground", *INKS)  # on the background and on panels
GRAPHICS = (
    "bar",
    "bar-ground",
    "line",
)  # bars have their number beside them; lines carry no meaning


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colour(theme: Theme, name: str) -> str:
    return str(theme.variables.get(name) or getattr(theme, name))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_is_readable_on_its_paper(theme: Theme) -> None:
    papers = [str(theme.background), str(theme.panel)]
    for ink in [str(theme.foreground), *(theme.variables[name] for name in INKS)]:
        assert all(contrast(ink, paper) >= ENHANCED for paper in papers), ink
    for ink, paper in PAIRS:
        assert contrast(colour(theme, ink), colour(theme, paper)) >= ENHANCED, ink


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_bars_and_borders_stand_out(theme: Theme) -> None:
    colours = theme.variables
    assert contrast(colours["bar"], colours["bar-ground"]) >= GRAPHIC
    assert contrast(colours["border"], str(theme.background)) >= GRAPHIC


def test_no_style_is_used_that_is_not_tested_here() -> None:
    folder = Path(themes.__file__).parent
    styles = [
        style
        for file in folder.rglob("*.py")
        for style in re.findall(
            r'"((?:[a-z ]+ )?\$[a-z-]+(?: on \$[a-z-]+)?)"', file.read_text("utf-8")
        )
    ]
    rules = [
        dict(re.findall(r"(?<![\w-])(color|background): \$([a-z-]+)", rule))
        for file in folder.rglob("*.tcss")
        for rule in re.findall(r"\{([^}]*)\}", file.read_text("utf-8"))
    ]
    assert len(styles) > 15 and len(rules) > 30
    written = [tuple(re.findall(r"\$([a-z-]+)", style)) for style in styles]
    ruled = [
        (rule["color"], rule.get("background", "background")) for rule in rules if "color" in rule
    ]
    for ink, *paper in (*written, *ruled):
        known = (ink, *paper) in PAIRS or (ink in PLAIN and set(paper) <= {"background", "panel"})
        assert known or ink in GRAPHICS, (ink, *paper)
