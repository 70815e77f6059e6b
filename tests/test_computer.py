import pytest

from workshop.computer import system_language

SOURCES = ("WORKSHOP_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "sv_SE", "LC_MESSAGES": "nb_NO"}, "nb"),
        ({"LANG": "sv_SE", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "sv_SE", "WORKSHOP_LANGUAGE": "nn"}, "nn"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_what_was_chosen_for_the_program_comes_before_what_the_computer_speaks(
    told: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SOURCES:
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language
