"""Something the leader tells: background, purpose, the plan of the day."""

from typing import Annotated, Literal

from pydantic import Field

from workshop.domain.meeting import Meeting
from workshop.domain.schedule import Planned, plan
from workshop.domain.sheet import Bullet, Bullets, Heading, Link, Note, Table
from workshop.domain.step import Blocks, Step, Who
from workshop.domain.words import Count, Hour, Say, Texts, Words


class Text(Step):
    """`shows = "agenda"` adds the points of the day with their times.

    `link` is the address of a film or a story, `link_title` what it is called; nothing is fetched.
    """

    kind: Literal["text"] = "text"
    body: Texts | None = None
    bullets: tuple[Texts, ...] = ()
    shows: Literal["", "agenda"] = ""
    link: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = ""
    link_title: Texts | None = None

    def stage(self, meeting: Meeting) -> Blocks:
        return (*self._told(), *((agenda(meeting),) if self.shows == "agenda" else ()))

    def record(self, meeting: Meeting) -> Blocks:
        return self._told()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def _told(self) -> Blocks:
        body = (Note(self.body),) if self.body else ()
        bullets = (Bullets(tuple(Bullet(text) for text in self.bullets)),) if self.bullets else ()
        return (*self._link(), *body, *bullets)

    def _link(self) -> Blocks:
        if not self.link:
            return (Heading(self.link_title),) if self.link_title else ()
        # The title of the point stands above already.
        return (Link(self.link_title or Say("Link"), self.link),)


def agenda(meeting: Meeting) -> Table:
    """The points of the day with their times."""
    rows = tuple(_row(one) for one in plan(meeting))
    return Table((Say("Time"), Say("Item"), Say("Minutes")), rows)


def _row(one: Planned) -> tuple[Words, ...]:
    if one.point.skipped:
        return ("–", one.point.title, Say("skipped"))
    length = Count("%(n)s min", "%(n)s min", (one.ends - one.begins) % (24 * 60))
    return (Hour(one.begins), one.point.title, length)
