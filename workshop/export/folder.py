"""The documents of a meeting: which there are, what they are called, and all of them at once."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from workshop.domain.edition import Told, Written, quietly
from workshop.domain.final import Document, latest
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Own, Say
from workshop.export.archiving import archive, archive_schema
from workshop.export.ballots import ballots
from workshop.export.calendar import calendar
from workshop.export.examples import examples
from workshop.export.file import write
from workshop.export.followup import follow_up
from workshop.export.mail import mail
from workshop.export.minutes import minutes
from workshop.export.options import Options
from workshop.export.plan import has_plan, plan
from workshop.export.report import NAME as REPORT
from workshop.export.report import report
from workshop.export.runsheet import run_sheet
from workshop.export.spreadsheet import spreadsheet
from workshop.export.strategy import TITLE as STRATEGY
from workshop.export.strategy import strategy
from workshop.export.template import Template
from workshop.language import tongue

Make = Callable[[Meeting, Language, Options], bytes | None]
MAIN: tuple[Document, ...] = ("minutes", "plan")
_ATTACHED = ("minutes", "plan", "strategy", "report", "calendar")
_LONGEST = 40


def _mail(meeting: Meeting, language: Language, options: Options) -> bytes:
    attached = [kind for kind in _ATTACHED if kind in whole(meeting)]
    return mail(meeting, language, options, made(meeting, language, options, attached))


KINDS: dict[str, tuple[str, Make]] = {
    "minutes": (".docx", minutes),
    "plan": (".docx", plan),
    "strategy": (".docx", strategy),
    "report": (".docx", report),
    "run-sheet": (".docx", run_sheet),
    "ballots": (".docx", ballots),
    "follow-up": (".docx", follow_up),
    "examples": (".docx", examples),
    "calendar": (".ics", calendar),
    "spreadsheet": (".xlsx", spreadsheet),
    "package": (".json", archive),
    "schema": (".json", archive_schema),
    "mail": (".eml", _mail),
}


# What they are called in the name of the file.
NAMES: dict[str, Say] = {
    "minutes": Say("Meeting notes"),
    "plan": Say("Local action plan"),
    "strategy": STRATEGY,
    "report": REPORT,
    "run-sheet": Say("Run sheet"),
    "ballots": Say("Paper ballots"),
    "follow-up": Say("Follow-up sheet"),
    "examples": Say("Good examples"),
    "calendar": Say("Calendar"),
    "spreadsheet": Say("Spreadsheet"),
    "package": Say("Data"),
    "schema": Say("Data schema"),
    "mail": Say("E-mail draft"),
}


def write_documents(
    meeting: Meeting, language: Language, folder: Path, options: Options | None = None
) -> list[Path]:
    """Minutes and plan, as drafts unless the options say final; raises `NotSaved`."""
    return list(write_folder(meeting, language, folder, options, MAIN).files)


def write_folder(
    meeting: Meeting,
    language: Language,
    folder: Path,
    options: Options | None = None,
    only: Sequence[str] = (),
    told: Told = quietly,
) -> Written:
    """All documents, or `only` those named; what has nothing to tell is left out.

    Raises `NotSaved` with what to do about it, `Refused` for a kind there is not. All are made
    before the first is written, so that a refusal leaves the folder as it was.
    """
    chosen = options or Options()
    files = made(meeting, language, chosen, only, told)
    paths = {name: write(folder, name, data) for name, data in files.items()}
    missing = Template(chosen.template).missing if chosen.template else ()
    beside = tuple(path for name, path in paths.items() if path.name != name)
    named = {file_name(meeting, kind, language, chosen): kind for kind in KINDS}
    return Written(tuple(paths.values()), missing, beside, tuple(named[name] for name in paths))


def whole(meeting: Meeting) -> list[str]:
    """The kinds of document that the folder of a meeting holds, as far as they tell anything."""
    return [kind for kind in KINDS if kind != "plan" or has_plan(meeting)]


WHOLE = Say("whole network")


def file_name(
    meeting: Meeting, kind: str, language: Language, options: Options | None = None
) -> str:
    """Such as "2026-03-05-network-north-meeting-notes-en.docx".

    What participants typed is not in it, and of the network's name only letters that every system
    can write.
    """
    say = tongue(language)
    # A network's own documents must not take the place of a meeting's of the same day.
    whole = f"-{slug(say(WHOLE))}" if meeting.is_whole_network else ""
    network, named = (slug(meeting.network) or "network") + whole, slug(say(NAMES[kind]))
    final = latest(meeting, kind) if options and options.final else None
    version = f"-v{final.version}" if final else ""
    return f"{meeting.date[:10]}-{network}-{named}-{language}{version}{KINDS[kind][0]}"


def slug(text: str) -> str:
    """Small letters a-z, digits and hyphens: a file name on every system."""
    letters = text.casefold().translate(str.maketrans("æøåäöđð", "aoaaodd"))
    bare = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    kept = "".join(ch if ch.isalnum() else " " for ch in bare)
    whole = "-".join(kept.split())
    if len(whole) <= _LONGEST:
        return whole
    return whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]  # no word in pieces


def _known(kinds: Iterable[str]) -> list[str]:
    wanted = list(dict.fromkeys(kinds))
    unknown = [kind for kind in wanted if kind not in KINDS]
    if unknown:
        raise Refused(
            Say(
                "There is no document called “%(kind)s”. There are: %(kinds)s.",
                {"kind": Own(unknown[0]), "kinds": Own(", ".join(KINDS))},
            )
        )
    return wanted


def made(
    meeting: Meeting,
    language: Language,
    options: Options,
    only: Sequence[str] = (),
    told: Told = quietly,
) -> dict[str, bytes]:
    """Files by name, without those that have nothing to tell; nothing is written."""
    files, kinds = {}, _known(only or whole(meeting))
    for done, kind in enumerate(kinds):
        told(done, len(kinds))
        data = KINDS[kind][1](meeting, language, options)
        if data is not None:
            files[file_name(meeting, kind, language, options)] = data
    told(len(kinds), len(kinds))
    return files
