"""Change the fields of an event mention as the analyst corrected them, and keep what was read beside them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from dossier.model import (
    Actor,
    AddedEvent,
    Attribution,
    Certainty,
    Correction,
    EventField,
    EventTypes,
    Evidence,
    Factuality,
    Polarity,
    Quote,
    Realis,
    Role,
    RolePlayer,
    Setting,
    Span,
)
from dossier.resolve.actors import Actors
from dossier.resolve.events.judged.judged_parts import actors_of, standing_parts
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.rulings.rulings import ChainKey, EventCorrection, Rulings

_FIELDS = tuple(EventField)


def with_judged_fields(
    mention: ResolvedMention, actors: Actors, types: EventTypes, rulings: Rulings
) -> ResolvedMention:
    """The mention with its fields as the rulings correct them; its line and its date stay what was read.

    Those two hold for the whole event: see ``judged_event.with_judged_values`` and ``date_choice.judged_date``. Whether
    an actor has any part at all is applied before: see ``judged_involvement.with_judged_links``.
    """
    given = rulings.corrections.get(mention.trigger_key, ())
    parts = standing_parts(given, actors)
    for one in sorted(given, key=_order):
        actor = _actor_of(one.chains, actors)
        if one.has_part is None or (one.role and (actor is None or one in parts[actor])):
            corrected = _corrected(mention, one, actor, types)
            mention = with_correction(corrected, _signed(mention, one, actor))
    return mention


def with_correction(mention: ResolvedMention, correction: Correction) -> ResolvedMention:
    """The mention with one correction more beside its evidence."""
    corrections = (*mention.evidence.corrections, correction)
    return replace(mention, evidence=replace(mention.evidence, corrections=corrections))


def parts_of(name: str, mention: ResolvedMention) -> str:
    """The parts that the participant of this name has in the mention, in words; empty for none."""
    roles = (player.role for player in mention.players if player.name.casefold() == name.casefold())
    return ", ".join(dict.fromkeys(roles))


def corrected_factuality(factuality: Factuality, corrections: Iterable[Correction | EventCorrection]) -> Factuality:
    """The factuality with the certainty, the polarity and the realis that the corrections give."""
    for one in corrections:
        if one.field is EventField.CERTAINTY:
            factuality = replace(factuality, certainty=Certainty(one.value))
        elif one.field is EventField.POLARITY:
            factuality = replace(factuality, polarity=Polarity(one.value))
        elif one.field is EventField.REALIS:
            factuality = replace(factuality, realis=Realis(one.value))
    return factuality


def _order(correction: EventCorrection) -> tuple[int, bool]:
    """What an added event has of its own goes before what is corrected in it."""
    is_added = isinstance(correction.judgement.decision, AddedEvent)
    return _FIELDS.index(correction.field), not is_added


def _actor_of(chains: Collection[ChainKey], actors: Actors) -> Actor | None:
    """The actor of the chains; of several the one with the first id."""
    return next(iter(actors_of(chains, actors)), None)


def _corrected(
    mention: ResolvedMention, correction: EventCorrection, actor: Actor | None, types: EventTypes
) -> ResolvedMention:
    evidence, words = mention.evidence, correction.value
    match correction.field:
        case EventField.SUMMARY:
            evidence = replace(evidence, stands_alone=True, points_back=0)
        case EventField.CERTAINTY | EventField.POLARITY | EventField.REALIS:
            evidence = replace(evidence, factuality=corrected_factuality(evidence.factuality, [correction]))
        case EventField.ATTRIBUTION:
            evidence = replace(evidence, attribution=_source(evidence, words, actor))
        case EventField.PLACE:
            place = _setting(words, actor)
            evidence = replace(evidence, place=place, participants=placed_at(place, mention.players))
        case EventField.PARTICIPANTS if correction.role:
            evidence = replace(evidence, participants=_with_part(mention.players, words, correction.role, actor))
    return replace(
        mention,
        evidence=evidence,
        type=types[words] if correction.field is EventField.TYPE else mention.type,
        players=evidence.participants,
        place=evidence.place,
        is_aside=mention.is_aside and correction.field is not EventField.SUMMARY,
    )


def _setting(words: str, actor: Actor | None) -> Setting | None:
    if actor:
        return Setting(actor.name, actor.id)
    return Setting(words) if words else None


def placed_at(place: Setting | None, players: Collection[RolePlayer]) -> tuple[RolePlayer, ...]:
    """The participants, the place alone in the part of the place if any has it; without a place nobody has."""
    others = tuple(player for player in players if player.role is not Role.PLACE)
    if place is None or len(others) == len(players):
        return others
    return (*others, RolePlayer(place.name, Role.PLACE, place.entity))


def _source(evidence: Evidence, words: str, actor: Actor | None) -> Attribution | None:
    """The source at its words in the sentence, else at the cue; None for the article itself."""
    if not words:
        return None
    cue = evidence.attribution.cue if evidence.attribution else evidence.trigger
    given = actor.name if actor else words
    speaker = _in_sentence(evidence.quote, given) or cue
    return Attribution(speaker, cue, actor.id if actor else None, actor.name if actor else None, given=given)


def _in_sentence(sentence: Quote, words: str) -> Quote | None:
    """The first place of the words in the sentence."""
    at = sentence.exact.find(words)
    start = sentence.span.start + at
    return Quote(Span(start, start + len(words)), words) if at >= 0 else None


def _with_part(players: Collection[RolePlayer], words: str, role: Role, actor: Actor | None) -> tuple[RolePlayer, ...]:
    """The participants with this one in this part alone: at its place, else behind the others."""
    given = RolePlayer(actor.name, role, actor.id) if actor else RolePlayer(words, role)
    own = [player for player in players if is_one(player, given)]
    if not own:
        return (*players, given)
    given = replace(given, words=own[0].words)
    return tuple(given if player is own[0] else player for player in players if player is own[0] or player not in own)


def is_one(player: RolePlayer, other: RolePlayer) -> bool:
    """Whether two participants are the same actor or, where they are none, the same words."""
    if player.entity or other.entity:
        return player.entity == other.entity
    return player.name.casefold() == other.name.casefold()


def _signed(mention: ResolvedMention, correction: EventCorrection, actor: Actor | None) -> Correction:
    """The correction as it stands beside the evidence; the mention is still what was read."""
    judgement, name = correction.judgement, actor.name if actor else correction.value
    signed = Correction(
        field=correction.field,
        value=name,
        read=_read(mention, correction, name),
        judgement=judgement.id,
        by=judgement.by,
        made=judgement.made,
        is_telling_only=correction.is_telling_only,
    )
    return replace(signed, value=str(correction.role), participant=name) if correction.role else signed


def _read(mention: ResolvedMention, correction: EventCorrection, name: str) -> str:
    """What was read of the field; of a participant its parts."""
    if correction.read is not None:
        return correction.read
    return _READ[correction.field](mention) or "" if correction.field in _READ else parts_of(name, mention)


_READ: Mapping[EventField, Callable[[ResolvedMention], str | None]] = {
    EventField.SUMMARY: lambda mention: mention.summary,
    EventField.WHEN: lambda mention: mention.evidence.dating.when.edtf if mention.evidence.dating.when else None,
    EventField.TYPE: lambda mention: mention.type.name,
    EventField.CERTAINTY: lambda mention: mention.evidence.factuality.certainty,
    EventField.POLARITY: lambda mention: mention.evidence.factuality.polarity,
    EventField.REALIS: lambda mention: mention.evidence.factuality.realis,
    EventField.ATTRIBUTION: lambda mention: mention.evidence.attribution.text if mention.evidence.attribution else None,
    EventField.PLACE: lambda mention: mention.place.name if mention.place else None,
}
"""What was read of a field, in words; None for nothing. Of a participant it depends on which."""
