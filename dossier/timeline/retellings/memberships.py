"""Who joins a body becomes a member of it: the same of the same on one day is one entry."""

import re

from dossier.model import Event
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import doers_of, is_a_fact, may_be_a_retelling

_JOINING = word_lists("dossier.timeline", "timeline_words.toml")["joining"]
_MEMBER = re.compile(r"\s+(?:[\w-]+\s+){0,3}members?\s+of\b")  # behind "became"


def put_memberships_together(groups: dict[str, list[Event]]) -> None:
    """Move a line that somebody joined a body beneath one that he became a member of one that day, or the reverse."""
    known: dict[tuple[frozenset[str], bool], list[Event]] = {}
    for line in [group[0] for group in groups.values()]:
        is_join, doers = _is_join(line), doers_of(line.participants)
        if is_join is None or not doers:
            continue
        heads = [head for head in known.get((doers, not is_join), ()) if _are_of_one_day(head, line)]
        if len(heads) == 1 and len(groups[line.id]) == 1 and may_be_a_retelling(line):
            groups[heads[0].id] += groups.pop(line.id)
        else:
            known.setdefault((doers, is_join), []).append(line)


def _is_join(line: Event) -> bool | None:
    """Whether somebody joins a body (True), or becomes a member of one (False); None of all else, and of no fact."""
    shown = line.evidence[0]
    if not is_a_fact(line):
        return None
    if shown.lemma in _JOINING:
        return True
    is_member = _MEMBER.match(shown.quote.exact, shown.trigger.span.end - shown.quote.span.start)
    return False if shown.lemma == "become" and is_member else None


def _are_of_one_day(one: Event, other: Event) -> bool:
    left, right = one.dating.when, other.dating.when
    return bool(left and right and left.is_within_a_day and right.is_within_a_day and left.overlaps(right))
