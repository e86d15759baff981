"""The marks in the text of an article: what was read and what was not taken, each with a short reason."""

from collections import defaultdict
from collections.abc import Iterator

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    ArticlePassage,
    CueKind,
    EventMention,
    Quotation,
    RefusedLink,
    Span,
    TimeMention,
)
from dossier.render.article_page import page_wording
from dossier.render.article_page.marking import Layer, TextMark
from dossier.render.article_page.signs import Sign, Signs
from dossier.render.wording import label_wording, prose

_MAX_NAME_CHARACTERS = 60
"""Characters of a name in the title of a mark. Set by hand; no measurement is recorded."""


def marks(annotations: Annotations, signs: Signs, length: int) -> Iterator[TextMark]:
    """The marks of an article; ``length`` counts the characters of its text."""
    for actor in annotations.actors:
        sign = signs.actors[actor.id]
        yield from (_mention(mention, actor, sign) for mention in actor.mentions)
    for event in annotations.events:
        yield _trigger(event, signs.events[event.id])
    for time in annotations.times:
        yield _time(time, signs.times[time.id])
    yield from _cues(annotations, signs)
    for quotation in annotations.quotations:
        yield from _quotation(quotation, signs, length)
    for refused, sign in zip(annotations.refused, signs.refused, strict=True):
        yield _refused(refused, sign, signs)
    for passage, sign in zip(annotations.passages, signs.passages, strict=True):
        yield _passage(passage, sign)


def _mention(mention: ActorMention, actor: ActorChain, sign: Sign) -> TextMark:
    name = prose.shortened(sign.name, _MAX_NAME_CHARACTERS)
    how = ", ".join(filter(None, (page_wording.FORM_WORDS[mention.form], page_wording.sieve_words(mention))))
    title = f"{sign.code}: {name} ({label_wording.KIND_WORDS[actor.kind].lower()}), {how}"
    look = f"actor {mention.form} {sign.look}".rstrip()
    return TextMark(
        span=mention.quote.span, layer=Layer.ACTOR, look=look, code=sign.code, link=sign.anchor, title=title
    )


def _trigger(event: EventMention, sign: Sign) -> TextMark:
    status = label_wording.factuality_status(event.factuality)
    title = f"{sign.code}: {prose.tidy(event.type)}, {label_wording.factuality_words(event.factuality) or status.words}"
    code = f"{sign.code}{page_wording.STATUS_SIGNS[status]}"
    return TextMark(
        span=event.trigger.span,
        layer=Layer.EVENT,
        look=f"event {status}",
        code=code,
        link=sign.anchor,
        title=title,
    )


def _time(time: TimeMention, sign: Sign) -> TextMark:
    value = page_wording.time_meaning(time)
    return TextMark(
        span=time.quote.span,
        layer=Layer.TIME,
        look="time",
        code=sign.code,
        link=sign.anchor,
        title=f"{sign.code}: {value}",
    )


def _cues(annotations: Annotations, signs: Signs) -> Iterator[TextMark]:
    """One mark for each place and kind of cue, though it may bear on several events."""
    bearing: defaultdict[tuple[Span, CueKind], list[Sign]] = defaultdict(list)
    for event in annotations.events:
        for cue in event.cues:
            bearing[cue.quote.span, cue.kind].append(signs.events[event.id])
    for (span, kind), events in bearing.items():
        title = f"{kind} that bears on {', '.join(sign.code for sign in events)}"
        yield TextMark(span=span, layer=Layer.CUE, look="cue", link=events[0].anchor, title=title)


def _quotation(quotation: Quotation, signs: Signs, length: int) -> Iterator[TextMark]:
    """A mark on the words, and a link on the closing quotation mark: a link on all the words would be hard to read.

    Where the text ends with the words there is no link, and the sign stands at their end.
    """
    sign, span = signs.quotations[quotation.id], quotation.quote.span
    is_closed = span.end < length
    yield TextMark(span=span, layer=Layer.QUOTATION, look="quotation", code="" if is_closed else sign.code)
    if is_closed:
        said = quotation.attribution
        by = f", said by {prose.shortened(said.name or said.text, _MAX_NAME_CHARACTERS)}" if said else ""
        yield TextMark(
            span=Span(span.end, span.end + 1),
            layer=Layer.QUOTATION,
            look="closing",
            code=sign.code,
            link=sign.anchor,
            title=f"{sign.code}: quotation{by}",
        )


def _refused(refused: RefusedLink, sign: Sign, signs: Signs) -> TextMark:
    names = [prose.shortened(signs.actors[id_].name, _MAX_NAME_CHARACTERS) for id_ in refused.candidates]
    why = ", ".join(filter(None, (page_wording.candidate_words(names), page_wording.doubt_words(refused.doubt))))
    title = f"{sign.code}: linked to nobody, {why}"
    return TextMark(
        span=refused.quote.span, layer=Layer.REFUSED, look="refused", code=sign.code, link=sign.anchor, title=title
    )


def _passage(passage: ArticlePassage, sign: Sign) -> TextMark:
    """A mark without a link: a link on a whole paragraph would be hard to read."""
    title = f"{sign.code}: {sign.name}, no events read here, {page_wording.PASSAGE_REASONS[passage.role]}"
    return TextMark(span=passage.span, layer=Layer.PASSAGE, look="unread", code=f"{sign.code} {sign.name}", title=title)
