"""Which warnings stand beside the forecasts of what follows from what befell an actor."""

import pytest

from dossier.model import Certainty, Event, Factuality, Polarity, Realis, Role
from dossier.timeline.cautions import cautions
from tests.event_types import TYPES
from tests.timeline.events import ADA, told

FORECAST = Factuality(Certainty.POSSIBLE, Polarity.POSITIVE, Realis.FORECAST)
DEATH = told("death", "Ada Brandt was killed.", "killed", type_="killing", role=Role.PATIENT)
OUTLOOK = told("outlook", "The killing of Ada Brandt could end the raids.", "end", at=100, factuality=FORECAST)
WARNING = "Experts warn that one {} does not end the raids."


def warning(word: str, type_: str, at: int = 200, **about: object) -> list[Event]:
    """A warning, and the event of nobody of which it warns."""
    sentence = WARNING.format(word)
    said = {"role": None, "at": at, **about}
    one = told("warning", sentence, "warn", type_="statement", lemma="warn", **said)  # type: ignore[arg-type]
    return [one, told("of", sentence, word, type_=type_, **said)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "foreseen", "is_told"),
    [
        pytest.param(warning("death", "death"), {ADA: [OUTLOOK]}, True, id="of a death like hers"),
        pytest.param(warning("arrest", "arrest"), {ADA: [OUTLOOK]}, False, id="of what did not befall her"),
        pytest.param(warning("death", "death"), {}, False, id="nothing is foretold"),
        pytest.param(warning("death", "death", article="b"), {ADA: [OUTLOOK]}, False, id="in another article"),
        pytest.param(warning("death", "death", role=Role.PATIENT), {ADA: [OUTLOOK]}, False, id="of a death of hers"),
    ],
)
def test_a_warning_beside_a_forecast(said: list[Event], foreseen: dict[str, list[Event]], is_told: bool) -> None:
    found = cautions([DEATH, OUTLOOK, *said], {ADA: [DEATH]}, foreseen, TYPES)
    assert found == ({ADA: [said[0]]} if is_told else {})
