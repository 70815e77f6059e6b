"""News that crosses from the room's thread to the screen."""

from textual.message import Message

from workshop.domain.meeting import Meeting


class MeetingChanged(Message):
    """The meeting is another one now; of a burst only the newest is drawn."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, MeetingChanged)
