"""The kinds of decisions: what each points at and which values it takes.

Files, the command line, the API and pages read decisions by this table, so a new kind is a class and a row here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Any

from dossier.model.decision import (
    AddedEvent,
    AnalystNote,
    CertaintyCorrection,
    Decision,
    DescriptionChoice,
    DescriptionRejection,
    EventMarking,
    Hiding,
    Identity,
    Involvement,
    MentionIdentity,
    NameRejection,
    NobodyMeant,
    Participation,
    Placement,
    PolarityCorrection,
    RealisCorrection,
    Reclassification,
    Redating,
    Rejection,
    Renaming,
    Retyping,
    Rewording,
    SpeakerCorrection,
    Verdict,
)
from dossier.model.factuality import Certainty, Polarity, Realis
from dossier.model.marking import Marking
from dossier.model.mentions import Kind, Role
from dossier.model.pointer import ActorPointer, ArticlePointer, EventPointer, JudgedPointer, WordsPointer
from dossier.model.when import When


class DecisionKind(StrEnum):
    """The kinds of decisions, as files and commands call them."""

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
    TYPE = "type"
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    REALIS = "realis"
    PLACE = "place"
    SPEAKER = "speaker"
    ROLE = "role"
    LINE = "line"
    IS = "is"
    ISNT = "isnt"
    NOBODY = "nobody"
    KIND = "kind"
    DROP_NAME = "drop-name"
    DROP_DESCRIPTION = "drop-description"
    CHOOSE_DESCRIPTION = "choose-description"
    EVENT = "event"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class JudgedTarget:
    """What decisions of a kind point at: ``words`` say it, ``advice`` how to write it, ``sides`` what each side is."""

    sides: tuple[type | UnionType, ...]
    words: str
    advice: str


_TWO = JudgedTarget(
    (ActorPointer | EventPointer, ActorPointer | EventPointer),
    "two actors or two events",
    "name two that differ, both actors or both events",
)
_ACTOR = JudgedTarget((ActorPointer,), "one actor", "give the name of an actor, or its name in one article")
_EVENT = JudgedTarget(
    (EventPointer,),
    "one event, by its place in an article",
    "give the event by its article and the place of its word, in characters",
)
_EVENT_AND_ACTOR = JudgedTarget(
    (EventPointer, ActorPointer),
    "an event, by its place in an article, and an actor",
    "give the event by its article and the place of its word, then the name of the actor",
)
_ADVICE_FOR_WORDS = 'give the words by their place, ARTICLE:START-END, or as ARTICLE:"words"'
_WORDS = JudgedTarget((WordsPointer,), "words in an article", _ADVICE_FOR_WORDS)
_WORDS_AND_ACTOR = JudgedTarget(
    (WordsPointer, ActorPointer),
    "words in an article, and an actor",
    f"{_ADVICE_FOR_WORDS}, then the name of the actor",
)
_ANYTHING = JudgedTarget(
    (ActorPointer | EventPointer | WordsPointer | ArticlePointer,),
    "an actor, an event, words in an article, or an article",
    "give a name, an event, words or an article",
)


def _line(text: str) -> str:
    """The text on one line. Raises ValueError when it is blank."""
    line = " ".join(text.split())
    if not line:
        raise ValueError("it is empty")
    return line


def _text(text: str) -> str:
    """The text, with its lines. Raises ValueError when it is blank."""
    if not text.strip():
        raise ValueError("it is empty")
    return text.strip()


@dataclass(frozen=True, slots=True)
class ValueForm:
    """A value that decisions of a kind have: ``name`` in JSON, programs and pages, ``key`` in a file of judgements.

    ``field`` is that of the decision. ``parse`` reads the value as people write it, and raises ValueError where it is
    none; ``advice`` says how to write it then. ``choices`` are all that it may be, empty where they are not so few.
    ``empty`` is the word for "none". A decision on one subject may have several values that are ``is_subject``.
    """

    name: str
    key: str
    field: str
    parse: Callable[[str], object] = _line
    advice: str = ""
    choices: tuple[str, ...] = ()
    empty: str = ""
    is_needed: bool = True
    is_subject: bool = False

    def value(self, text: str) -> object:
        """The value that a text means. Raises ValueError when it means none."""
        return "" if self.empty and text.strip() == self.empty else self.parse(text)

    def text(self, decision: Decision) -> str:
        """The value of a decision as people write it; empty where it has none."""
        value = getattr(decision, self.field)
        if isinstance(value, When):
            return value.edtf
        if isinstance(value, Marking):
            return value.word
        return str(value) if value else self.empty


def _of(sort: type[StrEnum], name: str, key: str = "to") -> ValueForm:
    """The value that is one of a few."""
    choices = tuple(one.value for one in sort)
    said = f"write {', '.join(choices[:-1])} or {choices[-1]}"
    return ValueForm(name, key, name, sort, said, choices)


@dataclass(frozen=True, slots=True)
class KindForm:
    """A kind of decision: the class of its decisions, what they point at, their values, and what is always the same."""

    model: type[Decision]
    target: JudgedTarget
    values: tuple[ValueForm, ...] = ()
    fixed: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_on_several(self) -> bool:
        """Whether one entry of a file may make several decisions: on the first and each other."""
        return len(self.target.sides) > 1


_WHEN = ValueForm("when", "when", "when", When.parse, "write 2021-03-02, 2021-03 or 2021")
_TLP = ValueForm("tlp", "tlp", "marking", Marking.parse, "write for example 'tlp: red'")
KIND_FORMS: Mapping[DecisionKind, KindForm] = {
    DecisionKind.SAME: KindForm(Identity, _TWO, fixed={"verdict": Verdict.SAME}),
    DecisionKind.DIFFERENT: KindForm(Identity, _TWO, fixed={"verdict": Verdict.DIFFERENT}),
    DecisionKind.UNSURE: KindForm(Identity, _TWO, fixed={"verdict": Verdict.UNSURE}),
    DecisionKind.RENAME: KindForm(Renaming, _ACTOR, (ValueForm("name", "to", "name", str),)),
    DecisionKind.REJECT: KindForm(Rejection, _ACTOR),
    DecisionKind.DATE: KindForm(Redating, _EVENT, (_WHEN,)),
    DecisionKind.HIDE: KindForm(Hiding, _EVENT),
    DecisionKind.CONCERNS: KindForm(Involvement, _EVENT_AND_ACTOR, fixed={"is_involved": True}),
    DecisionKind.UNRELATED: KindForm(Involvement, _EVENT_AND_ACTOR, fixed={"is_involved": False}),
    DecisionKind.MARK: KindForm(EventMarking, _EVENT, (_TLP,)),
    DecisionKind.TYPE: KindForm(Retyping, _EVENT, (ValueForm("type", "to", "type"),)),
    DecisionKind.CERTAINTY: KindForm(CertaintyCorrection, _EVENT, (_of(Certainty, "certainty"),)),
    DecisionKind.POLARITY: KindForm(PolarityCorrection, _EVENT, (_of(Polarity, "polarity"),)),
    DecisionKind.REALIS: KindForm(RealisCorrection, _EVENT, (_of(Realis, "realis"),)),
    DecisionKind.PLACE: KindForm(Placement, _EVENT, (ValueForm("place", "to", "place", empty="none"),)),
    DecisionKind.SPEAKER: KindForm(
        SpeakerCorrection, _EVENT, (ValueForm("speaker", "to", "speaker", empty="article"),)
    ),
    DecisionKind.ROLE: KindForm(Participation, _EVENT_AND_ACTOR, (_of(Role, "role", "as"),)),
    DecisionKind.LINE: KindForm(Rewording, _EVENT, (ValueForm("line", "to", "line"),)),
    DecisionKind.IS: KindForm(MentionIdentity, _WORDS_AND_ACTOR, fixed={"is_meant": True}),
    DecisionKind.ISNT: KindForm(MentionIdentity, _WORDS_AND_ACTOR, fixed={"is_meant": False}),
    DecisionKind.NOBODY: KindForm(NobodyMeant, _WORDS),
    DecisionKind.KIND: KindForm(Reclassification, _ACTOR, (_of(Kind, "kind"),)),
    DecisionKind.DROP_NAME: KindForm(NameRejection, _ACTOR, (ValueForm("name", "name", "name", is_subject=True),)),
    DecisionKind.DROP_DESCRIPTION: KindForm(
        DescriptionRejection, _ACTOR, (ValueForm("description", "description", "description", is_subject=True),)
    ),
    DecisionKind.CHOOSE_DESCRIPTION: KindForm(
        DescriptionChoice, _ACTOR, (ValueForm("description", "description", "description"),)
    ),
    DecisionKind.EVENT: KindForm(
        AddedEvent,
        _WORDS,
        (
            ValueForm("type", "type", "type"),
            replace(_WHEN, is_needed=False),
            ValueForm("line", "line", "line", is_needed=False),
            ValueForm("of", "of", "of", advice="in whose dossier it stands: a name", is_needed=False),
        ),
    ),
    DecisionKind.NOTE: KindForm(
        AnalystNote,
        _ANYTHING,
        (ValueForm("text", "text", "text", _text, is_subject=True), replace(_TLP, is_needed=False)),
    ),
}
"""What is known of each kind. The fields of a decision begin with its pointers, in the order of ``sides``."""


def decision_kind(decision: Decision) -> DecisionKind:
    """The kind of the decision."""
    return next(
        kind
        for kind, form in KIND_FORMS.items()
        if isinstance(decision, form.model)
        and all(getattr(decision, name) == value for name, value in form.fixed.items())
    )


def kind_form(decision: Decision) -> KindForm:
    """What is known of the kind of the decision."""
    return KIND_FORMS[decision_kind(decision)]


def pointers_of(decision: Decision) -> tuple[JudgedPointer, ...]:
    """What the decision is about: two for an identity or an involvement, else one."""
    count = len(kind_form(decision).target.sides)
    return tuple(getattr(decision, one.name) for one in fields(decision)[:count])


def values_of(decision: Decision) -> dict[str, str]:
    """The values of the decision as people write them, by their names; those that it does not have are absent."""
    texts = {form.name: form.text(decision) for form in kind_form(decision).values}
    return {name: text for name, text in texts.items() if text}


def make_decision(kind: DecisionKind, about: Sequence[JudgedPointer], values: Mapping[str, str]) -> Decision:
    """The decision of this kind about these pointers, with ``values`` as people write them, by their names.

    Raises ValueError when the pointers do not fit the kind (their number, or an actor where an event is needed), for a
    value that the kind does not have, and for one that the model refuses.
    """
    form = KIND_FORMS[kind]
    sides = form.target.sides
    if len(about) != len(sides) or not all(map(isinstance, about, sides)):
        raise ValueError(f"'{kind}' is about {form.target.words}")
    if unknown := sorted(values.keys() - {one.name for one in form.values}):
        raise ValueError(f"'{kind}' has no {', '.join(unknown)}")
    given = {
        one.field: one.value(values.get(one.name, "")) for one in form.values if one.is_needed or values.get(one.name)
    }
    make: Callable[..., Any] = form.model
    decision: Decision = make(*about, **given, **form.fixed)
    return decision


def subject_of_decision(decision: Decision) -> tuple[object, ...]:
    """The sort of decision, what it is about, and those of its values that tell it from others about the same."""
    named = [form.text(decision) for form in kind_form(decision).values if form.is_subject]
    return type(decision).__name__.lower(), *pointers_of(decision), *named
