import pytest

from workshop.domain.flags import flagged


@pytest.mark.parametrize(
    "text",
    [
        "Skriv till kari.nordmann@firma.no",
        "Bolaget 556677-8899 gör det igen",
        "19800101-1234 jobbar svart",
        "Org.nr 987 654 321",
        "987654321",
        "01018012345",
        "Ring 070-123 45 67",
        "Ring +46 70 123 45 67",
        "tlf 912 34 567",
    ],
)
def test_numbers_and_addresses_wait(text: str) -> None:
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kontroller 2026 och 2027",
        "Mellan 15 000 och 20 000 kr i månaden",
        "3 av 10 anbud är för låga, 2025-03-05",
        "Uke 45, kl. 09.00-12.30",
        "ID06-kort kontrolleras på 100 % av platserna",
    ],
)
def test_figures_of_a_meeting_do_not(text: str) -> None:
    assert not flagged(text)
