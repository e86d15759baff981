"""The actors of the form ``dossier/case/1``: each once, with every place where an article refers to it."""

from collections.abc import Iterable

from msgspec import structs

from dossier.codec.shared_forms import JsonObject, TextForm
from dossier.codec.timeline_forms import AliasForm
from dossier.codec.timelines import alias_form
from dossier.model import Actor, ActorMention, Form, Kind


class CaseActorMentionForm(TextForm):
    """One mention of an actor, also a description or a pronoun; ``confidence`` is that of its link to the actor."""

    article: str
    form: Form
    confidence: float

    @classmethod
    def of_mention(cls, article: str, mention: ActorMention) -> "CaseActorMentionForm":
        """The form of a mention in the article with this id."""
        return cls(
            start=mention.quote.span.start,
            end=mention.quote.span.end,
            text=mention.quote.exact,
            article=article,
            form=mention.form,
            confidence=mention.confidence,
        )


class CaseActorForm(JsonObject):
    """One actor with all its mentions, by article and place; the other fields are those of a timeline's entity."""

    id: str
    name: str
    kind: Kind
    aliases: list[AliasForm]
    mentions: list[CaseActorMentionForm]

    @classmethod
    def of(cls, actor: Actor, mentions: Iterable[tuple[str, ActorMention]]) -> "CaseActorForm":
        """The form of an actor; its mentions come with the ids of their articles."""
        ordered = sorted(mentions, key=lambda one: (one[0], one[1].quote.span))
        return cls(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            aliases=[alias_form(alias) for alias in actor.aliases],
            mentions=[CaseActorMentionForm.of_mention(*one) for one in ordered],
        )

    def is_told_by(self, actor: Actor) -> bool:
        """Whether the actor of a dossier is this one, told alike."""
        is_alike = structs.replace(self, mentions=[]) == CaseActorForm.of(actor, ())
        return is_alike and len(self.mentions) == actor.mentions
