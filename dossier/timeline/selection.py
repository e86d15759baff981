"""Which events belong to an actor, and which actors are the main ones of a case."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from dossier.memo import NO_MEMO, Memo, ids
from dossier.model import SURE_LINK, Actor, Citation, Event, EventTypes, Kind, Realis, Role
from dossier.text.names import normal
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists
from dossier.timeline.cautions import cautions
from dossier.timeline.consequences import consequences
from dossier.timeline.listing import Listing
from dossier.timeline.membership import is_weighty_news, timeline_events
from dossier.timeline.part_passages import is_only_named, owners_of, statement_of, within_its_statement
from dossier.timeline.worth.part_worth import DOING_OR_UNDERGOING, acting_worth, roles_of
from dossier.timeline.worth.shown_mention import shown_to, shown_to_nobody
from dossier.timeline.worth.worth import PRIVATE_LIFE

_MAIN_ACTOR_KINDS = frozenset((Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE))
_ACTING_KINDS = frozenset((Kind.PLACE, Kind.GROUP))
"""Kinds whose members undergo too much for it to be theirs."""
_OF_ASIDE, _OF_PLACE = 0.4, 0.5
"""What an act counts that no main statement tells, and what a place counts. Set by hand: among the main actors of two
affairs readers missed who is told of in side clauses (a bank that fell), and had more places than they wanted."""
_OUTLET_WORDS = word_lists("dossier.text", "name_words.toml")["outlet_words"]
_NOUNS_FOR_ANYBODY = word_lists("dossier.timeline", "timeline_words.toml")["nouns_for_anybody"]
_NAMING_WORDS = 3
"""Words before such a noun that may say more than of where they are: "Orlov Bank of Velmar officials". Set by hand."""
_WEIGHT_DIGITS = 6
"""Decimals of a weight: sums of the same numbers in another order are equal."""


def by_actor(events: Iterable[Event], types: EventTypes, memo: Memo = NO_MEMO) -> dict[str, list[Event]]:
    """The events in the timeline of each actor (by id) that has any, as they are shown there.

    They come in the order given, behind them the forecasts of what follows from them, and warnings beside these.
    """
    events = list(events)
    touching: dict[str, list[Event]] = {}
    for event in events:
        players = [player.entity for player in event.participants]
        place = event.place.entity if event.place else None
        for actor in dict.fromkeys((*players, place)):
            if actor is not None:
                touching.setdefault(actor, []).append(event)
    belonging, shown = memo.table("events of an actor"), memo.table("event as an actor has it")
    chosen: dict[str, list[Event]] = {
        actor: belonging.recall(
            (actor, id(types), *ids(of_actor)), partial(timeline_events, actor, of_actor, types), (types, of_actor)
        )
        for actor, of_actor in touching.items()
    }
    told = {
        actor: [shown.recall((actor, id(event)), partial(shown_to, event, actor), event) for event in listed]
        for actor, listed in chosen.items()
        if listed
    }
    told = _within_statements(told, events, memo)
    foreseen = consequences(events, chosen)
    warned = cautions(events, chosen, foreseen, types)
    return {actor: [*own, *foreseen.get(actor, ()), *warned.get(actor, ())] for actor, own in told.items()}


def _within_statements(
    told: Mapping[str, Sequence[Event]], events: Iterable[Event], memo: Memo
) -> dict[str, list[Event]]:
    """The events of each actor; one that another statement only names ("the crisis") has the passages of that."""
    known = memo.table("event within its statement")
    statements = {id(event): statement_of(event) for own in told.values() for event in own if is_only_named(event)}
    owners = owners_of(frozenset(key for key in statements.values() if key), events)

    def cited(event: Event) -> Event:
        if id(event) not in statements:
            return event
        key = statements[id(event)]
        pair = event, owners.get(key) if key else None
        return known.recall(ids(pair), partial(within_its_statement, *pair), pair)  # type: ignore[no-any-return]

    return {actor: [cited(event) for event in own] for actor, own in told.items()}


def of_nobody(events: Iterable[Event], types: EventTypes, memo: Memo = NO_MEMO) -> list[Event]:
    """The events that are news though no actor has a part in them, in the order given: "A magnitude 7 quake struck".

    Each heads a statement of its own that points back to nothing, or which several sources tell and a reader
    understands. A marriage of the unnamed is none. What only an
    uncertain link ties to actors is shown in words that mean none of them: "a fund in Varn suspended its payments".
    """
    events = list(events)
    shown = memo.table("event as nobody has it")
    weighty = (event for event in events if event.type not in PRIVATE_LIFE and is_weighty_news(event, types))
    told = (
        shown.recall(id(event), partial(shown_to_nobody, event), event) if _is_anybodys(event) else event
        for event in weighty
        if not _is_anybodys(event, SURE_LINK)
    )
    found = [event for event in told if event and _is_plain(event)]
    return _within_statements({"": found}, events, memo)[""]


def _is_anybodys(event: Event, least: float = 0.0) -> bool:
    """Whether an actor is its place, or does or undergoes anything; to be named in a participant's phrase is neither.

    Links of a confidence of at least ``least`` count.

    "The presidents of Kentland and Lyra have signed the treaty": the two countries have listings of their own, but
    those leave out what touches them only.
    """
    acting = (player for player in event.participants if player.role is not Role.OTHER)
    return any(one.entity and one.confidence >= least for one in (event.place, *acting) if one)


def _is_plain(event: Event) -> bool:
    shown = event.evidence[0]
    is_clear = not shown.points_back or (event.independent_sources > 1 and shown.stands_alone)
    return shown.hangs_on is None and is_clear


def most_active(actors: Sequence[Actor], acts: Mapping[str, float], articles: Mapping[str, Citation]) -> list[Actor]:
    """The people, organisations, groups and places among the actors, those first that matter most in a case.

    An actor's weight is what its acts count (``acting``; by its id in ``acts``) by the root of the sources that name
    the actor, since who is named throughout is who is looked for; that of a place counts half. Copies of one article
    are one source. ``articles`` are all of the case, by id. Actors of equal weight stay in the order of ``actors``.
    """
    main = [actor for actor in actors if actor.kind in _MAIN_ACTOR_KINDS]
    return sorted(main, key=lambda actor: -_weight(actor, acts.get(actor.id, 0.0), articles))


def _weight(actor: Actor, acts: float, articles: Mapping[str, Citation]) -> float:
    naming = math.sqrt(len({articles[key].copy_of or key for key in actor.articles})) if acts else 0.0
    share = _OF_PLACE if actor.kind is Kind.PLACE else 1.0
    return round(acts * naming * share, _WEIGHT_DIGITS)


def acting(actor: Actor, own: Listing, articles: Mapping[str, Citation], types: EventTypes) -> float:
    """What the acts of an actor count: a sum over the sources that say that it does or undergoes something.

    Each source counts with the best of these events, worth of the part x importance for the case, and less where no
    main statement says so ("since the fall of the bank"). A place or a group has to act: what happens in Mexico or to
    Mexicans makes neither a main actor. Remarks count nothing, nor does what the actor itself publishes, so no outlet
    is a main actor for its interviews, nor an actor without a line in its timeline, nor a whole people ("Americans")
    or anybody of a place ("Iraqi soldiers").
    """
    names = {normal(name) for name in (actor.name, *(alias.text for alias in actor.aliases))}
    mentioning = actor.articles  # an event of the actor may be told in other articles too, without naming it
    best: dict[str, float] = {}
    for event in own.sure if own.entries and actor.kind in _MAIN_ACTOR_KINDS and not _is_people(actor) else ():
        if types[event.type].reporting or event.factuality.realis is not Realis.ACTUAL:
            continue
        worth = _acting_worth(event, actor) * event.importance
        for piece in event.evidence:
            cited = articles[piece.article]
            if piece.article in mentioning and normal(cited.publisher or "") not in names:
                source, told = cited.copy_of or piece.article, worth if piece.hangs_on is None else _OF_ASIDE * worth
                best[source] = max(best.get(source, 0.0), told)
    return math.fsum(best.values())


def _acting_worth(event: Event, actor: Actor) -> float:
    """What its part is worth, 0 where it does and undergoes nothing; a place or a group has to do something.

    An outlet has to do or undergo it: people speak to one, and lend it their papers.
    """
    roles = roles_of(event, actor.id)
    if actor.kind in _ACTING_KINDS:
        is_able = Role.AGENT in roles
    else:
        is_able = not _is_outlet(actor) or not DOING_OR_UNDERGOING.isdisjoint(roles)
    return acting_worth(event, actor.id) if is_able else 0.0


def _is_outlet(actor: Actor) -> bool:
    return actor.kind is Kind.ORGANIZATION and not _OUTLET_WORDS.isdisjoint(actor.name.casefold().split())


def _is_people(actor: Actor) -> bool:
    """Whether it is all people of a country, or anybody of a place: "Americans", "Iraqi soldiers", "Kidnappers"."""
    if actor.kind in (Kind.PERSON, Kind.PLACE):
        return False
    *before, last = actor.name.split()
    is_of_place = actor.name.removesuffix("s") in places().by_adjective
    return (actor.kind is Kind.GROUP and is_of_place) or (last in _NOUNS_FOR_ANYBODY and len(before) < _NAMING_WORDS)
