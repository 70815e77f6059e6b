"""Between meetings a network's documents say how it follows up, as was agreed last."""

from datetime import date
from pathlib import Path

from tests.export.reading import opened, text
from tests.meetings import BEGIN, gathering, step
from workshop.domain.network import Network
from workshop.domain.party import Party
from workshop.export.folder import made
from workshop.export.options import Options
from workshop.exporting import export_standing
from workshop.steps.followup import agreed_facts, next_meeting
from workshop.steps.going_on import going_on
from workshop.store.store import Store
from workshop.upkeep import Upkeep

STEPS = (step("introductions"), step("measures"), step("followup"))


def met(folder: Path) -> None:
    with gathering(folder, *STEPS) as meeting:
        meeting.join("anna", name="Anna").go("followup")
        meeting.lead("agree", form="By telephone", date="2026-06-01", contact="NAV")
        meeting.lead("end")


def test_the_next_meeting_stands_in_the_plan_until_it_has_been(tmp_path: Path) -> None:
    met(tmp_path)
    store = Store(tmp_path / "workshop.db")
    try:
        (network,) = store.networks.all()
        coming = store.networks.standing(network.id, date(2026, 5, 1))
        assert next_meeting(coming) == date(2026, 6, 1)
        over = store.networks.standing(network.id, date(2026, 6, 2))
        assert next_meeting(over) is None
        assert "By telephone" in str(agreed_facts(over))
    finally:
        store.close()


def test_documents_are_made_of_the_same_as_when_they_are_written_anew(tmp_path: Path) -> None:
    met(tmp_path)
    standing = Upkeep(tmp_path / "workshop.db", lambda: BEGIN).find("North")
    out = tmp_path / "out"
    options = Options(today=standing.today)
    written = export_standing(tmp_path / "workshop.db", standing, "en", out, options, ("plan",))
    told = text(opened(written.files[0].read_bytes()))
    assert "By telephone" in told and "The date of the next meeting" not in told
    store = Store(tmp_path / "workshop.db")
    try:
        whole = store.networks.standing(standing.network.id, standing.today)
        (anew,) = made(whole, "en", options, ("plan",)).values()
        assert written.files[0].read_bytes() == anew
    finally:
        store.close()


def test_a_network_names_its_own_contact_point_where_no_meeting_did() -> None:
    (card,) = going_on((), Network(id="a", contact_point="post@north.no"), BEGIN.date())
    assert card["contact"] == Party(organisation="post@north.no").model_dump()
    assert going_on((), Network(id="a"), BEGIN.date()) == ()
