"""Who was shot, and killed by somebody, was killed so: a line of that, and no other day, is one with his death."""

from dossier.model import Event, EventTypes, Role
from dossier.text.word_lists import word_lists
from dossier.timeline.retellings.retelling_limits import can_be_of_one_time, is_a_fact, may_be_a_retelling

_DEADLY_DEEDS = word_lists("dossier.timeline", "timeline_words.toml")["deadly_deeds"]


def put_attacks_beneath_deaths(groups: dict[str, list[Event]], types: EventTypes) -> None:
    """Move each attack that stands by itself beneath the death that the same person died by somebody's hand."""
    heads = [(group[0], patient) for group in groups.values() if (patient := _only_patient(group[0]))]
    deaths: dict[str, Event] = {}
    for head, patient in heads:
        if types[head.type].patient_dies and types[head.type].directed and is_a_fact(head):
            deaths.setdefault(patient, head)
    for line, patient in heads:
        is_attack = line.evidence[0].lemma in _DEADLY_DEEDS and not types[line.type].patient_dies and is_a_fact(line)
        death = deaths.get(patient) if is_attack and len(groups[line.id]) == 1 else None
        if death is not None and may_be_a_retelling(line) and can_be_of_one_time(line, death):
            groups[death.id] += groups.pop(line.id)


def _only_patient(event: Event) -> str | None:
    """The id of the one to whom alone it happens, by the mention that is shown; None where that is not known."""
    patients = [player.entity for player in event.evidence[0].participants if player.role is Role.PATIENT]
    return patients[0] if len(patients) == 1 else None
