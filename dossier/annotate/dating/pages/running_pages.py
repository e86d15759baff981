"""Pages that run on after the day of their publication: a timeline kept day by day, an article that was changed later.

What such a page tells had not all happened by that day, and its "yesterday" counts from any day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.annotate.doc import Timex
from dossier.annotate.item_dates import dated_items, own_tokens
from dossier.annotate.parsed import Parsed
from dossier.annotate.structure.unread import untold_tokens
from dossier.annotate.timex.values.time_reading import PUBLISHED
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import Basis, Dating, Tense, When

_FRONT_TOKENS = 2
"""Tokens before a time that opens its sentence: "In May 2021", "By late May 2021". Set by hand."""
_NEAREST_RULES = frozenset((RuleName.MONTH_DAY, RuleName.DAY_OF_A_SPAN))
"""Rules of times that lie nearest to the publication, whatever the day on which somebody writes."""


def runs_on(doc: Parsed, tenses: Mapping[int, Tense]) -> bool:
    """Whether the page tells as past what came after its day, or is a timeline that gives its entries no days."""
    published: When | None = doc._.published
    if published is None or published.last is None:
        return False
    if doc._.is_called_chronicle and not dated_items(doc):
        return True
    return _tells_of_later_times(doc, tenses, published) or _has_later_entries(doc, published)


def _tells_of_later_times(doc: Parsed, tenses: Mapping[int, Tense], published: When) -> bool:
    """Whether a sentence in the past opens with a time after publication that is written out with its year.

    Not with an hour ("At 4:28 pm on 26 June 2021, Ada wrote"), nor in what is no body: so open comments of readers.
    """
    unread = untold_tokens(doc)
    for timex in doc._.timexes:
        if timex.rule == RuleName.CLOCK or timex.start in unread:
            continue
        when, sentence = timex.dating.when, doc[timex.start].sent
        is_later = timex.dating.basis is Basis.EXPLICIT and when is not None and published.before(when)
        if is_later and timex.start - sentence.start <= _FRONT_TOKENS and tenses.get(sentence.root.i) is Tense.PAST:
            return True
    return False


def _has_later_entries(doc: Parsed, published: When) -> bool:
    """Whether an entry of a chronicle with a date after publication has a verb in the past."""
    later = (dated for dated in dated_items(doc) if not dated.is_report and published.before(dated.when))
    return any(doc[i].tag_ == "VBD" for dated in later for tokens in own_tokens(doc, dated.item) for i in tokens)


def without_days_of_report(timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """The times of such a page: those that count from its day, or from one that does, have no place in the calendar."""
    open_anchors, found = {PUBLISHED}, []
    for number, timex in enumerate(timexes, start=1):
        if timex.dating.anchor in open_anchors and timex.rule not in _NEAREST_RULES:
            open_anchors.add(f"t{number}")
            timex = replace(timex, dating=Dating())  # noqa: PLW2901 - the same time, read anew
        found.append(timex)
    return tuple(found)
