"""Times that date none of the events beside them: durations, datelines, stamps, headings, and what is only compared."""

from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    COMPOUND_ADJECTIVE_TAGS,
    NOUN_POS,
    PRESENT_OR_PROGRESSIVE_TAGS,
    SUPERLATIVE_TAGS,
    VERB_POS,
)
from dossier.annotate.timex.words.lexicon import DEICTIC, MONTHS, WEEKDAYS
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import TimexType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_DEPICTING_VERBS = _WORDS["depicting_verbs"]
_WORDS_OF_COMPARISON = _WORDS["words_of_comparison"]
_VERBS_OF_CHANGE = _WORDS["verbs_of_change"]
_DAY_WORDS = DEICTIC.keys() | WEEKDAYS.keys() | MONTHS.keys()
_WRITTEN_DATES = frozenset((RuleName.FULL_DATE, RuleName.MONTH_DAY, RuleName.MONTH_YEAR))
_UP_OR_DOWN = frozenset(("up", "down"))
_DASHES = frozenset(("-", "--", "–", "—"))

# Set by hand; no measurement is recorded.
_MAX_DATELINE_TOKENS = 8
"""Tokens of a dateline before its time, and behind it up to the dash."""
_MAX_TOKENS_TO_COMPARISON = 16
"""Tokens from a time back to a word of comparison: "the worst attack since 2003"."""


def is_apart(doc: Parsed, timex: Timex, sentence_start: int) -> bool:
    """Whether a time dates no event of its sentence, which begins with the token at ``sentence_start``."""
    return (
        not _can_date(timex)
        or is_dateline(doc, timex, sentence_start)
        or _is_heading(doc, timex, sentence_start)
        or _is_part_of_a_word(doc, timex)
        or _is_of_a_loose_range(doc, timex)
        or _is_since_a_record(doc, timex)
    )


def is_hour_alone(doc: Parsed, timex: Timex) -> bool:
    """Whether a time is an hour without its day ("at 9:54 a.m."): the day is that of another time."""
    return timex.rule == RuleName.CLOCK and not any(doc[i].lower_ in _DAY_WORDS for i in range(timex.start, timex.end))


def _can_date(timex: Timex) -> bool:
    """Whether a time says when something happened: a bare duration and "now" do not.

    "every Monday" and "recently" have no calendar time either, but keep an event from being dated otherwise.
    """
    if timex.type is TimexType.DURATION:
        return timex.dating.when is not None
    return timex.value not in ("PRESENT_REF", "FUTURE_REF")


def is_dateline(doc: Parsed, timex: Timex, start: int) -> bool:
    """Whether the time stands in a dateline ("TRIPOLI, March 14 (Midsea Press) —"), which opens the sentence."""
    if timex.start - start > _MAX_DATELINE_TOKENS or not (
        doc[start].text.isupper() and doc[start].is_alpha and len(doc[start]) > 2
    ):
        return False
    return any(token.text in _DASHES for token in doc[timex.end : timex.end + _MAX_DATELINE_TOKENS])


def _is_heading(doc: Parsed, timex: Timex, sentence_start: int) -> bool:
    """Whether a date belongs to the page, not to the words beside it.

    It stands beside a bar ("Ada | 19 September 2008"), opens the line before a semicolon ("Friday, 20 February; Page
    D1"), or is written out behind a label ("Last amended: 17 March"), or right behind a noun and before a colon: the
    heading of the next item, run on ("a quick fix 6 May 2009: Ministers …").
    """
    before = doc[timex.start - 1] if timex.start else None
    behind = doc[timex.end].text if timex.end < len(doc) else ""
    if behind == "|" or (before is not None and before.text == "|"):
        return True
    if before is None or timex.start == sentence_start:
        return behind == ";"
    is_labelled = before.text == ":" or (behind == ":" and before.pos_ in NOUN_POS)
    return is_labelled and timex.rule in _WRITTEN_DATES


def _is_part_of_a_word(doc: Parsed, timex: Timex) -> bool:
    """Whether a hyphen ties the time to a participle or an adjective behind it: "a Halloween-themed fair"."""
    behind = doc[timex.end : timex.end + 2]
    return len(behind) == 2 and behind[0].text == "-" and behind[1].tag_ in COMPOUND_ADJECTIVE_TAGS


def _is_of_a_loose_range(doc: Parsed, timex: Timex) -> bool:
    """Whether the time is an end of a range behind a comma: "three days of mourning, Wednesday through Friday"."""
    start, end = timex.start, timex.end
    opens = start > 0 and doc[start - 1].text == "," and end < len(doc) and doc[end].lower_ == "through"
    before = doc[start - 3 : start] if start > 2 else []
    closes = [before[0].text, before[2].lower_] == [",", "through"] if before else False
    return opens or (closes and before[1].lower_ in _DAY_WORDS)


def _is_since_a_record(doc: Parsed, timex: Timex) -> bool:
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


def is_start_of_change(doc: Parsed, timex: Timex, governor: Token) -> bool:
    """Whether a time is of what a change began with, not of the change: "rose from forty cases on Friday".

    So is a bare time right behind the old figure, which the parse may tie to the verb: "up from 148 yesterday".
    """
    figure = doc[timex.start - 1] if timex.start else None
    if figure is not None and figure.dep_ == "pobj" and _is_from_up_or_down(figure.head):
        return True
    for phrase in doc.span(timex.start, timex.end).root.head.ancestors:
        if phrase is governor:
            return False
        if phrase.lower_ == "from" and (phrase.head.lemma_ in _VERBS_OF_CHANGE or _is_from_up_or_down(phrase)):
            return True
    return False


def _is_from_up_or_down(word: Token) -> bool:
    """Whether it is the "from" of "up from" and "down from"."""
    return word.lower_ == "from" and word.head.lower_ in _UP_OR_DOWN


def dates_shown_event(timex: Timex, governor: Token) -> bool:
    """Whether the time dates what a document shows, not the showing ("the list shows a sale on January 6")."""
    if governor.lemma_ not in _DEPICTING_VERBS or timex.start < governor.i:
        return False
    root = governor.doc.span(timex.start, timex.end).root
    hangs_on_it = governor in (root.head, root.head.head) and root.head.pos_ not in NOUN_POS
    return governor.tag_ in PRESENT_OR_PROGRESSIVE_TAGS or not hangs_on_it
