"""Change the links of an event mention as the analyst decided: who certainly has a part in it, and who has none."""

import re
from collections.abc import Collection
from dataclasses import replace

from dossier.model import (
    INVOLVED,
    SURE_LINK,
    Actor,
    Correction,
    EventField,
    Role,
    RolePlayer,
    Setting,
)
from dossier.resolve.actors import Actors
from dossier.resolve.events.judged.judged_fields import parts_of, with_correction
from dossier.resolve.events.judged.judged_parts import standing_parts
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.rulings.rulings import EventCorrection, Rulings
from dossier.text.word_lists import word_lists

_PRONOUNS = word_lists("dossier.resolve.events", "event_comparison_words.toml")["pronouns_for_names"]
_BRACKET = re.compile(r"\[([^\]]*)\]")


def with_judged_links(mention: ResolvedMention, actors: Actors, rulings: Rulings) -> ResolvedMention:
    """The mention with its participants and place as the rulings have them, and what was read beside them."""
    read = mention
    parts = standing_parts(rulings.corrections.get(mention.trigger_key, ()), actors)
    listed = sorted(parts, key=lambda actor: (bool(parts[actor][0].has_part), actor.id))  # those without a part first
    for actor in listed:
        if not parts[actor][0].has_part:
            mention = _without(mention, actor)
        elif not all(one.role for one in parts[actor]):
            mention = _with(mention, actor)
    for actor in listed:
        for one in parts[actor]:
            if not one.role:
                mention = with_correction(mention, _signed(one, actor.name, read))
    return mention


def _signed(ruled: EventCorrection, name: str, read: ResolvedMention) -> Correction:
    value, parts, judgement = INVOLVED if ruled.has_part else "", parts_of(name, read), ruled.judgement
    return Correction(EventField.PARTICIPANTS, value, parts, judgement.id, judgement.by, judgement.made, name)


def _without(mention: ResolvedMention, actor: Actor) -> ResolvedMention:
    """The mention in which the words that were taken for the actor are words only, in its line too."""

    def words(link: RolePlayer | Setting) -> str:
        return link.words.exact if link.words else link.name

    players = tuple(
        RolePlayer(words(player), player.role) if player.entity == actor.id else player for player in mention.players
    )
    place = mention.place
    if place and place.entity == actor.id:
        place = Setting(words(place))
    line = mention.summary
    for player in mention.players:
        if player.entity == actor.id and player.words:
            line = _with_bracket(line, {actor.name, *(alias.text for alias in actor.aliases)}, player.words.exact)
    return _with_line(_linked(mention, players, place), line)


def _with(mention: ResolvedMention, actor: Actor) -> ResolvedMention:
    """The mention in which the actor certainly has a part.

    It is the part that was read. Where none was, it is that of the only doubtful participant, or else a part of no
    particular role. The line names the actor where its pronoun stood.
    """
    place = mention.place
    if place and place.entity == actor.id:
        return _standing(_linked(mention, mention.players, replace(place, confidence=1.0)))
    own = [player for player in mention.players if player.entity == actor.id]
    doubtful = own or [player for player in mention.players if player.entity and player.confidence < SURE_LINK]
    if len(doubtful) > 1 and not own:
        doubtful = []
    sure = [replace(player, name=actor.name, entity=actor.id, confidence=1.0) for player in doubtful]
    others = [player for player in mention.players if player not in doubtful]
    players = (*(sure or [RolePlayer(actor.name, Role.OTHER, actor.id)]), *others)
    line = mention.summary
    for player in doubtful:
        line = _with_bracket(line, {player.name}, f"[{actor.name}]")
    line = _named(line, [player.words.exact for player in doubtful if player.words], actor.name)
    return _standing(_with_line(_linked(mention, players, place), line))


def _linked(mention: ResolvedMention, players: tuple[RolePlayer, ...], place: Setting | None) -> ResolvedMention:
    evidence = replace(mention.evidence, participants=players, place=place)
    return replace(mention, evidence=evidence, players=players, place=place)


def _with_line(mention: ResolvedMention, line: str) -> ResolvedMention:
    return replace(mention, evidence=replace(mention.evidence, summary=line))


def _standing(mention: ResolvedMention) -> ResolvedMention:
    """The mention with a line that the analyst, who knows whom it means, can read."""
    return replace(mention, evidence=replace(mention.evidence, stands_alone=True))


def _with_bracket(line: str, names: Collection[str], words: str) -> str:
    """The line with the words in place of each bracket that holds just one of the names."""
    return _BRACKET.sub(lambda match: words if match[1] in names else match[0], line)


def _named(line: str, words: Collection[str], name: str) -> str:
    """The line with the name in brackets for each pronoun of ``words`` that it has once."""
    for word in words:
        found = list(re.finditer(rf"\b{re.escape(word)}\b", line))
        if word.casefold() in _PRONOUNS and len(found) == 1:
            line = f"{line[: found[0].start()]}[{name}]{line[found[0].end() :]}"
    return line
