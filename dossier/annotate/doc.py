"""What the components keep on a Doc, and the small things all of them ask of tokens."""

from dataclasses import dataclass, field
from unicodedata import category

from spacy.tokens import Doc

from dossier.annotate.parsed import Parsed, Span, Token
from dossier.model import (
    CueKind,
    Dating,
    DatingRule,
    EventType,
    Factuality,
    Form,
    Kind,
    Manner,
    QuantityKind,
    RelationType,
    Role,
    TimexType,
)
from dossier.text.names import is_latin


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
    """A reference to an actor over tokens ``start`` to ``end`` (half-open); ``head`` is its syntactic head.

    ``sieve`` is the rule that tied it to its actor, ``confidence`` that rule's share of right links.
    """

    start: int
    end: int
    head: int
    form: Form
    sieve: str = "name"
    confidence: float = 1.0


@dataclass(slots=True)
class Chain:
    """One actor of the article while it is being put together; ``related`` are those it belongs to by its name."""

    name: str
    kind: Kind
    mentions: list[Mention]
    related: list["Chain"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant: tokens ``start`` to ``end``, its head, and the role."""

    start: int
    end: int
    head: int
    role: Role


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: the speaker's tokens ``start`` to ``end`` with their head, and the cue's tokens.

    ``via`` is who says that this source says so.
    """

    start: int
    end: int
    head: int
    cue: tuple[int, int]
    manner: Manner = Manner.INDIRECT
    via: "Source | None" = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """The tokens between two quotation marks, and whose words they are, where that is known."""

    start: int
    end: int
    source: Source | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What ``speaker`` says in a talk: tokens ``start`` to ``end`` (half-open), behind the label from ``label`` on.

    ``source`` has the tokens of the label that name the speaker, and the label for its cue; ``chain`` is who that is.
    Speaker and source are None where the label may be no name ("Note:").
    """

    label: int
    start: int
    end: int
    speaker: str | None
    source: Source | None
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class Cue:
    """The tokens ``start`` to ``end`` that make an event less than a plain fact, and what they do."""

    start: int
    end: int
    kind: CueKind

    @classmethod
    def at(cls, token: Token, kind: CueKind) -> "Cue":
        """A single token as a cue."""
        return cls(token.i, token.i + 1, kind)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of an event at tokens ``start`` to ``end``; ``least`` and ``most`` as far as they are known."""

    start: int
    end: int
    kind: QuantityKind
    least: float | None = None
    most: float | None = None
    unit: str | None = None
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event at token ``head``, told by the tokens ``start`` to ``end``, which hold it.

    ``time`` is the index of its temporal expression, ``place`` where it happened; ``dated_by`` is the rule that gave
    its date.
    """

    head: int
    start: int
    end: int
    lemma: str
    type: EventType
    arguments: tuple[Argument, ...]
    factuality: Factuality
    cues: tuple[Cue, ...]
    source: Source | None
    place: Argument | None
    time: int | None
    dating: Dating
    dated_by: DatingRule | None
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A temporal relation between two triggers, by their indices; ``cue`` holds the connective's tokens, if any."""

    source: int
    target: int
    type: RelationType
    cue: tuple[int, int] | None


def foreign(doc: Parsed) -> frozenset[int]:
    """The indices of the tokens in sentences mostly written in another script: they are none of the English text."""
    if doc._.foreign is None:
        doc._.foreign = _foreign(doc)
    found: frozenset[int] = doc._.foreign
    return found


def _foreign(doc: Parsed) -> frozenset[int]:
    strange = {word: letters for word in doc.words.distinct if (letters := _other_letters(word))}
    if not strange:
        return frozenset()
    found: set[int] = set()
    for sentence in doc.sents:
        here = doc.words[sentence.start : sentence.end]
        other = sum(strange.get(word, 0) for word in here)
        if other and other > sum(sum(map(str.isalpha, word)) for word in here if word not in strange):
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


def _other_letters(text: str) -> int:
    """How many of its letters and signs on them are not Latin."""
    return 0 if text.isascii() else sum(category(char)[0] in "LM" and not is_latin(char) for char in text)


def quoted(doc: Parsed) -> dict[int, Quotation]:
    """The innermost quotation around each token that is in one."""
    return {i: quotation for quotation in doc._.quotations for i in range(quotation.start, quotation.end)}


def name_mention(span: Span) -> Mention:
    """The span as a mention by name."""
    return Mention(span.start, span.end, span.root.i, Form.NAME)


def register() -> None:
    """Declare the attributes, once a process."""
    for name, default in (
        ("parsed", None),
        ("published", None),
        ("ontology", None),
        ("headings", ()),
        ("timexes", ()),
        ("chains", ()),
        ("triggers", ()),
        ("relations", ()),
        ("quotations", ()),
        ("turns", ()),
        ("foreign", None),
        ("summaries", {}),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
