"""What a disk or a folder answers, in words for a person."""

import errno

from workshop.domain.words import Say, Words

_WORDS: dict[int, Say] = {
    errno.ENOENT: Say("there is no such file or folder"),
    errno.ENOTDIR: Say("there is no such file or folder"),
    errno.EISDIR: Say("that is a folder"),
    errno.EACCES: Say("that is not allowed there"),
    errno.EPERM: Say("that is not allowed there"),
    errno.EROFS: Say("nothing can be written there"),
    errno.ENOSPC: Say("the disk is full"),
}


def why(problem: OSError) -> Words:
    """Why it could not be read or written; in the system's words where there are no better ones."""
    return _WORDS.get(problem.errno or 0, problem.strerror or str(problem))
