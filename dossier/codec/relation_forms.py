"""Relations between events, and the bounds that follow from them, in the form ``dossier/timeline/1``."""

from dossier.codec.shared_forms import JsonObject, QuoteForm, TextForm
from dossier.model import Bound, Period, Relation, RelationType, Witness


class WitnessForm(JsonObject):
    """The words that give a relation: a sentence, both triggers, and the connective (null when only tense does).

    ``quote`` is the sentence of the source, ``target_quote`` that of the target where it is another one, else null.
    """

    article: str
    quote: QuoteForm
    source: TextForm
    target: TextForm
    cue: TextForm | None
    target_quote: QuoteForm | None = None

    @classmethod
    def of(cls, witness: Witness) -> "WitnessForm":
        """The form of a witness."""
        return cls(
            article=witness.article,
            quote=QuoteForm.of(witness.quote),
            source=TextForm.of_quote(witness.source),
            target=TextForm.of_quote(witness.target),
            cue=TextForm.of_quote(witness.cue) if witness.cue else None,
            target_quote=QuoteForm.of(witness.target_quote) if witness.target_quote else None,
        )

    def witness(self) -> Witness:
        """The witness of the form."""
        return Witness(
            article=self.article,
            quote=self.quote.as_quote(),
            source=self.source.as_quote(),
            target=self.target.as_quote(),
            cue=self.cue.as_quote() if self.cue else None,
            target_quote=self.target_quote.as_quote() if self.target_quote else None,
        )


class RelationForm(JsonObject):
    """How the event ``source`` lies in time to the event ``target`` (ids), and the sentences that give it."""

    source: str
    target: str
    type: RelationType
    mentions: list[WitnessForm]

    @classmethod
    def of(cls, relation: Relation) -> "RelationForm":
        """The form of a relation."""
        mentions = [WitnessForm.of(witness) for witness in relation.evidence]
        return cls(source=relation.source, target=relation.target, type=relation.type, mentions=mentions)

    def relation(self) -> Relation:
        """The relation of the form."""
        return Relation(self.source, self.target, self.type, tuple(mention.witness() for mention in self.mentions))


class BoundForm(JsonObject):
    """A limit to an event's date, from the date (``edtf``) of another ``event`` (an id); ``relation`` ties the two.

    Where a chain of relations ties them, ``relation`` is the link of the chain at the event that is limited.
    """

    edtf: str
    event: str
    relation: RelationForm

    @classmethod
    def of(cls, bound: Bound) -> "BoundForm":
        """The form of a bound."""
        return cls(edtf=bound.period.edtf, event=bound.anchor, relation=RelationForm.of(bound.relation))

    def bound(self) -> Bound:
        """The bound of the form."""
        return Bound(Period.parse(self.edtf), self.event, self.relation.relation())
