"""Times to come that stand by a verb in the present, and are those of what it plans: "tomorrow he plans to go"."""

from collections.abc import Iterator, Mapping

from dossier.annotate.dating.links.link_dates import link_date
from dossier.annotate.dating.links.time_links import TimeLink
from dossier.annotate.item_dates import report_day
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import PRESENT_TAGS, VERB_POS
from dossier.model import Tense, When


def with_times_of_plans(doc: Parsed, links: Mapping[int, TimeLink], tenses: Mapping[int, Tense]) -> dict[int, TimeLink]:
    """The links, each of such a verb given to the infinitive that it plans, where that has no time of its own.

    The time ends after the report: nobody plans now at a time to come.
    """
    found = dict(links)
    for i, planned in _plans(doc, links, tenses):
        if planned.i not in links and _is_to_come(doc, i, links[i]):
            found[planned.i] = found.pop(i)
    return found


def _plans(doc: Parsed, links: Mapping[int, TimeLink], tenses: Mapping[int, Tense]) -> Iterator[tuple[int, Token]]:
    """The verbs in the present that have a time and an infinitive for their content, with that infinitive."""
    for i in links:
        if tenses.get(i) is Tense.PRESENT and doc.tags[i] in PRESENT_TAGS:
            planned = _infinitive(doc[i])
            if planned is not None:
                yield i, planned


def _infinitive(verb: Token) -> Token | None:
    """The infinitive that a verb governs, or its adjective does: "plans to rule", "is due to rule"."""
    above = next((child for child in verb.rights if child.dep_ == "acomp"), verb) if verb.lemma_ == "be" else verb
    return next(
        (
            child
            for child in above.rights
            if child.dep_ == "xcomp" and child.pos_ in VERB_POS and any(word.tag_ == "TO" for word in child.lefts)
        ),
        None,
    )


def _is_to_come(doc: Parsed, i: int, link: TimeLink) -> bool:
    when, report = link_date(doc, doc._.timexes, link).when, report_day(doc, i)
    return when is not None and when.last is not None and report is not None and report.before(When.of(when.last))
