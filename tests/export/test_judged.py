"""Expectations stand once in the minutes, each with how it was met."""

from tests.export.reading import opened, text
from tests.export.sample import Story
from workshop.domain import event as ev
from workshop.export.minutes import minutes


def read(*left_out: str) -> str:
    story = Story("introduction", "theme-1")
    points = story.meeting().points
    story(*(ev.Entered(step=point.id) for point in points if point.id not in left_out))
    answers = {
        "Learn more": {"verdict": "met", "mark": "parked"},
        "Meet others": {"verdict": "partly", "comment": "Too short"},
        "Eat well": {},
    }
    for n, (words, values) in enumerate(answers.items()):
        story.put(f"e{n}", "expectations", words, step="expectations", values=values)
    return text(opened(minutes(story.meeting(), "en")))


def test_each_expectation_says_how_it_was_met_where_it_was_written() -> None:
    told = read()
    listed = told[told.index("What do you expect") : told.index("Were expectations met?\nMet\t")]

    assert "Learn more – Parked, Met" in listed
    assert "Meet others – Partly met: Too short" in listed
    assert "Eat well" in listed


def test_the_look_back_counts_and_tells_where_each_stands() -> None:
    """However many there are, none is printed twice."""
    told = read()
    looked = told[told.index("Were expectations met?\nMet\t") :]

    assert "Met\t1" in looked and "Not answered\t1" in looked
    assert "How each was met stands under “Expectations”." in looked
    assert "Meet others" not in looked and "Eat well" not in looked


def test_what_was_written_at_another_meeting_is_told_where_it_is_looked_back_on() -> None:
    told = read("expectations")

    assert "Meet others – Partly met: Too short" in told
