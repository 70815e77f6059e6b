from workshop.places import FRESH, Places


class Computer:
    """A computer that changes network, and a clock that goes when told to."""

    def __init__(self, *places: str) -> None:
        self.places = list(places)
        self.now = 0.0

    def told(self, bind: str = "0.0.0.0") -> Places:
        return Places(bind, lambda: list(self.places), lambda: self.now)


def test_the_best_guess_is_told_until_another_is_chosen() -> None:
    places = Computer("192.168.1.20", "10.0.0.4").told()

    assert places.current() == "192.168.1.20"
    places.choose("10.0.0.4")
    assert places.current() == "10.0.0.4"


def test_a_change_of_network_is_followed() -> None:
    computer = Computer("192.168.1.20")
    places = computer.told()
    places.choose("192.168.1.20")
    assert places.current() == "192.168.1.20"

    computer.places = ["172.20.10.2"]
    computer.now += FRESH + 1
    assert places.current() == "172.20.10.2"


def test_an_address_that_was_asked_for_is_the_only_one() -> None:
    places = Computer("192.168.1.20").told("127.0.0.1")

    assert places.all() == ["127.0.0.1"]


def test_without_a_network_there_is_still_the_computer_itself() -> None:
    assert Computer().told().current() == "127.0.0.1"


def test_what_phones_were_told_stays_although_a_better_guess_turns_up() -> None:
    computer = Computer("10.0.0.4")
    places = computer.told()
    assert places.current() == "10.0.0.4"

    computer.places, computer.now = ["192.168.1.20", "10.0.0.4"], FRESH + 1
    assert places.current() == "10.0.0.4"


def test_a_network_that_comes_back_is_gone_back_to() -> None:
    computer = Computer("192.168.1.20", "10.0.0.4")
    places = computer.told()
    assert places.current() == "192.168.1.20"

    computer.places, computer.now = ["10.0.0.4"], FRESH + 1
    assert places.current() == "10.0.0.4"
    computer.places, computer.now = ["10.0.0.4", "192.168.1.20"], 2 * FRESH + 2
    assert places.current() == "192.168.1.20"
