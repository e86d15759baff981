"""Pages that run on after the day of their publication, which then dates nothing. 1 March 2021 is a Monday.

Each event reads "trigger date rule"; "-" stands for nothing.
"""

import pytest

from dossier.annotate.structure.chronicles import is_called_chronicle
from tests.conftest import Annotate

RUNNING: list[tuple[str, list[str]]] = [
    (
        (
            "The council fired the harbour master last week. In May 2021, it released the results of its audit. "
            "Brandt then sued the yard."
        ),
        ["fired - -", "released 2021-05 own time", "audit - -", "sued - -"],
    ),
    (
        "TIMELINE: The strike at the Orlov yard\nTalks have collapsed.\nMayor Ada Brandt warned the union on Sunday.",
        ["collapsed - -", "warned - -"],
    ),
    (
        "Feb. 26: Workers left the yard.\nMarch 3: The yard closed.\nMarch 9: Brandt resigned.",
        ["left 2021-02-26 item date", "closed 2021-03-03 item date", "resigned 2021-03-09 item date"],
    ),
]
NOT_RUNNING = (
    "In May 2021, the council will release the results of its audit. Brandt sued the yard.",
    "The council planned the audit for May 2021. Brandt sued the yard.",
    "“In May 2021,” Brandt said, “we will see.” The council fired Brandt.",
    "Feb. 26: Workers left the yard.\nMarch 3: The court hears the case.\nMarch 9: The council votes.",
    "TIMELINE: The strike\nFeb. 2: Workers left the yard.\nFeb. 9: The yard closed.\nFeb. 11: Brandt resigned.",
    "Timeline talks at the yard failed. Brandt resigned.",
    "The council fired Brandt.\nAt 4:28 pm on 6 Mar 2021, Harbour Lass wrote: A shame.",
)


@pytest.mark.parametrize(("text", "events"), RUNNING)
def test_nothing_counts_from_the_day_of_a_page_that_runs_on(annotate: Annotate, text: str, events: list[str]) -> None:
    found = annotate(text, "2021-03-01")
    assert found.runs_on
    assert [
        f"{one.trigger.exact} {one.dating.when.edtf if one.dating.when else '-'} {one.dated_by or '-'}"
        for one in found.told
    ] == events
    assert not any(one.likely for one in found.events)


@pytest.mark.parametrize("text", NOT_RUNNING)
def test_plans_agendas_and_finished_lists_run_on_nowhere(annotate: Annotate, text: str) -> None:
    assert not annotate(text, "2021-03-01").runs_on


def test_a_page_without_a_day_cannot_run_on_after_it(annotate: Annotate) -> None:
    assert not annotate(RUNNING[0][0]).runs_on


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("Timeline: Strike at the yard", True),
        ("Key dates - the trial of Brandt", True),
        ("A timeline of the strike", False),
        ("Chronology", True),
        ("Timeline of the strike", True),
        ("Timelines slip at the yard", False),
        (None, False),
    ],
)
def test_which_headings_name_a_chronicle(heading: str | None, is_one: bool) -> None:
    assert is_called_chronicle(heading) is is_one
