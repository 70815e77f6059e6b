"""How many phones may hold a line open: many systems allow a program only 256 or 1,024 files."""

import sys

if sys.platform != "win32":
    import resource

WANTED = 8_192


def allow(wanted: int = WANTED) -> None:
    """Asks the system for so many open files, as far as it may be asked; never fewer than now."""
    if sys.platform != "win32":
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        if soft != resource.RLIM_INFINITY and most > soft:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
