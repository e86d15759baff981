"""The forms in which decisions are made, by the table of kinds and the words of ``decision_forms.toml``."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from dossier.model import KIND_FORMS, DecisionKind, Quote, ValueForm
from dossier.render.decisions.decision_terms import choice_words
from dossier.render.wording import prose

_LONG = frozenset(("line", "text"))
"""Values that get a field of several lines."""
_PLACE = re.compile(r":\d+-\d+")
"""What a reference to an event has."""
_SUGGESTED = {"type": "types", "place": "names", "speaker": "names", "of": "names"}
"""The lists that suggest values."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field to fill in: its name in the form, its label, and what stands in it before.

    ``choices`` are its values with their words, where it has few. ``suggests`` is the id of a
    list of suggestions, if there is one.
    """

    name: str
    label: str
    given: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_needed: bool = True
    is_long: bool = False
    suggests: str = ""


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """A form for a decision of a kind, or several: ``about`` are the references that each is known to be about.

    ``fields`` are to be filled in, and ``why`` is the reason that was given.
    """

    kind: str
    heading: str
    hint: str
    about: tuple[tuple[str, ...], ...]
    fields: tuple[FormField, ...]
    why: str = ""


def decision_form(
    kind: DecisionKind,
    *about: str,
    given: Mapping[str, str] = MappingProxyType({}),
    choices: Mapping[str, Sequence[str]] = MappingProxyType({}),
    heading: str = "",
    also: Sequence[tuple[str, ...]] = (),
) -> DecisionForm:
    """The form for a decision of this kind.

    ``about`` are references that are known (``pipeline/references/references.py``); the others are asked for.
    ``given`` is what stands in the fields before, ``choices`` what may be chosen, by the names of the fields ("other"
    for a second reference). ``heading`` stands in place of that of the kind. ``also`` are what further decisions of
    the same form are about.
    """
    words = _words()[kind]
    form = KIND_FORMS[kind]
    fields = [_field(words, one, given, choices) for one in form.values]
    if len(about) < len(form.target.sides):
        few = tuple((one, prose.tidy(one)) for one in choices.get("other", ()))
        typed = prose.tidy(given.get("other", ""))
        label = words.get("other-entry", words["other"]) if _PLACE.search(about[0]) else words["other"]
        fields.insert(0, FormField("other", label, typed, few, suggests="" if few else "names"))
    why = prose.tidy(given.get("why", ""))
    return DecisionForm(kind.value, heading or words["heading"], words["hint"], (about, *also), tuple(fields), why)


def event_reference(article: str, trigger: Quote, occurrence: int) -> str:
    """The reference to an event that ``parse_reference`` reads."""
    which = f"#{occurrence}" if occurrence > 1 else ""
    return f"{article}:{trigger.span.start}-{trigger.span.end}{which}"


def _field(
    words: Mapping[str, str], form: ValueForm, given: Mapping[str, str], choices: Mapping[str, Sequence[str]]
) -> FormField:
    return FormField(
        name=form.name,
        label=words[form.name],
        given=prose.tidy(given.get(form.name, "")),
        choices=tuple((one, choice_words(one, form.name)) for one in choices.get(form.name, form.choices)),
        is_needed=form.is_needed,
        is_long=form.name in _LONG,
        suggests=_SUGGESTED.get(form.name, ""),
    )


def fault_words(fault: str) -> str:
    """What is said of a field that is filled in wrong."""
    return _words()["faults"][fault]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("dossier.serve.deciding").joinpath("decision_forms.toml").read_text("utf-8")
    return tomllib.loads(text)
