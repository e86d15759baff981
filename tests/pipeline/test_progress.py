"""How far long work is, as another process reads it."""

from pathlib import Path

import pytest

from dossier.pipeline.progress import Stage, progress_into, read_progress


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (None, None),
        ("", None),
        ("Reading\t0\t", None),  # the line is not whole yet
        ("Reading\t0\t\n", Stage("Reading", 0, None)),
        ("Reading\t0\t\nAnnotating\t3\t8\nWrit", Stage("Annotating", 3, 8)),
        ("something else\n", None),
    ],
)
def test_the_last_whole_line_says_how_far_it_is(text: str | None, stage: Stage | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "progress").write_text(text, "utf-8")
    assert read_progress(tmp_path / "progress") == stage


def test_steps_are_counted_and_shown_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.pipeline.progress._SECONDS_BETWEEN_LINES", 0)
    progress = progress_into(tmp_path / "progress")
    with progress("Annotating", 8) as advance:
        assert read_progress(tmp_path / "progress") == Stage("Annotating", 0, 8)
        advance(2)
        advance(1)
    assert read_progress(tmp_path / "progress") == Stage("Annotating", 3, 8)


def test_where_no_file_can_be_written_the_work_goes_on(tmp_path: Path) -> None:
    with progress_into(tmp_path / "nowhere" / "progress")("Reading", None) as advance:
        advance(1)
    assert not (tmp_path / "nowhere").exists()
