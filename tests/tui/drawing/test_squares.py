from workshop.tui.drawing.squares import QUIET_ZONE, squares

EYE = ["███████", "█     █", "█ ███ █", "█ ███ █", "█ ███ █", "█     █", "███████"]


def test_a_camera_finds_the_three_eyes_and_white_around() -> None:
    rows = ["".join("█" if one else " " for one in row) for row in squares("HTTP://10.0.0.1:8080")]
    end = len(rows) - QUIET_ZONE
    for top, left in ((QUIET_ZONE, QUIET_ZONE), (QUIET_ZONE, end - 7), (end - 7, QUIET_ZONE)):
        assert [row[left : left + 7] for row in rows[top : top + 7]] == EYE
    assert not "".join(rows[:QUIET_ZONE] + rows[end:]).strip()
    assert all(not row[:QUIET_ZONE].strip() and not row[end:].strip() for row in rows)
