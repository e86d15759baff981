"""The time that hangs on a verb or an event noun itself: "arrested on Monday", "Monday's raid"."""

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
from dossier.annotate.timex.rule_names import RuleName
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import DatingRule, TimexType
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")
_TABLES = word_tables("dossier.annotate.dating", "dating_words.toml")


class Side(Enum):
    """Whether an event lies at its time, or on one side of it."""

    AT = "at"
    FROM = "from"
    """At the time or after it: "since 2019", "after 2019"."""
    UNTIL = "until"
    """At the time or before it: "by 2019", "before 2019"."""


@dataclass(frozen=True, slots=True)
class TimeLink:
    """The time of an event, by its index among the times of the Doc, and the rule that links the two.

    ``until`` is the index of a second time: the end of a range ("from March 3 to March 5"), or the alternative where
    ``is_either`` ("1990 or 1991"). ``length`` is the index of a duration between the event and the time; the time
    comes after the event where ``is_ahead`` ("three days before the vote in May"). ``is_about``: the event lies at the
    time or near it.
    """

    time: int
    side: Side
    rule: DatingRule
    until: int | None = None
    is_either: bool = False
    length: int | None = None
    is_ahead: bool = False
    is_about: bool = False


SIDE_OF_WORD = {word: Side(side) for word, side in _TABLES["side_of_word"].items()}
"""The side of a time on which a preposition or conjunction puts an event."""

_SIDE_OF_PAIR = {pair: Side(side) for pair, side in _TABLES["side_of_pair"].items()}
_ENDS_OF_RANGE = {first: frozenset(last.split()) for first, last in _TABLES["ends_of_range"].items()}
_WORDS_BEFORE_A_TIME = _WORDS["words_before_a_time"]
_PREPOSITIONS_OF_A_FIRST_TIME = _WORDS["prepositions_of_a_first_time"]
_PREPOSITIONS_OF_AN_OCCASION = _WORDS["prepositions_of_an_occasion"]
_CONNECTIVES_ABOVE_A_TIME = _WORDS["connectives_above_a_time"]
_PREPOSITIONS_APART = _WORDS["prepositions_apart"]
_JOINTS_OF_DATES = _WORDS["joints_of_dates"]
_DEPICTING_VERBS = _WORDS["depicting_verbs"]
_SCHEDULING_VERBS = _WORDS["scheduling_verbs"]
_OCCASION_NOUNS = _WORDS["occasion_nouns"]
_PARTS_OF_TIME = _WORDS["parts_of_time"]
_WORDS_OF_COMPARISON = _WORDS["words_of_comparison"]
_DAY_WORDS = DEICTIC.keys() | WEEKDAYS.keys() | MONTHS.keys()
_DASHES = frozenset(("-", "--", "–", "—"))

# Set by hand; no measurement is recorded.
_MAX_TOKENS_IN_RANGE = 2
"""Tokens between the two times of a range, the second preposition among them."""
_MAX_DATELINE_TOKENS = 8
"""Tokens of a dateline before its time, and behind it up to the dash."""
_MAX_STEPS_UP = 16
"""Arcs of the parse from a time up to the word that it may hang on."""
_MAX_TOKENS_TO_COMPARISON = 16
"""Tokens from a time back to a word of comparison: "the worst attack since 2003"."""


def own_times(doc: Parsed, timexes: Sequence[Timex], nouns: Container[int], where: Passages) -> dict[int, TimeLink]:
    """The link of each verb or event noun on which a time hangs, by token index; ``nouns`` are the event nouns.

    Two times side by side on one word may be the ends of a range; else the word has the better one (``_rank``).
    """
    found: dict[int, TimeLink] = {}
    inside = frozenset(i for timex in timexes for i in range(timex.start, timex.end))
    for index, timex in enumerate(timexes):
        if not _can_date(doc, timex) or is_dateline(doc, timex, where.sentence_start[timex.start]):
            continue
        governor = _governor(doc, timex, nouns, inside)
        is_after_for = timex.start > 0 and doc[timex.start - 1].lower_ == "for"
        if governor is not None and governor.lemma_ in _SCHEDULING_VERBS and is_after_for:
            governor = next((child for child in governor.children if child.i in nouns), None)
        if governor is not None and index:
            governor = _restated_governor(doc, timexes[index - 1], timex, index, found) or governor
        if governor is None or where.is_quoted[timex.start] != where.is_quoted[governor.i]:
            continue
        if not _is_compared(doc, timex) and not _dates_shown_event(timex, governor):
            link = TimeLink(index, _side(doc, timex, governor), DatingRule.OWN_TIME)
            found[governor.i] = _chosen(doc, timexes, found.get(governor.i), link)
    return found


