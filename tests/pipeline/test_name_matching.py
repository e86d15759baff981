"""Which actor a name given by the user means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import process

from dossier.model import Actor, ActorCorrection, ActorField, Alias, Kind, Watched
from dossier.pipeline.references import similar_spellings
from dossier.pipeline.references.name_matching import match_names
from dossier.pipeline.references.similar_spellings import SpellingIndex


def actor(name: str, kind: Kind = Kind.ORGANIZATION, *aliases: str) -> Actor:
    others = tuple(Alias(text, 1, ("a",)) for text in aliases)
    return Actor(f"{name} {kind}", name, kind, (("a", name),), 1, others)


ACTORS = [
    actor("Orlov", Kind.PLACE),
    actor("Orlov", Kind.PERSON),
    actor("Ada Brandt", Kind.PERSON, "Brandt"),
    actor("Peter Brandt", Kind.PERSON, "Brandt"),
    actor("Harbour Fund", Kind.ORGANIZATION, "HF"),
    actor("Hadley Marine Group"),
    actor("Falcon 9", Kind.PRODUCT),
    actor("Mira Elena Osei", Kind.PERSON),
    actor("Kestrel 700", Kind.PRODUCT),
    actor("Kestrel 900", Kind.PRODUCT),
    actor("Sabkha Brigade", Kind.GROUP),
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Ada Brandt", "Ada Brandt"),
        ("HF", "Harbour Fund"),
        ("the harbour fund", "Harbour Fund"),
        ("Brandt, Ada", "~ Ada Brandt"),
        ("Sabkah Brigade", "~ Sabkha Brigade"),
        ("Orlov Harbour Fund", "~ Harbour Fund"),
        ("Hadley Marine", "~ Hadley Marine Group"),
        ("Mira Osei", "~ Mira Elena Osei"),
        ("Orlov", "Orlov, Orlov"),
        ("Brandt", "Ada Brandt, Peter Brandt"),
        # a number is never misspelled, nor left out
        ("Kestrel 800", ""),
        ("Falcon 10", ""),
        # in a short word a letter makes another name
        ("Ada Brand", ""),
        ("Falcon", ""),
        # other words make another name
        ("Harbour Fund Trust", ""),
        ("Anna Ada Brandt", ""),
        ("Selim Harbour Fund", ""),
        ("Marine", ""),
    ],
)
def test_whom_a_name_means(query: str, expected: str) -> None:
    (match,) = match_names([Watched(query)], ACTORS)
    assert match.query == query
    assert "~ " * match.is_loose + ", ".join(found.name for found in match.actors) == expected


def test_two_that_fit_loosely_are_near_names() -> None:
    (match,) = match_names([Watched("Mira Osei")], [*ACTORS, actor("Mira Joy Osei", Kind.PERSON)])
    assert not match.actors
    assert set(match.near) >= {"Mira Elena Osei", "Mira Joy Osei"}


def test_the_kind_narrows_and_another_name_of_the_entry_counts() -> None:
    person, fund = match_names(
        [Watched("Orlov", kind=Kind.PERSON), Watched("Fund of Orlov", ("Harbour Fund",))], ACTORS
    )
    assert [found.kind for found in person.actors] == [Kind.PERSON]
    assert [found.name for found in fund.actors] == ["Harbour Fund"]
    assert not fund.is_loose


def test_a_kind_that_none_has_is_not_held_against_them() -> None:
    (match,) = match_names([Watched("Falcon 9", kind=Kind.ORGANIZATION)], ACTORS)
    assert [found.name for found in match.actors] == ["Falcon 9"]


REJECTED = ActorCorrection(ActorField.ALIASES, "", "Ada Eva Brandt", "3f2a9c01d4", "ada")
WHY = "the analyst rejected this name for Ada E. Brandt (judgement 3f2a9c01d4 by ada)"
RENAMED = replace(REJECTED, field=ActorField.NAME, value="Ada Brandt")


@pytest.mark.parametrize(
    ("correction", "query", "found", "why"),
    [
        # she would have the longer name by its words alone
        (
            REJECTED,
            "Ada Eva Brandt",
            [],
            WHY,
        ),
        (
            REJECTED,
            "ada eva brandt",
            [],
            WHY,
        ),
        (REJECTED, "Eva Ada Brandt", [], "no actor in these articles has this name"),
        (REJECTED, "Ada E. Brandt", ["Ada E. Brandt"], ""),
        (RENAMED, "Ada Brandt", ["Ada E. Brandt"], ""),
    ],
)
def test_a_name_that_the_analyst_rejected_finds_nobody(
    correction: ActorCorrection, query: str, found: list[str], why: str
) -> None:
    ada = replace(actor("Ada E. Brandt", Kind.PERSON), corrections=(correction,))
    (match,) = match_names([Watched(query)], [ada, actor("Omar Haddad", Kind.PERSON)])
    assert [one.name for one in match.actors] == found
    assert found or match.why_nobody == why
    assert found or ("withdraw the judgement" in match.way_out) == bool(match.rejected)


def test_a_name_that_another_has_too_finds_that_one() -> None:
    ada = replace(actor("Ada E. Brandt", Kind.PERSON), corrections=(REJECTED,))
    (match,) = match_names([Watched("Ada Eva Brandt")], [ada, actor("Ada Eva Brandt", Kind.PERSON)])
    assert [one.name for one in match.actors] == ["Ada Eva Brandt"]


class CountedComparisons:
    """In place of ``rapidfuzz.process``: counts how many names a name is compared with."""

    def __init__(self) -> None:
        self.count = 0

    def extract(self, query: str, choices: Sequence[str], **options: Any) -> list[tuple[str, float, int]]:
        self.count += len(choices)
        return process.extract(query, choices, **options)


def test_few_names_of_a_long_watchlist_are_compared_with_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = CountedComparisons()
    monkeypatch.setattr(similar_spellings, "process", counted)
    actors = [actor(f"Wex{n % 977} Zatronovic{_letters(n)}", Kind.PERSON) for n in range(2_000)]
    unknown = [Watched(f"Quill{n} Marrowby{_letters(n)}") for n in range(1_000)]
    slips = [Watched(f"Wex{n % 977} Zatronovix{_letters(n)}") for n in range(100)]
    found = match_names([*unknown, *slips], actors)
    assert [match.is_loose for match in found] == [False] * 1_000 + [True] * 100
    assert [match.actors[0].name for match in found[1_000:]] == [one.name for one in actors[:100]]
    # 20 unknown names are compared with all names, 100 misspelled words with those that begin or end like them
    assert counted.count < (20 + 2 * 100) * len(actors)


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in f"{number:05}")


_words = st.text("abcd", min_size=5, max_size=8)
_names = st.lists(_words, min_size=1, max_size=3).map(" ".join)


@given(_names, st.data())
def test_a_name_is_found_by_one_slip_in_each_long_word(name: str, data: st.DataObject) -> None:
    slipped = [_slip(word, data) if len(word) >= 6 else word for word in name.split()]
    is_found = name in SpellingIndex([name, "abcdef abcdef", "dcba"]).misspelled(" ".join(slipped))
    assert is_found == all(len(word) >= 6 or word == said for word, said in zip(slipped, name.split(), strict=True))


def _slip(word: str, data: st.DataObject) -> str:
    """The word with a letter left out, put in, put for another or in the wrong place, or as it is."""
    at, letter = data.draw(st.integers(0, len(word) - 1)), data.draw(st.sampled_from("abcd"))
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return data.draw(
        st.sampled_from(
            [
                word,
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                swapped,
            ]
        )
    )
