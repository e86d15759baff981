"""One event from its tellings: the line it is shown by, its date, who took part, and all the evidence."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dossier.model import (
    Certainty,
    Event,
    Factuality,
    Link,
    Polarity,
    Realis,
    RolePlayer,
    Setting,
    When,
)
from dossier.resolve.events.date_choice import chosen, judged
from dossier.resolve.events.resolved_mention import Telling
from dossier.resolve.origins import Origins

_SURE = tuple(Certainty)
_ITS_DAY = re.compile(r"\b(?:yesterday|today|tonight|tomorrow)\b", re.IGNORECASE)
"""Words that say nothing away from their article."""


def merged(told: Sequence[Telling], origins: Origins, links: tuple[Link, ...] = (), date: When | None = None) -> Event:
    """The event that all of these tell; ``date`` is the one that the analyst gave.

    Its id is that of its first telling by publication, so that what is read later rarely changes it. The evidence
    begins with the telling that the event is shown by (see ``shown_first``): summary, type, factuality and attribution
    are that one's, so that the line never claims more than its own sentence; then come the others, by article and
    place.
    """
    dating, choice = judged(date) if date else chosen(told, origins)
    first, *rest = shown_first(told, origins, dating.when)
    evidence = origins.with_origins(
        [telling.evidence for telling in (first, *sorted(rest, key=lambda it: it.place_in_text))]
    )
    return Event(
        id=_id(min(told, key=lambda telling: telling.rank)),
        type=first.type.name,
        summary=first.summary,
        dating=dating,
        factuality=first.evidence.factuality,
        evidence=evidence,
        participants=tuple(_players((first, *rest))),
        place=_place((first, *rest), origins),
        attribution=first.evidence.attribution,
        independent_sources=origins.count(evidence),
        choice=choice,
        links=links,
    )


def shown_first(told: Sequence[Telling], origins: Origins, when: When | None = None) -> list[Telling]:
    """The tellings, the one that the event is to be shown by first; ``when`` is its date.

    What gives no other date comes before what does: the line must not contradict the date beside it. Then what the text
    says before what its headline does; what an article says itself before what it gives as another's word, but a
    certainty of that other before an article's own doubt; of claim and denial that of more independent origins, then
    the claim: the other stands beside it as a contradiction. Then what tells it as news of its own before what mentions
    it beside others ("arrested the owner of the ship impounded on Monday"), and a line that needs not its article to
    say which day it speaks of. Then the first published.
    """
    having: dict[Factuality, set[str]] = {}
    for telling in told:
        evidence = telling.evidence
        having.setdefault(evidence.factuality, set()).add(origins.of(evidence.article))

    def key(telling: Telling) -> tuple[object, ...]:
        value = telling.evidence.factuality
        sure = 2 * _SURE.index(value.certainty) + (telling.evidence.attribution is not None)
        is_claim = value.polarity is Polarity.POSITIVE and value.realis is Realis.ACTUAL
        dating = telling.evidence.dating
        is_off = when is not None and dating.when is not None and not dating.when.overlaps(when)
        is_of_its_day = bool(_ITS_DAY.search(telling.summary))
        return (
            is_off,
            telling.is_headline,
            sure,
            -len(having[value]),
            not is_claim,
            telling.is_aside,
            is_of_its_day,
            telling.rank,
        )

    return sorted(told, key=key)


def _id(anchor: Telling) -> str:
    article, span = anchor.place_in_text
    return hashlib.sha256(f"{article}:{span.start}:{span.end}".encode()).hexdigest()[:16]


def _players(told: Sequence[Telling]) -> Iterator[RolePlayer]:
    """Who takes part, the first telling's first; one in two roles keeps both only where two articles say so.

    Words alone say who takes part in the first telling, and else where no other names anyone in that part.
    """
    listed: dict[RolePlayer, str] = {}
    for telling in told:
        article = telling.evidence.article
        for player in telling.players:
            if player not in listed and _is_new(player, article, listed):
                listed[player] = article
    for player in listed:
        if player.entity or not _is_named(player, listed):
            yield player


def _is_new(player: RolePlayer, article: str, listed: dict[RolePlayer, str]) -> bool:
    if player.entity is None:
        return all(other.role is not player.role or listed[other] == article for other in listed)
    return all(other.entity != player.entity or listed[other] != article for other in listed)


def _is_named(player: RolePlayer, listed: Iterable[RolePlayer]) -> bool:
    """Whether one of the others is whom the words name."""
    words = player.name.casefold()
    return any(other.entity and other.role is player.role and other.name.casefold() == words for other in listed)


def _place(told: Sequence[Telling], origins: Origins) -> Setting | None:
    """Where it was by most origins; known places before words."""
    votes: Counter[Setting] = Counter()
    voted: set[tuple[str, Setting]] = set()
    for telling in told:
        if telling.place:
            vote = origins.of(telling.evidence.article), telling.place
            votes[telling.place] += vote not in voted
            voted.add(vote)
    return max(votes, key=lambda place: (place.entity is not None, votes[place]), default=None)