def _chosen(doc: Parsed, timexes: Sequence[Timex], old: TimeLink | None, new: TimeLink) -> TimeLink:
    """The better of two links, or both as a range."""
    if old is None:
        return new
    if old.time == new.time - 1:
        first, last = timexes[old.time], timexes[new.time]
        if _is_range(doc, first, last):
            return TimeLink(old.time, Side.AT, DatingRule.OWN_TIME, until=new.time)
        if _is_joined(doc, first, last):
            return replace(old, until=new.time, is_either=doc[first.end].lower_ == "or")
    return new if _rank(new, timexes) < _rank(old, timexes) else old


def _can_date(doc: Parsed, timex: Timex) -> bool:
    """Whether a time says when something happened: a bare duration, an hour without its day, and "now" do not.

    "every Monday" and "recently" have no calendar time either, but keep an event from being dated otherwise.
    """
    if timex.type is TimexType.DURATION:
        return timex.dating.when is not None
    if timex.rule == RuleName.CLOCK:
        return any(doc[i].lower_ in _DAY_WORDS for i in range(timex.start, timex.end))
    return timex.value not in ("PRESENT_REF", "FUTURE_REF")


def _rank(link: TimeLink, timexes: Sequence[Timex]) -> tuple[bool, bool, timedelta]:
    """The order of links to choose from: those with a calendar time, then those at their time, then the shortest."""
    when = timexes[link.time].dating.when
    length = when.end - when.start if when and when.start and when.end else timedelta.max
    return when is None, link.side is not Side.AT, length


def _is_range(doc: Parsed, first: Timex, last: Timex) -> bool:
    """Whether the two times are the ends of one ("from March 3 to March 5", "between Monday and Friday")."""
    if first.start == 0 or first.dating.when is None or last.dating.when is None:
        return False
    opening, closing = doc[first.start - 1].lower_, doc[last.start - 1].lower_
    return last.start - first.end <= _MAX_TOKENS_IN_RANGE and closing in _ENDS_OF_RANGE.get(opening, ())


def _is_joined(doc: Parsed, first: Timex, last: Timex) -> bool:
    """Whether two dates of one precision are joined as a choice or a range ("1990 or 1991", "March 14-16")."""
    one, other = first.dating.when, last.dating.when
    if one is None or other is None or one.precision is not other.precision or last.start != first.end + 1:
        return False
    return doc[first.end].text in _JOINTS_OF_DATES and one.before(other)


def _restated_governor(
    doc: Parsed, before: Timex, timex: Timex, index: int, found: Mapping[int, TimeLink]
) -> Token | None:
    """The word that the time before hangs on, if this one repeats it behind a comma ("on 5 March, the day before")."""
    if timex.start != before.end + 1 or doc[before.end].text != ",":
        return None
    return next((doc[i] for i, link in found.items() if link.time == index - 1), None)


def _is_compared(doc: Parsed, timex: Timex) -> bool:
    """Whether the time only marks what something is compared with ("the worst attack since 2003")."""
    if timex.start == 0 or doc[timex.start - 1].lower_ != "since":
        return False
    for token in reversed(
        doc[max(timex.start - _MAX_TOKENS_TO_COMPARISON, doc[timex.start].sent.start) : timex.start - 1]
    ):
        if token.pos_ in VERB_POS:
            return False
        if token.tag_ in SUPERLATIVE_TAGS or token.lower_ in _WORDS_OF_COMPARISON:
            return True
    return False


def _dates_shown_event(timex: Timex, governor: Token) -> bool:
    """Whether the time dates what a document shows, not the showing ("the list shows a sale on January 6")."""
    if governor.lemma_ not in _DEPICTING_VERBS or timex.start < governor.i:
        return False
    root = governor.doc.span(timex.start, timex.end).root
    hangs_on_it = governor in (root.head, root.head.head) and root.head.pos_ not in NOUN_POS
    return governor.tag_ in PRESENT_OR_PROGRESSIVE_TAGS or not hangs_on_it


