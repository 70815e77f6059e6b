"""What is promised is found, and the first screen asks for none of it."""

import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import pytest

from workshop.later import PERHAPS, SOON, Promise

HEAVY = {
    "pydantic", "sqlite_utils", "babel", "typer", "starlette", "uvicorn", "jinja2", "docx", "lxml",
    "qrcode", "httpx", "icalendar", "rapidfuzz",
}  # fmt: skip
LOADED = "import sys, workshop.__main__, workshop.commands.first; print(*sys.modules)"


@pytest.mark.parametrize("name", (*SOON, *PERHAPS))
def test_every_promise_can_be_kept(name: str) -> None:
    assert find_spec(name)


def test_a_promise_becomes_its_module_when_something_is_asked_for() -> None:
    promised = Promise("workshop.regional")
    assert promised.LOCALES is import_module("workshop.regional").LOCALES
    with pytest.raises(AttributeError):
        promised.nothing_of_that_name  # noqa: B018


def test_a_module_that_is_there_is_the_module_itself() -> None:
    real = import_module("workshop.regional")
    from workshop import regional  # noqa: PLC0415 - the name as it is after loading

    assert regional is real and type(regional) is ModuleType


def test_the_first_screen_loads_only_what_it_shows() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    loaded = set(told.stdout.split())
    assert sorted(loaded & {*HEAVY, *SOON, *PERHAPS}) == []


def test_what_is_set_on_a_promise_is_set_in_the_module() -> None:
    name = "workshop.export.options"
    promised = Promise(name)
    setattr(promised, "a_test_was_here", True)  # noqa: B010
    module = import_module(name)
    assert vars(module).pop("a_test_was_here")
