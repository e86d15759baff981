"""Pages that gather the posts of many days under one date, the newest first: a month's page, a long blog.

Each "today" in it is that of its own post, so none of them is the day of the page, which only comes after them all.
"""

from itertools import accumulate

from dossier.annotate.doc import quotations_by_token
from dossier.annotate.item_dates import dated_item
from dossier.annotate.parsed import Parsed
from dossier.annotate.structure.unread import untold_tokens
from dossier.annotate.timex.values.time_reading import PUBLISHED
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.text.word_lists import word_lists

_WORDS_FOR_ITSELF = word_lists("dossier.annotate.dating", "dating_words.toml")["words_of_a_blog_for_itself"]
_RULES_OF_TODAY = frozenset((RuleName.TODAY, RuleName.PART_OF_TODAY))

# Set by hand, on 34 pages of more than 2,500 words: reports of one day that run on with the news have up to 6 stretches
# with a "today" in 4,300 tokens, a blog with the posts of ten days 6, one with those of a month 13.
_STRETCH = 300  # tokens from one "today" to the next that counts
_LEAST_STRETCHES = 8  # where the page does not say what it is
_LEAST_OF_A_BLOG = 3  # where it calls itself a blog


def gathers_days(doc: Parsed) -> bool:
    """Whether its filed address is that of a month or year, or the page says "today" in many places far apart.

    A "today" in a quotation, in what is no body, or in a post that has its own date does not count.
    """
    if doc._.published is None or doc._.published.last is None:
        return False
    if doc._.filed_as_archive:
        return True
    stretches = _stretches_with_a_today(doc)
    return stretches >= (_LEAST_OF_A_BLOG if _calls_itself_a_blog(doc) else _LEAST_STRETCHES)


def _stretches_with_a_today(doc: Parsed) -> int:
    """How many times a "today" stands so far from the one that was counted before it."""
    quoted, untold = quotations_by_token(doc), untold_tokens(doc)
    places = [
        timex.start
        for timex in doc._.timexes
        if timex.rule in _RULES_OF_TODAY
        and timex.dating.anchor == PUBLISHED
        and timex.start not in untold
        and timex.start not in quoted
        and not _is_in_a_post(doc, timex.start)
    ]
    return len(set(accumulate(places, lambda last, place: place if place - last >= _STRETCH else last)))


def _is_in_a_post(doc: Parsed, i: int) -> bool:
    dated = dated_item(doc, i)
    return dated is not None and dated.is_report


def _calls_itself_a_blog(doc: Parsed) -> bool:
    """Whether the page says "this blog" or the like."""
    pairs = zip(doc.lowers, doc.lowers[1:], strict=False)
    return any(f"{first} {second}" in _WORDS_FOR_ITSELF for first, second in pairs)
