"""Figures of a measurement, for people or as JSON."""

import json
from collections.abc import Mapping, Sequence

Figure = int | float | str


def shown(figures: Mapping[str, Figure], as_json: bool) -> str:
    """A line for each figure, its name before it; as JSON all in one line."""
    if as_json:
        return json.dumps(figures)
    wide = max(map(len, figures))
    return "\n".join(f"{name:>{wide}} {value}" for name, value in figures.items())


def shown_by_size(sizes: Sequence[Mapping[str, Figure]], as_json: bool) -> str:
    """A row for each size that was measured, under the names of its figures."""
    if as_json:
        return json.dumps({"sizes": [*sizes]})
    rows = [[*sizes[0]], *([str(value) for value in size.values()] for size in sizes)]
    return "\n".join("\t".join(row) for row in rows)
