import json

from figures import shown, shown_by_size

FIGURES = {"lost": 0, "p95_ms": 12.5}


def test_people_read_a_line_for_each_figure_and_programs_one_line():
    assert shown(FIGURES, as_json=False) == "  lost 0\np95_ms 12.5"
    assert json.loads(shown(FIGURES, as_json=True)) == FIGURES


def test_sizes_stand_beneath_one_another():
    sizes = [{"rows": 100, "seconds": 0.1}, {"rows": 1_000, "seconds": 0.9}]
    assert shown_by_size(sizes, as_json=False) == "rows\tseconds\n100\t0.1\n1000\t0.9"
    assert json.loads(shown_by_size(sizes, as_json=True)) == {"sizes": sizes}
