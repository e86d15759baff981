"""Lines in which later reports tell again what an entry of the dossier tells: "raised the alert to five last week".

That two lines are one entry says less than that two events are one, and takes less: both lines are shown. The same
actor does it in both, their dates can be the same or, of a step, are a day or two apart, and one of these holds:
- the sentence of the line has a mention of the event of the entry, which more sources tell;
- both tell of a move to one step or figure, by any verb, and say of what in two words or more;
- one verb tells in both what befell one actor, in many of the same words (``same_fates.py``).

Memberships (``memberships.py``), attacks of which somebody died (``deadly_attacks.py``), deaths of kin
(``kin_deaths.py``), acts under two names (``declarations.py``), what befell the same together (``same_takeovers.py``),
warnings of one thing (``same_warnings.py``), lines in the words of another (``same_words.py``), lines without a date of
what another dates (``recaps.py``) and forecasts of what came (``foretold_acts.py``) are put together last.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dossier.model import Event, EventTypes, Evidence, Span
from dossier.timeline.retellings.deadly_attacks import put_attacks_beneath_deaths
from dossier.timeline.retellings.declarations import put_declarations_together
from dossier.timeline.retellings.foretold_acts import put_forecasts_beneath_acts
from dossier.timeline.retellings.kin_deaths import put_deaths_of_kin_together
from dossier.timeline.retellings.memberships import put_memberships_together
from dossier.timeline.retellings.recaps import put_recaps_beneath_acts
from dossier.timeline.retellings.retelling_limits import can_be_of_one_time, doers_of, may_be_a_retelling
from dossier.timeline.retellings.same_fates import Fate, fate_of, same_fates
from dossier.timeline.retellings.same_takeovers import put_takeovers_together
from dossier.timeline.retellings.same_warnings import put_forecasts_beneath_statements, put_warnings_together
from dossier.timeline.retellings.same_words import put_same_words_together
from dossier.timeline.retellings.step_moves import StepReached, move_of, moves_in_passing, same_moves

# "Ada Brandt, who recently sold the boat, said": the sentence tells something else
_RELATIVE = re.compile(r"\b(?:who|which)\s+(?:\w+\s+){0,2}$")  # in small letters: "WHO" is a body

_Sentence = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class _OwnedMention:
    """A mention of an event whose entry is that of another event, the owner."""

    owner: str
    event: Event
    piece: Evidence


def retellings(lines: Sequence[Event], parts: Mapping[str, Sequence[Event]], types: EventTypes) -> list[list[Event]]:
    """The groups of lines that tell one act, that of the entry first, then the newest.

    ``parts`` are the other events of each line, by the id of its own. An entry has a date if any line of the group has
    one, then the most sources. A line that may tell again what two entries tell stays by itself.
    """
    mentions = _by_sentence(lines, parts)
    groups: dict[str, list[Event]] = {}
    fates: dict[Fate, list[Event]] = {}
    movers: dict[tuple[str, str], list[tuple[Event, StepReached]]] = {}
    for line in sorted(lines, key=_plainest_first):
        move = move_of(line)
        places = [(doer, move.goal) for doer in sorted(doers_of(line.participants))] if move else []
        fate = fate_of(line)
        heads = _retold(line, mentions, groups) or same_moves(line, move, places, movers)
        heads = heads or (same_fates(line, fates.get(fate, ())) if fate else set()) or moves_in_passing(line, movers)
        if len(heads) == 1 and may_be_a_retelling(line):
            groups[heads.pop()].append(line)
        else:
            groups[line.id] = [line]
            if fate:
                fates.setdefault(fate, []).append(line)
            if move:
                for place in places:
                    movers.setdefault(place, []).append((line, move))
    put_memberships_together(groups)
    put_attacks_beneath_deaths(groups, types)
    put_deaths_of_kin_together(groups, types)
    put_declarations_together(groups, parts)
    put_takeovers_together(groups)
    put_warnings_together(groups, types)
    put_forecasts_beneath_statements(groups, types)
    put_same_words_together(groups, parts)
    put_recaps_beneath_acts(groups, types)
    put_forecasts_beneath_acts(groups)
    return [[first, *sorted(others, key=_in_time, reverse=True)] for first, *others in groups.values() if others]


def _retold(
    line: Event, mentions: Mapping[_Sentence, Sequence[_OwnedMention]], groups: Mapping[str, object]
) -> set[str]:
    """The entries whose events the sentence of the line tells, too."""
    shown = line.evidence[0]
    others = mentions.get((shown.article, shown.quote.span), ())
    return {it.owner for it in others if it.owner in groups and _tells_too(line, it)}


def _tells_too(line: Event, other: _OwnedMention) -> bool:
    """Whether the line has the mention beside its own statement, or as what is said, and not as an aside."""
    shown, piece = line.evidence[0], other.piece
    if other.event.id == line.id or other.event.independent_sources <= max(1, line.independent_sources):
        return False
    if piece.factuality.is_expected or line.factuality.is_expected or not can_be_of_one_time(line, other.event):
        return False
    if piece.lemma == shown.lemma:  # "sold the lighthouse and sold a ferry": each is an act
        return False
    named = {player.entity for player in shown.participants if player.entity}
    if named.isdisjoint(doers_of(piece.participants)) or piece.trigger.exact not in line.summary:
        return False
    if piece.trigger.span.start > shown.trigger.span.start:
        return piece.hangs_on is not None and piece.hangs_on.span == shown.trigger.span
    return not _RELATIVE.search(piece.quote.exact[: piece.trigger.span.start - piece.quote.span.start])


def _by_sentence(
    lines: Iterable[Event], parts: Mapping[str, Sequence[Event]]
) -> Mapping[_Sentence, Sequence[_OwnedMention]]:
    found: dict[_Sentence, list[_OwnedMention]] = {}
    for line in lines:
        for event in (line, *parts.get(line.id, ())):
            for piece in event.evidence:
                found.setdefault((piece.article, piece.quote.span), []).append(_OwnedMention(line.id, event, piece))
    return found


def _plainest_first(line: Event) -> tuple[bool, int, datetime, str]:
    """First those with a day of their own, then those that most sources tell, then those that were told first."""
    when, reported = line.dating.when, line.reported.first.end if line.reported else None
    has_day = when is not None and when.is_within_a_day and when.first is not None and when.last is not None
    return not has_day, -line.independent_sources, reported or datetime.max, line.id


def _in_time(line: Event) -> tuple[datetime, str]:
    when = line.stands_at
    return ((when.end or when.start) if when else None) or datetime.min, line.id
