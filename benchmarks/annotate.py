"""How much of bare spaCy's speed ``dossier annotate`` keeps, and what a second worker adds.

    python benchmarks/annotate.py [ARTICLES.jsonl] [--rounds N]

Each round times three whole processes in turn on the same articles: spaCy's ``nlp.pipe`` alone with the same
pipeline and batches, ``dossier annotate --workers 1`` and ``--workers 2``. Machines are noisy: only the ratios,
taken round by round, mean something. Without a file the sample case is used, repeated twenty times.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def one_round(articles: Path, folder: Path) -> dict[str, float]:
    """The seconds that each of the three processes took."""
    annotate = [
        sys.executable,
        "-m",
        "dossier.cli",
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


def seconds(command: list[str]) -> float:
    """The wall-clock time of a command that must succeed."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def report(words: int, rounds: list[dict[str, float]]) -> None:
    """Print the words per second of each process, and the ratios of their seconds: medians over the rounds."""
    for name in rounds[0]:
        print(f"{name:<12} {words / statistics.median(one[name] for one in rounds):8.0f} words/s")
    kept = statistics.median(one["nlp.pipe"] / one["one worker"] for one in rounds)
    gained = statistics.median(one["one worker"] / one["two workers"] for one in rounds)
    print(f"one worker keeps {kept:.2f} of nlp.pipe; two workers do {gained:.2f} times one")


if __name__ == "__main__":
    main()
