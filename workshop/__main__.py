"""The command line, and the one place where all parts meet."""

import logging
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_data_path, user_documents_path, user_log_path

from workshop.console import Printer, agenda_data, system_language
from workshop.domain.agenda import Agenda
from workshop.domain.refused import Refused
from workshop.domain.words import Language, Say, said
from workshop.host import Host
from workshop.language import tongue
from workshop.lobby import Lobby, Network, usable
from workshop.room import NewMeeting
from workshop.store.agendas import Unfit, find, read_agenda
from workshop.store.store import Store
from workshop.tui.app import WorkshopApp

LANGUAGE = system_language()
say = tongue(LANGUAGE)
printer = Printer(LANGUAGE)

app = typer.Typer(
    help=say(
        Say("Leads a regional network meeting: agenda, phones, votes, measures, minutes and plan.")
    ),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="AGENDA...",
        help=say(
            Say("One or several agendas for the day: a name such as theme-1, or a .toml file.")
        ),
    ),
]
Speech = Annotated[
    Language, typer.Option("--language", "-l", help=say(Say("Language: sv, nb, nn or en.")))
]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data", envvar="WORKSHOP_DATA", help=say(Say("Folder where meetings are kept."))
    ),
]
Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, help=say(Say("Port number for the phones.")))
]
Bind = Annotated[
    str, typer.Option("--bind", help=say(Say("Network address of this computer to use.")))
]
Public = Annotated[
    str,
    typer.Option("--public-url", help=say(Say("Address phones use through a tunnel or proxy."))),
]
Net = Annotated[str, typer.Option("--network", help=say(Say("Name of the regional network.")))]
Region = Annotated[str, typer.Option("--region", help=say(Say("Region, as in the questions.")))]
Sector = Annotated[str, typer.Option("--sector", help=say(Say("Sector, as in the questions.")))]
Place = Annotated[str, typer.Option("--place", help=say(Say("Where the meeting is held.")))]
AsJson = Annotated[bool, typer.Option("--json", help=say(Say("Print JSON, for scripts.")))]
EVERYWHERE = "0.0.0.0"


@app.callback(invoke_without_command=True)
def welcome(context: typer.Context, data: Data = None, language: Speech = LANGUAGE) -> None:
    if context.invoked_subcommand is None:
        _check_terminal()
        WorkshopApp(_lobby(data), language).run()


@app.command(help=say(Say("Begin a meeting in this terminal.")))
def run(
    agendas: Names,
    language: Speech = LANGUAGE,
    network: Net = "",
    region: Region = "",
    sector: Sector = "",
    place: Place = "",
    data: Data = None,
    port: Port = 0,
    bind: Bind = EVERYWHERE,
    public_url: Public = "",
) -> None:
    _check_terminal()
    lobby = _lobby(data, Network(bind, port, public_url))
    new = _new(agendas, language, network, region, sector, place)
    _show(lobby, lobby.create(new), language)


@app.command("open", help=say(Say("Continue a meeting in this terminal.")))
def open_(
    meeting: Annotated[str, typer.Argument(help=say(Say("The meeting, as `meetings` lists it.")))],
    language: Annotated[Language | None, typer.Option("--language", "-l")] = None,
    data: Data = None,
    port: Port = 0,
    bind: Bind = EVERYWHERE,
    public_url: Public = "",
) -> None:
    _check_terminal()
    _show(_lobby(data, Network(bind, port, public_url)), meeting, language)


@app.command(help=say(Say("Lead a meeting from a web page, with no terminal.")))
def serve(
    agendas: Annotated[list[str] | None, typer.Argument(metavar="AGENDA...")] = None,
    meeting: Annotated[
        str, typer.Option("--meeting", help=say(Say("Continue this meeting instead.")))
    ] = "",
    language: Speech = LANGUAGE,
    network: Net = "",
    region: Region = "",
    sector: Sector = "",
    place: Place = "",
    data: Data = None,
    port: Port = 0,
    bind: Bind = EVERYWHERE,
    public_url: Public = "",
) -> None:
    lobby = _lobby(data, Network(bind, port, public_url))
    if not meeting:
        if not agendas:
            raise Refused(Say("Name at least one agenda, or a meeting with --meeting."))
        meeting = lobby.create(_new(agendas, language, network, region, sector, place))
    _serve(lobby.reopen(meeting))


