"""The profile of a chain: what one article says about an actor."""

import pytest

from dossier.model import ActorChain, ActorMention, Annotations, Article, Form, Kind, Quote, Span
from dossier.resolve.actors.traits.profiles import profile_chains
from tests.event_types import TYPES


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ines Quell, called the Ada Lindqvarn of Orlov, sang.", []),
        ("Ines Quell, also known as Ada Lindqvarn, sang.", ["Ada Lindqvarn"]),
        ("Ines Quell, also known as Ada Lindqvarn of Orlov, sang.", ["Ada Lindqvarn"]),
    ],
)
def test_a_comparison_with_somebody_states_no_alias(text: str, names: list[str]) -> None:
    article = Article(ref="one", text=text)
    spans = (Span(text.index(name), text.index(name) + len(name)) for name in ("Ines Quell", "Ada Lindqvarn"))
    chain = ActorChain(
        "a1", "Ines Quell", Kind.PERSON, tuple(ActorMention(Quote.cut(text, span), Form.NAME) for span in spans)
    )
    (profile,) = profile_chains(article, Annotations(article.id, actors=(chain,)), TYPES)
    assert [said.text for said in profile.stated_aliases] == names
