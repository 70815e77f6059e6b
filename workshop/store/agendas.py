"""Agenda files: finds them, reads them, and says what is wrong, where, and what would be right."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from workshop.domain.agenda import Agenda
from workshop.domain.refused import Refused
from workshop.domain.words import Say, Words, said
from workshop.steps import STEP, AnyStep
from workshop.steps.groups import Groups
from workshop.steps.measures import Measures
from workshop.steps.result import Result
from workshop.steps.vote import Vote
from workshop.store.lines import line_of

PACKAGE = Path(__file__).parent.parent
FIRST = ("introduction", "theme-1", "theme-2", "theme-3", "follow-up", "short-follow-up")


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file: the line (0 when the whole file is meant), the key, what."""

    line: int
    key: str
    words: Words


class Unfit(Refused):
    """An agenda file cannot be used; `problems` says everything that is wrong with it."""

    def __init__(self, file: Path, problems: Sequence[Problem]) -> None:
        super().__init__(said(UNFIT.text, file=str(file)))
        self.problems = tuple(problems)


UNFIT = Say("The agenda file %(file)s cannot be used yet.")


def folder() -> Path:
    """Where the shipped agendas lie: beside the package in a checkout, inside it once installed."""
    inside = PACKAGE / "agendas"
    return inside if inside.is_dir() else PACKAGE.parent / "agendas"


def shipped() -> list[Path]:
    """The shipped agenda files: those of most meetings in the order of a day, then by name."""
    named = sorted(folder().glob("*.toml"))
    return sorted(
        named, key=lambda file: FIRST.index(file.stem) if file.stem in FIRST else len(FIRST)
    )


def find(name: str, own: Iterable[Path] = ()) -> Path:
    """The file for a name such as "theme-1", or for a path; raises `Refused` naming those there.

    `own` are further files that are known by name.
    """
    as_path = Path(name)
    if as_path.suffix == ".toml":
        return as_path
    known = {file.stem: file for file in (*own, *shipped())}
    if name not in known:
        listed = ", ".join(known)
        raise Refused(said(NO_AGENDA.text, name=name, known=listed))
    return known[name]


NO_AGENDA = Say(
    "There is no agenda “%(name)s”. There are: %(known)s. A file of your own ends in .toml."
)


