"""What befell the same two actors or more at once, in other words: "seized the mill and the dairy", "saved them"."""

from datetime import datetime

from dossier.model import Event, Role
from dossier.text.word_lists import word_tables
from dossier.timeline.retellings.retelling_limits import are_of_one_time, is_a_fact, may_be_a_retelling
from dossier.timeline.worth.shown_mention import states

_FATES = word_tables("dossier.timeline", "timeline_words.toml")["fates"]
_MOST_COMPARED = 200
"""Entries of one fate with which a line is compared: bounds the cost."""
_FEWEST = 2
"""Actors who must undergo both: one firm is bought and rescued in turn, two are so at once. Set by hand."""


def put_takeovers_together(groups: dict[str, list[Event]]) -> None:
    """Move each line of one fate of the same actors beneath the plainest line of it, if their times agree.

    Who did it is not compared: the state, its regulators and its minister may each be said to.
    """
    known: dict[str, list[Event]] = {}
    for line in sorted((group[0] for group in groups.values()), key=_plainest_first):
        fate = _FATES.get(line.type)
        if fate is None or len(_undergoing(line)) < _FEWEST or not is_a_fact(line):
            continue
        heads = known.setdefault(fate, [])
        same = [head for head in heads[:_MOST_COMPARED] if head.id in groups and _are_one(line, head)]
        if same and may_be_a_retelling(line):
            groups[same[0].id] += groups.pop(line.id)
        else:
            heads.append(line)


def _are_one(line: Event, head: Event) -> bool:
    return len(_undergoing(line) & _undergoing(head)) >= _FEWEST and are_of_one_time(line, head)


def _undergoing(event: Event) -> frozenset[str]:
    """The ids of the actors to whom it happens."""
    return frozenset(player.entity for player in event.participants if player.role is Role.PATIENT and player.entity)


def _plainest_first(line: Event) -> tuple[bool, bool, int, datetime, str]:
    """First what a verb of its own states, then what has a day, then what most sources tell."""
    when, reported = line.dating.when, line.reported.first.end if line.reported else None
    has_day = when is not None and when.known_day is not None
    return not states(line.evidence[0]), not has_day, -line.independent_sources, reported or datetime.max, line.id
