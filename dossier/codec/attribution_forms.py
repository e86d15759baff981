"""The source and the numbers of an event, which annotations and timelines both hold."""

from typing import Optional

from dossier.codec.shared_forms import TextForm
from dossier.model import Attribution, Manner, Quantity, QuantityKind, Quote


class AttributionForm(TextForm):
    """The source of an event: ``text`` names it ("officials"), ``cue`` is the word of speech ("said").

    ``actor`` is the source's id and ``name`` its name, null when unknown. ``via`` is the source that reports this
    source's words, null when the article does. Of a source that the analyst gave (``attribution`` is among the fields
    that he corrected) ``text`` are his words: they stand in the sentence only if ``start`` and ``end`` are not those of
    the ``cue``, and the cue is the trigger where no word of speech was read.
    """

    actor: str | None
    name: str | None
    cue: TextForm
    manner: Manner
    via: Optional["AttributionForm"]

    @classmethod
    def of_attribution(cls, attribution: Attribution) -> "AttributionForm":
        """The form of an attribution."""
        span = attribution.speaker.span
        return cls(
            start=span.start,
            end=span.end,
            text=attribution.text,
            actor=attribution.actor,
            name=attribution.name,
            cue=TextForm.of_quote(attribution.cue),
            manner=attribution.manner,
            via=cls.of_attribution(attribution.via) if attribution.via else None,
        )

    def speaker(self, is_given: bool = False) -> Quote:
        """The words that name the source at their place; of one that the analyst gave, and no sentence has, the cue."""
        return self.cue.as_quote() if is_given and self.span() == self.cue.span() else self.as_quote()

    def attribution(self, is_given: bool = False) -> Attribution:
        """The attribution of the form; ``is_given``: by the analyst."""
        via = self.via.attribution() if self.via else None
        return Attribution(
            speaker=self.speaker(is_given),
            cue=self.cue.as_quote(),
            actor=self.actor,
            name=self.name,
            manner=self.manner,
            via=via,
            given=self.text if is_given else "",
        )


class QuantityForm(TextForm):
    """A number of an event: between ``least`` and ``most``, each null when it is open ("at least ten" has no most).

    ``unit`` is what is counted, or the currency. ``is_about`` marks a number that is approximate ("about 20").
    """

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
        return Quantity(
            quote=self.as_quote(),
            kind=self.kind,
            least=self.least,
            most=self.most,
            unit=self.unit,
            is_about=self.is_about,
        )
