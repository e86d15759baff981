"""Whether the verbs above a time look back or ahead: "was arrested on Monday", "will meet on Monday"."""

from itertools import islice
from typing import Literal

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import AUXILIARIES, NOUN_MODIFIERS_OR_POSSESSIVES, NOUN_POS, PRESENT_TAGS, VERB_POS
from dossier.annotate.word_classes import PLANNING_WORDS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

Direction = Literal["past", "future"]
VerbAuxiliaries = dict[int, frozenset[str]]
"""Auxiliaries and conjunctions of verbs by token index, kept because one verb can have a thousand weekdays under it."""
_PREPOSITIONS_OF_DEFERRING = frozenset(("till", "to", "until"))
_PREPOSITIONS_AHEAD = frozenset(("by", "for", "until"))
_MAX_ANCESTORS = 40
"""How many words above a time are looked at. Set by hand, above the depth of clauses: it bounds the cost of lists."""
_PLANNING_WORDS = PLANNING_WORDS | _WORDS["further_planning_verbs"]
_DEFERRING_VERBS = _WORDS["deferring_verbs"]
_SCHEDULING_VERBS = _WORDS["scheduling_verbs"]
_FIXING_VERBS = _WORDS["fixing_verbs"]
_UNANNOUNCED_EVENTS = _WORDS["unannounced_events"]
_FUTURE_PHRASES = _WORDS["future_phrases"]
_FUTURE_AUXILIARIES = _WORDS["future_auxiliaries"]
_FUTURE_PERFECT_AUXILIARIES = _WORDS["future_perfect_auxiliaries"]
_PAST_AUXILIARIES = _WORDS["past_auxiliaries"]
_FUTURE_CONJUNCTIONS = _WORDS["future_conjunctions"]
_PRESENT_PASSIVE_WORDS = _WORDS["present_passive_words"] | _FUTURE_CONJUNCTIONS


def direction(token: Token, auxiliaries: VerbAuxiliaries) -> Direction | None:
    """The direction of the verbs above the token, the nearest first; None where they do not say.

    "As early as Monday", "due on Monday" and "delayed until Monday" look ahead, and so does "by Monday" unless its verb
    is in the past. A time that modifies a noun ("Monday's vote") has no direction, unless the noun is the occasion ("in
    an April speech she said") or nobody announces such a thing ("Monday's shooting", which is past).
    ``auxiliaries`` is filled with those of each verb that is looked at.
    """
    if token.dep_ in NOUN_MODIFIERS_OR_POSSESSIVES and token.head.pos_ in NOUN_POS:
        if not _is_occasion(token.head):
            return "past" if token.head.lemma_ in _UNANNOUNCED_EVENTS else None
        token = token.head
    before = [word.lower_ for word in token.doc[max(token.left_edge.i - 3, 0) : token.left_edge.i]]
    if " ".join(before) in _FUTURE_PHRASES:
        return "future"
    preposition = before[-1] if before else ""
    nearest = True
    for word in islice(token.ancestors, _MAX_ANCESTORS):
        if word.lower_ == "due" or _looks_ahead(word):
            return "future"
        if word.pos_ in VERB_POS:
            found = _direction_of_verb(word, token, nearest, auxiliaries)
            by_then = preposition == "by" and found != "past"
            if by_then or (preposition in _PREPOSITIONS_OF_DEFERRING and word.lemma_ in _DEFERRING_VERBS):
                return "future"
            if found != "above":
                return found
            nearest = False
    return None


def _looks_ahead(verb: Token) -> bool:
    """Whether a verb is that of "is due to" or "is going to"."""
    if verb.lower_ == "going":
        is_present = any(child.tag_ in PRESENT_TAGS for child in verb.lefts if child.dep_ in AUXILIARIES)
        return is_present and any(child.dep_ == "xcomp" for child in verb.rights)
    return verb.lemma_ == "be" and any(child.lower_ == "due" and child.dep_ == "acomp" for child in verb.rights)


def _is_occasion(noun: Token) -> bool:
    """Whether something is said or done in what a noun names: "in an April speech", "at a Monday hearing"."""
    is_inside = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during")
    return is_inside and any(child.lower_ in ("a", "an") for child in noun.lefts)


def _direction_of_verb(
    verb: Token, token: Token, nearest: bool, known: VerbAuxiliaries
) -> Literal["past", "future", "above"] | None:
    """The direction of one verb; "above" where the verb above it decides."""
    if verb.i not in known:
        known[verb.i] = frozenset(
            child.lower_ for child in verb.children if child.dep_ in AUXILIARIES or child.lower_ in _FUTURE_CONJUNCTIONS
        )
    auxiliaries = known[verb.i]
    if "have" in auxiliaries and "would" in auxiliaries:
        return None  # would have turned fifty
    if "have" in auxiliaries and auxiliaries.isdisjoint(_FUTURE_PERFECT_AUXILIARIES):
        return "past"  # may have left
    if auxiliaries & _FUTURE_AUXILIARIES or _is_planned(verb, token, nearest, auxiliaries):
        return "future"
    return None if "could" in auxiliaries else _by_form(verb, nearest, auxiliaries)


def _by_form(verb: Token, nearest: bool, auxiliaries: frozenset[str]) -> Literal["past", "future", "above"] | None:
    """The direction by the tense of a verb without a telling auxiliary: "met" looks back, "meets" does not say."""
    present = verb.tag_ in PRESENT_TAGS
    if present and (auxiliaries & _FUTURE_CONJUNCTIONS or (verb.lemma_ == "be" and not nearest)):
        return "future"  # when deputies meet; is to be tried
    if verb.tag_ == "VBN" and auxiliaries and auxiliaries <= _PRESENT_PASSIVE_WORDS:
        return "above" if auxiliaries.isdisjoint(("is", "are")) else "future"  # is heard on Monday; if elected
    if verb.tag_ == "VBD" or auxiliaries & _PAST_AUXILIARIES or (verb.tag_ == "VBN" and not auxiliaries):
        return "past"
    if present:
        return "past" if verb.lemma_ == "say" else None
    return "above"


def _is_planned(verb: Token, token: Token, nearest: bool, auxiliaries: frozenset[str]) -> bool:
    """Whether the verb plans what happens at the time: "scheduled for Monday", or "agreed to meet on Monday".

    "Set a deadline on Monday" tells of what was done that day.
    """
    if "had" in auxiliaries or (verb.tag_ == "VBN" and auxiliaries and auxiliaries <= _FUTURE_CONJUNCTIONS):
        return False  # had been scheduled to expire on Monday; when asked on Monday, she declined
    if not nearest:
        return verb.lemma_ in _PLANNING_WORDS
    if verb.tag_ in PRESENT_TAGS:
        return verb.lemma_ in _SCHEDULING_VERBS
    if verb.tag_ == "VBD" and verb.lemma_ in _FIXING_VERBS and token.head.lower_ not in _PREPOSITIONS_AHEAD:
        return False
    return verb.i < token.i and (
        verb.lemma_ in _SCHEDULING_VERBS or (verb.lemma_ in _PLANNING_WORDS and verb.tag_ == "VBN")
    )
