"""Direct quotations and their speakers, by the words of saying beside the marks and by the parse."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.attribution import speakers
from dossier.annotate.attribution.continuations import is_continued, is_term, source_of_sentence_before
from dossier.annotate.doc import QuotedSpan, Source
from dossier.annotate.parsed import PARSE, Parsed, Token, parsed
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.animacy import may_act
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    APPOSITION_OR_RELATIVE,
    FINITE_TAGS,
    NOMINAL_POS,
    NOUN_MODIFYING_VERBS,
    QUOTED_WORDS,
    SUBJECTS,
)
from dossier.annotate.syntax.quotation_marks import QUOTATION_MARKS, MarkedSpan, marked_spans
from dossier.annotate.syntax.subjects import own_subject
from dossier.annotate.word_classes import QUOTING_VERBS, SPEECH_VERBS
from dossier.model import Manner
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.attribution", "attribution_words.toml")

_SENTENCE_ENDS = _WORDS["sentence_ends"]
_MARKS_BEFORE_CUE = _WORDS["marks_before_cue"]
_MARKS_OF_FULL_SENTENCES = frozenset((".", "]"))
"""Marks at the end of a quoted sentence: what follows in capitals is another sentence, and no cue."""

# All set by hand; no measurement is recorded.
_CUE_TOKENS = 14
"""How far from the marks, in tokens, the cue may stand: behind them, or before them without a colon."""
_CUE_TOKENS_BEFORE_COLON = 40
"""How far before a colon, in tokens, the cue of the quotation behind it may stand."""
_MAX_WORDS_UP = 10
"""How many words up the parse the verb of saying above quoted words is looked for."""


@Language.factory(
    "dossier_quotations", requires=[*PARSE, "doc._.headings", "doc._.passages"], assigns=["doc._.quotations"]
)
def create(nlp: Language, name: str) -> "QuotationFinder":
    """The component; it goes after the parser."""
    return QuotationFinder()


class QuotationFinder:
    """Finds the quotations of a Doc; words in quotation marks that are only a term are none."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Leave the quotations of the Doc on it, in text order, and return it."""
        text = parsed(doc)
        skipped = heading_tokens(text) | unread_tokens(text)
        spans = [span for span in marked_spans(text) if span.start not in skipped]
        doc._.quotations = tuple(_quotations(text, spans))
        return doc


def _quotations(doc: Parsed, spans: list[MarkedSpan]) -> Iterator[QuotedSpan]:
    """The quotations with their speakers, from ``spans``, all that stands between marks, in text order.

    A term and a quotation within another are left out where they have no speaker of their own.
    """
    outer: MarkedSpan | None = None
    outer_sources = dict(_sources_of_outer(doc, spans))
    for span in spans:
        enclosing = outer if outer is not None and span.end <= outer.end else None
        if enclosing is not None:
            source = _source_within(_source(doc, span), enclosing, outer_sources[enclosing])
        else:
            outer, source = span, outer_sources[span]
        if source is None and (enclosing is not None or is_term(doc, span)):
            continue
        start, end = _without_blanks(doc, span)
        if start < end:
            yield QuotedSpan(start, end, source)


def _sources_of_outer(doc: Parsed, spans: list[MarkedSpan]) -> Iterator[tuple[MarkedSpan, Source | None]]:
    """The source of each span that lies in no other.

    All paragraphs of a quotation have the source that one of them names. Where none does, it may be that of the
    quotation before. A span whose end was lost has none.
    """
    last: MarkedSpan | None = None
    last_source: Source | None = None
    for quotation in _whole_quotations(spans):
        named = (_source(doc, span) for span in quotation if span.closes or span.goes_on)
        source = next((found for found in named if found is not None), None)
        if source is None and last is not None and last_source is not None:
            source = last_source if is_continued(doc, last, quotation[0], last_source) else None
        if source is None:
            source = source_of_sentence_before(doc, quotation[0])
        for span in quotation:
            yield span, source if span.closes or span.goes_on else None
        last, last_source = quotation[-1], source


