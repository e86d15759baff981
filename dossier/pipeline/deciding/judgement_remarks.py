"""What an analyst should know of a judgement that has just been made, or may be: what else comes of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from dossier.model import (
    ActorPointer,
    AddedEvent,
    Annotations,
    Citation,
    EventPointer,
    Hiding,
    Identity,
    Issue,
    Judgement,
    Kind,
    NameRejection,
    Verdict,
    Watched,
    WordsPointer,
)
from dossier.pipeline.references.similar_spellings import SpellingIndex
from dossier.resolve import (
    ClaimIndex,
    common_kinds,
    describe_judgement,
    describe_pointer,
    effective_judgements,
    named_in,
)
from dossier.text.names import normal

_NO_NEAR_NAME = "'dossier entities' lists all names"
_KIND_WORDS = {Kind.ORGANIZATION: "an organisation", Kind.OTHER: "something else"}
_Articles = Sequence[tuple[Citation, Annotations]]
Describe = Callable[[EventPointer], str]
"""A function that says which event a pointer means."""


def remarks_on(
    judgement: Judgement,
    articles: _Articles,
    held: Sequence[Judgement],
    watched: Iterable[Watched],
    *,
    tells_replaced: bool = True,
    describe: Describe | None = None,
) -> Iterator[Issue]:
    """What comes of the judgement beside what it says, on the articles of a case with this watchlist.

    ``held`` are the judgements before it, and those that are made with it. Told are a name that stands as plain words
    though somebody has nearly the same; an earlier judgement that holds no longer; two of different kinds that become
    one; a dossier that is asked for by a name that is rejected; what else the sentence of an event tells that is left
    out; and an event that no dossier has. Who says himself what it replaces, has ``tells_replaced`` false;
    ``describe`` words an event otherwise than by its place.
    """
    refs = {citation.id: citation.ref for citation, _ in articles}
    found = list(_names_taken_as_words(judgement, articles))
    found += _replaced(judgement, held, refs) if tells_replaced else ()
    match judgement.decision:
        case Identity(left=ActorPointer() as one, right=ActorPointer() as other, verdict=Verdict.SAME):
            found += _kinds_joined(one, other, articles)
        case NameRejection(actor=actor, name=name):
            found += _names_asked_for(actor, name, watched)
        case Hiding(event=event):
            found += _told_beside(event, articles, held, describe or partial(describe_pointer, refs=refs))
        case AddedEvent(words=words, of=""):
            found += _told_of_nobody(words, articles)
    yield from (Issue(f"judgement {judgement.id}", what, advice) for what, advice in found)


def unknown_names(pointers: Iterable[ActorPointer], articles: _Articles) -> list[str]:
    """The names of the pointers that no article has."""
    listed = list(pointers)
    claims = ClaimIndex.for_pointers(listed, articles)
    return [pointer.name for pointer in listed if not claims.chains_named(pointer)]


def near_names(name: str, articles: _Articles) -> str:
    """The advice for a name that nobody has: names that are spelled like it, else the command that lists all."""
    spelled = {normal(chain.name): chain.name for _, found in articles for chain in found.actors}
    near = SpellingIndex(sorted(spelled)).near(normal(name))
    names = ", ".join(spelled[folded] for folded in near)
    return f"near names: {names}" if near else _NO_NEAR_NAME


def _names_taken_as_words(judgement: Judgement, articles: _Articles) -> Iterator[tuple[str, str]]:
    """For each name among the values of the judgement that nobody bears, but somebody almost does."""
    for name in unknown_names(named_in(judgement.decision), articles):
        advice = near_names(name, articles)
        if advice != _NO_NEAR_NAME:
            yield f"nobody is called {name!r} in these articles: it stands as plain words", advice


def _replaced(judgement: Judgement, held: Sequence[Judgement], refs: dict[str, str]) -> Iterator[tuple[str, str]]:
    """For each judgement that holds no longer because of this one."""
    before = [one for one in held if one.id != judgement.id]
    in_effect = {one.id for one in effective_judgements([*before, judgement])}
    for one in effective_judgements(before):
        if one.id not in in_effect and one.decision != judgement.decision:
            said = (
                f"it holds in place of an earlier one: {describe_judgement(one, refs)} (judgement {one.id} by {one.by})"
            )
            yield said, "withdraw the later ('dossier review undo ID'), and the earlier holds again"


def _kinds_joined(one: ActorPointer, other: ActorPointer, articles: _Articles) -> Iterator[tuple[str, str]]:
    """Where two become one that have no kind in common."""
    claims = ClaimIndex.for_pointers((one, other), articles)
    sides = claims.chains_named(one), claims.chains_named(other)
    if all(sides) and not common_kinds(*sides):
        said = (f"{chains[0].chain.name} is read as {_with_article(chains[0].chain.kind)}" for chains in sides)
        advice = "'dossier review kind NAME KIND' says what it is; 'dossier review undo ID' parts them again"
        yield f"{', '.join(said)}: they become one all the same", advice


def _told_beside(
    hidden: EventPointer, articles: _Articles, held: Iterable[Judgement], describe: Describe
) -> Iterator[tuple[str, str]]:
    """Where the sentence of an event that is left out tells of more."""
    gone = {one.decision.event.trigger_key for one in held if isinstance(one.decision, Hiding)} | {hidden.trigger_key}
    for citation, found in articles:
        events = found.events if citation.id == hidden.article else ()
        sentences = [one.sentence for one in events if one.trigger.span == hidden.trigger.span]
        beside = [EventPointer(citation.id, one.trigger, one.occurrence) for one in events if one.sentence in sentences]
        if left := [one for one in beside if one.trigger_key not in gone]:
            said = ", ".join(map(describe, left))
            yield f"its sentence tells of more, and that stays: {said}", "hide that, too, where you mean it"


def _told_of_nobody(words: WordsPointer, articles: _Articles) -> Iterator[tuple[str, str]]:
    """Where the words of an event that is added mention nobody in whose dossier it could stand."""
    here = (chain for _, found in articles if found.article == words.article for chain in found.actors)
    spans = (mention.quote.span for chain in here for mention in chain.mentions)
    if not any(words.quote.span.covers(span) for span in spans):
        what = "its words mention nobody, so that it stands in no dossier"
        yield what, "'dossier review concerns' gives it to somebody, by the same words; so does '--of NAME' at once"


def _with_article(kind: Kind) -> str:
    return _KIND_WORDS.get(kind, f"a {kind}")


def _names_asked_for(actor: ActorPointer, name: str, watched: Iterable[Watched]) -> Iterator[tuple[str, str]]:
    """Where the watchlist asks for somebody by nothing but a name that is rejected."""
    if any({normal(name)} == set(map(normal, entry.names)) for entry in watched):
        what = f"the watchlist asks by the name {name!r}, which no longer finds {actor.name}"
        yield what, "put another of the names into the watchlist, or withdraw it ('dossier review undo ID')"
