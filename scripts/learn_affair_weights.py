"""Learn the weights of ``dossier/resolve/events/shared/affair_weights.toml`` from ECB+.

    python scripts/learn_affair_weights.py ECB STORE [--strict BITS]

ECB is a folder of ``articles.jsonl`` and ``gold.jsonl``; STORE is the store of a ``dossier build`` of these articles.
The pairs of mentions that Dossier compares inside an affair are one event or two by the gold clusters. A logistic
regression learns from them how much each signal counts, and how much all other evidence does. ``--strict`` is added to
the odds that a merge needs. Prints the rows of the table, then how well links are found on the topics that were not
learned from, odd and even. Needs scikit-learn (the dependency group "learn").
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np
from run_mentions import read
from sklearn.linear_model import LogisticRegression

from dossier.model import Kind
from dossier.resolve.actors import Actors
from dossier.resolve.events import event_weights as weights
from dossier.resolve.events.apart.coreference_filter import can_corefer, sentence_similarity
from dossier.resolve.events.clustering.event_blocking import candidates
from dossier.resolve.events.clustering.event_comparison import Comparison
from dossier.resolve.events.features.mention_features import FeatureExtractor, MentionFeatures
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.events.shared.affair_evidence import affair_signals, are_in_one_affair
from dossier.resolve.events.shared.trigger_relation import TriggerRelation

NAMES = (
    *(relation.value for relation in TriggerRelation),
    *("told_by_share", "told_again", "similar_sentences", "other_realis", "same_patient", "of_a_kind"),
)
_STRENGTH = 1.0  # the inverse of the regularisation; 0.1 to 10 give the same within the noise


@dataclass(frozen=True)
class Pair:
    """Two mentions that were compared: the topic, the signals, all other evidence in bits, whether they are one."""

    topic: int
    signals: Sequence[float]
    evidence: float
    is_one: bool


def main() -> None:
    """Print the table, and how well it does on topics that it was not learned on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ecb", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--strict", type=float, default=0.0)
    options = parser.parse_args()
    found = list(pairs(options.ecb, *read(options.store)))
    for name, value in table(learned(found), options.strict).items():
        unit = "share" if name == "share_in_affair" else "bits"
        print(f'  {{ name = "{name}", unit = "{unit}", value = {value:.2f}, source = "learned, see above" }},')
    print(f"# {len(found)} pairs, {sum(pair.is_one for pair in found)} of them one event")
    for title, parity in (("odd", 1), ("even", 0)):
        model = learned([pair for pair in found if pair.topic % 2 != parity])
        held = [pair for pair in found if pair.topic % 2 == parity]
        print(f"# {title} topics, learned on the others: {links(model, held, options.strict)}")


def pairs(ecb: Path, mentions: Sequence[ResolvedMention], actors: Actors, refs: dict[str, str]) -> Iterator[Pair]:
    """The pairs of mentions of one affair that are compared, and of which the annotators say what they tell."""
    clusters = gold_clusters(ecb, mentions, refs)
    extractor = FeatureExtractor(mentions)
    kinds: dict[str, Kind] = {actor.id: actor.kind for actor in actors.actors}
    comparison = Comparison(extractor, kinds, {actor.id: actor.name for actor in actors.actors})
    features = [extractor.features(mention) for mention in mentions]
    found = candidates(mentions, features.__getitem__, extractor)
    pairs = (sorted((n, other)) for _, n, near in found for other in near)
    for left, right in pairs:
        if left in clusters and right in clusters:
            one, other = features[left], features[right]
            if are_in_one_affair(one, other) and can_corefer(one, other):
                topic = int(refs[one.mention.evidence.article].split("_")[0])
                is_one = clusters[left] == clusters[right]
                yield Pair(topic, signals(one, other), evidence(comparison, one, other), is_one)


def signals(one: MentionFeatures, other: MentionFeatures) -> list[float]:
    """The values of the signals, in the order of ``NAMES``."""
    found = affair_signals(one, other, sentence_similarity(one, other))
    return [found.get(name, 0.0) for name in NAMES]


def evidence(comparison: Comparison, one: MentionFeatures, other: MentionFeatures) -> float:
    """The bits of all other evidence, the prior included."""
    return weights.PRIOR + sum(bits for _, bits, _ in comparison.general_findings(one, other))


def gold_clusters(ecb: Path, mentions: Sequence[ResolvedMention], refs: dict[str, str]) -> dict[int, str]:
    """The gold cluster of each mention that overlaps a gold mention, by its place in ``mentions``."""
    at: dict[str, list[tuple[int, int, int]]] = {}
    for number, mention in enumerate(mentions):
        span = mention.evidence.trigger.span
        at.setdefault(refs[mention.evidence.article], []).append((span.start, span.end, number))
    found: dict[int, str] = {}
    for line in (ecb / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for gold in row["mentions"]:
            for start, end, number in at.get(row["id"], ()):
                if gold["kind"] == "event" and start < gold["end"] and gold["start"] < end:
                    found.setdefault(number, gold["cluster"])
    return found


def learned(found: Iterable[Pair]) -> LogisticRegression:
    """The regression over all evidence and the signals."""
    known = list(found)
    rows = np.array([[pair.evidence, *pair.signals] for pair in known])
    return LogisticRegression(C=_STRENGTH, max_iter=5000).fit(rows, [pair.is_one for pair in known])


def table(model: LogisticRegression, strict: float) -> dict[str, float]:
    """The weights by name: bits are binary, the regression's are natural; the base stands beside the prior."""
    share, *bits = (float(weight) / log(2) for weight in model.coef_[0])
    base = float(model.intercept_[0]) / log(2) - (1 - share) * weights.PRIOR - strict
    return {"share_in_affair": share, "one_affair": base, **dict(zip(NAMES, bits, strict=True))}


def links(model: LogisticRegression, held: Sequence[Pair], strict: float) -> str:
    """How many of the pairs that are taken for one event are one, and how many of those that are one are found."""
    rows = np.array([[pair.evidence, *pair.signals] for pair in held])
    is_one = np.array([pair.is_one for pair in held])
    taken = model.decision_function(rows) / log(2) > strict
    return f"{is_one[taken].mean():.0%} right, {taken[is_one].mean():.0%} found"


if __name__ == "__main__":
    main()
