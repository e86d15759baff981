"""Learn the weights of ``dossier/timeline/importance/importance_weights.toml`` from timelines that journalists made.

    python scripts/learn_importance.py STORE:GOLD [STORE:GOLD …]

STORE is a store of ``dossier build`` with the articles of one affair, GOLD a file of JSON lines, each an object with
``timeline``: pairs of a day and its sentences. An event counts as told there where a sentence of its day, or of the
next day on either side, has the words of its line. What lies behind the last day of a timeline is left out. Needs
scikit-learn (the dependency group "learn"). Prints the table, and for each affair the average precision of the order by
weights learned on the others, beside that by the importance that the installed weights give.
"""

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score

from dossier.annotate.ontology import ontology
from dossier.model import Event
from dossier.pipeline.cases.resolved_case import resolve_case
from dossier.store import Store
from dossier.timeline.importance.importance_signals import ImportanceSignals

_STRENGTH = 0.3  # of the regularisation, the inverse of its weight
_EXAMPLES = 1000
"""What the events of an affair count together."""
_LIKE, _DOUBTFUL = 0.25, (0.2, 0.3)
"""Least similarity of a line and a sentence that tell one thing, and the range within which that is in doubt."""
_WEIGHT_IN_DOUBT = 0.4
_DAYS_TO_REPORT = 4
"""Days from an event without a day to its report."""
_STEM = 6
_LEAST_SHARED = 3
_NEVER_NEGATIVE = frozenset("type sources articles lead dated busy_day actors topic echoes names superlative".split())
_NEVER_POSITIVE = frozenset("remark uncertain negative not_actual history quoted".split())
_HELD = {
    "type": 1.0,
    "remark": -0.5,
    "sources": 3.0,
    "articles": 0.4,
    "uncertain": -0.5,
    "negative": -0.5,
    "not_actual": -1.0,
}
"""Added to what is learned, by hand: two affairs say little of how grave a type of event is in others, one outlet's
articles share few events, and what happened is more than what was said or is not sure."""
_MOST = {"topic": 3.0}
"""Greatest weights, by hand: what is told is found by words, so words of the topic speak too well for a line. On an
affair that was not learned on, less is better."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_FURNITURE = re.compile(r"^Dow Jones Industrial Average:|^\([^)]*\)$")


@dataclass(frozen=True)
class Affair:
    """The events of an affair: their signals, whether each is told, how sure that is, and the importance of each."""

    name: str
    rows: np.ndarray
    told: np.ndarray
    sureness: np.ndarray
    importance: np.ndarray


def main() -> None:
    """Print the weights and how well they do on affairs that they were not learned on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("affairs", nargs="+", metavar="STORE:GOLD")
    names: list[str] = []
    affairs = []
    for pair in parser.parse_args().affairs:
        store, gold = map(Path, pair.split(":"))
        names, affair = read_affair(store, gold)
        affairs.append(affair)
    for held in affairs:
        others = [affair for affair in affairs if affair is not held]
        if others:
            weights, _ = learn(names, others)
            print_precision(held, held.rows @ weights)
    weights, base = learn(names, affairs)
    print(row("base", base))
    for name, weight in zip(names, weights, strict=True):
        print(row(name, weight))


def print_precision(affair: Affair, scores: np.ndarray) -> None:
    """The average precision, and the precision at 50 and 200, of an order of events by scores and as it is."""
    for what, order in (("learned on others", scores), ("as it is", affair.importance)):
        best = np.argsort(-order, kind="stable")
        precision = average_precision_score(affair.told, order)
        at = ", ".join(f"{affair.told[best[:n]].mean():.0%} of the first {n}" for n in (50, 200))
        print(f"# {affair.name}: {len(best)} events, {int(affair.told.sum())} told; {what} {precision:.1%}, {at}")


def row(name: str, weight: float) -> str:
    """A row of the table."""
    return f'  {{ name = "{name}", unit = "log odds", value = {weight:.2f}, source = "learned" }},'


def learn(names: Sequence[str], affairs: Sequence[Affair]) -> tuple[np.ndarray, float]:
    """The weights of the signals and the base: a logistic regression with signs that are known.

    Each affair counts as much as another, and what is told in it as much as what is not.
    """
    rows = np.vstack([affair.rows for affair in affairs])
    told = np.concatenate([affair.told for affair in affairs])
    sureness = np.concatenate([affair.sureness * evenly(affair.told) for affair in affairs])
    scale = rows.std(axis=0) + 1e-9
    scaled = rows / scale

    def loss(found: np.ndarray) -> tuple[float, np.ndarray]:
        scores = scaled @ found[:-1] + found[-1]
        cost = sureness @ (np.logaddexp(0, scores) - told * scores) + (found[:-1] ** 2).sum() / (2 * _STRENGTH)
        rest = sureness * (1 / (1 + np.exp(-scores)) - told)
        return cost, np.append(scaled.T @ rest + found[:-1] / _STRENGTH, rest.sum())

    bounds = [limits(name, size) for name, size in zip(names, scale, strict=True)]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B").x
    return found[:-1] / scale + [_HELD.get(name, 0) for name in names], found[-1]


