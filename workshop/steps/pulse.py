"""How the cooperation itself goes: a few questions, 1 to 5, anonymous like a ballot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.box import EMPTY
from workshop.domain.event import Cast, Event, Revealed, VoteCancelled, VoteClosed, VoteOpened
from workshop.domain.few import FEWEST
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import read
from workshop.domain.refused import MovedOn
from workshop.domain.round import Round
from workshop.domain.sheet import Bullet, Bullets, Figure, Heading, Note, Table
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.tally import last
from workshop.domain.words import Say, Words, said
from workshop.steps.asking import Choice
from workshop.steps.ballot import open_round, typed_key
from workshop.steps.over_time import LATEST, PRESENT, WRITTEN, contributed, present
from workshop.steps.voters import entitled, voter

SCALE = (1, 2, 3, 4, 5)
LEVELS: dict[int, Words] = {
    1: Say("1 – not at all"),
    2: "2",
    3: "3",
    4: "4",
    5: Say("5 – fully"),
}
QUESTIONS: dict[str, Words] = {
    "together": Say("We developed this together."),
    "own": Say("We own what we have agreed."),
    "worth": Say("The meeting was worth the time."),
}
RECEIVED = Say("Your answers have been received.")
ANONYMOUS = Say(
    "Anonymous. You can change your answers until this closes; then the link to you is destroyed. "
    "A question with fewer than five answers shows no result."
)
LATE = Say("This has closed, so your answers came too late and are not counted.")


@dataclass(frozen=True)
class Answered:
    """One question of a closed pulse: how many gave each level; none where too few answered."""

    words: Words
    levels: Counter[int]

    @property
    def answers(self) -> int:
        return self.levels.total()

    @property
    def mean(self) -> Words:
        """With one decimal; "–" where nothing may be told."""
        if not self.answers:
            return "–"
        return tenths(self._total, self.answers)

    @property
    def share(self) -> float | None:
        """The mean from 0, when all say not at all, to 1, when all say fully."""
        if not self.answers:
            return None
        return (self._total / self.answers - min(SCALE)) / (max(SCALE) - min(SCALE))

    @property
    def _total(self) -> int:
        return sum(level * n for level, n in self.levels.items())


def tenths(total: int, answers: int) -> Words:
    """The mean of some answers with one decimal, in the way of the language."""
    whole, rest = divmod(round(10 * total / answers), 10)
    return said("%(whole)s.%(tenths)s", whole=whole, tenths=rest)


class Pulse(Step):
    """Without `questions` it asks the three of the networks' follow-up."""

    kind: Literal["pulse"] = "pulse"
    questions: tuple[Choice, ...] = ()

    @property
    def asked(self) -> dict[str, Words]:
        return {one.key: one.label for one in self.questions} or QUESTIONS

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        round_ = open_round(meeting, self.id)
        if round_ is None:
            return None
        box = meeting.box.get(round_.id, EMPTY)
        before = None if who.by_hand else box.get(voter(meeting, round_, who.id))
        given = before.points if before else {}
        options = tuple(Option(key=str(level), words=words) for level, words in LEVELS.items())
        fields = tuple(
            Pick(
                name=f"pulse-{key}",
                label=words,
                options=options,
                value=(str(given[key]),) if key in given else (),
                scale=True,
            )
            for key, words in self.asked.items()
        )
        submit = Say("Change my answers") if before else Say("Send my answers")
        intro = RECEIVED if before else ""
        return Form(fields=fields, submit=submit, intro=intro, notice=ANONYMOUS, stamp=round_.id)

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        form, round_ = self.form(meeting, who), open_round(meeting, self.id)
        if form is None or round_ is None:
            raise MovedOn(LATE)
        filled = read(form, answers)
        picked = {key: filled.pick(f"pulse-{key}") for key in self.asked}
        points = {key: int(level) for key, level in picked.items() if level}
        if who.by_hand and not who.id:
            key = typed_key(meeting.box.get(round_.id, {}), points, answers, moment)
        else:
            key = voter(meeting, round_, who.id)
        return [Cast(round=round_.id, voter=key, points=points, by_hand=who.by_hand)]

    def is_open(self, meeting: Meeting) -> bool:
        return open_round(meeting, self.id) is not None

    def progress(self, meeting: Meeting) -> Progress | None:
        round_ = open_round(meeting, self.id)
        if round_ is None:
            return None
        box = meeting.box.get(round_.id, EMPTY)
        return Progress(len(box), entitled(meeting, round_), Say("have answered"))

    def stage(self, meeting: Meeting) -> Blocks:
        round_ = last(meeting, self.id)
        asked = Bullets(tuple(Bullet(words) for words in self.asked.values()), numbered=True)
        if round_ is None:
            return (asked, Note(ANONYMOUS, "quiet"))
        if round_.state == "revealed":
            return (*self._result(round_), *_beside(meeting))
        box = meeting.box.get(round_.id, EMPTY)
        done, of = len(box), entitled(meeting, round_)
        if round_.state == "closed":
            done, of = len(round_.ballots), round_.present
        value = said("%(done)s of %(of)s", done=done, of=of)
        return (Figure(value, Say("have answered")), asked)

    def record(self, meeting: Meeting) -> Blocks:
        round_ = last(meeting, self.id)
        return self._result(round_) if round_ and round_.state == "revealed" else ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        round_ = last(meeting, self.id)
        match round_.state if round_ else "none":
            case "open":
                gone = Say("Give these answers up? They are destroyed and never counted.")
                return (
                    Action(name="close", label=Say("Close for answers"), key="v", main=True),
                    Action(name="cancel", label=Say("Give it up"), key="x", confirm=gone),
                )
            case "closed":
                return (Action(name="reveal", label=Say("Show the result"), key="r", main=True),)
            case "revealed":
                again = Say("Ask again? The new answers count; the earlier ones stay on record.")
                return (Action(name="reopen", label=Say("Ask again"), key="v", confirm=again),)
            case _:
                return (Action(name="open", label=Say("Ask the phones"), key="v", main=True),)

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        if action.name in ("open", "reopen"):
            return [self._opened(moment)]
        round_ = last(meeting, self.id)
        if round_ is None:
            raise MovedOn(LATE)
        match action.name:
            case "close":
                return [_closed(meeting, round_)]
            case "cancel":
                return [VoteCancelled(round=round_.id)]
            case _:
                return [Revealed(round=round_.id)]

    def _opened(self, moment: Moment) -> VoteOpened:
        return VoteOpened(
            step=self.id,
            round=moment.new_id(),
            items=tuple(self.asked),
            votes=max(SCALE),
            fills=0,
            about="pulse",
        )

    def answered(self, round_: Round) -> list[Answered]:
        """What each question came to; too few answers are not in the log in the first place."""
        return [
            Answered(words, Counter(b.points[key] for b in round_.ballots if key in b.points))
            for key, words in self.asked.items()
        ]

    def _result(self, round_: Round) -> Blocks:
        head: tuple[Words, ...] = (Say("Question"), Say("Mean"), *(str(one) for one in SCALE))
        found = self.answered(round_)
        rows = tuple(
            (one.words, one.mean, *(one.levels[level] if one.answers else "–" for level in SCALE))
            for one in found
        )
        words = said(
            "%(done)s of %(of)s answered, anonymously. 1 is not at all, 5 is fully.",
            done=len(round_.ballots),
            of=round_.present,
        )
        few = any(not one.answers for one in found)
        hidden = Say("Where fewer than five have answered, no result is shown.")
        table = Table(head, rows, bars=tuple(one.share for one in found))
        return (table, Note(words, "quiet"), *((Note(hidden, "quiet"),) if few else ()))


def _beside(meeting: Meeting) -> Blocks:
    """Who came and who wrote, beside the meetings before: part of how the cooperation goes."""
    tables = ((PRESENT, present(meeting, LATEST)), (WRITTEN, contributed(meeting, LATEST)))
    return tuple(
        block for title, table in tables if table.rows for block in (Heading(title), table)
    )


def _closed(meeting: Meeting, round_: Round) -> VoteClosed:
    """The answers to each question by themselves, sorted: no line of answers is one person's."""
    box = meeting.box.get(round_.id, {}).values()
    given = {item: sorted(b.points[item] for b in box if item in b.points) for item in round_.items}
    kept = {item: levels for item, levels in given.items() if len(levels) >= FEWEST}
    ballots = tuple(
        {item: levels[n] for item, levels in kept.items() if n < len(levels)}
        for n in range(len(box))
    )
    return VoteClosed(round=round_.id, present=entitled(meeting, round_), ballots=ballots)
