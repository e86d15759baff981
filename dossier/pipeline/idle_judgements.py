"""Judgements on the head of a dossier that changed nothing there."""

from collections.abc import Iterator, Mapping

from dossier.model import Citation, Issue
from dossier.resolve import Actors, RulingReport, describe_judgement


def idle_judgements(judged: RulingReport, actors: Actors, citations: Mapping[str, Citation]) -> Iterator[Issue]:
    """An issue for each that has no effect: what it rejects does not stand there, or another one holds."""
    effective = {one.judgement for actor in actors.actors for one in actor.corrections}
    given = {one.id: one for found in judged.rulings.of_actors.values() for one in found}
    refs = {key: citation.ref for key, citation in citations.items()}
    for key in sorted(given.keys() - effective):
        what = f"{describe_judgement(given[key], refs)}: nothing at the head of a dossier changed by it"
        yield Issue(f"judgement {key}", what, "withdraw it ('dossier review undo ID'), or take it out of its file")
