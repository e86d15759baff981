"""The lists of actors, quotations and times beside the text, each entry with the words that it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.model import (
    ActorChain,
    Annotations,
    Attribution,
    Manner,
    Quotation,
    Quote,
    TimeMention,
)
from dossier.render.article_page import page_wording
from dossier.render.article_page.page_context import ActorEntry, Field, QuotationEntry, TimeEntry, Value
from dossier.render.article_page.signs import Sign, Signs
from dossier.render.wording import date_wording, label_wording, prose

_MAX_SOURCES = 5
"""Sources of one statement that are shown, each of which reports the one before.

Set by hand; no measurement is recorded.
"""
_MAX_SPEAKER_CHARACTERS = 80
"""Characters of the name of a speaker. Set by hand; no measurement is recorded."""
EventRole = tuple[str, Sign]
"""The role that an actor has in an event, and the sign of that event."""


def place(quote: Quote, signs: Signs, actor: str | None = None, note: str = "") -> Value:
    """A quote with the anchor of its place in the text, and the sign of the actor (by id) that it names."""
    value = Value(page_wording.shortened_words(quote.exact), signs.place(quote.span), note=note)
    if actor is None:
        return value
    sign = signs.actors[actor]
    return replace(value, code=sign.code, entry=sign.anchor, look=sign.look)


def entry(sign: Sign, note: str = "") -> Value:
    """A link to another entry, by its name and sign."""
    return Value(page_wording.shortened_words(sign.name), code=sign.code, entry=sign.anchor, look=sign.look, note=note)


def fields(*named: tuple[str, tuple[Value, ...]]) -> tuple[Field, ...]:
    """The fields that have values; the others are left out."""
    return tuple(Field(name, values) for name, values in named if values)


def with_repeats_merged(values: Iterable[Value]) -> tuple[Value, ...]:
    """One value for all with equal words, with the places of the others in ``again``."""
    equal: dict[str, list[Value]] = {}
    for value in values:
        equal.setdefault(value.text, []).append(value)
    return tuple(replace(first, again=tuple(other.place for other in others)) for first, *others in equal.values())


def source_fields(said: Attribution | None, signs: Signs) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """The source with its cue, then the source that reports it, and so on: pairs of the field's name and values."""
    name = "said by"
    for _ in range(_MAX_SOURCES):
        if said is None:
            return
        called = (
            prose.shortened(said.name, _MAX_SPEAKER_CHARACTERS)
            if said.name and not prose.same_words(said.name, said.text)
            else ""
        )
        quoted = "quoted" if said.manner is Manner.DIRECT else ""
        note = ", ".join(filter(None, (called, quoted)))
        yield name, (place(said.speaker, signs, said.actor, note), place(said.cue, signs, note="cue"))
        name, said = "as told by", said.via


def actors(annotations: Annotations, signs: Signs) -> tuple[ActorEntry, ...]:
    """The entries of all chains, with their mentions by sieve, the chains they belong to, and their roles in events."""
    event_roles = _event_roles(annotations, signs)
    return tuple(_actor(actor, signs, event_roles[actor.id]) for actor in annotations.actors)


def _event_roles(annotations: Annotations, signs: Signs) -> defaultdict[str, list[EventRole]]:
    event_roles: defaultdict[str, list[EventRole]] = defaultdict(list)
    for event in annotations.events:
        sign = signs.events[event.id]
        for participant in event.participants:
            if participant.actor:
                event_roles[participant.actor].append((participant.role, sign))
        if event.place and event.place.actor:
            event_roles[event.place.actor].append(("place", sign))
        if event.attribution and event.attribution.actor:
            event_roles[event.attribution.actor].append(("source", sign))
    return event_roles


def _actor(actor: ActorChain, signs: Signs, event_roles: list[EventRole]) -> ActorEntry:
    sign = signs.actors[actor.id]
    roles: dict[str, dict[Sign, Value]] = {}
    for role, event in event_roles:
        roles.setdefault(role, {})[event] = entry(event)
    belonging = ("belongs to", tuple(entry(signs.actors[other]) for other in actor.related))
    part_in = ((f"{role} of", tuple(events.values())) for role, events in roles.items())
    return ActorEntry(
        anchor=sign.anchor,
        code=sign.code,
        look=sign.look,
        name=prose.tidy(actor.name),
        kind=label_wording.KIND_WORDS[actor.kind],
        count=len(actor.mentions),
        fields=(*_mentions(actor, signs), *fields(belonging, *part_in)),
    )


def _mentions(actor: ActorChain, signs: Signs) -> Iterator[Field]:
    """The mentions by form and by the sieve that linked them."""
    groups: dict[tuple[str, str], list[Value]] = {}
    for mention in actor.mentions:
        how = page_wording.FORM_WORDS[mention.form], page_wording.sieve_words(mention)
        groups.setdefault(how, []).append(place(mention.quote, signs))
    return (Field(form, with_repeats_merged(values), rule) for (form, rule), values in groups.items())


def quotations(annotations: Annotations, signs: Signs, language: str | None) -> tuple[QuotationEntry, ...]:
    """The entries of all quotations, with their speakers."""
    return tuple(_quotation(quotation, signs, language) for quotation in annotations.quotations)


def _quotation(quotation: Quotation, signs: Signs, language: str | None) -> QuotationEntry:
    sign = signs.quotations[quotation.id]
    said = tuple(source_fields(quotation.attribution, signs)) or (("said by", (Value("speaker not found"),)),)
    return QuotationEntry(
        anchor=sign.anchor,
        code=sign.code,
        place=signs.place(quotation.quote.span),
        words=prose.unmarked(quotation.quote.exact, language),
        fields=fields(*said),
    )


def times(annotations: Annotations, signs: Signs) -> tuple[TimeEntry, ...]:
    """The entries of all time expressions: the meaning of each, how it is known, and the rule that read it."""
    return tuple(_time(time, signs) for time in annotations.times)


def _time(time: TimeMention, signs: Signs) -> TimeEntry:
    sign, dating = signs.times[time.id], time.dating
    anchored = signs.times.get(dating.anchor or "")
    resting = (entry(anchored),) if anchored else ()
    calendar = (Value(page_wording.time_meaning(time), note=f"EDTF {dating.when.edtf}"),) if dating.when else ()
    basis = date_wording.basis_words(dating)
    return TimeEntry(
        anchor=sign.anchor,
        code=sign.code,
        place=signs.place(time.quote.span),
        words=page_wording.shortened_words(time.quote.exact),
        fields=fields(
            ("calendar", calendar or (Value("no place in the calendar"),)),
            ("TIMEX3", (Value(page_wording.timex_words(time)),)),
            ("known as", (Value(basis),) if basis else ()),
            ("rests on", resting),
            ("rule", (Value(prose.tidy(time.rule)),)),
        ),
    )
