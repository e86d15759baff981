"""The list of events beside the text: for each, its line, who took part, how sure it is, and why it was so read."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from dossier.model import Annotations, EventMention, Polarity, RelationMention
from dossier.render import date_words, labels, prose
from dossier.render.article_page import page_words
from dossier.render.article_page.page_context import EventEntry, Field, Value
from dossier.render.article_page.side_lists import fields, place, voices
from dossier.render.article_page.signs import Signs
from dossier.render.context import Passage


def events(found: Annotations, signs: Signs, language: str | None) -> tuple[EventEntry, ...]:
    """Every event, in the order of the annotations."""
    related: defaultdict[str, list[RelationMention]] = defaultdict(list)
    for relation in found.relations:
        related[relation.source].append(relation)
        related[relation.target].append(relation)
    return tuple(_event(event, related[event.id], signs, language) for event in found.events)


def _event(event: EventMention, related: list[RelationMention], signs: Signs, language: str | None) -> EventEntry:
    sign = signs.events[event.id]
    return EventEntry(
        anchor=sign.anchor,
        code=sign.code,
        place=signs.place(event.trigger.span),
        trigger=page_words.shown(event.trigger.exact),
        type=prose.tidy(event.type),
        status=labels.status_of(event.factuality),
        label=labels.factuality(event.factuality),
        line=_line(event, language),
        fields=_fields(event, related, signs),
    )


def _line(event: EventMention, language: str | None) -> Passage | None:
    return prose.plain(event.summary, language) if event.summary else None


def _fields(event: EventMention, related: list[RelationMention], signs: Signs) -> tuple[Field, ...]:
    roles: dict[str, list[Value]] = {}
    for participant in event.participants:
        roles.setdefault(participant.role, []).append(place(participant.quote, signs, participant.actor))
    where = place(event.place.quote, signs, event.place.actor) if event.place else None
    return fields(
        *((role, tuple(values)) for role, values in roles.items()),
        ("where", (where,) if where else ()),
        ("how many", tuple(place(q.quote, signs, note=page_words.number(q)) for q in event.quantities)),
        ("when", tuple(_when(event, signs))),
        *voices(event.attribution, signs),
        ("how sure", tuple(_sureness(event))),
        ("because of", tuple(place(cue.quote, signs, note=cue.kind) for cue in event.cues)),
        ("order", tuple(_order(event, relation, signs) for relation in related)),
    )


def _when(event: EventMention, signs: Signs) -> Iterator[Value]:
    """The date with what dated it, and the time in the text where it is from."""
    dating = event.dating
    if dating.when is None:
        return
    how = date_words.basis(dating, event.dated_by)
    rule = f"rule “{prose.tidy(event.dated_by)}”" if event.dated_by else ""
    value = Value(date_words.dated(dating), note=", ".join(filter(None, (how, rule))))
    if event.time:
        sign = signs.times[event.time]
        value = replace(value, place=signs.place(sign.at), code=sign.code, entry=sign.anchor)
    yield value


def _sureness(event: EventMention) -> Iterator[Value]:
    """The three scales, where the event is no plain fact."""
    value = event.factuality
    if not value.is_fact:
        polarity = "polarity open" if value.polarity is Polarity.UNDERSPECIFIED else value.polarity
        yield Value(f"{value.certainty}, {polarity}, {value.realis}")


def _order(event: EventMention, relation: RelationMention, signs: Signs) -> Value:
    is_source = event.id == relation.source
    other = signs.events[relation.target if is_source else relation.source]
    seen = relation.type.value if is_source else relation.type.inverse
    cue = f"by “{page_words.shown(relation.cue.exact)}”" if relation.cue else "by tense"
    return Value(
        labels.order_words(seen, page_words.shown(other.name)),
        signs.place(other.at),
        code=other.code,
        entry=other.anchor,
        note=cue,
    )
