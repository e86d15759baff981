"""What is left of an article without some of its sentences: nothing that rests on them, and all else as it was read."""

import pytest

from dossier.model import Quote, Span
from dossier.pipeline.intake.withheld_claims import blanked, claims_without
from tests.conftest import Annotate

FIRST = "Oleg Marr was paid in Vienna on 15 March 2021."


@pytest.mark.parametrize(
    ("rest", "lines", "names"),
    [
        ("Klara Brandt was arrested in London.", ["Klara Brandt was arrested in London."], {"Klara Brandt", "London"}),
        ("He fled to Graz.", [], {"Graz"}),
        ("Police arrested Marr in London.", ["Police arrested Marr in London."], {"Marr", "London"}),
        ("Klara Brandt was arrested two days later.", [], {"Klara Brandt"}),
        ("“Nils Holm was killed,” he said.", [], {"Nils Holm"}),
    ],
    ids=["of others", "of him by a pronoun", "of him by the name there", "dated from there", "told by him"],
)
def test_what_is_left(annotate: Annotate, rest: str, lines: list[str], names: set[str]) -> None:
    text = f"{FIRST} {rest}"
    found = annotate(text)
    left = claims_without(found, [Span(0, len(FIRST))], text)
    assert [event.summary for event in left.told] == lines
    assert {chain.name for chain in left.actors} == names
    assert all(mention.quote.span.start > len(FIRST) for chain in left.actors for mention in chain.mentions)


def test_all_other_places_stay() -> None:
    text = blanked("Paid. Fled. Met.", [Span(0, 5), Span(12, 16)])
    assert Quote(Span(6, 11), "Fled.").stands_in(text)
    assert text.split() == ["Fled."]