@app.command(help=say(Say("Practise: a whole meeting with simulated phones, and its documents.")))
def rehearse(
    agendas: Names,
    phones: Annotated[
        int, typer.Option(min=2, max=2000, help=say(Say("How many simulated phones.")))
    ] = 30,
    language: Speech = LANGUAGE,
    seed: Annotated[
        int, typer.Option(help=say(Say("The same number plays the same meeting.")))
    ] = 1,
    out: Annotated[
        Path, typer.Option(help=say(Say("Folder for the meeting and its documents.")))
    ] = Path("rehearsal"),
    watch: Annotated[
        bool, typer.Option("--watch", help=say(Say("Watch it in the terminal.")))
    ] = False,
) -> None:
    # The simulated phones and the Word reader cost half a second that no real meeting should pay.
    from workshop.rehearse.command import Wanted, play  # noqa: PLC0415
    from workshop.rehearse.command import watch as play_to_watch  # noqa: PLC0415

    if watch:
        _check_terminal()
    chosen = tuple(read_agenda(find(name)) for name in agendas)
    wanted = Wanted(agendas=chosen, phones=phones, language=language, seed=seed, out=out)
    spoken = Printer(language)
    good = play_to_watch(wanted, spoken) if watch else play(wanted, spoken)
    raise typer.Exit(0 if good else 1)


@app.command(help=say(Say("Write minutes, plan and the rest of a meeting's folder.")))
def export(
    meeting: Annotated[str, typer.Argument(help=say(Say("The meeting, as `meetings` lists it.")))],
    language: Speech = LANGUAGE,
    to: Annotated[Path, typer.Option("--to", help=say(Say("Folder for the documents.")))] = Path(),
    only: Annotated[
        list[str] | None,
        typer.Option("--only", help=say(Say("Only these, with commas: minutes, plan, calendar."))),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help=say(Say("Minutes and plan as final, with a version.")))
    ] = False,
    override: Annotated[
        str,
        typer.Option("--override", help=say(Say("Why it is final although something is missing."))),
    ] = "",
    names: Annotated[
        bool, typer.Option("--names/--no-names", help=say(Say("Name the people.")))
    ] = True,
    absent: Annotated[
        bool, typer.Option("--absent/--no-absent", help=say(Say("Tell who was absent.")))
    ] = True,
    ranking: Annotated[
        bool, typer.Option("--ranking/--no-ranking", help=say(Say("The whole list of votes.")))
    ] = True,
    raw: Annotated[
        bool, typer.Option("--raw/--no-raw", help=say(Say("Every contribution, as written.")))
    ] = False,
    template: Annotated[
        Path | None, typer.Option(help=say(Say("Your own Word file, for its styles.")))
    ] = None,
    logo: Annotated[Path | None, typer.Option(help=say(Say("A PNG or JPEG picture.")))] = None,
    logo_alt: Annotated[
        str, typer.Option(help=say(Say("The logo in words, to be read aloud.")))
    ] = "",
    facilitator: Annotated[str, typer.Option(help=say(Say("Facilitator")))] = "",
    notes_by: Annotated[str, typer.Option(help=say(Say("Notes by")))] = "",
    reference: Annotated[str, typer.Option(help=say(Say("Reference")))] = "",
    distribution: Annotated[str, typer.Option(help=say(Say("Distribution")))] = "",
    mail_to: Annotated[
        str, typer.Option(help=say(Say("E-mail address of the regional lead.")))
    ] = "",
    data: Data = None,
) -> None:
    # The Word writer is needed here and at the end of a meeting, not when a meeting begins.
    from workshop.export.options import Options  # noqa: PLC0415
    from workshop.exporting import Order, lacks  # noqa: PLC0415
    from workshop.exporting import export as exported  # noqa: PLC0415

    options = Options(
        names=names,
        absent=absent,
        ranking=ranking,
        raw=raw,
        facilitator=facilitator,
        notes_by=notes_by,
        reference=reference,
        distribution=distribution,
        final=final,
        template=template,
        logo=logo,
        logo_alt=logo_alt,
        mail_to=mail_to,
        today=date.today(),
    )
    kinds = tuple(kind.strip() for one in only or () for kind in one.split(",") if kind.strip())
    written = exported(Order(_file(data), meeting, language, to, options, kinds, override))
    for path in written.files:
        printer.tell(said("Written: %(file)s", file=str(path)))
    if written.missing:
        printer.tell(lacks(written))


@app.command("agendas", help=say(Say("List the agendas.")))
def list_agendas(as_json: AsJson = False) -> None:
    found = list(usable())
    if as_json:
        printer.data([agenda_data(one) for one in found])
    else:
        printer.agendas(found)


