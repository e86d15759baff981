"""The values of an event that the analyst gave: what one of its mentions has by a judgement holds for the event."""

from collections.abc import Sequence
from dataclasses import replace

from dossier.model import Correction, Event, EventField, Role, RolePlayer
from dossier.resolve.events.judged_fields import corrected_factuality, is_one, placed_at
from dossier.resolve.events.resolved_mention import ResolvedMention
from dossier.resolve.origins import Origins

_ROLES = frozenset(Role)
_Signed = tuple[ResolvedMention, Correction]


def with_judged_values(event: Event, mentions: Sequence[ResolvedMention], origins: Origins) -> Event:
    """The event of these mentions with what the analyst gave in place of what the other mentions say.

    If several mentions have a correction of one field, that of the first holds; of several in one mention the last.
    """
    first: dict[tuple[EventField, str], _Signed] = {}
    for mention in mentions:
        own: dict[tuple[EventField, str], _Signed] = {}
        for one in mention.evidence.corrections:
            own[one.field, one.participant] = mention, one
        first = own | first
    for mention, one in first.values():
        event = _with_value(event, mention, one)
    if any(one.field is EventField.POLARITY for _, one in first.values()):
        agreeing = [piece for piece in event.evidence if piece.factuality.polarity is event.factuality.polarity]
        event = replace(event, independent_sources=origins.count(agreeing))
    return event


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


def _with_part(participants: Sequence[RolePlayer], mention: ResolvedMention, name: str) -> tuple[RolePlayer, ...]:
    """The participants, the one of this name in the part alone that it has in the mention."""
    given = next(replace(player, words=None) for player in mention.players if player.name == name)
    others = [player for player in participants if not is_one(player, given)]
    place = next((n for n, player in enumerate(participants) if is_one(player, given)), len(others))
    return (*others[:place], given, *others[place:])
