"""Who leads a body, as articles say."""

import pytest

from dossier.model import Alias, Kind, Role, RolePlayer
from dossier.render import briefing
from tests.render.conftest import Desk

BODY = "Dravna Reserve Bank"


def led_by(desk: Desk, *texts: tuple[str, str], kind: Kind = Kind.ORGANIZATION, on: str | None = None) -> list[str]:
    articles = [desk.article(text, published=day, ref=day) for day, text in texts]
    people = (RolePlayer("Ada Brandt", Role.AGENT, "ada"), RolePlayer("Ida Keller", Role.AGENT, "ida"))
    events = [desk.event(desk.evidence(one, "spoke", None, desk.dating(on)), participants=people) for one in articles]
    body = desk.actor(BODY, kind, aliases=(Alias("DRB", 3, ("x",)),))
    return [said.passage.text for said in briefing(desk.timeline(articles, events, actor=body), "g").leaders]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DRB chairman Ada Brandt spoke.", "DRB chairman Ada Brandt"),
        ("The DRB's director-general, Ada Brandt, spoke.", ""),
        ("The DRB’s Director General Dr. Ada Brandt spoke.", "DRB’s Director General Dr. Ada Brandt"),
        ("Ada Brandt, head of the Dravna Reserve Bank, spoke.", "Ada Brandt, head of the Dravna Reserve Bank"),
        ("Ada Brandt, head of the Dravna Reserve Bank of Orlov, spoke.", ""),
        ("Ada Brandt, deputy head of the Dravna Reserve Bank, spoke.", ""),
        ("Former DRB chairman Ada Brandt spoke.", ""),
        ("DRB deputy chairman Ada Brandt spoke.", ""),
        ("DRB chairman Otto Unknown spoke.", ""),
        ("ODRB chairman Ada Brandt spoke.", ""),
    ],
)
def test_a_head_is_named_beside_the_body(desk: Desk, text: str, words: str) -> None:
    assert led_by(desk, ("2021-03-01", f"{text} Once."), ("2021-03-02", text)) == ([words] if words else [])


HEADS = [("2021-03-01", "DRB chairman Ada Brandt spoke."), ("2021-03-02", "DRB head Ada Brandt spoke.")]


def test_the_newest_head_comes_first_and_each_once(desk: Desk) -> None:
    later = [("2021-03-08", "DRB chairman Ida Keller spoke."), ("2021-03-09", "DRB head Ida Keller spoke.")]
    assert led_by(desk, *HEADS, *later) == ["DRB head Ida Keller", "DRB head Ada Brandt"]


@pytest.mark.parametrize(
    ("told", "about"),
    [(HEADS, {"kind": Kind.PLACE}), (HEADS[:1], {}), (HEADS, {"on": "1931"})],
    ids=["a place", "one article", "long past"],
)
def test_nobody_leads(desk: Desk, told: list[tuple[str, str]], about: dict[str, object]) -> None:
    assert led_by(desk, *told, **about) == []
