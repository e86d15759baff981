"""Learn how sure a link is: ``python scripts/train_link_weights.py --gum DIR --ecb DIR [--read DIR …]``.

Prints the rows of ``dossier/annotate/actors/link_weights.toml`` that are learnt, then a table of how often links are
right that were given a confidence without having been learnt from (Markdown). Needs the dependency group ``learn``.

The links of GUM and ECB+ are judged by the gold annotations. Of the articles of DIR a reader has judged some:
``benchmarks/verdicts/links.tsv`` has the verdicts by the name of the folder. Each actor of an article weighs by the
square root of the number of its links, so that one actor found wrong does not count a hundred times.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from dossier.annotate import nlp
from dossier.annotate.actors.links.link_confidence import link_evidence
from dossier.annotate.actors.links.link_evidence import DOUBTS
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.ontology import ontology
from dossier.annotate.parsed import parsed
from dossier.annotate.tokenizing import tokenized
from dossier.model import SURE_LINK, Form, LinkDoubt

_FOLDS = 10
_STRENGTH = 1.0
"""The inverse of the strength of the L2 penalty; 0.3 to 3 give the same within the noise."""
_BANDS = (0.0, 0.7, 0.85, 0.93, SURE_LINK, 1.01)

_VERDICTS = Path(__file__).parents[1] / "benchmarks" / "verdicts" / "links.tsv"

Span = tuple[int, int]
Judge = Callable[[Chain, Mention], bool | None]
"""Whether a link is right; None where nobody knows."""


@dataclass
class Row:
    """One judged link. ``group`` is what is held out together: a topic of ECB+, else an article."""

    data: str
    group: str
    actor: str
    family: str
    doubt: LinkDoubt | None
    features: dict[str, float]
    right: bool
    predicted: float = 0.0


def main() -> None:
    """Read, judge, learn, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gum", type=Path)
    parser.add_argument("--ecb", type=Path)
    parser.add_argument("--read", type=Path, action="append", default=[])
    options = parser.parse_args()
    rows = [
        row
        for data, judge in ((options.gum, gum_judge), (options.ecb, ecb_judge))
        if data
        for row in gold_rows(data, judge)
    ]
    for path in options.read:
        rows.extend(read_rows(path))
    for name in dict.fromkeys(row.family for row in rows):
        learn(name, [row for row in rows if row.family == name])
    print_reliability(rows)


def annotated(text: str) -> Any:
    """The spaCy Doc of a text with its chains."""
    pipeline = nlp.load(DEFAULT_MODEL)
    doc = tokenized(pipeline, text)
    doc._.ontology = ontology("")
    return pipeline(doc)


def gold_rows(data: Path, judge: Callable[[dict[str, Any], Any], Judge]) -> Iterator[Row]:
    """The judged links of a folder of articles.jsonl and gold.jsonl."""
    gold = {one["id"]: one for one in json_lines(data / "gold.jsonl")}
    for article in json_lines(data / "articles.jsonl"):
        doc = annotated(article["text"])
        topic = article["id"].split("_")[0] if data.name == "ecb" else article["id"]
        yield from doc_rows(doc, judge(gold[article["id"]], doc), data.name, topic, article["id"])


def read_rows(data: Path) -> Iterator[Row]:
    """The links in a folder's articles of which a reader has judged whether they are right."""
    verdicts = verdicts_by_article(data.name)
    for article in json_lines(data / "articles.jsonl"):
        if article["id"] in verdicts:
            doc = annotated(article["text"])
            judge = judge_by_verdicts(doc, verdicts[article["id"]])
            yield from doc_rows(doc, judge, data.name, article["id"], article["id"])


def verdicts_by_article(data: str) -> dict[str, list[dict[str, Any]]]:
    """The verdicts on a set, by the id of the article."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in _VERDICTS.read_text("utf-8").splitlines()[1:]:
        name, article, start, end, actor, right = line.split("\t")
        if name == data:
            verdict = {"start": int(start), "end": int(end), "name": actor, "right": right == "Y"}
            found.setdefault(article, []).append(verdict)
    return found


def judge_by_verdicts(doc: Any, verdicts: list[dict[str, Any]]) -> Judge:
    """The verdict on a link to an actor of this last name. One to another is wrong if the reader's is right."""
    by_span = {(one["start"], one["end"]): one for one in verdicts}

    def judge(chain: Chain, mention: Mention) -> bool | None:
        verdict = by_span.get(characters(doc, mention))
        if verdict is None:
            return None
        if verdict["name"].split()[-1] == chain.name.split()[-1]:
            return bool(verdict["right"])
        return False if verdict["right"] else None

    return judge


def doc_rows(doc: Any, judge: Judge, data: str, group: str, article: str) -> Iterator[Row]:
    """The judged links of one Doc."""
    for found in link_evidence(parsed(doc), list(doc._.chains)):
        right = judge(found.chain, found.mention)
        if right is not None:
            actor = f"{article} {found.chain.name}"
            yield Row(data, group, actor, found.family, found.doubt, found.features, right)