def limits(name: str, size: float) -> tuple[float | None, float | None]:
    """The least and the greatest weight of a signal that is divided by ``size``."""
    least = 0.0 if name in _NEVER_NEGATIVE else None
    if name in _NEVER_POSITIVE:
        return least, 0.0
    return least, _MOST[name] * size if name in _MOST else None


def evenly(told: np.ndarray) -> np.ndarray:
    """Weights with which the events that are told count as much as all others."""
    return _EXAMPLES / 2 / np.where(told, told.sum(), (1 - told).sum())


def read_affair(path: Path, gold: Path) -> tuple[list[str], Affair]:
    """The names of the signals, and the affair whose articles the store has and whose timelines ``gold``."""
    with Store(path) as store:
        case = resolve_case(store, store.last_run(), (), {})
    events = [event for event in case.events if event.summary]
    signals = ImportanceSignals(events, case.contents.citations, ontology("").types)
    lines = (json.loads(line) for line in gold.read_text("utf-8").splitlines())
    told = [(date.fromisoformat(on), text) for line in lines for on, texts in line["timeline"] for text in texts]
    published = {key: cited.published.when.latest for key, cited in case.contents.citations.items()}
    last = max(on for on, _ in told)
    matcher = Matcher(events, [(on, text) for on, text in told if not _FURNITURE.match(text)], published)
    kept = [event for event in events if (event.day or min(matcher.reports(event))) <= last]
    likeness = np.array([matcher.likeness(event) for event in kept])
    values = [signals.of(event) for event in kept]
    doubt = (likeness >= _DOUBTFUL[0]) & (likeness < _DOUBTFUL[1])
    return list(values[0]), Affair(
        gold.parent.name,
        np.array([list(one.values()) for one in values]),
        (likeness >= _LIKE).astype(float),
        np.where(doubt, _WEIGHT_IN_DOUBT, 1.0),
        np.array([event.importance for event in kept]),
    )


class Matcher:
    """Compares events with the sentences of timelines by their words, a rare one counting more."""

    def __init__(
        self, events: Iterable[Event], told: Iterable[tuple[date, str]], published: Mapping[str, date]
    ) -> None:
        self._published = published
        by_article: dict[str, set[str]] = {}
        for event in events:
            for piece in event.evidence:
                by_article.setdefault(piece.article, set()).update(stems(event.summary))
        self._articles = len(by_article)
        self._counts = Counter(stem for found in by_article.values() for stem in found)
        self._told = [(on, self._vector(text)) for on, text in told]

    def reports(self, event: Event) -> list[date]:
        """The days on which it was reported."""
        return [self._published[piece.article] for piece in event.evidence]

    def likeness(self, event: Event) -> float:
        """From 0 to 1: the cosine with the sentence that is most alike, or the share of that which the line has."""
        line = self._vector(event.summary)
        near = (sentence for on, sentence in self._told if self._may_be_on(event, on))
        return max((alike(line, sentence) for sentence in near), default=0.0)

    def _may_be_on(self, event: Event, on: date) -> bool:
        own, when = event.day, event.dating.when
        if own:
            return abs((own - on).days) <= 1
        if when and not ((when.earliest or on) <= on <= (when.latest or on)):
            return False
        return any(-1 <= (report - on).days <= _DAYS_TO_REPORT for report in self.reports(event))

    def _vector(self, text: str) -> Mapping[str, float]:
        return {stem: math.log(1 + self._articles / (1 + self._counts[stem])) for stem in stems(text)}


def alike(line: Mapping[str, float], sentence: Mapping[str, float]) -> float:
    """The cosine of two weighed bags of words; at least 0.7 times the share of the sentence that the line has."""
    both = line.keys() & sentence.keys()
    shared = math.fsum(line[stem] ** 2 for stem in both)
    whole = math.fsum(value**2 for value in sentence.values()) or 1.0
    own = math.fsum(value**2 for value in line.values()) or 1.0
    cover = 0.7 * shared / whole if len(both) >= _LEAST_SHARED else 0.0
    return max(shared / math.sqrt(own * whole), cover)


def stems(text: str) -> set[str]:
    """The beginnings of the words of a text."""
    return {word.casefold()[:_STEM] for word in _WORD.findall(text)}


if __name__ == "__main__":
    main()
