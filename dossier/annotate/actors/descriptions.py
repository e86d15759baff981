"""What an article calls an actor beside its name."""

from collections.abc import Iterable, Iterator

from dossier.annotate.actors.noun_lexicon import nouns
from dossier.annotate.actors.sieves import confidence
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    ADJECTIVE_OR_COMPOUND,
    FINITE_OR_PARTICIPLE_TAGS,
    MAIN_CLAUSES,
    MARK_OR_NEGATION,
    NOUN_POS,
    OBJECT_PREDICATES,
    SINGULAR_NOUN_TAGS,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.syntax.phrases import core
from dossier.model import Form, Kind
from dossier.text.names import HONORIFICS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

APPOSITION = "apposition"
PREDICATE = "predicate"
TITLE = "title"
SORT = "sort"
SAID = "said"
_Found = tuple[int, int, int, str]
_BEING = frozenset(("be", "become", "remain"))
_SERVING = frozenset("serve work act".split())
_MAKING = _WORDS["making"]
_JOINED = 3
_ARTICLES = ("a", "an", "the")
_OWN = ("i", "you", "we")
_BODIES = (Kind.ORGANIZATION, Kind.GROUP, Kind.PRODUCT)


def add_descriptions(doc: Parsed, chains: list[Chain]) -> None:
    """What an apposition, a predicate or a title says an actor is."""
    quoted = _quoted(doc)
    for chain in chains:
        _add(chain, [one for m in chain.mentions for one in _descriptions(doc[m.head], chain.kind)], quoted)


def add_predicates(doc: Parsed, chains: list[Chain]) -> None:
    """What is said of an actor not by name: "He was a clerk", "The mayor, Ada Brandt, was a clerk"."""
    quoted = _quoted(doc)
    for chain in chains:
        others = [doc[mention.head] for mention in chain.mentions if mention.form is not Form.NAME]
        _add(chain, [one for word in others for one in _of_subject(word, chain.kind)], quoted)


def _of_subject(subject: Token, kind: Kind) -> Iterator[_Found]:
    """Predicates; of whoever speaks, or is spoken to, only those that are surely said of such an actor."""
    own = subject.lower_ in _OWN
    for start, end, root, sieve in predicates(subject, kind):
        if not own:
            yield start, end, root, sieve
        elif subject.doc[root].lemma_.lower() in nouns().kinds:
            yield start, end, root, SAID


def _quoted(doc: Parsed) -> set[int]:
    return {i for quotation in doc._.quotations for i in range(quotation.start, quotation.end)}


def _add(chain: Chain, found: Iterable[_Found], quoted: set[int]) -> None:
    """Add those that share no word with the chain's other mentions; what stands in a quotation is only said."""
    taken = {i for mention in chain.mentions for i in range(mention.start, mention.end)}
    for start, end, root, told in found:
        if taken.isdisjoint(range(start, end)):
            sieve = SAID if root in quoted else told
            chain.mentions.append(Mention(start, end, root, Form.NOMINAL, sieve, confidence(sieve)))
            taken.update(range(start, end))


def _descriptions(name: Token, kind: Kind) -> Iterator[_Found]:
    for token in name.children:
        if token.dep_ == "appos" and describes(token, kind) and _follows(token, core(name)[1]):
            yield (*core(token), token.i, APPOSITION)
    yield from predicates(name, kind)
    # "the minister, Ada Brandt": the name explains the noun; before a place it is mostly a list
    if kind in (Kind.PERSON, Kind.ORGANIZATION) and name.dep_ == "appos" and describes(name.head, kind):
        start, end = core(name.head)
        if _follows(name, end):
            yield start, end, name.head.i, APPOSITION
    title = _title(name, kind)
    if title:
        yield (*title, TITLE if kind is Kind.PERSON else SORT)


def predicates(subject: Token, kind: Kind) -> Iterator[_Found]:
    """What a clause says that its subject is: "was a clerk", "served as chairman", "was named head of the port"."""
    first = subject.head
    if subject.dep_ not in SUBJECTS or subject.i > first.i or not _is_plain(first):
        return
    for verb in (first, *_continued(first), *_becoming(first)):
        for child in verb.rights:
            noun = _predicate(verb, child)
            if noun is not None and describes(noun, kind):
                yield (*core(noun), noun.i, PREDICATE)
    for child in first.lefts:
        # "As a student in Rome, he …"
        noun = next((word for word in child.rights if word.dep_ == "pobj"), None) if child.lower_ == "as" else None
        known = noun is not None and noun.lemma_.lower() in nouns().kinds
        if noun is not None and known and child.i < subject.i and describes(noun, kind):
            yield (*core(noun), noun.i, PREDICATE)


