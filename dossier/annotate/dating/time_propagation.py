"""The time that the words of a sentence give each event: its own, or one passed on from another event."""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import replace

from dossier.annotate.dating.anchor_offsets import anchor_offsets
from dossier.annotate.dating.item_links import item_links
from dossier.annotate.dating.time_links import SIDE_OF_WORD, Side, TimeLink, own_times
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import (
    ENCLOSING_PREPOSITIONS,
    enclosed_verb,
    is_accompanying,
    is_argument_of_light_verb,
    is_when_clause,
    light_participle,
    ordering_conjunction,
)
from dossier.annotate.syntax.labels import CLAUSAL_COMPLEMENTS, VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.syntax.tense import shares_auxiliaries
from dossier.annotate.timex.lexicon import MONTHS, WEEKDAYS
from dossier.annotate.word_classes import REPORTING_VERBS
from dossier.model import DatingRule, Tense
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_OCCASION_NOUNS = _WORDS["occasion_nouns"]
_PHASE_VERBS = _WORDS["phase_verbs"]
_OTHER_SIDE = {Side.FROM: Side.UNTIL, Side.UNTIL: Side.FROM}
_MAX_TOKENS_TO_CONJUNCT = 3
"""Tokens from a verb to a coordinated one that may pass its time back: "arrested and later fined on Monday".

Set by hand; no measurement is recorded.
"""


def time_links(
    doc: Parsed, timexes: Sequence[Timex], nouns: Collection[int], tenses: dict[int, Tense], where: Passages
) -> dict[int, TimeLink]:
    """The links of verbs and event nouns to the times that the words of their sentence give them, by token index.

    Six passes, each linear: their own times; the dates of entries of a chronicle; from a clause up to its governor;
    from the governor down; to event nouns from the verbs that only say that they took place; to verbs from event nouns
    ("since its launch in 2003").
    """
    found = own_times(doc, timexes, nouns, where)
    found |= dict(anchor_offsets(doc, timexes, nouns, found))
    found |= item_links(doc, nouns, tenses, where, found)
    verbs = [doc[i] for i in tenses]
    for verb in verbs:
        _pass_up(verb, found, tenses)
    for verb in verbs:
        _pass_down(verb, found, timexes, tenses)
    for i in nouns:
        if i not in found:
            _pass_to_noun(doc[i], found)
    for verb in verbs:
        if verb.i not in found:
            _pass_from_nouns(verb, found, nouns)
    return found


def _pass_up(verb: Token, found: dict[int, TimeLink], tenses: dict[int, Tense]) -> None:
    """Give the time of a verb to its governor, where both have one time by a rule, or a connective orders them."""
    link = found.get(verb.i)
    if link is None or link.side is not Side.AT:
        return
    same = _simultaneous_governor(verb, tenses)
    conjunction = ordering_conjunction(verb)
    if same is not None:
        governor, rule = same
        found.setdefault(governor.i, replace(link, rule=rule))
    elif conjunction is not None:
        found.setdefault(verb.head.i, replace(link, side=SIDE_OF_WORD[conjunction], rule=DatingRule.ORDERED_CLAUSE))


def _simultaneous_governor(verb: Token, tenses: dict[int, Tense]) -> tuple[Token, DatingRule] | None:
    """The verb above that has the same time, and the rule that says so; None where no rule does."""
    head = verb.head
    if is_when_clause(verb) and tenses[verb.i] is tenses.get(head.i):
        return head, DatingRule.WHEN_CLAUSE
    if verb.dep_ in CLAUSAL_COMPLEMENTS and head.lemma_ in _PHASE_VERBS:
        return head, DatingRule.PHASE_VERB
    is_on_occasion = head.lemma_ in _OCCASION_NOUNS and head.dep_ == "pobj" and head.head.lower_ in ("in", "at")
    if verb.dep_ == "acl" and is_on_occasion:
        governor = head.head.head
        return (governor, DatingRule.OCCASION) if governor.lemma_ in REPORTING_VERBS else None
    if shares_auxiliaries(verb) and verb.i - head.i <= _MAX_TOKENS_TO_CONJUNCT:
        return head, DatingRule.SHARED_TIME
    return None


