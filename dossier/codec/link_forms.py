"""Links as JSON: two actors or events that were compared, and the reasons to merge them or not."""

from dataclasses import replace

from dossier.codec.shared_forms import JsonObject, QuoteForm, TextForm
from dossier.model import ActorPointer, EventPointer, Link, Pointer, Reason, Signal


class PointerForm(JsonObject):
    """A reference to an actor by ``name`` (``article`` null: in all articles), or to an event by ``trigger`` in one.

    ``occurrence`` says which of the events that the trigger tells, each with a time of its own.
    """

    name: str | None
    article: str | None
    trigger: TextForm | None
    occurrence: int = 1

    @classmethod
    def of(cls, pointer: Pointer) -> "PointerForm":
        """The form of a pointer."""
        if isinstance(pointer, ActorPointer):
            return cls(name=pointer.name, article=pointer.article or None, trigger=None)
        trigger = TextForm.of_quote(pointer.trigger)
        return cls(name=None, article=pointer.article, trigger=trigger, occurrence=pointer.occurrence)

    def pointer(self) -> Pointer:
        """The pointer of the form. Raises ValueError when it has neither a name nor a trigger with its article."""
        if self.trigger and self.article:
            return EventPointer(self.article, self.trigger.as_quote(), self.occurrence)
        if self.name is None:
            raise ValueError("neither a name nor a trigger in an article")
        return ActorPointer(self.name, self.article or "")


class ReasonForm(JsonObject):
    """One reason to merge two, or ``against`` it.

    ``text`` says it in words. ``quote`` is the place in ``article`` (an id) that says so, null when no text does. How
    much it weighs is left out: that shifts a little with every article of the case.
    """

    signal: Signal
    against: bool
    text: str
    article: str | None
    quote: QuoteForm | None

    @classmethod
    def of(cls, reason: Reason) -> "ReasonForm":
        """The form of a reason."""
        return cls(
            signal=reason.signal,
            against=reason.weight < 0,
            text=reason.text,
            article=reason.article,
            quote=QuoteForm.of(reason.quote) if reason.quote else None,
        )

    def reason(self) -> Reason:
        """The reason of the form; its weight is 1, or -1 for a reason against."""
        return Reason(
            signal=self.signal,
            weight=-1.0 if self.against else 1.0,
            text=self.text,
            article=self.article,
            quote=self.quote.as_quote() if self.quote else None,
        )


class LinkForm(JsonObject):
    """Two actors or events that were compared; ``merged`` says whether they were taken for one.

    ``value`` is the number of mentions on the smaller side.
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
        return Link(
            left=self.left.pointer(),
            right=self.right.pointer(),
            reasons=tuple(reason.reason() for reason in self.reasons),
            is_merged=self.merged,
            value=self.value,
        )


class DoubtForm(JsonObject):
    """A link that an analyst should look at, with the weight of each of its reasons, in bits of evidence."""

    link: LinkForm
    weights: list[float]

    @classmethod
    def of(cls, link: Link) -> "DoubtForm":
        """The form of a doubt."""
        return cls(link=LinkForm.of(link), weights=[reason.weight for reason in link.reasons])

    def doubt(self) -> Link:
        """The doubt of the form."""
        link = self.link.link()
        weighed = zip(link.reasons, self.weights, strict=True)
        return replace(link, reasons=tuple(replace(reason, weight=weight) for reason, weight in weighed))
