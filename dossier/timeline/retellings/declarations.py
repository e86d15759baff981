"""One act under two names: "raised the flood alert to stage six, meaning a flood is here", and "declared a flood"."""

import re

from dossier.model import Event, Role
from dossier.text.content_words import content_words
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import doers_of, is_a_fact, may_be_a_retelling

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_DECLARING = _WORDS["declaring"]
_MEANING = re.compile(rf",\s(?:\w+\s)?(?:{'|'.join(sorted(_WORDS['meaning']))})\b(?P<what>[^;:]+)", re.IGNORECASE)


def put_declarations_together(groups: dict[str, list[Event]]) -> None:
    """Move what an act means by its own line, and who did it declared that day, beneath that act, or the reverse.

    The line with more sources is that of the entry.
    """
    lines = [group[0] for group in groups.values() if is_a_fact(group[0])]
    declared = [line for line in lines if line.evidence[0].lemma in _DECLARING]
    for line in lines:
        meant = _meant(line) if line not in declared else frozenset[str]()
        heads = [
            head for head in declared if head.id in groups and _declares(head, meant) and _are_one_deed(head, line)
        ]
        if len(heads) == 1:
            more, less = sorted((heads[0], line), key=lambda one: (-one.independent_sources, one.id))
            if len(groups[less.id]) == 1 and may_be_a_retelling(less):
                groups[more.id] += groups.pop(less.id)


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
