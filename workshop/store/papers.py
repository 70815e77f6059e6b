"""Where the documents of a meeting or a network were written, so that they can be written anew."""

import json
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from sqlite_utils import Database

from workshop.domain.words import LANGUAGES, Language, language_of
from workshop.store.database import saving, scrub, table


@dataclass(frozen=True)
class Paper:
    """One document. `source` is the id of a meeting or of a network.

    `options` is JSON: what was chosen for it. A `final` one has gone out and is never written anew.
    """

    file: Path
    source: str
    kind: str
    language: Language
    final: bool = False
    options: str = "{}"


class Papers:
    """The documents that are known; a file is known once, as it was written last."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, papers: Iterable[Paper]) -> None:
        rows = [{**_row(paper)} for paper in papers]
        with saving(), self._db.atomic():
            table(self._db, "papers").upsert_all(rows, pk="file")

    def of(self, sources: Collection[str]) -> list[Paper]:
        """The documents of these meetings and networks, by their place."""
        rows = table(self._db, "papers").rows_where(order_by="file")
        return [paper for paper in map(_paper, rows) if paper.source in sources]

    def unname(self, sources: Collection[str], names: Collection[str], only: str = "") -> None:
        """Forgets names that were given to documents alone; `only` those that hold this one."""
        for paper in self.of(sources):
            chosen = json.loads(paper.options)
            gone = [n for n in names if only.casefold() in str(chosen.get(n, "")).casefold()]
            rest = {name: value for name, value in chosen.items() if name not in gone}
            if rest != chosen:
                self.add([replace(paper, options=json.dumps(rest, ensure_ascii=False))])
        scrub(self._db)

    def leave_out(self, files: Iterable[Path]) -> None:
        """These are no longer there."""
        with saving(), self._db.atomic():
            for file in files:
                table(self._db, "papers").delete_where("file = ?", [str(file)])
        scrub(self._db)


def _row(paper: Paper) -> dict[str, str | int]:
    values = dict(zip((field.name for field in fields(paper)), astuple(paper), strict=True))
    return {**values, "file": str(paper.file.absolute()), "final": int(paper.final)}


def _paper(row: dict[str, object]) -> Paper:
    language = language_of(row["language"]) or LANGUAGES[0]
    told = (Path(str(row["file"])), str(row["source"]), str(row["kind"]), language)
    return Paper(*told, final=bool(row["final"]), options=str(row["options"]))
