"""The shipped agendas as texts: whole in every language, short enough for a screen, consistent."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

AGENDAS = Path(__file__).parent.parent / "agendas"
FILES = sorted(AGENDAS.glob("*.toml"))
LANGUAGES = {"sv", "nb", "nn", "en"}

# The most a projected screen of 80 columns holds in large type, in characters.
LONGEST = {"title": 45, "lead": 110, "label": 110, "hint": 120, "body": 350, "bullets": 110}
LONGEST_NOTE = 350

Found = tuple[str, dict[str, str]]


def texts(value: Any, path: str = "") -> Iterator[Found]:
    """Every text table in the file, with the path that leads to it."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from texts(item, f"{path}[{number}]")
    elif isinstance(value, dict):
        if LANGUAGES & value.keys():
            yield path, value
        else:
            for key, item in value.items():
                yield from texts(item, f"{path}.{key}" if path else key)


def agenda(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def steps(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = agenda(file).get("step", [])
    return found


each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def test_the_agendas_are_there() -> None:
    assert {"introduction", "theme-1"} <= {file.stem for file in FILES}


@each_file
def test_every_text_is_whole_in_all_four_languages(file: Path) -> None:
    for path, text in texts(agenda(file)):
        assert text.keys() == LANGUAGES, path
        for language, words in text.items():
            assert words, f"{path}.{language} is empty"
            assert words == words.strip(), f"{path}.{language} has blanks around it"
            assert "  " not in words, f"{path}.{language} has two blanks in a row"


@each_file
def test_texts_fit_the_screen(file: Path) -> None:
    for path, text in texts(agenda(file)):
        last = re.sub(r"\[\d+\]", "", path.rsplit(".", 1)[-1])
        most = LONGEST.get(last, LONGEST_NOTE)
        for language, words in text.items():
            assert len(words) <= most, f"{path}.{language} has {len(words)} characters"


@each_file
def test_nynorsk_is_not_bokmal(file: Path) -> None:
    for path, text in texts(agenda(file)):
        if len(text["nb"]) > 40:
            assert text["nb"] != text["nn"], path


# Words that give away the neighbouring language, or mean something else than intended.
STRANGERS = {
    "sv": r"\b(og|ikke|frist|frister|fristen|verksamhet\w*|minnesanteckningar|protokoll)\b",
    "nb": r"\b(och|ikkje|kva|kven|korleis|frå|saman|eit|ein|røyst\w*|noko|verksemd\w*)\b",
    "nn": r"\b(och|ikke|hva|hvem|hvordan|hvor|hvis|fra|sammen|et|en|jeg|stemme\w*|stemmer|noe"
    r"|noen|være|gjøre|myndighet\w*|virksomhet\w*|ansvarlig\w*|avstemning\w*)\b",
    "en": r"\b(organization\w*|color|program|behavior)\b",
}


@each_file
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_stray_words_of_another_language(file: Path, language: str) -> None:
    for path, text in texts(agenda(file)):
        found = re.search(STRANGERS[language], text[language], re.IGNORECASE)
        assert not found, f"{path}.{language}: {found and found[0]}"


@each_file
def test_steps_have_ids_of_their_own_and_say_enough(file: Path) -> None:
    ids = [step["id"] for step in steps(file)]
    assert len(ids) == len(set(ids))
    for step in steps(file):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", step["id"])
        assert step["minutes"] > 0
        assert {"title", "lead", "notes"} <= step.keys(), step["id"]


@each_file
def test_phases_fill_the_time_of_their_step(file: Path) -> None:
    for step in steps(file):
        if "phases" in step:
            assert sum(phase["minutes"] for phase in step["phases"]) == step["minutes"]


@each_file
def test_gaps_are_known_and_the_same_in_every_language(file: Path) -> None:
    whole = agenda(file)
    for path, text in texts(whole):
        gaps = {tuple(sorted(re.findall(r"{(\w*)}", words))) for words in text.values()}
        assert len(gaps) == 1, path
        for gap in gaps.pop():
            assert gap in whole["words"], path


WRITE = {"cards", "matrix"}  # kinds that fill the deck they name


@each_file
def test_steps_name_steps_and_lists_that_are_there(file: Path) -> None:
    before: set[str] = set()
    decks = {"expectations"}  # may come from the introduction that this is combined with
    for step in steps(file):
        assert {step[key] for key in ("vote", "measures") if key in step} <= before, step["id"]
        decks |= {prompt["deck"] for prompt in step.get("prompts", [])}
        decks |= {step["deck"]} if step["kind"] in WRITE else set()
        named = {step["deck"]} if "deck" in step else {d["deck"] for d in step.get("decks", [])}
        assert named <= decks, step["id"]
        before.add(step["id"])


def test_times_are_those_of_the_guide() -> None:
    def minutes(name: str) -> list[int]:
        return [step["minutes"] for step in steps(AGENDAS / f"{name}.toml")]

    assert minutes("introduction") == [15, 10, 10]
    assert minutes("theme-1") == [30, 20, 10, 7, 8, 36, 20, 10, 7]


@each_file
def test_the_file_is_tidy(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ") and text.endswith("\n") and not text.endswith("\n\n")
    assert "\r" not in text and "\t" not in text
    for number, line in enumerate(text.splitlines(), 1):
        assert line == line.rstrip(), f"line {number} ends in blanks"
        if line.startswith("#"):
            assert len(line) <= 100, f"line {number} is long"
