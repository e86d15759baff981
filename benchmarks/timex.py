"""What the temporal tagger costs beside the pipeline that parses for it, and that its cost grows with the text only.

    python benchmarks/timex.py [ARTICLES] [--rounds N] [--model NAME] [--only share|growth]

Share: in each round every article is parsed by bare ``nlp.pipe`` (spaCy as it comes), parsed by spaCy as we load it,
which is faster, and then tagged, all on the clock; the figure is the median over the rounds of tagging by bare parsing.
Tagging is two things: the copy of the parse as plain values, which the first component makes for all, and the tagger
itself. Without ARTICLES (files or a folder) the sample case is used. Exits with 1 when the share is over 6 %.

Growth: the tagger with the copy on 1,000 to 1,000,000 characters of texts that have no end. Their Docs are put together
from words, so that nothing else is on the clock; the second table is for making tokens, which is not judged. Each
token hangs on the one before it: the parser itself makes such trees, of "Monday and Monday and …". The third table is
for the dates of other languages, in a text that repeats one piece. Exits with 1 when ten times the text (from 100,000
characters on) costs more than 10^1.2 times the seconds.
"""

import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import spacy
from components import BARE, listed, on_the_clock
from growth import PUBLISHED, SIZES, Words, arguments, chained, dated, dependents, growth, judged, line, tree
from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.collector import collector_paused
from dossier.annotate.foreign import times
from dossier.annotate.parsed import parsed, release
from dossier.annotate.tokenizing import tokenized
from dossier.model import Article
from dossier.sources import read

LOADED, COPY, TAGGER = "nlp.pipe as loaded", "copy of the parse", "the tagger"
MAX_SHARE = 0.06
"""The most that the tagger and the copy may cost, as a share of bare ``nlp.pipe``. Set by hand."""
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
    """Print the share and the growth; exit with 1 when the share is over its limit, or something grows too fast."""
    options = arguments(__doc__)
    pipeline = nlp.load(options.model)
    pipeline.max_length = 2 * SIZES[-1]
    sound = True
    with pipeline.select_pipes(disable=["dossier_segments", "dossier_seams", *nlp.COMPONENTS]):
        if options.only != "growth":
            sound &= report_share(spacy.load(options.model), pipeline, options.articles, options.rounds)
        if options.only != "share":
            sound &= report_growth(pipeline)
    sys.exit(0 if sound else 1)


def report_share(bare: Language, pipeline: Language, source: str, rounds: int) -> bool:
    """Print the seconds of each part as a share of bare spaCy's; whether tagging is within the limit."""
    articles = [item for item in read([source]) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    taken = [one_round(bare, pipeline, articles) for _ in range(rounds)]
    for part in taken[0]:
        share = statistics.median(one[part] / one[BARE] for one in taken)
        print(f"{part:<20} {words / statistics.median(one[part] for one in taken):10,.0f} words/s {share:7.1%}")
    shares = [(one[COPY] + one[TAGGER]) / one[BARE] for one in taken]
    print(f"tagging costs {listed(shares)} of bare nlp.pipe on {words:,} words")
    print(f"tagging costs {listed([(one[COPY] + one[TAGGER]) / one[LOADED] for one in taken])} of it as we load it\n")
    return statistics.median(shares) <= MAX_SHARE


def one_round(bare: Language, pipeline: Language, articles: list[Article]) -> Counter[str]:
    """The seconds of bare ``nlp.pipe``, of ours, and of tagging, article by article in turn."""
    taken: Counter[str] = Counter()
    tagger = pipeline.get_pipe("dossier_timex")
    bare_docs, docs = (one.pipe((article.text for article in articles), batch_size=1) for one in (bare, pipeline))
    for article in articles:
        with on_the_clock(taken, BARE):
            next(bare_docs)
        with on_the_clock(taken, LOADED):
            doc = next(docs)
        doc._.published = article.published.when or PUBLISHED
        with on_the_clock(taken, COPY):
            parsed(doc)
        with on_the_clock(taken, TAGGER):
            tagger(doc)
    return taken


@collector_paused()
def report_growth(pipeline: Language) -> bool:
    """Print the seconds by size, of the tagger and of making tokens; whether the tagger's grow as the text does.

    The garbage collector rests, as it does in ``annotate``.
    """
    tagger = pipeline.get_pipe("dossier_timex")
    makers = list(shapes(pipeline))
    sizes = "".join(f"{size:>11,}" for size in SIZES)
    print(f"{'the tagger, seconds':<20}{sizes}  growth by decade (1: as the text)")
    sound = [
        judged(name, growth(lambda size, make=make: partial(anew, tagger, make(size)), 3)) for name, make in makers
    ]
    # once: the tokenizer remembers the words that it has seen
    print(f"\n{'making tokens':<20}{sizes}  not judged")
    for name, make in makers:
        print(line(name, growth(lambda size, make=make: partial(tokenized, pipeline, make(size).text), 1)))
    print(f"\n{'French dates, seconds':<20}{sizes}")
    sound += [judged(ascii(piece), growth(partial(french_dates, piece), 3)) for piece in FRENCH_PIECES]
    return all(sound)


def anew(tagger: Callable[[Doc], Doc], doc: Doc) -> None:
    """Tag the Doc with a copy of its parse made for this run, and let go of the copy as ``annotate`` does."""
    tagger(doc)
    release(doc)


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
