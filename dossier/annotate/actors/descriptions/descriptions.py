"""Descriptions that the grammar ties to an actor: appositions, predicates, titles."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.annotate.actors.descriptions.neutral_descriptions import is_neutral, unquotable_tokens
from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    ADJECTIVE_OR_COMPOUND,
    ASSERTED_CLAUSES,
    FINITE_OR_PARTICIPLE_TAGS,
    MARK_OR_NEGATION,
    NOUN_POS,
    OBJECT_PREDICATES,
    SINGULAR_NOUN_TAGS,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.syntax.phrases import core, is_apposition
from dossier.model import Form, Kind, Sieve
from dossier.text.names import HONORIFICS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_Description = tuple[int, int, int, Sieve]
"""First token, the one behind the last, head, and the sieve that links it to its actor."""
_COPULAR_VERBS = _WORDS["copular_verbs"]
_VERBS_OF_SERVING = _WORDS["verbs_of_serving"]
_VERBS_OF_APPOINTING = _WORDS["verbs_of_appointing"]
_MAX_COORDINATED_VERBS = 3
"""Coordinated verbs behind the first one that share its subject. Set by hand; no measurement is recorded."""
_ARTICLES = ("a", "an", "the")
_SPEAKER_OR_HEARER = ("i", "you", "we")
_KINDS_OF_BODY_NOUNS = (Kind.ORGANIZATION, Kind.GROUP, Kind.PRODUCT)


def add_descriptions(doc: Parsed, chains: list[Chain]) -> None:
    """Add the appositions, predicates and titles of the mentions that the chains have."""
    quoted, unquotable = _quoted_tokens(doc), unquotable_tokens(doc)
    for chain in chains:
        names = len(chain.mentions)
        _add(chain, [one for m in chain.mentions for one in _descriptions(doc[m.head], chain.kind)], quoted)
        found = chain.mentions[names:]
        chain.mentions[names:] = [replace(m, is_neutral=is_neutral(doc, m, chain.kind, unquotable)) for m in found]


def add_predicates(doc: Parsed, chains: list[Chain]) -> None:
    """Add the predicates of pronouns and descriptions: "He was a clerk", "The mayor, Ada Brandt, was a clerk"."""
    quoted = _quoted_tokens(doc)
    for chain in chains:
        subjects = [doc[mention.head] for mention in chain.mentions if mention.form is not Form.NAME]
        _add(chain, [one for subject in subjects for one in _predicates_of_subject(subject, chain.kind)], quoted)


def _predicates_of_subject(subject: Token, kind: Kind) -> Iterator[_Description]:
    """The predicates of a subject; those of "I", "you" and "we" only with a noun that the lexicon knows."""
    is_speaker_or_hearer = subject.lower_ in _SPEAKER_OR_HEARER
    for start, end, head, sieve in predicates(subject, kind):
        if not is_speaker_or_hearer:
            yield start, end, head, sieve
        elif subject.doc[head].lemma_.lower() in nouns().kinds:
            yield start, end, head, Sieve.SAID


def _quoted_tokens(doc: Parsed) -> set[int]:
    """The indices of the tokens within quotations."""
    return {i for quotation in doc._.quotations for i in range(quotation.start, quotation.end)}


def _add(chain: Chain, found: Iterable[_Description], quoted: set[int]) -> None:
    """Add the descriptions that share no token with the chain's mentions; one in a quotation gets the sieve SAID."""
    taken = {i for mention in chain.mentions for i in range(mention.start, mention.end)}
    for start, end, head, sieve in found:
        if taken.isdisjoint(range(start, end)):
            said_or_sieve = Sieve.SAID if head in quoted else sieve
            chain.mentions.append(linked_mention(start, end, head, Form.NOMINAL, said_or_sieve))
            taken.update(range(start, end))


def _descriptions(name: Token, kind: Kind) -> Iterator[_Description]:
    """The appositions, predicates and title of a name, given by its head."""
    for token in name.children:
        if is_apposition(token) and describes(token, kind) and _follows(token, core(name)[1]):
            yield (*core(token), token.i, Sieve.APPOSITION)
    yield from predicates(name, kind)
    # "The minister, Ada Brandt": the name explains the noun. Before a place, that is mostly a list.
    if kind in (Kind.PERSON, Kind.ORGANIZATION) and name.dep_ == "appos" and describes(name.head, kind):
        start, end = core(name.head)
        if _follows(name, end):
            yield start, end, name.head.i, Sieve.APPOSITION
    title = _title(name, kind)
    if title:
        yield (*title, Sieve.TITLE if kind is Kind.PERSON else Sieve.KIND_NOUN)


