"""From a Doc to the values of the model; no Doc goes further than here."""

from spacy.tokens import Doc, Token

from dossier.annotate.doc import Argument, Chain, Order, Source, Timex, Trigger
from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Attribution,
    EventMention,
    Participant,
    Place,
    Quote,
    RelationMention,
    Span,
    TimeMention,
)


def annotations(doc: Doc, article: Article, language: str) -> Annotations:
    """What the components found on ``doc``, which was made of the text of ``article`` in ``language``."""
    return _Reader(doc, article.text).annotations(article.id, language)


class _Reader:
    """Cuts model values out of one Doc. The text is passed along: ``Doc.text`` is put together at each call."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._doc = doc
        self._text = text
        self._owners = {
            mention.head: f"a{n}" for n, chain in enumerate(doc._.chains, start=1) for mention in chain.mentions
        }

    def annotations(self, article: str, language: str) -> Annotations:
        found = self._doc._
        return Annotations(
            article,
            times=tuple(self._time(f"t{n}", timex) for n, timex in enumerate(found.timexes, start=1)),
            actors=tuple(self._actor(f"a{n}", chain) for n, chain in enumerate(found.chains, start=1)),
            events=tuple(self._event(f"e{n}", trigger) for n, trigger in enumerate(found.triggers, start=1)),
            language=language,
            relations=tuple(self._relation(order) for order in found.relations),
        )

    def _quote(self, start: int, end: int) -> Quote:
        last = self._doc[end - 1]
        return Quote.cut(self._text, Span(self._doc[start].idx, last.idx + len(last)))

    def _time(self, name: str, timex: Timex) -> TimeMention:
        quote = self._quote(timex.start, timex.end)
        return TimeMention(name, quote, timex.type, timex.value, timex.dating, timex.rule)

    def _actor(self, name: str, chain: Chain) -> ActorChain:
        mentions = tuple(ActorMention(self._quote(m.start, m.end), m.form) for m in chain.mentions)
        return ActorChain(name, chain.name, chain.kind, mentions)

    def _event(self, name: str, trigger: Trigger) -> EventMention:
        head = self._doc[trigger.head]
        return EventMention(
            id=name,
            type=trigger.type,
            trigger=self._quote(head.i, head.i + 1),
            lemma=head.lemma_,
            sentence=self._sentence(head),
            dating=trigger.dating,
            time=None if trigger.time is None else f"t{trigger.time + 1}",
            dated_by=trigger.dated_by,
            participants=tuple(self._participant(argument) for argument in trigger.arguments),
            place=self._place(trigger.place) if trigger.place else None,
            factuality=trigger.factuality,
            attribution=self._attribution(trigger.source) if trigger.source else None,
        )

    def _relation(self, order: Order) -> RelationMention:
        cue = self._quote(*order.cue) if order.cue else None
        return RelationMention(f"e{order.source + 1}", f"e{order.target + 1}", order.type, cue)

    def _sentence(self, head: Token) -> Span:
        start, end = head.sent.start, head.sent.end
        while self._doc[start].is_space:
            start += 1
        while self._doc[end - 1].is_space:
            end -= 1
        return self._quote(start, end).span

    def _participant(self, argument: Argument) -> Participant:
        return Participant(self._quote(argument.start, argument.end), argument.role, self._owners.get(argument.head))

    def _place(self, place: Argument) -> Place:
        return Place(self._quote(place.start, place.end), self._owners.get(place.head))

    def _attribution(self, source: Source) -> Attribution:
        speaker = self._quote(source.start, source.end)
        return Attribution(speaker.exact, self._quote(*source.cue), self._owners.get(source.head))
