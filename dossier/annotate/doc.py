"""What the components keep on a Doc, and the small things all of them ask of tokens."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from dossier.model import Dating, Factuality, Form, Kind, RelationType, Role, TimexType


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression over tokens ``start`` to ``end`` (half-open)."""

    start: int
    end: int
    type: TimexType
    value: str
    dating: Dating
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to an actor over tokens ``start`` to ``end`` (half-open); ``head`` is its syntactic head."""

    start: int
    end: int
    head: int
    form: Form


@dataclass(slots=True)
class Chain:
    """One actor of the article while it is being put together."""

    name: str
    kind: Kind
    mentions: list[Mention]


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant: tokens ``start`` to ``end``, its head, and the role."""

    start: int
    end: int
    head: int
    role: Role


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: the speaker's tokens ``start`` to ``end`` with their head, and the cue's tokens."""

    start: int
    end: int
    head: int
    cue: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event at token ``head``; ``time`` is the index of its temporal expression, ``place`` where it happened.

    ``dated_by`` is the rule that gave its date.
    """

    head: int
    type: str
    arguments: tuple[Argument, ...]
    factuality: Factuality
    source: Source | None
    place: Argument | None
    time: int | None
    dating: Dating
    dated_by: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """A temporal relation between two triggers, by their indices; ``cue`` holds the connective's tokens, if any."""

    source: int
    target: int
    type: RelationType
    cue: tuple[int, int] | None


def heading_tokens(doc: Doc) -> set[int]:
    """The indices of the tokens that stand in headings."""
    return {i for start, end in doc._.headings for i in range(start, end)}


def verbs(doc: Doc) -> list[int]:
    """The indices of the verbs and auxiliaries. By the array: a Token for every word of a text is slow to make."""
    kinds = {doc.vocab.strings[kind] for kind in ("VERB", "AUX")}
    return [i for i, kind in enumerate(doc.to_array("POS")) if int(kind) in kinds]


def name_mention(span: Span) -> Mention:
    """The span as a mention by name."""
    return Mention(span.start, span.end, span.root.i, Form.NAME)


def register() -> None:
    """Declare the attributes, once a process."""
    for name, default in (
        ("published", None),
        ("headings", ()),
        ("timexes", ()),
        ("chains", ()),
        ("triggers", ()),
        ("relations", ()),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
