"""What befell one actor, told again in many of the same words: "was found clinging to a plank off the coast"."""

from collections.abc import Sequence
from datetime import timedelta

from dossier.model import Event, Role
from dossier.text.content_words import content_words
from dossier.timeline.retellings.retelling_limits import are_of_other_numbers, can_be_of_one_time, is_a_fact, is_number

_LEAST_SHARED = 4
"""Words beside the trigger and the names of actors that two lines must share. Set by hand."""
_LEAST_SHARE = 0.4
"""Of the words of the line that has less. Set by hand, so that a long line does not hold a short one by chance."""
_MOST_COMPARED = 20
"""Lines of one actor and verb with which a line is compared: bounds the cost."""
_LONGEST_PAUSE = timedelta(days=183)
"""From one report to another that tells it again. Set by hand: half a year."""

Fate = tuple[str, str]
"""The id of the actor to whom alone it happens, and the lemma of the verb."""


def fate_of(line: Event) -> Fate | None:
    """What befell whom, as a verb tells it of a single actor; None of all else."""
    shown = line.evidence[0]
    patients = [player.entity for player in shown.participants if player.role is Role.PATIENT]
    if len(patients) != 1 or patients[0] is None or shown.tense is None or not is_a_fact(line):
        return None
    return patients[0], shown.lemma or shown.trigger.exact


def same_fates(line: Event, told: Sequence[Event]) -> set[str]:
    """The ids of those of the ``told`` lines, which have the same fate, that the line tells again."""
    words = _words(line)
    return {
        head.id
        for head in told[-_MOST_COMPARED:]
        if len(shared := words & _words(head)) >= _LEAST_SHARED
        and len(shared) >= _LEAST_SHARE * min(len(words), len(_words(head)))
        and can_be_of_one_time(line, head)
        and can_be_of_one_time(head, line)
        and _is_soon(line, head)
        and not are_of_other_numbers(line, head)
    }


def _words(line: Event) -> frozenset[str]:
    """The words of the line that tell how it was: no names of those who take part, no numbers, not the verb."""
    names = {word for player in line.participants for word in content_words(player.name) if player.entity}
    own = set(content_words(line.evidence[0].trigger.exact))
    return frozenset(word for word in content_words(line.summary) if not is_number(word)) - names - own


def _is_soon(line: Event, head: Event) -> bool:
    times = [event.reported.first.end for event in (line, head) if event.reported]
    known = [time for time in times if time]
    return len(known) < 2 or max(known) - min(known) <= _LONGEST_PAUSE
