"""The line of an act that its sentence tells as the time of another thing."""

import pytest

from dossier.timeline.worth.clauses_of_time import told_by_its_clause
from tests.timeline.events import told


@pytest.mark.parametrize(
    ("line", "hangs_on", "shown"),
    [
        ("Since Ada Brandt raised the fee to five euros on 2 May, nine boats left.", "left", True),
        ("After Ada Brandt raised the fee to five euros on 2 May, the boats left.", "left", True),
        ("Nine boats left since Ada Brandt raised the fee to five euros on 2 May.", "left", True),
        ("Nine boats left the day after Ada Brandt raised the fee to five euros on 2 May.", "left", True),
        # a clause that is not the last, and one that somebody says
        ("Nine boats left after Ada Brandt raised the fee to five euros on 2 May, police said.", "left", False),
        ("“Nine boats left after Ada Brandt raised the fee to five euros on 2 May.”", "left", False),
        # a statement, a time without her, a clause that does not end, and one of which more is said
        ("Since May, Ada Brandt raised the fee to five euros on 2 May.", "", False),
        ("Since a week in which Ada Brandt raised the fee, nine boats left.", "left", False),
        ("After Ada Brandt raised the fee nine boats left.", "left", False),
        ("After Ada Brandt raised the fee, which few paid, nine boats left.", "left", False),
        ("Before Ada Brandt raised the fee, nine boats left.", "left", False),
    ],
)
def test_a_line_is_cut_to_the_clause_that_tells_the_act(line: str, hangs_on: str, shown: bool) -> None:
    event = told("e", line, "raised", hangs_on=hangs_on)
    expected = "Ada Brandt raised the fee to five euros on 2 May." if shown else line
    assert told_by_its_clause(event).summary == expected
