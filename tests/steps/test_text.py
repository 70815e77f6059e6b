"""What the leader tells: a film or a story by its address, and nothing but an address."""

import pytest
from pydantic import ValidationError

from tests.meetings import step, texts, told
from workshop.domain.sheet import Link
from workshop.language import tongue


def test_a_film_is_shown_by_its_title_and_stands_in_the_minutes() -> None:
    film = step("text", link="https://example.org/film", link_title=texts("Film"))
    (link,) = film.stage(told(steps=(film,)))
    assert isinstance(link, Link) and tongue("nb")(link.words) == "Film nb"
    assert film.record(told(steps=(film,))) == (link,)


def test_a_link_without_a_name_does_not_say_the_title_of_the_point_again() -> None:
    film = step("text", link="https://example.org/film")
    (link,) = film.stage(told(steps=(film,)))
    assert isinstance(link, Link) and tongue("nb")(link.words) == "Lenke"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "film", "https://a b", "file:///etc"])
def test_an_address_that_is_no_page_is_refused_when_the_file_is_read(link: str) -> None:
    with pytest.raises(ValidationError):
        step("text", link=link)
