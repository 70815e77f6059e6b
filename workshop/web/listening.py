"""Takes a port of this computer: from then on phones that come are not turned away, but wait."""

import errno
import os
import socket
from collections.abc import Sequence

from workshop.domain.refused import Refused
from workshop.domain.words import Say, said

BACKLOG = 2_048
FIRST_PORT = 8080
PORTS = 40
NO_PORT = Say(
    "No free address was found (ports %(first)s to %(last)s are taken). Close another program, or "
    "choose a number with --port."
)


def likely(before: int) -> list[int]:
    """The ports to try, first the one from before (0 where there was none)."""
    known = [before] if before else []
    return list(dict.fromkeys([*known, *range(FIRST_PORT, FIRST_PORT + PORTS)]))


def free(host: str, ports: Sequence[int]) -> socket.socket:
    """A socket on the first of these that is free; raises `Refused` where none is."""
    for port in ports:
        try:
            return bound(host, port)
        except Refused:
            continue
    raise Refused(said(NO_PORT.text, first=ports[0], last=ports[-1]))


def bound(host: str, port: int) -> socket.socket:
    """A socket on this port; `Refused` with words when somebody else has it or it is not ours."""
    # The protocol is named: asyncio sends small answers at once (no delay) only on such sockets,
    # and every page would otherwise wait 40 ms for the phone's acknowledgement.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # On Windows the option would let two programs share a port without telling either.
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, OverflowError) as problem:
        listening.close()
        raise Refused(_why(problem, port)) from problem
    listening.setblocking(False)
    return listening


IN_USE = Say(
    "Port %(port)s is in use by another program. Close that program or choose another port."
)
NOT_OURS = Say("Port %(port)s may not be used on this computer. Choose another.")
UNFIT = Say("Port %(port)s cannot be used. Choose another.")


def _why(problem: OSError | OverflowError, port: int) -> Say:
    number = getattr(problem, "errno", None)
    if number == errno.EADDRINUSE:
        return said(IN_USE.text, port=port)
    if number == errno.EACCES:
        return said(NOT_OURS.text, port=port)
    return said(UNFIT.text, port=port)
