"""What the benchmarks of growth share: their options, Docs of any length, and the judgement on the seconds."""

import argparse
from collections.abc import Callable
from pathlib import Path

from curve import exponents, seconds
from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.model import When

SAMPLE = Path(__file__).parents[1] / "seeds" / "articles"
PUBLISHED = When.parse("2025-03-14")
SIZES = (1_000, 10_000, 100_000, 1_000_000)  # characters
LIMIT = 1.2
"""The greatest exponent from the last size but one to the last; 1 is linear. Set by hand above what noise adds."""
STEADY = 2.0  # seconds: a longer run is measured once
PATIENCE = 600.0  # seconds: a size that would take longer, growing as it did so far, is not run
Words = list[tuple[str, str, bool]]  # a word, its part-of-speech tag, and whether a space follows


def arguments(description: str | None) -> argparse.Namespace:
    """The command-line options of a benchmark of share and growth."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", default=str(SAMPLE))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--only", choices=["share", "growth"])
    return parser.parse_args()


def growth(prepare: Callable[[int], Callable[[], object]], times: int) -> list[float]:
    """For each size the least seconds of what is prepared for it; ends where the next size would take too long."""
    taken: list[float] = []
    for size in SIZES:
        if len(taken) > 1 and taken[-1] * taken[-1] / taken[-2] > PATIENCE:
            break
        taken.append(least_seconds(prepare(size), times))
    return taken


def least_seconds(run: Callable[[], object], times: int) -> float:
    """The least seconds of ``times`` runs, or those of one run when it takes ``STEADY`` seconds or more."""
    taken = [seconds(run)]
    while len(taken) < times and taken[0] < STEADY:
        taken.append(seconds(run))
    return min(taken)


def judged(name: str, taken: list[float]) -> bool:
    """Print the line of one shape in the table of seconds; whether the last exponent is within ``LIMIT``.

    False also when a size was left out because it would have taken too long.
    """
    grown = exponents(SIZES, taken)
    sound = len(taken) == len(SIZES) and grown[-1] <= LIMIT
    print(f"{line(name, taken)}  {' '.join(f'{one:5.2f}' for one in grown)}{'' if sound else '  GROWS TOO FAST'}")
    return sound


def line(name: str, taken: list[float]) -> str:
    """The seconds of one shape, with a dash for a size that would have taken too long."""
    cells = [f"{one:.4f}" for one in taken] + ["-"] * (len(SIZES) - len(taken))
    return f"{name:<20}" + "".join(f"{cell:>11}" for cell in cells)


def chained(pipeline: Language, words: Words, dep: str = "conj") -> Doc:
    """A Doc of one sentence, each token the child of the one before."""
    return tree(pipeline, words, [max(index - 1, 0) for index in range(len(words))], dependents(dep, len(words)))


def dependents(dep: str, length: int) -> list[str]:
    """The dependency labels of a sentence of ``length`` words: ROOT, then the same for all others."""
    return ["ROOT"] + [dep] * (length - 1)


def tree(pipeline: Language, words: Words, heads: list[int], deps: list[str]) -> Doc:
    """A Doc of one sentence with those heads and labels."""
    texts, tags, spaces = zip(*words, strict=True)
    pos = ["VERB" if tag == "VBD" else "PRON" if tag == "PRP" else "X" for tag in tags]
    return dated(Doc(pipeline.vocab, words=texts, spaces=spaces, tags=tags, pos=pos, heads=heads, deps=deps))


def dated(doc: Doc) -> Doc:
    """The Doc with a publication date."""
    doc._.published = PUBLISHED
    return doc
