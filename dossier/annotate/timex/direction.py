"""Whether the words about a time look back or ahead."""

from itertools import islice
from typing import Literal

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import AUXILIARIES, NOUN_MODIFIERS_OR_POSSESSIVES, NOUN_POS, PRESENT_TAGS, VERB_POS
from dossier.annotate.word_classes import PLANNING_WORDS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

Direction = Literal["past", "future"]
Helpers = dict[int, frozenset[str]]
"""The helpers of verbs seen before, by token index: a verb can have a thousand weekdays."""
_REACH = 40
"""No clause is so deep; a list of a thousand weekdays is."""
_PLANNING = PLANNING_WORDS | {"suppose"}
_SCHEDULING = _WORDS["scheduling"]
_AHEAD = (("as", "early", "as"), ("as", "soon", "as"))
_FUTURE = _WORDS["future"]
_SURE = _WORDS["sure"]
_PAST = _WORDS["past"]
_CONDITIONS = _WORDS["conditions"]


def direction(token: Token, helpers: Helpers) -> Direction | None:
    """By the verbs above the token, the nearest first; None where they do not say."""
    if token.dep_ in NOUN_MODIFIERS_OR_POSSESSIVES and token.head.pos_ in NOUN_POS:
        return None
    before = tuple(word.lower_ for word in token.doc[max(token.left_edge.i - 3, 0) : token.left_edge.i])
    if before in _AHEAD:
        return "future"
    nearest = True
    for word in islice(token.ancestors, _REACH):
        if word.lower_ == "due":
            return "future"
        if word.pos_ in VERB_POS:
            found = _of(word, token, nearest, helpers)
            if found != "above":
                return found
            nearest = False
    return None


def _of(verb: Token, token: Token, nearest: bool, known: Helpers) -> Literal["past", "future", "above"] | None:
    """What one verb says; "above" where the verb over it decides."""
    if verb.i not in known:
        known[verb.i] = frozenset(
            child.lower_ for child in verb.children if child.dep_ in AUXILIARIES or child.lower_ in _CONDITIONS
        )
    helpers = known[verb.i]
    if "have" in helpers and "would" in helpers:
        return None  # would have turned fifty
    if "have" in helpers and helpers.isdisjoint(_SURE):
        return "past"  # may have left
    if helpers & _FUTURE or _is_planned(verb, token, nearest, helpers):
        return "future"
    return None if "could" in helpers else _by_form(verb, nearest, helpers)


def _by_form(verb: Token, nearest: bool, helpers: frozenset[str]) -> Literal["past", "future", "above"] | None:
    present = verb.tag_ in PRESENT_TAGS
    if present and (helpers & _CONDITIONS or (verb.lemma_ == "be" and not nearest)):
        return "future"  # when deputies meet; is to be tried
    if verb.tag_ == "VBN" and helpers and helpers <= {"is", "are", "be", "to", *_CONDITIONS}:
        return "above" if helpers.isdisjoint(("is", "are")) else "future"  # is heard on Monday; if elected
    if verb.tag_ == "VBD" or helpers & _PAST or (verb.tag_ == "VBN" and not helpers):
        return "past"
    if present:
        return "past" if verb.lemma_ == "say" else None
    return "above"


def _is_planned(verb: Token, token: Token, nearest: bool, helpers: frozenset[str]) -> bool:
    """Whether the time is that of a plan: after "scheduled", or in a clause under "agreed"."""
    if not nearest:
        return verb.lemma_ in _PLANNING
    follows = verb.i < token.i and "had" not in helpers
    return follows and (verb.lemma_ in _SCHEDULING or (verb.lemma_ in _PLANNING and verb.tag_ == "VBN"))
