"""Which forecasts stand in the timeline of an actor because they follow from what happened to it."""

from dataclasses import replace

import pytest

from dossier.model import Attribution, Certainty, Event, Factuality, Polarity, Quote, Realis, Role, RolePlayer, Span
from dossier.timeline.consequences import consequences
from tests.timeline.events import ADA, told

FORECAST = Factuality(Certainty.POSSIBLE, Polarity.POSITIVE, Realis.FORECAST)
PLAN = {"factuality": replace(FORECAST, realis=Realis.PLAN)}
SENTENCE = "The arrest of Ada Brandt could delay the sale."
POLICE = Attribution(Quote(Span(0, 6), "police"), Quote(Span(7, 11), "said"))


def forecast(name: str, subject: str, at: int = 0, **about: object) -> Event:
    """A forecast of ``SENTENCE``, with its subject as an agent who is no actor."""
    event = told(name, SENTENCE, "delay", at=at, role=None, **{"factuality": FORECAST} | about)
    piece = replace(event.evidence[0], participants=(RolePlayer(subject, Role.AGENT),))
    return replace(event, evidence=(piece,))


@pytest.mark.parametrize(
    ("subject", "cause", "about", "is_told"),
    [
        ("The arrest of Ada Brandt", {"role": Role.PATIENT}, {}, True),
        ("The arrest of Ada Brandt", {"role": Role.PATIENT, "confidence": 0.9}, {}, False),
        ("The arrest of Ada Brandt", {"role": Role.OTHER}, {}, False),
        ("Ada Brandt", {"role": Role.PATIENT}, {}, False),
        ("The harbour master", {"role": Role.PATIENT}, {}, False),
        (
            "The arrest of Ada Brandt",
            {"role": Role.PATIENT},
            PLAN,
            False,
        ),
    ],
    ids=["it follows", "perhaps hers", "only named", "no event", "of another", "no forecast"],
)
def test_what_follows_from_her_arrest(subject: str, cause: dict, about: dict, is_told: bool) -> None:
    arrest = told("arrest", SENTENCE, "arrest", **cause)
    event = forecast("delay", subject, **about)
    assert consequences([arrest, event], {ADA: [arrest]}) == ({ADA: [event]} if is_told else {})


def test_of_several_forecasts_that_with_a_named_source_counts() -> None:
    arrests = [told(f"a{n}", SENTENCE, "arrest", at=100 * n, role=Role.PATIENT).evidence[0] for n in range(3)]
    arrest = replace(told("arrest", SENTENCE, "arrest", role=Role.PATIENT), evidence=tuple(arrests))
    subject = "The arrest of Ada Brandt"
    first, second = (forecast(name, subject, at) for name, at in (("first", 0), ("second", 100)))
    said = forecast("said", subject, 200, source=POLICE)
    assert consequences([arrest, second, first], {ADA: [arrest]}) == {ADA: [first]}
    assert consequences([arrest, second, first, said], {ADA: [arrest]}) == {ADA: [said]}
