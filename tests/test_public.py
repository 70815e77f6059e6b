import pytest

from workshop.domain.refused import Refused
from workshop.public import public_address


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", ""),
        ("meet.example", "https://meet.example"),
        (" https://Meet.Example/ ", "https://meet.example"),
        ("https://meet.example:443", "https://meet.example"),
        ("http://meet.example:8080", "http://meet.example:8080"),
        ("meet.example:8443", "https://meet.example:8443"),
        ("http://[2001:db8::1]:8080", "http://[2001:db8::1]:8080"),
    ],
)
def test_a_public_address_is_told_as_browsers_write_it(typed: str, told: str) -> None:
    assert public_address(typed) == told


@pytest.mark.parametrize(
    "typed",
    ["ftp://meet.example", "https://", "https://meet.example/room", "meet.example?x=1", "a:b:c"],
)
def test_what_phones_cannot_open_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        public_address(typed)
