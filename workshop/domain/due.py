"""By when: a day, words such as "week 45", or both; asked wherever a measure gets a deadline."""

from workshop.domain.form import DateField, Line
from workshop.domain.measure import Measure
from workshop.domain.words import Say


def due_fields(measure: Measure | None = None) -> tuple[DateField, Line]:
    """A deadline in both its forms, with what stands there now."""
    return (
        DateField(
            name="deadline", label=Say("Deadline"), value=measure.deadline if measure else None
        ),
        Line(
            name="deadline_words",
            label=Say("Deadline in words"),
            hint=Say("As it was said: week 45, spring 2027, ongoing."),
            value=measure.deadline_words if measure else "",
            most=80,
        ),
    )


def reason_field() -> Line:
    """Why another day: asked where there was a deadline before."""
    return Line(
        name="deadline_reason",
        label=Say("Why is the deadline changed?"),
        hint=Say("Only if you change it. The earlier deadline stays in the history."),
        most=200,
    )
