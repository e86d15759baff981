"""A rule is tried at each letter with which a match of it can begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.annotate.timex.rules.first_letters import first_letters

LETTERS = "abcd"

LETTER_SETS = some.text(LETTERS, min_size=1, max_size=3).map("[{}]".format)
PATTERNS = some.recursive(
    LETTER_SETS,
    lambda inner: some.one_of(
        some.lists(inner, min_size=2, max_size=3).map("".join),
        some.lists(inner, min_size=2, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        inner.map("(?:{})?".format),
        inner.map(lambda one: f"(?:{one}){{0,2}}"),
        inner.map(lambda one: f"(?:{one}){{1,2}}"),
        inner.map("(?={})".format),
        inner.map("(?!{})".format),
        LETTER_SETS.map("(?<={})".format),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("[ab][c]", "ab"),
        ("[a]?[b]", "ab"),
        ("(?:[a]|[b][c])?(?P<name>[d])", "abd"),
        ("[a]{0,4}[b]", "ab"),
        ("[a]{1,2}[b]", "a"),
        ("(?P<here>)[b]", "b"),
        ("(?=[a])[b]", "b"),
        ("(?<=[a][c])[b](?![d])", "b"),
    ],
)
def test_first_letters(pattern: str, expected: str) -> None:
    assert first_letters(pattern) == set(expected)


@given(PATTERNS, some.text(LETTERS, max_size=5), some.integers(0, 5))
def test_a_match_begins_with_one_of_them(pattern: str, text: str, place: int) -> None:
    match = re.compile(pattern).match(text, place)
    assert not match or not match[0] or match[0][0] in first_letters(pattern)


def test_an_unknown_operator_is_an_error() -> None:
    with pytest.raises(ValueError, match="no rule uses"):
        first_letters("[a]*[b]")
