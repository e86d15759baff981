"""What a form decides, checked; what is wrong in it is said in plain words, of the field that has to be mended."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import request

from dossier.model import (
    KIND_FORMS,
    ActorPointer,
    DecisionKind,
    EventPointer,
    Identity,
    Judgement,
    Quote,
    Span,
    ValueForm,
    Verdict,
)
from dossier.pipeline.deciding.make_judgements import parse_reference, resolve_one
from dossier.pipeline.references.named_entry import NamedEntry
from dossier.pipeline.references.resolve_references import UnclearReference
from dossier.pipeline.references.similar_spellings import SpellingIndex
from dossier.render.decisions.decision_wording import pointer_words
from dossier.render.wording import prose
from dossier.resolve import ClaimIndex
from dossier.serve.deciding.actor_names import as_articles_say, borne_by, is_name
from dossier.serve.deciding.decision_forms import DecisionForm, decision_form, fault_words
from dossier.serve.deciding.gone_subjects import gone_subjects
from dossier.serve.serving import serving, snapshot, today
from dossier.sources.stated_judgements import StatedJudgement, StatedReference
from dossier.text.names import normal
from dossier.text.typed_dates import as_iso

SPLIT = "split"
"""Stands for the kind in a form that sets some of several things apart from the others."""
_ADDRESS = re.compile(
    r"\S*/dossier/[^/]+/at/(?P<article>\w+)/(?P<start>\d{1,9})-(?P<end>\d{1,9})-(?P<occurrence>\d{1,2})(?:[?#]\S*)?",
    re.ASCII,
)
"""The address of an entry, as ``entry_page.address`` gives it and a browser shows it."""
_NUMBERED = re.compile(r"\S*/dossier/[^/]+/(?:entry|possible)/\d+(?:[?#]\S*)?", re.ASCII)
"""The address in a link to an entry, which leads to the one that it keeps."""
_WHEN, _TYPE, _OF = "when", "type", "of"
_WITH_ADVICE = frozenset((_WHEN, "tlp"))
"""Values of which it is said how to write them."""
_TWO_SIDED = (DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.UNSURE)


class FormFault(Exception):
    """What is wrong in a form, in words for whoever filled it in. ``field`` is to be mended; empty where none is."""

    def __init__(self, fault: str, *words: str, field: str = "", advice: str = "") -> None:
        super().__init__(" ".join(filter(None, (fault_words(fault).format(*words), advice))))
        self.field = field


def decided() -> list[Judgement]:
    """The judgements that the form of the running request makes, none of them saved. Raises FormFault."""
    is_split = request.form.get("decision") == SPLIT
    made = list(_set_apart()) if is_split else [one for stated in _stated() for one in _resolved(stated)]
    case = serving().case
    for gone in gone_subjects(made, case.store.judgements(), case.annotated()):
        if isinstance(gone, EventPointer):
            raise FormFault("hidden", prose.tidy(gone.trigger.exact))
        raise FormFault("nobody", prose.tidy(gone.name), field="other" if request.form.get("other") else "")
    return made


def given_form() -> DecisionForm | None:
    """The form of the running request, with what was typed in it; None where it cannot be filled in again."""
    kind, about = request.form.get("decision", ""), request.form.getlist("about")
    if kind not in set(DecisionKind) or not about:
        return None
    first, *others = (tuple(one.split("\t")) for one in about)
    return decision_form(DecisionKind(kind), *first, given=request.form, also=others)


@dataclass(frozen=True, slots=True)
class TickedTelling:
    """A telling in a form that sets some apart: what the form calls it, its words, and whether it ``is_apart``."""

    reference: str
    words: str
    is_apart: bool


def given_split() -> list[TickedTelling]:
    """The tellings of the running request's form, where that sets some of them apart; they can be found."""
    if request.form.get("decision") != SPLIT:
        return []
    ticked, citations = set(request.form.getlist("apart")), snapshot().case.contents.citations
    listed = dict.fromkeys(request.form.getlist("all"))
    return [TickedTelling(one, pointer_words(_pointer(one), citations), one in ticked) for one in listed]


def _stated() -> Iterator[StatedJudgement]:
    """One for each ``about``, which has the references that the page knew, with tabs between; ``other`` was typed."""
    if request.form.get("decision", "") not in set(DecisionKind):
        raise FormFault("kind")
    kind = DecisionKind(request.form["decision"])
    stated = StatedJudgement(
        where="",
        kind=kind,
        about=(),
        values={form.name: text for form in KIND_FORMS[kind].values if (text := _value(form))},
        by=serving().by,
        made=today(),
        why=" ".join(request.form.get("why", "").split()),
    )
    for about in request.form.getlist("about"):
        known = [_reference(text, "") for text in about.split("\t")]
        typed = [_typed(kind, known)] if len(known) < len(KIND_FORMS[kind].target.sides) else []
        yield replace(stated, about=(*known, *typed))


