"""How much of bare spaCy's speed ``dossier annotate`` keeps, and what a second worker adds.

    python benchmarks/annotate.py [ARTICLES.jsonl] [--rounds N]

Each round times three whole processes in turn on the same articles: spaCy's ``nlp.pipe`` alone with the same
pipeline and batches, ``dossier annotate --workers 1`` and ``--workers 2``. Machines are noisy: only the ratios,
taken round by round, mean something. Those of the processor's seconds change least when other work is done on the
machine. Without a file the sample case is used, repeated twenty times.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.model import Article
from dossier.sources import read

SAMPLE = Path(__file__).parents[1] / "seeds" / "articles"
BARE_SPACY = """
import json, sys, spacy
nlp = spacy.load(sys.argv[2])
with open(sys.argv[1], encoding="utf-8") as lines:
    texts = [json.loads(line)["text"] for line in lines]
for doc in nlp.pipe(texts, batch_size=1):
    pass
"""


class Seconds(NamedTuple):
    """What a process took: by the clock, and of the processor (its own work, with that of its workers)."""

    clock: float
    processor: float


Round = dict[str, Seconds]


def main() -> None:
    """Run the rounds and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles = options.articles or sample(Path(folder) / "sample.jsonl")
        words = count_words(articles)
        report(words, [one_round(articles, Path(folder)) for _ in range(options.rounds)])


def sample(path: Path) -> Path:
    """The sample case twenty times over, as JSON lines."""
    texts = [item.text for item in read([str(SAMPLE)]) if isinstance(item, Article)]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts * 20), "utf-8")
    return path


def count_words(articles: Path) -> int:
    """Words separated by space."""
    with articles.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].split()) for line in lines)


def one_round(articles: Path, folder: Path) -> Round:
    """The seconds that each of the three processes took."""
    annotate = [
        sys.executable,
        "-m",
        "dossier",
        "annotate",
        str(articles),
        "-o",
        str(folder / "out.jsonl"),
    ]
    return {
        "nlp.pipe": seconds([sys.executable, "-c", BARE_SPACY, str(articles), DEFAULT_MODEL]),
        "one worker": seconds([*annotate, "--workers", "1"]),
        "two workers": seconds([*annotate, "--workers", "2"]),
    }


def seconds(command: list[str]) -> Seconds:
    """What a command took that must succeed."""
    begin, used = time.perf_counter(), processor_seconds()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return Seconds(time.perf_counter() - begin, processor_seconds() - used)


def processor_seconds() -> float:
    """What the processes that this one has started took of the processor, for themselves and in the system."""
    times = os.times()
    return times.children_user + times.children_system


def report(words: int, rounds: list[Round]) -> None:
    """Print the words per second of each process, and the ratios of their seconds: medians over the rounds."""
    for name in rounds[0]:
        clock, processor = (statistics.median(one[name][n] for one in rounds) for n in range(2))
        print(f"{name:<12} {words / clock:8.0f} words/s {words / processor:8.0f} words per second of the processor")
    print("one worker keeps of nlp.pipe:")
    print(f"  by the clock      {ratios(rounds, lambda one: one['nlp.pipe'].clock / one['one worker'].clock)}")
    print(f"  of the processor  {ratios(rounds, lambda one: one['nlp.pipe'].processor / one['one worker'].processor)}")
    gained = ratios(rounds, lambda one: one["one worker"].clock / one["two workers"].clock)
    print(f"two workers do, of one by the clock: {gained}")


def ratios(rounds: list[Round], of: Callable[[Round], float]) -> str:
    """The median of a ratio over the rounds, and each round's."""
    found = [of(one) for one in rounds]
    return f"{statistics.median(found):.2f} (rounds: {', '.join(f'{one:.2f}' for one in found)})"


if __name__ == "__main__":
    main()
