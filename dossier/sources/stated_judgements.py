"""Judgements as users state them in a file: their values, and how they are written as YAML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf

import yaml

from dossier.model import (
    KIND_FORMS,
    ActorPointer,
    ArticlePointer,
    DecisionKind,
    EventPointer,
    JudgedPointer,
    Judgement,
    Quote,
    Span,
    WordsPointer,
    decision_kind,
    pointers_of,
    values_of,
)


@dataclass(frozen=True, slots=True)
class StatedReference:
    """A reference by a user: to a name in one article or in all, or to an event, to words or to all of an article.

    ``article`` is the id of an article, its ref, or the end of its path. ``span`` is the place of an event's trigger or
    of words, or one around the trigger. ``text`` are words that stand there; where there is no ``span``, they are the
    trigger, or a quote that holds it. ``prefix`` and ``suffix`` stand before and behind them. ``occurrence`` says which
    of the events that the trigger tells, each with a time of its own. ``entry`` is the number of an entry in the
    dossier of ``name``; ``text`` is then all that the user wrote, which may be a name itself: "Unit #3".
    ``is_words``: it means the words themselves, and no event there.
    """

    name: str = ""
    article: str = ""
    text: str = ""
    span: Span | None = None
    occurrence: int = 1
    prefix: str = ""
    suffix: str = ""
    entry: int | None = None
    is_words: bool = False


@dataclass(frozen=True, slots=True)
class StatedJudgement:
    """A judgement as a file states it (``where``: file and line), before its references are resolved in the case.

    ``values`` are as people write them, by the names that they have in ``KIND_FORMS``.
    """

    where: str
    kind: DecisionKind
    about: tuple[StatedReference, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    made: date | None = None
    why: str = ""


def as_yaml(judgements: Iterable[Judgement], refs: Mapping[str, str]) -> str:
    """The judgements in their order, as YAML that ``read_judgements`` reads.

    They name articles by id, which stays when a file is renamed. A comment above gives the ref, from ``refs`` by id.
    """
    return "\n".join(_ref_comments(judgement, refs) + yaml_entry(_fields(judgement)) for judgement in judgements)


def yaml_entry(entry: Mapping[str, object]) -> str:
    """One entry of a YAML list: a line for each key, with the value on the same line."""
    text = yaml.dump(
        _Lines(entry), Dumper=_Dumper, default_flow_style=True, sort_keys=False, allow_unicode=True, width=inf
    )
    return "- " + "\n  ".join(text.splitlines()) + "\n"


class _Lines(dict[str, object]):
    """A mapping that ``_Dumper`` writes with a line for each key."""


class _Dumper(yaml.SafeDumper):
    """Writes all other mappings and lists in brackets."""


_Dumper.add_representer(
    _Lines, lambda dumper, found: dumper.represent_mapping("tag:yaml.org,2002:map", found.items(), flow_style=False)
)


def pointer_fields(pointer: JudgedPointer) -> str | dict[str, object]:
    """A pointer as it is written in a file."""
    match pointer:
        case ActorPointer():
            return {"name": pointer.name, "article": pointer.article} if pointer.article else pointer.name
        case EventPointer():
            which = {"occurrence": pointer.occurrence} if pointer.occurrence > 1 else {}
            return {"article": pointer.article, **_quote_fields(pointer.trigger, "text"), **which}
        case WordsPointer():
            return {"article": pointer.article, **_quote_fields(pointer.quote, "words")}
        case ArticlePointer():
            return {"article": pointer.article}


def _quote_fields(quote: Quote, key: str) -> dict[str, object]:
    return {"start": quote.span.start, "end": quote.span.end, key: quote.exact}


def yaml_comment(text: str) -> str:
    """The text as a YAML comment of one line; characters that are not printable become blanks."""
    return f"# {''.join(char if char.isprintable() else ' ' for char in text)}\n"


def _fields(judgement: Judgement) -> dict[str, object]:
    decision = judgement.decision
    kind, values = decision_kind(decision), values_of(decision)
    about = [pointer_fields(pointer) for pointer in pointers_of(decision)]
    fields: dict[str, object] = {kind.value: about if len(about) > 1 else about[0]}
    fields |= {form.key: values[form.name] for form in KIND_FORMS[kind].values if form.name in values}
    fields["by"] = judgement.by
    if judgement.made:
        fields["made"] = judgement.made
    if judgement.why:
        fields["why"] = judgement.why
    return fields


def _ref_comments(judgement: Judgement, refs: Mapping[str, str]) -> str:
    articles = {pointer.article for pointer in pointers_of(judgement.decision)}
    return "".join(yaml_comment(f"{article} is {refs[article]}") for article in sorted(articles & refs.keys()))
