"""The spaCy pipeline with our components added: it makes annotations of articles."""

import gc
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc_export, foreign, languages

# importing these registers their factories
from dossier.annotate import segmenting as _segmenting  # noqa: F401
from dossier.annotate.actors import actor_finder as _actors  # noqa: F401
from dossier.annotate.attribute_table import look_up_attributes
from dossier.annotate.attribution import quotations as _quotations  # noqa: F401
from dossier.annotate.collector import collector_paused
from dossier.annotate.dating.order import temporal_relations as _relations  # noqa: F401
from dossier.annotate.entity_decoding import decode_entities_at_once
from dossier.annotate.events import event_finder as _events  # noqa: F401
from dossier.annotate.fingerprint import DEFAULT_MODEL, describe
from dossier.annotate.lemma_table import look_up_lemmas
from dossier.annotate.matrix_products import multiply_with_numpy
from dossier.annotate.ontology import ontology as event_types
from dossier.annotate.parser_text import in_known_case, in_known_marks
from dossier.annotate.piecewise_parser import parse_in_pieces
from dossier.annotate.piecewise_vectors import make_vectors_in_pieces
from dossier.annotate.structure.archives import is_filed_as_archive
from dossier.annotate.structure.chronicles import is_called_chronicle
from dossier.annotate.structure.opinions import is_filed_as_opinion
from dossier.annotate.summaries import summariser as _summaries  # noqa: F401
from dossier.annotate.timex import timex_tagger as _timex  # noqa: F401
from dossier.annotate.tokenizing import keep_suffixes_whole, tokenized
from dossier.errors import PipelineMissing
from dossier.model import Annotations, Article
from dossier.text.reading_text import ReadingText
from dossier.text.repair import repaired

COMPONENTS = (
    "dossier_timex",
    "dossier_quotations",
    "dossier_actors",
    "dossier_events",
    "dossier_relations",
    "dossier_summaries",
)
"""Our components behind those of spaCy, in order.

Two more go before: ``dossier_segments`` before all others, ``dossier_seams`` before the parser.
"""

_WITH_ONTOLOGY = "dossier_events"
"""The component that takes the ontology as a setting."""


def load(model: str, ontology: str = "") -> Language:
    """The spaCy pipeline of that name (or in that folder), with our components added; loaded once a process.

    ``ontology`` is the text of a file of event types that adds to the shipped ones. Raises PipelineMissing when the
    pipeline is not installed, or has no parser or no entity recogniser; and OntologyUnusable.
    """
    return _loaded(model, ontology)


@cache
def _loaded(model: str, ontology: str) -> Language:
    describe(model)
    nlp = spacy.load(model)
    missing = {"parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise PipelineMissing(f"the pipeline {model!r} has no {' and no '.join(sorted(missing))}", "name another")
    keep_suffixes_whole(nlp)
    look_up_attributes(nlp)
    look_up_lemmas(nlp)
    multiply_with_numpy(nlp)
    make_vectors_in_pieces(nlp)
    parse_in_pieces(nlp)
    decode_entities_at_once(nlp)
    nlp.add_pipe("dossier_segments", first=True)
    nlp.add_pipe("dossier_seams", before="parser")
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"ontology": ontology} if name == _WITH_ONTOLOGY else {})
    # Its millions of values stay. The garbage collector would look through them every few articles: 5 % of the time.
    gc.freeze()
    return nlp


def annotate(articles: Iterable[Article], model: str = DEFAULT_MODEL, ontology: str = "") -> Iterator[Annotations]:
    """The annotations of each article, in order. An article is read alone: its neighbours never change what is found.

    In English all is read; in the other languages of ``languages.WITH_DATES`` the explicit dates; in any other nothing.
    """
    for article in articles:
        # doc_export.export_annotations frees what refers to each other, so that all goes when the article is done.
        with collector_paused():
            found = _annotate_one(article, repaired(article.text), model, ontology)
        yield found


def _annotate_one(article: Article, read: ReadingText, model: str, ontology: str) -> Annotations:
    language = languages.article_language(article, read.text)
    primary = languages.primary_language(language)
    if primary == languages.ENGLISH:
        nlp = load(model, ontology)
        doc, parsed = unparsed(article, read, nlp, ontology)
        return doc_export.export_annotations(nlp(doc), article, parsed, language)
    dates = foreign.times(read.text, language, article.published.when) if primary in languages.WITH_DATES else ()
    return Annotations(article.id, times=doc_export.times_as_given(dates, article, read), language=language)


def unparsed(article: Article, read: ReadingText, nlp: Language, ontology: str = "") -> tuple[Doc, ReadingText]:
    """The tokens of an article, with what the components need to know of it; and the text that these are cut from."""
    parsed = in_known_case(read, nlp)
    doc = tokenized(nlp, in_known_marks(parsed.text))
    doc._.published = article.published.when
    doc._.ontology = event_types(ontology)
    doc._.as_written = read.text if len(parsed.text) == len(read.text) else ""
    doc._.filed_as_opinion = is_filed_as_opinion(article.title, article.url)
    doc._.filed_as_archive = is_filed_as_archive(article.url)
    opening = parsed.text.lstrip().partition("\n")[0]
    doc._.is_called_chronicle = is_called_chronicle(article.title) or is_called_chronicle(opening)
    return doc, parsed
