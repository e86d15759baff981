"""The order in which articles come changes nothing."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.resolve import Rulings, resolve_actors
from tests.claims import Read, told
from tests.event_types import TYPES

GIVEN = ["Adel", "Nadia", "Omar", "A.", "Khaled", "Khalid", "Mike", "Michael"]
SURNAMES = ["Haddar", "Kessel", "al-Marouni", "al-Maruni", "Smith"]
BODIES = ["Hadley Marine", "Hadley Marine Shipping Company", "Parliament", "British Parliament", "JHA", "Chirper"]
PLACES = ["Iraq", "UK", "Varnholt", "Al Thums", "Thoms"]

ROLES = ["", "minister", "a plumber"]
names = st.sampled_from(GIVEN), st.sampled_from(SURNAMES)
people = st.builds("person {} {} | | {}".format, *names, st.sampled_from(ROLES))
shorts = st.builds("person {}".format, st.sampled_from(SURNAMES))
known = st.builds("person {} {} | Abu Salim".format, *names)
bodies = st.builds("organization {}".format, st.sampled_from(BODIES))
places = st.builds("place {}".format, st.sampled_from(PLACES))
lines = st.lists(st.one_of(people, shorts, known, bodies, places), min_size=1, max_size=6, unique=True)
days = st.sampled_from([None, "2019-03-14", "2021-05-01"])


Chosen = list[tuple[list[str], str | None]]
cases = st.lists(st.tuples(lines, days), min_size=2, max_size=7)


def read(articles: Chosen) -> list[Read]:
    return [told(f"{n}", *chains, day=day) for n, (chains, day) in enumerate(articles)]


@given(cases, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_changes_nothing(articles: Chosen, random: Random) -> None:
    mixed = read(articles)
    random.shuffle(mixed)
    assert resolve_actors(iter(mixed), TYPES) == resolve_actors(read(articles), TYPES)


@given(cases)
@settings(deadline=None)
def test_every_chain_has_one_actor_and_ids_are_unique(articles: Chosen) -> None:
    found = resolve_actors(read(articles), TYPES)
    members = [member for actor in found.actors for member in actor.members]
    assert sorted(members) == sorted((said.article, chain.id) for _, said in read(articles) for chain in said.actors)
    assert len({actor.id for actor in found.actors}) == len(found.actors)
    assert all(member in found.owner[member].members for member in members)


@given(cases, st.data())
@settings(deadline=None)
def test_judgements_always_hold(articles: Chosen, data: st.DataObject) -> None:
    members = [(said.article, chain.id) for _, said in read(articles) for chain in said.actors]
    left, right = data.draw(st.lists(st.sampled_from(members), min_size=2, max_size=2, unique=True))
    different = Rulings(different=((frozenset({left}), frozenset({right})),))
    assert resolve_actors(read(articles), TYPES, different).owner[left].members.count(right) == 0
    assert right in resolve_actors(read(articles), TYPES, Rulings(same=(frozenset({left, right}),))).owner[left].members
