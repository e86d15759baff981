"""Which lines readers want more than others: two events in, the first is wanted more."""

import pytest

from dossier.model import Actor, Alias, Citation, Event, Kind, Role
from dossier.timeline.interest import LEAST_INTEREST, interest, of_little_interest
from tests.event_types import TYPES
from tests.timeline.events import ADA, told

BRANDT = Actor(ADA, "Ada Brandt", Kind.PERSON, (("a", "a1"),), 1, (Alias("Brandt", 1, frozenset(("a",))),))
ARTICLES = {"a": Citation("a", "a.txt", "0")}
SOLD = "Ada Brandt sold the Kestrel to Hadley Shipping in Orlov on Monday."


def sale(**about: object) -> Event:
    return told("e", SOLD, "sold", type_="transfer", **about)


@pytest.mark.parametrize(
    ("wanted", "other"),
    [
        (sale(), sale(role=Role.OTHER)),
        (sale(), sale(points_back=2)),
        (sale(), sale(hangs_on="Monday")),
        (sale(date="2021-03-08"), sale()),
        (sale(), sale(at=5000)),
        (sale(), told("e", "She sold.", "sold", type_="transfer")),
    ],
)
def test_of_two_events_one_is_wanted_more(wanted: Event, other: Event) -> None:
    assert interest(wanted, BRANDT, ARTICLES, TYPES) > interest(other, BRANDT, ARTICLES, TYPES)


def passing_sale(key: str) -> Event:
    return told(key, "The sale of Brandt was seen.", "sale", type_="transfer", at=9000, role=Role.OTHER)


def test_little_interest_is_below_the_least() -> None:
    events = [sale(), *(passing_sale(key) for key in "fghij")]
    scores = {event.id: interest(event, BRANDT, ARTICLES, TYPES) for event in events}
    below = {key for key, score in scores.items() if score < LEAST_INTEREST}
    assert of_little_interest(BRANDT, events, ARTICLES, TYPES) == below == set("fghij")
    assert not of_little_interest(BRANDT, events[1:], ARTICLES, TYPES)


def test_a_grave_act_is_told_whatever_its_score() -> None:
    grave = told("z", "At last he arrested Brandt.", "arrested", type_="arrest", at=9000, role=Role.PATIENT)
    assert interest(grave, BRANDT, ARTICLES, TYPES) < LEAST_INTEREST
    passing = [passing_sale(key) for key in "fghij"]
    assert of_little_interest(BRANDT, [grave, *passing], ARTICLES, TYPES) == set("fghij")
