"""What LibreOffice makes of the documents: every letter of them comes out on paper."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.export.large import PER_MEASURE, large
from tests.export.reading import opened, text
from tests.export.reporting import reported, strategic
from tests.export.sample import FOLLOWUP, full
from workshop.domain.words import LANGUAGES
from workshop.export.folder import made
from workshop.export.options import Options

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice"
)
SIZES = (5, 17, 23, 60)  # so that tables meet the foot of a page in different places

# What the second page begins with, in each language.
STARTS = ("Närvarande", "Til stede", "Til stades", "Present", "Åtgärder", "Tiltak", "Measures")


def letters(words: str) -> Counter[str]:
    return Counter(re.sub(r"\W", "", words))


def printed(folder: Path, *files: Path) -> dict[str, str]:
    """The text of each file on paper by name, a form feed after each page."""
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {file.name: _read(file.with_suffix(".pdf")) for file in files}


def _read(pdf: Path) -> str:
    command = ["pdftotext", "-layout", pdf, "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_nothing_is_lost_on_the_way_to_paper(tmp_path: Path) -> None:
    for size in SIZES:
        for name, data in made(full(contributions=size), "sv", Options(raw=True)).items():
            if name.endswith(".docx"):
                (tmp_path / f"{size}-{name}").write_bytes(data)

    files = sorted(tmp_path.glob("*.docx"))
    on_paper = printed(tmp_path, *files)
    for file in files:
        lost = letters(text(opened(file.read_bytes()))) - letters(on_paper[file.name])
        assert not lost, file.name


def test_the_first_page_is_the_whole_summary_in_every_language(tmp_path: Path) -> None:
    for measures in (1, 40):
        meeting = large(measures * PER_MEASURE, FOLLOWUP)
        for language in LANGUAGES:
            for name, data in made(meeting, language, Options(), ("minutes", "plan")).items():
                (tmp_path / f"{measures}-{name}").write_bytes(data)

    files = sorted(tmp_path.glob("*.docx"))
    for name, words in printed(tmp_path, *files).items():
        first, second, *_ = words.split("\f")
        assert re.search("2026-05-07|7. mai 2026|7 May 2026", first), name  # the next meeting
        body = [line.strip() for line in second.splitlines() if line.strip()][1:]
        assert body[0] in STARTS, (name, body[0])


def test_the_first_page_of_a_report_and_a_strategy_is_a_page(tmp_path: Path) -> None:
    """However much was written: the second begins with the first of the sections in full."""
    for longer in (1, 12):
        for language in LANGUAGES:
            found = {
                **made(reported(longer), language, Options(), ("report", "minutes")),
                **made(strategic(longer=longer), language, Options(), ("strategy", "minutes")),
            }
            for name, data in found.items():
                if name.endswith(".docx"):
                    (tmp_path / f"{longer}-{name}").write_bytes(data)

    files = sorted(tmp_path.glob("*.docx"))
    for name, words in printed(tmp_path, *files).items():
        second = words.split("\f")[1]
        body = [line.strip() for line in second.splitlines() if line.strip()][1:]
        assert body[0] in BODIES, (name, body[0])


# The first section of a report, of a strategy, and of their minutes.
BODIES = (
    *("Insatser per område", "Innsats per område", "Initiatives per plan area"),
    *("Ambitionsnivå", "Ambisjonsnivå", "Ambition"),
    *("1. Ambitionsnivå", "1. Ambisjonsnivå", "1. Ambition"),
)
