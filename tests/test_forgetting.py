"""What is erased is gone from the drafts too, and final documents are named."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from tests.export.reading import opened, text
from tests.meetings import AREAS, BEGIN, agenda
from workshop.beginning import NewMeeting, create
from workshop.domain.refused import Refused
from workshop.domain.step import Who
from workshop.export.options import Options
from workshop.exporting import Order, export
from workshop.forgetting import Forgetting
from workshop.room import Room
from workshop.store.store import Store

WISH = "Kari Nord should be thanked"


def held(file: Path) -> str:
    """A meeting in which Kari took part and wrote something; its id."""
    store = Store(file)
    new = NewMeeting(agendas=(agenda(AREAS),), network="North")
    meeting = create(store, new, BEGIN)

    async def play() -> None:
        room = Room(store, meeting, lambda: BEGIN)
        who = {"organisation": ["NAV"], "party": ["authority"], "name": ["Kari Nord"]}
        await room.join("p1", who, "en")
        current = room.step()
        assert current is not None
        form = current.form(room.meeting, Who("p1"))
        assert form is not None
        line = f"{form.fields[0].name}.0123456789ab"
        await room.contribute(current.id, Who("p1"), {line: [WISH]})
        await room.lead("end")
        await room.close()

    asyncio.run(play())
    store.close()
    return meeting


def written(file: Path, folder: Path, final: bool = False) -> Path:
    """Its minutes."""
    options = Options(raw=True, final=final, facilitator="Kari Nord")
    with_store = Order(file, meeting_of(file), "en", folder, options, ("minutes",))
    return export(with_store).files[0]


def meeting_of(file: Path) -> str:
    store = Store(file)
    try:
        return store.meetings()[0].id
    finally:
        store.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    held(tmp_path / "workshop.db")
    return tmp_path / "workshop.db"


def forgetting(file: Path) -> Forgetting:
    return Forgetting(file, lambda: BEGIN + timedelta(days=1_000))


def test_a_person_goes_out_of_the_drafts(file: Path, tmp_path: Path) -> None:
    draft = written(file, tmp_path / "drafts")
    assert "Facilitator\tKari Nord" in text(opened(draft.read_bytes()))

    renewed = forgetting(file).erase_person(forgetting(file).people("kari nord"))

    assert renewed.anew == (draft,)
    assert "Facilitator\tKari Nord" not in text(opened(draft.read_bytes()))
    with pytest.raises(Refused):
        forgetting(file).people("Kari Nord")


def test_a_text_goes_out_of_drafts_file_and_disk(file: Path, tmp_path: Path) -> None:
    draft = written(file, tmp_path / "drafts")
    assert WISH in text(opened(draft.read_bytes()))

    (found,) = forgetting(file).texts("should be thanked")
    forgetting(file).erase_text(found)

    assert WISH not in text(opened(draft.read_bytes()))
    assert WISH.encode() not in file.read_bytes()
    assert forgetting(file).texts(found.card) == []


def test_final_edited_and_moved_ones_are_named_and_left(file: Path, tmp_path: Path) -> None:
    moved = written(file, tmp_path / "moved")
    moved.unlink()
    edited = written(file, tmp_path / "edited")
    edited.write_bytes(b"mine now")
    final = written(file, tmp_path / "final", final=True)
    before = final.read_bytes()

    forgetting_ = forgetting(file)
    renewed = forgetting_.erase_texts(forgetting_.meeting(meeting_of(file)))

    assert set(renewed.by_hand) == {edited, final}
    assert renewed.missing == (moved,)
    assert final.read_bytes() == before and edited.read_bytes() == b"mine now"


def test_what_is_due_is_only_proposed(file: Path) -> None:
    forgetting_ = forgetting(file)
    ((kept, due),) = forgetting_.due()
    assert due.names == 1 and due.texts

    forgetting_.erase_names(kept)
    forgetting_.erase_texts(kept)
    assert forgetting_.due() == []


def test_a_meeting_can_be_kept_for_ever(file: Path) -> None:
    forgetting_ = forgetting(file)
    forgetting_.keep_until(meeting_of(file), None)
    assert forgetting_.due() == []
