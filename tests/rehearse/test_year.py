"""A year of three networks over real HTTP, and whether its recount finds what is falsified."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest

from workshop.domain.meeting import Meeting
from workshop.domain.register import Register
from workshop.domain.words import Words
from workshop.language import tongue
from workshop.rehearse.check import Report
from workshop.rehearse.ledger import Ledger, Promise
from workshop.rehearse.recount_regions import recount_regions
from workshop.rehearse.recount_year import in_the_plan, recount_plan, recount_year
from workshop.rehearse.samples import samples
from workshop.rehearse.year import DAYS, FOLDER, LAST, NETWORKS, Year, rehearse_years, years
from workshop.store.store import Store

PHONES, SEED = 5, 2  # as many as a pulse needs
Lived = tuple[list[Year], Report]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """The year was played once; the tests look at what came of it."""
    told: list[Words] = []
    out = tmp_path_factory.mktemp("year")
    playing = years(phones=PHONES, seed=SEED, out=out, tell=told.append)
    report = asyncio.run(rehearse_years(playing, told.append))
    assert len(told) > len(DAYS) * len(NETWORKS), "whoever waits is told where it is"
    return playing, report


@pytest.fixture
def year(lived: Lived) -> Year:
    return lived[0][0]


@pytest.fixture
def ledger(year: Year) -> Ledger:
    return deepcopy(year.ledger)


def kept(year: Year) -> tuple[Register, dict[str, str], Meeting]:
    with closing(Store(year.file)) as store:
        network = store.networks.find(year.network).id
        standing = store.networks.standing(network, date(2027, 2, 1))
        return store.networks.register(network), store.networks.people(network), standing


def wrong(ledger: Ledger, year: Year, register: Register | None = None) -> list[str]:
    found, names, standing = kept(year)
    checks = [*recount_year(ledger, register or found, names), *recount_plan(ledger, standing)]
    checks.append(in_the_plan(ledger.promises.values(), standing))
    return [tongue("en")(check.name) for check in checks if not check.ok]


def test_the_year_adds_up(lived: Lived) -> None:
    say = tongue("en")
    checks = lived[1].checks
    assert not [f"{say(c.name)}: {c.expected}, {c.found}" for c in checks if not c.ok]
    assert len(checks) > 250
    assert len(lived[1].documents) == 2 * len(DAYS) * len(NETWORKS)


def test_everything_that_can_become_of_a_measure_does(lived: Lived) -> None:
    promises = [one for year in lived[0] for one in year.ledger.promises.values()]
    ended = {one.status for one in promises}
    assert ended >= {"not_started", "under_way", "blocked", "done", "dropped"}
    assert any(len(one.deadlines) > 3 and len(one.reasons) > 1 for one in promises), "slips twice"
    assert any(len(one.owners) > 2 for one in promises), "changes hands"
    assert any(one.is_overdue("2027-02-01") for one in promises)
    assert any(one.area for one in promises)
    assert all(year.ledger.open for year in lived[0])


def a(ledger: Ledger, fits: Callable[[Promise], object]) -> Promise:
    return next(one for one in ledger.promises.values() if fits(one))


def forget_a_measure(ledger: Ledger) -> None:
    ledger.promises.popitem()


def invent_a_measure(ledger: Ledger) -> None:
    ledger.promises["0123456789ab"] = Promise("Never promised", "2026-02-10")


def say_it_is_done(ledger: Ledger) -> None:
    a(ledger, lambda one: one.status == "blocked").status = "done"


def say_it_was_never_blocked(ledger: Ledger) -> None:
    a(ledger, lambda one: "blocked" in one.statuses).statuses.remove("blocked")


def forget_an_old_deadline(ledger: Ledger) -> None:
    a(ledger, lambda one: len(one.deadlines) > 2).deadlines.pop(1)


def forget_a_reason(ledger: Ledger) -> None:
    a(ledger, lambda one: one.reasons).reasons.pop()


def forget_who_had_it_before(ledger: Ledger) -> None:
    a(ledger, lambda one: len(one.owners) > 2).owners.pop(1)


def take_back_a_yes(ledger: Ledger) -> None:
    a(ledger, lambda one: one.accepted).accepted = False


def another_line(ledger: Ledger) -> None:
    a(ledger, lambda one: one.note).note = "Never said"


def another_need(ledger: Ledger) -> None:
    own = next(own for own in ledger.plan.fields.values() if own.get("text"))
    own["text"] = ["Never written"]


def another_row(ledger: Ledger) -> None:
    own = next(own for row, own in ledger.plan.rows.items() if row.startswith("organisation"))
    own["text"] = ["Never written"]


def another_goal(ledger: Ledger) -> None:
    ledger.plan.goal["text"] = ["Never agreed"]


def another_partner(ledger: Ledger) -> None:
    ledger.plan.anchored["Nobody", "goal"] = "anchored"


FALSIFIED = (
    another_need,
    another_row,
    another_goal,
    another_partner,
    forget_a_measure,
    invent_a_measure,
    say_it_is_done,
    say_it_was_never_blocked,
    forget_an_old_deadline,
    forget_a_reason,
    forget_who_had_it_before,
    take_back_a_yes,
    another_line,
)


@pytest.mark.parametrize("falsify", FALSIFIED, ids=lambda falsify: falsify.__name__)
def test_a_falsified_memory_is_found(
    falsify: Callable[[Ledger], None], year: Year, ledger: Ledger
) -> None:
    assert not wrong(ledger, year)
    falsify(ledger)
    assert wrong(ledger, year)


def no_owner(ledger: Ledger) -> None:
    a(ledger, lambda one: one.is_open and one.responsible).responsible = ""


def another_kind(ledger: Ledger) -> None:
    ledger.kinds = dict.fromkeys(ledger.kinds, "county")


def one_more_present(ledger: Ledger) -> None:
    ledger.present["union"] += 1


def one_more_voted(ledger: Ledger) -> None:
    ledger.votes = (ledger.votes[0], ledger.votes[1] + 1)


def another_answer(ledger: Ledger) -> None:
    question, (answers, total) = next(iter(ledger.pulse.items()))
    ledger.pulse[question] = answers, total + 1


def one_meeting_less(ledger: Ledger) -> None:
    ledger.met.pop()


def another_area(ledger: Ledger) -> None:
    ledger.areas.add("Never chosen")


OF_REGIONS = (
    forget_a_measure,
    say_it_is_done,
    take_back_a_yes,
    no_owner,
    another_kind,
    one_more_present,
    one_more_voted,
    another_answer,
    one_meeting_less,
    another_area,
)


@pytest.mark.parametrize("falsify", OF_REGIONS, ids=lambda falsify: falsify.__name__)
def test_a_falsified_memory_is_found_in_the_roll_up(
    falsify: Callable[[Ledger], None], lived: Lived
) -> None:
    ledgers = {samples(one.language).region: deepcopy(one.ledger) for one in lived[0]}
    folder = lived[0][0].out / FOLDER
    assert all(check.ok for check in recount_regions(ledgers, folder, LAST))
    falsify(ledgers[samples("sv").region])
    assert not all(check.ok for check in recount_regions(ledgers, folder, LAST))


def test_a_register_that_lost_a_measure_is_found(year: Year, ledger: Ledger) -> None:
    register, *_ = kept(year)
    first = register.measures[0].card.id
    left = {card: one for card, one in register.kept.items() if card != first}
    assert wrong(ledger, year, replace(register, kept=left))


def test_a_plan_in_which_a_measure_stands_twice_is_found(year: Year) -> None:
    *_, standing = kept(year)
    measure = next(card for card in standing.deck("measures"))
    again = replace(measure, id="0123456789ab")
    doubled = replace(standing, cards={**standing.cards, again.id: again})
    assert in_the_plan(year.ledger.promises.values(), standing).ok
    assert not in_the_plan(year.ledger.promises.values(), doubled).ok
