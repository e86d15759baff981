"""A time that cannot be that of what is reported: it lies after the report."""

from collections.abc import Mapping

from dossier.annotate.dating.link_dates import link_date
from dossier.annotate.dating.misread_times import PAST_TENSES
from dossier.annotate.dating.time_links import TimeLink
from dossier.annotate.parsed import Token
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Dating, Tense


def is_after_its_report(token: Token, dating: Dating, tense: Tense | None, links: Mapping[int, TimeLink]) -> bool:
    """Whether what is told as past lies after the day on which it was said: the time is that of a noun beside it.

    "Last night the office said that Brandt called off a trip today".
    """
    said = links.get(token.head.i) if token.dep_ == "ccomp" and token.head.lemma_ in SPEECH_VERBS else None
    if said is None or dating.when is None or tense not in PAST_TENSES:
        return False
    of_report = link_date(token.doc, token.doc._.timexes, said).when
    return of_report is not None and of_report.before(dating.when)
