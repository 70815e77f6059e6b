"""Finds the line of a TOML file where a key stands, for people who have to correct it there."""

import re
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]#]+?)\s*\]")
_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEY = re.compile(rf"^\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")
_FENCES = re.compile(r"\"\"\"|'''")


def line_of(text: str, *path: str | int) -> int:
    """The line of a key, or of the nearest thing that holds it; from 1, or 0 when nothing does.

    A path names tables and keys, and counts the items of arrays from 0.
    """
    found = list(_paths(text))
    for depth in range(len(path), 0, -1):
        for number, here in found:
            if here[:depth] == path[:depth]:
                return number
    return 0


def _paths(text: str) -> Iterator[tuple[int, Path]]:
    """Every header and key with its line; long texts are passed over."""
    table: Path = ()
    seen: Counter[Path] = Counter()
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not fence:
            if header := _HEADER.match(line):
                table = _table(_parts(header[2]), header[1] == "[[", seen)
                yield number, table
            elif key := _KEY.match(line):
                yield number, (*table, *_parts(key[1]))
        for mark in _FENCES.findall(line):
            fence = "" if fence == mark else fence or mark


def _table(names: list[str], is_array: bool, seen: Counter[Path]) -> Path:
    """The path of a header; a name that was an array means the array's latest item."""
    path: Path = ()
    for depth, name in enumerate(names, 1):
        path = (*path, name)
        if depth == len(names) and is_array:
            seen[path] += 1
        if seen[path]:
            path = (*path, seen[path] - 1)
    return path


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]