def _whole_quotations(spans: list[MarkedSpan]) -> Iterator[list[MarkedSpan]]:
    """The spans that lie in no other, those of one quotation together."""
    quotation: list[MarkedSpan] = []
    for span in spans:
        if quotation and span.end <= quotation[-1].end:
            continue
        if quotation and not (quotation[-1].goes_on and span.paragraph == quotation[-1].paragraph + 1):
            yield quotation
            quotation = []
        quotation.append(span)
    if quotation:
        yield quotation


def _source_within(source: Source | None, outer: MarkedSpan, via: Source | None) -> Source | None:
    """The source of a quotation within another, with the speaker of the outer one as ``via``.

    None unless its speaker is named in the outer quotation.
    """
    if source is None or not outer.start <= source.head < outer.end:
        return None
    return replace(source, via=via)


def _without_blanks(doc: Parsed, span: MarkedSpan) -> tuple[int, int]:
    """The tokens of the span (half-open) without white space at either end."""
    start, end = span.start, span.end
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return start, end


def _source(doc: Parsed, span: MarkedSpan) -> Source | None:
    """The speaker of the quoted words, by the cue behind them, before them, or above them in the parse."""
    behind = _source_behind(doc, span) if span.closes else None
    before = _source_before(doc, span) if behind is None and span.opens else None
    return behind or before or _source_above(doc, span)


def _source_behind(doc: Parsed, span: MarkedSpan) -> Source | None:
    """The source by the cue right behind the closing mark: "…", he said; "…", said the spokesman."""
    i = span.end + 1
    while i < len(doc) and doc[i].text == ",":
        i += 1
    if i >= len(doc) or not _may_be_cue_behind(doc, span, i):
        return None
    for token in doc[i : min(len(doc), i + _CUE_TOKENS)]:
        if _bounds_cue(token):
            return None
        if token.pos_ == "VERB" and token.lemma_ in QUOTING_VERBS:
            return _source_of_cue(token, span)
        if token.pos_ == "VERB" and token.dep_ not in NOUN_MODIFYING_VERBS:
            return None
    return None


def _bounds_cue(token: Token) -> bool:
    """Whether no cue is looked for beyond the token: the end of a sentence or paragraph, or a quotation mark.

    The apostrophe of a possessive is no quotation mark.
    """
    if token.text in _SENTENCE_ENDS or "\n" in token.text:
        return True
    return token.text in QUOTATION_MARKS and token.tag_ != "POS"


def _may_be_cue_behind(doc: Parsed, span: MarkedSpan, i: int) -> bool:
    """Whether what begins at ``i`` can be the cue of the quotation before it, by the mark at the quotation's end.

    Behind a full stop only a word in small letters can be: "“We left.” he said", not "“We left.” He paused".
    """
    last = doc[span.end - 1].text
    if last in _MARKS_OF_FULL_SENTENCES:
        return doc[i].is_lower
    # a comma behind the closing mark will do, too
    return last in _MARKS_BEFORE_CUE or i > span.end + 1


def _source_before(doc: Parsed, span: MarkedSpan) -> Source | None:
    """The source by the cue before the opening mark: "he said: “…”", "he said that “…”".

    A colon, a comma or "that" must stand between the two. Without one, a verb of saying must stand right before the
    mark, or the quotation must begin with a capital.
    """
    i = span.start - 2
    while i >= 0 and doc[i].is_space:
        i -= 1
    if i < 0:
        return None
    if doc[i].text == ":":
        return _source_of_last_verb(doc, i, span, behind_colon=True)
    if doc[i].text in (",", "that") or doc[i].lemma_ in QUOTING_VERBS or doc[span.start].is_title:
        return _source_of_last_verb(doc, i + 1, span, behind_colon=False)
    return None


