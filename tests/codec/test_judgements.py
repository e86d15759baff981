"""The form of judgements: out and in again, and as the published schema says."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from dossier.codec import decode_judgement, encode_judgement, schema
from dossier.model import ActorPointer, Judgement, Rejection
from tests.judgements import judgements

VALIDATOR = jsonschema.Draft202012Validator(schema("judgement"))


@given(judgements)
def test_out_and_in(judgement: Judgement) -> None:
    data = encode_judgement(judgement)
    assert b"\n" not in data
    assert decode_judgement(data) == judgement
    assert decode_judgement(data).id == judgement.id
    VALIDATOR.validate(json.loads(data))


def form(**changes: Any) -> bytes:
    judgement = Judgement(Rejection(ActorPointer("UTC")), "ada")
    return json.dumps({**json.loads(encode_judgement(judgement)), **changes}).encode()


EVENT = {"name": None, "article": "a", "trigger": {"start": 0, "end": 4, "text": "fled"}}
ACTOR = {"name": "UTC", "article": None, "trigger": None}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "same"}, "'same' is about two actors or two events"),
        ({"kind": "same", "about": [ACTOR, EVENT]}, "cannot be one"),
        ({"kind": "same", "about": [ACTOR, ACTOR]}, "two things"),
        ({"about": []}, "'reject' is about one actor"),
        ({"about": [EVENT]}, "'reject' is about one actor"),
        ({"kind": "rename"}, "new name"),
        ({"kind": "hide"}, "'hide' is about one event"),
        ({"kind": "concerns"}, "'concerns' is about an event, by its place in an article, and an actor"),
        ({"kind": "date", "about": [EVENT]}, "not an EDTF date"),
        ({"kind": "date", "about": [ACTOR], "when": "2021"}, "'date' is about one event"),
        ({"by": " "}, "signed"),
        ({"made": "soon"}, "soon"),
        ({"kind": "sam"}, "sam"),
        ({"schema": "dossier/judgement/2"}, "dossier/judgement/2"),
    ],
)
def test_what_is_no_judgement_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        decode_judgement(form(**changes))
