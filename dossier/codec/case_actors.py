"""The actors of the form ``dossier/case/1``: each once, with every place where an article refers to it."""

from collections.abc import Iterable

from dossier.codec.entity_forms import AliasForm
from dossier.codec.shared_forms import JsonObject, TextForm
from dossier.codec.timelines import alias_form
from dossier.model import Actor, ActorMention, Form, Kind, MainActor, UnnamedActor


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
    """One actor with all its mentions, by article and place; the other fields are those of a timeline's entity.

    ``named`` is false for someone or something that no article calls by the name of an actor ("the gunman"): ``name``
    is how most call it, and it has no dossier.
    """

    id: str
    name: str
    kind: Kind
    aliases: list[AliasForm]
    mentions: list[CaseActorMentionForm]
    named: bool = True

    @classmethod
    def of_unnamed(cls, actor: UnnamedActor) -> "CaseActorForm":
        """The form of what no article names."""
        mentions = [CaseActorMentionForm.of_mention(*one) for one in actor.mentions]
        return cls(id=actor.id, name=actor.label, kind=actor.kind, aliases=[], mentions=mentions, named=False)

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

    def is_told_by(self, told: Actor | MainActor) -> bool:
        """Whether the actor of a dossier, or one of the main actors of a case, is this one, told alike."""
        if isinstance(told, MainActor):
            names, articles = [alias.text for alias in self.aliases], {one.article for one in self.mentions}
            is_alike = (names, len(articles)) == (list(told.aliases), told.articles)
        else:
            is_alike = self.aliases == [alias_form(alias) for alias in told.aliases]
        header = told.id, told.name, told.kind, told.mentions
        return is_alike and header == (self.id, self.name, self.kind, len(self.mentions))
