"""Times that pass between an event noun and the verb beside it: "held talks on Monday", "since its launch in 2003"."""

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.annotate.dating.links.time_links import SIDE_OF_WORD, Side, TimeLink, is_shortly
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import (
    ENCLOSING_PREPOSITIONS,
    enclosed_verb,
    has_subject,
    is_argument_of_light_verb,
    light_participle,
)
from dossier.annotate.syntax.labels import SUBJECTS
from dossier.annotate.word_classes import LIGHT_VERBS, VERBS_OF_HOLDING
from dossier.model import DatingRule
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_NOUNS_BEFORE_AN_EVENT = _WORDS["nouns_before_an_event"]
_GATHERING_VERBS = _WORDS["gathering_verbs"]
_VERBS_ABOUT_A_DEED = _WORDS["verbs_about_a_deed"]
_PROOFS = frozenset(("evidence", "suspect", "warrant"))
_OCCASION_NOUNS = _WORDS["occasion_nouns"]
_VERBS_OF_AMOUNT = _WORDS["verbs_of_amount"]
_VERBS_OF_WHAT_IS_OVER = _VERBS_OF_AMOUNT | {"end"}
"""Verbs by whose time an event had happened."""
_VERBS_OF_AN_EFFECT = _WORDS["verbs_of_an_effect"]
_VERBS_AT_ONCE = _VERBS_OF_AN_EFFECT | _WORDS["verbs_of_change"]
_RELATIVE_PRONOUNS = frozenset(("that", "which"))


def event_noun_times(doc: Parsed, nouns: Collection[int], found: Mapping[int, TimeLink]) -> dict[int, TimeLink]:
    """The links that event nouns without a time take from their verbs, by token index."""
    links: dict[int, TimeLink] = {}
    for i in nouns:
        verb = None if i in found else next((verb for verb in _verbs_of(doc[i]) if verb.i in found), None)
        if verb is not None:
            link = found[verb.i]
            is_end = verb.lemma_ in _VERBS_OF_WHAT_IS_OVER and link.side is Side.AT
            links[i] = replace(link, side=Side.UNTIL if is_end else link.side, rule=DatingRule.ITS_VERB)
    return links


def _verbs_of(noun: Token) -> Iterator[Token]:
    """The verbs that have the time of an event noun.

    They only say that the event took place ("held talks", "made a series of arrests", "the suit, filed on Monday", "an
    attack that happened on Monday"), what took place in it ("said at the hearing", "met for talks"), what it did
    ("a raid killed ten on Monday", "was hit by strikes"), or how much it was ("deaths stood at ten on Monday").
    """
    named = _outer(noun)
    if is_argument_of_light_verb(named, named.head):
        yield named.head
    else:
        inside = (_verb_within(noun), light_participle(noun), _light_relative(noun))
        found = (*inside, _gathering_verb(noun), _effect_of(noun), _verb_of_amount(noun))
        yield from (verb for verb in found if verb is not None)


def _outer(noun: Token) -> Token:
    """The noun that counts or names the place of an event: "series" in "a series of arrests", else the event noun."""
    above = noun.head.head
    is_of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return above if is_of and above.lemma_ in _NOUNS_BEFORE_AN_EVENT else noun


def _verb_within(noun: Token) -> Token | None:
    """The verb whose event took place during that of the noun ("said at the hearing").

    Not one of the law, which is about an earlier deed: "was charged on Monday in the killing".
    """
    verb = enclosed_verb(noun)
    return None if verb is not None and _is_about_a_deed(verb, noun) else verb


def _is_about_a_deed(verb: Token, noun: Token) -> bool:
    """Whether a verb tells what the law does about an earlier event ("was charged in the killing")."""
    is_of_law = verb.lemma_ in _VERBS_ABOUT_A_DEED or any(child.lemma_ in _PROOFS for child in verb.rights)
    return is_of_law and noun.lemma_ not in _OCCASION_NOUNS


