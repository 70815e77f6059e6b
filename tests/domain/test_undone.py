from tests.meetings import log
from workshop.domain import event as ev
from workshop.domain.undone import cancelled


def test_cancelled_follows_chains_of_undoing() -> None:
    chain = log(ev.Ended(), ev.Undone(number=2), ev.Undone(number=3), ev.Undone(number=4))
    assert cancelled(chain) == {2, 4}
    assert cancelled(chain[:4]) == {3}
    assert cancelled(chain[:3]) == {2}
