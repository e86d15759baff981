"""Measure how the cost of parts that need no parse grows with their input: looking up names, and ordering events.

    python benchmarks/linear.py [--only names|order]

names: a watchlist of 1,100 names, most of them unknown, looked up among 2,000 to 20,000 actors. order: 2,000 to 20,000
events in a chain, in a circle, all before one, and apart. Exits with 1 when ten times the input costs more than 10^1.3
times the seconds.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from curve import exponents, seconds

from dossier.annotate.ontology import ontology
from dossier.model import (
    CERTAIN,
    Actor,
    Basis,
    Citation,
    Dating,
    Event,
    Evidence,
    Kind,
    Published,
    Quote,
    Relation,
    RelationType,
    Span,
    Watched,
    When,
    Witness,
)
from dossier.pipeline.references.name_matching import match_names
from dossier.timeline import Chronology, Listing

LIMIT = 1.3
"""The greatest exponent. Linear work with a sort has about 1.1; set by hand above what noise adds to that."""
COUNTS = (2_000, 20_000)
SHAPES = ("chain", "circle", "star", "apart")
ORIGIN = date(2019, 1, 1)
QUOTE = Quote(Span(0, 4), "left")


def main() -> None:
    """Print a table for each part; exit with 1 when the cost of a part grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=["names", "order"])
    only = parser.parse_args().only
    is_sound = True
    if only in (None, "names"):
        is_sound &= report("actors and", COUNTS, {"a watchlist": watchlist})
    if only in (None, "order"):
        is_sound &= report("events in a", COUNTS, {shape: partial(events_in_order, shape) for shape in SHAPES})
    sys.exit(0 if is_sound else 1)


def report(title: str, sizes: Sequence[int], makers: dict[str, Callable[[int], Callable[[], object]]]) -> bool:
    """Print the seconds of each row by size, and the exponents; whether the last ones are within the limit."""
    print(f"{title:<16}" + "".join(f"{size:>12,}" for size in sizes) + "  exponents")
    is_sound = True
    for name, make in makers.items():
        taken = [max(seconds(make(size)), 1e-4) for size in sizes]
        grown = exponents(sizes, taken)
        is_fast = grown[-1] <= LIMIT
        is_sound &= is_fast
        cells = "".join(f"{one:>12.4f}" for one in taken)
        verdict = "" if is_fast else "  GROWS TOO FAST"
        print(f"{name:<16}{cells}  {' '.join(f'{one:.2f}' for one in grown)}{verdict}")
    return is_sound


def watchlist(size: int) -> Callable[[], object]:
    """A function that looks up 1,000 unknown names and 100 misspelled ones among ``size`` actors."""
    actors = [person(f"Wex{n % 977} Zatronovic{letters(n)}") for n in range(size)]
    unknown = [Watched(f"Quill{n} Marrowby{letters(n)}") for n in range(1_000)]
    misspelled = [Watched(f"Wex{n % 977} Zatronovix{letters(n)}") for n in range(100)]
    return partial(match_names, [*unknown, *misspelled], actors)


def person(name: str) -> Actor:
    """An actor of that name."""
    return Actor(id=name, name=name, kind=Kind.PERSON, members=(("a", name),), mentions=1)


def letters(number: int) -> str:
    """The number in letters, so that it counts as part of a word: 00012 is "aaabc"."""
    return "".join(chr(97 + int(digit)) for digit in f"{number:05}")


def events_in_order(shape: str, size: int) -> Callable[[], object]:
    """A function that makes a timeline of ``size`` events, a third of them dated, whose relations have the shape."""
    events = [event(n) for n in range(size)]
    later = {"chain": events[1:], "circle": [*events[1:], events[0]], "star": [events[-1]] * (size - 1)}
    pairs = zip(events, later.get(shape, []), strict=False)
    relations = [Relation(one.id, other.id, RelationType.BEFORE, (witness(),)) for one, other in pairs]
    cited = {"a": Citation("a", "a.txt", "0" * 64, published=Published.given("2020"))}

    def run() -> object:
        return Chronology(events, ontology().types, relations).timeline(
            person("Ada"), Listing(tuple(events)), cited, None
        )

    return run


def event(number: int) -> Event:
    """An event with one mention; every third number has a day, and each ten numbers have the same day."""
    day = (ORIGIN + timedelta(number // 10)).isoformat()
    dating = Dating(When.parse(day), Basis.EXPLICIT) if number % 3 == 0 else Dating()
    evidence = Evidence(article="a", trigger=QUOTE, quote=QUOTE, dating=dating, factuality=CERTAIN)
    return Event(
        id=f"{number:05}",
        type="movement",
        summary="left",
        dating=dating,
        factuality=CERTAIN,
        evidence=(evidence,),
    )


def witness() -> Witness:
    """A sentence that gives a relation."""
    return Witness(article="a", quote=QUOTE, source=QUOTE, target=QUOTE, cue=Quote(Span(0, 1), "l"))


if __name__ == "__main__":
    main()
