"""Agenda files: every shipped one is valid; a wrong one says where, and what would be right."""

from pathlib import Path

import pytest

from workshop.domain.agenda import Agenda
from workshop.domain.refused import Refused
from workshop.language import tongue
from workshop.store.agendas import Problem, Unfit, find, read_agenda, shipped

GOOD = """\
title = { sv = "Dag", nb = "Dag", nn = "Dag", en = "Day" }
about = { sv = "Om", nb = "Om", nn = "Om", en = "About" }

[[step]]
kind = "groups"
id = "groups"
minutes = 30
title.sv = "Grupper"
title.nb = "Grupper"
title.nn = "Grupper"
title.en = "Groups"

[[step.prompts]]
deck = "risks"
label.sv = "Risker?"
label.nb = "Risikoer?"
label.nn = "Risikoar?"
label.en = "Risks?"

[[step.prompts]]
deck = "areas"
label.sv = "Områden?"
label.nb = "Områder?"
label.nn = "Område?"
label.en = "Areas?"

[[step]]
kind = "vote"
id = "vote"
deck = "areas"
votes = 3
title = { sv = "Rösta", nb = "Stem", nn = "Røyst", en = "Vote" }

[[step]]
kind = "result"
id = "result"
vote = "vote"
title = { sv = "Resultat", nb = "Resultat", nn = "Resultat", en = "Result" }
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "own.toml"
    file.write_bytes(text.encode())
    return file


def problems(folder: Path, text: str) -> list[Problem]:
    with pytest.raises(Unfit) as unfit:
        read_agenda(written(folder, text))
    found = unfit.value.problems
    assert found and all(tongue("sv")(problem.words) for problem in found)
    return list(found)


def line_of(text: str, piece: str, nth: int = 1) -> int:
    lines = [n for n, line in enumerate(text.split("\n"), 1) if piece in line]
    return lines[nth - 1]


@pytest.mark.parametrize("file", shipped(), ids=lambda file: file.stem)
def test_every_shipped_agenda_is_valid(file: Path) -> None:
    agenda = read_agenda(file)
    assert agenda.id == file.stem and agenda.steps and agenda.minutes > 0


def test_an_agenda_of_ones_own_is_read(tmp_path: Path) -> None:
    agenda = read_agenda(written(tmp_path, GOOD))
    assert isinstance(agenda, Agenda) and agenda.id == "own"
    assert [step.kind for step in agenda.steps] == ["groups", "vote", "result"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")])
def test_what_editors_on_windows_write_is_read(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    assert read_agenda(written(tmp_path, change(GOOD))) == read_agenda(written(tmp_path, GOOD))


MISTAKES = {
    "a language missing": ('title.nn = "Grupper"\n', "", "step 1.title.nn", "title.sv", 1),
    "a language missing in a list": (
        'label.nn = "Område?"\n',
        "",
        "step 1.prompts.1.label.nn",
        'label.sv = "Områden?"',
        1,
    ),
    "an unknown setting": ("minutes = 30", "minuts = 30", "step 1.minuts", "minuts", 1),
    "a misspelt kind": ('kind = "vote"', 'kind = "vot"', "step 2.kind", 'kind = "vot"', 1),
    "no kind": ('kind = "vote"\n', "", "step 2.kind", "[[step]]", 2),
    "a text for a number": ("votes = 3", 'votes = "three"', "step 2.votes", "votes", 1),
    "too many votes": ("votes = 3", "votes = 30", "step 2.votes", "votes", 1),
    "a number for a text": (
        'deck = "areas"\nvotes',
        "deck = 3\nvotes",
        "step 2.deck",
        "deck = 3",
        1,
    ),
    "half a number": ("votes = 3", "votes = 2.5", "step 2.votes", "votes", 1),
    "one text for four": (
        'title = { sv = "Rösta", nb = "Stem", nn = "Røyst", en = "Vote" }',
        'title = "Vote"',
        "step 2.title",
        'title = "Vote"',
        1,
    ),
    "the same id twice": ('id = "result"', 'id = "vote"', "vote.id", 'id = "vote"', 2),
    "a vote that is not there": ('vote = "vote"', 'vote = "vot"', "result.vote", 'vote = "vot"', 1),
    "a setting left out": ('id = "result"\n', "", "step 3.id", "[[step]]", 3),
    "a top title misspelt": ("about =", "abuot =", "abuot", "abuot", 1),
    "an id with a blank": ('id = "vote"', 'id = "my vote"', "step 2.id", 'id = "my vote"', 1),
    "a deck with a dot": ('deck = "risks"', 'deck = "r.s"', "step 1.prompts.0.deck", "r.s", 1),
    "minutes below zero": ("minutes = 30", "minutes = -1", "step 1.minutes", "minutes", 1),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_line_and_key(tmp_path: Path, mistake: str) -> None:
    right, wrong, key, at, nth = MISTAKES[mistake]
    assert right in GOOD
    text = GOOD.replace(right, wrong, 1)
    found = {problem.key: problem.line for problem in problems(tmp_path, text)}
    assert found.get(key) == line_of(text, at, nth), found


@pytest.mark.parametrize("comment", ["# [[step]]\n", 'notes = """\n[[step]]\n"""\n'])
def test_lines_are_right_whatever_else_looks_like_a_point(tmp_path: Path, comment: str) -> None:
    text = GOOD.replace("votes = 3", "votes = 30").replace("[[step]]", "[[ step ]] # a point")
    text = text if "notes" in comment else comment + text
    (problem,) = problems(tmp_path, text)
    assert problem.line == line_of(text, "votes = 30")


def test_everything_wrong_is_said_at_once_in_order(tmp_path: Path) -> None:
    text = GOOD.replace("minutes = 30", "minutes = 'x'").replace("votes = 3", "votes = 'y'")
    found = problems(tmp_path, text.replace("about =", "abuot ="))
    assert [problem.key for problem in found] == [
        *("about", "abuot", "step 1.minutes", "step 2.votes")
    ]


def test_one_mistake_is_not_blamed_on_what_refers_to_it(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, GOOD.replace("votes = 3", "votes = 'y'"))
    assert problem.key == "step 2.votes"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('title = "a" b', 1),
        ("x = 1\ny = ?\n", 2),
        ("x = 1\nx = 2\n", 2),
        ('title = { sv = "Dag"', 0),
    ],
)
def test_what_is_no_toml_says_where(tmp_path: Path, text: str, line: int) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.line == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "step = 3",
        "step = ['x']",
        "step = [[1]]",
        "[step]\nkind = 'text'",
        "[[steps]]\n",
        "step = []",
    ],
)
def test_a_file_without_points_says_so(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes('title = "Möte"'.encode("latin-1"))
    (tmp_path / "folder.toml").mkdir()
    for name in ("latin.toml", "folder.toml", "none.toml"):
        with pytest.raises(Unfit) as unfit:
            read_agenda(tmp_path / name)
        assert unfit.value.problems[0].line == 0


def test_an_agenda_is_found_by_name_or_path() -> None:
    assert find("theme-1").name == "theme-1.toml"
    assert find("somewhere/own.toml") == Path("somewhere/own.toml")
    for unknown in ("theme-99", "", "../theme-1"):
        with pytest.raises(Refused):
            find(unknown)


def test_the_agendas_of_most_meetings_come_first() -> None:
    assert [file.stem for file in shipped()][:3] == ["introduction", "theme-1", "theme-2"]
