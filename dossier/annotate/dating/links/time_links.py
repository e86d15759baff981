"""The time that hangs on a verb or an event noun itself: "arrested on Monday", "Monday's raid"."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from dossier.annotate.dating.links.several_times import are_told_apart, is_again, series_of_times
from dossier.annotate.dating.links.time_governors import TimeGovernors
from dossier.annotate.dating.links.times_apart import dates_shown_event, is_apart, is_hour_alone, is_start_of_change
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import MARK_OR_PREPOSITION, VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import DatingRule, Qualifier
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
    time or near it. ``series`` are the indices of all times of the word that has this one, where it has several: "in
    2001, 2005 and 2012".
    """

    time: int
    side: Side
    rule: DatingRule
    until: int | None = None
    is_either: bool = False
    length: int | None = None
    is_ahead: bool = False
    is_about: bool = False
    series: tuple[int, ...] = ()


SIDE_OF_WORD = {word: Side(side) for word, side in _TABLES["side_of_word"].items()}
"""The side of a time on which a preposition or conjunction puts an event."""

_SIDE_OF_PAIR = {pair: Side(side) for pair, side in _TABLES["side_of_pair"].items()}
_ENDS_OF_RANGE = {first: frozenset(last.split()) for first, last in _TABLES["ends_of_range"].items()}
_WORDS_BEFORE_A_TIME = _WORDS["words_before_a_time"]
_CONNECTIVES_ABOVE_A_TIME = _WORDS["connectives_above_a_time"]
_JOINTS_OF_DATES = _WORDS["joints_of_dates"]
_WORDS_OF_A_SHORT_WHILE = _WORDS["words_of_a_short_while"]
_CONJUNCTIONS_OF_ORDER = frozenset(("after", "before"))

_WORDS_BESIDE_AN_HOUR = frozenset(("after", "before"))

# Set by hand; no measurement is recorded.
_MAX_TOKENS_IN_RANGE = 2
"""Tokens between the two times of a range, the second preposition among them."""
_MAX_TOKENS_TO_OPENER = 2
"""Tokens at the head of a sentence among which a connective opens it: "after", "shortly after"."""
_MAX_STEPS_UP = 16
"""Arcs of the parse from a time up to the word that it may hang on."""


def own_times(doc: Parsed, timexes: Sequence[Timex], nouns: Container[int], where: Passages) -> dict[int, TimeLink]:
    """The link of each verb or event noun on which a time hangs, by token index; ``nouns`` are the event nouns.

    Two times side by side on one word may be the ends of a range; else the word has the better one (``_rank``), and the
    series in which that stands.
    """
    found: dict[int, TimeLink] = {}
    all_links: dict[int, list[TimeLink]] = {}
    inside = frozenset(i for timex in timexes if timex.dating.when for i in range(timex.start, timex.end))
    governors = TimeGovernors(doc, nouns, inside)
    for index, timex in enumerate(timexes):
        if is_apart(doc, timex, where.sentence_start[timex.start]) or _is_vague_hour(doc, timex):
            continue
        governor = governors.governor(timex)
        if governor is not None and index:
            governor = _restated_governor(doc, timexes[index - 1], timex, index, found) or governor
        if governor is None or where.is_quoted[timex.start] != where.is_quoted[governor.i]:
            continue
        if not dates_shown_event(timex, governor) and not is_start_of_change(doc, timex, governor):
            link = _link(doc, index, timex, governor)
            all_links.setdefault(governor.i, []).append(link)
            found[governor.i] = _chosen(doc, timexes, found.get(governor.i), link)
    return {i: _with_series(doc, timexes, i, link, all_links[i]) for i, link in found.items()}


def _with_series(
    doc: Parsed, timexes: Sequence[Timex], governor: int, link: TimeLink, all_links: Sequence[TimeLink]
) -> TimeLink:
    """The link with the series of times in which its time stands, given all links of the same word."""
    if link.until is not None or len(all_links) == 1:
        return link
    dated = (one for one in all_links if timexes[one.time].dating.when)
    times = [one.time for one in dated if one.side is Side.AT and not one.is_about]
    found = next((series for series in series_of_times(doc, timexes, doc[governor], times) if link.time in series), ())
    if not found and doc[governor].pos_ in VERB_POS and link.time in times and are_told_apart(doc, timexes, times):
        return replace(link, time=times[0], until=times[-1])
    return replace(link, series=found)


def _link(doc: Parsed, index: int, timex: Timex, governor: Token) -> TimeLink:
    """The link of a word to the time that hangs on it; what came after or before an hour came on its day."""
    side, is_hour = _side(doc, timex, governor), timex.rule == RuleName.CLOCK
    is_beside = is_hour and timex.start > 0 and doc[timex.start - 1].lower_ in _WORDS_BESIDE_AN_HOUR
    is_close = timex.start > 0 and side is not Side.AT and is_shortly(doc[timex.start - 1])
    is_about = is_beside or is_close or is_hour_alone(doc, timex)
    return TimeLink(index, Side.AT if is_beside or is_close else side, DatingRule.OWN_TIME, is_about=is_about)


