"""One act in other words: "raised the flood alert to stage six, meaning a flood is here", and "declared a flood".

And one declaration told again: "declared the rising river a flood last week".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from dossier.model import Event, Role
from dossier.text.calendar_words import FULL_MONTHS, FULL_WEEKDAYS
from dossier.text.content_words import content_words
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import can_be_of_one_time, doers_of, is_a_fact, may_be_a_retelling

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_DECLARING = _WORDS["declaring"]
_MEANING = re.compile(rf",\s(?:\w+\s)?(?:{'|'.join(sorted(_WORDS['meaning']))})\b(?P<what>[^;:]+)", re.IGNORECASE)
# "declared the river a flood": what it is declared to be stands behind the last article
_ARTICLE = re.compile(r"\b(?:an?|the)\b", re.IGNORECASE)
_END = re.compile(rf"[;:,(]|\.\s|--| - |\b(?:{'|'.join(sorted(_WORDS['ends_of_what_is_declared']))})\b", re.IGNORECASE)
_CLAUSE = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['verbs_of_a_clause']))})\b", re.IGNORECASE)
# "raised the river to flood status": it is declared a flood
_RAISED_TO = re.compile(
    r"^[^,;:]{1,60}?\bto (?:an? |the )?(?P<what>(?!high|low|top)[a-z]{4,}) (?:level|phase|stage|status)\b"
)
_TIMES = FULL_MONTHS.keys() | FULL_WEEKDAYS.keys()
_LONG_NAME = 4
"""Words of a name for what is declared that make it one, though a word differs. Set by hand: "a public health …"."""
_SOON = timedelta(days=62)
"""From a declaration to a report that tells it again. Set by hand: about two months, as of a count."""


def put_declarations_together(groups: dict[str, list[Event]], parts: Mapping[str, Sequence[Event]]) -> None:
    """Move what an act means by its own line, and who did it declared that day, beneath that act, or the reverse.

    The line with more sources is that of the entry. What one declares again in another line goes beneath the first;
    that may be a line which tells more, and has the declaration among its ``parts``.
    """
    lines = [group[0] for group in groups.values() if is_a_fact(group[0])]
    declared = [line for line in lines if _is_declaring(line)]
    for line in lines:
        meant = _meant(line) if line not in declared else frozenset[str]()
        heads = [
            head for head in declared if head.id in groups and _declares(head, meant) and _are_one_deed(head, line)
        ]
        if len(heads) == 1:
            more, less = sorted((heads[0], line), key=lambda one: (-one.independent_sources, one.id))
            if may_be_a_retelling(less):
                groups[more.id] += groups.pop(less.id)
    deeds = [(line, event) for line in lines for event in (line, *parts.get(line.id, ())) if _is_declaring(event)]
    _put_told_again_beneath(groups, sorted(deeds, key=lambda deed: _plainest_first(deed[1])))


def _is_declaring(event: Event) -> bool:
    return is_a_fact(event) and (event.evidence[0].lemma in _DECLARING or _RAISED_TO.search(_behind(event)) is not None)


def _put_told_again_beneath(groups: dict[str, list[Event]], deeds: Iterable[tuple[Event, Event]]) -> None:
    """``deeds`` are lines, each with what is declared in it."""
    heads: list[tuple[Event, Event, frozenset[str]]] = []
    for line, deed in deeds:
        what = _declared_to_be(deed) if line.id in groups else frozenset[str]()
        same = [
            head.id
            for head, first, other in heads
            if head.id in groups and head != line and _are_one_name(what, other) and _is_told_again(deed, first)
        ]
        if len(set(same)) == 1 and line == deed and may_be_a_retelling(line):
            groups[same[0]] += groups.pop(line.id)
        elif what:
            heads.append((line, deed, what))


def _plainest_first(line: Event) -> tuple[bool, int, str]:
    when = line.dating.when
    return not (when and when.known_day), -line.independent_sources, line.id


def _declared_to_be(line: Event) -> frozenset[str]:
    """The words for what somebody or something is declared to be; none where a clause says it, or nothing does."""
    behind = _behind(line)
    raised = _RAISED_TO.search(behind)
    if raised:
        return frozenset(content_words(raised["what"]))
    said = _END.split(behind, maxsplit=1)[0]
    return frozenset(content_words(_ARTICLE.split(said)[-1])) - _TIMES if not _CLAUSE.search(said) else frozenset()


def _behind(event: Event) -> str:
    piece = event.evidence[0]
    return piece.quote.exact[piece.trigger.span.end - piece.quote.span.start :]


def _are_one_name(what: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name has all words of the other ("pandemic", "influenza pandemic"), or both are long and alike."""
    return bool(what) and (what <= other or other <= what or len(what & other) >= _LONG_NAME)


def _is_told_again(line: Event, head: Event) -> bool:
    if doers_of(head.participants).isdisjoint(doers_of(line.participants)) or not can_be_of_one_time(line, head):
        return False
    reported, done = line.reported, head.stands_at
    times = (reported.first.end if reported else None, done.end if done else None)
    return times[0] is None or times[1] is None or times[0] - times[1] <= _SOON


def _meant(line: Event) -> frozenset[str]:
    """The words for what the act means, as its line says."""
    said = _MEANING.search(line.summary)
    return frozenset(content_words(said["what"])) if said else frozenset()


def _declares(head: Event, meant: frozenset[str]) -> bool:
    """Whether what is declared is what an act means."""
    objects = [player.name for player in head.participants if player.role is Role.PATIENT]
    return any(not meant.isdisjoint(content_words(name)) for name in objects)


def _are_one_deed(head: Event, line: Event) -> bool:
    """Whether the same does both on one known day."""
    one, other = (event.dating.when.known_day if event.dating.when else None for event in (head, line))
    return one is not None and one == other and not doers_of(head.participants).isdisjoint(doers_of(line.participants))