def _source_of_last_verb(doc: Parsed, end: int, span: MarkedSpan, *, behind_colon: bool) -> Source | None:
    """The source by the last verb of saying or "according to" in the sentence before ``end``.

    Without a colon, no other finite verb may stand between that and the quotation.
    """
    window = _CUE_TOKENS_BEFORE_COLON if behind_colon else _CUE_TOKENS
    for token in reversed(doc[max(0, end - window) : end]):
        if _bounds_cue(token):
            return None
        if token.pos_ == "VERB" and token.lemma_ in QUOTING_VERBS:
            return _source_of_cue(token, span)
        if token.lower_ == "according":
            return speakers.source_according_to(token, None, Manner.DIRECT)
        if token.tag_ in FINITE_TAGS and not behind_colon:
            return None
    return None


def _source_above(doc: Parsed, span: MarkedSpan) -> Source | None:
    """The source by the nearest verb of saying above the quoted words, or by "according to" behind them."""
    cue = _verb_of_saying_above(doc, span)
    return _source_of_cue(cue, span) if cue is not None else _source_according_behind(doc, span)


def _verb_of_saying_above(doc: Parsed, span: MarkedSpan) -> Token | None:
    """The nearest verb of saying above the quoted words: "calling the raid a “success”", "said that it was “late”"."""
    token = _top_of_quoted_words(doc, span)
    if token is None:
        return None
    for _ in range(_MAX_WORDS_UP):
        head = token.head
        if head.i == token.i:
            return None
        if head.lemma_ in QUOTING_VERBS and head.pos_ == "VERB" and not span.start <= head.i < span.end:
            return head
        if token.dep_ in APPOSITION_OR_RELATIVE:
            return None
        token = head
    return None


def _top_of_quoted_words(doc: Parsed, span: MarkedSpan) -> Token | None:
    """The first of the quoted words whose head is not quoted."""
    for token in doc[span.start : span.end]:
        is_head_outside = not span.start <= token.head.i < span.end
        if is_head_outside and not token.is_punct and not token.is_space:
            return token
    return None


def _source_according_behind(doc: Parsed, span: MarkedSpan) -> Source | None:
    """The source that "according to" names right behind the closing mark."""
    i = span.end + 1
    if i < len(doc) and doc[i].text == ",":
        i += 1
    if i >= len(doc) or doc[i].lower_ != "according":
        return None
    return speakers.source_according_to(doc[i], None, Manner.DIRECT)


def _source_of_cue(cue: Token, span: MarkedSpan) -> Source | None:
    """The speaker of the cue as the source of the quotation.

    None where the cue is negated, or its speaker cannot speak or stands between the marks.
    """
    named = speakers.speaker_of_verb(cue) or _speaker_behind_verb(cue, span)
    if named is None or not speakers.can_speak(named) or span.start <= named.i < span.end or speakers.is_negated(cue):
        return None
    if cue.dep_ == "acl" and named is cue.head and not may_act(named):
        # no complications speak, though they are "responding to a question"
        return None
    return speakers.source_of_speaker(named, (cue.i, cue.i + 1), Manner.DIRECT)


def _speaker_behind_verb(cue: Token, span: MarkedSpan) -> Token | None:
    """The subject behind its verb, where the parse makes it an object: "…", said the spokesman; "…?" asked the mayor.

    A verb that takes people as objects must stand right behind the closing mark.
    """
    if cue.lemma_ not in SPEECH_VERBS and cue.i != span.end + 1:
        return None
    first = next((child for child in cue.rights if child.left_edge.i == cue.i + 1), None)
    if first is not None and first.tag_ == "VBG":
        # "…", said the mayor commenting on the vote
        first = own_subject(first)
    is_speaker = first is not None and first.dep_ in QUOTED_WORDS | SUBJECTS and first.pos_ in NOMINAL_POS
    return first if is_speaker else None
