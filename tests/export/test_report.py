import pytest

from tests.export.reading import check_accessible, headings, opened, text
from tests.export.reporting import reported
from tests.export.sample import Story
from workshop.domain.words import LANGUAGES, Language
from workshop.export.folder import file_name, made
from workshop.export.options import Options
from workshop.export.report import report


@pytest.fixture(scope="module")
def written() -> bytes:
    data = report(reported(), "sv")
    assert data is not None
    return data


def lines(written: bytes) -> list[str]:
    return text(opened(written)).splitlines()


def test_initiatives_stand_area_by_area(written: bytes) -> None:
    check_accessible(written)
    third = [title for level, title in headings(opened(written)) if level == 3]
    areas = ["Barn och unga", "Privatmarknaden", "Beställare", "Nyföretagande"]
    assert [title for title in third if title in areas] == areas


def test_each_initiative_is_counted_once_in_its_area(written: bytes) -> None:
    told = lines(written)

    assert "Område i handlingsplanen\tInte gjort än\tPågår\tKlar\tSe annan punkt\tTotalt" in told
    assert "Barn och unga\t–\t1\t1\t–\t2" in told
    assert "Inget område angivet\t–\t–\t1\t–\t1" in told


def test_silent_areas_are_named(written: bytes) -> None:
    silent = "Inget rapporterades om: Kunskap och debatt, En seriös byggbransch, Samverkan."
    assert silent in lines(written)


def test_a_figure_that_is_not_ready_says_when_it_is_expected(written: bytes) -> None:
    told = lines(written)

    assert "Gemensamma kontroller\t14" in told
    assert "Avslöjade oredovisade löner\tinte klar än, väntas 2027-02-15" in told
    assert "Tips från allmänheten\tinte klar än" in told


def test_only_what_nobody_said_anything_about_is_missing(written: bytes) -> None:
    told = lines(written)

    assert "Insatser utan område i handlingsplanen: Frukostmöte med branschen" in told
    assert "Siffror utan uppgift om när de väntas: Tips från allmänheten" in told
    assert "Ärenden som ingen har tagit på sig: Delade register" in told
    assert "Datum för nästa möte" in told
    assert not any(line.startswith("Utan datum") for line in told)


def test_the_rest_is_told_as_it_was_asked(written: bytes) -> None:
    told = "\n".join(lines(written))

    for words in ("Höstmöte\t2026-09-10\t9\tFacket", "Prövas i två kommuner", "Prövas vidare"):
        assert words in told
    assert "Nästa kontrollvecka\t2027-01-20\tUmeå" in told


def test_without_anything_reported_there_is_no_document() -> None:
    story = Story("working-group-report")
    assert report(story.meeting(), "sv") is None

    # Coming dates alone are no report.
    story.put("t1", "dates", "Nästa kontrollvecka", step="dates")
    assert report(story.meeting(), "sv") is None


def test_of_another_agenda_there_is_no_report() -> None:
    story = Story("theme-1")
    story.put("i1", "initiatives", "Skolbesök", step="groups")
    assert report(story.meeting(), "sv") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_belongs_to_the_folder(language: Language) -> None:
    assert file_name(reported(), "report", language) in made(reported(), language, Options())
