"""The reported deaths and deeds of actors, with their days: a dead person does nothing later."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dossier.model import CERTAIN, Annotations, Basis, EventMention, EventTypes, Quote, Reason, Role, Signal
from dossier.text.weights import weight_table

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_ACT_AFTER_DEATH = _WEIGHTS.bits("act_after_death")
_GRACE_DAYS = _WEIGHTS.count("alive_after_death_beyond", "days")


@dataclass(frozen=True, slots=True)
class DatedAct:
    """A reported death or deed of someone: its day (a proleptic ordinal), and the trigger ``quote`` in ``article``."""

    day: int
    article: str
    quote: Quote


def deaths(annotations: Annotations, types: EventTypes, published: int | None) -> Mapping[str, DatedAct]:
    """By chain, the earliest death that the article states as certain and in its own voice.

    The day is the last on which the death may have happened; of an undated death it is the day of publication
    (``published``, a proleptic ordinal).
    """
    acts = _acts(annotations, Role.PATIENT, lambda event: types[event.type].patient_dies)
    died = ((chain, _latest(event, published), event) for chain, event in acts)
    return _extreme(annotations.article, ((chain, day, event) for chain, day, event in died if day), sign=1)


def deeds(annotations: Annotations, types: EventTypes) -> Mapping[str, DatedAct]:
    """By chain, the latest dated deed that the article states as certain and in its own voice.

    The day is the first on which the deed may have happened.
    """
    acts = _acts(annotations, Role.AGENT, lambda event: types[event.type].agent_must_live)
    done = ((chain, _earliest(event), event) for chain, event in acts)
    return _extreme(annotations.article, ((chain, day, event) for chain, day, event in done if day), sign=-1)


def life_conflict(death: DatedAct | None, deed: DatedAct | None) -> Reason | None:
    """Evidence against one person, which cites the deed: it comes more than two months after the death. Else None."""
    if death is None or deed is None or deed.day <= death.day + _GRACE_DAYS:
        return None
    died = date.fromordinal(death.day).isoformat()
    said = f"reported dead by {died}, but did something later"
    return Reason(Signal.LIFE, _ACT_AFTER_DEATH, said, article=deed.article, quote=deed.quote)


def _acts(
    annotations: Annotations, role: Role, is_wanted: Callable[[EventMention], bool]
) -> Iterable[tuple[str, EventMention]]:
    for event in annotations.events:
        if is_wanted(event) and event.factuality == CERTAIN and event.attribution is None:
            for part in event.participants:
                if part.role is role and part.actor:
                    yield part.actor, event


def _latest(event: EventMention, published: int | None) -> int | None:
    """The last day on which the event may have happened, else the day of publication."""
    when = event.dating.when
    return when.latest.toordinal() if when and when.latest else published


def _earliest(event: EventMention) -> int | None:
    """The first day on which the event may have happened, by a date that the text gives; else None."""
    when = event.dating.when
    if event.dating.basis is Basis.INFERRED or when is None or when.earliest is None:
        return None
    return when.earliest.toordinal()


def _extreme(article: str, acts: Iterable[tuple[str, int, EventMention]], sign: int) -> dict[str, DatedAct]:
    """By chain, the act of the first day (``sign`` 1) or of the last (-1); of one day the first in the text."""
    best: dict[str, tuple[int, EventMention]] = {}
    for chain, day, event in acts:
        rank = (sign * day, event.trigger.span)
        if chain not in best or rank < (sign * best[chain][0], best[chain][1].trigger.span):
            best[chain] = day, event
    return {chain: DatedAct(day, article, event.trigger) for chain, (day, event) in best.items()}
