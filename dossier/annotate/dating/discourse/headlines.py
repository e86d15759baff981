"""Events of the headline get the dates that the lead gives to the same events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from dossier.annotate.dating.discourse.discourse_events import DiscourseEvent
from dossier.annotate.dating.discourse.named_days import LEAD_SENTENCES
from dossier.annotate.item_dates import DatedItem, dated_items, own_tokens
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.headings import headline
from dossier.annotate.syntax.labels import (
    AUXILIARIES,
    NOUN_MODIFYING_VERBS,
    NOUN_POS,
    PREDICATES_OF_A_HEADLINE,
    VERB_POS,
)
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.timex.values.units import approximate
from dossier.model import OTHER_TYPE, Basis, Dating, DatingRule, Tense, When

_OLD_NEWS = timedelta(days=31)
"""Set by hand: "Shares tumble on anniversary of crash" tells of no fall years ago, of which its article tells too."""


def with_historical_present(doc: Parsed, tenses: Mapping[int, Tense]) -> dict[int, Tense]:
    """The tenses, with the past for presents and participles of the headline and of past entries of a chronicle.

    "Mayor resigns" says that she did, "Mayor arrested" that she was.
    """
    entries = (i for dated in _past_entries(doc) for tokens in own_tokens(doc, dated.item) for i in tokens)
    told = (*headline(doc), *entries)
    return {**tenses, **{i: Tense.PAST for i in told if i in tenses and _tells_the_past(doc[i], tenses[i])}}


def _past_entries(doc: Parsed) -> Iterator[DatedItem]:
    published = doc._.published
    for dated in dated_items(doc):
        if not dated.is_report and not (published and published.before(dated.when)):
            yield dated


def _tells_the_past(verb: Token, tense: Tense) -> bool:
    is_participle = tense is Tense.BARE and verb.tag_ == "VBN" and verb.dep_ in PREDICATES_OF_A_HEADLINE
    return is_participle or _is_present(verb, tense)


def _is_present(verb: Token, tense: Tense) -> bool:
    """Whether a verb stands in the present; the tagger may take that of "Police arrest engineer" for an infinitive."""
    bare = verb.tag_ == "VB" and has_subject(verb) and not any(child.dep_ in AUXILIARIES for child in verb.children)
    return tense is Tense.PRESENT or bare


def headline_dates(
    doc: Parsed, events: Sequence[DiscourseEvent], where: Passages, dates: Mapping[int, Dating]
) -> dict[int, tuple[Dating, DatingRule]]:
    """The dates of the facts in the headline that have none, by token index, with the rule.

    Each has the date of the same event in the lead, if that has one of late: the first of its lemma or type that has a
    name or noun of the headline beside it. A later one may be another ("the last attack"). ``dates`` are those found so
    far.
    """
    inside = headline(doc)
    undated = [event for event in events if event.token.i in inside and event.token.i not in dates and event.is_fact]
    lead = [
        event
        for event in events
        if event.token.i not in inside and where.sentence_number[event.token.i] < LEAD_SENTENCES
    ]
    words = frozenset(doc[i].lemma_.lower() for i in inside if doc[i].pos_ in NOUN_POS)
    found: dict[int, tuple[Dating, DatingRule]] = {}
    for event in undated:
        same = next((other for other in _same_events(event, lead) if words & _words_beside(other.token)), None)
        if same and _is_well_dated(same, dates) and not _is_old(dates[same.token.i], doc._.published):
            found[event.token.i] = _approximate(dates[same.token.i]), DatingRule.HEADLINE
    return found


def _is_old(dating: Dating, published: When | None) -> bool:
    """Whether the date lies so long before the publication that no headline tells of it as news."""
    day, end = published.start if published else None, dating.when.end if dating.when else None
    return day is not None and end is not None and day - end > _OLD_NEWS


def _is_well_dated(event: DiscourseEvent, dates: Mapping[int, Dating]) -> bool:
    """Whether an event is a fact with a date, not with a bound."""
    dating = dates.get(event.token.i)
    return event.is_fact and not event.is_bound and dating is not None and dating.basis is not Basis.INFERRED


def _same_events(event: DiscourseEvent, others: Iterable[DiscourseEvent]) -> Iterator[DiscourseEvent]:
    """The others with the lemma of an event or, unless that says little, its type."""
    for other in others:
        is_one_type = other.type.name == event.type.name != OTHER_TYPE
        if is_one_type or other.token.lemma_ == event.token.lemma_:
            yield other


def _words_beside(event: Token) -> frozenset[str]:
    """The names and nouns in the phrases of an event, and above one that modifies a noun, clauses left out."""
    above = [event.head] if event.dep_ in NOUN_MODIFYING_VERBS else []
    phrases = [child for child in event.children if child.pos_ not in VERB_POS]
    beside = (word for phrase in phrases for word in event.doc[phrase.left_edge.i : phrase.right_edge.i + 1])
    return frozenset(word.lemma_.lower() for word in (*above, *beside) if word.pos_ in NOUN_POS)


def _approximate(dating: Dating) -> Dating:
    """The date marked as approximate, since another sentence gives it; an interval stays as it is."""
    when = dating.when
    if when is not None and when.first is not None and not when.is_interval:
        when = When.of(approximate(when.first))
    return Dating(when, Basis.RELATIVE, dating.anchor or "published")
