"""What the command line prints: tables and messages in the user's language."""

import json
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, Words
from workshop.language import Tongue, tongue
from workshop.store.agendas import Problem, Unfit


class Printer:
    """Prints in one language; plain text is never read as markup."""

    def __init__(self, language: Language, *, width: int | None = None) -> None:
        self.language = language
        self.say: Tongue = tongue(language)
        self._width = width
        self._out = Console(width=width)
        self._err = Console(stderr=True)

    def knowing(self, names: Mapping[str, str]) -> "Printer":
        """The same, knowing these people by id."""
        knows = Printer(self.language, width=self._width)
        knows.say = self.say.knowing(names)
        return knows

    def tell(self, words: Words) -> None:
        self._out.print(Text(self.say(words)))

    def refuse(self, refusal: Refused) -> None:
        """What was not done and why, on the error stream."""
        self._err.print(Text(self.say(refusal.words), style="bold"))
        if isinstance(refusal, Unfit):
            self._err.print(self._problems(refusal.problems))

    def table(self, heads: Sequence[Words], rows: Iterable[Sequence[Words]]) -> None:
        """Rows under their heads; a column in which nothing stands is left out."""
        said = [[self.say(cell) for cell in row] for row in rows]
        shown = [n for n, _ in enumerate(heads) if n == 0 or any(row[n] for row in said)]
        table = self._table(*(heads[n] for n in shown))
        for row in said:
            self._row(table, *(row[n] for n in shown))
        self._out.print(table)

    def facts(self, pairs: Iterable[tuple[Words, Words]]) -> None:
        """What is told about one thing, each with its name; what is empty is left out."""
        table = Table(show_header=False, box=None, pad_edge=False)
        for name, value in pairs:
            if self.say(value):
                table.add_row(Text(self.say(name), style="bold"), Text(self.say(value)))
        self._out.print(table)

    def data(self, data: object) -> None:
        """One line of JSON, for scripts."""
        self._out.file.write(json.dumps(data, ensure_ascii=False) + "\n")

    def _problems(self, problems: Sequence[Problem]) -> Table:
        table = self._table(Say("Line"), Say("Where"), Say("What is wrong, and what is right"))
        for one in problems:
            self._row(table, str(one.line or "–"), one.key, one.words)
        return table

    def _table(self, *heads: Words) -> Table:
        table = Table(header_style="bold")
        for head in heads:
            table.add_column(Text(self.say(head)), overflow="fold")
        return table

    def _row(self, table: Table, *cells: Words) -> None:
        table.add_row(*(Text(self.say(cell)) for cell in cells))
