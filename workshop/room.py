"""The running meeting: the one door that terminal, phones and desk use."""

import secrets
from collections.abc import Callable, Sequence
from random import Random

from workshop.clock import Clock, local_now
from workshop.domain.action import Action
from workshop.domain.code import meeting_code, personal_code, plain_code
from workshop.domain.event import Event, Recognised
from workshop.domain.final import Document, finalised
from workshop.domain.form import Answers
from workshop.domain.joining import join
from workshop.domain.meeting import Meeting
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.step import Moment, Who
from workshop.domain.words import Language, Say
from workshop.leading import acting
from workshop.leading.stocking import ADD, stocked
from workshop.steps import AnyStep, step_of
from workshop.store.papers import Paper
from workshop.store.store import Store
from workshop.writer import Listener, Writer


class Room:
    """One running meeting. `meeting` is always durable; commands are written in groups.

    `sign` is the meeting's own short code, the same on the screen and on every phone.

    `contribute`, `lead` and `join` return when what they did is on disk, and raise `Refused` with
    words for a person when it was not done.
    """

    def __init__(
        self, store: Store, meeting: str, clock: Clock = local_now, chance: Random | None = None
    ) -> None:
        kept = store.meeting(meeting)
        self.secret = kept.secret
        self.port = kept.port
        self.sign = meeting_code(kept.secret)
        self._writer = Writer(store, kept.id, clock, chance or Random(secrets.randbits(64)))

    @property
    def meeting(self) -> Meeting:
        return self._writer.meeting

    def step(self) -> AnyStep | None:
        """The step the meeting is at."""
        return acting.current(self.meeting)

    def actions(self) -> tuple[Action, ...]:
        """What the facilitator can do now, the step's own actions first."""
        return acting.actions(self.meeting)

    async def contribute(self, step: str, who: Who, answers: Answers) -> None:
        """What a participant answers to a step."""

        def decide(meeting: Meeting, moment: Moment) -> list[Event]:
            point = next((one for one in meeting.points if one.id == step), None)
            if point is None or meeting.current != step or meeting.ended:
                raise MovedOn(MOVED_ON)
            if not who.by_hand and who.id not in meeting.people:
                raise Refused(Say("Say who you represent first, then answer."))
            return step_of(point).check(meeting, who, answers, moment)

        await self._writer.do(decide, who.id)

    async def lead(self, name: str, answers: Answers | None = None) -> None:
        """What the facilitator does: an action by its name."""
        examples = await self._writer.examples() if name == ADD else ()

        def decide(meeting: Meeting, moment: Moment) -> list[Event]:
            events = acting.act(meeting, name, answers or {}, moment)
            return [*events, *stocked(meeting, events, examples)]

        await self._writer.do(decide, "")

    async def join(
        self, person: str, answers: Answers, language: Language | None, phone: bool = True
    ) -> None:
        """Somebody takes part, or corrects who they are."""
        await self._writer.do(lambda m, _: join(m, person, answers, language, phone), person)

    def code(self, person: str) -> str:
        """The short code with which somebody goes on from another phone."""
        return personal_code(self.secret, person)

    async def recognise(self, phone: str, code: str) -> None:
        """Another phone of somebody who takes part already, by the personal code."""

        def decide(meeting: Meeting, moment: Moment) -> list[Event]:
            wanted = plain_code(code)
            if wanted == self.sign:
                raise Refused(NOT_YOURS)
            found = next((p for p in meeting.people if self.code(p) == wanted), None)
            if found is None:
                raise Refused(Say("Nobody in this meeting has this code. Is it typed right?"))
            return [Recognised(phone=phone, person=found)]

        await self._writer.do(decide, phone)

    async def finalise(self, documents: Sequence[Document], override: str = "") -> None:
        """Records that documents go out as final; refused while a measure lacks something."""
        await self._writer.do(lambda meeting, _: finalised(meeting, documents, override), "")

    async def remember(self, papers: Sequence[Paper]) -> None:
        """Keeps where documents were written, beside the log."""
        await self._writer.remember(papers)

    def hear(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` on the room's loop after each change; returns how to stop that."""
        return self._writer.hear(listener)

    async def close(self) -> None:
        """Waits for what is being written; nothing is taken in after this."""
        await self._writer.close()


NOT_YOURS = Say(
    "This is the code of the meeting. Your own has six letters and digits, and stands on the phone "
    "you used before."
)
MOVED_ON = Say(
    "The meeting has moved on, so this was not received. What you wrote is still here below."
)
