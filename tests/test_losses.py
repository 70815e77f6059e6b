"""What erasing would take away and leave is told as it then is."""

from pathlib import Path

import pytest

from tests.export.reading import opened, text
from tests.test_forgetting import WISH, forgetting, held, meeting_of, written
from workshop.domain.words import Count


@pytest.fixture
def file(tmp_path: Path) -> Path:
    held(tmp_path / "workshop.db")
    return tmp_path / "workshop.db"


def test_the_documents_that_are_told_are_those_that_are_written_anew(
    file: Path, tmp_path: Path
) -> None:
    drafts = [written(file, tmp_path / name) for name in ("one", "two", "three")]
    drafts += [written(file, tmp_path / "final", final=True)]
    drafts[1].write_bytes(b"changed by somebody")
    drafts[2].unlink()
    doing = forgetting(file)
    people = doing.people("Kari Nord")
    told = doing.losses.person(people)
    before = drafts[0].read_bytes()
    assert told.papers.anew == (drafts[0],)
    assert set(told.papers.by_hand) == {drafts[1], drafts[3]}
    assert told.papers.missing == (drafts[2],)
    assert drafts[0].read_bytes() == before
    assert doing.erase_person(people) == told.papers
    assert "Facilitator\tKari Nord" not in text(opened(drafts[0].read_bytes()))


def test_as_many_are_told_as_are_there(file: Path) -> None:
    doing = forgetting(file)
    kept = doing.meeting(meeting_of(file))
    (names, *_), (texts, *_) = doing.losses.names(kept).goes, doing.losses.texts(kept).goes
    assert isinstance(names, Count) and names.n == doing.held()[0][1].names == 1
    assert isinstance(texts, Count) and texts.n == 1
    assert doing.texts(WISH), "looking erases nothing"


def test_a_text_that_mentions_somebody_is_left_to_be_erased_by_itself(file: Path) -> None:
    doing = forgetting(file)
    (after,) = doing.losses.person(doing.people("Kari Nord")).after
    assert isinstance(after, Count) and after.n == 1