def _value(form: ValueForm) -> str:
    """What was given for a value. Raises FormFault where it is needed and empty, or cannot be read."""
    text = request.form.get(form.name, "").strip()
    text = as_iso(text) if form.name == _WHEN else text
    if not text and form.is_needed:
        raise FormFault("empty", field=form.name)
    if form.name == _TYPE and text and text not in (types := snapshot().types.listed):
        raise FormFault("type", prose.tidy(text), field=form.name, advice=_meant({one: one for one in types}, text))
    try:
        if text:
            form.value(text)
    except ValueError:
        fault = "choice" if form.choices else form.name if form.name in _WITH_ADVICE else "empty"
        raise FormFault(fault, field=form.name) from None
    return _reference(text, form.name).name if form.name == _OF and text else text


def _typed(kind: DecisionKind, known: list[StatedReference]) -> StatedReference:
    text = " ".join(request.form.get("other", "").split())
    if not text:
        raise FormFault("other", field="other")
    typed = _reference(text, "other", is_plain=kind is DecisionKind.ROLE)
    if typed in known:
        raise FormFault("same", field="other")
    if kind in _TWO_SIDED and known and _is_event(typed) != _is_event(known[0]):
        raise FormFault("mixed", field="other")
    return typed


def _reference(text: str, field: str, is_plain: bool = False) -> StatedReference:
    """What a reference, or an address of an entry, points to. A name that nobody has ``is_plain`` words, or a fault."""
    try:
        found = _of_address(text) or parse_reference(text)
    except (UnclearReference, ValueError):
        raise FormFault("unknown", prose.tidy(text), field=field) from None
    if not found.name or "@" in found.name or (found.entry is not None and not is_name(text)):
        return found
    name = as_articles_say(found.text or found.name)
    if not is_plain and "@" not in name and not is_name(name):
        raise FormFault("unknown", prose.tidy(name), field=field, advice=_near(name)) if field else FormFault("gone")
    if field and (several := borne_by(name)):
        raise FormFault("several", prose.tidy(name), " or ".join(f"“{one}”" for one in several), field=field)
    return replace(found, name=name, text="", entry=None)


def _of_address(text: str) -> StatedReference | None:
    """The event of an entry whose address this is; None for anything else.

    Raises ValueError for no place in a text, and FormFault for the number of an entry.
    """
    if _NUMBERED.fullmatch(text):
        raise FormFault("numbered", field="other")
    told = _ADDRESS.fullmatch(text)
    if told is None:
        return None
    span = Span(int(told["start"]), int(told["end"]))
    return StatedReference(article=told["article"], span=span, occurrence=int(told["occurrence"]))


def _is_event(reference: StatedReference) -> bool:
    return reference.span is not None or reference.entry is not None


def _near(name: str) -> str:
    """A question after names that are spelled like this one; empty where there are none."""
    return _meant({normal(one.name): prose.tidy(one.name) for one in snapshot().case.actors}, normal(name))


def _meant(known: Mapping[str, str], typed: str) -> str:
    near = [f"“{known[one]}”" for one in SpellingIndex(known).near(typed)]
    return fault_words("near").format(" or ".join(near)) if near else ""


def _resolved(stated: StatedJudgement) -> list[Judgement]:
    state = serving()
    field = "other" if request.form.get("other") else ""
    try:
        return resolve_one(stated, state.case.store, state.case.annotated(), _no_number)
    except UnclearReference as error:
        if not field and error.is_absent:
            raise FormFault("gone") from None
        kind, told, said = str(error).partition(": it has no effect, ")
        fault = "idle" if told else "other-fault"
        raise FormFault(fault, prose.tidy(said if told else kind), field=field) from None
    except ValueError as error:
        raise FormFault("other-fault", prose.tidy(str(error)), field=field) from None


def _no_number(name: str, number: int) -> NamedEntry:
    """Refuses an entry by its number: each decision may change the numbers, so whoever read one may mean another."""
    raise FormFault("number", prose.tidy(name), str(number), field="other")


def _set_apart() -> Iterator[Judgement]:
    """Of the ``all`` references of a form those that are ticked (``apart``) are one, and not what the others are."""
    listed, ticked = dict.fromkeys(request.form.getlist("all")), set(request.form.getlist("apart"))
    apart, others = ([one for one in listed if (one in ticked) is wanted] for wanted in (True, False))
    if not apart or not others:
        raise FormFault("split")
    pointers = {one: _pointer(one) for one in listed}
    claims = ClaimIndex.for_pointers(pointers.values(), serving().case.annotated())
    if not all(
        claims.event(one) if isinstance(one, EventPointer) else claims.chains_named(one) for one in pointers.values()
    ):
        raise FormFault("gone")
    first, *fellows = (pointers[one] for one in apart)
    by, made, why = serving().by, today(), " ".join(request.form.get("why", "").split())
    for verdict, those in ((Verdict.DIFFERENT, [pointers[one] for one in others]), (Verdict.SAME, fellows)):
        for other in those:
            yield Judgement(Identity(first, other, verdict), by, made, why)


def _pointer(text: str) -> ActorPointer | EventPointer:
    """What one of the references of a form that splits points to: ``NAME@ARTICLE``, or the place of an event."""
    held, found = snapshot(), _reference(text, "")
    name, _, article = found.name.rpartition("@")
    if (found.article or article) not in held.case.contents.citations:
        raise FormFault("gone")
    if found.span is None:
        return ActorPointer(name, article)
    (read,) = held.store.articles([found.article])
    if found.span.end > len(read.text):
        raise FormFault("gone")
    return EventPointer(found.article, Quote.cut(read.text, found.span), found.occurrence)
