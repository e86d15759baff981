"""Ties between two actors: what one did to the other, or both did together, as one mention of an event tells it.

A tie rests on the parts that both have in one mention. Two names in one sentence make none.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from dossier.model import SURE_LINK, Event, Evidence, Kind, PartOfSpeech, Polarity, Role, RolePlayer, Timeline
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.places.town_gazetteer import regions, towns_named
from dossier.render.relations.tie_doubt import PLAIN, TieDoubt, tie_doubt
from dossier.render.relations.tie_wording import ALIKE, TOGETHER, VOICE, WITH, TieKind, TieWording, tie_wording
from dossier.render.wording.prose import tidy
from dossier.text.line_words import PRONOUNS
from dossier.text.place_names import is_listed_place, places
from dossier.text.word_lists import word_lists

_UNDERGOING = (Role.PATIENT, Role.RECIPIENT)
_WORDS = word_lists("dossier.render", "render_words.toml")
_JOINING_WORDS = _WORDS["words_that_join_names"]
_INFINITIVE = re.compile(
    r"\bto(?: also| \w+ly)? (?:[a-z]+(?: part)?(?: in| for)? (?:the|an?|his|her|its|their) (?:[\w-]+ )?)?$"
)
"""Before a verb in the infinitive ("asked her to hunt"), or before the noun that is its object ("to join the hunt")."""
_DENYING = "den"
"""How "deny", "denies", "denied" and "denial" begin."""
_BEHIND_OF = re.compile(r"\s+of (?:the |a |an )?$", re.IGNORECASE)
_BEHIND_WITH = re.compile(r"\swith $")
_LIST_GOES_ON = re.compile(r"(?:,| and| or) ")
_BETWEEN = re.compile(r"\b(?:between|among) (?:the )?$", re.IGNORECASE)
_NO_LIKENESS = _WORDS["types_that_make_nobody_alike"]
_ONLY_JOINS = re.compile(rf"(?:[\s,&]|\b(?:{'|'.join(sorted(_JOINING_WORDS))})\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two actors in one entry: who did it, the other, the words for it, and how sure it is."""

    doer: RolePlayer
    other: RolePlayer
    wording: TieWording
    doubt: TieDoubt
    group: EntryGroup
    event: Event
    piece: Evidence

    @property
    def is_voice(self) -> bool:
        """Whether it is only that one speaks of the other."""
        return self.wording.kind is TieKind.VOICE

    @property
    def is_mutual(self) -> bool:
        """Whether it has no direction."""
        return self.wording.kind in (TieKind.MUTUAL, TieKind.ALIKE)

    @property
    def word(self) -> str:
        """The article's word for what both did or underwent alike; empty where the wording says what it was."""
        return tidy(self.piece.trigger.exact) if self.wording.kind is TieKind.ALIKE else ""

    @property
    def actors(self) -> frozenset[str]:
        """The ids of the two."""
        return frozenset(player.entity for player in (self.doer, self.other) if player.entity)

    def seen_from(self, actor: str | None) -> str:
        """What is said of this one of the two (an id), with {} for the other."""
        return self.wording.did if actor == self.doer.entity else self.wording.done


def ties(timeline: Timeline, groups: Iterable[EntryGroup]) -> Iterator[Tie]:
    """All ties that the entries tell, in their order, without those of what is expected."""
    disputed = {conflict.event for conflict in timeline.conflicts if conflict.field == "polarity"}
    places_only = _mere_places(timeline)
    for group in groups:
        for event in group.all_events:
            for piece in event.evidence:
                doubt = tie_doubt(event, piece, timeline.articles[piece.article], disputed)
                if doubt:
                    players = [player for player in piece.participants if _may_act(player, places_only)]
                    pairs = _pairs(event, piece, players, event.id in disputed)
                    yield from (_tie(pair, doubt, group, event, piece) for pair in pairs)


