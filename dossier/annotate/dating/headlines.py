"""What a headline tells is told again below it: it has the date that it has there."""

from collections.abc import Iterable, Mapping, Sequence

from dossier.annotate.dating.discourse import LEAD, Told, about
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.headings import headline
from dossier.annotate.syntax.labels import AUXILIARIES
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.syntax.tense import Tense
from dossier.model import OTHER_TYPE, Basis, Dating, DatingRule


def told_as_past(doc: Parsed, tenses: Mapping[int, Tense]) -> dict[int, Tense]:
    """The tenses with the present of a headline as the past: "Mayor resigns" tells of what is done."""
    changed = {i: Tense.PAST for i in headline(doc) if i in tenses and _is_present(doc[i], tenses[i])}
    return {**tenses, **changed}


def _is_present(verb: Token, tense: Tense) -> bool:
    """Whether it stands in the present; "Police arrest engineer" is easily taken for an infinitive."""
    bare = verb.tag_ == "VB" and has_subject(verb) and not any(c.dep_ in AUXILIARIES for c in verb.children)
    return tense is Tense.PRESENT or bare


def by_lead(
    doc: Parsed, told: Sequence[Told], where: Passages, dates: Mapping[int, Dating]
) -> dict[int, tuple[Dating, DatingRule]]:
    """For the events of the headline without a date, by token index, that of the same event in the lead.

    The same event has the same lemma, or else the same type; where there is none, the day of the lead is also that of
    its headline, marked as uncertain. ``dates`` are those of the events dated so far.
    """
    inside = headline(doc)
    open_ = [event for event in told if event.token.i in inside and event.token.i not in dates and event.is_fact]
    lead = [event for event in told if event.token.i not in inside and where.sentence[event.token.i] < LEAD]
    known = {event.token.i: dates[event.token.i] for event in lead if _is_day(event, dates)}
    found: dict[int, tuple[Dating, DatingRule]] = {}
    for event in open_ if known else ():
        same = next((known[other.token.i] for other in _same(event, lead) if other.token.i in known), None)
        day = same or next(iter(known.values()))
        if day.when is not None:
            found[event.token.i] = (
                about(day.when, day.anchor or "published", is_sure=same is not None),
                DatingRule.HEADLINE,
            )
    return found


def _is_day(event: Told, dates: Mapping[int, Dating]) -> bool:
    """Whether it is a fact with a date of its own or of the report, no bound."""
    dating = dates.get(event.token.i)
    return event.is_fact and not event.is_bound and dating is not None and dating.basis is not Basis.INFERRED


def _same(event: Told, others: Iterable[Told]) -> list[Told]:
    by_lemma = [other for other in others if other.token.lemma_ == event.token.lemma_]
    return by_lemma or [other for other in others if other.type.name == event.type.name != OTHER_TYPE]
