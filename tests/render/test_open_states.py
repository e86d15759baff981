"""Offices that an article gives somebody, and the entry that tells that they were left."""

from dataclasses import replace

import pytest

from dossier.model import Description, Role, RolePlayer
from dossier.render import briefing
from tests.render.conftest import Desk

HEARD = "The mayor of Dravna, Marek Varga, spoke at a fair."
LEFT = "Varga resigned on 2 June 2021."


@pytest.mark.parametrize(
    ("said", "published", "day", "type_", "ended"),
    [
        pytest.param("mayor of Dravna", "2021-05-01", "2021-06-02", "dismissal", "“resigned”: 2 Jun 2021", id="later"),
        pytest.param("mayor of Dravna", "2021-07-01", "2021-06-02", "dismissal", "", id="in office since"),
        pytest.param("mayor of Dravna", "2021-05-01", "2021-06-02", "movement", "", id="no end of an office"),
        pytest.param("Marek Varga", "2021-05-01", "2021-06-02", "dismissal", "", id="no office"),
    ],
)
def test_a_description_says_which_entry_ends_the_office(
    desk: Desk, said: str, published: str, day: str, type_: str, ended: str
) -> None:
    heard, left = desk.article(HEARD, published=published), desk.article(LEFT, published="2021-06-03")
    actor = desk.actor(descriptions=(Description(said, heard.id, desk.quote(heard, said)),))
    event = desk.event(desk.evidence(left, "resigned", None, desk.dating(day)), type=type_)
    event = replace(event, participants=(RolePlayer("Marek Varga", Role.AGENT, "a1"),))
    spoke = desk.event(desk.evidence(heard, "spoke", None, desk.dating(published)))
    (found,) = briefing(desk.timeline((heard, left), (event, spoke), actor=actor), "g").descriptions
    assert found.ended.partition(", no.")[0] == ended
