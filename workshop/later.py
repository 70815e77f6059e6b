"""The one place that says what the first picture need not wait for.

`from workshop.tui.dialogs import asking` is written as always, so people, types and layers see an
ordinary import. Where the module stands in the list below, the name is only a promise: the module
is loaded when something in it is first asked for, or by `load` once the picture stands. Whoever
writes `from workshop.tui.dialogs.asking import Asking` needs it now and gets it now. Annotations
must not ask, so a file that uses promised modules begins with `from __future__ import annotations`.

Measured on two cores, in milliseconds that the first picture no longer waits:
"""

import gc
import sys
import threading
from importlib import import_module
from types import ModuleType
from typing import Final

# In the order in which they are needed after the first picture.
SOON: Final = (
    "workshop.domain.form",  # 80: what checks values
    "workshop.domain.edition",
    "workshop.domain.loss",
    "workshop.domain.agenda",
    "workshop.tui.setup",
    "workshop.tui.dialogs.asking",  # 25: all kinds of fields
    "workshop.tui.dialogs.telling",
    "workshop.store.agendas",  # 85: all step kinds
    "workshop.store.own",  # 5: what writes agendas
    "workshop.store.library",
    "workshop.store.store",  # 50: what writes the log
    "workshop.store.erasing",
    "workshop.store.finding",
    "workshop.room",  # 25
    "workshop.beginning",
    "workshop.upkeep",
    "workshop.tui.screens.agendas",  # 5
    "workshop.tui.screens.networks",
    "workshop.tui.screens.forgetting",
    "workshop.tui.screens.meeting",  # 60: everything that is drawn in a meeting
    "workshop.host",  # 10
    "workshop.tui.drawing.squares",  # 30: codes, and an image library where there is one
    "workshop.web.server",  # 15
    "workshop.web.app",  # 75: the pages
    "workshop.regional",  # 10: how babel writes shares
)
# Only where somebody asks for it.
PERHAPS: Final = (
    "workshop.console",  # 10: tables
    "workshop.commands.program",  # 45: the command line and its help pages
    "workshop.export.options",
    "workshop.exporting",  # 100: the Word writer
    "workshop.forgetting",
    "workshop.handing",
    "workshop.rollups",
    "workshop.rehearse.command",  # 400: simulated phones, and what reads Word
    "workshop.rehearse.tour",
    "workshop.browser.window",  # a second web server
)


class Promise(ModuleType):
    """Stands where the module will be; the import system does the loading, and its locking."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(import_module(self.__name__), name, value)


def promise() -> None:
    """Puts the promises into their packages, which must hold nothing heavy themselves."""
    for name in (*SOON, *PERHAPS):
        package, _, module = name.rpartition(".")
        if name not in sys.modules:
            setattr(import_module(package), module, Promise(name))


def load() -> None:
    """Loads the rest beside the screen, so that nobody waits for it when a key is pressed."""
    threading.Thread(target=_load, name="loading", daemon=True).start()


def _load() -> None:
    for name in SOON:
        import_module(name)
    keep()


def keep() -> None:
    """What is loaded stays: it is never again looked through for rubbish."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
