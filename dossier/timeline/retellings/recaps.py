"""Lines that tell without a date what another line dates: "has sold the lighthouse", after "sold it on 2 May"."""

from dossier.model import Event, EventTypes, Role, Tense
from dossier.text.content_words import content_words
from dossier.timeline.retellings.retelling_limits import (
    are_of_other_numbers,
    can_be_of_one_time,
    is_a_fact,
    may_be_a_retelling,
)

_LEAST_SHARED = 4
"""Words that both lines must have, names among them. Set by hand."""
_LEAST_SHARED_OF_BOTH = 3
"""The same where both name who does it and to what: "the Merle left Varn before they met". Set by hand."""
_LOOKING_BACK = (Tense.PERFECT, Tense.PLUPERFECT)
_MOST_COMPARED = 20
"""Dated lines of one actor and verb with which a line is compared: bounds the cost."""


def put_recaps_beneath_acts(groups: dict[str, list[Event]], types: EventTypes) -> None:
    """Move each line without a date beneath the dated one of the same verb and actor that it tells again, if it is one.

    It looks back on it ("has sold", "had sold"), or both name the same who undergo it: "selects Roth", "chose Roth".
    """
    dated: dict[tuple[Role, str, str], list[Event]] = {}
    lines = [group[0] for group in groups.values()]
    acts = [line for line in lines if is_a_fact(line) and line.evidence[0].tense and not types[line.type].reporting]
    for line in acts:
        if _has_date(line) and may_be_a_retelling(line):
            for key in _keys(line):
                dated.setdefault(key, []).append(line)
    for line in acts:
        if _begins(line) or len(groups[line.id]) > 1 or not may_be_a_retelling(line):
            continue
        near = {head.id: head for key in _keys(line) for head in dated.get(key, ())[-_MOST_COMPARED:]}
        heads = [head for head in near.values() if head.id in groups and _tells_again(line, head)]
        if len(heads) == 1:
            groups[heads[0].id] += groups.pop(line.id)


def _keys(line: Event) -> list[tuple[Role, str, str]]:
    verb = (line.evidence[0].lemma or "").partition(" ")[0]  # "seize", "seize control"
    parts = (Role.AGENT, Role.PATIENT)
    return sorted({(it.role, it.entity, verb) for it in line.participants if it.entity and it.role in parts})


def _begins(line: Event) -> bool:
    """Whether something is known of when it began: "has fought since May" looks back on no blow of May."""
    when = line.dating.when
    return when is not None and when.first is not None


def _has_date(line: Event) -> bool:
    when = line.dating.when
    return when is not None and when.first is not None and when.last is not None


def _tells_again(line: Event, head: Event) -> bool:
    is_look_back = line.evidence[0].tense in _LOOKING_BACK and head.evidence[0].tense is Tense.PAST
    is_done_to_same = bool(_of(line, Role.PATIENT)) and _of(line, Role.PATIENT) == _of(head, Role.PATIENT)
    is_done_by_same = bool(_of(line, Role.AGENT) & _of(head, Role.AGENT))
    is_done_by_others = not is_done_by_same and _of(line, Role.AGENT) and _of(head, Role.AGENT)
    shared = set(content_words(line.summary)) & set(content_words(head.summary))
    return (
        ((is_look_back and is_done_by_same) or (is_done_to_same and not is_done_by_others))
        and len(shared) >= (_LEAST_SHARED_OF_BOTH if is_done_to_same and is_done_by_same else _LEAST_SHARED)
        and can_be_of_one_time(line, head)
        and not are_of_other_numbers(line, head)
    )


def _of(line: Event, role: Role) -> frozenset[str]:
    return frozenset(player.entity for player in line.participants if player.role is role and player.entity)
