"""Sentences that other articles print again, whole or nearly so."""

from collections.abc import Iterator, Sequence

from dossier.resolve.origins.shingles import runs_of, words_of

_MIN_SENTENCE_WORDS = 8
"""Set by hand: shorter sentences may be alike by chance."""
_SENTENCE_RUN_WORDS = 3
"""Words in a run. Set by hand; no measurement is recorded."""
_MIN_SHARED_SENTENCE_RUNS = 0.8
"""Share of the shorter sentence's runs. Set by hand; no measurement is recorded."""
_MAX_SENTENCES_OF_RUN = 4
"""Sentences with a run, with which a further sentence with it is compared. Set by hand: bounds the cost."""


def same_passages(sentences: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of indices into ``sentences`` that connect all sentences with the same words, found in linear time."""
    first_with: dict[tuple[str, ...], int] = {}
    sentences_with: dict[str, list[int]] = {}
    runs: dict[int, frozenset[str]] = {}
    for number, sentence in enumerate(sentences):
        words = tuple(words_of(sentence))
        if len(words) < _MIN_SENTENCE_WORDS:
            continue
        if first_with.setdefault(words, number) != number:
            yield first_with[words], number
            continue
        runs[number] = frozenset(runs_of(words, _SENTENCE_RUN_WORDS))
        for other in sorted({other for run in runs[number] for other in sentences_with.get(run, ())}):
            if _are_copies(runs[number], runs[other]):
                yield other, number
        for run in runs[number]:
            if len(alike := sentences_with.setdefault(run, [])) < _MAX_SENTENCES_OF_RUN:
                alike.append(number)


def _are_copies(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= _MIN_SHARED_SENTENCE_RUNS * min(len(one), len(two))