def _light_relative(noun: Token) -> Token | None:
    """The verb of a relative clause that says only that the event took place ("the attack that happened on Monday")."""
    for verb in noun.rights:
        if verb.dep_ != "relcl" or verb.lemma_ not in LIGHT_VERBS:
            continue
        is_subject = any(child.dep_ in SUBJECTS and child.lower_ in _RELATIVE_PRONOUNS for child in verb.lefts)
        has_object = any(child.dep_ == "dobj" and child.lower_ != "place" for child in verb.rights)
        if is_subject and not has_object:
            return verb
    return None


def _gathering_verb(noun: Token) -> Token | None:
    """The verb of people who come together for an event ("met on Monday for talks")."""
    is_for = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return noun.head.head if is_for and noun.head.head.lemma_ in _GATHERING_VERBS else None


def _effect_of(noun: Token) -> Token | None:
    """The verb of what an event did ("a raid killed ten on Monday", "was hit on Monday by strikes")."""
    is_agent = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
    verb = noun.head.head if is_agent else noun.head
    is_actor = is_agent or noun.dep_ == "nsubj"
    return verb if is_actor and verb.lemma_ in _VERBS_OF_AN_EFFECT else None


def _verb_of_amount(noun: Token) -> Token | None:
    """The verb that says how much an event is, its subject: "the deaths stood at ten on Monday"."""
    is_amount = noun.dep_ == "nsubj" and noun.head.lemma_ in _VERBS_OF_AMOUNT
    return noun.head if is_amount else None


def verb_times_from_nouns(
    verbs: Sequence[Token], nouns: Container[int], found: Mapping[int, TimeLink]
) -> dict[int, TimeLink]:
    """The links that verbs without a time take from event nouns, or a side of them, by token index.

    From an event in a phrase of theirs ("has grown since its launch in 2003"), from one that does what the verb says
    ("the attack on Monday killed ten"), or from one that they hold ("hosts a summit next month").
    """
    links: dict[int, TimeLink] = {}
    for verb in verbs:
        if verb.i in found:
            continue
        beside = (*_events_in_phrases(verb, nouns), *_events_as_subject(verb, nouns), *_events_held(verb, nouns))
        for side, noun in beside:
            link = found.get(noun.i)
            if link is not None and link.side is Side.AT:
                is_close = side is not Side.AT and is_shortly(noun.head)
                to = replace(link, is_about=True) if is_close else replace(link, side=side)
                links[verb.i] = replace(to, rule=DatingRule.NAMED_EVENT)
                break
    return links


def _events_in_phrases(verb: Token, nouns: Container[int]) -> Iterator[tuple[Side, Token]]:
    """The event nouns and gerunds behind the prepositions under a verb, with the side of them on which it lies.

    Not inside a deed that the verb is about, which was before: "gathered evidence in the October killing".
    """
    for child in verb.children:
        at = Side.AT if child.lower_ in ENCLOSING_PREPOSITIONS else SIDE_OF_WORD.get(child.lower_)
        if child.dep_ != "prep" or at is None:
            continue
        for event in child.children:
            is_about_it = at is Side.AT and _is_about_a_deed(verb, event)
            if (event.dep_ == "pcomp" or event.i in nouns) and not is_about_it:
                yield at, event


def _events_as_subject(verb: Token, nouns: Container[int]) -> Iterator[tuple[Side, Token]]:
    """The event nouns that are the subject of a verb of an effect, or stand beside the subject ("the gale of 1918")."""
    if verb.lemma_ not in _VERBS_AT_ONCE:
        return
    first = verb.head if verb.dep_ == "conj" and not has_subject(verb) else verb
    for subject in first.lefts:
        if subject.dep_ == "nsubj":
            beside = [child for child in subject.rights if child.dep_ == "appos"]
            yield from ((Side.AT, noun) for noun in (subject, *beside) if noun.i in nouns)


def _events_held(verb: Token, nouns: Container[int]) -> Iterator[tuple[Side, Token]]:
    """The event nouns that a verb of holding has as its object: "hosts a summit", "a summit attended by Brandt"."""
    if verb.lemma_ in VERBS_OF_HOLDING:
        yield from ((Side.AT, child) for child in verb.rights if child.dep_ == "dobj" and child.i in nouns)
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.i in nouns:
            yield Side.AT, verb.head
