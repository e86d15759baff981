"""Direct quotations and whose words they are: by the parse, and by the words of saying beside their marks."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.attribution import speakers
from dossier.annotate.attribution.quotation_marks import Marked, marked
from dossier.annotate.doc import QuotedSpan, Source
from dossier.annotate.parsed import PARSE, Parsed, Token, parsed
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    APPOSITION_OR_RELATIVE,
    FINITE_TAGS,
    NOMINAL_POS,
    NOUN_MODIFYING_VERBS,
    NOUN_POS,
    QUOTED_WORDS,
)
from dossier.annotate.word_classes import QUOTING, SPEECH
from dossier.model import Manner
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.attribution", "attribution_words.toml")

_BEHIND = 14
_BEFORE = 40
_STEPS = 10
_LINKS = 3
_TERM = 3
_ENDS = _WORDS["ends"]
_FULL = frozenset((".", "]"))
"""A quotation that ends so has its cue in front: what comes next is another sentence."""
_LEADING = _WORDS["leading"]
_PLAIN_MARKS = frozenset(('"', "“", "”", "``", "''", "«", "»", "„", "‘", "’", "'", "`"))


@Language.factory("dossier_quotations", requires=[*PARSE, "doc._.headings"], assigns=["doc._.quotations"])
def create(nlp: Language, name: str) -> "Quoter":
    """The component; it goes after the parser."""
    return Quoter()


class Quoter:
    """Finds the quotations of a Doc, in text order; words quoted as a term are none."""

    def __init__(self) -> None:
        on_doc.register()

    def __call__(self, doc: Doc) -> Doc:
        """Find them and return the Doc."""
        text = parsed(doc)
        headings = heading_tokens(text) | on_doc.other_script_tokens(text)
        found = [pair for pair in marked(text) if pair.start not in headings]
        doc._.quotations = tuple(_quotations(text, found))
        return doc


def _quotations(doc: Parsed, pairs: list[Marked]) -> Iterator[QuotedSpan]:
    outer: Marked | None = None
    outer_said: Source | None = None
    for pair in pairs:
        nested = outer if outer is not None and pair.end <= outer.end else None
        said = _source(doc, pair)
        if nested is not None:
            said = _within(said, nested, outer_said)
        elif said is None and outer is not None and outer_said is not None and _goes_on(doc, outer, pair):
            said = outer_said
        if nested is None:
            outer, outer_said = pair, said
        if said is None and (nested is not None or _is_term(doc, pair)):
            continue
        start, end = _words(doc, pair)
        if start < end:
            yield QuotedSpan(start, end, said)


def _within(said: Source | None, outer: Marked, via: Source | None) -> Source | None:
    """The speaker of a quotation within another, who is named there and quoted by the speaker of that."""
    if said is None or not outer.start <= said.head < outer.end:
        return None
    return replace(said, via=via)


def _words(doc: Parsed, pair: Marked) -> tuple[int, int]:
    """Without blanks at either end."""
    start, end = pair.start, pair.end
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return start, end


def _is_term(doc: Parsed, pair: Marked) -> bool:
    """Whether it is no more than a word or a title in quotation marks."""
    words = [token for token in doc[pair.start : pair.end] if not token.is_punct and not token.is_space]
    return len(words) <= _TERM or all(w.is_title or w.is_upper or w.is_stop or not w.is_alpha for w in words)


def _goes_on(doc: Parsed, last: Marked, pair: Marked) -> bool:
    """Whether the same speaker goes on: in the next paragraph of an open quotation, or in the next words."""
    if last.goes_on:
        return pair.paragraph == last.paragraph + 1
    if pair.paragraph != last.paragraph:
        return False
    if pair.start - last.end > _BEFORE:
        return False
    between = [token for token in doc[last.end : pair.start] if token.is_alpha or token.text in _ENDS]
    goes_on = not any(token.is_sent_start for token in doc[last.end + 1 : pair.start + 1])
    if goes_on and len(between) <= _LINKS:
        return not any(token.pos_ in NOUN_POS for token in between)
    return _is_own_cue(between) and not _is_term(doc, pair)


def _is_own_cue(between: list[Token]) -> bool:
    """Whether there is nothing between two quotations but marks and the words that name the speaker of the first."""
    ends = [i for i, token in enumerate(between) if token.text in _ENDS]
    return not between or (bool(ends) and not any(token.is_alpha for token in between[ends[0] :]))


def _source(doc: Parsed, pair: Marked) -> Source | None:
    return _behind(doc, pair) or _introduced(doc, pair) or _governed(doc, pair)


def _behind(doc: Parsed, pair: Marked) -> Source | None:
    """The cue right after the closing mark: "…", he said; "…", said the spokesman."""
    i = pair.end + 1
    while i < len(doc) and doc[i].text == ",":
        i += 1
    if i >= len(doc) or not _leads(doc, pair, i):
        return None
    for token in doc[i : min(len(doc), i + _BEHIND)]:
        if token.text in _ENDS or _is_mark(token) or "\n" in token.text:
            return None
        if token.pos_ == "VERB" and token.lemma_ in QUOTING:
            return _said(token, pair)
        if token.pos_ == "VERB" and token.dep_ not in NOUN_MODIFYING_VERBS:
            return None
    return None


def _is_mark(token: Token) -> bool:
    """Whether it is a quotation mark: an apostrophe of possession is none."""
    return token.text in _PLAIN_MARKS and token.tag_ != "POS"


def _leads(doc: Parsed, pair: Marked, i: int) -> bool:
    """Whether what begins at ``i`` can be the cue of a quotation that ends as this does."""
    last = doc[pair.end - 1].text
    return doc[i].is_lower if last in _FULL else (last in _LEADING or i > pair.end + 1)


def _introduced(doc: Parsed, pair: Marked) -> Source | None:
    """The cue before the opening mark: with a comma, a colon or "that" between, or before a whole sentence."""
    i = pair.start - 2
    while i >= 0 and doc[i].is_space:
        i -= 1
    if i < 0:
        return None
    if doc[i].text == ":":
        return _nearest(doc, i, pair, _BEFORE)
    if doc[i].text in (",", "that") or doc[i].lemma_ in QUOTING or doc[pair.start].is_title:
        return _nearest(doc, i + 1, pair, _BEHIND)
    return None


def _nearest(doc: Parsed, end: int, pair: Marked, window: int) -> Source | None:
    """The last finite verb before ``end`` in its sentence, where it is one of saying; or an "according to"."""
    for token in reversed(doc[max(0, end - window) : end]):
        if token.text in _ENDS or _is_mark(token) or "\n" in token.text:
            return None
        if token.pos_ == "VERB" and token.lemma_ in QUOTING:
            return _said(token, pair)
        if token.lower_ == "according":
            return speakers.according(token, None, Manner.DIRECT)
        if token.tag_ in FINITE_TAGS and window == _BEHIND:
            return None
    return None


def _governed(doc: Parsed, pair: Marked) -> Source | None:
    """The nearest verb of saying above the quoted words: "calling the raid a “success”", "said that it was “late”"."""
    for word in _tops(doc, pair):
        token = word
        for _ in range(_STEPS):
            head = token.head
            if head.i == token.i:
                break
            if head.lemma_ in QUOTING and head.pos_ == "VERB" and not pair.start <= head.i < pair.end:
                return _said(head, pair)
            if token.dep_ in APPOSITION_OR_RELATIVE:
                break
            token = head
    return _accordingly(doc, pair)


def _tops(doc: Parsed, pair: Marked) -> list[Token]:
    """The first of the quoted words whose head is not quoted."""
    for token in doc[pair.start : pair.end]:
        outside = not pair.start <= token.head.i < pair.end
        if outside and not token.is_punct and not token.is_space:
            return [token]
    return []


def _accordingly(doc: Parsed, pair: Marked) -> Source | None:
    """The source that "according to" names right after the closing mark."""
    i = pair.end + 1
    if i < len(doc) and doc[i].text == ",":
        i += 1
    return speakers.according(doc[i], None, Manner.DIRECT) if i < len(doc) and doc[i].lower_ == "according" else None


def _said(cue: Token, pair: Marked) -> Source | None:
    """Its speaker; nobody where it is negated or the speaker stands between the marks."""
    named = speakers.speaker(cue) or _following(cue)
    if named is None or not speakers.can_speak(named) or pair.start <= named.i < pair.end or speakers.is_negated(cue):
        return None
    return speakers.source(named, (cue.i, cue.i + 1), Manner.DIRECT)


def _following(cue: Token) -> Token | None:
    """The subject behind its verb, where the parser took it for an object ("…", said the spokesman)."""
    if cue.lemma_ not in SPEECH:
        return None
    for child in cue.rights:
        if child.dep_ in QUOTED_WORDS and child.left_edge.i == cue.i + 1:
            return child if child.pos_ in NOMINAL_POS else None
    return None
