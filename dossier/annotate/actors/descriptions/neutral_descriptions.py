"""Which descriptions may stand at the top of a dossier: neutral ones, in the article's own words.

What is printed there is held to a stricter measure than a line: a description that is left out does no harm.
"""

from collections.abc import Container
from itertools import pairwise

from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.doc import Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    AGENT_OR_PREPOSITION,
    AUXILIARIES,
    MAIN_CLAUSES,
    NOMINAL_POS,
    NOUN_OR_MODIFIER_POS,
    NOUN_POS,
    PLACE_ENTITIES,
    PRESENT_TAGS,
    SINGULAR_NOUN_TAGS,
    SUBJECTS,
    TIME_OR_NUMBER_ENTITIES,
    VERB_POS,
)
from dossier.annotate.word_classes import HEDGES
from dossier.model import Kind, Sieve
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "header_words.toml")

_NEUTRAL_ADJECTIVES = _WORDS["neutral_adjectives"]
_OFFICES_OF_A_FIELD = _WORDS["offices_of_a_field"]
_UNFIT_WORDS = _WORDS["unfit_words"]
_WORDS_OF_REPORT = _WORDS["words_of_report"]
_PLAIN_TAGS = frozenset(_WORDS["plain_tags"])
_MAX_TOKENS = 12
"""Tokens of a description; a longer one tells a story. Set by hand; no measurement is recorded."""
_MAX_GOVERNORS = 40
"""Words above a description that are looked at. Set by hand, to bound the work."""


def unquotable_tokens(doc: Parsed) -> set[int]:
    """The indices of the tokens whose words are not the article's own telling: in quotations and headings."""
    return heading_tokens(doc) | {i for one in doc._.quotations for i in range(one.start, one.end)}


def is_neutral(doc: Parsed, mention: Mention, kind: Kind, unquotable: Container[int]) -> bool:
    """Whether a description of an actor of the kind is neutral, and stated by the article in its own words.

    People and organisations have titles, appositions and predicates; of a place it is only said what it is and where
    ("the capital of Norway"). ``unquotable`` are the tokens in quotations and headings.
    """
    head = doc[mention.head]
    if any(i in unquotable for i in range(mention.start, mention.end)) or _is_in_question(head):
        return False
    if not _fits_kind(doc, mention, kind) or not _is_plain_phrase(doc, mention):
        return False
    if mention.sieve == Sieve.TITLE:
        return _is_whole_title(doc, mention)
    is_told = mention.sieve == Sieve.APPOSITION or _is_told_of_the_present(doc, mention)
    return is_told and _is_unattributed(head) and _is_asserted(head)


def _fits_kind(doc: Parsed, mention: Mention, kind: Kind) -> bool:
    """Whether the noun is one for the kind, and says more than that kind: "a minister" alone does not."""
    head = doc[mention.head]
    if nouns().kinds.get(head.lemma_.lower()) is not kind or head.tag_ not in SINGULAR_NOUN_TAGS:
        return False
    words = [token for token in doc[mention.start : mention.end] if token.pos_ in NOUN_POS or token.pos_ == "ADJ"]
    if kind is Kind.PLACE:
        in_place = any(token.ent_type_ in PLACE_ENTITIES for token in doc[head.i + 1 : mention.end])
        return in_place and not any(token.pos_ == "ADJ" for token in words)
    return kind in (Kind.PERSON, Kind.ORGANIZATION) and len(words) > 1


def _is_plain_phrase(doc: Parsed, mention: Mention) -> bool:
    """Whether all words of a description are nouns, neutral adjectives and small words of grammar.

    A pronoun would point to nobody, a time or number soon be wrong, and other adjectives may judge.
    """
    tokens = doc[mention.start : mention.end]
    return len(tokens) <= _MAX_TOKENS and all(map(_is_plain_word, tokens))


