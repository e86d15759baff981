"""What the page of a doubt shows: the question, the evidence of both sides, and the reasons."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import EventPointer, Kind, When
from dossier.pipeline.deciding.doubt_evidence import NO_DATE, DoubtEvidence, DoubtSide, Excerpt
from dossier.pipeline.deciding.doubt_queue import PronounDoubt
from dossier.pipeline.deciding.pronoun_evidence import EvidencePart, PronounEvidence
from dossier.render.article_page.page_wording import doubt_words
from dossier.render.decisions.decision_wording import day_words
from dossier.render.wording import prose
from dossier.serve.doubts import queue_wording
from dossier.serve.served_case import CaseSnapshot

_MAX_NAMES = 6
"""How many names of a side are listed. Set by hand, as in the terminal."""


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """Words of an article in pieces, each with what it is ("text", "actor", "words"); its title, day and address."""

    pieces: tuple[tuple[str, str], ...]
    title: str
    published: str
    address: str


@dataclass(frozen=True, slots=True)
class ShownSide:
    """One side of a doubt: its heading, what it is, its other names, how many articles, and what they say."""

    heading: str
    about: tuple[str, ...]
    names: tuple[str, ...]
    articles: int
    quotes: tuple[QuotedPlace, ...]


@dataclass(frozen=True, slots=True)
class ShownReason:
    """A reason in words: whether it speaks for one, how strong it is (``bits`` says it in figures), and what it is."""

    is_for: bool
    strength: str
    bits: str
    signal: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """A doubt as it is asked. ``state`` says how the case has it now.

    ``answers`` are the words on the buttons for "same", "different" and "unsure".
    """

    key: str
    question: str
    state: str
    sides: tuple[ShownSide, ...]
    reasons: tuple[ShownReason, ...]
    answers: tuple[str, str, str]


def shown_identity(key: str, evidence: DoubtEvidence, held: CaseSnapshot) -> ShownDoubt:
    """A doubt on two names or events."""
    link = evidence.link
    reasons = sorted(link.reasons, key=lambda one: (-one.weight, one.signal))
    return ShownDoubt(
        key=key,
        question=queue_wording.identity_question(link, evidence.left, evidence.right),
        state=queue_wording.state_words(link),
        sides=(_side(evidence.left, held), _side(evidence.right, held)),
        reasons=tuple(
            ShownReason(
                is_for=one.weight > 0,
                strength=queue_wording.strength_words(one),
                bits=f"{one.weight:+.1f} bits",
                signal=one.signal,
                text=prose.tidy(one.text),
            )
            for one in reasons
        ),
        answers=("Yes, one", "No, two", queue_wording.unsure_words(link)),
    )


def shown_pronoun(doubt: PronounDoubt, evidence: PronounEvidence, held: CaseSnapshot) -> ShownDoubt:
    """A doubt on whom words mean."""
    pieces = tuple((part.value, prose.verbatim(words)) for part, words in evidence.pieces)
    actor = held.actors.get(doubt.actor_id)
    lines = tuple(prose.tidy(line) for line in doubt.lines)
    called = (prose.tidy(doubt.called.name),) if doubt.called.name != doubt.actor else ()
    says = ShownSide(
        heading="What the article says",
        about=(f"in doubt: {doubt_words(evidence.doubt)}",) if evidence.doubt else (),
        names=(),
        articles=1,
        quotes=(_quoted(pieces, evidence.article, f"{evidence.span.start}-{evidence.span.end}", held),),
    )
    hangs = ShownSide(
        heading=f"What hangs on it for {prose.tidy(doubt.actor)}",
        about=lines,
        names=called,
        articles=len(actor.articles) if actor else 0,
        quotes=(),
    )
    return ShownDoubt(
        key=doubt.key,
        question=queue_wording.pronoun_question(doubt),
        state=queue_wording.likelihood_words(doubt),
        sides=(says, hangs),
        reasons=(),
        answers=("Yes", "No, somebody else", "Not sure"),
    )


def _side(side: DoubtSide, held: CaseSnapshot) -> ShownSide:
    pointer = side.pointer
    is_event = isinstance(pointer, EventPointer)
    heading = pointer.trigger.exact if isinstance(pointer, EventPointer) else pointer.name
    return ShownSide(
        heading=f"“{prose.tidy(heading)}”" if is_event else prose.tidy(heading),
        about=_about_event(side.about) if is_event else _about_actor(side.about),
        names=() if is_event else tuple(f"{prose.tidy(name)} ({count})" for name, count in side.names[:_MAX_NAMES]),
        articles=len(side.refs),
        quotes=tuple(_excerpt(one, held) for one in side.quotes),
    )


def _about_event(about: tuple[str, ...]) -> tuple[str, ...]:
    """The type of an event and its date, in words."""
    kind, *dates = about or ("not read any more",)
    return (prose.tidy(kind), *(one if one == NO_DATE else day_words(When.parse(one)) for one in dates))


def _about_actor(about: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of an actor on one line, then its descriptions."""
    kinds = [one for one in about if one in set(Kind)]
    return (", ".join(kinds), *(prose.tidy(one) for one in about if one not in kinds))


def _excerpt(found: Excerpt, held: CaseSnapshot) -> QuotedPlace:
    parts = (EvidencePart.TEXT, EvidencePart.WORDS, EvidencePart.TEXT)
    pieces = tuple(
        (part.value, prose.verbatim(words)) for part, words in zip(parts, found.pieces, strict=True) if words
    )
    return _quoted(pieces, found.article, f"{found.span.start}-{found.span.end}", held)


def _quoted(pieces: tuple[tuple[str, str], ...], article: str, span: str, held: CaseSnapshot) -> QuotedPlace:
    cited = held.case.contents.citations[article]
    when = cited.published.when
    return QuotedPlace(
        pieces=pieces,
        title=" – ".join(_origin(cited.publisher, cited.title or cited.opening or cited.ref)),
        published=day_words(when) if when else "day not known",
        address=f"/article/{article}/words/{span}",
    )


def _origin(publisher: str | None, title: str) -> Iterator[str]:
    if publisher:
        yield prose.tidy(publisher)
    yield prose.tidy(title)
