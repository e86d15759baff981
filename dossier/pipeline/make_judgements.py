"""Judgements that a user makes one by one: looked up in the last run, checked, and kept at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dossier.codec import pointers_of
from dossier.model import ActorPointer, Annotations, Citation, Issue, Judgement, Span
from dossier.pipeline.apply_judgements import looked_up, outdated
from dossier.pipeline.claims import claims_of
from dossier.pipeline.resolve_references import Pointing, Unclear
from dossier.pipeline.similar_spellings import SpellingIndex
from dossier.resolve import ClaimIndex, effective_judgements, interpret_judgements, new_judgements, overridden
from dossier.sources.judgement_file import read_judgements
from dossier.sources.stated_judgements import Stated, Words
from dossier.store import Run, Store
from dossier.text.names import normal

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9})")
Read = Sequence[tuple[Citation, Annotations]]


@dataclass(frozen=True, slots=True)
class Kept:
    """Judgements that were kept (those that held already are not among them), and what is to be said of them."""

    judgements: Sequence[Judgement]
    issues: Sequence[Issue]


def read_of(store: Store, run: Run) -> Read:
    """What was read in the articles of a run."""
    citations = {article.id: article.citation for article in store.articles(run.articles)}
    return [(citations[found.article], found) for found in claims_of(store, run)]


def words_of(text: str) -> Words:
    """What a user points to on the command line: ``ARTICLE:START-END``, ``NAME`` or ``NAME@ARTICLE``.

    >>> words_of("a.txt:3-9").span
    Span(start=3, end=9)
    """
    place = _PLACE.fullmatch(text)
    if place is None:
        return Words(name=text)
    try:
        return Words(article=place["article"], span=Span(int(place["start"]), int(place["end"])))
    except ValueError as error:
        raise Unclear(f"{text}: no place in a text: {error}", "write ARTICLE:START-END, START first") from None


def decide(stated: Stated, store: Store, read: Read) -> Kept:
    """Keep one judgement, with names and places as on the command line.

    Raises Unclear when it is about nobody and nothing in these articles.
    """
    pointing = Pointing(stated.about, read)
    judgement = pointing.judgement(replace(stated, about=tuple(_at(words, pointing) for words in stated.about)))
    _refuse_nobody(judgement, read)
    alone = interpret_judgements([judgement], read)
    if problems := (*alone.issues, *alone.notes):
        raise Unclear(problems[0].what, problems[0].advice)
    return keep([judgement], store, read)


def apply(path: Path, by: str, on: date, store: Store, read: Read) -> Kept:
    """Keep the judgements of a file; ``by`` signs those that nobody has signed, those without a day are made ``on``.

    Raises JudgementsUnusable when the file cannot be read.
    """
    entries = read_judgements(path, by)
    broken = [entry for entry in entries if isinstance(entry, Issue)]
    found, issues, notes = looked_up([entry for entry in entries if not isinstance(entry, Issue)], read)
    kept = keep(_dated([judgement for _, judgement in found], on, store.judgements()), store, read)
    return Kept(kept.judgements, (*broken, *issues, *notes, *kept.issues))


def keep(judgements: Sequence[Judgement], store: Store, read: Read) -> Kept:
    """Keep the judgements; the issues say which of them have no effect or contradict what holds."""
    added = keep_news(judgements, store)
    held = store.judgements()
    ruled = interpret_judgements(held, read)
    ids = [judgement.id for judgement in added]
    concerned = [issue for issue in (*ruled.issues, *ruled.notes) if any(key in issue.where for key in ids)]
    refs = {citation.id: citation.ref for citation, _ in read}
    late = [outdated(f"judgement {one.id}", one, other, refs) for one, other in overridden(judgements, held)]
    return Kept(added, [*concerned, *late])


def keep_news(judgements: Sequence[Judgement], store: Store) -> list[Judgement]:
    """Keep those that make a difference: new ones, and those that are gone back to."""
    added = new_judgements(judgements, store.judgements())
    store.add_judgements(added)
    return added


def _dated(judgements: Sequence[Judgement], on: date, held: Sequence[Judgement]) -> list[Judgement]:
    """Each with a day: one without has that of the same decision that stands already, else ``on``."""
    days = {(one.decision, one.by, one.why): one.made for one in effective_judgements(held)}
    return [
        one if one.made else replace(one, made=days.get((one.decision, one.by, one.why)) or on) for one in judgements
    ]


def _at(words: Words, pointing: Pointing) -> Words:
    """``NAME@ARTICLE`` taken apart, where there is such an article."""
    name, at, article = words.name.rpartition("@")
    if at and name and pointing.knows(article):
        return Words(name=name, article=article)
    return words


def _refuse_nobody(judgement: Judgement, read: Read) -> None:
    claims = ClaimIndex.for_pointers(pointers_of(judgement.decision), read)
    for pointer in pointers_of(judgement.decision):
        if isinstance(pointer, ActorPointer) and not claims.chains_named(pointer):
            raise Unclear(f"nobody is called {pointer.name!r} in these articles", _near(pointer.name, read))


def _near(name: str, read: Read) -> str:
    spelled = {normal(chain.name): chain.name for _, found in read for chain in found.actors}
    near = SpellingIndex(sorted(spelled)).near(normal(name))
    names = ", ".join(spelled[folded] for folded in near)
    return f"near names: {names}" if near else "'dossier entities' lists all names"
