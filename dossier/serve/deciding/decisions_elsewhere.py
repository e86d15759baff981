"""The decisions of a form as the command line takes them, and as a file of judgements has them."""

import shlex
from collections.abc import Mapping, Sequence

from dossier.model import (
    KIND_FORMS,
    ActorPointer,
    ArticlePointer,
    EventPointer,
    JudgedPointer,
    Judgement,
    Span,
    decision_kind,
    pointers_of,
    values_of,
)
from dossier.render.wording import prose
from dossier.serve.deciding.reference_lines import ReferenceLines
from dossier.sources.stated_judgements import as_yaml


def decided_elsewhere(judgements: Sequence[Judgement], refs: Mapping[str, str]) -> ReferenceLines:
    """The commands that decide the same, each on a line of its own, and what a file says of it; nothing for none.

    ``refs`` are those of the articles by their ids.
    """
    if not judgements:
        return ()
    commands, written = map(prose.verbatim, ("\n".join(map(command, judgements)), as_yaml(judgements, refs).rstrip()))
    return (("On the command line", commands), ("In a file of judgements", written))


def command(judgement: Judgement) -> str:
    """The command that makes the same decision: "dossier review reject 'Ada Brandt'"."""
    decision = judgement.decision
    kind, given = decision_kind(decision), values_of(decision)
    needed = [form.name for form in KIND_FORMS[kind].values if form.is_needed]
    options = [text for name in given if name not in needed for text in (f"--{name}", given[name])]
    options += ["--why", judgement.why] if judgement.why else []
    words = [*map(_reference, pointers_of(decision)), *(given.get(name, "") for name in needed)]
    end = ["--"] if any(one.startswith("-") for one in words) else []
    return shlex.join(["dossier", "review", kind.value, *options, *end, *words])


def _reference(pointer: JudgedPointer) -> str:
    match pointer:
        case ActorPointer():
            return "@".join(filter(None, (pointer.name, pointer.article)))
        case ArticlePointer():
            return pointer.article
        case EventPointer():
            which = f"#{pointer.occurrence}" if pointer.occurrence > 1 else ""
            return f"{_place(pointer.article, pointer.trigger.span)}{which}"
    return _place(pointer.article, pointer.quote.span)


def _place(article: str, span: Span) -> str:
    return f"{article}:{span.start}-{span.end}"
