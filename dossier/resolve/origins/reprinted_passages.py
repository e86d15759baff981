"""Sentences that other articles print again, whole or nearly so."""

from collections.abc import Iterator, Sequence

from dossier.resolve.origins.shingles import runs_of, words_of

# Set by hand; no measurement is recorded.
_MIN_WORDS = 8  # shorter sentences may be alike by chance
_WORDS_IN_RUN = 3
_MIN_SHARED_RUNS = 0.8  # share of the shorter sentence's runs
_MAX_SENTENCES_OF_RUN = 4  # sentences with a run that a further one with it is compared with; bounds the cost


def same_passages(sentences: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of indices into ``sentences`` that connect all sentences with the same words, found in linear time."""
    first_with: dict[tuple[str, ...], int] = {}
    sentences_with: dict[str, list[int]] = {}
    runs: dict[int, frozenset[str]] = {}
    for number, sentence in enumerate(sentences):
        words = tuple(words_of(sentence))
        if len(words) < _MIN_WORDS:
            continue
        if first_with.setdefault(words, number) != number:
            yield first_with[words], number
            continue
        runs[number] = frozenset(runs_of(words, _WORDS_IN_RUN))
        for other in sorted({other for run in runs[number] for other in sentences_with.get(run, ())}):
            if _are_copies(runs[number], runs[other]):
                yield other, number
        for run in runs[number]:
            if len(alike := sentences_with.setdefault(run, [])) < _MAX_SENTENCES_OF_RUN:
                alike.append(number)


def _are_copies(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= _MIN_SHARED_RUNS * min(len(one), len(two))
