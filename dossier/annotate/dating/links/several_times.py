"""Several times that one word has: "He visited Syria in 2001, 2005 and again in 2012"."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import FINITE_OR_MODAL_TAGS, NOUN_POS, PREPOSITIONAL_RELATIONS, VERB_POS
from dossier.annotate.syntax.tense import shares_auxiliaries
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.annotate.word_classes import HABITUAL_ADVERBS
from dossier.model import Basis, Factuality, Realis, Tense, TimexType, When
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")
_JOINTS_OF_SEVERAL_TIMES = _WORDS["joints_of_several_times"]
_WORDS_OF_A_FURTHER_TIME = _WORDS["words_of_a_further_time"]
_WORDS_OF_REPETITION = _WORDS["words_of_repetition"]
_WORDS_BEFORE_A_TIME = _WORDS["words_before_a_time"]
_OPENERS_OF_A_RANGE = frozenset(word_tables("dossier.annotate.dating", "dating_words.toml")["ends_of_range"])

_RECURRING = frozenset((RuleName.WEEKDAY, RuleName.MONTH, RuleName.MONTH_DAY, RuleName.DAY_OF_THE_MONTH))
"""Rules by which a name that comes again every week, month or year is taken for its occurrence near publication."""


def series_of_times(
    doc: Parsed, timexes: Sequence[Timex], governor: Token, times: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """The series among ``times``, indices in text order of the times that hang on ``governor``.

    The times of a series follow each other with nothing but "and", commas, prepositions and "again" between them, and
    an "and" or "again" before the last. The ends of a range ("between May and July") are none, nor is a year that
    opens the next clause ("fled in 2011 and 2012 was a bad year").
    """
    run: list[int] = []
    for time in times:
        if run and not goes_on(doc, timexes[run[-1]], timexes[time]):
            yield from _series(doc, timexes, governor, run)
            run = []
        run.append(time)
    yield from _series(doc, timexes, governor, run)


def goes_on(doc: Parsed, before: Timex, timex: Timex) -> bool:
    """Whether a time goes on with the series in which the one before stands, or begins one with it.

    One behind "and" and a comma is set apart: "was arrested in 2001 and, in 2005, fled".
    """
    words = _words_between(doc, before, timex)
    return _JOINTS_OF_SEVERAL_TIMES.issuperset(words) and ("and", ",") not in pairwise(words)


def is_again(doc: Parsed, before: Timex, timex: Timex) -> bool:
    """Whether a time is a further one of what happened at the time before: "in June 2019, and again in May 2020"."""
    return "again" in _words_between(doc, before, timex) and goes_on(doc, before, timex)


def _series(doc: Parsed, timexes: Sequence[Timex], governor: Token, run: list[int]) -> Iterator[tuple[int, ...]]:
    """The times of the run, if they are a series."""
    if len(run) < 2 or _opener(doc, timexes[run[0]]) in _OPENERS_OF_A_RANGE:
        return
    first, before, last = (timexes[run[place]] for place in (0, -2, -1))
    is_joined = not _WORDS_OF_A_FURTHER_TIME.isdisjoint(_words_between(doc, before, last))
    opens_clause = (
        governor.pos_ in VERB_POS
        and governor.i < first.start
        and last.end < len(doc)
        and doc[last.end].tag_ in FINITE_OR_MODAL_TAGS
    )
    if is_joined and not opens_clause:
        yield tuple(run)


def _words_between(doc: Parsed, first: Timex, last: Timex) -> list[str]:
    return [token.lower_ for token in doc[first.end : last.start]]


def _opener(doc: Parsed, timex: Timex) -> str:
    """The preposition before a time; empty at the head of the text."""
    position = timex.start - 1
    while position > 0 and doc[position].lower_ in _WORDS_BEFORE_A_TIME:
        position -= 1
    return doc[position].lower_ if position >= 0 else ""


def happens_at_each(token: Token, tense: Tense | None, factuality: Factuality) -> bool:
    """Whether the event of a word happened at each of its times: no habit ("meets each year in May and June")."""
    if tense is Tense.PRESENT or factuality.realis is Realis.GENERIC:
        return False
    if any(child.lower_ in HABITUAL_ADVERBS for child in token.children):
        return False
    sentence, timexes = token.sent, token.doc._.timexes
    return not any(one.type is TimexType.SET and sentence.start <= one.start < sentence.end for one in timexes)


def may_be_one_each(token: Token, timexes: Sequence[Timex]) -> bool:
    """Whether each of the times may be that of one of as many people or places that take part in an event.

    "Brandt and Keller were born in 1970 and 1974", "attacks in Verrin and Orlov in 2004 and 2007, respectively".
    """
    if any(is_again(token.doc, before, timex) for before, timex in pairwise(timexes)):
        return False
    if any(word.lower_ == "respectively" for word in token.sent):
        return True
    below = [child for child in token.children if child.dep_ != "conj"]
    parts = [*below, *(part for phrase in below if phrase.dep_ in PREPOSITIONAL_RELATIONS for part in phrase.children)]
    return any(_coordinated_nouns(part) == len(timexes) for part in parts if part.pos_ in NOUN_POS)


def _coordinated_nouns(first: Token) -> int:
    """How many nouns are coordinated, from the first on; 0 where one is a time."""
    nouns = [first]
    for noun in nouns:
        nouns.extend(child for child in noun.rights if child.dep_ == "conj" and child.pos_ in NOUN_POS)
    times = [range(timex.start, timex.end) for timex in first.doc._.timexes]
    return 0 if any(first.i in time for time in times) else len(nouns)


def are_apart(dates: Sequence[When]) -> bool:
    """Whether no two dates have a moment in common: "last year, in May" is one time said twice."""
    in_order = sorted(dates, key=lambda when: when.start or datetime.min)
    return not any(one.overlaps(other) for one, other in pairwise(in_order))


def are_sure(timexes: Sequence[Timex]) -> bool:
    """Whether weekdays and dates without a year among the times are surely those that they were taken for.

    They are in the order of the calendar, and no year stands beside them. Of "Monday and Thursday", published on a
    Monday, one may be of another week; in "March and April of 2008" both are of that year.
    """
    if not any(one.rule in _RECURRING and one.dating.basis is Basis.RELATIVE for one in timexes):
        return True
    dates = [one.dating.when for one in timexes if one.dating.basis is Basis.RELATIVE]
    return len(dates) == len(timexes) and all(one and other and one.before(other) for one, other in pairwise(dates))


def are_one_stretch(doc: Parsed, timexes: Sequence[Timex], dates: Sequence[When]) -> bool:
    """Whether the times follow each other without a gap, and no word says that something happened at each.

    What happened "in July and August" mostly happened once, or went on; not so "in July and again in August".
    """
    is_repeated = any(
        not _WORDS_OF_REPETITION.isdisjoint(_words_between(doc, one, other)) for one, other in pairwise(timexes)
    )
    return not is_repeated and all(one.end == other.start for one, other in pairwise(dates))


def are_told_apart(doc: Parsed, timexes: Sequence[Timex], times: Sequence[int]) -> bool:
    """Whether each of the times of one verb may be that of one object: "won the vote in 2003 and the cup in 2005".

    They are of one precision, in order and apart, each behind a preposition, with "and" but no verb between them.
    """
    found = [timexes[time] for time in times]
    dates = [timex.dating.when for timex in found if timex.dating.when]
    if len(dates) < 2 or len({when.precision for when in dates}) > 1 or dates[0].precision is None:
        return False
    if not all(one.before(other) for one, other in pairwise(dates)):
        return False
    if any(timex.start == 0 or doc[timex.start - 1].pos_ != "ADP" for timex in found):
        return False
    between = doc[found[0].end : found[-1].start]
    return any(word.lower_ == "and" for word in between) and not any(word.pos_ in VERB_POS for word in between)


def is_told_apart(verb: Token) -> bool:
    """Whether a verb is coordinated with the one before, and has its own auxiliaries: "bought a yard and sold it"."""
    return verb.dep_ == "conj" and verb.pos_ in VERB_POS and not shares_auxiliaries(verb)
