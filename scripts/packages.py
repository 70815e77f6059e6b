"""Installs packages of a Debian-like system, where that is allowed without asking anybody."""

import os
import shutil
import subprocess
from pathlib import Path

PATIENCE = 10 * 60  # seconds
LOCKED = 5 * 60  # seconds to wait for another program that installs


def succeeds(*command: str | Path, patience: int = PATIENCE) -> bool:
    try:
        return subprocess.run(command, check=False, timeout=patience).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install(*names: str) -> bool:
    """Whether the packages are there afterwards; False at once where there is no apt-get."""
    if not shutil.which("apt-get"):
        return False
    print(f"Installing {', '.join(names)} from the system's packages ...", flush=True)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    asking = (*(() if root else ("sudo", "-n")), "env", "DEBIAN_FRONTEND=noninteractive")
    # A machine that has just started is often busy with its own updates.
    apt = (*asking, "apt-get", "-o", f"DPkg::Lock::Timeout={LOCKED}")
    succeeds(*apt, "-qq", "update")
    return succeeds(*apt, "-qq", "install", "-y", "--no-install-recommends", *names)
