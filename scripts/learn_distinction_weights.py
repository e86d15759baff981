"""Learn the weights of ``resolve/events/shared/distinction_weights.toml`` from what readers said is one happening.

    python scripts/learn_distinction_weights.py benchmarks/verdicts/same_event.tsv STORE ... [--strict BITS] [--wrong]

Each STORE is that of a ``dossier build`` of articles that the readers read. The pairs of mentions with one trigger are
one event or two by the readers. A logistic regression learns from them how much each kind of distinction says, and
how much all other evidence does. ``--strict`` is added to the odds that a merge needs. Prints the rows of the table,
then how many of the pairs that would merge are right, by weights learned on all other batches of articles; ``--wrong``
also prints those that are not. Needs scikit-learn (the dependency group "learn").
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from pathlib import Path

import numpy as np
from learn_affair_weights import evidence
from run_mentions import read
from sklearn.linear_model import LogisticRegression

from dossier.model import Kind
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.apart.coreference_filter import can_be_one
from dossier.resolve.events.clustering.event_comparison import Comparison
from dossier.resolve.events.features.mention_features import FeatureExtractor, MentionFeatures
from dossier.resolve.events.shared.distinction_evidence import distinction_signals
from dossier.resolve.events.shared.distinctions import Distinction, distinctions

NAMES = (*(kind.value for kind in Distinction), "near_words", "in_one_affair", "in_one_article")
_STRENGTH = 1.0  # the inverse of the regularisation; 0.3 to 3 give the same within the noise

Labels = dict[tuple[str, int, int], tuple[str, str, frozenset[str]]]
"""By article and place of a trigger: its batch of articles, its happening, and those that may be the same."""


@dataclass(frozen=True)
class Pair:
    """Two mentions of one batch: the signals, all other evidence in bits, whether they are one."""

    batch: str
    signals: Sequence[float]
    evidence: float
    is_one: bool
    words: str
    is_across: bool
    has_distinction: bool


def main() -> None:
    """Print the table, and how well it does on batches that it was not learned on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("stores", type=Path, nargs="+")
    parser.add_argument("--strict", type=float, default=0.0)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    labels = read_labels(options.labels)
    found = [pair for store in options.stores for pair in pairs(store, labels)]
    for name, value in table(learned(found), options.strict).items():
        unit = "share" if name == "share_with_distinction" else "bits"
        print(f'  {{ name = "{name}", unit = "{unit}", value = {value:.2f}, source = "learned, see above" }},')
    report(found, options.strict, show_wrong=options.wrong)


def read_labels(path: Path) -> Labels:
    """What the readers said, by article and place."""
    found: Labels = {}
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            article, start, end, batch, happening, *others = line.split("\t")
            found[article, int(start), int(end)] = batch, happening, frozenset(" ".join(others).split())
    return found


def pairs(store: Path, labels: Labels) -> Iterator[Pair]:
    """The pairs of mentions of one batch with one trigger, of which a reader could say what they tell."""
    mentions, actors, refs = read(store)
    extractor = FeatureExtractor(mentions)
    kinds: dict[str, Kind] = {actor.id: actor.kind for actor in actors.actors}
    comparison = Comparison(extractor, kinds, {actor.id: actor.name for actor in actors.actors})
    batches: dict[str, list[tuple[MentionFeatures, str, frozenset[str]]]] = defaultdict(list)
    for mention in mentions:
        span = mention.evidence.trigger.span
        label = labels.get((refs[mention.evidence.article], span.start, span.end))
        if label and mention.evidence.occurrence == 1:
            batches[label[0]].append((extractor.features(mention), *label[1:]))
    for batch, told in batches.items():
        for (one, mine, maybe), (other, yours, _) in combinations(told, 2):
            found = distinctions(one, other)
            if yours not in maybe and one.stem == other.stem and can_be_one(one, other):
                signals = distinction_signals(one, other, found)
                yield Pair(
                    batch,
                    [signals.get(name, 0.0) for name in NAMES],
                    evidence(comparison, one, other),
                    mine == yours,
                    f"{', '.join(found)}\n  {_words(one)}\n  {_words(other)}",
                    one.mention.evidence.article != other.mention.evidence.article,
                    bool(found),
                )


def learned(found: Iterable[Pair]) -> LogisticRegression:
    """The regression over all evidence and the signals."""
    known = list(found)
    return LogisticRegression(C=_STRENGTH, max_iter=5000).fit(_rows(known), [pair.is_one for pair in known])


def table(model: LogisticRegression, strict: float) -> dict[str, float]:
    """The weights by name: bits are binary, the regression's are natural; the base stands beside the prior."""
    share, *bits = (float(weight) / log(2) for weight in model.coef_[0])
    base = float(model.intercept_[0]) / log(2) - (1 - share) * weights.PRIOR - strict
    return {"share_with_distinction": share, "same_word": base, **dict(zip(NAMES, bits, strict=True))}


def report(found: Sequence[Pair], strict: float, *, show_wrong: bool) -> None:
    """Print how many of the pairs that would merge are right, each batch by weights learned on the others."""
    merged: list[Pair] = []
    for batch in sorted({pair.batch for pair in found}):
        model = learned(pair for pair in found if pair.batch != batch)
        held = [pair for pair in found if pair.batch == batch]
        odds = model.decision_function(_rows(held)) / log(2)
        merged += [pair for pair, bits in zip(held, odds, strict=True) if pair.has_distinction and bits > strict]
    for title, is_across in (("across articles", True), ("in one article", False)):
        part = [pair for pair in merged if pair.is_across == is_across]
        possible = sum(pair.is_one for pair in found if pair.is_across == is_across)
        right = sum(pair.is_one for pair in part)
        print(f"# {title}: {right} of {len(part)} merges right, of {possible} that could be")
    for pair in merged:
        if show_wrong and not pair.is_one:
            print(f"# {pair.batch}: {pair.words}")


def _rows(found: Sequence[Pair]) -> np.ndarray:
    return np.array([[pair.evidence, *pair.signals] for pair in found])


def _words(features: MentionFeatures) -> str:
    quote, trigger = features.mention.evidence.quote, features.mention.evidence.trigger
    at = trigger.span.start - quote.span.start
    return f"{quote.exact[max(0, at - 90) : at]}[{trigger.exact}]{quote.exact[at + len(trigger.exact) :][:90]}"


if __name__ == "__main__":
    main()