def _tie(pair: "_Pair", doubt: TieDoubt, group: EntryGroup, event: Event, piece: Evidence) -> Tie:
    doer, other, words = pair
    said = piece.attribution
    if doubt.is_voice and said and said.actor == doer.entity:
        doubt = PLAIN
    # that somebody says it is a fact, whatever becomes of what is said
    return Tie(doer, other, words, PLAIN if words.kind is TieKind.VOICE else doubt, group, event, piece)


def _may_act(player: RolePlayer, places_only: Collection[str]) -> bool:
    return player.entity is not None and player.confidence >= SURE_LINK and player.entity not in places_only


def _mere_places(timeline: Timeline) -> frozenset[str]:
    """The ids of those who are the place of an event or bear the name of a town: no actors, unless they are states.

    One whose name of one word is that of a town ("Bush") is an actor all the same where it does anything.
    """
    events = timeline.told
    players = [player for event in events for player in event.participants if player.entity]
    agents = {player.entity for player in players if player.role is Role.AGENT}
    named = {player.entity: player.name for player in players if _is_place(player, player.entity in agents)}
    settings = {event.place.entity: event.place.name for event in events if event.place and event.place.entity}
    subject = timeline.actor.id if timeline.actor and timeline.actor.kind is not Kind.PLACE else None
    return frozenset(id_ for id_, name in (settings | named).items() if id_ and id_ != subject and not _is_state(name))


def _is_place(player: RolePlayer, is_agent: bool) -> bool:
    is_town = (" " in player.name or not is_agent) and towns_named(player.name)
    is_listed = player.name in regions() or is_listed_place(player.name.lower())
    return player.role is Role.PLACE or bool(is_town) or is_listed


def _is_state(name: str) -> bool:
    return places().by_name.get(name, name) in places().by_adjective.values()


_Pair = tuple[RolePlayer, RolePlayer, TieWording]


def _pairs(event: Event, piece: Evidence, players: list[RolePlayer], is_disputed: bool) -> Iterator[_Pair]:
    """Who is tied to whom in one mention, each pair once: by one acting on the other, else by doing the same."""
    found: set[frozenset[str | None]] = set()
    if _INFINITIVE.search(_before(piece.trigger.span.start, piece)):
        return  # "sentenced to pay" and "asked to join the hunt" do not tell that anybody paid or hunted
    every = (*_acts(event, piece, players), *_likes(event, piece, players), *_voices(piece, players, is_disputed))
    for doer, other, words in every:
        both = frozenset((doer.entity, other.entity))
        if len(both) == 2 and both not in found:
            found.add(both)
            yield doer, other, words


def _acts(event: Event, piece: Evidence, players: list[RolePlayer]) -> Iterator[_Pair]:
    agents = [player for player in players if player.role is Role.AGENT]
    undergoing = [player for player in players if player.role in _UNDERGOING and not _hangs_on_another(player, piece)]
    for doer, other in product(agents, undergoing):
        words = tie_wording(event.type, piece.lemma, other.role.value)
        if words and not (words.of_people and _is_state(other.name)):
            yield doer, other, words
    words = tie_wording(event.type, piece.lemma, WITH)
    if words:
        partners = [player for player in players if player.role is Role.OTHER and _is_behind_with(player, piece)]
        yield from ((doer, other, words) for doer, other in product(agents, partners))
    words = tie_wording(event.type, piece.lemma, TOGETHER)
    if words:
        pairs = ((doer, other) for doer, other in combinations(agents, 2) if _face(doer, other, event, piece))
        yield from ((doer, other, words) for doer, other in pairs)


def _is_behind_with(player: RolePlayer, piece: Evidence) -> bool:
    """Whether the player stands behind "with" in what was done: Hart in "exchanged messages with Hart"."""
    objects = (one.name for one in piece.participants if one.role is Role.PATIENT)
    is_behind = bool(player.words and _BEHIND_WITH.search(_before(player.words.span.start, piece)))
    return is_behind and any(player.words and player.words.exact in name for name in objects)


