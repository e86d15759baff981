"""The form ``dossier/judgement/1``: one decision of an analyst."""

from datetime import date

import msgspec

from dossier.codec.link_forms import PointerForm
from dossier.codec.shared_forms import JsonObject, TextForm
from dossier.model import (
    ArticlePointer,
    DecisionKind,
    JudgedPointer,
    Judgement,
    Marking,
    WordsPointer,
    decision_kind,
    make_decision,
    pointers_of,
    values_of,
)


class JudgedPointerForm(PointerForm):
    """What a decision is about: an actor, an event, ``words`` in an article, or an article alone."""

    words: TextForm | None = None

    @classmethod
    def of_judged(cls, pointer: JudgedPointer) -> "JudgedPointerForm":
        """The form of a pointer."""
        if isinstance(pointer, WordsPointer):
            quote = TextForm.of_quote(pointer.quote)
            return cls(name=None, article=pointer.article, trigger=None, words=quote)
        if isinstance(pointer, ArticlePointer):
            return cls(name=None, article=pointer.article, trigger=None)
        form = PointerForm.of(pointer)
        return cls(name=form.name, article=form.article, trigger=form.trigger, occurrence=form.occurrence)

    def judged(self) -> JudgedPointer:
        """The pointer of the form. Raises ValueError when it has none."""
        if self.words and self.article:
            return WordsPointer(self.article, self.words.as_quote())
        if self.article and self.trigger is None and self.name is None:
            return ArticlePointer(self.article)
        return self.pointer()


class JudgementForm(JsonObject, tag_field="schema", tag="dossier/judgement/1"):
    """A decision on what it is ``about``: who made it, on which day (ISO 8601), and why.

    ``name`` is the new name of ``rename``, ``when`` the date (EDTF) of ``date``, ``tlp`` the marking of ``mark``; they
    are null for all other kinds. ``values`` has the values of the other kinds by their names, as files of judgements
    write them. ``id`` is a hash of the rest.
    """

    id: str
    kind: DecisionKind
    about: list[JudgedPointerForm]
    name: str | None
    when: str | None
    by: str
    made: str | None
    why: str
    tlp: Marking | None = None
    values: dict[str, str] = msgspec.field(default_factory=dict)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(JudgementForm)


def encode_judgement(judgement: Judgement) -> bytes:
    """The judgement as one JSON object in UTF-8, on one line."""
    decision = judgement.decision
    kind, values = decision_kind(decision), values_of(decision)
    marking = values.pop("tlp", None)
    form = JudgementForm(
        id=judgement.id,
        kind=kind,
        about=[JudgedPointerForm.of_judged(pointer) for pointer in pointers_of(decision)],
        name=values.pop("name", None) if kind is DecisionKind.RENAME else None,
        when=values.pop("when", None) if kind is DecisionKind.DATE else None,
        by=judgement.by,
        made=judgement.made.isoformat() if judgement.made else None,
        why=judgement.why,
        tlp=Marking.parse(marking) if marking else None,
        values=values,
    )
    return _encoder.encode(form)


def decode_judgement(data: bytes) -> Judgement:
    """The judgement that ``encode_judgement`` wrote. Raises ValueError for anything else."""
    form = _decoder.decode(data)
    own = {"name": form.name, "when": form.when, "tlp": form.tlp}
    values = form.values | {name: value for name, value in own.items() if value}
    decision = make_decision(form.kind, [about.judged() for about in form.about], values)
    return Judgement(decision, form.by, date.fromisoformat(form.made) if form.made else None, form.why)
