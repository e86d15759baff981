"""The queue of doubts that an analyst decides: who is who, which events are one, and whom a pronoun means."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dossier.model import (
    SURE_LINK,
    ActorPointer,
    Annotations,
    Event,
    Evidence,
    Judgement,
    Link,
    MentionIdentity,
    Quote,
    RolePlayer,
    Setting,
    Span,
    Timeline,
    Verdict,
    WordsPointer,
)
from dossier.pipeline.deciding.doubt_evidence import judgement_on
from dossier.resolve import subject_of

Names = Mapping[tuple[str, Span], str]
"""The name of the chain that doubtful words belong to, by the id of their article and their place."""


class DoubtSubject(StrEnum):
    """What a doubt is about."""

    NAMES = "names"
    EVENTS = "events"
    PRONOUNS = "pronouns"


@dataclass(frozen=True, slots=True)
class IdentityDoubt:
    """Whether two names, or two events, are one."""

    link: Link

    @property
    def key(self) -> str:
        """A short name for it, that is the same in every build."""
        return _key(self.link.left, self.link.right)

    @property
    def subject(self) -> DoubtSubject:
        """What it is about."""
        return DoubtSubject.NAMES if self.link.is_about_actors else DoubtSubject.EVENTS

    def judgement(self, verdict: Verdict, by: str, made: date | None = None, why: str = "") -> Judgement:
        """What decides it, signed."""
        return judgement_on(self.link, verdict, by, made, why)


@dataclass(frozen=True, slots=True)
class PronounDoubt:
    """Whether ``words`` mean an actor, of whom the ``lines`` tell if they do.

    ``actor`` is the actor's name for the reader, ``actor_id`` its id. ``called`` points to it as the article calls it.
    ``confidence`` is how likely such a link is right.
    """

    words: WordsPointer
    called: ActorPointer
    actor: str
    actor_id: str
    sentence: Quote
    lines: tuple[str, ...]
    confidence: float

    @property
    def key(self) -> str:
        """A short name for it, that is the same in every build."""
        return _key(self.words, self.called)

    @property
    def subject(self) -> DoubtSubject:
        """What it is about."""
        return DoubtSubject.PRONOUNS

    def judgement(self, verdict: Verdict, by: str, made: date | None = None, why: str = "") -> Judgement | None:
        """What decides it, signed. None for ``UNSURE``: that decides nothing here."""
        if verdict is Verdict.UNSURE:
            return None
        return Judgement(MentionIdentity(self.words, self.called, verdict is Verdict.SAME), by, made, why)


QueuedDoubt = IdentityDoubt | PronounDoubt


def queue_of(links: Iterable[Link], timelines: Iterable[Timeline], names: Names) -> list[QueuedDoubt]:
    """The doubts of a case in the order in which they are worth deciding.

    First come the ``links``, in their order; then the possible entries of the ``timelines``, of each the most important
    first. What no judgement could decide is left out: two sides with one pointer.
    """
    queue: dict[str, QueuedDoubt] = {}
    for link in links:
        if link.left != link.right:
            queue.setdefault((one := IdentityDoubt(link)).key, one)
    for timeline in timelines:
        for event in sorted(timeline.possible, key=lambda event: (-event.importance, event.id)):
            for doubt in _pronoun_doubts(event, timeline, names):
                known = queue.setdefault(doubt.key, doubt)
                if isinstance(known, PronounDoubt) and event.line not in known.lines:
                    queue[doubt.key] = replace(known, lines=(*known.lines, event.line))
    return list(queue.values())


def open_doubts(queue: Iterable[QueuedDoubt], judgements: Iterable[Judgement]) -> list[QueuedDoubt]:
    """The doubts of the queue that none of the judgements decides."""
    decided = {subject_of(judgement) for judgement in judgements}
    return [doubt for doubt in queue if _subject(doubt) not in decided]


def chain_names(annotated: Iterable[Annotations]) -> Names:
    """The names of the chains that doubtful words belong to, in these articles."""
    return {
        (found.article, mention.quote.span): chain.name
        for found in annotated
        for chain in found.actors
        for mention in chain.mentions
        if mention.confidence < SURE_LINK
    }


def _subject(doubt: QueuedDoubt) -> object:
    verdict = Verdict.UNSURE if isinstance(doubt, IdentityDoubt) else Verdict.SAME
    judgement = doubt.judgement(verdict, "nobody")
    return subject_of(judgement) if judgement else None


def _pronoun_doubts(event: Event, timeline: Timeline, names: Names) -> Iterator[PronounDoubt]:
    """One for each mention of the event with words that may mean the actor of the timeline."""
    actor = timeline.actor
    if actor is None:
        return
    for piece in event.evidence:
        link = _doubtful_link(piece, actor.id)
        called = names.get((piece.article, link.words.span)) if link and link.words else None
        if called and link and link.words:
            yield PronounDoubt(
                words=WordsPointer(piece.article, link.words),
                called=ActorPointer(called, piece.article),
                actor=actor.name,
                actor_id=actor.id,
                sentence=piece.quote,
                lines=(event.line,),
                confidence=link.confidence,
            )


def _doubtful_link(piece: Evidence, actor: str) -> RolePlayer | Setting | None:
    """The likeliest of the words in a mention that may mean the actor."""
    links: list[RolePlayer | Setting] = [*piece.participants, *([piece.place] if piece.place else [])]
    doubtful = (link for link in links if link.entity == actor and link.words and link.confidence < SURE_LINK)
    return max(doubtful, key=lambda link: link.confidence, default=None)


def _key(*pointers: object) -> str:
    return hashlib.sha256(repr(pointers).encode("utf-8", "surrogatepass")).hexdigest()[:12]