def read_agenda(file: Path) -> Agenda:
    """The agenda in a file; raises `Unfit` with everything that is wrong with it."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        raw = tomllib.loads(text)
    except FileNotFoundError:
        raise Unfit(file, [Problem(0, "", Say("The file does not exist."))]) from None
    except (OSError, UnicodeDecodeError):
        unreadable = Say("The file cannot be read as UTF-8 text.")
        raise Unfit(file, [Problem(0, "", unreadable)]) from None
    except tomllib.TOMLDecodeError as problem:
        raise Unfit(file, [_syntax(problem)]) from None
    return _agenda(file, text, raw)


def _syntax(problem: tomllib.TOMLDecodeError) -> Problem:
    line = re.search(r"line (\d+)", str(problem))
    what = said(SYNTAX.text, problem=str(problem))
    return Problem(int(line[1]) if line else 0, "", what)


SYNTAX = Say(
    "This is not valid TOML: %(problem)s. Texts stand in straight quotation marks: "
    'title.en = "Welcome".'
)


def _agenda(file: Path, text: str, raw: dict[str, object]) -> Agenda:
    problems: list[Problem] = []
    steps = _steps(raw.pop("step", []), text, problems)
    try:
        agenda = Agenda.model_validate({"id": file.stem, **raw, "steps": steps})
    except ValidationError as wrong:
        problems += [_problem(text, error, None) for error in wrong.errors()]
    if not steps and not problems:
        problems.append(Problem(0, "step", Say("There is no point. Each begins with [[step]].")))
    if not problems:
        problems += _cross_checks(steps, text)
    if problems:
        raise Unfit(file, sorted(problems, key=lambda problem: problem.line))
    return agenda


def _steps(raw: object, text: str, problems: list[Problem]) -> list[AnyStep]:
    steps: list[AnyStep] = []
    if not isinstance(raw, list):
        problems.append(Problem(0, "step", Say("Each point begins with a line [[step]].")))
        return steps
    for number, settings in enumerate(raw):
        try:
            steps.append(STEP.validate_python(settings, strict=False))
        except ValidationError as wrong:
            problems += [_problem(text, error, number) for error in wrong.errors()]
    return steps


NO_GROUPS = Say('One ballot a group needs a point with kind = "groups" before it.')


def _grouped(steps: Iterable[AnyStep]) -> bool:
    return any(isinstance(step, Groups) for step in steps)


def _cross_checks(steps: Sequence[AnyStep], text: str) -> Iterable[Problem]:
    seen: dict[str, AnyStep] = {}
    for number, step in enumerate(steps):
        if step.id in seen:
            words = said(TWICE.text, id=step.id)
            yield Problem(line_of(text, "step", number, "id"), f"{step.id}.id", words)
        vote = _vote_named(step)
        if vote is not None and not isinstance(seen.get(vote), Vote):
            words = said(NO_VOTE.text, vote=vote)
            yield Problem(line_of(text, "step", number, "vote"), f"{step.id}.vote", words)
        if isinstance(step, Vote) and step.per == "group" and not _grouped(seen.values()):
            yield Problem(line_of(text, "step", number, "per"), f"{step.id}.per", NO_GROUPS)
        seen[step.id] = step


def _vote_named(step: AnyStep) -> str | None:
    """The vote a point builds on; measures can do without one."""
    match step:
        case Result():
            return step.vote
        case Measures():
            return step.vote or None
        case _:
            return None


TWICE = Say("Two points have the id “%(id)s”. Give one of them another id.")
NO_VOTE = Say("“%(vote)s” is not the id of a vote earlier in this file.")


def _problem(text: str, error: ErrorDetails, step: int | None) -> Problem:
    if step is None:
        keys = error["loc"]
        return Problem(line_of(text, *keys), ".".join(str(key) for key in keys), _what(error))
    # The first part names the branch of the union, which is the kind the file already says.
    keys = ("kind",) if error["type"].startswith("union_tag") else error["loc"][1:]
    where = ".".join(str(key) for key in (f"step {step + 1}", *keys))
    return Problem(line_of(text, "step", step, *keys), where, _what(error))


def _what(error: ErrorDetails) -> Words:
    kinds = ", ".join(sorted(_kinds()))
    match error["type"]:
        case "missing":
            return Say("This is missing. Each text is given in sv, nb, nn and en.")
        case "extra_forbidden" | "unexpected_keyword_argument":
            return Say("This setting is not known here. Is it misspelt?")
        case "union_tag_invalid" | "union_tag_not_found":
            return said(NO_KIND.text, kinds=kinds)
        case "int_parsing" | "int_type" | "int_from_float":
            return Say("This must be a whole number, without quotation marks.")
        case "bool_parsing" | "bool_type":
            return Say("This must be true or false, without quotation marks.")
        case "string_type":
            return Say("This must be a text in quotation marks.")
        case "model_type" | "model_attributes_type" | "dataclass_type" | "dict_type":
            return Say('This must be a text in four languages: sv = "...", nb, nn and en.')
        case "string_pattern_mismatch":
            return Say("Only lower-case letters, digits and hyphens can stand here.")
        case "greater_than_equal":
            return said(LEAST.text, least=str(error["ctx"]["ge"]))
        case "less_than_equal":
            return said(MOST.text, most=str(error["ctx"]["le"]))
        case "literal_error":
            return said(ONE_OF.text, options=error["ctx"]["expected"].replace(" or ", ", "))
        case "tuple_type" | "list_type":
            return Say("This must be a list in square brackets.")
        case _:
            return said(OTHER.text, value=str(error.get("input"))[:60], problem=error["msg"])


NO_KIND = Say("The kind of this point is missing or not known. Kinds are: %(kinds)s.")
LEAST = Say("This must be %(least)s or more.")
MOST = Say("This must be %(most)s or less.")
ONE_OF = Say("This must be one of: %(options)s.")
OTHER = Say("“%(value)s” does not fit here (%(problem)s).")


def _kinds() -> list[str]:
    schema = STEP.json_schema()["discriminator"]["mapping"]
    return list(schema)
