"""What annotations and timelines both say of an event: who says so, and its numbers."""

from typing import Optional

from dossier.codec.shared_forms import TextForm
from dossier.model import Attribution, Manner, Quantity, QuantityKind


class AttributionForm(TextForm):
    """Who says so: the source's words, its name where it has one, the cue, and who says that it says so."""

    actor: str | None
    name: str | None
    cue: TextForm
    manner: Manner
    via: Optional["AttributionForm"]

    @classmethod
    def of_attribution(cls, said: Attribution) -> "AttributionForm":
        """The form of an attribution."""
        span = said.speaker.span
        return cls(
            start=span.start,
            end=span.end,
            text=said.text,
            actor=said.actor,
            name=said.name,
            cue=TextForm.of_quote(said.cue),
            manner=said.manner,
            via=cls.of_attribution(said.via) if said.via else None,
        )

    def attribution(self) -> Attribution:
        """The attribution of the form."""
        via = self.via.attribution() if self.via else None
        return Attribution(self.words(), self.cue.words(), self.actor, self.name, self.manner, via)


class QuantityForm(TextForm):
    """A number of an event, and between which it lies, as far as that is known."""

    kind: QuantityKind
    least: float | None
    most: float | None
    unit: str | None
    is_about: bool

    @classmethod
    def of_quantity(cls, quantity: Quantity) -> "QuantityForm":
        """The form of a quantity."""
        span = quantity.quote.span
        return cls(
            start=span.start,
            end=span.end,
            text=quantity.quote.exact,
            kind=quantity.kind,
            least=quantity.least,
            most=quantity.most,
            unit=quantity.unit,
            is_about=quantity.is_about,
        )

    def quantity(self) -> Quantity:
        """The quantity of the form."""
        return Quantity(self.words(), self.kind, self.least, self.most, self.unit, self.is_about)
