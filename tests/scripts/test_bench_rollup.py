from pathlib import Path

import bench_rollup


def test_every_meeting_of_a_folder_is_counted(tmp_path: Path) -> None:
    bench_rollup.folder_of(6, tmp_path)
    found = bench_rollup.measured(tmp_path, 6)
    assert found["meetings"] == 6 and found["seconds"] > 0
