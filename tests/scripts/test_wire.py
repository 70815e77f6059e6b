import pytest

from wire import allow

limits = pytest.importorskip("resource")


def test_more_connections_are_allowed_as_they_are_needed():
    soft, hard = limits.getrlimit(limits.RLIMIT_NOFILE)
    limits.setrlimit(limits.RLIMIT_NOFILE, (256, hard))
    try:
        allow(300)
        assert limits.getrlimit(limits.RLIMIT_NOFILE) == (300, hard)
        allow(10)
        assert limits.getrlimit(limits.RLIMIT_NOFILE) == (300, hard)
    finally:
        limits.setrlimit(limits.RLIMIT_NOFILE, (soft, hard))


def test_what_the_computer_does_not_allow_is_said_in_words():
    hard = limits.getrlimit(limits.RLIMIT_NOFILE)[1]
    if hard == limits.RLIM_INFINITY:
        pytest.skip("this computer has no such limit")
    with pytest.raises(SystemExit, match="Ask for fewer phones"):
        allow(hard + 1)
