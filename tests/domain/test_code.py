from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.code import LENGTH, LETTERS, meeting_code, personal_code, plain_code


@given(st.text("0123456789abcdef", min_size=20, max_size=20), st.text(min_size=1, max_size=12))
def test_a_code_is_short_readable_and_always_the_same(secret: str, person: str) -> None:
    code = personal_code(secret, person)

    assert len(code) == LENGTH
    assert set(code) <= set(LETTERS)
    assert code == personal_code(secret, person)


def test_people_of_one_meeting_have_different_codes() -> None:
    assert len({personal_code("secret", f"{n:012x}") for n in range(2_000)}) == 2_000


def test_a_code_may_be_typed_as_one_hears_it() -> None:
    assert plain_code(" c3d-4fg ") == "C3D4FG"


@given(st.text("0123456789abcdef", min_size=20, max_size=20))
def test_a_meeting_has_a_code_that_nobody_takes_for_their_own(secret: str) -> None:
    code = meeting_code(secret)
    assert 0 < len(code) < LENGTH and set(code) <= set(LETTERS)
    assert plain_code(code.lower()) == code
