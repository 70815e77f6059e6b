from dataclasses import replace

import pytest

from tests.export.reading import check_accessible, headings, opened, text
from tests.export.reporting import CONTENT, strategic
from tests.export.sample import Story
from workshop.domain.words import LANGUAGES, Language
from workshop.export.folder import file_name, made
from workshop.export.options import Options
from workshop.export.strategy import strategy

SIX = (
    "Ambitionsnivå",
    "Kompetensutveckling",
    "Rollfördelning",
    "Kapacitet",
    "Intern information",
    "Rapportering",
)


def read(*left_out: str, form: bool = True, options: Options | None = None) -> str:
    data = strategy(strategic(*left_out, form=form), "sv", options)
    assert data is not None
    return text(opened(data))


def test_it_has_the_six_headings_in_their_order() -> None:
    data = strategy(strategic("roles"), "sv")
    assert data is not None

    document = opened(data)
    check_accessible(data)
    second = [title for level, title in headings(document) if level == 2]
    assert [title for title in second if title in SIX] == list(SIX)
    assert headings(document)[0] == (1, "Utkast till strategi")
    assert all(words in text(document) for row, words in CONTENT.items() if row != "roles")


def test_reporting_tells_its_indicators() -> None:
    told = read()

    assert "Kontroller\tVarje kvartal\t–" in told
    assert "Inget är överenskommet under den här rubriken än." in told


def test_what_is_missing_is_said_by_name() -> None:
    told = read("roles")

    assert "Ännu utan text: Rollfördelning; Rapportering; En del av" in told
    assert "Ingen tidsfrist än: Förankrad hos ledningen" in told
    assert "Ingen ansvarig än: Förankrad hos ledningen" in told


def test_what_was_written_before_stands_there_only_if_wished() -> None:
    assert "Vem kollar fakturorna?" not in read()
    assert "Vem kollar fakturorna?" in read(options=Options(raw=True))


def test_a_long_text_is_shortened_on_the_first_page_and_whole_beneath() -> None:
    meeting = strategic()
    card = meeting.cards["s-roles"]
    longer = " ".join(f"Mening nummer {n} om roller." for n in range(200))
    cards = {**meeting.cards, card.id: replace(card, values={**card.values, "content": longer})}
    data = strategy(replace(meeting, cards=cards), "sv")
    assert data is not None

    told = text(opened(data))
    assert "om roller. …" in told
    assert longer in told
    assert told.count(longer) == 1


def test_without_a_draft_there_is_no_document() -> None:
    assert strategy(Story("procurement").meeting(), "sv") is None
    assert strategy(strategic(*CONTENT), "sv") is None
    assert strategy(Story("theme-1").meeting(), "sv") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_belongs_to_the_folder(language: Language) -> None:
    name = file_name(strategic(), "strategy", language)

    assert name in made(strategic(), language, Options())
    assert name not in made(Story("theme-1").meeting(), language, Options())
