"""With every contribution asked for, each stands in the minutes as it was written, once."""

from hypothesis import given
from hypothesis import strategies as st

from tests.export.reading import opened, text
from tests.export.sample import Story, full
from workshop.domain import event as ev
from workshop.domain.sheet import Bullets, Heading
from workshop.export.contributions import contributions
from workshop.export.minutes import minutes
from workshop.export.options import Options
from workshop.export.own_texts import own_texts

ALL_TOLD = "Every contribution stands in the notes above, as it was written."


def story(*texts: str) -> Story:
    made = Story("introduction")
    made(*(ev.Entered(step=point.id) for point in made.meeting().points))
    for n, one in enumerate(texts):
        made.put(f"e{n}", "expectations", one, step="expectations", author="p1")
    return made


def raw(made: Story) -> str:
    return text(opened(minutes(made.meeting(), "en", Options(raw=True))))


def test_what_the_notes_hold_is_not_told_again_in_the_annex() -> None:
    read = raw(story("Learn more", "Meet others"))

    notes, annex = read.split("\nAnnex\n")
    assert "Learn more" in notes
    assert annex.strip() == ALL_TOLD


def test_what_no_section_holds_stands_in_the_annex() -> None:
    read = raw(story("Learn more").put("x1", "aside", "Remember the smallest", step="background"))

    annex = read.split("\nAnnex\n")[1]
    assert "Remember the smallest" in annex
    assert ALL_TOLD not in annex


def test_a_text_that_two_wrote_is_left_out_as_often_as_it_was_told() -> None:
    meeting = story("Same", "Same", "Other").meeting()

    assert [*own_texts(contributions(meeting, ["Same"]))] == ["Same", "Other"]
    assert contributions(meeting, ["Other", "Same", "Same"]) == ()


def test_a_heading_keeps_what_lies_beneath_it_and_was_not_told() -> None:
    made = story("One", "Two")
    made(ev.Merged(heading="h", text="Both", cards=("e0", "e1"), step="expectations"))
    heading, bullets = contributions(made.meeting(), ["Both", "Two"])

    assert isinstance(heading, Heading) and isinstance(bullets, Bullets)
    assert [*own_texts(bullets)] == ["Both", "One"]


@given(st.integers(5, 30))
def test_no_contribution_is_lost(size: int) -> None:
    meeting = full(contributions=size)
    read = text(opened(minutes(meeting, "sv", Options(raw=True))))

    for card in meeting.cards.values():
        assert " ".join(card.text.split()) in " ".join(read.split()), card.id
