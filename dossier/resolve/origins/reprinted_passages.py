"""Sentences that other articles print again, whole or nearly so."""

from collections.abc import Iterator, Sequence

from dossier.resolve.origins.shingles import runs_of, words_of

_MIN_SENTENCE_WORDS = 8
"""Words of the shortest sentence that is compared. Set by hand: shorter ones may be alike by chance."""
_SENTENCE_RUN_WORDS = 3
"""Words in a run. Set by hand; no measurement is recorded."""
_MIN_SHARED_SENTENCE_RUNS = 0.8
"""Least share of the shorter sentence's runs that both have. Set by hand; no measurement is recorded."""
_MAX_SENTENCES_OF_RUN = 4
"""Earlier sentences with one run that a sentence with it is compared with. Set by hand: bounds the cost."""


def same_passages(sentences: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of indices into ``sentences``, each of two with the same or nearly the same words, found in linear time.

    Of several equal sentences each is paired with the first only. Short sentences are in no pair.
    """
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
