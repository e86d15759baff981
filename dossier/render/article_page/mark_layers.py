"""What is marked in a text: every mention, trigger, time, cue and quotation, with the reason in short."""

from collections import defaultdict
from collections.abc import Iterator

from dossier.model import ActorChain, ActorMention, Annotations, CueKind, EventMention, Quotation, Span, TimeMention
from dossier.render import labels, prose
from dossier.render.article_page import page_words
from dossier.render.article_page.marking import Layer, Mark
from dossier.render.article_page.signs import Sign, Signs

_NAME = 60  # characters of a name in a title


def marks(found: Annotations, signs: Signs, length: int) -> Iterator[Mark]:
    """The marks of an article whose text has that length."""
    for actor in found.actors:
        sign = signs.actors[actor.id]
        yield from (_mention(mention, actor, sign) for mention in actor.mentions)
    for event in found.events:
        yield _trigger(event, signs.events[event.id])
    for time in found.times:
        yield _time(time, signs.times[time.id])
    yield from _cues(found, signs)
    for quotation in found.quotations:
        yield from _quotation(quotation, signs, length)


def _mention(mention: ActorMention, actor: ActorChain, sign: Sign) -> Mark:
    name = prose.short(sign.name, _NAME)
    how = ", ".join(filter(None, (page_words.FORMS[mention.form], page_words.link(mention))))
    title = f"{sign.code}: {name} ({labels.KINDS[actor.kind].lower()}), {how}"
    look = f"actor {mention.form} {sign.look}".rstrip()
    return Mark(mention.quote.span, Layer.ACTOR, look, sign.code, sign.anchor, title)


def _trigger(event: EventMention, sign: Sign) -> Mark:
    status = labels.status_of(event.factuality)
    title = f"{sign.code}: {prose.tidy(event.type)}, {labels.factuality(event.factuality) or status.words}"
    code = f"{sign.code}{page_words.STATUS_SIGNS[status]}"
    return Mark(event.trigger.span, Layer.EVENT, f"event {status}", code, sign.anchor, title)


def _time(time: TimeMention, sign: Sign) -> Mark:
    value = page_words.value(time)
    return Mark(time.quote.span, Layer.TIME, "time", sign.code, sign.anchor, f"{sign.code}: {value}")


def _cues(found: Annotations, signs: Signs) -> Iterator[Mark]:
    """One mark for each place and kind of cue, however many events it bears on."""
    bearing: defaultdict[tuple[Span, CueKind], list[Sign]] = defaultdict(list)
    for event in found.events:
        for cue in event.cues:
            bearing[cue.quote.span, cue.kind].append(signs.events[event.id])
    for (span, kind), events in bearing.items():
        title = f"{kind} that bears on {', '.join(sign.code for sign in events)}"
        yield Mark(span, Layer.CUE, "cue", "", events[0].anchor, title)


def _quotation(quotation: Quotation, signs: Signs, length: int) -> Iterator[Mark]:
    """The words, and the closing quotation mark: a link as long as the words would be none to read."""
    sign, span = signs.quotations[quotation.id], quotation.quote.span
    is_closed = span.end < length
    yield Mark(span, Layer.QUOTATION, "quotation", "" if is_closed else sign.code)
    if is_closed:
        said = quotation.attribution
        by = f", said by {prose.short(said.name or said.text, _NAME)}" if said else ""
        closing = Span(span.end, span.end + 1)
        yield Mark(closing, Layer.QUOTATION, "closing", sign.code, sign.anchor, f"{sign.code}: quotation{by}")
