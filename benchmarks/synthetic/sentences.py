"""Sentences of synthetic news: their words, and the claims in them at their places."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dossier.model import (
    CERTAIN,
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Attribution,
    Dating,
    EventMention,
    Factuality,
    Form,
    Manner,
    Participant,
    Place,
    Quantity,
    QuantityKind,
    Quotation,
    Quote,
    RelationMention,
    RelationType,
    Role,
    Sieve,
    Span,
    TimeMention,
    TimexType,
)
from synthetic.cast import Being

UNDATED = Dating()
OPENING = ("", "“", "(")
Stretch = tuple[int, int]
"""Where words stand, counted from the beginning of their sentence."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words for a participant or the place of an event; ``being`` is None where it is none of the cast."""

    place: Stretch
    role: Role
    being: Being | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who tells an event, and the word of speech (``cue``); ``being`` is None where it is none of the cast."""

    place: Stretch
    being: Being | None
    cue: Stretch
    manner: Manner


@dataclass(slots=True)
class ToldEvent:
    """One event as a sentence tells it; ``time`` is the index of the time in the sentence that dates it."""

    type: str
    lemma: str
    trigger: Stretch
    clause: Stretch = (0, 0)
    parts: list[Part] = field(default_factory=list)
    where: Part | None = None
    dating: Dating = UNDATED
    dated_by: str | None = None
    time: int | None = None
    factuality: Factuality = CERTAIN
    source: Source | None = None
    number: tuple[Stretch, QuantityKind, int] | None = None


@dataclass(slots=True)
class Line:
    """A sentence that is being written, with its claims; ``relations`` are pairs of indices into ``events``."""

    text: str = ""
    mentions: list[tuple[Stretch, Being, Form]] = field(default_factory=list)
    times: list[tuple[Stretch, Dating]] = field(default_factory=list)
    events: list[ToldEvent] = field(default_factory=list)
    relations: list[tuple[int, int, RelationType, Stretch]] = field(default_factory=list)
    quoted: tuple[Stretch, Source | None] | None = None

    @property
    def next(self) -> int:
        """Where the next word will begin."""
        return len(self.text) + (self.text[-1:] not in OPENING)

    def put(self, words: str) -> Stretch:
        """Add words, the first of the sentence with a capital; where they stand."""
        begin = self.next
        self.text += " " * (begin - len(self.text)) + (words if begin else words[0].upper() + words[1:])
        return begin, len(self.text)

    def mark(self, mark: str) -> None:
        """Add punctuation, close to the word before."""
        self.text += mark

    def name(self, being: Being, words: str, form: Form = Form.NAME) -> Stretch:
        """Add words that refer to an actor; where they stand."""
        place = self.put(words)
        self.mentions.append((place, being, form))
        return place


SIEVES = {Form.NAME: Sieve.NAME, Form.NOMINAL: Sieve.TITLE, Form.PRONOUN: Sieve.HE_OR_SHE}


class Page:
    """An article put together from sentences, with all that they claim."""

    def __init__(self, lines: Iterable[Line], paragraph: int = 3) -> None:
        self.lines = list(lines)
        self._starts: list[int] = []
        text = ""
        for number, line in enumerate(self.lines):
            glue = "" if not text else "\n\n" if number % paragraph == 0 else " "
            self._starts.append(len(text) + len(glue))
            text += glue + line.text
        self.text = text

    def annotations(self, article: Article) -> Annotations:
        """The claims of the page, as if they had been read in ``article``, which has the text of the page."""
        chains, ids = self._chains()
        times: list[TimeMention] = []
        events: list[EventMention] = []
        relations: list[RelationMention] = []
        quotations: list[Quotation] = []
        for start, line in zip(self._starts, self.lines, strict=True):
            cut = _Cut(self.text, start, ids)
            first_time, first_event = len(times) + 1, len(events) + 1
            times += [cut.time(f"t{first_time + n}", *time) for n, time in enumerate(line.times)]
            events += [cut.event(f"e{first_event + n}", told, line, first_time) for n, told in enumerate(line.events)]
            relations += [
                RelationMention(f"e{first_event + source}", f"e{first_event + target}", kind, cut.quote(cue))
                for source, target, kind, cue in line.relations
            ]
            if line.quoted:
                place, said = line.quoted
                quotations.append(Quotation(f"q{len(quotations) + 1}", cut.quote(place), cut.source(said)))
        return Annotations(
            article.id,
            times=tuple(times),
            actors=tuple(chains),
            events=tuple(events),
            language="en",
            relations=tuple(relations),
            quotations=tuple(quotations),
        )

    def _chains(self) -> tuple[list[ActorChain], dict[Being, str]]:
        """One chain for each actor that is named, in the order of the text."""
        mentions: dict[Being, list[ActorMention]] = {}
        for start, line in zip(self._starts, self.lines, strict=True):
            cut = _Cut(self.text, start, {})
            for place, being, form in line.mentions:
                mention = ActorMention(cut.quote(place), form, SIEVES[form], 1.0 if form is Form.NAME else 0.8)
                mentions.setdefault(being, []).append(mention)
        ids = {being: f"a{number}" for number, being in enumerate(mentions, 1)}
        chains = [
            ActorChain(ids[being], _fullest(found), being.kind, tuple(found)) for being, found in mentions.items()
        ]
        return chains, ids


def _fullest(mentions: Iterable[ActorMention]) -> str:
    return max((one.quote.exact for one in mentions if one.form is Form.NAME), key=len)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Turns what a sentence says into values of the model, at its place in the text."""

    text: str
    start: int
    ids: dict[Being, str]

    def span(self, place: Stretch) -> Span:
        return Span(self.start + place[0], self.start + place[1])

    def quote(self, place: Stretch) -> Quote:
        return Quote.cut(self.text, self.span(place))

    def time(self, key: str, place: Stretch, dating: Dating) -> TimeMention:
        value = dating.when.edtf if dating.when else "PAST_REF"
        return TimeMention(
            id=key, quote=self.quote(place), type=TimexType.DATE, value=value, dating=dating, rule="weekday"
        )

    def event(self, key: str, told: ToldEvent, line: Line, first_time: int) -> EventMention:
        time = None if told.time is None else f"t{first_time + told.time}"
        dating = replace(told.dating, anchor=time) if time else told.dating
        return EventMention(
            id=key,
            type=told.type,
            trigger=self.quote(told.trigger),
            lemma=told.lemma,
            sentence=self.span((0, len(line.text))),
            dating=dating,
            time=time,
            participants=tuple(Participant(self.quote(p.place), p.role, self._id(p.being)) for p in told.parts),
            place=Place(self.quote(told.where.place), self._id(told.where.being)) if told.where else None,
            factuality=told.factuality,
            attribution=self.source(told.source),
            dated_by=told.dated_by,
            quantities=self._quantities(told),
            summary=" ".join(line.text[slice(*told.clause)].split()),
        )

    def source(self, said: Source | None) -> Attribution | None:
        if said is None:
            return None
        return Attribution(self.quote(said.place), self.quote(said.cue), self._id(said.being), manner=said.manner)

    def _quantities(self, told: ToldEvent) -> tuple[Quantity, ...]:
        if told.number is None:
            return ()
        place, kind, number = told.number
        return (Quantity(quote=self.quote(place), kind=kind, least=number, most=number, unit="person"),)

    def _id(self, being: Being | None) -> str | None:
        return self.ids[being] if being else None
