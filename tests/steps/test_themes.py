import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from workshop.steps.themes import themes


@pytest.fixture
def impatient() -> Iterator[None]:
    """Threads take turns all the time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("impatient")
def test_the_terminal_and_the_room_may_look_for_likeness_at_the_same_time() -> None:
    """They run in threads of their own, and a stemmer is in use by one of them at a time."""
    texts = [f"Gjennomførte{n} samordningene{n} kontrollørenes{n}" for n in range(400)]

    with ThreadPoolExecutor(4) as threads:
        found = [*threads.map(lambda text: themes(text, "nb"), texts)]

    assert found == [themes.__wrapped__(text, "nb") for text in texts]
