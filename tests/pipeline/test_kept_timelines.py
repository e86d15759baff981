"""Timelines of a case on shelves are made once: those of the case before hold while they rest on the same."""

import pytest

from dossier.pipeline.shelves.case_on_shelves import shelves_aside
from dossier.pipeline.shelves.kept_timelines import KeptTimelines


@pytest.mark.parametrize(
    ("case", "before", "rests_on", "expected"),
    [
        ("monday", (), b"other", b"of monday"),  # the key of a case covers all
        ("tuesday", ("monday",), b"same", b"of monday"),
        ("tuesday", ("monday",), b"other", b"made"),
        ("tuesday", (), b"same", b"made"),
        ("tuesday", ("sunday", "monday"), b"same", b"of monday"),
    ],
)
def test_a_timeline_is_kept_while_it_rests_on_the_same(
    case: str, before: tuple[str, ...], rests_on: bytes, expected: bytes
) -> None:
    place = shelves_aside()
    KeptTimelines([place], "monday").recall("ada", lambda: b"same", lambda: b"of monday")
    timelines = KeptTimelines([place], case, before)
    for _ in range(2):
        assert timelines.recall("ada", lambda: rests_on, lambda: b"made") == expected


def test_a_timeline_of_several_lines_comes_whole() -> None:
    place = shelves_aside()
    for case, before in (("monday", ()), ("tuesday", ("monday",)), ("tuesday", ())):
        found = KeptTimelines([place], case, before).recall("ada", lambda: b"same", lambda: b"{\n}\n")
        assert found == b"{\n}\n"
