"""The form ``dossier/judgement/1``: one decision of an analyst."""

from datetime import date
from enum import StrEnum

import msgspec

from dossier.codec.link_forms import PointerForm
from dossier.codec.shared_forms import JsonObject
from dossier.model import (
    ActorPointer,
    Decision,
    EventPointer,
    Hiding,
    Identity,
    Involvement,
    Judgement,
    Pointer,
    Redating,
    Rejection,
    Renaming,
    Verdict,
    When,
)


class DecisionKind(StrEnum):
    """The kinds of decisions.

    The first three are about two actors or two events, the last two about an event and an actor, the others about one.
    """

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    RENAME = "rename"
    REJECT = "reject"
    DATE = "date"
    HIDE = "hide"
    CONCERNS = "concerns"
    UNRELATED = "unrelated"


class JudgementForm(JsonObject, tag_field="schema", tag="dossier/judgement/1"):
    """A decision on the actors or events that it is ``about``: who made it, on which day (ISO 8601), and why.

    ``name`` is the new name of ``rename``, ``when`` the date (EDTF) of ``date``; both are null for all other kinds.
    ``id`` is a hash of the rest.
    """

    id: str
    kind: DecisionKind
    about: list[PointerForm]
    name: str | None
    when: str | None
    by: str
    made: str | None
    why: str


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(JudgementForm)


def encode_judgement(judgement: Judgement) -> bytes:
    """The judgement as one JSON object in UTF-8, on one line."""
    decision = judgement.decision
    form = JudgementForm(
        id=judgement.id,
        kind=decision_kind(decision),
        about=[PointerForm.of(pointer) for pointer in pointers_of(decision)],
        name=decision.name if isinstance(decision, Renaming) else None,
        when=decision.when.edtf if isinstance(decision, Redating) else None,
        by=judgement.by,
        made=judgement.made.isoformat() if judgement.made else None,
        why=judgement.why,
    )
    return _encoder.encode(form)


def decode_judgement(data: bytes) -> Judgement:
    """The judgement that ``encode_judgement`` wrote. Raises ValueError for anything else."""
    form = _decoder.decode(data)
    decision = make_decision(form.kind, [about.pointer() for about in form.about], form.name or "", form.when or "")
    return Judgement(decision, form.by, date.fromisoformat(form.made) if form.made else None, form.why)


def decision_kind(decision: Decision) -> DecisionKind:
    """The kind of the decision."""
    match decision:
        case Identity():
            return DecisionKind(decision.verdict.value)
        case Renaming():
            return DecisionKind.RENAME
        case Rejection():
            return DecisionKind.REJECT
        case Redating():
            return DecisionKind.DATE
        case Hiding():
            return DecisionKind.HIDE
        case Involvement():
            return DecisionKind.CONCERNS if decision.is_involved else DecisionKind.UNRELATED


def pointers_of(decision: Decision) -> tuple[Pointer, ...]:
    """The actors or events that the decision is about: two for an identity or an involvement, else one."""
    match decision:
        case Identity():
            return decision.left, decision.right
        case Renaming() | Rejection():
            return (decision.actor,)
        case Redating() | Hiding():
            return (decision.event,)
        case Involvement():
            return decision.event, decision.actor


def make_decision(kind: DecisionKind, about: list[Pointer], name: str = "", when: str = "") -> Decision:
    """The decision of this kind about these pointers; RENAME needs ``name``, DATE needs ``when`` (EDTF).

    Raises ValueError when the pointers do not fit the kind (their number, or an actor where an event is needed), and
    for a name or a date that the model refuses.
    """
    match kind, about:
        case ((DecisionKind.SAME | DecisionKind.DIFFERENT | DecisionKind.UNSURE), [left, right]):
            return Identity(left, right, Verdict(kind.value))
        case DecisionKind.RENAME, [ActorPointer() as actor]:
            return Renaming(actor, name)
        case DecisionKind.REJECT, [ActorPointer() as actor]:
            return Rejection(actor)
        case DecisionKind.DATE, [EventPointer() as event]:
            return Redating(event, When.parse(when))
        case DecisionKind.HIDE, [EventPointer() as event]:
            return Hiding(event)
        case ((DecisionKind.CONCERNS | DecisionKind.UNRELATED), [EventPointer() as event, ActorPointer() as actor]):
            return Involvement(event, actor, kind is DecisionKind.CONCERNS)
    raise ValueError(f"'{kind}' is about {_NEEDED_POINTERS.get(kind, 'two actors or two events')}")


_NEEDED_POINTERS = {
    DecisionKind.RENAME: "one actor",
    DecisionKind.REJECT: "one actor",
    DecisionKind.DATE: "one event, by its place in an article",
    DecisionKind.HIDE: "one event, by its place in an article",
    DecisionKind.CONCERNS: "an event, by its place in an article, and an actor",
    DecisionKind.UNRELATED: "an event, by its place in an article, and an actor",
}
