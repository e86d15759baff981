"""Events for tests of timelines, each from a sentence, the word that tells it, and whatever is to differ."""

from collections.abc import Mapping

from dossier.model import (
    CERTAIN,
    SURE_LINK,
    Attribution,
    Basis,
    Dating,
    Event,
    Evidence,
    Factuality,
    Quote,
    Role,
    RolePlayer,
    Setting,
    Span,
    Tense,
    When,
)

ADA = "ada"


def told(
    name: str,
    sentence: str,
    trigger: str,
    *,
    line: str = "",
    at: int = 0,
    article: str = "a",
    type_: str = "movement",
    lemma: str = "",
    date: str | None = None,
    role: Role | None = Role.AGENT,
    confidence: float = 1.0,
    place: float | None = None,
    hangs_on: str = "",
    factuality: Factuality = CERTAIN,
    source: Attribution | None = None,
    **about: object,
) -> Event:
    """An event of Ada Brandt (``ADA``); ``at`` is where the sentence begins, ``place`` the confidence of her place."""
    dating = Dating(When.parse(date), Basis.EXPLICIT) if date else Dating()
    players = (RolePlayer("Ada Brandt", role, ADA, confidence),) if role else ()
    piece = Evidence(
        article,
        words(sentence, trigger, at),
        Quote(Span(at, at + len(sentence)), sentence),
        dating,
        factuality,
        source,
        participants=players,
        lemma=lemma or trigger,
        hangs_on=words(sentence, hangs_on, at) if hangs_on else None,
        tense=Tense.PAST,
    )
    piece = replaced(piece, about)
    where = Setting("Ada Brandt", ADA, place) if place else None
    return Event(name, type_, line or sentence, dating, factuality, (piece,), players, where, source)


def replaced(piece: Evidence, about: Mapping[str, object]) -> Evidence:
    """The evidence with other values in some fields."""
    fields = {name: getattr(piece, name) for name in Evidence.__slots__}
    return Evidence(**{**fields, **about})


def words(sentence: str, exact: str, at: int = 0) -> Quote:
    """The words at their first place in a sentence that begins at ``at``."""
    start = at + sentence.index(exact)
    return Quote(Span(start, start + len(exact)), exact)


DOUBTFUL = SURE_LINK - 0.01
