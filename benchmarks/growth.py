"""How the seconds of a piece of work grow with its text, texts without end to try it on, and how to ask for it."""

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
SIZES = (1_000, 10_000, 100_000, 1_000_000)
LIMIT = 1.2
STEADY = 2.0  # seconds
PATIENCE = 600.0  # seconds: a size that would take longer, growing as it did so far, is not run
Words = list[tuple[str, str, bool]]  # a word, its part-of-speech tag, and whether a space follows


def arguments(description: str | None) -> argparse.Namespace:
    """The options of a benchmark of share and growth: ``articles``, ``rounds``, ``model``, ``only``."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", default=str(SAMPLE))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--only", choices=["share", "growth"])
    return parser.parse_args()


def growth(prepare: Callable[[int], Callable[[], object]], times: int) -> list[float]:
    """The least seconds of what is prepared for each size; ends where the next size would take too long."""
    taken: list[float] = []
    for size in SIZES:
        if len(taken) > 1 and taken[-1] * taken[-1] / taken[-2] > PATIENCE:
            break
        taken.append(least(prepare(size), times))
    return taken


def least(run: Callable[[], object], times: int) -> float:
    """The least seconds of so many times, or of once where that is long enough to be steady."""
    taken = [seconds(run)]
    while len(taken) < times and taken[0] < STEADY:
        taken.append(seconds(run))
    return min(taken)


def judged(name: str, taken: list[float]) -> bool:
    """Print one line of the tagger's table; whether it grows no faster than it may."""
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
    """The labels of a sentence of so many words, all but the first with the same."""
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
