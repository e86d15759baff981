"""What is counted from pass to pass is what counting from nothing gives."""

import pytest

from dossier.memo import NO_MEMO, Memo

A, B, C = frozenset("ab"), frozenset("bc"), frozenset("c")


@pytest.mark.parametrize(
    "passes",
    [
        [{"one": A}, {"one": A, "two": B}],
        [{"one": A, "two": B}, {"two": B}],
        [{"one": A, "two": B}, {"one": B, "two": B}],
        [{"one": A, "two": B}, {"one": B, "two": A}, {}],
        [{"one": C}, {}, {"one": C, "two": C}],
    ],
)
def test_counts_follow_what_changed(passes: list[dict[str, frozenset[str]]]) -> None:
    memo = Memo()
    for parts in passes:
        assert memo.count("letters", parts) == NO_MEMO.count("letters", parts)
        memo.next_pass()
