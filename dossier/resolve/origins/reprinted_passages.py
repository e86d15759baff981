"""Sentences that are printed again in other articles, whole or nearly so."""

from collections.abc import Iterator, Sequence

from dossier.resolve.origins.shingles import runs_of, words_of

_LEAST = 8  # words: shorter sentences may be alike by chance
_RUN = 3  # words
_COPIED = 0.8  # of the shorter sentence's runs
_HOLDERS = 4  # sentences with one run that the next with it is compared with


def same_passages(sentences: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``sentences`` that tie together all that print the same words, in linear time."""
    first: dict[tuple[str, ...], int] = {}
    holders: dict[str, list[int]] = {}
    runs: dict[int, frozenset[str]] = {}
    for number, sentence in enumerate(sentences):
        words = tuple(words_of(sentence))
        if len(words) < _LEAST:
            continue
        if first.setdefault(words, number) != number:
            yield first[words], number
            continue
        runs[number] = frozenset(runs_of(words, _RUN))
        for other in sorted({other for run in runs[number] for other in holders.get(run, ())}):
            if _are_copies(runs[number], runs[other]):
                yield other, number
        for run in runs[number]:
            if len(alike := holders.setdefault(run, [])) < _HOLDERS:
                alike.append(number)


def _are_copies(one: frozenset[str], two: frozenset[str]) -> bool:
    return len(one & two) >= _COPIED * min(len(one), len(two))