def is_shortly(connective: Token) -> bool:
    """Whether what comes before or after something is close to it: "shortly after", "minutes before".

    What goes on since shortly after it is not.
    """
    words = ["", "", *(word.lower_ for word in connective.doc[max(connective.i - 2, 0) : connective.i])]
    is_going_on = words[-2] == "since" and connective.lower_ == "after"
    return connective.lower_ in _CONJUNCTIONS_OF_ORDER and words[-1] in _WORDS_OF_A_SHORT_WHILE and not is_going_on


def _is_vague_hour(doc: Parsed, timex: Timex) -> bool:
    """Whether a time is an hour whose day the text around it does not give for sure."""
    when = timex.dating.when
    is_sure = when is not None and when.first is not None and when.first.qualifier is Qualifier.NONE
    return is_hour_alone(doc, timex) and not is_sure


def _chosen(doc: Parsed, timexes: Sequence[Timex], old: TimeLink | None, new: TimeLink) -> TimeLink:
    """The better of two links, or both as a range."""
    before = new.time - 1
    if before >= 0 and (old is None or old.time == before):
        first, last = timexes[before], timexes[new.time]
        if old is not None and _is_range(doc, first, last):
            return TimeLink(before, Side.AT, DatingRule.OWN_TIME, until=new.time)
        if _is_joined(doc, first, last):
            return replace(old or new, time=before, until=new.time, is_either=doc[first.end].lower_ == "or")
    if old is None:
        return new
    return new if _rank(doc, new, timexes) < _rank(doc, old, timexes) else old


def _rank(doc: Parsed, link: TimeLink, timexes: Sequence[Timex]) -> tuple[bool, bool, bool, bool, timedelta]:
    """The order of links to choose from: with a calendar time, with one of their own, at it, then the shortest.

    A year without a preposition comes last: "Master's, 1985 Brandt was born in 1961".
    """
    timex = timexes[link.time]
    when = timex.dating.when
    length = when.end - when.start if when and when.start and when.end else timedelta.max
    is_bare = timex.rule == RuleName.YEAR and not _has_preposition(doc, timex)
    return when is None, is_bare, link.is_about, link.side is not Side.AT, length


def _has_preposition(doc: Parsed, timex: Timex) -> bool:
    return timex.start > 0 and doc[timex.start - 1].pos_ == "ADP"


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
    """The word that the time before hangs on, if this one repeats it behind a comma ("on 5 March, the day before").

    Also if it goes on with "again": "had met in June, and again in July, officials said".
    """
    is_restated = timex.start == before.end + 1 and doc[before.end].text == ","
    if not (is_restated or is_again(doc, before, timex)):
        return None
    return next((doc[i] for i, link in found.items() if link.time == index - 1), None)


def _side(doc: Parsed, timex: Timex, governor: Token) -> Side:
    """The side by the words before the time: "since 2019", "as of Monday".

    What was "not done until Monday" was done from Monday on; what was done "not until Monday" was done then, and what
    somebody waited for until Monday came then.
    """
    position = timex.start - 1
    while position > 0 and doc[position].lower_ in _WORDS_BEFORE_A_TIME:
        position -= 1
    word = doc[position].lower_ if position >= 0 else ""
    if word in ("until", "till"):
        if (position > 0 and doc[position - 1].lower_ == "not") or governor.lemma_ == "wait":
            return Side.AT
        if any(child.dep_ == "neg" for child in governor.children):
            return Side.FROM
    if position > 0 and f"{doc[position - 1].lower_} {word}" in _SIDE_OF_PAIR:
        return _SIDE_OF_PAIR[f"{doc[position - 1].lower_} {word}"]
    if governor.i >= timex.end and (governor.pos_ == "NOUN" or (position >= 0 and doc[position].is_ancestor(governor))):
        # the preposition belongs to the event: "before the 2016 referendum" the referendum itself is at 2016
        return Side.AT
    root = doc.span(timex.start, timex.end).root
    return SIDE_OF_WORD.get(word) or _side_by_first_phrase(doc, timex, governor) or _side_above(root, governor)


def _side_by_first_phrase(doc: Parsed, timex: Timex, governor: Token) -> Side | None:
    """The side by the phrase that opens the sentence and ends with the time ("Soon after his oath on 5 May …")."""
    before = doc[doc[timex.start].sent.start : timex.start]
    opener = next(
        (token for token in before[:_MAX_TOKENS_TO_OPENER] if token.lower_ in _CONNECTIVES_ABOVE_A_TIME), None
    )
    if opener is None or governor.i < timex.end:
        return None
    is_one_phrase = not any(token.text == "," or token.pos_ in VERB_POS for token in before)
    return SIDE_OF_WORD[opener.lower_] if is_one_phrase else None


def _side_above(token: Token, governor: Token) -> Side:
    """The side by a preposition further up, of the phrase that the time stands in ("since its creation in 1950")."""
    for _ in range(_MAX_STEPS_UP):
        if token.i in (governor.i, token.head.i):
            break
        if token.dep_ in MARK_OR_PREPOSITION and token.lower_ in _CONNECTIVES_ABOVE_A_TIME:
            return SIDE_OF_WORD[token.lower_]
        token = token.head
    return Side.AT