def _is_plain_word(token: Token) -> bool:
    if token.lemma_.lower() in _UNFIT_WORDS or token.lower_ in _UNFIT_WORDS:
        return False
    if token.ent_type_ in TIME_OR_NUMBER_ENTITIES or token.tag_ not in _PLAIN_TAGS:
        return False
    is_plain = token.tag_ != "JJ" or token.ent_type_ == "NORP" or token.lower_ in _NEUTRAL_ADJECTIVES
    return is_plain or _is_of_a_field(token)


def _is_of_a_field(adjective: Token) -> bool:
    """Whether an adjective is of the field of an office, named without an article: "minister of rural roads"."""
    field = adjective.head
    office = field.head.head if field.dep_ == "pobj" and field.head.lower_ in ("of", "for") else None
    is_bare = all(child.dep_ != "det" for child in field.children)
    return office is not None and is_bare and office.lemma_.lower() in _OFFICES_OF_A_FIELD


def _is_whole_title(doc: Parsed, mention: Mention) -> bool:
    """Whether no word before a title changes it: "former Vice President", "ex-President".

    A small noun before a title in capitals ends a caption: "flu infection President Haddad"; and a noun in capitals
    that is no name, a headline: "Sets Out Plans for Harbour Safety President Haddad".
    """
    tokens = doc[mention.start : mention.end]
    if any(one.pos_ == "NOUN" and one.is_lower and other.is_title for one, other in pairwise(tokens)):
        return False
    if _is_behind_headline(doc, mention.start):
        return False
    before = doc[mention.start - 1] if mention.start else None
    return before is None or not (before.pos_ in NOUN_OR_MODIFIER_POS or before.text in ("-", "–"))


def _is_behind_headline(doc: Parsed, start: int) -> bool:
    """Whether a preposition in small letters stands before, and before that a word in capitals that is no name."""
    if start < 2:
        return False
    word, preposition = doc[start - 2], doc[start - 1]
    return preposition.pos_ == "ADP" and preposition.is_lower and word.is_title and not word.ent_type_


def _is_told_of_the_present(doc: Parsed, mention: Mention) -> bool:
    """Whether a predicate stands right behind a verb in the present: "is the mayor", not "was" or "is no longer"."""
    head = doc[mention.head]
    between = doc[head.head.i + 1 : mention.start]
    return head.dep_ == "attr" and head.head.tag_ in PRESENT_TAGS and not between


def _is_in_question(head: Token) -> bool:
    return head.doc[head.sent.end - 1].text == "?"


def _is_unattributed(head: Token) -> bool:
    """Whether nothing in the sentence names a source: "according to police", "reportedly", "allegedly"."""
    return all(
        token.lower_ not in HEDGES and token.lower_ not in _WORDS_OF_REPORT
        for token in head.doc[head.sent.start : head.sent.end]
    )


def _is_asserted(head: Token) -> bool:
    """Whether all clauses around a word are main clauses that assert: without "not", "may", "if" or "said that"."""
    token = head
    for _ in range(_MAX_GOVERNORS):
        if token.pos_ in VERB_POS and not _asserts(token):
            return False
        if token.dep_ == "ROOT":
            return token.pos_ in VERB_POS
        if token.pos_ not in NOMINAL_POS and token.pos_ not in VERB_POS and token.dep_ not in AGENT_OR_PREPOSITION:
            return False
        token = token.head
    return False


def _asserts(verb: Token) -> bool:
    """Whether a verb heads a main or coordinated clause, without a negation, modal, mark or inverted auxiliary."""
    if verb.dep_ not in MAIN_CLAUSES:
        return False
    return not any(
        child.dep_ == "neg"
        or child.tag_ == "MD"
        or child.dep_ == "mark"
        or (child.dep_ in AUXILIARIES and child.i < _subject_place(verb))
        for child in verb.children
    )


def _subject_place(verb: Token) -> int:
    """The index of the subject of a verb; -1 without one. An auxiliary before it asks or supposes: "Had she been"."""
    return next((child.i for child in verb.lefts if child.dep_ in SUBJECTS), -1)
