"""Events of the headline get the dates that the lead gives to the same events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.annotate.dating.discourse import LEAD_SENTENCES, approximate_date
from dossier.annotate.dating.discourse_events import DiscourseEvent
from dossier.annotate.item_dates import DatedItem, dated_items, own_tokens
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.headings import headline
from dossier.annotate.syntax.labels import AUXILIARIES
from dossier.annotate.syntax.passages import Passages
from dossier.model import OTHER_TYPE, Basis, Dating, DatingRule, Tense


def with_historical_present(doc: Parsed, tenses: Mapping[int, Tense]) -> dict[int, Tense]:
    """The tenses, with the present changed to the past in the headline and in the past entries of a chronicle.

    "Mayor resigns" says that she did.
    """
    entries = (i for dated in _past_entries(doc) for tokens in own_tokens(doc, dated.item) for i in tokens)
    told = (*headline(doc), *entries)
    return {**tenses, **{i: Tense.PAST for i in told if i in tenses and _is_present(doc[i], tenses[i])}}


def _past_entries(doc: Parsed) -> Iterator[DatedItem]:
    published = doc._.published
    for dated in dated_items(doc):
        if not dated.is_report and not (published and published.before(dated.when)):
            yield dated


def _is_present(verb: Token, tense: Tense) -> bool:
    """Whether a verb stands in the present; the tagger may take that of "Police arrest engineer" for an infinitive."""
    bare = verb.tag_ == "VB" and has_subject(verb) and not any(child.dep_ in AUXILIARIES for child in verb.children)
    return tense is Tense.PRESENT or bare


def headline_dates(
    doc: Parsed, events: Sequence[DiscourseEvent], where: Passages, dates: Mapping[int, Dating]
) -> dict[int, tuple[Dating, DatingRule]]:
    """The dates of the facts in the headline that have none, by token index, with the rule.

    Each has the date of the same event in the lead: the first dated one of its lemma, or of its type where the lead has
    no event of its lemma. Where there is none it has the first date of the lead, marked as uncertain. ``dates``
    are those of the events dated so far.
    """
    inside = headline(doc)
    undated = [event for event in events if event.token.i in inside and event.token.i not in dates and event.is_fact]
    lead = [
        event
        for event in events
        if event.token.i not in inside and where.sentence_number[event.token.i] < LEAD_SENTENCES
    ]
    known = {event.token.i: dates[event.token.i] for event in lead if _is_well_dated(event, dates)}
    found: dict[int, tuple[Dating, DatingRule]] = {}
    for event in undated if known else ():
        same = next((known[other.token.i] for other in _same_events(event, lead) if other.token.i in known), None)
        day = same or next(iter(known.values()))
        if day.when is not None:
            found[event.token.i] = (
                approximate_date(day.when, day.anchor or "published"),
                DatingRule.HEADLINE,
            )
    return found


def _is_well_dated(event: DiscourseEvent, dates: Mapping[int, Dating]) -> bool:
    """Whether an event is a fact with a date, not with a bound."""
    dating = dates.get(event.token.i)
    return event.is_fact and not event.is_bound and dating is not None and dating.basis is not Basis.INFERRED


def _same_events(event: DiscourseEvent, others: Iterable[DiscourseEvent]) -> list[DiscourseEvent]:
    """The others with the lemma of an event; where there are none, those of its type."""
    by_lemma = [other for other in others if other.token.lemma_ == event.token.lemma_]
    return by_lemma or [other for other in others if other.type.name == event.type.name != OTHER_TYPE]
