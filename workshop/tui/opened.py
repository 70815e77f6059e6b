"""Tells the app that a meeting runs and can be shown."""

from __future__ import annotations

from textual.message import Message

from workshop.tui.door import Host


class Opened(Message):
    """`guided` is a meeting to practise in."""

    def __init__(self, host: Host, guided: bool = False) -> None:
        super().__init__()
        self.host = host
        self.guided = guided
