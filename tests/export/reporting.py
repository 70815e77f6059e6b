"""A working group's report and a procurement strategy, as a room writes them."""

from tests.export.sample import Story
from workshop.domain import event as ev
from workshop.domain.meeting import Meeting

FIRM = {"organisation": "Skatteverket", "person": "p0"}
CONTENT = {
    "ambition": "Inga svartarbetande i våra byggen 2028. Vi börjar med tre riskområden.",
    "competence": "Inköparna får två dagars utbildning om året.",
    "roles": "Avtalsförvaltaren kontrollerar underentreprenörer på plats.",
    "capacity": "En halv tjänst, som tas från leverantörsuppföljningen.",
    "information": "Alla inköpare får en sida om kraven.",
}


def reported(longer: int = 1) -> Meeting:
    """A report with everything in it, and with something missing in every part.

    With `longer` there are as many times more of everything, and each text is as much longer.
    """
    story = Story("working-group-report", region="Västerbotten")
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    rows = (
        ("Skolbesök på byggprogrammen", "children-youth", "done"),
        ("Film om schyssta villkor", "children-youth", "under-way"),
        ("Kampanj om ROT och RUT", "private-market", "not-yet"),
        ("Utbildning för inköpare", "purchasers", "under-way"),
        ("Brev till nystartade företag", "start-up", "see-other"),
        ("Frukostmöte med branschen", "", "done"),
    )
    for n, (text, area, state) in enumerate(rows * longer):
        values = {"plan_area": area, "state": state, "staffing": "Skatteverket 2, kommunen 1"}
        story.put(
            f"i{n}", "initiatives", " ".join([text] * longer), step="initiatives", values=values
        )
    figures = (
        ("Gemensamma kontroller", "14", ""),
        ("Avslöjade oredovisade löner", "", "2027-02-15"),
        ("Tips från allmänheten", "", ""),
    )
    for n, (text, figure, expected) in enumerate(figures * longer):
        values = {"figure": figure, "expected": expected}
        story.put(f"f{n}", "figures", " ".join([text] * longer), step="figures", values=values)
    meeting = {"date": "2026-09-10", "present": 9, "missing": "Facket"}
    story.put("o1", "own-meetings", "Höstmöte", step="own-meetings", values=meeting)
    work = {"progress": "Prövas i två kommuner", "lesson": "Börja tidigare"}
    story.put("d1", "development", "Digital platsbok", step="development", values=work)
    matter = {"details": "Sekretess\nTeknik", "state": "open", "decision": "Prövas vidare"}
    story.put("m1", "matters", "Delade register", step="matters", values=matter)
    when = {"date": "2027-01-20", "place": "Umeå"}
    story.put("t1", "dates", "Nästa kontrollvecka", step="dates", values=when)
    return story(ev.Ended()).meeting()


def strategic(*left_out: str, form: bool = True, longer: int = 1) -> Meeting:
    """A draft under six headings, without those left out."""
    story = Story("procurement")
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    story.put("w1", "roles", "Vem kollar fakturorna?", author="p1", step="roles")
    story.put("r1", "risk-areas", "Städning", step="ambition")
    story.put("n1", "reporting", "Kontroller", step="reporting", values={"often": "Varje kvartal"})
    for row, content in CONTENT.items():
        if row not in left_out:
            values = {"row": row, "content": " ".join([content] * longer), "responsible": FIRM}
            story.put(f"s-{row}", "strategy", "", step="strategy", values=values)
    if form:
        values = {"row": "management", "content": "Kommundirektören tar upp den"}
        story.put("a1", "strategy-anchoring", "", step="strategy-anchoring", values=values)
    return story(ev.Ended()).meeting()
