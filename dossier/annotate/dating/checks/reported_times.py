"""A time that cannot be that of what is reported: it lies after the report."""

from collections.abc import Mapping
from datetime import timedelta

from dossier.annotate.dating.checks.misread_times import PAST_TENSES
from dossier.annotate.dating.links.link_dates import link_date
from dossier.annotate.dating.links.time_links import TimeLink
from dossier.annotate.parsed import Token
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Dating, Tense

_LATE_REPORT = timedelta(days=7)
"""How long before the end of a span something is said that the span is not counted from. Set by hand."""


def is_after_its_report(token: Token, dating: Dating, tense: Tense | None, links: Mapping[int, TimeLink]) -> bool:
    """Whether what is told as past lies after the day on which it was said: the time is that of a noun beside it.

    "Last night the office said that Brandt called off a trip today". So does a span that was counted from the wrong
    day: "said last year that the yard had lost money for the past three years".
    """
    said = links.get(token.head.i) if token.dep_ == "ccomp" and token.head.lemma_ in SPEECH_VERBS else None
    if said is None or dating.when is None or tense not in PAST_TENSES:
        return False
    of_report = link_date(token.doc, token.doc._.timexes, said).when
    if of_report is None or of_report.before(dating.when):
        return of_report is not None
    own = links.get(token.i)
    is_span = own is not None and token.doc._.timexes[own.time].rule == RuleName.PAST_OR_NEXT_UNITS
    last, said_on = dating.when.latest, of_report.latest
    return is_span and last is not None and said_on is not None and last - said_on > _LATE_REPORT
