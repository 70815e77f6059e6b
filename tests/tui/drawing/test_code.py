from workshop.tui.drawing.code import code, largest, short
from workshop.tui.drawing.squares import QUIET_ZONE


def test_the_quiet_zone_is_white_all_around() -> None:
    lines = [line.plain for line in code("http://192.168.1.20:8080")]
    assert all(not line.strip() for line in (*lines[:2], *lines[-2:]))
    assert all(not line[:QUIET_ZONE].strip() and not line[-QUIET_ZONE:].strip() for line in lines)


def test_capitals_make_a_room_address_the_smallest_code() -> None:
    assert len(code("http://192.168.1.20:8080")) == 15


def test_a_secret_path_keeps_its_letters() -> None:
    assert code("http://a.se/Desk") != code("http://a.se/DESK")


def test_it_is_as_large_as_it_fits() -> None:
    address = "http://192.168.1.20:8080"
    assert len(largest(address, 200, 60)) == 3 * 29 // 2 + 1
    assert len(largest(address, 20, 5)) == 15


def test_the_address_to_type_is_short() -> None:
    assert short("http://192.168.1.20:8080/") == "192.168.1.20:8080"
