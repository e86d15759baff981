"""What mentions keep of the grammar of the word that heads them."""

import pytest

from dossier.model import Definiteness, Number, PartOfSpeech, Tense
from tests.conftest import Annotate

DEFINITE, INDEFINITE = Definiteness.DEFINITE, Definiteness.INDEFINITE
SINGULAR, PLURAL = Number.SINGULAR, Number.PLURAL


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Police arrested Ada Brandt.", "arrested", (PartOfSpeech.VERB, None, None)),
        ("The raid on the harbour lasted three hours.", "raid", (PartOfSpeech.NOUN, SINGULAR, DEFINITE)),
        ("A raid on the harbour lasted three hours.", "raid", (PartOfSpeech.NOUN, SINGULAR, INDEFINITE)),
        ("Police raids on the harbour lasted three hours.", "raids", (PartOfSpeech.NOUN, PLURAL, None)),
        ("Ada Brandt's resignation surprised the party.", "resignation", (PartOfSpeech.NOUN, SINGULAR, DEFINITE)),
    ],
)
def test_the_trigger_of_an_event(annotate: Annotate, text: str, trigger: str, expected: tuple[object, ...]) -> None:
    (event,) = (event for event in annotate(text).events if event.trigger.exact == trigger)
    assert (event.part_of_speech, event.number, event.definiteness) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Police arrested Ada Brandt.", "arrested", Tense.PAST),
        ("Ada Brandt has sold the harbour.", "sold", Tense.PERFECT),
        ("Ada Brandt sells ships.", "sells", Tense.PRESENT),
        ("Ada Brandt is selling the ships.", "selling", Tense.PRESENT),
        ("Ada Brandt will sell the harbour.", "sell", Tense.OPEN),
        ("Ada Brandt resigns\n\nThe mayor left the town hall on Monday, and the council met.", "resigns", Tense.PAST),
        ("A raid on the harbour lasted three hours.", "raid", None),
    ],
)
def test_the_tense_of_an_event(annotate: Annotate, text: str, trigger: str, expected: Tense | None) -> None:
    (event,) = (event for event in annotate(text).events if event.trigger.exact == trigger)
    assert event.tense is expected


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Ada Brandt, a senior commander, left.", "a senior commander", ("commander", SINGULAR, INDEFINITE)),
        ("Ada Brandt, the senior commander, left.", "the senior commander", ("commander", SINGULAR, DEFINITE)),
        ("Ada Brandt left Varna. She had no choice.", "She", ("she", SINGULAR, None)),
        ("The Iraqis left Varna. They had no choice.", "They", ("they", PLURAL, None)),
    ],
)
def test_the_head_of_a_mention(annotate: Annotate, text: str, mention: str, expected: tuple[object, ...]) -> None:
    found = (one for chain in annotate(text).actors for one in chain.mentions if one.quote.exact == mention)
    assert [(one.head_lemma, one.number, one.definiteness) for one in found] == [expected]
