"""What articles speak of without a name: one across those that tell of the same happenings."""

import pytest

from dossier.annotate import nlp
from dossier.model import Article, Kind, Published, UnnamedActor
from dossier.resolve import find_origins, resolve_actors, resolve_events, resolve_unnamed
from tests.event_types import TYPES

RAID = "A gunman robbed the Harbour Bank in Orlov on Sunday. He killed Ada Brandt. The gunman fled."
AGAIN = "Ada Brandt was killed on Sunday by a gunman. He robbed the Harbour Bank in Orlov on Sunday, police said."
ELSEWHERE = "A gunman robbed the Meadow Hotel in Varna on Friday. He killed Peter Keller."
TWO_MEN = "A gunman robbed the Harbour Bank in Orlov on Sunday and killed Ada Brandt. Another gunman waited."
LORRY = "Peter Keller stole a lorry. He sold the lorry."


def unnamed(*texts: str) -> tuple[UnnamedActor, ...]:
    articles = [
        Article(ref=f"{n}.txt", text=text, published=Published.given("2021-03-15")) for n, text in enumerate(texts)
    ]
    case = list(zip(articles, nlp.annotate(articles), strict=True))
    events = resolve_events(case, resolve_actors(case, TYPES), TYPES, find_origins(articles))
    return resolve_unnamed([found for _, found in case], events.events)


def told(*texts: str) -> list[tuple[str, int, int]]:
    """The label of each, its articles and its mentions."""
    return [(one.label, len(one.articles), len(one.mentions)) for one in unnamed(*texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([RAID], [("the gunman", 1, 3)]),
        # two articles that tell of the same robbery and the same shot
        ([RAID, AGAIN], [("a gunman", 2, 5)]),
        ([AGAIN, RAID], [("a gunman", 2, 5)]),
        # another robbery has another gunman
        ([RAID, ELSEWHERE], [("the gunman", 1, 3), ("a gunman", 1, 2)]),
        # where there are two, it is not known which of them is meant
        ([RAID, TWO_MEN], [("the gunman", 1, 3)]),
        # nor is a masked gunman an armed one
        (
            [RAID.replace("gunman", "masked gunman"), AGAIN.replace("a gunman", "an armed gunman")],
            [("the masked gunman", 1, 3), ("an armed gunman", 1, 2)],
        ),
        # a thing of one article stands in its events alone
        ([LORRY], []),
    ],
)
def test_who_is_one(texts: list[str], expected: list[tuple[str, int, int]]) -> None:
    assert told(*texts) == expected


def test_a_link_between_articles_is_less_sure() -> None:
    (one,) = unnamed(RAID, AGAIN)
    assert one.kind is Kind.PERSON
    assert max(mention.confidence for _, mention in one.mentions) == 0.9
