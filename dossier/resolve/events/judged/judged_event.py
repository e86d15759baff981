"""The values of an event that the analyst gave: what one of its mentions has by a judgement holds for the event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.model import SURE_LINK, Correction, Event, EventField, EventPointer, Quote, Role, RolePlayer
from dossier.resolve.events.judged.judged_fields import corrected_factuality, is_one, placed_at
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.origins import Origins

_ROLES = frozenset(Role)
_Signed = tuple[ResolvedMention, Correction]


@dataclass(frozen=True, slots=True)
class OverruledCorrection:
    """A ``correction`` of the mention ``told``, which does not hold for its event; the one that ``holds``."""

    told: EventPointer
    correction: Correction
    holds: Correction


def with_judged_values(event: Event, mentions: Sequence[ResolvedMention], origins: Origins) -> Event:
    """The event of these mentions with what the analyst gave in place of what the other mentions say.

    If several mentions have a correction of one field, that of the first holds; of several in one mention the last.
    """
    first: dict[tuple[EventField, str], _Signed] = {}
    for mention in mentions:
        first = _own_corrections(mention) | first
    for mention, one in first.values():
        event = _with_value(event, mention, one)
    event = replace(event, participants=tuple(_without_outdone(event.participants, mentions)))
    if any(one.field is EventField.POLARITY for _, one in first.values()):
        agreeing = [piece for piece in event.evidence if piece.factuality.polarity is event.factuality.polarity]
        event = replace(event, independent_sources=origins.count(agreeing))
    return event


def overruled(mentions: Sequence[ResolvedMention]) -> Iterator[OverruledCorrection]:
    """The corrections of the mentions of one event that do not hold for it, since an earlier mention has another."""
    first: dict[tuple[EventField, str], _Signed] = {}
    for mention in mentions:
        own = _own_corrections(mention)
        for field, signed in own.items():
            if field in first and _is_of_event(signed[1]) and signed[1].value != first[field][1].value:
                yield OverruledCorrection(EventPointer(*_place(mention)), signed[1], first[field][1])
        first = own | first


def _own_corrections(mention: ResolvedMention) -> dict[tuple[EventField, str], _Signed]:
    """The corrections of one mention: of several of one field the last."""
    return {(one.field, one.participant): (mention, one) for one in mention.evidence.corrections}


def _is_of_event(correction: Correction) -> bool:
    """Whether an event can have but one such value: a part, but not that of somebody in one mention and not another."""
    if correction.field is EventField.PARTICIPANTS:
        return correction.value in _ROLES
    return correction.field not in (EventField.EVENT, EventField.MENTION)


def _place(mention: ResolvedMention) -> tuple[str, Quote, int]:
    return mention.evidence.article, mention.evidence.trigger, mention.evidence.occurrence


def _with_value(event: Event, mention: ResolvedMention, correction: Correction) -> Event:
    match correction.field:
        case EventField.SUMMARY:
            event = replace(event, wording=correction.value)
        case EventField.TYPE:
            event = replace(event, type=mention.type.name)
        case EventField.CERTAINTY | EventField.POLARITY | EventField.REALIS:
            event = replace(event, factuality=corrected_factuality(event.factuality, [correction]))
        case EventField.ATTRIBUTION:
            event = replace(event, attribution=mention.evidence.attribution)
        case EventField.PLACE:
            participants = placed_at(mention.place, event.participants)
            event = replace(event, place=mention.place, participants=participants)
        case EventField.PARTICIPANTS if correction.value in _ROLES:
            event = replace(event, participants=_with_part(event.participants, mention, correction.participant))
    return event


def _without_outdone(players: Sequence[RolePlayer], mentions: Sequence[ResolvedMention]) -> Iterator[RolePlayer]:
    """The participants without those who doubtfully have a part that another has, as the analyst says.

    If "he" is said to mean Ada's brother where "he was arrested", nobody else is possibly arrested in another telling.
    """
    given = {
        player.role
        for mention in mentions
        for one in mention.evidence.corrections
        for player in mention.players
        if one.field is EventField.MENTION and player.name == one.value and player.confidence >= SURE_LINK
    }
    yield from (one for one in players if one.confidence >= SURE_LINK or one.role not in given)


def _with_part(participants: Sequence[RolePlayer], mention: ResolvedMention, name: str) -> tuple[RolePlayer, ...]:
    """The participants, the one of this name in the part alone that it has in the mention."""
    given = next(replace(player, words=None) for player in mention.players if player.name == name)
    others = [player for player in participants if not is_one(player, given)]
    place = next((n for n, player in enumerate(participants) if is_one(player, given)), len(others))
    return (*others[:place], given, *others[place:])