def _hangs_on_another(player: RolePlayer, piece: Evidence) -> bool:
    """Whether the player is only of what it was done to: Hart in "attacked the plans of Hart"."""
    before = _before(player.words.span.start, piece) if player.words else ""
    hanging = _BEHIND_OF.search(before)
    return hanging is not None and len(before) - len(hanging[0]) != piece.trigger.span.end - piece.quote.span.start


def _before(at: int, piece: Evidence) -> str:
    """The sentence up to this offset of the article."""
    return piece.quote.exact[: max(at - piece.quote.span.start, 0)]


def _face(doer: RolePlayer, other: RolePlayer, event: Event, piece: Evidence) -> bool:
    """Whether two agents did it with each other: not those of "Varga and Hart met with Roth" or "… held meetings"."""
    if not (doer.words and other.words):
        return False
    trigger, start = piece.trigger.span, piece.quote.span.start
    first, last = sorted((doer.words.span, other.words.span))
    if first.end <= trigger.start and trigger.end <= last.start:
        return True
    if _BETWEEN.search(_before(first.start, piece)):
        return True
    behind = piece.quote.exact[trigger.end - start :]
    is_with_others = (piece.lemma or "").endswith(" with") or behind.startswith(" with ")
    is_verb_of_two = piece.part_of_speech is PartOfSpeech.VERB and event.type in _WORDS["types_that_two_do_together"]
    return is_verb_of_two and not is_with_others and _are_joined(doer, other, piece)


def _likes(event: Event, piece: Evidence, players: list[RolePlayer]) -> Iterator[_Pair]:
    """Those whose names are joined ("Varga and Hart"), so that both did the same or underwent the same.

    The word must be a verb: of "the meeting of Varga and Hart" it does not say what either did.
    """
    is_telling = event.type not in _NO_LIKENESS and piece.part_of_speech is PartOfSpeech.VERB
    for one, other in combinations(players, 2) if is_telling else ():
        words = tie_wording(ALIKE, piece.lemma, one.role.value)
        if words and one.role is other.role and _are_joined(one, other, piece):
            yield one, other, words


def _voices(piece: Evidence, players: list[RolePlayer], is_disputed: bool) -> Iterator[_Pair]:
    """The named source of what one mention tells, with those whom it is told of. A pronoun names no source."""
    said = piece.attribution
    if not (said and said.actor and said.name) or said.text.lower() in PRONOUNS:
        return
    voice = RolePlayer(said.name, Role.OTHER, said.actor)
    # who announces that something was called off denies nothing
    is_denial = is_disputed or said.cue.exact.lower().startswith(_DENYING)
    is_denied = is_denial and piece.factuality.polarity is Polarity.NEGATIVE
    words = tie_wording(VOICE, None, "denied" if is_denied else "said")
    for player in players:
        if words and player.role in (Role.AGENT, *_UNDERGOING):
            yield voice, player, words


def _are_joined(one: RolePlayer, other: RolePlayer, piece: Evidence) -> bool:
    """Whether nothing but joining words and other participants stands between the words of two of one mention."""
    if not (one.words and other.words):
        return False
    first, last = sorted((one.words.span, other.words.span))
    start = piece.quote.span.start
    if not (piece.quote.span.covers(first) and piece.quote.span.covers(last)) or last.start < first.end:
        return False
    between = list(piece.quote.exact[first.end - start : last.start - start])
    for player in piece.participants:
        span = player.words.span if player.words else None
        if span and first.end <= span.start and span.end <= last.start:
            between[span.start - first.end : span.end - first.end] = " " * span.length
    joining, behind = "".join(between), piece.quote.exact[last.end - start :]
    is_list = joining.strip(" ,") or _LIST_GOES_ON.match(behind)  # not "With Hart, Varga fled"
    return bool(is_list) and _ONLY_JOINS.fullmatch(joining) is not None