def _becoming(verb: Token) -> Iterator[Token]:
    """The participle that says what the subject became by it: "resigned, becoming a farmer"."""
    return (child for child in verb.rights if child.dep_ == "advcl" and child.lower_ == "becoming")


def _continued(verb: Token) -> Iterator[Token]:
    """The plain verbs joined to a verb that share its subject."""
    for _ in range(_JOINED):
        joined = next((child for child in verb.rights if child.dep_ == "conj" and child.pos_ in VERB_POS), None)
        if joined is None or not _is_plain(joined) or any(child.dep_ in SUBJECTS for child in joined.lefts):
            return
        yield joined
        verb = joined


def _predicate(verb: Token, child: Token) -> Token | None:
    if verb.lemma_ in _BEING:
        return child if child.dep_ == "attr" else None
    if verb.lemma_ in _SERVING and child.lower_ == "as":
        return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    if verb.lemma_ in _MAKING and any(word.dep_ == "auxpass" for word in verb.lefts):
        if child.lower_ == "as":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
        return child if child.dep_ in OBJECT_PREDICATES else None
    return None


def describes(noun: Token, kind: Kind) -> bool:
    """Whether it is one thing of a kind ("a clerk", "the port's engineer"), not someone's ("her choice") or many.

    It may be a bare noun too ("Brandt, former engineer") where it is known to be said of such an actor.
    """
    if noun.lower_ == "one" and any(child.lower_ == "of" for child in noun.rights):
        return True
    if noun.tag_ not in SINGULAR_NOUN_TAGS or noun.ent_type_ or _is_hyphenated(noun):
        return False
    known = nouns().kinds.get(noun.lemma_.lower())
    if known is None:
        return noun.tag_ == "NN" and any(child.dep_ == "det" and child.lower_ in _ARTICLES for child in noun.children)
    return _agree(known, kind)


def _is_hyphenated(noun: Token) -> bool:
    """Whether it is one half of a word: "co-founder"."""
    beside = noun.doc[max(0, noun.i - 1)].text, noun.doc[min(len(noun.doc) - 1, noun.i + 1)].text
    return "-" in beside


def _agree(said: Kind, kind: Kind) -> bool:
    if said is Kind.ORGANIZATION:
        return kind in _BODIES
    return said is kind


def _follows(token: Token, end: int) -> bool:
    """Whether the phrase of ``token`` begins at ``end``, with at most a comma or dash between."""
    start = token.left_edge.i
    return start in (end, end + 1) and all(between.is_punct for between in token.doc[end:start])


def _is_plain(verb: Token) -> bool:
    """Whether the verb states something: no negation, no modal, no question, under no other verb."""
    marked = any(
        child.dep_ in MARK_OR_NEGATION or (child.dep_ == "aux" and child.lemma_ != "have") for child in verb.children
    )
    return verb.tag_ in FINITE_OR_PARTICIPLE_TAGS and not marked and verb.dep_ in MAIN_CLAUSES


def _title(name: Token, kind: Kind) -> tuple[int, int, int] | None:
    """The words before a name that say what it names: "Prime Minister", "the Swedish captain", "the company"."""
    doc, first = name.doc, name.i
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    start = first
    while start > 0 and _is_title_word(doc[start - 1], name):
        start -= 1
    said = doc[first - 1].lemma_.lower().rstrip(".") if first else ""
    known = nouns().kinds.get(said)
    if start == first or said in HONORIFICS or known is None or not _agree(known, kind):
        return None
    return start, first, first - 1


def _is_title_word(token: Token, name: Token) -> bool:
    beside = token.dep_ in ADJECTIVE_OR_COMPOUND and token.i < token.head.i <= name.i
    if token.ent_type_ == "NORP":
        return beside
    return beside and not token.ent_type_ and token.pos_ in NOUN_POS
