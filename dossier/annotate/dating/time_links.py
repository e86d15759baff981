"""Which time the words of a sentence give a verb or an event noun, by the parse."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    MARK_OR_PREPOSITION,
    NOMINAL_OR_NUMBER_POS,
    NOUN_PARTS,
    NOUN_POS,
    PRESENT_OR_PROGRESSIVE_TAGS,
    SUBJECTS,
    SUPERLATIVE_TAGS,
    VERB_POS,
)
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.timex.lexicon import DEICTIC, MONTHS, WEEKDAYS
from dossier.annotate.word_classes import DEPICTING, FIXING, OCCASIONS, PARTS_OF_TIME, SPEECH
from dossier.model import DatingRule, TimexType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")


class Side(Enum):
    """Whether an event lies at its time, or on one side of it."""

    AT = "at"
    FROM = "from"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Link:
    """The index of a time, the side of it, and the rule.

    ``until`` is the index of the time at which it ends, where two times bound it ("from March 3 to March 5"), or of
    the other one where it ``is_either``. ``length`` is the index of a duration that lies between the event and the
    time, which is ahead of the event where ``is_ahead`` ("three days before the vote in May").
    """

    time: int
    side: Side
    rule: DatingRule
    until: int | None = None
    is_either: bool = False
    length: int | None = None
    is_ahead: bool = False


SIDES = {
    **dict.fromkeys(("since", "after", "following", "from"), Side.FROM),
    **dict.fromkeys(("until", "till", "by", "before", "through"), Side.UNTIL),
}
"""The side on which a preposition or conjunction puts what it goes with."""

_SKIPPED = _WORDS["skipped"]
_RANGES = {"from": ("to", "until", "till", "through"), "between": ("and",)}
_RANGE_GAP = 2
_DAY_WORDS = DEICTIC.keys() | WEEKDAYS.keys() | MONTHS.keys()
_PREPOSITIONS = _WORDS["prepositions"]
_APART = _WORDS["apart"]
_JOINTS = _WORDS["time_links_joints"]
_PAIRS = {
    "as of": Side.UNTIL,
    "prior to": Side.UNTIL,
    "up to": Side.UNTIL,
    "later than": Side.UNTIL,
    "earlier than": Side.FROM,
}
_SINGLES = _WORDS["singles"]
_DASHES = _WORDS["dashes"]
_DATELINE = 8
_STEPS = 16


def own(doc: Parsed, timexes: Sequence[Timex], nouns: Container[int], where: Passages) -> dict[int, Link]:
    """The times that hang on a verb or an event noun themselves, by token index; ``nouns`` are the event nouns."""
    found: dict[int, Link] = {}
    inside = frozenset(i for timex in timexes for i in range(timex.start, timex.end))
    for index, timex in enumerate(timexes):
        told = _can_date(doc, timex) and not _is_dateline(doc, timex, where.start[timex.start])
        holder = _holder(doc, timex, nouns, inside) if told else None
        if holder is not None and holder.lemma_ in FIXING and timex.start and doc[timex.start - 1].lower_ == "for":
            holder = next((child for child in holder.children if child.i in nouns), None)
        if holder is not None and index:
            holder = _restated(doc, timexes[index - 1], timex, index, found) or holder
        if holder is None or where.is_quoted[timex.start] != where.is_quoted[holder.i]:
            continue
        if _is_compared(doc, timex) or _is_of_object(timex, holder):
            continue
        link = Link(index, _side(doc, timex, holder), DatingRule.OWN_TIME)
        old = found.get(holder.i)
        if old is not None and old.time == index - 1 and _is_range(doc, timexes[old.time], timex):
            found[holder.i] = Link(old.time, Side.AT, DatingRule.OWN_TIME, until=index)
        elif old is not None and old.time == index - 1 and _is_joined(doc, timexes[old.time], timex):
            found[holder.i] = replace(old, until=index, is_either=doc[timexes[old.time].end].lower_ == "or")
        elif old is None or _rank(link, timexes) < _rank(old, timexes):
            found[holder.i] = link
    return found


def _can_date(doc: Parsed, timex: Timex) -> bool:
    """Whether it says when: a bare duration, an hour without its day, and "now" do not.

    "every Monday" and "recently" have no calendar time either, but keep an event from being dated otherwise.
    """
    if timex.type is TimexType.DURATION:
        return timex.dating.when is not None
    if timex.rule == "clock":
        return any(doc[i].lower_ in _DAY_WORDS for i in range(timex.start, timex.end))
    return timex.value not in ("PRESENT_REF", "FUTURE_REF")


def _rank(link: Link, timexes: Sequence[Timex]) -> tuple[bool, bool, timedelta]:
    """Of several times those with a value come first, then those at the event, then the shortest."""
    when = timexes[link.time].dating.when
    length = when.end - when.start if when and when.start and when.end else timedelta.max
    return when is None, link.side is not Side.AT, length


def _is_range(doc: Parsed, first: Timex, last: Timex) -> bool:
    """Whether the two times are the ends of one ("from March 3 to March 5", "between Monday and Friday")."""
    if first.start == 0 or first.dating.when is None or last.dating.when is None:
        return False
    opening, closing = doc[first.start - 1].lower_, doc[last.start - 1].lower_
    return last.start - first.end <= _RANGE_GAP and closing in _RANGES.get(opening, ())


def _is_joined(doc: Parsed, first: Timex, last: Timex) -> bool:
    """Whether the two are told as one or the other, or as a range ("1990 or 1991", "March 14-16")."""
    one, other = first.dating.when, last.dating.when
    if one is None or other is None or one.precision is not other.precision or last.start != first.end + 1:
        return False
    return doc[first.end].text in _JOINTS and one.before(other)


def _restated(doc: Parsed, before: Timex, timex: Timex, index: int, found: Mapping[int, Link]) -> Token | None:
    """What holds the time before, for one that says it again behind a comma ("on October 19, the day before")."""
    if timex.start != before.end + 1 or doc[before.end].text != ",":
        return None
    return next((doc[i] for i, link in found.items() if link.time == index - 1), None)


def _is_compared(doc: Parsed, timex: Timex) -> bool:
    """Whether nothing happened at the time but what something is measured against ("the worst attack since 2003")."""
    if timex.start == 0 or doc[timex.start - 1].lower_ != "since":
        return False
    for token in reversed(doc[max(timex.start - _STEPS, doc[timex.start].sent.start) : timex.start - 1]):
        if token.pos_ in VERB_POS:
            return False
        if token.tag_ in SUPERLATIVE_TAGS or token.lower_ in _SINGLES:
            return True
    return False


def _is_of_object(timex: Timex, holder: Token) -> bool:
    """Whether it is when what is shown took place, not when it was shown ("the list shows a sale on January 6")."""
    if holder.lemma_ not in DEPICTING or timex.start < holder.i:
        return False
    root = holder.doc.span(timex.start, timex.end).root
    hangs_on_it = holder in (root.head, root.head.head) and root.head.pos_ not in NOUN_POS
    return holder.tag_ in PRESENT_OR_PROGRESSIVE_TAGS or not hangs_on_it


def _side(doc: Parsed, timex: Timex, holder: Token) -> Side:
    """By the words before the time: "since 2019", "as of Monday"; what was not done until then was done from then."""
    position = timex.start - 1
    while position > 0 and doc[position].lower_ in _SKIPPED:
        position -= 1
    word = doc[position].lower_ if position >= 0 else ""
    if word in ("until", "till"):
        if position > 0 and doc[position - 1].lower_ == "not":
            return Side.AT
        if any(child.dep_ == "neg" for child in holder.children):
            return Side.FROM
    if position > 0 and f"{doc[position - 1].lower_} {word}" in _PAIRS:
        return _PAIRS[f"{doc[position - 1].lower_} {word}"]
    if holder.i >= timex.end and (holder.pos_ == "NOUN" or (position >= 0 and doc[position].is_ancestor(holder))):
        # what stands before goes with the event itself: "before the 2016 referendum"
        return Side.AT
    return SIDES.get(word) or _side_above(doc.span(timex.start, timex.end).root, holder)


def _side_above(token: Token, holder: Token) -> Side:
    """By a preposition further up, of the phrase that the time stands in ("since its creation in 1950")."""
    for _ in range(_STEPS):
        if token.i in (holder.i, token.head.i):
            break
        if token.dep_ in MARK_OR_PREPOSITION and token.lower_ in ("since", "after", "before", "until", "following"):
            return SIDES[token.lower_]
        token = token.head
    return Side.AT


def _holder(doc: Parsed, timex: Timex, nouns: Container[int], inside: Container[int]) -> Token | None:
    """The verb or event noun that the time hangs on, past other times (``inside`` are the tokens of all times)."""
    token = doc.span(timex.start, timex.end).root
    is_day = timex.dating.when is not None and timex.dating.when.is_within_a_day
    for _ in range(_STEPS):
        head = token.head
        if head.i in nouns or (head.i != token.i and head.pos_ in VERB_POS):
            return _reporter(head, timex) or head
        if head.i == token.i or (head.i not in inside and not _passes(token, head, is_day=is_day)):
            return _governed(doc, timex)
        token = head
    return None


def _reporter(verb: Token, timex: Timex) -> Token | None:
    """The verb of saying above, for a time between it and its clause ("said Monday the bridge fell")."""
    said = verb.head
    first = verb.left_edge.i
    between = first in (timex.start, timex.start - 1) and said.i < first
    return said if verb.dep_ == "ccomp" and said.lemma_ in SPEECH and between and not _has_mark(verb) else None


def _has_mark(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _governed(doc: Parsed, timex: Timex) -> Token | None:
    """The main verb, for a time that stands first with its preposition, whatever the parser made it part of."""
    first = timex.start - 1
    if first < 0 or not doc[first].is_sent_start or doc[first].lower_ not in _PREPOSITIONS:
        return None
    root = doc[first].sent.root
    if root.pos_ in VERB_POS:
        return root if root.i >= timex.end else None
    # a finite verb under a noun that heads the sentence is a main verb that the parser missed
    return next((child for child in root.rights if child.tag_ == "VBD"), None)


def _passes(token: Token, head: Token, *, is_day: bool) -> bool:
    """Whether a time at ``token`` can be that of the clause in which ``head`` stands.

    One inside a noun phrase is of that noun ("the 2010 budget"), unless the noun is an occasion on which things are
    said and done ("in a July 16 statement"). A subject's year is its own, a day most often the clause's.
    """
    if head.pos_ not in NOMINAL_OR_NUMBER_POS or head.lemma_ in PARTS_OF_TIME:
        return True
    if head.dep_ == "pobj" and head.head.lower_ in _APART:
        return False
    if token.dep_ in NOUN_PARTS or token.lower_ in ("of", "from", "for"):
        return head.dep_ == "pobj" and head.head.lower_ in ("in", "at", "during", "on") and head.lemma_ in OCCASIONS
    return is_day or head.dep_ not in SUBJECTS


def _is_dateline(doc: Parsed, timex: Timex, start: int) -> bool:
    """Whether the time stands in a dateline ("TRIPOLI, March 14 (Midsea Press) —")."""
    if timex.start - start > _DATELINE or not (
        doc[start].text.isupper() and doc[start].is_alpha and len(doc[start]) > 2
    ):
        return False
    return any(token.text in _DASHES for token in doc[timex.end : timex.end + _DATELINE])
