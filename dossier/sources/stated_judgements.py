"""Judgements in the words of a user: as they stand in a file, and how they are written there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf

import yaml

from dossier.codec import DecisionKind, decision_kind, pointers_of
from dossier.model import ActorPointer, Identity, Judgement, Pointer, Redating, Renaming, Span


@dataclass(frozen=True, slots=True)
class Words:
    """What a user points to: a name, everywhere or in an article, or a word in an article that tells of an event.

    ``article`` is an id, or what the article is called. ``span`` is the place of the word, or one around it.
    """

    name: str = ""
    article: str = ""
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A judgement as it stands in a file (``where``: file and line), before its words are looked up in the case."""

    where: str
    kind: DecisionKind
    about: tuple[Words, ...]
    value: str = ""
    by: str = ""
    made: date | None = None
    why: str = ""


def as_yaml(judgements: Iterable[Judgement], refs: Mapping[str, str]) -> str:
    """The judgements as ``read_judgements`` reads them, in their order.

    Articles stand by their ids, which no renaming of files changes; ``refs`` say above each what they are called.
    """
    return "\n".join(_above(judgement, refs) + dumped(_fields(judgement)) for judgement in judgements)


def dumped(entry: Mapping[str, object]) -> str:
    """One entry of a list in YAML: a line for each key, and each value on that line."""
    text = yaml.dump(
        _Lines(entry), Dumper=_Dumper, default_flow_style=True, sort_keys=False, allow_unicode=True, width=inf
    )
    return "- " + "\n  ".join(text.splitlines()) + "\n"


class _Lines(dict[str, object]):
    """A mapping that is written with a line for each key."""


class _Dumper(yaml.SafeDumper):
    """Writes every other mapping and list in brackets."""


_Dumper.add_representer(
    _Lines, lambda dumper, found: dumper.represent_mapping("tag:yaml.org,2002:map", found.items(), flow_style=False)
)


def pointer_fields(pointer: Pointer) -> str | dict[str, object]:
    """A pointer as it stands in a file."""
    if isinstance(pointer, ActorPointer):
        return {"name": pointer.name, "article": pointer.article} if pointer.article else pointer.name
    span = pointer.trigger.span
    return {"article": pointer.article, "start": span.start, "end": span.end, "text": pointer.trigger.exact}


def comment(text: str) -> str:
    """A line of comment, whatever the text."""
    return f"# {''.join(char if char.isprintable() else ' ' for char in text)}\n"


def _fields(judgement: Judgement) -> dict[str, object]:
    decision = judgement.decision
    about = [pointer_fields(pointer) for pointer in pointers_of(decision)]
    fields: dict[str, object] = {decision_kind(decision).value: about if isinstance(decision, Identity) else about[0]}
    if isinstance(decision, Renaming):
        fields["to"] = decision.name
    if isinstance(decision, Redating):
        fields["when"] = decision.when.edtf
    fields["by"] = judgement.by
    if judgement.made:
        fields["made"] = judgement.made
    if judgement.why:
        fields["why"] = judgement.why
    return fields


def _above(judgement: Judgement, refs: Mapping[str, str]) -> str:
    articles = {pointer.article for pointer in pointers_of(judgement.decision)}
    return "".join(comment(f"{article} is {refs[article]}") for article in sorted(articles & refs.keys()))
