"""Read judgements from a YAML file, which users keep under version control beside the articles."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import get_args

import yaml

from dossier.errors import JudgementsUnusable
from dossier.model import KIND_FORMS, ArticlePointer, DecisionKind, EventPointer, Issue, KindForm, Span
from dossier.sources import yaml_nodes
from dossier.sources.stated_judgements import StatedJudgement, StatedReference
from dossier.sources.unreadable import Unreadable, explain_os_error

MAX_JUDGEMENT_FILE_BYTES = 20_000_000
"""Bytes of the largest file that is read. Set by hand; no measurement is recorded."""
_VERDICTS = (DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.UNSURE)
_KEYS_OF_EVERY_DECISION = ("by", "made", "why")
_POINTER_KEYS = ("name", "article", "text", "words", "prefix", "suffix", "start", "end", "occurrence", "entry")
_ADVICE = "write for example '- same: [Ada Brandt, A. Brandt]', and below it 'by: NAME'"


def read_judgements(path: Path, by: str = "") -> list[StatedJudgement | Issue]:
    """The judgements in the file in their order, and an Issue for each entry that is wrong.

    ``by`` signs those that nobody has signed. ``same`` on more than two gives a judgement on the first with each of the
    others, ``different`` and ``unsure`` give one on each pair, decisions on an event and an actor one on the event with
    each of the actors. An undecided pair (``pair`` without a verdict) gives none. Raises JudgementsUnusable when the
    file cannot be read, or is no YAML list.
    """
    found: list[StatedJudgement | Issue] = []
    for node in _entries(path):
        where = f"{path}:{yaml_nodes.line(node)}"
        try:
            found.extend(_entry(where, yaml_nodes.value(node), by))
        except Unreadable as error:
            found.append(Issue(where, error.reason, error.advice))
    return found


def _entries(path: Path) -> list[yaml.Node]:
    try:
        if path.stat().st_size > MAX_JUDGEMENT_FILE_BYTES:
            raise Unreadable(
                f"it has more than {MAX_JUDGEMENT_FILE_BYTES:,} bytes",
                "split it: --judgements can be given several times",
            )
        node = yaml_nodes.compose(path.read_text("utf-8-sig"), "it")
    except UnicodeDecodeError as error:
        raise _unusable(path, f"not UTF-8 at byte {error.start}", "save it as UTF-8") from None
    except OSError as error:
        refusal = explain_os_error(error)
        raise _unusable(path, refusal.reason, refusal.advice or "check the spelling") from None
    except Unreadable as error:
        raise _unusable(path, error.reason, error.advice) from None
    except yaml.YAMLError as error:
        raise _unusable(path, f"it is not YAML{yaml_nodes.problem(error)}", _ADVICE) from None
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise _unusable(path, "it is no list of judgements", _ADVICE)
    return list(node.value)


def _unusable(path: Path, what: str, advice: str) -> JudgementsUnusable:
    return JudgementsUnusable(f"cannot read the judgements in {path}: {what}", advice)


def _entry(where: str, entry: object, by: str) -> Iterator[StatedJudgement]:
    if not isinstance(entry, dict):
        raise Unreadable("it is no judgement", _ADVICE)
    kind, about = _decision(entry)
    if kind is None:
        return
    _refuse_unknown(entry, (kind.value, "verdict", "pair", *_KEYS_OF_EVERY_DECISION, *_value_keys(kind)))
    signed = _text(entry, "by") or by
    if not signed:
        raise Unreadable("nobody signs it", "add 'by: NAME'")
    values = _values(entry, kind)
    made = _made(entry)
    for references in _references(kind, about):
        yield StatedJudgement(
            where=where,
            kind=kind,
            about=references,
            values=values,
            by=signed,
            made=made,
            why=_text(entry, "why"),
        )


def _decision(entry: dict[str, object]) -> tuple[DecisionKind | None, object]:
    """The kind of the decision and what it is about; the kind is None for a pair without a verdict, still undecided."""
    if "pair" in entry:
        verdict = _text(entry, "verdict")
        if verdict and verdict not in set(_VERDICTS):
            raise Unreadable(f"{verdict!r} is no verdict", "write same, different or unsure, or leave it empty")
        return (DecisionKind(verdict) if verdict else None), entry["pair"]
    named = [kind for kind in DecisionKind if kind.value in entry]
    kinds = [kind for kind in named if {*named} - {kind} <= _value_keys(kind)] or named  # "type" may be a value, too
    if len(kinds) != 1:
        others = ", ".join(key for key in entry if key not in _KEYS_OF_EVERY_DECISION) or "nothing"
        what = f"it decides two things, {' and '.join(kinds)}" if kinds else f"it decides nothing, it says {others}"
        raise Unreadable(what, f"say one of {', '.join(DecisionKind)}")
    return kinds[0], entry[kinds[0].value]


def _references(kind: DecisionKind, about: object) -> Iterator[tuple[StatedReference, ...]]:
    """What each judgement of an entry is about: two references for a decision on two, else one."""
    form = KIND_FORMS[kind]
    if not form.is_on_several:
        yield (_reference(about, form),)
        return
    if not isinstance(about, list) or len(about) < 2:
        raise Unreadable(f"'{kind}' is about two or more", f"write '- {kind}: [{_first(form)}, NAME]'")
    listed = [_reference(item, form) for item in about]
    if len(set(listed)) < len(listed):
        raise Unreadable("the same is there twice", "name two that differ, or say in which articles they stand")
    if kind in (DecisionKind.DIFFERENT, DecisionKind.UNSURE):
        yield from combinations(listed, 2)
    else:
        yield from ((listed[0], other) for other in listed[1:])


def _first(form: KindForm) -> str:
    """How to write the first of the two that decisions of a kind are about."""
    return "{article: …, text: …}" if form.target.sides[0] is EventPointer else "NAME"


def _reference(about: object, form: KindForm) -> StatedReference:
    if isinstance(about, str) and about.strip():
        return StatedReference(name=about.strip())
    if not isinstance(about, dict):
        raise Unreadable("it points to nothing", "write a name, {name: …, article: …} or {article: …, text: …}")
    _refuse_unknown(about, _POINTER_KEYS)
    if "entry" in about:
        return _entry_of_dossier(about["entry"])
    name, article, text, words = (_text(about, key) for key in ("name", "article", "text", "words"))
    is_place = bool(text or words or "start" in about or "end" in about)
    if name and not is_place:
        return StatedReference(name=name, article=article)
    may_be_article = len(form.target.sides) == 1 and ArticlePointer in get_args(form.target.sides[0])
    if name or not article or not (is_place or may_be_article):
        raise Unreadable(
            "it points to nothing", "an actor has a 'name', an event an 'article' and its word as 'text', or its place"
        )
    return StatedReference(
        article=article,
        text=text or words,
        span=_span(about),
        occurrence=_occurrence(about),
        prefix=_text(about, "prefix"),
        suffix=_text(about, "suffix"),
        is_words=bool(words),
    )


def _entry_of_dossier(said: object) -> StatedReference:
    """An entry by its number in a dossier: {of: NAME, number: 12}."""
    if not isinstance(said, dict):
        raise Unreadable("'entry' names no entry", "write {entry: {of: NAME, number: 12}}")
    _refuse_unknown(said, ("of", "number"))
    name, number = _text(said, "of"), _text(said, "number")
    if not (name and number.isascii() and number.isdecimal() and int(number)):
        raise Unreadable("'entry' names no entry", "write {entry: {of: NAME, number: 12}}")
    return StatedReference(name=name, entry=int(number))


def _span(about: dict[str, object]) -> Span | None:
    if "start" not in about and "end" not in about:
        return None
    try:
        return Span(int(_text(about, "start")), int(_text(about, "end")))
    except ValueError as error:
        raise Unreadable(f"no place in a text: {error}", "'start' and 'end' are numbers of characters") from None


def _occurrence(about: dict[str, object]) -> int:
    """Which of the events that one word tells, from 1."""
    said = _text(about, "occurrence") or "1"
    if not (said.isascii() and said.isdecimal() and int(said)):
        raise Unreadable(f"'occurrence' is no number from 1: {said!r}", "write 2 for the second time of the event")
    return int(said)


def _value_keys(kind: DecisionKind) -> frozenset[str]:
    """The keys under which an entry of this kind gives its values."""
    return frozenset(form.key for form in KIND_FORMS[kind].values)


def _values(entry: dict[str, object], kind: DecisionKind) -> dict[str, str]:
    """The values that a decision gives, by their names in the table of kinds; empty for a decision without values."""
    values = {}
    for form in KIND_FORMS[kind].values:
        text = _text(entry, form.key)
        if not text and form.is_needed:
            raise Unreadable(f"'{kind}' needs '{form.key}'", f"add '{form.key}: …'")
        if text:
            try:
                form.value(text)
            except ValueError as error:
                raise Unreadable(str(error), form.advice) from None
            values[form.name] = text
    return values


def _made(entry: dict[str, object]) -> date | None:
    made = _text(entry, "made")
    try:
        return date.fromisoformat(made) if made else None
    except ValueError:
        raise Unreadable(f"'made' is no day: {made!r}", "write it as 2021-03-02") from None


def _text(found: dict[str, object], key: str) -> str:
    value = found.get(key)
    if isinstance(value, list | dict):
        raise Unreadable(f"'{key}' is no text", "write it on one line")
    return str(value).strip() if value is not None else ""


def _refuse_unknown(found: dict[str, object], known: tuple[str, ...]) -> None:
    if unknown := [key for key in found if key not in known]:
        raise Unreadable(f"{', '.join(map(repr, unknown))} is not known here", f"known are {', '.join(known)}")
