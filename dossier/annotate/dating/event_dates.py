"""Which time an event has: one that its own words give, else the day that the report tells of, else a bound."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.annotate.dating.discourse import Discourse, Told
from dossier.annotate.dating.headlines import by_lead, told_as_past
from dossier.annotate.dating.link_dates import by_link, clipped
from dossier.annotate.dating.time_links import Link, Side
from dossier.annotate.dating.time_propagation import links
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.passages import passages
from dossier.annotate.syntax.tense import Tense, tenses
from dossier.annotate.word_classes import SPEECH
from dossier.model import Basis, Dating, DatingRule, EventType, Factuality, When

_TOLD_AS_PAST = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of an event, the index of the time in its sentence that gives it, and the rule that found it."""

    dating: Dating
    time: int | None
    rule: DatingRule | None


def date_events(doc: Parsed, events: Mapping[int, tuple[EventType, Factuality]]) -> dict[int, Dated]:
    """The date of each event; ``events`` has type and factuality by token index, in text order."""
    where, forms = passages(doc), told_as_past(doc, tenses(doc))
    timexes, published = doc._.timexes, doc._.published
    nouns = dict.fromkeys(i for i in events if doc[i].pos_ != "VERB")
    tied = links(doc, timexes, nouns, forms, where)
    told = [_told(doc, i, kind, sure, tied.get(i), forms.get(i)) for i, (kind, sure) in events.items()]
    carried = Discourse(where, forms, published).read(told)
    found: dict[int, Dated] = {}
    for event in told:
        i = event.token.i
        if event.dating and event.dating.when:
            found[i] = Dated(event.dating, tied[i].time, tied[i].rule)
        elif i in carried:
            found[i] = Dated(carried[i][0], None, carried[i][1])
    dates = {i: dated.dating for i, dated in found.items()}
    found |= {i: Dated(dating, None, rule) for i, (dating, rule) in by_lead(doc, told, where, dates).items()}
    for event in told:
        if event.token.i not in found:
            link = tied.get(event.token.i)
            found[event.token.i] = _bounded(event, forms, found, published, link.time if link else None)
    return found


def _told(doc: Parsed, i: int, kind: EventType, sure: Factuality, link: Link | None, tense: Tense | None) -> Told:
    if link is None:
        return Told(doc[i], kind, sure.is_fact, None, None, is_bound=False)
    dating, published = by_link(doc, doc._.timexes, link), doc._.published
    if _is_misread(dating, tense, published):
        dating = Dating()
    if sure.is_fact and tense in _TOLD_AS_PAST:
        dating = clipped(dating, published)
    is_bound = link.side is not Side.AT and not (dating.when and dating.when.precision)
    return Told(doc[i], kind, sure.is_fact, dating, f"t{link.time + 1}", is_bound=is_bound)


def _is_misread(dating: Dating, tense: Tense | None, published: When | None) -> bool:
    """Whether the time cannot be that of the event.

    What is told as past did not happen after it was told. What is told in the present with a time worked out to lie
    back, longer than a day, is told of every such time ("they feed there in winter").
    """
    when = dating.when
    if when is None or published is None:
        return False
    if tense in _TOLD_AS_PAST:
        return published.before(when)
    is_long = not when.is_within_a_day
    return tense is Tense.PRESENT and dating.basis is Basis.RELATIVE and is_long and when.before(published)


def _bounded(
    event: Told, tenses: Mapping[int, Tense], found: Mapping[int, Dated], published: When | None, time: int | None
) -> Dated:
    """On or before it was said, or published, for what is told as past fact; nothing for anything else."""
    if not event.is_fact or tenses.get(event.token.i) not in _TOLD_AS_PAST:
        return Dated(Dating(), time, None)
    said = _saying(event.token, found)
    if said and said.time is not None and said.dating.when and said.dating.when.last:
        bound = When.until(said.dating.when.last)
        return Dated(Dating(bound, Basis.INFERRED, f"t{said.time + 1}"), time, DatingRule.SAID_BY_THEN)
    if published and published.last:
        return Dated(
            Dating(When.until(published.last), Basis.INFERRED, "published"), time, DatingRule.PUBLISHED_BY_THEN
        )
    return Dated(Dating(), time, None)


def _saying(token: Token, found: Mapping[int, Dated]) -> Dated | None:
    """The report under which something is told, where its own words date it ("said on Monday that …")."""
    under = token.dep_ == "ccomp" and token.head.lemma_ in SPEECH
    return found.get(token.head.i) if under else None
