"""What a judgement is about: places in the articles, which stay valid however mentions are merged."""

from dataclasses import dataclass

from dossier.model.quote import Quote, TriggerKey


@dataclass(frozen=True, slots=True, order=True)
class ActorPointer:
    """Everyone called by a name: in the article with that id, or in all articles where ``article`` is empty."""

    name: str
    article: str = ""


@dataclass(frozen=True, slots=True, order=True)
class EventPointer:
    """The event that a trigger tells, by the trigger's place in the article with that id.

    ``occurrence`` says which of several events it tells, each at a time of its own: 2 for the second.
    """

    article: str
    trigger: Quote
    occurrence: int = 1

    @property
    def trigger_key(self) -> TriggerKey:
        """What identifies the mention of the event."""
        return self.article, self.trigger.span, self.occurrence


Pointer = ActorPointer | EventPointer
"""What may be one with another of its sort."""


@dataclass(frozen=True, slots=True, order=True)
class WordsPointer:
    """The words that stand at a place in the article with that id."""

    article: str
    quote: Quote


@dataclass(frozen=True, slots=True, order=True)
class ArticlePointer:
    """The article with that id."""

    article: str


JudgedPointer = Pointer | WordsPointer | ArticlePointer
"""What a judgement may be about."""
