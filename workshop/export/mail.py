"""The e-mail draft to the regional lead, with the documents attached; any mail program opens it."""

from collections.abc import Iterable, Mapping
from email.message import EmailMessage
from email.policy import SMTP

from workshop.domain.meeting import Meeting
from workshop.domain.particulars import particular
from workshop.domain.text import one_line
from workshop.domain.words import Count, Day, Joined, Language, Own, Say, Words
from workshop.export.frame import day, speaking
from workshop.export.options import Options
from workshop.export.piece import plain
from workshop.export.plan import has_plan
from workshop.export.register import numbered
from workshop.steps.followup import next_meeting

MAKER = "workshop"
# Names of files stay on one line: not every mail program puts parted ones together again.
_POLICY = SMTP.clone(max_line_length=200)
_WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {".docx": ("application", _WORD), ".ics": ("text", "calendar")}


def mail(
    meeting: Meeting, language: Language, options: Options, attached: Mapping[str, bytes]
) -> bytes:
    """An .eml file marked as unsent; `attached` are files by name. The same each time."""
    tongue = speaking(meeting, language)
    made = EmailMessage(policy=_POLICY)
    made["X-Unsent"] = "1"  # opens as a draft, ready to be sent
    made["X-Mailer"] = MAKER
    made["Subject"] = one_line(plain(_subject(meeting, options), tongue))
    if address := one_line(options.mail_to):
        made["To"] = address
    made.set_content("\n\n".join(plain(one, tongue) for one in _lines(meeting, options)) + "\n")
    for name, data in attached.items():
        main, sub = _TYPES[f".{name.rpartition('.')[2]}"]
        # A text without a charset is read as ASCII by some, and the calendar is UTF-8.
        text = {"charset": "utf-8"} if main == "text" else None
        made.add_attachment(data, maintype=main, subtype=sub, filename=name, params=text)
    if attached:
        made.set_boundary(f"=_{MAKER}_{meeting.id}_=")
    return made.as_bytes()


def _subject(meeting: Meeting, options: Options) -> Words:
    if has_plan(meeting):
        what = Say("Notes and action plan") if options.final else Say("Draft notes and action plan")
    else:
        what = Say("Meeting notes") if options.final else Say("Draft meeting notes")
    return Joined((what, meeting.network, day(meeting)), " – ")


def _lines(meeting: Meeting, options: Options) -> Iterable[Words]:
    count, coming = len(numbered(meeting)), next_meeting(meeting)
    gaps: dict[str, Words] = {"network": meeting.network, "day": day(meeting)}
    yield Say("Hello,")
    if has_plan(meeting):
        yield Say("Here are the notes and the local action plan of %(network)s, %(day)s.", gaps)
    else:
        yield Say("Here are the notes of %(network)s, %(day)s.", gaps)
    if not options.final:
        yield Say("They are drafts until you have read them.")
    if count:
        yield Count("The plan holds %(n)s measure.", "The plan holds %(n)s measures.", count)
    if coming:
        yield Say("The next meeting is on %(day)s.", {"day": Day(coming)})
    name = Own(options.facilitator or particular(meeting, "facilitator"))
    yield Joined((Say("Kind regards"), name), "\n")
