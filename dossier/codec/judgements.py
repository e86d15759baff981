"""The form ``dossier/judgement/1``: one decision of an analyst."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

import msgspec

from dossier.codec.link_forms import PointerForm
from dossier.codec.shared_forms import JsonObject
from dossier.model import (
    ActorPointer,
    Decision,
    EventMarking,
    EventPointer,
    Hiding,
    Identity,
    Involvement,
    Judgement,
    Marking,
    Pointer,
    Redating,
    Rejection,
    Renaming,
    Verdict,
    When,
)


class DecisionKind(StrEnum):
    """The kinds of decisions.

    The first three are about two actors or two events, ``concerns`` and ``unrelated`` about an event and an actor, the
    others about one.
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
    MARK = "mark"


class JudgementForm(JsonObject, tag_field="schema", tag="dossier/judgement/1"):
    """A decision on the actors or events that it is ``about``: who made it, on which day (ISO 8601), and why.

    ``name`` is the new name of ``rename``, ``when`` the date (EDTF) of ``date``, ``tlp`` the marking of ``mark``; they
    are null for all other kinds. ``id`` is a hash of the rest.
    """

    id: str
    kind: DecisionKind
    about: list[PointerForm]
    name: str | None
    when: str | None
    by: str
    made: str | None
    why: str
    tlp: Marking | None = None


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
        tlp=decision.marking if isinstance(decision, EventMarking) else None,
    )
    return _encoder.encode(form)


def decode_judgement(data: bytes) -> Judgement:
    """The judgement that ``encode_judgement`` wrote. Raises ValueError for anything else."""
    form = _decoder.decode(data)
    value = form.name or form.when or form.tlp or ""
    decision = make_decision(form.kind, [about.pointer() for about in form.about], value)
    return Judgement(decision, form.by, date.fromisoformat(form.made) if form.made else None, form.why)


def decision_kind(decision: Decision) -> DecisionKind:
    """The kind of the decision."""
    if isinstance(decision, Identity):
        return DecisionKind(decision.verdict.value)
    if isinstance(decision, Involvement):
        return DecisionKind.CONCERNS if decision.is_involved else DecisionKind.UNRELATED
    return _KINDS[type(decision)]


def pointers_of(decision: Decision) -> tuple[Pointer, ...]:
    """The actors or events that the decision is about: two for an identity or an involvement, else one."""
    match decision:
        case Identity():
            return decision.left, decision.right
        case Renaming() | Rejection():
            return (decision.actor,)
        case Redating() | Hiding() | EventMarking():
            return (decision.event,)
        case Involvement():
            return decision.event, decision.actor


def make_decision(kind: DecisionKind, about: list[Pointer], value: str = "") -> Decision:
    """The decision of this kind about these pointers; ``value`` is its name, date (EDTF) or marking, if any.

    Raises ValueError when the pointers do not fit the kind (their number, or an actor where an event is needed), and
    for a value that the model refuses.
    """
    match about:
        case [left, right] if kind in _KINDS_ON_PAIRS:
            return Identity(left, right, Verdict(kind.value))
        case [EventPointer() as event, ActorPointer() as actor] if kind in _KINDS_ON_EVENT_AND_ACTOR:
            return Involvement(event, actor, kind is DecisionKind.CONCERNS)
        case [ActorPointer() as actor] if kind in (DecisionKind.RENAME, DecisionKind.REJECT):
            return Renaming(actor, value) if kind is DecisionKind.RENAME else Rejection(actor)
        case [EventPointer() as event] if kind in _KINDS_ON_EVENT:
            return _KINDS_ON_EVENT[kind](event, value)
    raise ValueError(f"'{kind}' is about {_NEEDED_POINTERS.get(kind, 'two actors or two events')}")


_KINDS: Mapping[type[Decision], DecisionKind] = {
    Renaming: DecisionKind.RENAME,
    Rejection: DecisionKind.REJECT,
    Redating: DecisionKind.DATE,
    Hiding: DecisionKind.HIDE,
    EventMarking: DecisionKind.MARK,
}
_KINDS_ON_PAIRS = (DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.UNSURE)
_KINDS_ON_EVENT_AND_ACTOR = (DecisionKind.CONCERNS, DecisionKind.UNRELATED)
_KINDS_ON_EVENT: Mapping[DecisionKind, Callable[[EventPointer, str], Decision]] = {
    DecisionKind.DATE: lambda event, value: Redating(event, When.parse(value)),
    DecisionKind.HIDE: lambda event, _: Hiding(event),
    DecisionKind.MARK: lambda event, value: EventMarking(event, Marking.parse(value)),
}

_NEEDED_POINTERS = {
    DecisionKind.RENAME: "one actor",
    DecisionKind.REJECT: "one actor",
    DecisionKind.DATE: "one event, by its place in an article",
    DecisionKind.HIDE: "one event, by its place in an article",
    DecisionKind.MARK: "one event, by its place in an article",
    DecisionKind.CONCERNS: "an event, by its place in an article, and an actor",
    DecisionKind.UNRELATED: "an event, by its place in an article, and an actor",
}
