"""The values that the components keep on a Doc, and small functions that several components need.

Places are indices of tokens. ``start`` and ``end`` are half-open: the token at ``end`` is outside. ``head`` is the
syntactic head of the tokens between.
"""

from dataclasses import dataclass, field
from unicodedata import category

from spacy.tokens import Doc

from dossier.annotate.parsed import Parsed, Token
from dossier.model import (
    CueKind,
    Dating,
    DatingRule,
    EventType,
    Factuality,
    Form,
    Kind,
    LikelyDay,
    LinkDoubt,
    Manner,
    PassageRole,
    QuantityKind,
    RelationType,
    Role,
    Sieve,
    TimexType,
)
from dossier.text.names import is_latin


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression: its TimeML type and value, the date that it stands for, and the rule that read it."""

    start: int
    end: int
    type: TimexType
    value: str
    dating: Dating
    rule: str


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Tokens that are no body of the article, and their role on the page."""

    start: int
    end: int
    role: PassageRole


@dataclass(frozen=True, slots=True)
class PageItem:
    """An item of a page that begins with a date, such as an entry of a chronicle or a post of a live blog.

    ``label`` is the start and end of the date. ``is_post``: it says when the words were put on the page. ``has_clock``:
    it names a time of day. ``is_below_title``: it stands below the title of the item. ``is_nested``: the item lies
    within another, as "3 May" below "2016".
    """

    start: int
    end: int
    label: tuple[int, int]
    is_post: bool = False
    has_clock: bool = False
    is_below_title: bool = False
    is_nested: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to an actor.

    ``sieve`` is the rule that linked it to its actor, ``confidence`` the probability that the link is right, ``doubt``
    what makes it less than sure, if it is. ``is_neutral``: it is a description that may stand at the top of a dossier.
    """

    start: int
    end: int
    head: int
    form: Form
    sieve: Sieve = Sieve.NAME
    confidence: float = 1.0
    doubt: LinkDoubt | None = None
    is_neutral: bool = False


@dataclass(slots=True)
class Chain:
    """The mentions of one actor of the article; ``related`` are the chains of actors that its name contains.

    ``is_nobody``: the name may be several people's. Such a chain only keeps others from its pronouns; the component
    drops it in the end.
    """

    name: str
    kind: Kind
    mentions: list[Mention]
    related: list["Chain"] = field(default_factory=list)
    is_nobody: bool = False


@dataclass(frozen=True, slots=True)
class RefusedMention:
    """A pronoun or noun at ``head`` that is linked to no actor, the likeliest candidates, and what spoke against it."""

    head: int
    doubt: LinkDoubt
    candidates: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant or the place of an event."""

    start: int
    end: int
    head: int
    role: Role


@dataclass(frozen=True, slots=True)
class Source:
    """The speaker to whom words are attributed.

    ``cue`` is the start and end of the words that attribute them ("said", "according to"). ``via`` is a second source,
    from whom the article has it: in "the agency reports that Brandt said …" the agency.
    """

    start: int
    end: int
    head: int
    cue: tuple[int, int]
    manner: Manner = Manner.INDIRECT
    via: "Source | None" = None


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """The tokens between two quotation marks, and their source, where that is known."""

    start: int
    end: int
    source: Source | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a talk ("Keller: We had no choice.").

    ``label`` is where the label with the name begins; the words from ``start`` to ``end`` stand behind it. ``source``
    has the tokens of the name, and the label as its cue; ``chain`` is the speaker as an actor, None where no actor has
    the name. ``speaker`` and ``source`` are None where the label may be no name ("Note:").
    """

    label: int
    start: int
    end: int
    speaker: str | None
    source: Source | None
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class CueSpan:
    """Words that make an event less than a plain fact, and the kind of cue that they are."""

    start: int
    end: int
    kind: CueKind

    @classmethod
    def at(cls, token: Token, kind: CueKind) -> "CueSpan":
        """A single token as a cue."""
        return cls(token.i, token.i + 1, kind)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of an event ("ten dead").

    ``least`` and ``most`` are its bounds, each None where it is not known. ``unit`` is what is counted, or the
    currency. ``is_about``: the text calls the number approximate ("about ten").
    """

    start: int
    end: int
    kind: QuantityKind
    least: float | None = None
    most: float | None = None
    unit: str | None = None
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event, by the words that tell of it; ``occurrence`` counts those of one head, each with a time of its own.

    ``time`` is the index of its time in the Doc, ``dated_by`` the rule of ``dating``. ``cues`` bear on ``factuality``.
    """

    head: int
    start: int
    end: int
    lemma: str
    type: EventType
    factuality: Factuality
    cues: tuple[CueSpan, ...]
    source: Source | None
    arguments: tuple[Argument, ...] = ()
    place: Argument | None = None
    time: int | None = None
    dating: Dating = field(default_factory=Dating)
    dated_by: DatingRule | None = None
    likely: LikelyDay | None = None
    amounts: tuple[Amount, ...] = ()
    occurrence: int = 1


@dataclass(frozen=True, slots=True)
class TemporalRelation:
    """The order of two triggers (by index) in time: ``source`` is BEFORE ``target``, IS_INCLUDED in it, and so on.

    ``cue`` is the start and end of the connective; None where only the tenses show the order.
    """

    source: int
    target: int
    type: RelationType
    cue: tuple[int, int] | None


def other_script_tokens(doc: Parsed) -> frozenset[int]:
    """The tokens of sentences of which most letters are not Latin: such a sentence is no part of the English text."""
    if doc._.other_script_tokens is None:
        doc._.other_script_tokens = _other_script_tokens(doc)
    found: frozenset[int] = doc._.other_script_tokens
    return found


def _other_script_tokens(doc: Parsed) -> frozenset[int]:
    letters_of_word = {word: letters for word in doc.words.distinct if (letters := _other_script_letters(word))}
    if not letters_of_word:
        return frozenset()
    found: set[int] = set()
    for sentence in doc.sents:
        words = doc.words[sentence.start : sentence.end]
        other = sum(letters_of_word.get(word, 0) for word in words)
        if other and other > sum(sum(map(str.isalpha, word)) for word in words if word not in letters_of_word):
            found.update(range(sentence.start, sentence.end))
    return frozenset(found)


def _other_script_letters(text: str) -> int:
    """How many letters, and marks on letters, are not Latin."""
    return 0 if text.isascii() else sum(category(char)[0] in "LM" and not is_latin(char) for char in text)


def quotations_by_token(doc: Parsed) -> dict[int, QuotedSpan]:
    """The innermost quotation around each token that is in one."""
    return {i: quotation for quotation in doc._.quotations for i in range(quotation.start, quotation.end)}


def register() -> None:
    """Declare the attributes to spaCy, once a process."""
    for name, default in (
        ("parsed", None),
        ("published", None),
        ("as_written", ""),
        ("filed_as_opinion", False),
        ("is_called_chronicle", False),
        ("runs_on", False),
        ("gathers_days", False),
        ("filed_as_archive", False),
        ("ontology", None),
        ("headings", ()),
        ("passages", ()),
        ("items", ()),
        ("dated_items", None),
        ("unread_tokens", None),
        ("timexes", ()),
        ("chains", ()),
        ("refused", ()),
        ("triggers", ()),
        ("bare_mentions", ()),
        ("relations", ()),
        ("quotations", ()),
        ("turns", ()),
        ("unnamed", ()),
        ("other_script_tokens", None),
        ("summaries", {}),
        ("standing", frozenset()),
        ("points_back", {}),
        ("hangs_on", {}),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
