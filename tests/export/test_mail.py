from email import message_from_bytes
from email.policy import default

import pytest

from tests.export.reading import headings, opened
from tests.export.sample import Story, empty, full
from workshop.domain.words import LANGUAGES, Language
from workshop.export.folder import file_name, made
from workshop.export.options import Options


def drafted(language: Language = "sv", options: Options | None = None, meeting=None) -> bytes:
    return next(iter(made(meeting or full(), language, options or Options(), ("mail",)).values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documents_are_attached(language: Language) -> None:
    read = message_from_bytes(drafted(language), policy=default)
    attached = {part.get_filename(): part for part in read.iter_attachments()}

    assert read["X-Unsent"] == "1" and "Västerbotten" in read["Subject"]
    kinds = ("minutes", "plan", "calendar")
    assert list(attached) == [file_name(full(), kind, language) for kind in kinds]
    first = next(iter(attached.values()))
    assert headings(opened(first.get_content()))[0][0] == 1


def test_it_goes_to_the_regional_lead_where_known() -> None:
    options = Options(mail_to="lead@example.org")

    assert message_from_bytes(drafted(options=options), policy=default)["To"] == "lead@example.org"
    assert message_from_bytes(drafted(), policy=default)["To"] is None


def test_a_name_cannot_add_a_header() -> None:
    meeting = Story("theme-1", network="Nätverk\r\nBcc: all@example.org").meeting()

    assert message_from_bytes(drafted(meeting=meeting), policy=default)["Bcc"] is None


def test_an_empty_meeting_has_a_mail_too() -> None:
    assert drafted(meeting=empty())


def test_the_same_meeting_gives_the_same_file() -> None:
    assert drafted() == drafted()


def test_it_ends_as_a_letter_does() -> None:
    options = Options(facilitator="Åsa Öberg")
    read = message_from_bytes(drafted("en", options), policy=default)

    *_, last = read.get_body().get_content().split("\r\n\r\n")
    assert last.splitlines() == ["Kind regards", "Åsa Öberg"]


def test_the_calendar_says_in_what_letters_it_is_written() -> None:
    *_, calendar = message_from_bytes(drafted(), policy=default).iter_attachments()

    assert calendar.get_content_charset() == "utf-8"
    assert "Västerbotten" in calendar.get_content()
