"""Learn the weights of ``dossier/annotate/dating/likely_day_weights.toml``.

    python scripts/learn_likely_day.py DAYS.tsv ARTICLES.jsonl [ARTICLES.jsonl …] [--meantime FOLDER …] [--folds N]

DAYS.tsv has a line for each event that a reader dated: the article's id, the offset of the trigger in its text, the day
(or WEEK, EARLIER, LATER, NONE where it happened on no day that can be told), and whether the reader is sure (Y, N).
ARTICLES.jsonl are files with these articles, FOLDER is a set of MEANTIME (its odd articles are learned on). Prints the
table of weights, and for articles held out (by folds) how often the likely day is right and how well its chances hold.
Needs scipy (it comes with the dependency group "learn").
"""

import argparse
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from scipy.optimize import minimize, minimize_scalar

from dossier.annotate import nlp
from dossier.annotate.dating.discourse.day_options import DayOption
from dossier.annotate.dating.discourse.likely_days import day_chances, likely_day
from dossier.annotate.dating.event_dates import undated_options
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.parsed import Parsed, parsed
from dossier.model import Article, EventType, Factuality, LikelyDay
from dossier.sources.intake import read
from dossier.text.repair import repaired

Found = TypeVar("Found")
_PENALTY = 2.0
"""The strength of the L2 penalty on each weight; 1 to 5 give the same within the noise."""
_WEIGHT_OF_A_GUESS = 0.5
_LEAST_WEIGHT = 0.1
"""Weights nearer to 0 are left out of the table."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BANDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True)
class Example:
    """An event with the days it may have happened on; ``truth`` is the day it did, None for some other time."""

    group: str
    source: str
    options: tuple[DayOption, ...]
    truth: date | None
    weight: float

    @property
    def right(self) -> int:
        """The index of the right option, the last where the day is none of them."""
        days = [option.day for option in self.options]
        return days.index(self.truth) if self.truth in days else len(days) - 1


def main() -> None:
    """Read, learn, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("days", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--meantime", type=Path, nargs="*", default=[])
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    examples = list(read_examples(options.days, options.articles))
    for folder in options.meantime:
        examples.extend(gold_examples(folder))
    chances, shrinkage = held_out(examples, options.folds)
    print_held_out(examples, chances)
    print(f"# all weights times {shrinkage:.2f}, by which the chances of held-out articles fit best")
    for name, weight in sorted(learned(examples).items()):
        if abs(weight * shrinkage) >= _LEAST_WEIGHT:
            print(row(name, weight * shrinkage))


def row(name: str, weight: float) -> str:
    """A row of the table."""
    return f'  {{ name = "{name}", unit = "log odds", value = {weight:.2f}, source = "learned, see above" }},'


def read_examples(days: Path, files: Sequence[Path]) -> Iterator[Example]:
    """The events that a reader dated."""
    verdicts: dict[str, dict[int, tuple[str, bool]]] = {}
    for line in days.read_text("utf-8").splitlines()[1:]:
        ref, start, day, sure = line.split("\t")
        verdicts.setdefault(ref, {})[int(start)] = day, sure == "Y"
    for article in articles(files):
        dated = verdicts.get(article.ref, {})
        source = article.ref.split("_")[0] if "/" in article.ref else "Wikinews"
        for start, found in options_by_place(article).items() if dated else ():
            if start in dated:
                day, is_sure = dated[start]
                truth = date.fromisoformat(day) if day[:1].isdigit() else None
                weight = 1.0 if is_sure else _WEIGHT_OF_A_GUESS
                yield Example(article.ref, source, found, truth, weight)


def gold_examples(folder: Path, first: int = 0) -> Iterator[Example]:
    """The events of the odd articles of MEANTIME that its annotators dated to the day."""
    times = {row["id"]: row["time"] or row["begin"] for row in json_lines(folder / "instances.jsonl")}
    gold = {row["id"]: row["mentions"] for row in json_lines(folder / "gold.jsonl")}
    for article in list(articles([folder / "articles.jsonl"]))[first::2]:
        found = options_by_place(article)
        for mention in gold[article.ref]:
            time = times.get(mention.get("instance")) if mention["kind"] == "event" else None
            start = next((start for start in found if mention["start"] <= start < mention["end"]), None)
            if time and start is not None:
                truth = date.fromisoformat(time) if _DAY.fullmatch(time) else None
                yield Example(article.ref, f"MEANTIME {folder.name}", found[start], truth, 1.0)


def articles(files: Iterable[Path]) -> Iterator[Article]:
    """The articles of JSONL files."""
    return (found for found in read([str(file) for file in files]) if isinstance(found, Article))


def options_by_place(article: Article) -> dict[int, tuple[DayOption, ...]]:
    """The options of each event of an article whose date is no day, by the offset of its trigger."""
    return by_place(article, undated_options)


def by_place(
    article: Article, read_events: Callable[[Parsed, Mapping[int, tuple[EventType, Factuality]]], Mapping[int, Found]]
) -> dict[int, Found]:
    """What ``read_events`` finds for the events of an article by token index, by the offsets of their triggers."""
    pipeline = nlp.load(DEFAULT_MODEL)
    doc, text = nlp.unparsed(article, repaired(article.text), pipeline)
    doc = pipeline(doc)
    events = {trigger.head: (trigger.type, trigger.factuality) for trigger in doc._.triggers}
    starts = {trigger.head: doc[trigger.start].idx for trigger in doc._.triggers}
    found = read_events(parsed(doc), events)
    return {text.given(starts[i], starts[i] + 1)[0]: one for i, one in found.items()}


def json_lines(file: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def held_out(examples: Sequence[Example], folds: int) -> tuple[list[list[float]], float]:
    """The chances of the options of each example, by weights learned without the articles of its fold.

    Also the number by which these weights are multiplied, so that the chances are as likely as they can be.
    """
    groups = {group: i % folds for i, group in enumerate(sorted({one.group for one in examples}))}
    weights = [learned([one for one in examples if groups[one.group] != fold]) for fold in range(folds)]

    def chances(times: float) -> list[list[float]]:
        scaled = [{name: times * weight for name, weight in of_fold.items()} for of_fold in weights]
        return [day_chances(one.options, scaled[groups[one.group]]) for one in examples]

    def loss(times: float) -> float:
        return -sum(log(of_one[one.right]) for one, of_one in zip(examples, chances(times), strict=True))

    best = float(minimize_scalar(loss, bounds=(0.5, 1.5), method="bounded").x)
    return chances(best), best


def print_held_out(examples: Sequence[Example], chances: Sequence[Sequence[float]]) -> None:
    """How often the likely day of articles that were not learned on is right, and how well its chances hold."""
    found = [(one, likely_day(one.options, of_one)) for one, of_one in zip(examples, chances, strict=True)]
    dated = [(one, day) for one, day in found if day]
    for source in (*sorted({one.source for one in examples}), None):
        of = [(one, day) for one, day in dated if source in (None, one.source)]
        print(f"# {source or 'all'}: {len(of)} events; right {share(is_right(one, day) for one, day in of)}", end="; ")
        print(f"within a day {share(is_near(one, day) for one, day in of)}", end="; ")
        print(f"published {share(one.truth == published(one) for one, _ in of)}", end="; ")
        about = [(one, day) for one, day in of if day.chance_within_a_day >= 0.8]
        print(f"about: {len(about)}, within a day {share(is_near(one, day) for one, day in about)}")
    for low, high in pairwise(_BANDS):
        print_band("day", low, high, [(day.chance, is_right(one, day)) for one, day in dated])
        print_band("within a day", low, high, [(day.chance_within_a_day, is_near(one, day)) for one, day in dated])


def print_band(name: str, low: float, high: float, found: Iterable[tuple[float, bool]]) -> None:
    """The mean of the chances from ``low`` up to ``high``, and how many of them came true."""
    band = [(chance, came) for chance, came in found if low <= chance < high]
    if band:
        said = 100 * sum(chance for chance, _ in band) / len(band)
        print(
            f"# {name} {low:.1f}-{high:.1f}: {len(band)} events, said {said:.1f}, is {share(came for _, came in band)}"
        )


def published(one: Example) -> date | None:
    """The day of the report."""
    return next((option.day for option in one.options if "report.always" in option.signals), None)


def is_right(one: Example, day: LikelyDay) -> bool:
    """Whether it happened on that day."""
    return one.truth == day.day


def is_near(one: Example, day: LikelyDay) -> bool:
    """Whether it happened on that day or one beside it."""
    return one.truth is not None and abs((one.truth - day.day).days) <= 1


def share(found: Iterable[bool]) -> str:
    """The share of what is true, in per cent."""
    listed = list(found)
    return f"{100 * sum(listed) / len(listed):.1f}" if listed else "-"


def learned(examples: Sequence[Example]) -> dict[str, float]:
    """The weights under which the right options are likeliest, by signal: a conditional logit with an L2 penalty."""
    names = sorted({name for one in examples for option in one.options for name in option.signals})
    column = {name: i for i, name in enumerate(names)}
    rows, starts, right = [], [0], []
    for one in examples:
        right.append(len(rows) + one.right)
        rows.extend(one.options)
        starts.append(len(rows))
    matrix = np.zeros((len(rows), len(names)))
    for row, option in zip(matrix, rows, strict=True):
        row[[column[name] for name in option.signals]] = 1
    first = np.array(starts[:-1])
    owner = np.repeat(np.arange(len(examples)), np.diff(starts))
    importance = np.array([one.weight for one in examples])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, first)[owner]
        shares = np.exp(scores)
        shares /= np.add.reduceat(shares, first)[owner]
        off = shares * importance[owner]
        off[right] -= importance
        fit = -(np.log(shares[right]) * importance).sum()
        return fit + _PENALTY / 2 * (weights @ weights), matrix.T @ off + _PENALTY * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: float(weight) for name, weight in zip(names, found.x, strict=True)}
