"""Judgements that changed nothing: on the head of a dossier, and on an event of which another mention is corrected."""

from collections.abc import Iterable, Iterator, Mapping

from dossier.model import Citation, Correction, Issue
from dossier.resolve import Actors, OverruledCorrection, RulingReport, describe_judgement, describe_pointer


def idle_judgements(judged: RulingReport, actors: Actors, citations: Mapping[str, Citation]) -> Iterator[Issue]:
    """An issue for each that has no effect: what it rejects does not stand there, or another one holds."""
    effective = {one.judgement for actor in actors.actors for one in actor.corrections}
    given = {one.id: one for found in judged.rulings.of_actors.values() for one in found}
    refs = {key: citation.ref for key, citation in citations.items()}
    for key in sorted(given.keys() - effective):
        what = f"{describe_judgement(given[key], refs)}: nothing at the head of a dossier changed by it"
        yield Issue(f"judgement {key}", what, "withdraw it ('dossier review undo ID'), or take it out of its file")


def overruled_judgements(found: Iterable[OverruledCorrection], citations: Mapping[str, Citation]) -> Iterator[Issue]:
    """An issue for each correction of a mention that does not hold for its event: which holds, and where it stands."""
    refs = {key: citation.ref for key, citation in citations.items()}
    for one in found:
        said, holds = one.correction, one.holds
        what = (
            f"{describe_pointer(one.told, refs)}: the correction has no effect ({said.field}: {_value(said)}), since an"
            " earlier article tells the same event, and what is given there holds"
            f" ({_value(holds)}, judgement {holds.judgement} by {holds.by})"
        )
        yield Issue(f"judgement {said.judgement}", what, "withdraw the wrong one of the two ('dossier review undo ID')")


def _value(correction: Correction) -> str:
    return f"'{correction.value}'" if correction.value else "none"
