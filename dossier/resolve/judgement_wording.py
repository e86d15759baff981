"""Judgements in words, for messages and lists."""

from collections.abc import Mapping

from dossier.codec import decision_kind, pointers_of
from dossier.model import Judgement, Named, Pointer, Redating, Renaming


def pointed(pointer: Pointer, refs: Mapping[str, str]) -> str:
    """What a pointer is about; ``refs`` say what articles are called, by id.

    >>> pointed(Named("Brandt", "0f"), {"0f": "a.txt"})
    "'Brandt' in a.txt"
    """
    article = refs.get(pointer.article, pointer.article)
    if isinstance(pointer, Named):
        return f"'{pointer.name}'" + (f" in {article}" if article else "")
    span = pointer.trigger.span
    return f"'{pointer.trigger.exact}' at {article}:{span.start}-{span.end}"


def decided(judgement: Judgement, refs: Mapping[str, str]) -> str:
    """What was decided, on one line: "same: 'Ada Brandt', 'A. Brandt'"."""
    decision = judgement.decision
    about = ", ".join(pointed(pointer, refs) for pointer in pointers_of(decision))
    to = ""
    if isinstance(decision, Renaming):
        to = f" to '{decision.name}'"
    elif isinstance(decision, Redating):
        to = f" to {decision.when.edtf}"
    return f"{decision_kind(decision)}: {about}{to}"
