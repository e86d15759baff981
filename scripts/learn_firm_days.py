"""Learn the weights of ``dossier/annotate/dating/firm_day_weights.toml``.

    python scripts/learn_firm_days.py VERDICTS.tsv ARTICLES.jsonl [ARTICLES.jsonl …]

VERDICTS.tsv has a line for each event whose day a reader judged: the article's id, the offset of the trigger, FIRM or
ABOUT, the day, and whether it is right (R, W, or ? where no reader can tell; these are left out). ARTICLES.jsonl are
files with these articles. Prints, for articles held out by ten folds, how many days are right when the least sure ones
are told as "about", and then the table. Needs scikit-learn (it comes with the dependency group "learn").
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from learn_likely_day import articles, by_place, row
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from dossier.annotate.dating.event_dates import link_signals

_STRENGTH = 0.1
"""The inverse of the L2 penalty; 0.05 to 0.2 give the same within the noise."""
_LEAST_WEIGHT = 0.03
"""Weights nearer to 0 are left out of the table."""
_LEAST_EVENTS = 8
"""Signals of fewer events are not learned."""


@dataclass(frozen=True)
class JudgedDay:
    """The signals of an event with a day, and whether a reader found the day right."""

    article: str
    signals: tuple[str, ...]
    is_right: bool


def main() -> None:
    """Read, learn, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verdicts", type=Path)
    parser.add_argument("articles", type=Path, nargs="+")
    options = parser.parse_args()
    days = list(judged_days(options.verdicts, options.articles))
    names = sorted({name for day in days for name in day.signals})
    names = [name for name in names if sum(name in day.signals for day in days) >= _LEAST_EVENTS]
    matrix = np.array([[name in day.signals for name in names] for day in days], float)
    right = np.array([day.is_right for day in days])
    model = LogisticRegression(C=_STRENGTH, fit_intercept=True, max_iter=2000)
    folds = GroupKFold(10).split(matrix, right, [day.article for day in days])
    print_held_out(right, cross_val_predict(model, matrix, right, cv=list(folds), method="predict_proba")[:, 1])
    model.fit(matrix, right)
    weights = dict(zip(names, model.coef_[0], strict=True))
    weights["always"] = weights.get("always", 0.0) + model.intercept_[0]
    for name, weight in sorted(weights.items()):
        if abs(weight) >= _LEAST_WEIGHT:
            print(row(name, float(weight)))


def print_held_out(right: np.ndarray, chances: np.ndarray) -> None:
    """The share of right days among the firm ones, by the least chance of a firm day."""
    for least in (0.0, 0.8, 0.85, 0.88, 0.9, 0.91, 0.92, 0.94):
        firm = chances >= least
        print(f"# from {least:.2f}: {firm.sum()} of {len(right)} days firm, right {100 * right[firm].mean():.1f}")


def judged_days(verdicts: Path, files: Sequence[Path]) -> Iterator[JudgedDay]:
    """The events whose day a reader judged right or wrong."""
    judged: dict[str, dict[int, str]] = {}
    for line in verdicts.read_text("utf-8").splitlines()[1:]:
        ref, start, kind, _, verdict, *_ = line.split("\t")
        if kind == "FIRM" and verdict in ("R", "W"):
            judged.setdefault(ref, {})[int(start)] = verdict
    for article in articles(files):
        known = judged.get(article.ref, {})
        for start, signals in by_place(article, link_signals).items() if known else ():
            if start in known:
                yield JudgedDay(article.ref, signals, known[start] == "R")


if __name__ == "__main__":
    main()