def gum_judge(gold: dict[str, Any], doc: Any) -> Judge:
    """Right where the gold has the mention in a chain with a name of the actor; wrong where elsewhere or nowhere."""
    head_of = {(m[0], m[1]): m[3] for chain in gold["chains"] for m in chain["mentions"]}
    chain_of = {(m[0], m[1]): n for n, chain in enumerate(gold["chains"]) for m in chain["mentions"]}

    def at(span: Span) -> int | None:
        if span in chain_of:
            return chain_of[span]
        held = [known for known, head in head_of.items() if span[0] <= head < span[1]]
        best = max(held, key=lambda known: overlap(known, span) / length(known, span), default=None)
        return chain_of[best] if best else None

    return judge_by_names(doc, lambda span, _: at(span), unknown_is_wrong=True)


def ecb_judge(gold: dict[str, Any], doc: Any) -> Judge:
    """Right where the gold has the mention in the cluster of a name of the actor; unknown where it has no mention."""
    mentions = {(m["start"], m["end"]): m["cluster"] for m in gold["mentions"] if m["kind"] == "entity"}

    def at(span: Span, form: Form) -> int | None:
        if span in mentions or form is Form.PRONOUN:
            return mentions.get(span)
        best = max(mentions, key=lambda known: overlap(known, span), default=None)
        return mentions[best] if best and overlap(best, span) > 0 else None

    return judge_by_names(doc, at, unknown_is_wrong=False)


def judge_by_names(doc: Any, at: Callable[[Span, Form], int | None], *, unknown_is_wrong: bool) -> Judge:
    """Right where the mention is in a gold cluster that a name of its chain is in; ``at`` gives the cluster."""

    def judge(chain: Chain, mention: Mention) -> bool | None:
        spans = [(characters(doc, m), m.form) for m in chain.mentions if m.form is Form.NAME]
        names = {cluster for span, form in spans if (cluster := at(span, form)) is not None}
        cluster = at(characters(doc, mention), mention.form)
        if not names or (cluster is None and not unknown_is_wrong):
            return None
        return cluster in names

    return judge


def learn(family: str, rows: list[Row]) -> None:
    """Print the shares of links in doubt and the weights of the others; predict each row from the other folds."""
    for doubt in DOUBTS if family == "person" else ():
        found = [row for row in rows if row.doubt is doubt]
        # One right and one wrong more: so few links never make a share of 1.
        share = (sum(row.right for row in found) + 1) / (len(found) + 2)
        print_row(f"{family}.{doubt.name.lower()}", "share", share, f"{len(found)} links")
        for row in found:
            row.predicted = share
    weighed = [row for row in rows if row.doubt is None]
    names = list(weighed[0].features)
    x = np.array([[float(row.features[name]) for name in names] for row in weighed])
    y = np.array([row.right for row in weighed])
    weights = sample_weights(weighed)
    for train, test in GroupKFold(_FOLDS).split(x, y, [row.group for row in weighed]):
        model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(x[train], y[train], weights[train])
        for i, probability in zip(test, model.predict_proba(x[test])[:, 1], strict=True):
            weighed[i].predicted = float(probability)
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(x, y, weights)
    count = f"{len(weighed)} links, {y.mean():.3f} right"
    for name, value in (("intercept", model.intercept_[0]), *zip(names, model.coef_[0], strict=True)):
        print_row(f"{family}.{name}", "log-odds", float(value), count)


def sample_weights(rows: list[Row]) -> Any:
    """The weight of each row: 1 over the root of the number of links of its actor, 1 on average."""
    counts = Counter((row.data, row.actor) for row in rows)
    weights = np.array([counts[row.data, row.actor] ** -0.5 for row in rows])
    return weights * len(rows) / weights.sum()


def print_row(name: str, unit: str, value: float, source: str) -> None:
    """Print one row of the table of weights."""
    print(f'  {{ name = "{name}", unit = "{unit}", value = {value:.2f}, source = "learnt: {source}" }},')


def print_reliability(rows: list[Row]) -> None:
    """Print by set how many links got a confidence in each band, and the share of them that is right."""
    bands = list(pairwise(_BANDS))
    print("\n| family | set | " + " | ".join(f"{low:.2f}–{min(high, 1):.2f}" for low, high in bands) + " |")
    for family in dict.fromkeys(row.family for row in rows):
        of_family = [row for row in rows if row.family == family]
        for data in (*dict.fromkeys(row.data for row in of_family), "all"):
            chosen = [row for row in of_family if data in (row.data, "all")]
            cells = [band_cell([row for row in chosen if low <= row.predicted < high]) for low, high in bands]
            print(f"| {family} | {data} | " + " | ".join(cells) + " |")


def band_cell(rows: list[Row]) -> str:
    """The share of right links, and their number."""
    return f"{100 * sum(row.right for row in rows) / len(rows):.1f} ({len(rows)})" if rows else "–"


def characters(doc: Any, mention: Mention) -> Span:
    """The mention's place in the text, as characters."""
    last = doc[mention.end - 1]
    return doc[mention.start].idx, last.idx + len(last)


def overlap(one: Span, other: Span) -> int:
    """How many characters both hold; below 1 where none."""
    return min(one[1], other[1]) - max(one[0], other[0])


def length(one: Span, other: Span) -> int:
    """How many characters lie from the first to the last of both."""
    return max(one[1], other[1]) - min(one[0], other[0])


def json_lines(path: Path) -> Iterable[dict[str, Any]]:
    """The objects of a file, one a line."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


if __name__ == "__main__":
    main()
