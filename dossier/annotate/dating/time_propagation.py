"""How a time passes from one event of a sentence to others that are told with it."""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import replace

from dossier.annotate.dating.anchor_offsets import measured
from dossier.annotate.dating.time_links import SIDES, Link, Side, own
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import (
    ENCLOSING,
    clause_side,
    is_accompanying,
    is_named_by,
    is_when_clause,
    participle,
    taking_place_in,
)
from dossier.annotate.syntax.labels import CLAUSAL_COMPLEMENTS, VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.syntax.tense import Tense, leans
from dossier.annotate.timex.lexicon import MONTHS, WEEKDAYS
from dossier.annotate.word_classes import OCCASIONS, PHASES, REPORTING
from dossier.model import DatingRule

_OTHER_SIDE = {Side.FROM: Side.UNTIL, Side.UNTIL: Side.FROM}
_SIDE_BY_SIDE = 3
"""How far apart two coordinated verbs can stand with nothing of the first's own between: "arrested and later fined"."""


def links(
    doc: Parsed, timexes: Sequence[Timex], nouns: Collection[int], tenses: dict[int, Tense], where: Passages
) -> dict[int, Link]:
    """For verbs and event nouns (token indices) the time that the words of their sentence give them.

    First their own; then from a clause to the one it is set in, and back down; then to event nouns from verbs that
    only say that they took place, and to verbs from event nouns ("since its launch in 2003"). Each is one pass.
    """
    found = own(doc, timexes, nouns, where)
    found |= dict(measured(doc, timexes, nouns, found))
    verbs = [doc[i] for i in tenses]
    for verb in verbs:
        _lift(verb, found, tenses)
    for verb in verbs:
        _lower(verb, found, timexes, tenses)
    for i in nouns:
        if i not in found:
            _from_verb(doc[i], found)
    for verb in verbs:
        if verb.i not in found:
            _from_nouns(verb, found, nouns)
    return found


def _lift(verb: Token, found: dict[int, Link], tenses: dict[int, Tense]) -> None:
    """Give the time of a verb to the one that it hangs on, where the two are told as of one time, or as in order."""
    link = found.get(verb.i)
    if link is None or link.side is not Side.AT:
        return
    same = _simultaneous_governor(verb, tenses)
    side = clause_side(verb)
    if same is not None:
        governor, rule = same
        found.setdefault(governor.i, replace(link, rule=rule))
    elif side is not None:
        found.setdefault(verb.head.i, replace(link, side=SIDES[side], rule=DatingRule.ORDERED_CLAUSE))


def _simultaneous_governor(verb: Token, tenses: dict[int, Tense]) -> tuple[Token, DatingRule] | None:
    """The verb above that has the same time, and the rule that says so; None where no rule does."""
    head = verb.head
    if is_when_clause(verb) and tenses[verb.i] is tenses.get(head.i):
        return head, DatingRule.WHEN_CLAUSE
    if verb.dep_ in CLAUSAL_COMPLEMENTS and head.lemma_ in PHASES:
        return head, DatingRule.PHASE_VERB
    if verb.dep_ == "acl" and head.lemma_ in OCCASIONS and head.dep_ == "pobj" and head.head.lower_ in ("in", "at"):
        governor = head.head.head
        return (governor, DatingRule.OCCASION) if governor.lemma_ in REPORTING else None
    if leans(verb) and verb.i - head.i <= _SIDE_BY_SIDE:
        return head, DatingRule.SHARED_TIME
    return None


def _lower(verb: Token, found: dict[int, Link], timexes: Sequence[Timex], tenses: dict[int, Tense]) -> None:
    """Give a verb without a time that of the verb it hangs on."""
    link = found.get(verb.head.i)
    if verb.i in found or link is None or verb.head.pos_ not in VERB_POS:
        return
    if leans(verb):
        if not _has_own_time(verb, timexes):
            found[verb.i] = replace(link, rule=DatingRule.SHARED_TIME)
    elif link.side is Side.AT:
        rule = _shared(verb, timexes[link.time].start, tenses)
        side = clause_side(verb)
        if rule:
            found[verb.i] = replace(link, rule=rule)
        elif side is not None:
            found[verb.i] = replace(link, side=_OTHER_SIDE[SIDES[side]], rule=DatingRule.ORDERED_CLAUSE)


def _has_own_time(verb: Token, timexes: Sequence[Timex]) -> bool:
    """Whether words of time stand behind it that are no date, or were not read ("released that July", "for a year")."""
    behind = range(verb.i + 1, verb.right_edge.i + 1)
    if any(timex.start in behind for timex in timexes):
        return True
    return any(verb.doc[i].lower_ in MONTHS or verb.doc[i].lower_ in WEEKDAYS for i in behind)


def _shared(verb: Token, time: int, tenses: dict[int, Tense]) -> DatingRule | None:
    """The rule by which a verb has the time of the one it hangs on; a time that stands first governs what follows."""
    same_tense = tenses[verb.i] is tenses.get(verb.head.i)
    if verb.dep_ == "conj" and same_tense and time < verb.head.i:
        return DatingRule.SHARED_TIME
    if is_accompanying(verb):
        return DatingRule.PARTICIPLE
    if is_when_clause(verb) and same_tense:
        return DatingRule.WHEN_CLAUSE
    return DatingRule.PHASE_VERB if verb.dep_ == "xcomp" and verb.head.lemma_ in PHASES else None


def _from_verb(noun: Token, found: dict[int, Link]) -> None:
    """Give an event noun the time of the verb that only says that it took place ("held talks on Monday").

    Or that took place in it ("said at the hearing on Monday").
    """
    verb = noun.head if is_named_by(noun, noun.head) else taking_place_in(noun) or participle(noun)
    link = found.get(verb.i) if verb is not None else None
    if link is not None:
        found[noun.i] = replace(link, rule=DatingRule.ITS_VERB)


def _from_nouns(verb: Token, found: dict[int, Link], nouns: Container[int]) -> None:
    """Set a verb before, after or at the event of its own phrase ("since its launch in 2003", "after selling …")."""
    for preposition, event in _event_phrases(verb, nouns):
        link = found.get(event.i)
        side = Side.AT if preposition.lower_ in ENCLOSING else SIDES.get(preposition.lower_)
        if link is not None and side is not None and link.side is Side.AT:
            found[verb.i] = replace(link, side=side, rule=DatingRule.NAMED_EVENT)
            return


def _event_phrases(verb: Token, nouns: Container[int]) -> Iterator[tuple[Token, Token]]:
    for child in verb.children:
        if child.dep_ == "prep":
            yield from ((child, event) for event in child.children if event.dep_ == "pcomp" or event.i in nouns)
