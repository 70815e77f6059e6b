"""Whoever has no camera finds everything that is to be typed beside the code."""

import pytest

from workshop.language import tongue
from workshop.tui.drawing.invitation import Invitation, invitation
from workshop.tui.drawing.pen import Pen

GUEST = Invitation(
    scan="WIFI:T:WPA;S:Quality Hotel guest;P:hemmelig passord 2026;;",
    heading="First onto our Wi-Fi",
    how="Scan the code, or choose the network:",
    typed="Quality Hotel guest",
    told="Password: hemmelig passord 2026",
    keys="a: another address (2 found) · t: test · w: Wi-Fi · ?: phones cannot reach us",
)
TEST = Invitation(
    scan="http://192.168.1.20:8080/test",
    heading="Can phones reach us?",
    how="Try with one phone before people arrive:",
    typed="192.168.1.20:8080/test",
    told="No phone has reached us yet.",
)


SIZES = [(74, 22), (94, 28), (114, 38)]  # in the second and third the name is in large letters


@pytest.mark.parametrize("shown", [GUEST, TEST], ids=["wifi", "test"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_is_to_be_typed_and_known_stands_beside_the_code(
    shown: Invitation, size: tuple[int, int]
) -> None:
    lines = invitation(shown, Pen(tongue("en"), size[0]), size[1])
    assert len(lines) <= size[1] and max(line.cell_length for line in lines) <= size[0]
    words = [word for line in lines for word in line.plain.split()]
    assert set(str(shown.told).split()) <= set(words)
    if size == SIZES[0]:
        assert shown.typed in " ".join(words)
