import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.export.reading import opened, part, styles, text
from tests.meetings import BEGIN, Gathering, day, step
from workshop.domain import event as ev
from workshop.domain.edition import Written
from workshop.domain.refused import Occupied, Refused
from workshop.domain.words import Say
from workshop.export.options import Options
from workshop.exporting import Order, export, lacks
from workshop.language import tongue
from workshop.store.lock import hold
from workshop.store.store import Batch, Store

FINAL = Options(final=True)


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, str]:
    """A meeting on disk with a measure that nobody is responsible for yet."""
    with closing(Gathering(tmp_path / "workshop.db", *day())) as gathering:
        values = {"text": "Gemensam kontroll"}
        fact = ev.Put(card="m1", deck="measures", step="measures", values=values)
        number = len(gathering.meeting.entries) + 1
        entry = ev.Entry(number=number, at=BEGIN.isoformat(), by="", first=number, event=fact)
        gathering.store.keep(gathering.id, Batch((entry,)))
        return tmp_path / "workshop.db", gathering.id


def ordered(kept: tuple[Path, str], to: Path, options: Options = FINAL, **more: object) -> Order:
    return Order(*kept, "sv", to, options, **more)  # type: ignore[arg-type]


def finals(kept: tuple[Path, str]) -> list[tuple[str, int, str]]:
    with closing(Store(kept[0])) as store:
        found = store.load(kept[1]).finals
    return [(final.document, final.version, final.override) for final in found]


def test_final_is_refused_and_nothing_is_written_or_recorded(kept, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Gemensam kontroll"):
        export(ordered(kept, tmp_path / "out"))

    assert not (tmp_path / "out").exists() and finals(kept) == []


def test_where_there_is_nothing_to_plan_no_plan_goes_out_as_final(tmp_path: Path) -> None:
    with closing(Gathering(tmp_path / "workshop.db", step("introductions"))) as gathering:
        kept = tmp_path / "workshop.db", gathering.id
    files = export(ordered(kept, tmp_path / "out")).files

    assert not any("handlingsplan" in file.name for file in files)
    assert finals(kept) == [("minutes", 1, "")]


def test_a_reason_makes_it_final_with_a_version_and_is_recorded(kept, tmp_path: Path) -> None:
    order = ordered(
        kept, tmp_path / "out", only=("minutes", "plan"), override="Styrgruppen beslutar"
    )
    minutes, plan = export(order).files

    assert minutes.name.endswith("-motesanteckningar-sv-v1.docx")
    assert plan.name.endswith("-lokal-handlingsplan-sv-v1.docx")
    assert finals(kept) == [
        ("minutes", 1, "Styrgruppen beslutar"),
        ("plan", 1, "Styrgruppen beslutar"),
    ]
    data = plan.read_bytes()
    header = opened(data).sections[0].header.paragraphs[0].text
    assert header.rpartition("\t")[2].startswith("Version 1, 20")
    assert "Styrgruppen beslutar" in text(opened(data))
    assert styles(opened(data), "Heading 1") == ["Lokal handlingsplan"]
    assert "contentStatus>Final<" in part(data, "docProps/core.xml")


def test_a_final_file_is_never_written_over(kept, tmp_path: Path) -> None:
    first = ordered(kept, tmp_path, only=("plan",), override="ja")
    (before,) = export(first).files
    again = ordered(
        kept, tmp_path, FINAL.model_copy(update={"reference": "1"}), only=("plan",), override="ja"
    )

    assert export(first).files == (before,)  # the same to the letter, so there is nothing to write
    written = export(again)
    (after,) = written.files
    assert written.beside == (after,) and "was kept" in tongue("en")(written.notice)
    assert after.name.endswith("-v1-2.docx") and before.exists()


def test_a_broken_logo_is_found_out_before_anything_is_recorded(kept, tmp_path: Path) -> None:
    options = FINAL.model_copy(update={"logo": tmp_path / "none.png"})
    with pytest.raises(Refused):
        export(ordered(kept, tmp_path, options, override="ja"))

    assert finals(kept) == []


def test_a_meeting_that_runs_is_not_made_final_behind_its_back(kept, tmp_path: Path) -> None:
    lock = hold(*kept)
    with pytest.raises(Occupied):
        export(ordered(kept, tmp_path, override="ja"))
    lock.release()


def test_drafts_record_nothing(kept, tmp_path: Path) -> None:
    names = [path.name for path in export(ordered(kept, tmp_path / "out", Options())).files]

    assert any(name.endswith("-e-postutkast-sv.eml") for name in names) and finals(kept) == []
    package = next((tmp_path / "out").glob("*-data-sv.json"))
    assert json.loads(package.read_text(encoding="utf-8"))["finals"] == []


def test_a_kind_there_is_not_is_refused_by_name(kept, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        export(ordered(kept, tmp_path, Options(), only=("minuets",)))

    assert "minuets" in tongue("en")(refused.value.words)


def test_what_a_template_lacks_is_said() -> None:
    words = lacks(Written((), ("Body Text Indent", "List Number")))
    assert isinstance(words, Say) and "Body Text Indent, List Number" in tongue("en")(words)
