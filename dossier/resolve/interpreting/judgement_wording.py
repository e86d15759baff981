"""Judgements in words, for messages and lists."""

from collections.abc import Mapping

from dossier.model import (
    ActorPointer,
    AddedEvent,
    AnalystNote,
    ArticlePointer,
    Decision,
    DescriptionRejection,
    EventMarking,
    EventPointer,
    JudgedPointer,
    Judgement,
    NameRejection,
    Participation,
    Renaming,
    WordsPointer,
    decision_kind,
    pointers_of,
    values_of,
)


def describe_pointer(pointer: JudgedPointer, refs: Mapping[str, str]) -> str:
    """A pointer in words. ``refs`` gives what each article is called, by id; an article it lacks appears by its id.

    >>> describe_pointer(ActorPointer("Brandt", "0f"), {"0f": "a.txt"})
    "'Brandt' in a.txt"
    """
    article = refs.get(pointer.article, pointer.article)
    match pointer:
        case ActorPointer():
            return f"'{pointer.name}'" + (f" in {article}" if article else "")
        case ArticlePointer():
            return article
        case WordsPointer(quote=quote):
            return f"'{quote.exact}' at {article}:{quote.span.start}-{quote.span.end}"
        case EventPointer():
            span = pointer.trigger.span
            which = f", time {pointer.occurrence}" if pointer.occurrence > 1 else ""
            return f"'{pointer.trigger.exact}' at {article}:{span.start}-{span.end}{which}"


def describe_judgement(judgement: Judgement, refs: Mapping[str, str]) -> str:
    """A decision on one line, with its values if it has any: "same: 'Ada Brandt', 'A. Brandt'"."""
    decision = judgement.decision
    pointers = ", ".join(describe_pointer(pointer, refs) for pointer in pointers_of(decision))
    return f"{decision_kind(decision)}: {pointers}{_values_in_words(decision)}"


def _values_in_words(decision: Decision) -> str:
    """The values of a decision as they stand behind what it is about: " to 'Ada B. Brandt'"."""
    values = values_of(decision)
    said = f" to {', '.join(values.values())}" if values else ""
    match decision:
        case Renaming():
            said = f" to '{decision.name}'"
        case EventMarking():
            said = f" {decision.marking}"
        case Participation():
            said = f" as {decision.role}"
        case AddedEvent(of=name):
            told = ", ".join(values[one] for one in ("when", "line") if one in values)
            said = f" as {decision.type}" + (f" of '{name}'" if name else "") + (f": {told}" if told else "")
        case AnalystNote():
            marked = f" [{decision.marking}]" if decision.marking else ""
            said = f": {' '.join(decision.text.split())}{marked}"
        case NameRejection() | DescriptionRejection():
            said = f": {' '.join(' '.join(values.values()).split())}"
    return said
