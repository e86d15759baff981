"""Which mention of an event a timeline shows: one that tells what its actor has to do with it."""

import re
from dataclasses import replace

from dossier.model import (
    SURE_LINK,
    Attribution,
    Event,
    EventField,
    Evidence,
    Factuality,
    Realis,
    Role,
    RolePlayer,
    Setting,
    Tense,
)
from dossier.text.scale_steps import steps
from dossier.text.word_lists import word_lists
from dossier.timeline.worth.clauses_of_time import told_by_its_clause
from dossier.timeline.worth.part_worth import ROLE_WORTH, links_of

_NAMELESS = word_lists("dossier.timeline", "timeline_words.toml")["nameless_sources"]
_OF_FACTUALITY = frozenset((EventField.CERTAINTY, EventField.POLARITY, EventField.REALIS))
_OWN_PERSON = re.compile(r"['’]s?\s+(?:[A-Z][\w.]*\s+){0,2}")  # between "the bank" and "Ada Brandt": "'s Dr. "
_NARRATIVE_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def shown_to(event: Event, actor: str) -> Event:
    """The event with the line of a mention that has the actor (an id) in its best part, or tells the event itself.

    Another mention than the first is shown only where the actor is no more than named in the first, or where the first
    only touches on the event ("her death comes at a bad time") and the other states it ("she was killed"). Of others
    that are alike one with a tense goes before one without ("by raising the fee"), and then one with a date. It must be
    as sure as the event, readable by itself, give no other date, and have no source that nobody knows ("they said").
    A line that tells it as the time of another thing is cut to its clause.
    To whom only claims give the deed, the event is shown as one of them has it: in its words, and no surer.
    """
    first = event.evidence[0]
    claims = claims_against(event, actor)
    if claims:
        told = next((piece for piece in claims if _may_be_shown_as_claim(piece)), None)
        return shown_as(event, told, told.factuality) if told else event
    fitting = (piece for piece in event.evidence if piece is first or _may_be_shown(piece, event))
    best = max(
        fitting,
        key=lambda piece: (
            _part(piece, actor),
            states(piece),
            piece.tense is not Tense.BARE,
            piece.hangs_on is None,
            -piece.points_back,
            piece.dating.is_stated,
        ),
    )
    has_better_part = _part(best, actor) > _part(first, actor) <= ROLE_WORTH[Role.OTHER]
    is_better_told = _part(best, actor) >= _part(first, actor) and states(best) and not states(first)
    is_other = has_better_part or is_better_told
    return told_by_its_clause(shown_as(event, best, event.factuality) if is_other else event)


def shown_to_nobody(event: Event) -> Event | None:
    """The event with the line of a mention that states it and ties it to no actor; None where no mention does."""
    free = (piece for piece in event.evidence if states(piece) and not any(one.entity for one in _players(piece)))
    found = next((piece for piece in free if _may_be_shown(piece, event)), None)
    return shown_as(event, found, event.factuality) if found else None


def shown_as(event: Event, piece: Evidence, factuality: Factuality) -> Event:
    """The event in the words of this mention; what an analyst decided stays."""
    others = tuple(one for one in event.evidence if one is not piece)
    attribution = event.attribution if EventField.ATTRIBUTION in event.judged else piece.attribution
    factuality = factuality if _OF_FACTUALITY.isdisjoint(event.judged) else event.factuality
    return replace(
        event, summary=piece.summary, attribution=attribution, factuality=factuality, evidence=(piece, *others)
    )


def claims_against(event: Event, actor: str) -> tuple[Evidence, ...]:
    """The mentions by which the actor (an id) does it, where each is but a claim and others tell it without the actor.

    "Brandt is charged with killing Roth", "police say that she killed Roth", beside "Roth was killed at home".
    """
    doing = tuple(piece for piece in event.evidence if (Role.AGENT, actor) in _parts(piece))
    is_first = event.evidence[0] in doing
    if is_first or not all(piece.attribution or not piece.factuality.is_fact for piece in doing):
        return ()
    return () if EventField.PARTICIPANTS in event.judged else doing


def _parts(piece: Evidence) -> set[tuple[Role, str | None]]:
    return {(player.role, player.entity) for player in piece.participants}


def _may_be_shown_as_claim(piece: Evidence) -> bool:
    """Whether it claims the deed itself: in "is charged with killing him" the date of the killing is not the line's."""
    is_told = piece.factuality.realis is Realis.ACTUAL and not is_nameless(piece.attribution)
    return bool(piece.summary) and piece.stands_alone and piece.hangs_on is None and is_told


def names_actor(event: Event, actor: str) -> bool:
    """Whether the mention that is shown has the actor, or the line a name by which another mention has it."""
    if any(links_of(event.evidence[0], actor)):
        return True
    others = [player for piece in event.evidence for player in _players(piece) if player.entity == actor]
    names = {player.name for player in others} | {player.words.exact for player in others if player.words}
    return any(name in event.line for name in names)


def acts_for(piece: Evidence, actor: str) -> bool:
    """Whether somebody does it of whom the text says that he is of the actor: "the bank's Ada Brandt", "its chief".

    It says so in the words for him, or right before them.
    """
    said = [player.words for player in piece.participants if player.entity == actor and player.words]
    doers = [player.words for player in piece.participants if player.role is Role.AGENT and player.entity != actor]
    start = piece.quote.span.start
    return any(
        doer.span.covers(of.span)
        or _OWN_PERSON.fullmatch(piece.quote.exact[of.span.end - start : max(doer.span.start - start, 0)])
        for of in said
        for doer in doers
        if doer
    )


def _players(piece: Evidence) -> tuple[RolePlayer | Setting, ...]:
    return (*piece.participants, piece.place) if piece.place else piece.participants


def _may_be_shown(piece: Evidence, event: Event) -> bool:
    when = piece.dating.when
    has_other_date = when is not None and event.dating.when is not None and not when.overlaps(event.dating.when)
    is_as_sure = piece.factuality == event.factuality and not is_nameless(piece.attribution)
    has_step = bool(steps(piece.summary)) or not steps(event.evidence[0].summary)
    return bool(piece.summary) and piece.stands_alone and is_as_sure and not has_other_date and has_step


def is_nameless(source: Attribution | None) -> bool:
    """Whether it is a source that nobody knows: a pronoun that means no actor ("they said")."""
    return source is not None and source.actor is None and source.text.casefold() in _NAMELESS


def states(piece: Evidence) -> bool:
    """Whether a verb of its own tells what happened, in a line that needs no other sentence."""
    return piece.tense in _NARRATIVE_TENSES and piece.hangs_on is None and piece.stands_alone and not piece.points_back


def _part(piece: Evidence, actor: str) -> float:
    """What the part that the mention surely gives the actor is worth, 0 for none."""
    sure = (ROLE_WORTH[role] for role, confidence in links_of(piece, actor) if confidence >= SURE_LINK)
    return max(sure, default=0.0)
