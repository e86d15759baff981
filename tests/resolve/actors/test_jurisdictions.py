"""Of which country or state a senate, court or party is."""

import re

import pytest

from dossier.model import ActorChain, ActorMention, Form, Kind, Quote, Span
from dossier.resolve.actors.traits.jurisdictions import Jurisdiction

PLACES = ("United States", "Britain", "Iraq", "Marovia", "Varnholt")


def chain(text: str, name: str, kind: Kind) -> ActorChain:
    spans = [Span(*found.span()) for found in re.finditer(rf"\b{name}\b", text)]
    return ActorChain(name, name, kind, tuple(ActorMention(Quote.cut(text, span), Form.NAME) for span in spans))


@pytest.mark.parametrize(
    ("text", "body", "key"),
    [
        ("The Senate met in the United States.", "Senate", "united states senate"),
        ("Troops of the United States left. The Senate of Marovia met.", "Senate", "marovia senate"),
        ("Troops of the United States left. Marovia's Senate met.", "Senate", "marovia senate"),
        ("Troops of the United States left. Marovia's state Senate met.", "Senate", "marovia senate"),
        ("Troops of the United States left Marovia. The Senate of the state met.", "Senate", "marovia senate"),
        ("Troops of the United States left Marovia. The state's Senate met.", "Senate", "marovia senate"),
        ("Troops of the United States left. The Senate of old met.", "Senate", "united states senate"),
        ("Troops of the United States left. Britain's Senate met.", "Senate", "united kingdom senate"),
        ("The Supreme Court of Iraq sat in Varnholt.", "Supreme Court", "iraq supreme court"),
        ("Democrats won in Iraq.", "Democrats", "iraq democrat"),
        ("The Liberal Party won in Britain.", "Liberal Party", "united kingdom liberal party"),
        ("The Senate met.", "Senate", "senate"),
    ],
)
def test_a_public_body_belongs_to_the_place_named_beside_it(text: str, body: str, key: str) -> None:
    named = [chain(text, name, Kind.PLACE) for name in PLACES if re.search(rf"\b{name}\b", text)]
    said = chain(text, body, Kind.ORGANIZATION)
    assert Jurisdiction(None, [*named, said], text).key(said) == key


@pytest.mark.parametrize(
    ("title", "body", "key"),
    [
        ("Marovia's governor resigns", "Senate", "marovia senate"),
        ("Governor of Marovia resigns", "Senate", "marovia senate"),
        ("Governor of Marovia resigns", "Green Party", "united states green party"),
        ("Governor resigns", "Senate", "united states senate"),
    ],
)
def test_a_state_in_the_title_with_one_body_has_the_others_too(title: str, body: str, key: str) -> None:
    text = f"The Supreme Court of Marovia sat. The United States and the {body} waited."
    named = [chain(text, name, Kind.PLACE) for name in ("United States", "Marovia")]
    bodies = [chain(text, name, Kind.ORGANIZATION) for name in ("Supreme Court", body)]
    assert Jurisdiction(title, [*named, *bodies], text).key(bodies[1]) == key
