import bench_minutes
from tests.export.large import large
from workshop.export.minutes import minutes


def test_the_plain_document_holds_the_same_rows() -> None:
    content = bench_minutes.written(minutes(large(40), "sv", bench_minutes.WHOLE))

    assert bench_minutes.written(bench_minutes.plain(content)) == content
    assert sum(len(rows) for rows in content) > 40


def test_each_size_tells_its_figures() -> None:
    found = bench_minutes.measured(10)

    assert list(found) == ["rows", "seconds", "plain_seconds", "ratio", "rss_mb"]
    assert found["rows"] == 10 and found["seconds"] > 0
