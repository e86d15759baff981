"""Whose words a verb or noun of saying introduces, by the parse."""

from dataclasses import replace

from dossier.annotate.actors.noun_lexicon import nouns
from dossier.annotate.doc import Source
from dossier.annotate.ontology import Ontology, ontology
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    AGENT_OR_PREPOSITION,
    CONJUNCT_FULL_COMPLEMENT_OR_ADVERBIAL,
    NONFINITE_TAGS,
    PASSIVE_MARKS,
    SPEAKER_POS,
    SUBJECT_SHARING_CLAUSES,
    VERB_POS,
)
from dossier.annotate.syntax.phrases import core
from dossier.model import Kind, Manner
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.attribution", "attribution_words.toml")

_STEPS = 8
_RELATIVE = frozenset(("who", "which", "that"))
_MUTE = _WORDS["mute"]


def speaker(cue: Token) -> Token | None:
    """The head of the phrase that names who says it: the subject, or in the passive the agent; None if not said."""
    verb = cue
    for _ in range(_STEPS):
        named = _own(verb) or (None if verb is cue else _shared(verb))
        if named is not None and not can_speak(named):
            if verb is cue or verb.dep_ not in CONJUNCT_FULL_COMPLEMENT_OR_ADVERBIAL:
                return None
            # "told how the attack began, saying …": who told it says so
            verb = verb.head
            continue
        if named is not None or _is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
            return named
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        above = _sharing(verb)
        if above is None:
            return None
        verb = above
    return None


def possessor(noun: Token) -> Token | None:
    """Whose a noun of saying is: "X's claim", "the claim by X", "X made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ in ("by", "from") and child.dep_ in AGENT_OR_PREPOSITION:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("make", "issue", "release", "publish", "repeat", "give", "reject"):
        return None if noun.head.lemma_ == "reject" else speaker(noun.head)
    return None


def source(named: Token, cue: tuple[int, int], manner: Manner = Manner.INDIRECT, via: Source | None = None) -> Source:
    """The whole phrase of the speaker as a source; of a possessive without its mark, and at second hand at most."""
    start, end = core(named)
    if via is not None and via.via is not None:
        via = replace(via, via=None)
    while end > named.i + 1 and (named.doc[end - 1].tag_ == "POS" or named.doc[end - 1].is_punct):
        end -= 1
    return Source(start, end, named.i, cue, manner, via)


def according(word: Token, via: Source | None, manner: Manner = Manner.INDIRECT) -> Source | None:
    """The source that "according to" names; ``word`` is its first."""
    following = word.nbor(1) if word.i + 1 < len(word.doc) else None
    if following is None or following.lower_ != "to":
        return None
    named = next((c for parent in (following, word) for c in parent.children if c.dep_ == "pobj"), None)
    return source(named, (word.i, word.i + 2), manner, via) if named is not None and can_speak(named) else None


def can_speak(word: Token) -> bool:
    """Whether it can say something: no event, no vehicle or drug, and no "that"."""
    if word.pos_ == "PRON":
        return word.lower_ not in _MUTE
    if word.pos_ != "NOUN":
        return True
    lemma = word.lemma_.lower()
    known: Ontology = word.doc._.ontology or ontology()
    event = known.nouns.get(lemma)
    return nouns().kinds.get(lemma) is not Kind.PRODUCT and not (event and event.silent)


def is_negated(cue: Token) -> bool:
    """Whether it is said not to be said."""
    return any(child.dep_ == "neg" for child in cue.children)


def _own(verb: Token) -> Token | None:
    passive = verb.tag_ == "VBN"
    for child in verb.children:
        if child.dep_ == "nsubj" and child.pos_ in SPEAKER_POS:
            return _antecedent(child, verb)
        if passive and child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _shared(verb: Token) -> Token | None:
    """The subject of a passive, which is that of the infinitive or gerund under it ("was forced to admit")."""
    return next((c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ in SPEAKER_POS), None)


def _antecedent(subject: Token, verb: Token) -> Token:
    return verb.head if verb.dep_ == "relcl" and subject.lower_ in _RELATIVE else subject


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in PASSIVE_MARKS for child in verb.children)


def _sharing(verb: Token) -> Token | None:
    """The verb whose subject it shares."""
    head = verb.head
    if head.i == verb.i:
        return None
    if head.pos_ == "ADP" and verb.dep_ == "pcomp":
        head = head.head
    is_bare = verb.tag_ in NONFINITE_TAGS or verb.dep_ == "conj"
    return head if verb.dep_ in SUBJECT_SHARING_CLAUSES and head.pos_ in VERB_POS and is_bare else None
