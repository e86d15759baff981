"""Links as JSON: two actors or events that were compared, and the reasons to merge them or not."""

from dossier.codec.shared_forms import JsonObject, QuoteForm, TextForm
from dossier.model import ActorPointer, EventPointer, Link, Pointer, Reason, Signal


class PointerForm(JsonObject):
    """A reference to an actor by ``name`` (in one ``article``, or in all: null), or to an event by its ``trigger``."""

    name: str | None
    article: str | None
    trigger: TextForm | None

    @classmethod
    def of(cls, pointer: Pointer) -> "PointerForm":
        """The form of a pointer."""
        if isinstance(pointer, ActorPointer):
            return cls(name=pointer.name, article=pointer.article or None, trigger=None)
        return cls(name=None, article=pointer.article, trigger=TextForm.of_quote(pointer.trigger))

    def pointer(self) -> Pointer:
        """The pointer of the form. Raises ValueError when it has neither a name nor a trigger with its article."""
        if self.trigger and self.article:
            return EventPointer(self.article, self.trigger.as_quote())
        if self.name is None:
            raise ValueError("neither a name nor a trigger in an article")
        return ActorPointer(self.name, self.article or "")


class ReasonForm(JsonObject):
    """One piece of evidence: ``weight`` (bits) is above 0 when it speaks for one identity, below 0 against it."""

    signal: Signal
    weight: float
    text: str
    article: str | None
    quote: QuoteForm | None

    @classmethod
    def of(cls, reason: Reason) -> "ReasonForm":
        """The form of a reason."""
        return cls(
            signal=reason.signal,
            weight=reason.weight,
            text=reason.text,
            article=reason.article,
            quote=QuoteForm.of(reason.quote) if reason.quote else None,
        )

    def reason(self) -> Reason:
        """The reason of the form."""
        quote = self.quote.as_quote() if self.quote else None
        return Reason(self.signal, self.weight, self.text, self.article, quote)


class LinkForm(JsonObject):
    """Two actors or events that were compared; ``merged`` says whether they were taken for one.

    ``value`` is the number of mentions (actors) or pieces of evidence (events) on the smaller side.
    """

    left: PointerForm
    right: PointerForm
    merged: bool
    value: int
    reasons: list[ReasonForm]

    @classmethod
    def of(cls, link: Link) -> "LinkForm":
        """The form of a link."""
        return cls(
            left=PointerForm.of(link.left),
            right=PointerForm.of(link.right),
            merged=link.is_merged,
            value=link.value,
            reasons=[ReasonForm.of(reason) for reason in link.reasons],
        )

    def link(self) -> Link:
        """The link of the form."""
        reasons = tuple(reason.reason() for reason in self.reasons)
        return Link(self.left.pointer(), self.right.pointer(), reasons, self.merged, self.value)
