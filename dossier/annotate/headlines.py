"""What a headline tells is told again below it: it has the date that it has there."""

from collections.abc import Iterable, Mapping, Sequence

from dossier.annotate.discourse import LEAD, Told, about
from dossier.annotate.doc import headline
from dossier.annotate.ontology import OTHER
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.passages import Passages
from dossier.annotate.roles import has_subject
from dossier.annotate.tense import Tense
from dossier.model import Basis, Dating


def told_as_past(doc: Parsed, tenses: Mapping[int, Tense]) -> dict[int, Tense]:
    """The tenses with the present of a headline as the past: "Mayor resigns" tells of what is done."""
    changed = {i: Tense.PAST for i in headline(doc) if i in tenses and _is_present(doc[i], tenses[i])}
    return {**tenses, **changed}


def _is_present(verb: Token, tense: Tense) -> bool:
    """Whether it stands in the present; "Police arrest engineer" is easily taken for an infinitive."""
    bare = verb.tag_ == "VB" and has_subject(verb) and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return tense is Tense.PRESENT or bare


def by_lead(
    doc: Parsed, told: Sequence[Told], where: Passages, dates: Mapping[int, tuple[Dating, str]]
) -> dict[int, tuple[Dating, str]]:
    """For the events of the headline without a date, by token index, that of the same event in the lead.

    The same event has the same lemma, or else the same type; ``dates`` are those of the events dated so far.
    """
    inside = headline(doc)
    lead = [event for event in told if event.token.i not in inside and where.sentence[event.token.i] < LEAD]
    found: dict[int, tuple[Dating, str]] = {}
    for event in told:
        if event.token.i in inside and event.token.i not in dates and event.is_fact:
            dated = next((dates[other.token.i] for other in _same(event, lead) if other.token.i in dates), None)
            if dated and dated[0].when and dated[0].basis is not Basis.INFERRED:
                found[event.token.i] = about(dated[0].when, dated[0].anchor or "published"), "headline"
    return found


def _same(event: Told, others: Iterable[Told]) -> list[Told]:
    facts = [other for other in others if other.is_fact and not other.is_bound]
    by_lemma = [other for other in facts if other.token.lemma_ == event.token.lemma_]
    return by_lemma or [other for other in facts if other.type == event.type != OTHER]
