"""When an article tells that someone died, and when that someone did something: one who is dead does nothing later."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dossier.model import CERTAIN, Annotations, Basis, EventMention, EventTypes, Quote, Reason, Role, Signal

_GRACE = 60
_AGAINST = -8.0


@dataclass(frozen=True, slots=True)
class Act:
    """What shows that someone was alive, or dead, on a day (its proleptic ordinal), and where it is told."""

    day: int
    article: str
    quote: Quote


def deaths(found: Annotations, types: EventTypes, published: int | None) -> Mapping[str, Act]:
    """For each chain that is surely told to have died the first day by which it had."""
    acts = _acts(found, Role.PATIENT, lambda event: types[event.type].patient_dies)
    died = ((chain, _latest(event, published), event) for chain, event in acts)
    return _extreme(found.article, ((chain, day, event) for chain, day, event in died if day), sign=1)


def deeds(found: Annotations, types: EventTypes) -> Mapping[str, Act]:
    """For each chain the last day on which it surely did something itself."""
    acts = _acts(found, Role.AGENT, lambda event: types[event.type].agent_must_live)
    done = ((chain, _earliest(event), event) for chain, event in acts)
    return _extreme(found.article, ((chain, day, event) for chain, day, event in done if day), sign=-1)


def conflict(dead: Act | None, alive: Act | None) -> Reason | None:
    """What speaks against one who is dead having done something two months later, or since; it cites that."""
    if dead is None or alive is None or alive.day <= dead.day + _GRACE:
        return None
    died = date.fromordinal(dead.day).isoformat()
    return Reason(
        Signal.LIFE, _AGAINST, f"reported dead by {died}, but did something later", alive.article, alive.quote
    )


def _acts(
    found: Annotations, role: Role, is_wanted: Callable[[EventMention], bool]
) -> Iterable[tuple[str, EventMention]]:
    for event in found.events:
        if is_wanted(event) and event.factuality == CERTAIN and event.attribution is None:
            for part in event.participants:
                if part.role is role and part.actor:
                    yield part.actor, event


def _latest(event: EventMention, published: int | None) -> int | None:
    when = event.dating.when
    return when.latest.toordinal() if when and when.latest else published


def _earliest(event: EventMention) -> int | None:
    when = event.dating.when
    if event.dating.basis is Basis.INFERRED or when is None or when.earliest is None:
        return None
    return when.earliest.toordinal()


def _extreme(article: str, acts: Iterable[tuple[str, int, EventMention]], sign: int) -> dict[str, Act]:
    """For each chain the act of the first day (``sign`` 1) or of the last (-1); of one day the first in the text."""
    best: dict[str, tuple[int, EventMention]] = {}
    for chain, day, event in acts:
        rank = (sign * day, event.trigger.span)
        if chain not in best or rank < (sign * best[chain][0], best[chain][1].trigger.span):
            best[chain] = day, event
    return {chain: Act(day, article, event.trigger) for chain, (day, event) in best.items()}