def _pass_down(verb: Token, found: dict[int, TimeLink], timexes: Sequence[Timex], tenses: dict[int, Tense]) -> None:
    """Give a verb without a time the time of its governor, or a side of it."""
    link = found.get(verb.head.i)
    if verb.i in found or link is None or verb.head.pos_ not in VERB_POS:
        return
    if shares_auxiliaries(verb):
        if not _has_unread_time(verb, timexes):
            found[verb.i] = replace(link, rule=DatingRule.SHARED_TIME)
    elif link.side is Side.AT:
        rule = _shared_time_rule(verb, timexes[link.time].start, tenses)
        conjunction = ordering_conjunction(verb)
        if rule:
            found[verb.i] = replace(link, rule=rule)
        elif conjunction is not None:
            found[verb.i] = replace(link, side=_OTHER_SIDE[SIDE_OF_WORD[conjunction]], rule=DatingRule.ORDERED_CLAUSE)


def _has_unread_time(verb: Token, timexes: Sequence[Timex]) -> bool:
    """Whether words of time stand behind a verb that give it no link ("released that July", "for a year")."""
    behind = range(verb.i + 1, verb.right_edge.i + 1)
    if any(timex.start in behind for timex in timexes):
        return True
    return any(verb.doc[i].lower_ in MONTHS or verb.doc[i].lower_ in WEEKDAYS for i in behind)


def _shared_time_rule(verb: Token, time: int, tenses: dict[int, Tense]) -> DatingRule | None:
    """The rule by which a verb has the time of its governor; None where no rule says so.

    ``time`` is the first token of that time: in front of two coordinated verbs it is that of both.
    """
    same_tense = tenses[verb.i] is tenses.get(verb.head.i)
    if verb.dep_ == "conj" and same_tense and time < verb.head.i:
        return DatingRule.SHARED_TIME
    if is_accompanying(verb):
        return DatingRule.PARTICIPLE
    if is_when_clause(verb) and same_tense:
        return DatingRule.WHEN_CLAUSE
    return DatingRule.PHASE_VERB if verb.dep_ == "xcomp" and verb.head.lemma_ in _PHASE_VERBS else None


def _pass_to_noun(noun: Token, found: dict[int, TimeLink]) -> None:
    """Give an event noun the time of its verb.

    The verb only says that the event took place ("held talks on Monday", "the suit, filed on Monday"), or tells what
    took place in it ("said at the hearing on Monday").
    """
    verb = noun.head if is_argument_of_light_verb(noun, noun.head) else enclosed_verb(noun) or light_participle(noun)
    link = found.get(verb.i) if verb is not None else None
    if link is not None:
        found[noun.i] = replace(link, rule=DatingRule.ITS_VERB)


def _pass_from_nouns(verb: Token, found: dict[int, TimeLink], nouns: Container[int]) -> None:
    """Give a verb the time of the event in its phrase, or a side of it ("has grown since its launch in 2003")."""
    for preposition, event in _event_phrases(verb, nouns):
        link = found.get(event.i)
        side = Side.AT if preposition.lower_ in ENCLOSING_PREPOSITIONS else SIDE_OF_WORD.get(preposition.lower_)
        if link is not None and side is not None and link.side is Side.AT:
            found[verb.i] = replace(link, side=side, rule=DatingRule.NAMED_EVENT)
            return


def _event_phrases(verb: Token, nouns: Container[int]) -> Iterator[tuple[Token, Token]]:
    """The prepositions under a verb, each with an event noun or gerund behind it."""
    for child in verb.children:
        if child.dep_ == "prep":
            yield from ((child, event) for event in child.children if event.dep_ == "pcomp" or event.i in nouns)
