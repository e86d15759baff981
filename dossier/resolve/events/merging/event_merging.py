"""One event from its mentions: the line that is shown, its date, who took part, and all the evidence."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dossier.model import (
    CONTEXT_RULES,
    Basis,
    Certainty,
    Event,
    Evidence,
    Factuality,
    Link,
    PartOfSpeech,
    Polarity,
    Realis,
    Role,
    RolePlayer,
    Setting,
    Tense,
    When,
)
from dossier.resolve.events.features.deed import behind_trigger
from dossier.resolve.events.features.mention_features import is_firm
from dossier.resolve.events.features.one_death import tells_of_failing
from dossier.resolve.events.judged.judged_event import with_judged_values
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention
from dossier.resolve.events.merging.date_choice import choose_date, judged_date
from dossier.resolve.events.merging.report_dates import bounded_by_report, likely_day, reported
from dossier.resolve.origins import Origins
from dossier.text.scale_steps import steps
from dossier.text.word_lists import word_lists

_CERTAINTY_ORDER = tuple(Certainty)
"""The degrees of certainty, from certain to underspecified."""
_NOUNS = (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)
_NOT_TOLD_AS_A_FACT = (Realis.GENERIC, Realis.HYPOTHETICAL)
_player = lru_cache(1 << 16)(RolePlayer)
"""The same in all events that an actor has the same part in, which takes less memory. How many: set by hand."""
_RELATIVE_DAYS = word_lists("dossier.resolve.events", "event_comparison_words.toml")["relative_days"]
_RELATIVE_DAY = re.compile(rf"\b(?:{'|'.join(sorted(_RELATIVE_DAYS))})\b", re.IGNORECASE)


def merge_mentions(
    mentions: Sequence[ResolvedMention], origins: Origins, links: tuple[Link, ...] = (), date: When | None = None
) -> Event:
    """The event that all the mentions tell; ``date`` is the one that the analyst gave it, if any.

    Its id is that of its first mention by publication, so that new articles rarely change it. The evidence begins with
    the mention that is shown (see ``best_line_first``). Summary, type, factuality and attribution are those of this
    mention, so that the line never claims more than its own sentence; sources of the contrary or of another day are not
    counted. The others follow by article and place. What the analyst corrected in any mention holds for the event.
    """
    dating, choice = judged_date(date) if date else choose_date(mentions, origins)
    first, *rest = best_line_first(mentions, origins, dating.when)
    dating = dating if date else bounded_by_report(dating, (first, *rest))
    evidence = origins.with_origins(
        [mention.evidence for mention in (first, *sorted(rest, key=lambda it: it.trigger_key))]
    )
    event = Event(
        id=_id(min(mentions, key=lambda mention: mention.rank)),
        type=first.type.name,
        summary=first.summary,
        dating=dating,
        factuality=first.evidence.factuality,
        evidence=evidence,
        participants=tuple(_players((first, *rest))),
        place=_place((first, *rest), origins),
        attribution=first.evidence.attribution,
        independent_sources=origins.count(
            [
                piece
                for piece in evidence
                if _tells_as(piece, first.evidence) and (date or _may_be_of(piece, dating.when))
            ]
        ),
        choice=choice,
        links=links,
        reported=reported(mentions),
        likely=None if date else likely_day(mentions, dating.when),
    )
    return with_judged_values(event, mentions, origins)


def best_line_first(mentions: Sequence[ResolvedMention], origins: Origins, when: When | None) -> list[ResolvedMention]:
    """The mentions, the best one to show first; ``when`` is the date of the event.

    In this order a mention comes first that
    - tells a fact or what is to come, not something general or possible;
    - gives no other date than ``when``: the line must not contradict the date beside it;
    - tells of the death, where any does: not that somebody was shot;
    - names the step of a scale, where any does: not "raised the level";
    - has a line that can be read without its article;
    - tells by a verb that a firm fails, where any does: not "since its failure";
    - tells of this death alone: not "three clerks, Brandt among them, were killed";
    - stands in the text, not in a headline;
    - is more certain; and, if equally certain, is told by the article itself, not by a source it names;
    - has the factuality (claim or denial) that more origins have (see ``Origins.of``), and else is the claim;
    - tells the event as news, not in passing ("arrested the owner of the ship impounded on Monday");
    - has a verb with a tense, where it has one: not "by raising the fee";
    - says itself what it tells of: not "the talks", nor "yesterday";
    - was published first.
    """
    if len(mentions) == 1:  # as most events have
        return list(mentions)
    origins_of: dict[Factuality, set[str]] = {}
    for mention in mentions:
        evidence = mention.evidence
        origins_of.setdefault(evidence.factuality, set()).add(origins.of(evidence.article))

    is_deadly = any(mention.type.patient_dies for mention in mentions)
    is_failing = all(map(tells_of_failing, mentions))
    has_step = any(map(_names_a_step, mentions))

    def key(mention: ResolvedMention) -> tuple[object, ...]:
        evidence = mention.evidence
        factuality, dating = evidence.factuality, evidence.dating
        has_other_date = when is not None and dating.when is not None and not dating.when.overlaps(when)
        doubt = 2 * _CERTAINTY_ORDER.index(factuality.certainty) + (evidence.attribution is not None)
        is_claim = factuality.polarity is Polarity.POSITIVE and factuality.realis is Realis.ACTUAL
        return (
            factuality.realis in _NOT_TOLD_AS_A_FACT,
            has_other_date,
            is_deadly and not mention.type.patient_dies,
            has_step and not _names_a_step(mention),
            not evidence.stands_alone,
            is_failing and evidence.part_of_speech in _NOUNS,
            mention.type.patient_dies and sum(one.role is Role.PATIENT for one in mention.players) > 1,
            mention.is_headline,
            doubt,
            -len(origins_of[factuality]),
            not is_claim,
            mention.is_aside,
            evidence.tense is Tense.BARE,
            bool(evidence.points_back or _RELATIVE_DAY.search(mention.summary)),
            mention.rank,
        )

    return sorted(mentions, key=key)


def _names_a_step(mention: ResolvedMention) -> bool:
    return bool(steps(behind_trigger(mention)))


def _tells_as(piece: Evidence, shown: Evidence) -> bool:
    """Whether a mention tells what the shown one does: where that is a noun of another statement, that statement too.

    "Brandt warned of the crisis" is told by those who tell of the warning, not by all who name the crisis.
    """
    if shown.hangs_on and shown.part_of_speech in _NOUNS and not _hang_alike(piece, shown):
        return False
    return _agrees(piece, shown)


def _hang_alike(piece: Evidence, shown: Evidence) -> bool:
    words = (one.hangs_on.exact.casefold() if one.hangs_on else "" for one in (piece, shown))
    return len(set(words)) == 1


def _agrees(piece: Evidence, shown: Evidence) -> bool:
    """Whether a piece tells what the line does: who tells the contrary is no further source of it."""
    return piece.factuality.polarity is shown.factuality.polarity


def _may_be_of(piece: Evidence, when: When | None) -> bool:
    """Whether a piece does not give the event another day for sure: who does is no further source of the line."""
    told = piece.dating.when
    if when is None or told is None or piece.dating.basis is Basis.INFERRED or piece.dated_by in CONTEXT_RULES:
        return True
    return not is_firm(told) or when.overlaps(told)


def _id(anchor: ResolvedMention) -> str:
    article, span, occurrence = anchor.trigger_key
    place = f"{article}:{span.start}:{span.end}" + (f":{occurrence}" if occurrence > 1 else "")
    return hashlib.sha256(place.encode()).hexdigest()[:16]


def _players(mentions: Sequence[ResolvedMention]) -> Iterator[RolePlayer]:
    """The participants, those of the first mention first.

    An actor has two roles only where two articles give it different ones. A participant that only words name is listed
    if no other article before it has anybody in that role, and if no actor in that role is called by these words. Each
    actor has the confidence of its surest link to the event.
    """
    listed: dict[RolePlayer, str] = {}
    best: dict[str | None, float] = {}
    for mention in mentions:
        article = mention.evidence.article
        for linked in mention.players:
            player = _player(linked.name, linked.role, linked.entity)
            best[player.entity] = max(best.get(player.entity, 0.0), linked.confidence)
            if player not in listed and _is_new(player, article, listed):
                listed[player] = article
    for player in listed:
        if player.entity or not _is_named(player, listed):
            yield _player(player.name, player.role, player.entity, best[player.entity])


def _is_new(player: RolePlayer, article: str, listed: dict[RolePlayer, str]) -> bool:
    """Whether to list the player of the article beside those listed so far, each with its article."""
    if player.entity is None:
        return all(other.role is not player.role or listed[other] == article for other in listed)
    return all(other.entity != player.entity or listed[other] != article for other in listed)


def _is_named(player: RolePlayer, listed: Iterable[RolePlayer]) -> bool:
    """Whether the words are the name of an actor in the same role."""
    words = player.name.casefold()
    return any(other.entity and other.role is player.role and other.name.casefold() == words for other in listed)


def _place(mentions: Sequence[ResolvedMention], origins: Origins) -> Setting | None:
    """The place that the most origins give; actors come before mere words. None where no mention has a place.

    It has the confidence of its surest link to the event.
    """
    votes: Counter[Setting] = Counter()
    best: dict[Setting, float] = {}
    voted: set[tuple[str, Setting]] = set()
    for mention in mentions:
        if mention.place:
            place = replace(mention.place, confidence=1.0, words=None)
            vote = origins.of(mention.evidence.article), place
            votes[place] += vote not in voted
            voted.add(vote)
            best[place] = max(best.get(place, 0.0), mention.place.confidence)
    chosen = max(votes, key=lambda place: (place.entity is not None, votes[place]), default=None)
    return replace(chosen, confidence=best[chosen]) if chosen else None
