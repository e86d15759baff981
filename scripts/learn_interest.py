"""Learn the weights of ``dossier/timeline/importance/interest_weights.toml`` from readers' verdicts.

    python scripts/learn_interest.py VERDICTS.tsv BUILD [BUILD …]

VERDICTS.tsv has a line for each judged entry: the article's ref, the offset of the trigger in its text, the name of the
dossier's entity, and the verdicts true (T, P, F), english (Y, N) and worth (Y, N). BUILD is a folder that ``dossier
build`` wrote of those articles. An entry counts as wanted where it is T, Y and Y. Needs scikit-learn (the dependency
group "learn"). Prints the table, and what five-fold cross-validation by article says of each threshold, of plain and
of grave events: how many entries stay, how many of those are wanted, and how many of the wanted stay.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from dossier.annotate.ontology import ontology
from dossier.codec import decode_timeline
from dossier.timeline.importance.interest import LEAST_INTEREST, LEAST_INTEREST_IF_GRAVE, least_interest
from dossier.timeline.importance.interest_signals import signals

_STRENGTH = 0.5  # of the regularisation, the inverse of its weight: few verdicts, many signals
_FOLDS = 5


def main() -> None:
    """Print the weights and how well they do on articles that they were not learned on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verdicts", type=Path)
    parser.add_argument("builds", type=Path, nargs="+")
    options = parser.parse_args()
    names, rows, least, wanted, articles = examples(verdicts(options.verdicts), options.builds)
    model = LogisticRegression(C=_STRENGTH, max_iter=1000)
    held = cross_val_predict(model, rows, wanted, groups=articles, cv=GroupKFold(_FOLDS), method="predict_proba")[:, 1]
    model.fit(rows, wanted)
    print(f"# {len(wanted)} verdicts of {len(set(articles))} articles, {int(sum(wanted))} wanted")
    for what, of in (("plain", LEAST_INTEREST), ("grave", LEAST_INTEREST_IF_GRAVE)):
        print_thresholds(what, held[least == of], wanted[least == of])
    kept = held >= least
    found = wanted[kept].sum() / wanted.sum()
    print(f"# as it is: {kept.sum()} kept, {share(wanted[kept])} wanted, {found:.0%} of the wanted")
    print(row("base", model.intercept_[0]))
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(row(name, weight))


def print_thresholds(what: str, chances: np.ndarray, wanted: np.ndarray) -> None:
    """What each threshold keeps of events whose ``chances`` to be wanted were predicted."""
    for least in np.arange(0.1, 0.95, 0.05):
        kept = chances >= least
        found = wanted[kept].sum() / wanted.sum()
        print(f"# {what} at {least:.2f}: {kept.sum()} kept, {share(wanted[kept])} wanted, {found:.0%} of the wanted")


def share(wanted: np.ndarray) -> str:
    """The share of those wanted, in words."""
    return f"{wanted.mean():.0%}" if wanted.size else "none"


def row(name: str, weight: float) -> str:
    """A row of the table."""
    return f'  {{ name = "{name}", unit = "log odds", value = {weight:.2f}, source = "learned" }},'


def verdicts(file: Path) -> dict[tuple[str, int, str], bool]:
    """Whether each judged entry is wanted, by ref, offset and entity."""
    lines = (line.split("\t") for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(ref, int(start), entity): found[:3] == ["T", "Y", "Y"] for ref, start, entity, *found in lines}


def examples(judged: dict[tuple[str, int, str], bool], builds: list[Path]) -> tuple:
    """The names of the signals, and of each judged event their values, its threshold, the verdict and the article."""
    types = ontology("").types
    found: dict[tuple[str, int, str], tuple[Mapping[str, float], float]] = {}
    for file in (path for build in builds for path in sorted(build.rglob("timeline.json"))):
        timeline, _ = decode_timeline(file.read_bytes())
        if timeline.actor is None:
            continue
        for event in timeline.all_events:
            for piece in event.evidence[:1]:
                ref = timeline.articles[piece.article].ref.rsplit("#", 1)[-1]
                key = ref, piece.trigger.span.start, timeline.actor.name
                if key in judged:
                    values = signals(event, timeline.actor, timeline.articles, types)
                    found[key] = values, least_interest(event, timeline.actor, types)
    keys = sorted(found)
    names = list(found[keys[0]][0])
    rows = np.array([[found[key][0][name] for name in names] for key in keys])
    least = np.array([found[key][1] for key in keys])
    return names, rows, least, np.array([judged[key] for key in keys]), [ref for ref, _, _ in keys]


if __name__ == "__main__":
    main()
