"""What annotating costs beside bare ``nlp.pipe``, part by part, and that its cost grows with the text only.

    python benchmarks/components.py [ARTICLES] [--rounds N] [--model NAME] [--only share|growth]

Share: in each round every article is parsed by bare ``nlp.pipe``, then annotated and encoded as JSON, all on the clock;
the figures are medians over the rounds. Without ARTICLES (files or a folder) the sample case is used. Exits with 1 when
what comes after spaCy costs more than 15 % of bare ``nlp.pipe``.

Growth: our components together on 1,000 to 1,000,000 characters of texts that have no end, put together from parsed
pieces or from words. Exits with 1 when ten times the text (from 100,000 characters on) costs more than 10^1.2 times.
"""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import spacy
from growth import Words, arguments, chained, dated, growth, judged, tree
from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc_export, nlp
from dossier.annotate.languages import article_language
from dossier.codec import encode_annotations
from dossier.model import Article
from dossier.sources import read
from dossier.text.repair import repaired

BARE = "bare nlp.pipe"
AFTER_SPACY = ("repair", *nlp.COMPONENTS, "values and JSON")
"""What was counted first, before parts of pages were found ahead of the parser: so figures of all years compare."""
MAX_SHARE = 0.15
"""The most that these may cost, as a share of bare ``nlp.pipe``. Set by hand."""
PIECES = {
    "prose": "Ada Brandt, the mayor of Varna, was arrested on Monday. She denied that she had sold the harbour. "
    "“We did nothing wrong,” said Brandt’s lawyer, Mr Petrov. He added that the police could free her soon. ",
    "names": "Ada Brandt met Boris Kolev, Vera Marek, Peter Sand, Jan Novak and Lena Holm. They thanked him for it. ",
    "quotations": "“We won,” he said. “They lost,” she said. ‘No,’ said Brandt. “It is “over” now. ",
}
SPOKEN: Words = [("said", "VBD", True)]
FLED: Words = [("he", "PRP", True), ("fled", "VBD", True)]


def main() -> None:
    """Print the share and the growth; exit with 1 when the share is over its limit, or something grows too fast."""
    options = arguments(__doc__)
    pipeline = nlp.load(options.model)
    sound = True
    if options.only != "growth":
        sound &= report_share(spacy.load(options.model), pipeline, options.articles, options.rounds)
    if options.only != "share":
        print("all components, seconds  growth by decade (1: as the text)")
        with pipeline.select_pipes(disable=["dossier_segments", "dossier_seams", *nlp.COMPONENTS]):
            judgements = [judged(name, growth(make, 2)) for name, make in shapes(pipeline)]
        sound &= all(judgements)
    sys.exit(0 if sound else 1)


def report_share(bare: Language, pipeline: Language, source: str, rounds: int) -> bool:
    """Print the seconds of each part as a share of bare spaCy's; whether what comes after it is within the limit."""
    articles = [item for item in read([source]) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    taken = [one_round(bare, pipeline, articles) for _ in range(rounds)]
    for part in taken[0]:
        if part != BARE:
            print(f"{part:<20} {statistics.median(one[part] / one[BARE] for one in taken):6.1%}")
    shares = [sum(one[part] for part in AFTER_SPACY) / one[BARE] for one in taken]
    print(f"what comes after spaCy costs {listed(shares)} of bare nlp.pipe on {words:,} words")
    print(f"all of annotating costs {listed([(one.total() - one[BARE]) / one[BARE] for one in taken])} of it\n")
    return statistics.median(shares) <= MAX_SHARE


def listed(shares: list[float]) -> str:
    """The median of the rounds, and each of them."""
    return f"{statistics.median(shares):.1%} (rounds: {', '.join(f'{one:.1%}' for one in shares)})"


def one_round(bare: Language, pipeline: Language, articles: list[Article]) -> Counter[str]:
    """The seconds of bare ``nlp.pipe`` and of each part of annotating, article by article in turn."""
    taken: Counter[str] = Counter()
    docs = bare.pipe((article.text for article in articles), batch_size=1)
    for article in articles:
        with on_the_clock(taken, BARE):
            next(docs)
        with on_the_clock(taken, "repair"):
            repair = repaired(article.text)
        with on_the_clock(taken, "language"):
            language = article_language(article, repair.text)
        with on_the_clock(taken, "letters and tokens"):
            doc, letters = nlp.unparsed(article, repair, pipeline)
        for name, component in pipeline.pipeline:
            with on_the_clock(taken, name if name.startswith("dossier") else "spaCy as we load it"):
                component(doc)
        with on_the_clock(taken, "values and JSON"):
            encode_annotations(article, doc_export.export_annotations(doc, article, letters, language))
    return taken


@contextmanager
def on_the_clock(taken: Counter[str], part: str) -> Iterator[None]:
    """Add the processor's seconds in the block to those of the part."""
    begin = time.process_time()
    yield
    taken[part] += time.process_time() - begin  # type: ignore[assignment]


def shapes(pipeline: Language) -> Iterator[tuple[str, Callable[[int], Callable[[], None]]]]:
    """For each shape of text its name, and a function that prepares the work on so many characters of it."""
    for name, text in PIECES.items():
        parsed = pipeline(text)
        yield name, partial(all_over, pipeline, lambda size, one=parsed, text=text: copies(one, size // len(text) + 1))
    yield "said said said", partial(all_over, pipeline, lambda size: chained(pipeline, SPOKEN * (size // 5), "ccomp"))
    yield "fled fled fled", partial(all_over, pipeline, lambda size: clauses(pipeline, size // 8))


def all_over(pipeline: Language, make: Callable[[int], Doc], size: int) -> Callable[[], None]:
    """A function that runs all of our components, one after the other, on a Doc of that size."""
    doc = make(size)

    def run() -> None:
        for name in nlp.COMPONENTS:
            pipeline.get_pipe(name)(doc)

    return run


def copies(doc: Doc, times: int) -> Doc:
    """The Doc ``times`` times in a row, as one Doc."""
    return dated(Doc.from_docs([doc] * times, ensure_whitespace=False))


def clauses(pipeline: Language, times: int) -> Doc:
    """One sentence of ``times`` coordinated clauses ("he fled he fled"), the head of each in the one before."""
    heads, deps = [1, 1], ["nsubj", "ROOT"]
    for n in range(1, times):
        heads += [2 * n + 1, 2 * n - 1]
        deps += ["nsubj", "conj"]
    return tree(pipeline, FLED * times, heads, deps)


if __name__ == "__main__":
    main()