def predicates(subject: Token, kind: Kind) -> Iterator[_Description]:
    """What a clause says that its subject is: "was a clerk", "served as chairman", "was named head of the port"."""
    first = subject.head
    if subject.dep_ not in SUBJECTS or subject.i > first.i or not _is_plain(first):
        return
    for verb in (first, *_coordinated_verbs(first), *_participles_of_becoming(first)):
        for child in verb.rights:
            noun = _predicate_noun(verb, child)
            if noun is not None and describes(noun, kind):
                yield (*core(noun), noun.i, Sieve.PREDICATE)
    for child in first.lefts:
        # "As a student in Rome, he …".
        noun = next((word for word in child.rights if word.dep_ == "pobj"), None) if child.lower_ == "as" else None
        known = noun is not None and noun.lemma_.lower() in nouns().kinds
        if noun is not None and known and child.i < subject.i and describes(noun, kind):
            yield (*core(noun), noun.i, Sieve.PREDICATE)


def _participles_of_becoming(verb: Token) -> Iterator[Token]:
    """The participle "becoming" under the verb: "resigned, becoming a farmer"."""
    return (child for child in verb.rights if child.dep_ == "advcl" and child.lower_ == "becoming")


def _coordinated_verbs(verb: Token) -> Iterator[Token]:
    """Plain verbs that are coordinated with the verb and share its subject: "resigned and became a farmer"."""
    for _ in range(_MAX_COORDINATED_VERBS):
        following = next((child for child in verb.rights if child.dep_ == "conj" and child.pos_ in VERB_POS), None)
        if following is None or not _is_plain(following) or any(child.dep_ in SUBJECTS for child in following.lefts):
            return
        yield following
        verb = following


def _predicate_noun(verb: Token, child: Token) -> Token | None:
    """The noun by which the verb and a child on its right describe the subject; None if they do not."""
    if verb.lemma_ in _COPULAR_VERBS:
        return child if child.dep_ == "attr" else None
    if verb.lemma_ in _VERBS_OF_SERVING and child.lower_ == "as":
        return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    if verb.lemma_ in _VERBS_OF_APPOINTING and any(word.dep_ == "auxpass" for word in verb.lefts):
        if child.lower_ == "as":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
        return child if child.dep_ in OBJECT_PREDICATES else None
    return None


def describes(noun: Token, kind: Kind) -> bool:
    """Whether the noun can describe an actor of the kind.

    A singular noun that the lexicon has for the kind does, even without an article ("Brandt, former engineer"). Another
    noun does with an article ("a fan"), but not with a possessive ("her choice"). "One of the …" does, too.
    """
    if noun.lower_ == "one" and any(child.lower_ == "of" for child in noun.rights):
        return True
    if noun.tag_ not in SINGULAR_NOUN_TAGS or noun.ent_type_ or _is_hyphenated(noun):
        return False
    known = nouns().kinds.get(noun.lemma_.lower())
    if known is None:
        return noun.tag_ == "NN" and any(child.dep_ == "det" and child.lower_ in _ARTICLES for child in noun.children)
    return _kinds_agree(known, kind)


def _is_hyphenated(noun: Token) -> bool:
    """Whether a hyphen stands beside it, so that it is half a word: "co-founder"."""
    beside = noun.doc[max(0, noun.i - 1)].text, noun.doc[min(len(noun.doc) - 1, noun.i + 1)].text
    return "-" in beside


def _kinds_agree(noun_kind: Kind, actor_kind: Kind) -> bool:
    """Whether a noun for one kind can describe an actor of the other; those of bodies ("maker") fit products, too."""
    if noun_kind is Kind.ORGANIZATION:
        return actor_kind in _KINDS_OF_BODY_NOUNS
    return noun_kind is actor_kind


def _follows(token: Token, end: int) -> bool:
    """Whether the phrase of ``token`` begins at ``end``, with at most a comma or dash between."""
    start = token.left_edge.i
    return start in (end, end + 1) and all(between.is_punct for between in token.doc[end:start])


def _is_plain(verb: Token) -> bool:
    """Whether the verb states something: it has no negation, no subordinator and no active auxiliary but "have".

    Its clause is main, coordinated or a complement.
    """
    is_marked = any(
        child.dep_ in MARK_OR_NEGATION or (child.dep_ == "aux" and child.lemma_ != "have") for child in verb.children
    )
    return verb.tag_ in FINITE_OR_PARTICIPLE_TAGS and not is_marked and verb.dep_ in ASSERTED_CLAUSES


def _title(name: Token, kind: Kind) -> tuple[int, int, int] | None:
    """The words right before a name that describe its actor: "Prime Minister", "the Swedish captain", "the company".

    As their first token, the one behind the last, and their head. None where there are none of the actor's kind.
    """
    doc, first = name.doc, name.i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    start = first
    while start > 0 and _is_title_word(doc[start - 1], name):
        start -= 1
    lemma = doc[first - 1].lemma_.lower().rstrip(".") if first else ""
    known = nouns().kinds.get(lemma)
    if start == first or lemma in HONORIFICS or known is None or not _kinds_agree(known, kind):
        return None
    return start, first, first - 1


def _is_title_word(token: Token, name: Token) -> bool:
    modifies = token.dep_ in ADJECTIVE_OR_COMPOUND and token.i < token.head.i <= name.i
    if token.ent_type_ == "NORP":
        return modifies
    return modifies and not token.ent_type_ and token.pos_ in NOUN_POS
