"""The lists beside the text: actors, quotations and times, each with the words it rests on."""

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
from dossier.render import date_words, labels, prose
from dossier.render.article_page import page_words
from dossier.render.article_page.page_context import ActorEntry, Field, QuotationEntry, TimeEntry, Value
from dossier.render.article_page.signs import Sign, Signs

_VOICES = 5  # sources behind each other that are told of
Part = tuple[str, Sign]
"""A role, and the event that it is a role in."""


def place(quote: Quote, signs: Signs, actor: str | None = None, note: str = "") -> Value:
    """Words with their place in the text, and the actor they name."""
    value = Value(page_words.shown(quote.exact), signs.place(quote.span), note=note)
    if actor is None:
        return value
    sign = signs.actors[actor]
    return replace(value, code=sign.code, entry=sign.anchor, look=sign.look)


def entry(sign: Sign, note: str = "") -> Value:
    """Another entry by its name and sign."""
    return Value(page_words.shown(sign.name), code=sign.code, entry=sign.anchor, look=sign.look, note=note)


def fields(*named: tuple[str, tuple[Value, ...]]) -> tuple[Field, ...]:
    """The fields that have a value."""
    return tuple(Field(name, values) for name, values in named if values)


def gathered(values: Iterable[Value]) -> tuple[Value, ...]:
    """The values with those of equal words made one."""
    equal: dict[str, list[Value]] = {}
    for value in values:
        equal.setdefault(value.text, []).append(value)
    return tuple(replace(first, again=tuple(other.place for other in others)) for first, *others in equal.values())


def voices(said: Attribution | None, signs: Signs) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Who says so with the cue, then who says that this one says so."""
    name = "said by"
    for _ in range(_VOICES):
        if said is None:
            return
        called = prose.short(said.name, 80) if said.name and not prose.same_words(said.name, said.text) else ""
        quoted = "quoted" if said.manner is Manner.DIRECT else ""
        note = ", ".join(filter(None, (called, quoted)))
        yield name, (place(said.speaker, signs, said.actor, note), place(said.cue, signs, note="cue"))
        name, said = "as told by", said.via


def actors(found: Annotations, signs: Signs) -> tuple[ActorEntry, ...]:
    """Every chain with its mentions by rule, the events it has a part in, and the chains it belongs to."""
    parts = _parts(found, signs)
    return tuple(_actor(actor, signs, parts[actor.id]) for actor in found.actors)


def _parts(found: Annotations, signs: Signs) -> defaultdict[str, list[Part]]:
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    for event in found.events:
        sign = signs.events[event.id]
        for participant in event.participants:
            if participant.actor:
                parts[participant.actor].append((participant.role, sign))
        if event.place and event.place.actor:
            parts[event.place.actor].append(("place", sign))
        if event.attribution and event.attribution.actor:
            parts[event.attribution.actor].append(("source", sign))
    return parts


def _actor(actor: ActorChain, signs: Signs, parts: list[Part]) -> ActorEntry:
    sign = signs.actors[actor.id]
    roles: dict[str, dict[Sign, Value]] = {}
    for role, event in parts:
        roles.setdefault(role, {})[event] = entry(event)
    belonging = ("belongs to", tuple(entry(signs.actors[other]) for other in actor.related))
    part_in = ((f"{role} of", tuple(events.values())) for role, events in roles.items())
    return ActorEntry(
        anchor=sign.anchor,
        code=sign.code,
        look=sign.look,
        name=prose.tidy(actor.name),
        kind=labels.KINDS[actor.kind],
        count=len(actor.mentions),
        fields=(*_mentions(actor, signs), *fields(belonging, *part_in)),
    )


def _mentions(actor: ActorChain, signs: Signs) -> Iterator[Field]:
    """The mentions by form and by the rule that tied them."""
    groups: dict[tuple[str, str], list[Value]] = {}
    for mention in actor.mentions:
        how = page_words.FORMS[mention.form], page_words.link(mention)
        groups.setdefault(how, []).append(place(mention.quote, signs))
    return (Field(form, gathered(values), rule) for (form, rule), values in groups.items())


def quotations(found: Annotations, signs: Signs, language: str | None) -> tuple[QuotationEntry, ...]:
    """Every quotation with its speaker."""
    return tuple(_quotation(quotation, signs, language) for quotation in found.quotations)


def _quotation(quotation: Quotation, signs: Signs, language: str | None) -> QuotationEntry:
    sign = signs.quotations[quotation.id]
    said = tuple(voices(quotation.attribution, signs)) or (("said by", (Value("speaker not found"),)),)
    return QuotationEntry(
        sign.anchor,
        sign.code,
        signs.place(quotation.quote.span),
        prose.plain(quotation.quote.exact, language),
        fields(*said),
    )


def times(found: Annotations, signs: Signs) -> tuple[TimeEntry, ...]:
    """Every temporal expression with what it means, how that is known, and the rule that read it."""
    return tuple(_time(time, signs) for time in found.times)


def _time(time: TimeMention, signs: Signs) -> TimeEntry:
    sign, dating = signs.times[time.id], time.dating
    anchored = signs.times.get(dating.anchor or "")
    resting = (entry(anchored),) if anchored else ()
    calendar = (Value(page_words.value(time), note=f"EDTF {dating.when.edtf}"),) if dating.when else ()
    basis = date_words.basis(dating)
    return TimeEntry(
        sign.anchor,
        sign.code,
        signs.place(time.quote.span),
        page_words.shown(time.quote.exact),
        fields(
            ("calendar", calendar or (Value("no place in the calendar"),)),
            ("TIMEX3", (Value(page_words.type_(time)),)),
            ("known as", (Value(basis),) if basis else ()),
            ("rests on", resting),
            ("rule", (Value(prose.tidy(time.rule)),)),
        ),
    )
