"""What an article speaks of without a name: its nouns, with the pronouns that take them up."""

import pytest

from dossier.model import Kind
from tests.conftest import Annotate

GUNMAN = "A gunman shot two guards in Orlov. The gunman fled before he was caught."


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (GUNMAN, [["A gunman", "The gunman", "he"], ["two guards"]]),
        ("A man who robbed a bank was jailed.", [["A man", "who"], ["a bank"]]),
        # a number, a possessor or a word such as "other" tells two apart
        ("Two men stole a lorry. Police arrested three men.", [["Two men"], ["three men"], ["a lorry"], ["Police"]]),
        ("A worker hit another worker.", [["A worker"], ["another worker"]]),
        ("Peter Brandt's wife left. Ada Keller's wife sued.", [["Peter Brandt's wife"], ["Ada Keller's wife"]]),
        # what happens is no thing, and a description belongs to whoever has the name
        ("Ada Brandt, a clerk, won the trial.", []),
        # nothing in particular
        ("No court jailed any man.", []),
        # a name of no known kind
        (
            "A flaw let thieves attack Lantern Explorer. Lantern Explorer crashed.",
            [["A flaw"], ["thieves"], ["Lantern Explorer", "Lantern Explorer"]],
        ),
    ],
)
def test_mentions(annotate: Annotate, text: str, mentions: list[list[str]]) -> None:
    assert [[mention.quote.exact for mention in chain.mentions] for chain in annotate(text).unnamed] == mentions


def test_kinds(annotate: Annotate) -> None:
    found = annotate("A court jailed a man who stole a painting in a village.").unnamed
    kinds = {chain.noun: chain.kind for chain in found}
    assert kinds == {
        "court": Kind.ORGANIZATION,
        "man": Kind.PERSON,
        "painting": Kind.WORK,
        "village": Kind.PLACE,
    }


def test_a_name_is_no_unnamed_actor(annotate: Annotate) -> None:
    found = annotate("Ada Brandt founded Hadley Ltd in Paris.")
    assert [actor.name for actor in found.actors] == ["Ada Brandt", "Hadley Ltd", "Paris"]
    assert not found.unnamed


def test_a_surname_of_two_is_nobody(annotate: Annotate) -> None:
    found = annotate("Ada Brandt and Peter Brandt own the port. Brandt sold a ship.")
    assert [chain.noun for chain in found.unnamed] == ["port", "ship"]
