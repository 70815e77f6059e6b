"""What LibreOffice makes of the documents: every letter of them comes out on paper."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.export.reading import opened, text
from tests.export.sample import full
from workshop.export.folder import made
from workshop.export.options import Options

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice"
)
SIZES = (5, 17, 23, 60)  # so that tables meet the foot of a page in different places


def letters(words: str) -> Counter[str]:
    return Counter(re.sub(r"\W", "", words))


def test_nothing_is_lost_on_the_way_to_paper(tmp_path: Path) -> None:
    for size in SIZES:
        for name, data in made(full(contributions=size), "sv", Options(raw=True)).items():
            if name.endswith(".docx"):
                (tmp_path / f"{size}-{name}").write_bytes(data)
    files = sorted(tmp_path.glob("*.docx"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)

    for file in files:
        pdf = ["pdftotext", "-layout", file.with_suffix(".pdf"), "-"]
        printed = subprocess.run(pdf, check=True, capture_output=True, text=True).stdout
        lost = letters(text(opened(file.read_bytes()))) - letters(printed)
        assert not lost, file.name
