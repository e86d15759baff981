"""Whom a name of one word means across articles: rows of two texts."""

import pytest

from dossier.resolve import resolve_actors
from tests.event_types import TYPES
from tests.resolve.test_events import read

SERVED = "Piotr Roth, who served in the Brandt administration in Tarnow, sold the quay."


@pytest.mark.parametrize(
    ("text", "are_one"),
    [
        ("President Ada Brandt met the pilots in Tarnow.", True),
        ("Ada Brandt, the president of the valley, met the pilots in Tarnow.", True),
        ("Ada Brandt, the harbour minister, met the pilots in Tarnow.", False),
    ],
)
def test_an_administration_is_of_somebody_who_ruled(text: str, are_one: bool) -> None:
    actors = resolve_actors(read(("2021-03-15", text), ("2021-03-15", SERVED)), TYPES).actors
    assert len([actor for actor in actors if "Brandt" in actor.name]) == (1 if are_one else 2)
