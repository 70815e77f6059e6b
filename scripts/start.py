"""Starts workshop from a fresh checkout: prepares `.venv` if need be, then runs the program."""

import os
import subprocess
import sys

# Said before anything is imported that an old Python cannot read.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("workshop needs Python 3.11 or newer; this is Python " + sys.version.split()[0])

import environment


def run(arguments: list[str]) -> int:
    command = [str(environment.PYTHON), "-m", "workshop", *arguments]
    if os.name == "nt":
        return subprocess.call(command)
    # Become the program, so that keys and signals reach it and nobody else.
    os.execv(command[0], command)


def main() -> int:
    return run(sys.argv[1:]) if environment.is_prepared(environment.RUNTIME) else 1


if __name__ == "__main__":
    sys.exit(main())
