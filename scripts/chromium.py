"""Finds a Chromium (or Chrome, or Edge) for the browser tests, and fetches one if there is none."""

import os
import shutil
import subprocess
from pathlib import Path

import packages
from packages import succeeds

VARIABLE = "WORKSHOP_CHROMIUM"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
MAC = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WHERE = """\
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright: print(playwright.chromium.executable_path)"""
NONE = f"""\
The browser tests need Chromium, Chrome or Edge, and none was found or could be fetched.
Install one, or put the path of its program into the variable {VARIABLE}."""


def candidates() -> list[Path]:
    on_path = [Path(found) for name in NAMES if (found := shutil.which(name))]
    mac = [Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in MAC]
    folders = [Path(os.environ[name]) for name in FOLDERS if name in os.environ]
    return on_path + mac + [folder / program for folder in folders for program in WINDOWS]


def find() -> Path | None:
    """The browser the variable names, else the first one found where browsers usually are."""
    if chosen := os.environ.get(VARIABLE):
        return Path(chosen)
    return next((path for path in candidates() if path.is_file()), None)


def downloaded(python: Path) -> Path | None:
    """Playwright's own browser, if it is there and this system has the libraries it needs."""
    question = [str(python), "-c", WHERE]
    answer = subprocess.run(question, capture_output=True, text=True, check=False).stdout.strip()
    path = Path(answer)
    if not answer or not path.is_file():
        return None
    # Only on Linux: elsewhere the libraries are always there, and Windows would open a window.
    return path if os.name == "nt" or succeeds(path, "--version") else None


def download(python: Path) -> Path | None:
    print("Fetching Chromium for the browser tests ...", flush=True)
    succeeds(python, "-m", "playwright", "install", "chromium")
    return downloaded(python)


def install() -> Path | None:
    return find() if packages.install("chromium") else None


def provide(python: Path) -> Path | None:
    return find() or downloaded(python) or download(python) or install()
