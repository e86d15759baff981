"""An entry without a date is that of the dated statement which its line makes: sentence in, entry and part out."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.model import Attribution, Choice, Event, LikelyDay, Realis, Role
from dossier.timeline import Listing, MainStatements, with_statements
from tests.event_types import TYPES
from tests.timeline.events import ADA, told, words

SAID = "The pier was closed by Ada Brandt, the mayor said on Monday."
SHUT = "A pier owned by Ada Brandt was shut on Monday."
BRIEFED = "Speaking to Ada Brandt, the mayor said on Monday the pier would stay."
MAYOR = Attribution(words(SAID, "the mayor"), words(SAID, "said"))
MAYOR_OF_BRIEFING = Attribution(words(BRIEFED, "the mayor"), words(BRIEFED, "said"))


def by_statement(entry: Event, *others: Event, told_already: bool = False) -> tuple[str, str, list[str]]:
    """The entry that a listing of one entry has, its line, and its parts; ``others`` are the events around it."""
    entries = (entry, *others) if told_already else (entry,)
    found = with_statements(Listing(entries=entries), MainStatements([entry, *others], TYPES).above(entries, ADA))
    first = found.entries[0]
    return first.id, first.line, [part.id for part in found.parts.get(first.id, ())]


def statement(sentence: str, trigger: str, when: str | None = "2025-03-10", **about: object) -> Event:
    """A statement of somebody else."""
    return told("statement", sentence, trigger, date=when, role=None, **about)  # type: ignore[arg-type]


CLOSED = told("deed", SAID, "closed", attribution=MAYOR)


@pytest.mark.parametrize(
    ("deed", "others"),
    [
        # what somebody says on a day
        (CLOSED, [statement(SAID, "said")]),
        # what the line tells in passing
        (told("deed", SHUT, "owned", role=Role.OTHER, hangs_on="shut"), [statement(SHUT, "shut")]),
        # what the actor does beside what she does on a day
        (
            told("deed", SHUT, "owned", hangs_on="shut"),
            [told("statement", SHUT, "shut", date="2025-03-10")],
        ),
        # what hangs on what somebody says
        (
            told("deed", BRIEFED, "Speaking", role=Role.OTHER, hangs_on="stay"),
            [told("stay", BRIEFED, "stay", role=None, attribution=MAYOR_OF_BRIEFING), statement(BRIEFED, "said")],
        ),
    ],
)
def test_a_line_has_the_day_of_its_main_statement(deed: Event, others: list[Event]) -> None:
    assert by_statement(deed, *others) == ("statement", deed.line, ["deed"])


def test_a_statement_told_with_its_likely_day_counts() -> None:
    said = statement(SAID, "said", None)
    likely = replace(statement(SAID, "said"), choice=Choice.LIKELY, likely=LikelyDay(date(2025, 3, 10), 0.8, 0.9))
    assert by_statement(CLOSED, replace(likely, evidence=said.evidence))[0] == "statement"


@pytest.mark.parametrize(
    ("deed", "saying"),
    [
        # it has a date itself
        (told("deed", SAID, "closed", date="2025-03", attribution=MAYOR), statement(SAID, "said")),
        # the statement has no day either
        (CLOSED, statement(SAID, "said", "2025-03")),
        # its day is in doubt
        (CLOSED, statement(SAID, "said", "2025-03-10?")),
        # the line does not say it
        (told("deed", SAID, "closed", line="The pier was closed.", attribution=MAYOR), statement(SAID, "said")),
        # another article tells it too
        (
            replace(CLOSED, evidence=(*CLOSED.evidence, replace(CLOSED.evidence[0], article="b"))),
            statement(SAID, "said"),
        ),
        # it is grave
        (told("deed", SAID, "closed", type_="arrest", attribution=MAYOR), statement(SAID, "said")),
        # Ada Brandt does it herself, beside what is shut
        (told("deed", SHUT, "owned", hangs_on="shut"), statement(SHUT, "shut")),
        # it is to come
        (replace(CLOSED, factuality=replace(CLOSED.factuality, realis=Realis.PLAN)), statement(SAID, "said")),
    ],
)
def test_any_other_entry_stays(deed: Event, saying: Event) -> None:
    assert by_statement(deed, saying) == ("deed", deed.line, [])


def test_an_entry_stays_where_the_statement_is_told_by_itself() -> None:
    assert by_statement(CLOSED, statement(SAID, "said"), told_already=True)[0] == "deed"
