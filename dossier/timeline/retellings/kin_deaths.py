"""The death of somebody known only as the mother or husband of another: lines that tell it are one entry."""

import re

from dossier.model import Event, EventTypes, Role
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import are_of_one_time, is_a_fact, may_be_a_retelling

_SINGLE_KIN = word_lists("dossier.timeline", "timeline_words.toml")["single_kin"]
_OF_SOMEBODY = re.compile(rf"(?:his|her|.+['’]s?)\s+(?P<kin>{'|'.join(sorted(_SINGLE_KIN))})\b(?!['’])", re.IGNORECASE)


def put_deaths_of_kin_together(groups: dict[str, list[Event]], types: EventTypes) -> None:
    """Move each line that tells such a death again beneath one that does, if they can be of one time.

    Lines with a date of their own come first.
    """
    known: dict[tuple[str, str], list[Event]] = {}
    for line in sorted((group[0] for group in groups.values()), key=_is_undated):
        dead = _who_dies(line, types)
        if dead is None:
            continue
        heads = [head for head in known.get(dead, ()) if are_of_one_time(line, head)]
        if len(heads) == 1 and len(groups[line.id]) == 1 and may_be_a_retelling(line):
            groups[heads[0].id] += groups.pop(line.id)
        else:
            known.setdefault(dead, []).append(line)


def _who_dies(line: Event, types: EventTypes) -> tuple[str, str] | None:
    """The id of the one whose kin dies, as a fact, and what kin it is: one has a single mother; None of all else."""
    shown = line.evidence[0]
    kin = [
        found["kin"].casefold()
        for player in shown.participants
        if player.role is Role.PATIENT and not player.entity and (found := _OF_SOMEBODY.match(player.name))
    ]
    named = {player.entity for player in shown.participants if player.role is Role.OTHER and player.entity}
    if not types[line.type].patient_dies or not is_a_fact(line) or len(kin) != 1 or len(named) != 1:
        return None
    return named.pop(), kin[0]


def _is_undated(line: Event) -> bool:
    when = line.dating.when
    return when is None or when.start is None or when.end is None
