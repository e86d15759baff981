"""Clusters join along the strongest link first, and never items that must stay apart."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.resolve.clustering import Clusters, join_strongest

Link = tuple[float, str, str]
Apart = tuple[str, str]


def clustered(links: Iterable[Link], apart: Iterable[Apart] = ()) -> set[str]:
    clusters = Clusters("abcdef", apart)
    join_strongest(clusters, links)
    return {"".join(sorted(cluster)) for cluster in clusters.all()}


@pytest.mark.parametrize(
    ("links", "apart", "expected"),
    [
        ([], [], "a b c d e f"),
        ([(1, "a", "b"), (1, "b", "c")], [], "abc d e f"),
        ([(1, "a", "b"), (2, "b", "c")], [("a", "c")], "a bc d e f"),
        ([(2, "a", "b"), (1, "b", "c")], [("a", "c")], "ab c d e f"),
        ([(1, "b", "c"), (1, "a", "b")], [("a", "c")], "ab c d e f"),
        ([(3, "a", "b"), (3, "c", "d"), (1, "b", "c")], [("a", "d")], "ab cd e f"),
        ([(3, "a", "b"), (3, "c", "d"), (1, "b", "c")], [("ab", "ef")], "abcd e f"),
        ([(3, "a", "e"), (2, "b", "f"), (1, "e", "f")], [("ab", "ef")], "a b c d ef"),
    ],
)
def test_clusters(links: list[Link], apart: list[Apart], expected: str) -> None:
    assert clustered(links, apart) == set(expected.split())


letters = st.sampled_from("abcdef")
links = st.lists(st.tuples(st.integers(1, 3), letters, letters), max_size=12)
pairs = st.lists(st.tuples(letters, letters).filter(lambda pair: pair[0] != pair[1]), max_size=4)


@given(links, pairs, st.randoms())
def test_the_order_of_links_changes_nothing(links: list[Link], apart: list[Apart], random: Random) -> None:
    expected = clustered(links, apart)
    turned = [(weight, *random.sample(pair, 2)) for weight, *pair in random.sample(links, len(links))]
    assert clustered(turned, apart) == expected  # type: ignore[arg-type]
    for left, right in apart:
        assert not any(left in cluster and right in cluster for cluster in expected)


def test_clusters_join_only_where_they_fit() -> None:
    clusters = Clusters("abcd")
    join_strongest(clusters, [(2, "a", "b"), (1, "b", "c"), (1, "c", "d")], lambda one, two: len(one) + len(two) < 4)
    assert {"".join(sorted(cluster)) for cluster in clusters.all()} == {"abc", "d"}
