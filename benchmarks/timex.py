"""What the temporal tagger costs beside the pipeline that parses for it, and that its cost grows with the text only.

    python benchmarks/timex.py [ARTICLES] [--rounds N] [--model NAME] [--only share|growth]

Share: in each round every article is parsed by bare ``nlp.pipe`` and then tagged, both on the clock; the figure is
the median over the rounds of tagging by parsing. Without ARTICLES (files or a folder) the sample case is used.

Growth: the tagger alone on 1,000 to 1,000,000 characters of texts that have no end. Their Docs are put together from
words, so that the tagger alone is on the clock; the second table is for making tokens, which is not judged. Each
token hangs on the one before it: the parser itself makes such trees, of "Monday and Monday and …". The third table is
for the dates of other languages, in a text that repeats one piece. Exits with 1 when ten times the text (from 100,000
characters on) costs more than 10^1.2 times the seconds.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from growth import PUBLISHED, SIZES, Words, arguments, chained, dated, dependents, growth, judged, line, tree
from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.foreign import times
from dossier.annotate.tokenizing import tokenized
from dossier.model import Article
from dossier.sources import read

PROSE = (
    "The harbour board met on Tuesday, 11 March 2025, for the second time in two weeks. Its chairman said that "
    "traffic had fallen by a fifth since 2019 and would not recover before the end of the year. In the third "
    "quarter of 2012, by contrast, the port had handled more than 400 ships a month. Two of the older members, who "
    "had served since the early 1990s, left the room before the vote; a third will retire next May. Police were "
    "called at 10:30 p.m. that day and again three days later. Nobody has been charged in recent weeks. The board "
    "meets every Monday, and most of those who spoke last night expected no decision before Friday.\n"
)
REPEATED: dict[str, Words] = {
    "commas": [(",", ",", False)],
    "the the the": [("the", "DT", True)],
    "2019 2019 2019": [("2019", "CD", True)],
    "Monday and Monday": [("Monday", "NNP", True), ("and", "CC", True)],
    "two years and two": [("two", "CD", True), ("years", "NNS", True), ("and", "CC", True)],
    "the past the past": [("the", "DT", True), ("past", "JJ", True)],
    "1-2-3 1-2-3": [(word, "CD", word == "3") for word in "1-2-3"],
}

FRENCH_PIECES = ("1", "1,", "14 ", "2019 ", "14.3.", "en 2019 et ", "mars ", "(", "\u200f", "12/")


def main() -> None:
    """Print the share and the growth; exit with 1 when something grows faster than the text."""
    options = arguments(__doc__)
    pipeline = nlp.load(options.model)
    pipeline.max_length = 2 * SIZES[-1]
    with pipeline.select_pipes(disable=["dossier_segments", "dossier_seams", *nlp.COMPONENTS]):
        if options.only != "growth":
            report_share(pipeline, options.articles, options.rounds)
        if options.only != "share":
            sys.exit(0 if report_growth(pipeline) else 1)


def report_share(pipeline: Language, source: str, rounds: int) -> None:
    """Print the tagger's seconds as a share of the parser's."""
    articles = [item for item in read([source]) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    taken = [one_round(pipeline, articles) for _ in range(rounds)]
    share = statistics.median(tagging / parsing for parsing, tagging in taken)
    for name, seconds in zip(("nlp.pipe", "the tagger"), zip(*taken, strict=True), strict=True):
        print(f"{name:<12} {words / statistics.median(seconds):10,.0f} words/s")
    each = ", ".join(f"{tagging / parsing:.1%}" for parsing, tagging in taken)
    print(f"the tagger costs {share:.1%} of bare nlp.pipe on {words:,} words (rounds: {each})\n")


def one_round(pipeline: Language, articles: list[Article]) -> tuple[float, float]:
    """The seconds of bare ``nlp.pipe`` and of the tagger, article by article in turn."""
    tagger = pipeline.get_pipe("dossier_timex")
    docs = pipeline.pipe((article.text for article in articles), batch_size=1)
    parsing = tagging = 0.0
    for article in articles:
        begin = time.perf_counter()
        doc = next(docs)
        parsed = time.perf_counter()
        doc._.published = article.published.when or PUBLISHED
        tagger(doc)
        parsing += parsed - begin
        tagging += time.perf_counter() - parsed
    return parsing, tagging


def report_growth(pipeline: Language) -> bool:
    """Print the seconds by size, of the tagger and of making tokens; whether the tagger's grow as the text does."""
    tagger = pipeline.get_pipe("dossier_timex")
    makers = list(shapes(pipeline))
    sizes = "".join(f"{size:>11,}" for size in SIZES)
    print(f"{'the tagger, seconds':<20}{sizes}  growth by decade (1: as the text)")
    sound = [judged(name, growth(lambda size, make=make: partial(tagger, make(size)), 3)) for name, make in makers]
    # once: the tokenizer remembers the words that it has seen
    print(f"\n{'making tokens':<20}{sizes}  not judged")
    for name, make in makers:
        print(line(name, growth(lambda size, make=make: partial(tokenized, pipeline, make(size).text), 1)))
    print(f"\n{'French dates, seconds':<20}{sizes}")
    sound += [judged(ascii(piece), growth(partial(french_dates, piece), 3)) for piece in FRENCH_PIECES]
    return all(sound)


def french_dates(piece: str, size: int) -> Callable[[], object]:
    """A function that reads the dates of the piece, repeated to about ``size`` characters."""
    return partial(times, piece * (size // len(piece)), "fr", None)


def shapes(pipeline: Language) -> Iterator[tuple[str, Callable[[int], Doc]]]:
    """For each shape of text its name, and a function that makes a Doc of about so many characters of it."""
    for name, words in REPEATED.items():
        yield name, lambda size, words=words: repeated(pipeline, words, size)
    yield "digits, one token", lambda size: chained(pipeline, [("1234567890" * (size // 10), "CD", False)])
    yield "nested brackets", lambda size: chained(pipeline, brackets(size))
    yield "Mondays of one verb", lambda size: starred(pipeline, size)
    paragraph = pipeline(PROSE)
    yield "prose", lambda size: dated(Doc.from_docs([paragraph] * (size // len(PROSE) + 1), ensure_whitespace=False))


def repeated(pipeline: Language, words: Words, size: int) -> Doc:
    """A Doc of those words again and again."""
    length = sum(len(word) + space for word, _, space in words)
    return chained(pipeline, words * (size // length))


def brackets(size: int) -> Words:
    """Half of ``size`` opening brackets, then as many closing ones."""
    return [("(", "-LRB-", False)] * (size // 2) + [(")", "-RRB-", False)] * (size // 2)


def starred(pipeline: Language, size: int) -> Doc:
    """A Doc of about ``size`` characters: one verb, and weekdays that all hang on it."""
    words: Words = [("fled", "VBD", True), *([("Monday", "NNP", True)] * (size // len("Monday ")))]
    return tree(pipeline, words, [0] * len(words), dependents("npadvmod", len(words)))


if __name__ == "__main__":
    main()
