"""Sees to it that LibreOffice is there, which the tests turn documents into paper with."""

import shutil

import packages

PROGRAMS = ("soffice", "pdftotext")
NONE = "LibreOffice is not here, so the test of documents on paper is left out."


def found() -> bool:
    return all(shutil.which(program) for program in PROGRAMS)


def provide() -> bool:
    return found() or (packages.install("libreoffice-writer", "poppler-utils") and found())