def _side(doc: Parsed, timex: Timex, governor: Token) -> Side:
    """The side by the words before the time: "since 2019", "as of Monday".

    What was "not done until Monday" was done from Monday on; what was done "not until Monday" was done then.
    """
    position = timex.start - 1
    while position > 0 and doc[position].lower_ in _WORDS_BEFORE_A_TIME:
        position -= 1
    word = doc[position].lower_ if position >= 0 else ""
    if word in ("until", "till"):
        if position > 0 and doc[position - 1].lower_ == "not":
            return Side.AT
        if any(child.dep_ == "neg" for child in governor.children):
            return Side.FROM
    if position > 0 and f"{doc[position - 1].lower_} {word}" in _SIDE_OF_PAIR:
        return _SIDE_OF_PAIR[f"{doc[position - 1].lower_} {word}"]
    if governor.i >= timex.end and (governor.pos_ == "NOUN" or (position >= 0 and doc[position].is_ancestor(governor))):
        # the preposition belongs to the event: "before the 2016 referendum" the referendum itself is at 2016
        return Side.AT
    return SIDE_OF_WORD.get(word) or _side_by_preposition_above(doc.span(timex.start, timex.end).root, governor)


def _side_by_preposition_above(token: Token, governor: Token) -> Side:
    """The side by a preposition further up, of the phrase that the time stands in ("since its creation in 1950")."""
    for _ in range(_MAX_STEPS_UP):
        if token.i in (governor.i, token.head.i):
            break
        if token.dep_ in MARK_OR_PREPOSITION and token.lower_ in _CONNECTIVES_ABOVE_A_TIME:
            return SIDE_OF_WORD[token.lower_]
        token = token.head
    return Side.AT


def _governor(doc: Parsed, timex: Timex, nouns: Container[int], inside: Container[int]) -> Token | None:
    """The verb or event noun that the time hangs on, past other times; ``inside`` are the tokens of all times.

    In "said Monday the bridge fell" it is "said". For a time at the start of a sentence it is the main verb, where the
    parse leads nowhere. None where the time dates something else.
    """
    token = doc.span(timex.start, timex.end).root
    is_day = timex.dating.when is not None and timex.dating.when.is_within_a_day
    for _ in range(_MAX_STEPS_UP):
        head = token.head
        if head.i in nouns or (head.i != token.i and head.pos_ in VERB_POS):
            return _reporting_verb(head, timex) or head
        if head.i == token.i or (head.i not in inside and not _may_belong_above(token, head, is_day=is_day)):
            return _main_verb(doc, timex)
        token = head
    return None


def _reporting_verb(verb: Token, timex: Timex) -> Token | None:
    """The verb of saying above, where the time stands between it and its clause ("said Monday the bridge fell")."""
    said = verb.head
    first = verb.left_edge.i
    between = first in (timex.start, timex.start - 1) and said.i < first
    return said if verb.dep_ == "ccomp" and said.lemma_ in SPEECH_VERBS and between and not _has_mark(verb) else None


def _has_mark(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _main_verb(doc: Parsed, timex: Timex) -> Token | None:
    """The main verb of a sentence that a preposition and the time open ("On Monday police …")."""
    first = timex.start - 1
    if first < 0 or not doc[first].is_sent_start or doc[first].lower_ not in _PREPOSITIONS_OF_A_FIRST_TIME:
        return None
    root = doc[first].sent.root
    if root.pos_ in VERB_POS:
        return root if root.i >= timex.end else None
    # a finite verb under a noun that heads the sentence is a main verb that the parser missed
    return next((child for child in root.rights if child.tag_ == "VBD"), None)


def _may_belong_above(token: Token, head: Token, *, is_day: bool) -> bool:
    """Whether a time under ``head``, through ``token``, may belong to a word above ``head``; ``is_day``: it is one day.

    A time inside a noun phrase is that of the noun ("the 2010 budget"), unless the noun is an occasion on which things
    are said and done ("in a July 16 statement"). A year in a subject is that of the noun, a day most often the verb's.
    """
    if head.pos_ not in NOMINAL_OR_NUMBER_POS or head.lemma_ in _PARTS_OF_TIME:
        return True
    if head.dep_ == "pobj" and head.head.lower_ in _PREPOSITIONS_APART:
        return False
    if token.dep_ in NOUN_PARTS or token.lower_ in ("of", "from", "for"):
        is_on_occasion = head.dep_ == "pobj" and head.head.lower_ in _PREPOSITIONS_OF_AN_OCCASION
        return is_on_occasion and head.lemma_ in _OCCASION_NOUNS
    return is_day or head.dep_ not in SUBJECTS


def is_dateline(doc: Parsed, timex: Timex, start: int) -> bool:
    """Whether the time stands in a dateline ("TRIPOLI, March 14 (Midsea Press) —"), which opens the sentence."""
    if timex.start - start > _MAX_DATELINE_TOKENS or not (
        doc[start].text.isupper() and doc[start].is_alpha and len(doc[start]) > 2
    ):
        return False
    return any(token.text in _DASHES for token in doc[timex.end : timex.end + _MAX_DATELINE_TOKENS])
