"""Whose words a quotation without a cue of its own is: the speaker's who was quoted, or reported, right before."""

from dossier.annotate.attribution import speakers
from dossier.annotate.doc import Source
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import NOUN_POS
from dossier.annotate.syntax.quotation_marks import MarkedSpan
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Manner
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.attribution", "attribution_words.toml")

_SENTENCE_ENDS = _WORDS["sentence_ends"]

# All set by hand; no measurement is recorded.
_MAX_TOKENS_BETWEEN = 40
"""How many tokens may lie between two quotations of one speaker, the marks included."""
_MAX_LINKING_WORDS = 3
"""How many words and marks of sentences may link two parts of a quotation ("a “sad” and, for us, “bitter” day")."""
_MAX_TERM_WORDS = 3
"""Up to how many words between marks are a term, no quotation ("the so-called “night wolves”")."""


def is_term(doc: Parsed, span: MarkedSpan) -> bool:
    """Whether the quoted words are a term of a few words, or a title with all its words capitalised."""
    words = [token for token in doc[span.start : span.end] if not token.is_punct and not token.is_space]
    is_title = all(w.is_title or w.is_upper or w.is_stop or not w.is_alpha for w in words)
    return len(words) <= _MAX_TERM_WORDS or is_title


def is_continued(doc: Parsed, last: MarkedSpan, span: MarkedSpan, speaker: Source) -> bool:
    """Whether the speaker of the last quotation goes on in ``span``.

    In the same paragraph a speaker goes on in the same sentence behind a few linking words with no noun, or behind a
    cue that ends its sentence. At the start of the next paragraph a speaker goes on behind such a cue alone, and not
    after a question, which someone else may answer.
    """
    if span.start - last.end > _MAX_TOKENS_BETWEEN:
        return False
    between = [token for token in doc[last.end : span.start] if token.is_alpha or token.text in _SENTENCE_ENDS]
    if span.paragraph != last.paragraph:
        is_next = span.paragraph == last.paragraph + 1 and _opens_sentence(doc, span)
        has_cue = last.end <= speaker.cue[0] < span.start and doc[last.end - 1].text != "?"
        return is_next and has_cue and _is_cue_of_first(between) and not is_term(doc, span)
    is_one_sentence = not any(token.is_sent_start for token in doc[last.end + 1 : span.start + 1])
    if is_one_sentence and len(between) <= _MAX_LINKING_WORDS:
        return not any(token.pos_ in NOUN_POS for token in between)
    return _is_cue_of_first(between) and not is_term(doc, span)


def source_of_sentence_before(doc: Parsed, span: MarkedSpan) -> Source | None:
    """The speaker whom the sentence right before a quotation reports: "She said that the port was shut. “It is over.”".

    Only where the quotation is a sentence of its own, and that sentence has one verb of saying, as its main verb.
    """
    last = _token_before(doc, span)
    if last is None or not _opens_sentence(doc, span) or is_term(doc, span):
        return None
    if last.text != "." or doc[span.end - 1].text not in _SENTENCE_ENDS:
        return None
    main = next((token for token in (last.head, last) if token.dep_ == "ROOT"), last)
    says = main.pos_ == "VERB" and main.lemma_ in SPEECH_VERBS and any(c.dep_ == "ccomp" for c in main.rights)
    named = speakers.speaker_of_verb(main) if says and not speakers.is_negated(main) else None
    if named is None or named.head is not main or not speakers.can_speak(named):
        return None
    return speakers.source_of_speaker(named, (main.i, main.i + 1), Manner.DIRECT)


def _token_before(doc: Parsed, span: MarkedSpan) -> Token | None:
    """The last token before the opening mark that is no white space."""
    i = span.start - 2
    while i >= 0 and doc[i].is_space:
        i -= 1
    return doc[i] if i >= 0 and span.opens else None


def _opens_sentence(doc: Parsed, span: MarkedSpan) -> bool:
    """Whether the quotation begins a sentence."""
    return span.opens and (doc[span.start - 1].is_sent_start or doc[span.start].is_sent_start)


def _is_cue_of_first(between: list[Token]) -> bool:
    """Whether what stands between two quotations can only name the speaker of the first.

    That is nothing, or words that end a sentence with no words behind ("“…,” Brandt said. “…”").
    """
    ends = [i for i, token in enumerate(between) if token.text in _SENTENCE_ENDS]
    return not between or (bool(ends) and not any(token.is_alpha for token in between[ends[0] :]))
