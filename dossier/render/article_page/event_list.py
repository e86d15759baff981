"""The list of events beside the text: the line of each, its participants and factuality, and what they rest on."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from dossier.model import Annotations, EventMention, Polarity, RelationMention
from dossier.render.article_page import page_wording
from dossier.render.article_page.page_context import EventEntry, Field, Value
from dossier.render.article_page.side_lists import entry, fields, place, source_fields
from dossier.render.article_page.signs import Signs
from dossier.render.page_values.text_runs import Passage
from dossier.render.wording import date_wording, label_wording, prose


def events(annotations: Annotations, signs: Signs, language: str | None) -> tuple[EventEntry, ...]:
    """The entries of all events, in the order of the annotations."""
    related: defaultdict[str, list[RelationMention]] = defaultdict(list)
    for relation in annotations.relations:
        related[relation.source].append(relation)
        related[relation.target].append(relation)
    return tuple(_event(event, related[event.id], signs, language) for event in annotations.events)


def _event(event: EventMention, related: list[RelationMention], signs: Signs, language: str | None) -> EventEntry:
    sign = signs.events[event.id]
    return EventEntry(
        anchor=sign.anchor,
        code=sign.code,
        place=signs.place(event.trigger.span),
        trigger=page_wording.shortened_words(event.trigger.exact),
        type=prose.tidy(event.type),
        status=label_wording.factuality_status(event.factuality),
        label=label_wording.factuality_words(event.factuality),
        line=_line(event, language),
        fields=_fields(event, related, signs),
    )


def _line(event: EventMention, language: str | None) -> Passage | None:
    return prose.unmarked(event.summary, language) if event.summary else None


def _fields(event: EventMention, related: list[RelationMention], signs: Signs) -> tuple[Field, ...]:
    roles: dict[str, list[Value]] = {}
    for participant in event.participants:
        roles.setdefault(participant.role, []).append(place(participant.quote, signs, participant.actor))
    where = place(event.place.quote, signs, event.place.actor) if event.place else None
    standing = (Value(page_wording.standing_words(event)),) if event.summary else ()
    head = (entry(signs.events[event.hangs_on]),) if event.hangs_on else ()
    return fields(
        ("line", standing),
        ("hangs on", head),
        *((role, tuple(values)) for role, values in roles.items()),
        ("where", (where,) if where else ()),
        ("how many", tuple(place(q.quote, signs, note=page_wording.quantity_words(q)) for q in event.quantities)),
        ("when", tuple(_when(event, signs))),
        *source_fields(event.attribution, signs),
        ("how sure", tuple(_factuality(event))),
        ("because of", tuple(place(cue.quote, signs, note=cue.kind) for cue in event.cues)),
        ("order", tuple(_order(event, relation, signs) for relation in related)),
    )


def _when(event: EventMention, signs: Signs) -> Iterator[Value]:
    """The date, the rule that gave it, and a link to the time expression that it is from; nothing without a date."""
    dating = event.dating
    if dating.when is None:
        return
    how = date_wording.basis_words(dating, event.dated_by)
    rule = f"rule “{prose.tidy(event.dated_by)}”" if event.dated_by else ""
    value = Value(date_wording.dating_words(dating), note=", ".join(filter(None, (how, rule))))
    if event.time:
        sign = signs.times[event.time]
        value = replace(value, place=signs.place(sign.at), code=sign.code, entry=sign.anchor)
    yield value


def _factuality(event: EventMention) -> Iterator[Value]:
    """Certainty, polarity and realis; nothing for a plain fact."""
    value = event.factuality
    if not value.is_fact:
        polarity = "polarity open" if value.polarity is Polarity.UNDERSPECIFIED else value.polarity
        yield Value(f"{value.certainty}, {polarity}, {value.realis}")


def _order(event: EventMention, relation: RelationMention, signs: Signs) -> Value:
    is_source = event.id == relation.source
    other = signs.events[relation.target if is_source else relation.source]
    seen = relation.type.value if is_source else relation.type.inverse
    cue = f"by “{page_wording.shortened_words(relation.cue.exact)}”" if relation.cue else "by tense"
    return Value(
        label_wording.relation_type_words(seen, page_wording.shortened_words(other.name)),
        signs.place(other.at),
        code=other.code,
        entry=other.anchor,
        note=cue,
    )
