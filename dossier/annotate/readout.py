"""From a Doc to the values of the model; no Doc goes further than here."""

from spacy.tokens import Doc

from dossier.annotate.doc import Argument, Chain, Source, Trigger, quote
from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Attribution,
    EventMention,
    Participant,
    Place,
    Span,
    TimeMention,
)


def annotations(doc: Doc, article: str) -> Annotations:
    """What the components found on ``doc``, for the article of that id."""
    owners = _owners(doc._.chains)
    return Annotations(
        article,
        times=tuple(
            TimeMention(f"t{n}", quote(doc, t.start, t.end), t.type, t.value, t.dating, t.rule)
            for n, t in enumerate(doc._.timexes, start=1)
        ),
        actors=tuple(_actor(doc, n, chain) for n, chain in enumerate(doc._.chains, start=1)),
        events=tuple(_event(doc, n, trigger, owners) for n, trigger in enumerate(doc._.triggers, start=1)),
    )


def _owners(chains: tuple[Chain, ...]) -> dict[int, str]:
    """For each token that heads a mention, the id of the actor."""
    return {mention.head: f"a{n}" for n, chain in enumerate(chains, start=1) for mention in chain.mentions}


def _actor(doc: Doc, number: int, chain: Chain) -> ActorChain:
    mentions = tuple(ActorMention(quote(doc, m.start, m.end), m.form) for m in chain.mentions)
    return ActorChain(f"a{number}", chain.name, chain.kind, mentions)


def _event(doc: Doc, number: int, trigger: Trigger, owners: dict[int, str]) -> EventMention:
    head = doc[trigger.head]
    return EventMention(
        id=f"e{number}",
        type=trigger.type,
        trigger=quote(doc, head.i, head.i + 1),
        lemma=head.lemma_,
        sentence=_sentence(doc, trigger.head),
        dating=trigger.dating,
        time=None if trigger.time is None else f"t{trigger.time + 1}",
        participants=tuple(
            Participant(quote(doc, a.start, a.end), a.role, owners.get(a.head)) for a in trigger.arguments
        ),
        place=_place(doc, trigger.place, owners),
        factuality=trigger.factuality,
        attribution=_attribution(doc, trigger.source, owners),
    )


def _sentence(doc: Doc, position: int) -> Span:
    sentence = doc[position].sent
    start, end = sentence.start, sentence.end
    while doc[start].is_space:
        start += 1
    while doc[end - 1].is_space:
        end -= 1
    return quote(doc, start, end).span


def _place(doc: Doc, place: Argument | None, owners: dict[int, str]) -> Place | None:
    return Place(quote(doc, place.start, place.end), owners.get(place.head)) if place else None


def _attribution(doc: Doc, source: Source | None, owners: dict[int, str]) -> Attribution | None:
    if source is None:
        return None
    speaker = quote(doc, source.start, source.end)
    return Attribution(speaker.exact, quote(doc, *source.cue), owners.get(source.head))
