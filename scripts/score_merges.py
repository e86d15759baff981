"""Score what is taken for one event in several articles by the verdicts of readers.

    python scripts/score_merges.py benchmarks/verdicts/merges.tsv STORE ...

Each STORE is that of a ``dossier build`` of articles that the readers read. The verdicts give mentions that were taken
for one event once, each with the number of its happening among them. Of each event that stands in several articles in
other words, the share of the judged pairs that are one happening counts once. Prints how many are right, how many
events no verdict says anything of, and with ``--wrong`` the sentences of what is wrong.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from run_mentions import read

from dossier.resolve.events.clustering.event_clustering import EventClustering
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.rulings.rulings import NO_RULINGS

Verdicts = Mapping[tuple[str, int], tuple[str, str]]
"""By article and place of a trigger: what it was taken for, and its happening."""


def main() -> None:
    """Print the figures of each store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verdicts", type=Path)
    parser.add_argument("stores", type=Path, nargs="+")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    verdicts = dict(read_verdicts(options.verdicts))
    for store in options.stores:
        mentions, actors, refs = read(store)
        groups = (group.mentions for group in EventClustering(mentions, actors, NO_RULINGS).groups)
        judged = [judged_pairs(list(told), refs, verdicts) for told in map(in_other_words, groups) if told]
        known = [pairs for pairs in judged if pairs]
        right = sum(sum(pairs.values()) / len(pairs) for pairs in known)
        share = 100 * right / max(1, len(known))
        print(f"{store.name}: {right:.1f} of {len(known)} right ({share:.1f} %), {len(judged) - len(known)} not judged")
        for pairs in known if options.wrong else ():
            print(*(f"  {one}\n  {other}\n" for (one, other), is_one in pairs.items() if not is_one), sep="")


def read_verdicts(path: Path) -> Iterator[tuple[tuple[str, int], tuple[str, str]]]:
    """What the readers said, by article and place."""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            article, start, _, merged, happening = line.split("\t")
            yield (article, int(start)), (merged, happening)


def in_other_words(mentions: Sequence[ResolvedMention]) -> Sequence[ResolvedMention]:
    """The first mention of each sentence; none where one article tells them all."""
    told = {mention.evidence.quote.exact.strip(): mention for mention in reversed(mentions)}
    return list(told.values()) if len({mention.evidence.article for mention in told.values()}) > 1 else []


def judged_pairs(
    mentions: Sequence[ResolvedMention], refs: Mapping[str, str], verdicts: Verdicts
) -> dict[tuple[str, str], bool]:
    """Whether the two are one happening, by their sentences, of each pair in two articles that was judged."""
    found: dict[tuple[str, str], bool] = {}
    for one, other in combinations([mention.evidence for mention in mentions], 2):
        left, right = (verdicts.get((refs[it.article], it.trigger.span.start)) for it in (one, other))
        if left and right and left[0] == right[0] and one.article != other.article:
            found[one.quote.exact, other.quote.exact] = left == right
    return found


if __name__ == "__main__":
    main()
