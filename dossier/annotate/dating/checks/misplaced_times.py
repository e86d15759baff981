"""Days past that the words give to what was foretold: they are those of the verb that foretells it.

"Officials predicted new outbreaks of the flu on Thursday", when Thursday is over, tells when they predicted.
"""

from collections.abc import Iterable, Iterator, Mapping

from dossier.annotate.dating.checks.misread_times import PAST_TENSES
from dossier.annotate.dating.links.link_dates import link_date
from dossier.annotate.dating.links.time_links import Side, TimeLink
from dossier.annotate.item_dates import report_day
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.timex.words.rule_names import RuleName
from dossier.model import DatingRule, Tense
from dossier.text.word_lists import word_lists

_FORETELLING_VERBS = word_lists("dossier.annotate.dating", "dating_words.toml")["foretelling_verbs"]


def times_of_tellers(
    doc: Parsed, expected: Iterable[int], links: Mapping[int, TimeLink], tenses: Mapping[int, Tense]
) -> Iterator[tuple[int, TimeLink]]:
    """The links of verbs of foretelling, in the past and without a time, to the days of what they foretell, by token.

    ``expected`` are the token indices of what is told as not done: forecasts, plans and aims. The day lies before the
    report; a weekday that was read as the last one may be that of the report. What an infinitive or a clause foretells
    has its own day: "warned that they would strike on Thursday".
    """
    for i in expected:
        link = links.get(i)
        if link is None or link.side is not Side.AT or link.rule is not DatingRule.OWN_TIME or link.series:
            continue
        teller = _teller(doc[i], tenses)
        if teller is not None and teller.i not in links and _is_before_report(doc, i, link):
            yield teller.i, link


def _teller(event: Token, tenses: Mapping[int, Tense]) -> Token | None:
    """The verb of foretelling in the past of whose object an event is a part; None where there is none."""
    for word in (event, *event.ancestors):
        tense = tenses.get(word.i, Tense.BARE)
        if tense is not Tense.BARE:
            return word if tense in PAST_TENSES and word.lemma_ in _FORETELLING_VERBS else None
    return None


def _is_before_report(doc: Parsed, i: int, link: TimeLink) -> bool:
    day = link_date(doc, doc._.timexes, link).when
    report = report_day(doc, i)
    if day is None or report is None or not day.is_within_a_day:
        return False
    is_weekday = doc._.timexes[link.time].rule == RuleName.WEEKDAY
    return day.before(report) or (is_weekday and day.known_day is not None and day.known_day == report.known_day)
