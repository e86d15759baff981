"""Which articles tell of one affair, and which pairs of their mentions are weighed as of one."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.resolve import resolve_actors
from dossier.resolve.events.features.affairs import Bag, affairs, closeness
from dossier.resolve.events.features.mention_features import FeatureExtractor
from dossier.resolve.events.mentions.resolved_mention import resolved_mentions
from dossier.resolve.events.shared.affair_evidence import are_in_one_affair
from tests.event_types import TYPES
from tests.resolve.test_events import read

FIRE = "depot burned harbour tarnow firemen smoke night warehouse".split()
TRIAL = "judge banker brandt verdict court vellmar fraud lawyer".split()
QUAKE = "earthquake province tremor magnitude rescuers rubble felt buildings".split()
TARNOW = "tarnow tuesday eleven chapel miners".split()
VELLMAR = "vellmar friday forty bridge school".split()


def bag(*words: str) -> Bag:
    return Counter(words)


def own(article: str) -> list[str]:
    """Words that no other article has."""
    return [f"{article} {n}" for n in range(12)]


@pytest.mark.parametrize(
    ("bags", "groups"),
    [
        ({}, []),
        ({"a": bag(*FIRE)}, ["a"]),
        ({"a": bag(), "b": bag()}, ["a", "b"]),
        ({"a": bag(*FIRE), "b": bag(*FIRE, "owner"), "c": bag(*TRIAL)}, ["ab", "c"]),
        # one kind of matter, but two of them: other towns, other days, other tolls
        (
            {
                **{f"a{n}": bag(*QUAKE[:3], *TARNOW, *own(f"a{n}")) for n in range(5)},
                **{f"b{n}": bag(*QUAKE[:3], *VELLMAR, *own(f"b{n}")) for n in range(5)},
                **{f"e{n}": bag(*TRIAL, f"word{n}") for n in range(5)},
            },
            ["a0a1a2a3a4", "b0b1b2b3b4", "e0e1e2e3e4"],
        ),
    ],
    ids=["none", "one", "without words", "fire and trial", "two earthquakes"],
)
def test_affairs(bags: dict[str, Bag], groups: list[str]) -> None:
    found: dict[str, str] = {}
    for article, affair in affairs(bags).items():
        found[affair] = found.get(affair, "") + article
    assert list(found.values()) == groups


BAGS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.dictionaries(st.sampled_from([*FIRE, *TRIAL, *QUAKE]), st.integers(1, 4), max_size=8),
    max_size=14,
)


@settings(deadline=None)
@given(BAGS, st.randoms())
def test_order_changes_nothing(bags: dict[str, Bag], chance: object) -> None:
    articles = list(bags)
    chance.shuffle(articles)  # type: ignore[attr-defined]
    shuffled = {article: dict(sorted(bags[article].items(), reverse=True)) for article in articles}
    assert affairs(shuffled) == affairs(bags)


@settings(deadline=None)
@given(BAGS)
def test_each_article_has_one_affair_which_bears_the_name_of_its_first(bags: dict[str, Bag]) -> None:
    found = affairs(bags)
    assert found.keys() == bags.keys()
    assert all(found[affair] == affair <= article for article, affair in found.items())


@given(st.integers(2, 40))
def test_copies_are_of_one_affair(copies: int) -> None:
    assert len(set(affairs({str(n): bag(*FIRE) for n in range(copies)}).values())) == 1


@settings(deadline=None)
@given(BAGS)
def test_closeness_is_a_share_and_no_affair_of_one_is_close(bags: dict[str, Bag]) -> None:
    found = affairs(bags)
    sizes = Counter(found.values())
    for affair, close in closeness(bags, found).items():
        assert -1e-9 <= close <= 1 + 1e-9
        assert sizes[affair] > 1 or close == 0


def test_reports_of_one_happening_are_closer_than_days_of_a_running_story() -> None:
    told = {f"a{n}": bag(*FIRE, f"detail{n}") for n in range(4)}
    story = {f"b{n}": bag(*TRIAL[:2], *own(f"b{n}")) for n in range(4)}
    of = {article: article[0] for article in (*told, *story)}
    found = closeness({**told, **story}, of)
    assert found["b"] < 0.25 < found["a"]


WRECK = "The freighter Orsola lay at the quay of Tarnow with drums of fuel, and divers searched the wreck. "


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        # without a day nothing says that two articles of one close affair tell of two days
        (("", "Piotr Brandt rejected the sale."), ("", "The talks ended after it rejected a loan."), True),
        # where one has a day, both must name who does it or to whom: the same
        (("2021-03-15", "Piotr Brandt rejected the sale."), ("", "Piotr Brandt rejected a loan."), True),
        (("2021-03-15", "Piotr Brandt rejected the sale."), ("", "The sale was rejected."), True),
        (("2021-03-15", "Piotr Brandt rejected the sale."), ("", "The talks ended after it rejected a loan."), False),
        (("2021-03-15", "Piotr Brandt rejected the sale."), ("", "Maria Orlov rejected a loan."), False),
        # two days are weighed by what distinguishes an event
        (("2021-03-15", "Piotr Brandt rejected the sale."), ("2021-03-16", "Piotr Brandt rejected the sale."), False),
    ],
)
def test_a_day_in_one_article_asks_for_more(left: tuple[str, str], right: tuple[str, str], are_one: bool) -> None:
    case = read(*((day, WRECK + text) for day, text in (left, right)))
    mentions = resolved_mentions(case, resolve_actors(case, TYPES), TYPES)
    one, other = map(FeatureExtractor(mentions).features, (it for it in mentions if it.lemma == "reject"))
    assert one.is_of_close_affair
    assert are_in_one_affair(one, other) is are_in_one_affair(other, one) is are_one
