"""Texts that tell of the past, and the times that such a story mentions in passing: it does not go on from them."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import AUXILIARIES, VERB_POS
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.values.time_reading import PUBLISHED, TimeReading
from dossier.annotate.timex.values.units import Unit
from dossier.annotate.timex.words.lexicon import DEICTIC, MONTHS, WEEKDAYS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.timex", "timex_words.toml")

_BEFORE_CHRIST = _WORDS["before_christ"]
_BEFORE_FAR_END = _WORDS["before_far_end"]
_OPENING_WORDS = 200
"""How many words from the start of a text are looked at for a weekday or "yesterday", with which news opens.

Set by hand; no measurement is recorded.
"""
_WORDS_TO_MONTH = 3
"""How far before its year a month may stand: "March 14, 2019"."""
_BRACKET_TOKENS = 20
"""How far before a time the bracket around it may open. Set by hand: it bounds the cost."""
_NARRATIVE_YEARS = 10  # see below
_NARRATIVE_DATED_YEARS = 6  # see below
_NARRATIVE_SHARE_OF_TEN = 6
"""A narrative names ten years or more, six in ten of them far from its publication, six of these with their month.

Set by hand: an odd article of WikiWars has nine such months or more, and 490 news articles that look back seldom have
more than three (decision 9).
"""
_MAX_ANCESTORS = 10
"""How many words above a time are looked at for its verb. Set by hand: it bounds the cost."""
_LONG_UNITS = frozenset((Unit.YEAR, Unit.DECADE, Unit.CENTURY))


def is_narrative(words: Sequence[str], published: date | None) -> bool:
    """Whether a text (its words in lower case) tells of the past rather than of the news.

    It names many years, most of them more than one from the year of its publication and several of these with their
    month, and does not open as news does, with a weekday or a word such as "yesterday". Where the publication is not
    known, all years count as far; so do those before Christ, and as if they had a month.
    """
    if any(word in WEEKDAYS or word in DEICTIC for word in words[:_OPENING_WORDS]):
        return False
    years = {word for word in set(words) if _is_year(word)}
    places = [place for place, word in enumerate(words) if word in years]
    far = [place for place in places if published is None or abs(_year(words[place]) - published.year) > 1]
    dated = [place for place in far if words[place] in _BEFORE_CHRIST or _has_month(words, place)]
    mostly_far = 10 * len(far) >= _NARRATIVE_SHARE_OF_TEN * len(places)
    return len(places) >= _NARRATIVE_YEARS and mostly_far and len(dated) >= _NARRATIVE_DATED_YEARS


def _is_year(word: str) -> bool:
    """Whether the word looks like a year (1000 to 2999), or is "BC"."""
    return word in _BEFORE_CHRIST or (len(word) == 4 and word.isdecimal() and word[0] in "12")


def _year(word: str) -> int:
    """The year; 0 for "BC"."""
    return 0 if word in _BEFORE_CHRIST else int(word)


def _has_month(words: Sequence[str], place: int) -> bool:
    """Whether a month stands before the year: "March 2019", "March 14, 2019"."""
    return any(word in MONTHS for word in words[max(place - _WORDS_TO_MONTH, 0) : place])


def is_aside(reading: TimeReading, context: AnchorContext) -> bool:
    """Whether a time is told in passing: in brackets, as an end of a span, in a clause that looks back.

    "The siege lasted until February 1945", "guns that had been cast in 1893", "since the year before".
    """
    before = context.first_token.nbor(-1).lower_ if context.start else ""
    if before in _BEFORE_FAR_END or _looks_back(reading, context) or is_in_brackets(context.first_token):
        return True
    verb, between = _governing_verb(context.head)
    return not _BEFORE_FAR_END.isdisjoint(between) or (verb is not None and _is_pluperfect_relative(verb))


def _looks_back(reading: TimeReading, context: AnchorContext) -> bool:
    """Whether the time is a year before the one that it is counted from: "the previous year"."""
    last, slot = context.last_time, reading.slot
    if last is None or slot is None or reading.dating.anchor in (None, PUBLISHED):
        return False
    return slot.unit in _LONG_UNITS and slot.start.year < last.slot.start.year


def is_in_brackets(token: Token) -> bool:
    """Whether a bracket opens before the token in its sentence and does not close again."""
    start = max(token.i - _BRACKET_TOKENS, token.sent.start)
    words = [token.doc[i].text for i in range(start, token.i)]
    return "(" in words and ")" not in words[len(words) - words[::-1].index("(") :]


def _governing_verb(token: Token) -> tuple[Token | None, list[str]]:
    """The nearest verb above the token, and the words (lower case) on the way to it."""
    between: list[str] = []
    for word in islice(token.ancestors, _MAX_ANCESTORS):
        if word.pos_ in VERB_POS:
            return word, between
        between.append(word.lower_)
    return None, between


def _is_pluperfect_relative(verb: Token) -> bool:
    """Whether the verb is that of a relative clause in the past perfect: "guns that had been cast in 1893"."""
    return verb.dep_ == "relcl" and any(child.lower_ == "had" and child.dep_ in AUXILIARIES for child in verb.lefts)
