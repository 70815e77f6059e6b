from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

import words

CODE = """
from workshop.domain.words import Count, Say

WHO = Say("Who?", {})
VOTES = Count("%(n)s vote", "%(n)s votes", 3)
OWN = print("not ours")
"""
TEMPLATE = """<h1>{{ say("Welcome, %(name)s", name=name) }}</h1>
{{ count("%(n)s phone", "%(n)s phones", n) }}"""
SWEDISH = {
    "Who?": "Vem?",
    "Welcome, %(name)s": "Välkommen, %(name)s",
    ("%(n)s vote", "%(n)s votes"): ("%(n)s röst", "%(n)s röster"),
    ("%(n)s phone", "%(n)s phones"): ("En telefon", "%(n)s telefoner"),
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    package = tmp_path / "workshop"
    (package / "web").mkdir(parents=True)
    (package / "room.py").write_text(CODE, encoding="utf-8")
    (package / "web" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    return package


def swedish(texts: dict) -> Catalog:
    catalog = words.new_catalog("sv")
    for text, translation in texts.items():
        catalog.add(text, translation)
    return catalog


def say_nothing(package: Path) -> None:
    (package / "room.py").write_text("", encoding="utf-8")


def test_gathers_what_code_and_templates_say(package):
    ids = {message.id for message in words.sentences(words.gather(package))}
    assert ids == SWEDISH.keys()


def test_a_whole_catalogue_has_no_faults(package):
    assert words.check(swedish(SWEDISH), words.gather(package)) == []


def test_english_fills_itself_and_the_others_wait_for_a_translator(package):
    words.gather_all(package, tidy=False)
    faults = words.check_all(package)
    assert {line[:3] for line in faults} == {"sv:", "nb:", "nn:"}
    assert "nn: 'Who?' has no translation" in faults


def test_gathering_twice_gives_the_same_bytes(package):
    words.gather_all(package, tidy=False)
    first = {path: path.read_bytes() for path in package.rglob("workshop.po*")}
    words.gather_all(package, tidy=False)
    assert len(first) == 5
    assert first == {path: path.read_bytes() for path in package.rglob("workshop.po*")}


def test_catalogues_hold_no_dates_and_no_line_numbers(package):
    words.gather_all(package, tidy=False)
    text = words.catalogue(package, "sv").read_text(encoding="utf-8")
    assert "Date" not in text
    assert "#: workshop/room.py\n" in text
    assert "nplurals=2" in text


def test_long_sentences_stay_on_one_line(package):
    long = "word " * 40
    (package / "room.py").write_text(f"Say({long!r})", encoding="utf-8")
    words.gather_all(package, tidy=False)
    assert f'msgid "{long}"\n' in words.catalogue(package, "nb").read_text(encoding="utf-8")


def test_a_sentence_that_comes_back_gets_its_words_back(package):
    path = words.catalogue(package, "sv")
    words.write(path, swedish(SWEDISH))
    say_nothing(package)
    words.gather_all(package, tidy=False)
    words.gather_all(package, tidy=False)
    assert "sv: 'Who?' is obsolete (--tidy drops it)" in words.check_all(package)
    (package / "room.py").write_text(CODE, encoding="utf-8")
    words.gather_all(package, tidy=False)
    assert words.check(words.read(path, "sv"), words.gather(package)) == []


def test_tidying_drops_what_is_no_longer_said(package):
    path = words.catalogue(package, "sv")
    words.write(path, swedish(SWEDISH))
    say_nothing(package)
    words.gather_all(package, tidy=True)
    assert words.check(words.read(path, "sv"), words.gather(package)) == []


@pytest.mark.parametrize(
    ("text", "translation", "reason"),
    [
        ("Who?", "", "has no translation"),
        ("Welcome, %(name)s", "Välkommen", "has other %(gaps)s than the sentence"),
        ("Welcome, %(name)s", "Välkommen, %(namn)s", "has other %(gaps)s than the sentence"),
        (("%(n)s vote", "%(n)s votes"), ("En röst", ""), "has no translation"),
        (
            ("%(n)s vote", "%(n)s votes"),
            ("%(n)s röst", "röster"),
            "has other %(gaps)s than the sentence",
        ),
    ],
)
def test_a_fault_is_named(package, text, translation, reason):
    catalog = swedish(SWEDISH | {text: translation})
    first = words.forms(text)[0]
    assert words.check(catalog, words.gather(package)) == [f"{first!r} {reason}"]


def test_a_guess_is_a_fault(package):
    catalog = swedish(SWEDISH)
    catalog["Who?"].flags.add("fuzzy")
    assert words.check(catalog, words.gather(package)) == ["'Who?' is only guessed"]


def test_missing_and_superfluous_sentences_are_faults(package):
    texts = {text: said for text, said in SWEDISH.items() if text != "Who?"}
    faults = words.check(swedish(texts | {"Why?": "Varför?"}), words.gather(package))
    assert faults == ["'Who?' is missing", "'Why?' is said nowhere"]


def test_checking_fails_and_changes_nothing(package, monkeypatch, capsys):
    monkeypatch.setattr(words, "PACKAGE", package)
    monkeypatch.setattr("sys.argv", ["words.py", "--check"])
    assert words.main() == 1
    assert "sv: 'Who?' is missing" in capsys.readouterr().out
    assert not (package / "locale").exists()


def test_a_singular_with_two_plurals_is_a_fault(tmp_path: Path) -> None:
    package = tmp_path / "workshop"
    package.mkdir()
    (package / "one.py").write_text('Count("%(n)s vote", "%(n)s votes", 1)\n')
    (package / "two.py").write_text('Count("%(n)s vote", "%(n)s votes or fewer", 1)\n')

    assert len(words.collisions(package)) == 1