@app.command(help=say(Say("Check an agenda file.")))
def check(
    file: Annotated[
        str, typer.Argument(help=say(Say("An agenda file, or the name of an agenda.")))
    ],
    as_json: AsJson = False,
) -> None:
    try:
        agenda = read_agenda(find(file))
    except Unfit as unfit:
        if not as_json:
            raise
        printer.data(
            [{"line": p.line, "key": p.key, "problem": say(p.words)} for p in unfit.problems]
        )
        raise typer.Exit(1) from None
    if as_json:
        printer.data([])
    else:
        printer.tell(said("%(file)s is in order.", file=file))
        printer.agendas([agenda])


@app.command(help=say(Say("List the meetings.")))
def meetings(data: Data = None, as_json: AsJson = False) -> None:
    found = _lobby(data).kept()
    if as_json:
        printer.data(
            [{"id": m.id, "date": m.date, "network": m.network, "ended": m.ended} for m in found]
        )
    else:
        printer.meetings(found)


@app.command(help=say(Say("List the networks.")))
def networks(data: Data = None) -> None:
    printer.names(Say("Network"), _lobby(data).networks())


@app.command(help=say(Say("Copy the file with all meetings; right also while a meeting runs.")))
def backup(
    to: Annotated[Path, typer.Argument(help=say(Say("The file to write.")))], data: Data = None
) -> None:
    with closing(Store(_file(data))) as store:
        store.backup(to)
    printer.tell(said("Written: %(file)s", file=str(to)))


def _file(data: Path | None) -> Path:
    return (data or user_data_path("workshop", appauthor=False)) / "workshop.db"


def _lobby(data: Path | None, network: Network | None = None) -> Lobby:
    documents = data / "documents" if data else user_documents_path() / "Workshop"
    found = network or Network()
    return Lobby(_file(data), Network(found.bind, found.port, found.public_url, documents))


def _new(
    names: Sequence[str], language: Language, network: str, region: str, sector: str, place: str
) -> NewMeeting:
    agendas: tuple[Agenda, ...] = tuple(read_agenda(find(name)) for name in names)
    return NewMeeting(
        agendas=agendas,
        network=network,
        region=region,
        sector=sector,
        place=place,
        language=language,
    )


def _show(lobby: Lobby, meeting: str, language: Language | None) -> None:
    host = lobby.reopen(meeting)
    try:
        for _ in range(SCREENS):
            # The room and the phones go on beside the screen, so after a fault in the screen a
            # new one shows the meeting where it is.
            screen = WorkshopApp(lobby, language or host.room.meeting.language, host)
            screen.run()
            if not screen.return_code:
                return
        raise Refused(said(FAULTY.text, meeting=host.room.meeting.id, file=str(LOG)))
    finally:
        host.close()


SCREENS = 3
LOG = user_log_path("workshop", appauthor=False) / "workshop.log"
FAULTY = Say(
    "The screen cannot be shown because of a fault in the program. Everything that was received "
    "is kept. Lead from a web page instead: workshop serve --meeting %(meeting)s. The fault is "
    "described in %(file)s."
)


def _serve(host: Host) -> None:
    """Tells the addresses, then waits until somebody stops the program."""
    stopped = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: stopped.set())
    if host.notice:
        printer.tell(host.notice)
    printer.tell(said("Phones join at: %(address)s", address=host.address))
    printer.tell(said("You lead at: %(address)s (secret)", address=host.desk))
    printer.tell(Say("Stop with Ctrl+C. The meeting is kept and can be continued."))
    sys.stdout.flush()
    while not stopped.wait(0.5):
        pass
    host.close()


def _check_terminal() -> None:
    # The picture is drawn on the error stream, so that must be the window too.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise Refused(
            Say("This needs a terminal window. Without one, lead from a web page: workshop serve")
        )


def _keep_log() -> None:
    """Faults go to a file: the terminal is the stage, and people read words, not tracebacks."""
    try:
        LOG.parent.mkdir(parents=True, exist_ok=True)
        kept: logging.Handler = RotatingFileHandler(
            LOG, maxBytes=1_000_000, backupCount=1, delay=True, encoding="utf-8"
        )
    except OSError:
        kept = logging.NullHandler()
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(handlers=[kept], level=logging.WARNING, format=form)


def main() -> None:
    """Runs the command line; whatever is refused is said in words, never as a traceback."""
    _keep_log()
    try:
        app()
    except Refused as refusal:
        printer.refuse(refusal)
        sys.exit(1)


if __name__ == "__main__":
    main()
