"""Relations between events, and the bounds that follow from them, in the form ``dossier/timeline/1``."""

from dossier.codec.shared_forms import Form, QuoteForm, TextForm
from dossier.model import Bound, Period, Relation, RelationType, Witness


class WitnessForm(Form):
    """One sentence that tells of a relation: its words, both trigger words, and the connective, where one says so."""

    article: str
    quote: QuoteForm
    source: TextForm
    target: TextForm
    cue: TextForm | None

    @classmethod
    def of(cls, witness: Witness) -> "WitnessForm":
        """The form of a witness."""
        return cls(
            article=witness.article,
            quote=QuoteForm.of(witness.quote),
            source=TextForm.of_quote(witness.source),
            target=TextForm.of_quote(witness.target),
            cue=TextForm.of_quote(witness.cue) if witness.cue else None,
        )

    def witness(self) -> Witness:
        """The witness of the form."""
        cue = self.cue.words() if self.cue else None
        return Witness(self.article, self.quote.words(), self.source.words(), self.target.words(), cue)


class RelationForm(Form):
    """How one event (by id) lies in time to another, and the sentences that say so."""

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


class BoundForm(Form):
    """A bound as EDTF, the event (by id) whose date it is of, and the relation by which it holds."""

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
