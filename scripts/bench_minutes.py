"""How long minutes take to write, beside the fastest plain python-docx loop for the same rows.

Each size is measured in a process of its own, so that its memory is its own.
"""

import argparse
import gc
import json
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import Any

import docx
from docx.oxml.ns import qn

from figures import shown_by_size
from tests.export.large import large
from workshop.domain.words import Language
from workshop.export.minutes import minutes
from workshop.export.options import Options

if sys.platform != "win32":
    import resource

SIZES = (100, 1_000, 10_000)
TIMES = 15
LANGUAGE: Language = "sv"
WHOLE = Options(raw=True)
Rows = list[list[str]]


def written(data: bytes) -> list[Rows]:
    """What a document holds, in order: a paragraph is a table of one row and no cells beside."""
    body = docx.Document(BytesIO(data)).element.body
    return [_rows(part) for part in body if part.tag in (qn("w:p"), qn("w:tbl"))]


def _rows(part: Any) -> Rows:
    if part.tag == qn("w:p"):
        return [[_text(part)]]
    return [[_text(cell) for cell in row.iter(qn("w:tc"))] for row in part.iter(qn("w:tr"))]


def _text(part: Any) -> str:
    return "".join(text.text or "" for text in part.iter(qn("w:t")))


def plain(content: list[Rows]) -> bytes:
    """The same paragraphs and table rows, no styles: prototypes copied and their texts set."""
    document = docx.Document()
    end = document.element.body.sectPr
    line = document.add_paragraph("x")._p
    document.element.body.remove(line)
    for rows in content:
        if len(rows) == 1 and len(rows[0]) == 1:
            made = deepcopy(line)
            made[0][0].text = rows[0][0]
            end.addprevious(made)
        else:
            _plain_table(document, rows)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _plain_table(document: Any, rows: Rows) -> None:
    table = document.add_table(1, len(rows[0]))
    for cell in table.rows[0].cells:
        cell.text = "x"
    body, prototype = table._tbl, table.rows[0]._tr
    body.remove(prototype)
    for row in rows:
        made = deepcopy(prototype)
        for slot, text in zip(made.iter(qn("w:t")), row, strict=True):
            slot.text = text
        body.append(made)


def timed(*doings: Callable[[], object]) -> list[list[float]]:
    """Seconds of several runs in turn, so that what else the machine does hits all alike."""
    seconds: list[list[float]] = [[] for _ in doings]
    for _ in range(TIMES):
        for doing, taken in zip(doings, seconds, strict=True):
            gc.collect()
            begun = perf_counter()
            doing()
            taken.append(perf_counter() - begun)
    return seconds


def memory() -> float:
    """The most memory this process ever had, in megabytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(most / (1024 * 1024 if sys.platform == "darwin" else 1024))


def measured(rows: int) -> dict[str, float]:
    meeting = large(rows)
    minutes(large(1), LANGUAGE)  # reading the catalogue and the template is the program's start
    made = minutes(meeting, LANGUAGE, WHOLE)
    used = memory()
    content = written(made)
    ours, beside = timed(lambda: minutes(meeting, LANGUAGE, WHOLE), lambda: plain(content))
    return {
        "rows": rows,
        "seconds": round(median(ours), 4),
        "plain_seconds": round(median(beside), 4),
        "ratio": round(median(one / other for one, other in zip(ours, beside, strict=True)), 2),
        "rss_mb": round(used, 1),
    }


def apart(rows: int) -> dict[str, float]:
    """One size in a process of its own."""
    command = [sys.executable, sys.argv[0], "minutes", "--rows", str(rows)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure how long minutes take to write.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rows", type=int, help="measure only this size, in this process")
    options = parser.parse_args(arguments)
    if options.rows:
        print(json.dumps(measured(options.rows)))
        return 0
    print(shown_by_size([apart(rows) for rows in SIZES], options.json))
    return 0
