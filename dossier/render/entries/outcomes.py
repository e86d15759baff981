"""What came of what was expected: the entries that tell that it took place, or that it did not."""

from collections.abc import Iterable
from datetime import timedelta

from dossier.model import Role
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.likeness import are_of_one_actor, is_one_deed, share_words
from dossier.text.line_words import line_words

_SLIP = timedelta(days=2)
"""From the day of what was foretold to that by which an entry tells what came of it. Set by hand."""


def outcomes(expected: EntryGroup, told: Iterable[EntryGroup]) -> tuple[int, ...]:
    """The numbers of the entries that tell what came of it, or seem to: that it took place, or that it did not."""
    return tuple(one.number for one in told if _has_come(expected, one) or _may_tell_of(one, expected))


def _has_come(group: EntryGroup, one: EntryGroup) -> bool:
    foretold = group.events[0].reported
    since = foretold.first.start if foretold else None
    ends = one.when.end if one.when else None
    return bool(since and ends and ends > since and is_one_deed(group, one))


def _may_tell_of(one: EntryGroup, expected: EntryGroup) -> bool:
    """Whether a line of an entry is of about the day of what was expected, with its verb, its object or its words."""
    begins, ends = (expected.when.start, expected.when.end) if expected.when else (None, None)
    for line in (one, *one.others):
        last = line.when.end if line.when else None
        is_near = bool(begins and ends and last and begins < last <= ends + _SLIP)
        if is_near and (_is_of_its_verb(line, expected) or share_words(line, expected) or _has_object(line, expected)):
            return True
    return False


def _is_of_its_verb(line: EntryGroup, expected: EntryGroup) -> bool:
    """Whether the same actor does or undergoes the same, or does not: "will meet", "will not be meeting"."""
    verb = expected.events[0].evidence[0].lemma
    return verb in {event.evidence[0].lemma for event in line.events} and are_of_one_actor(line, expected)


def _has_object(line: EntryGroup, expected: EntryGroup) -> bool:
    """Whether a line names what it was to happen to: "a report is to be published", "they said in a report"."""
    undergoing = (one.name.split() for one in expected.events[0].participants if one.role is Role.PATIENT)
    return not {words[-1] for words in undergoing if words}.isdisjoint(line_words(line.line))
