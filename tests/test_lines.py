import sys

import pytest

from workshop.lines import allow

if sys.platform == "win32":
    pytest.skip("no such limit there", allow_module_level=True)

import resource


def test_the_limit_is_raised_and_never_lowered() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
        allow(1_024)
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (min(1_024, hard), hard)
        allow(300)
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (min(1_024, hard), hard)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
