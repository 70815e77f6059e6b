"""Documents that lie there: a draft is written anew when something that stands in it is erased."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from workshop.domain.loss import Renewed
from workshop.export.file import write_anew
from workshop.export.folder import made
from workshop.export.options import Options
from workshop.store.papers import Paper
from workshop.store.store import Store


def renewed(store: Store, today: date, sources: Collection[str]) -> Renewed:
    """Writes anew the drafts of these meetings and networks, and tells what became of all."""
    found = sorted_out(
        store, sources, lambda paper: write_anew(paper.file, _made(store, today, paper))
    )
    store.papers.leave_out(found.missing)
    return found


def sorted_out(store: Store, sources: Collection[str], anew: Callable[[Paper], bool]) -> Renewed:
    """The documents of meetings and networks by what becomes of them.

    `anew` tells whether a draft that is there is written anew (and may do so).
    """
    found: dict[str, list[Path]] = {"anew": [], "by_hand": [], "missing": []}
    for paper in store.papers.of([one for one in sources if one]):
        if not paper.file.exists():
            found["missing"].append(paper.file)
        elif not paper.final and anew(paper):
            found["anew"].append(paper.file)
        else:
            found["by_hand"].append(paper.file)
    return Renewed(**{name: tuple(files) for name, files in found.items()})


def _made(store: Store, today: date, paper: Paper) -> bytes | None:
    """The document as it is now; None where nothing is left to tell."""
    known = {one.id for one in store.meetings()}
    if paper.source in known:
        meeting = store.load(paper.source)
    else:
        meeting = store.networks.standing(paper.source, today)
    chosen = Options.model_validate_json(paper.options)
    options = chosen.model_copy(update={"today": today, "final": False})
    made_now = made(meeting, paper.language, options, (paper.kind,))
    return next(iter(made_now.values()), None)
