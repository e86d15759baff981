"""Judgements in words, for messages and lists."""

from collections.abc import Mapping

from dossier.codec import decision_kind, pointers_of
from dossier.model import ActorPointer, EventMarking, Judgement, Pointer, Redating, Renaming


def describe_pointer(pointer: Pointer, refs: Mapping[str, str]) -> str:
    """A pointer in words. ``refs`` gives what each article is called, by id; an article it lacks appears by its id.

    >>> describe_pointer(ActorPointer("Brandt", "0f"), {"0f": "a.txt"})
    "'Brandt' in a.txt"
    """
    article = refs.get(pointer.article, pointer.article)
    if isinstance(pointer, ActorPointer):
        return f"'{pointer.name}'" + (f" in {article}" if article else "")
    span = pointer.trigger.span
    which = f", time {pointer.occurrence}" if pointer.occurrence > 1 else ""
    return f"'{pointer.trigger.exact}' at {article}:{span.start}-{span.end}{which}"


def describe_judgement(judgement: Judgement, refs: Mapping[str, str]) -> str:
    """A decision on one line, with the new name, date or marking if it gives one: "same: 'Ada Brandt', 'A. Brandt'"."""
    decision = judgement.decision
    pointers = ", ".join(describe_pointer(pointer, refs) for pointer in pointers_of(decision))
    new_value = ""
    if isinstance(decision, Renaming):
        new_value = f" to '{decision.name}'"
    elif isinstance(decision, Redating):
        new_value = f" to {decision.when.edtf}"
    elif isinstance(decision, EventMarking):
        new_value = f" {decision.marking}"
    return f"{decision_kind(decision)}: {pointers}{new_value}"
