"""Resolve what a user points to: a name, an article, or the word of an event, in the articles of a case."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from itertools import zip_longest
from types import UnionType
from typing import get_args

from dossier.model import (
    KIND_FORMS,
    ActorPointer,
    Annotations,
    ArticlePointer,
    Citation,
    DecisionKind,
    EventPointer,
    JudgedPointer,
    Judgement,
    Quote,
    Span,
    WordsPointer,
    make_decision,
)
from dossier.pipeline.references.named_entry import EntryFinder
from dossier.pipeline.references.quoted_words import find_words
from dossier.sources.stated_judgements import StatedJudgement, StatedReference

_ID = re.compile(r"[0-9a-f]{16}")
_MAX_LISTED = 8
"""How many places or articles a message lists. Set by hand."""


class UnclearReference(Exception):
    """A reference that fits no article, actor or event, or several; ``advice`` is the way out.

    ``is_absent`` says that it names an article that is not in this case, but may be in the next.
    """

    def __init__(self, reason: str, advice: str, *, is_absent: bool = False) -> None:
        super().__init__(reason)
        self.advice = advice
        self.is_absent = is_absent


class ReferenceResolver:
    """Resolve references to the articles of a case.

    An article is called by its id, by its ref (path or URL), or by the end of its path that no other path has.
    """

    def __init__(
        self,
        wanted: Iterable[StatedReference],
        annotated: Iterable[tuple[Citation, Annotations]],
        text_of: Callable[[str], str],
        entry: EntryFinder | None = None,
    ) -> None:
        """Index the articles of the case, and the triggers of those that the ``wanted`` references name.

        Only ``wanted`` references may be resolved to events later. ``text_of`` gives the text of an article by its id,
        ``entry`` an entry by the name of the dossier and its number; without it none can be named.
        """
        listed = list(annotated)
        self.refs = {citation.id: citation.ref for citation, _ in listed}
        self._text_of = text_of
        self._entry = entry
        self._ids_by_ref: dict[str, list[str]] = {}
        self._ids_by_file_name: dict[str, list[str]] = {}
        for article, ref in self.refs.items():
            self._ids_by_ref.setdefault(ref, []).append(article)
            self._ids_by_file_name.setdefault(_file_name(ref), []).append(article)
        of_events = {self._only_id(one.article) for one in wanted if one.article and not one.name}
        self._triggers = {
            citation.id: sorted({event.trigger for event in found.events})
            for citation, found in listed
            if citation.id in of_events
        }

    def judgement(self, stated: StatedJudgement) -> Judgement:
        """The judgement with its references resolved. Raises UnclearReference when one is unclear or does not fit."""
        target = KIND_FORMS[stated.kind].target
        pointers = [
            self.pointer(reference, side)
            for reference, side in zip_longest(stated.about, target.sides, fillvalue=ActorPointer | EventPointer)
            if isinstance(reference, StatedReference)
        ]
        try:
            decision = make_decision(stated.kind, pointers, self._with_article_ids(stated.values))
            return Judgement(decision, stated.by, stated.made, stated.why)
        except ValueError as error:
            raise UnclearReference(str(error), target.advice) from None

    def _with_article_ids(self, values: Mapping[str, str]) -> Mapping[str, str]:
        """The values, with the id of the article in ``NAME@ARTICLE`` where that is whose event it is."""
        name, _, article = values.get("of", "").rpartition("@")
        return {**values, "of": f"{name}@{self.article(article)}"} if name and self.has_article(article) else values

    def each_event(self, stated: StatedJudgement) -> list[StatedJudgement]:
        """A marking of a stretch as one of each event in it, since a page cites the sentence; others as they are.

        An entry that is left out is its event with the parts that its sentences tell: the reader means the line.
        Raises UnclearReference when no article is called as it says, or several, and for no entry.
        """
        reference = stated.about[0]
        if stated.kind is DecisionKind.HIDE and reference.entry is not None and self._entry:
            found = self._entry(reference.name, reference.entry)
            return [replace(stated, about=(one,)) for one in found.references]
        if stated.kind is not DecisionKind.MARK or reference.name or reference.span is None:
            return [stated]
        article = self.article(reference.article)
        events = self._fitting_triggers(article, reference)
        pointed = [replace(reference, article=article, span=one.span, text=one.exact) for one in events]
        return [replace(stated, about=(one,)) for one in pointed] or [stated]

    def pointer(self, reference: StatedReference, side: type | UnionType) -> JudgedPointer:
        """A pointer of a type that ``side`` has, if the reference can be read so; else the nearest to it.

        Raises UnclearReference for no event, words or article, or several. A name is taken as it is: whether anybody
        has it is not looked up.
        """
        may_be = frozenset(get_args(side) or (side,))
        if reference.entry is not None:
            return self._event_of_entry(reference, may_be)
        if reference.name:
            if ArticlePointer in may_be and not reference.article and self.has_article(reference.name):
                return ArticlePointer(self.article(reference.name))
            return ActorPointer(reference.name, self.article(reference.article) if reference.article else "")
        article = self.article(reference.article)
        if reference.span is None and not reference.text:
            return ArticlePointer(article)
        if WordsPointer in may_be and not self._is_event(article, reference, may_be):
            return WordsPointer(article, self._words(article, reference))
        return EventPointer(article, self._trigger(article, reference), reference.occurrence)

    def _is_event(self, article: str, reference: StatedReference, may_be: Collection[object]) -> bool:
        """Whether the place of the reference is just the trigger of an event, and may stand for it."""
        if EventPointer not in may_be or reference.is_words:
            return False
        if reference.span and reference.text:
            return True  # as a file gives the trigger of an event; for words it says 'words'
        triggers = self._triggers.get(article, [])
        return any(one.span == reference.span or one.exact == reference.text for one in triggers)

    def _event_of_entry(self, reference: StatedReference, may_be: Collection[object]) -> JudgedPointer:
        """The event of the entry; where none is wanted, the actor whose name ends in that number: "Unit#3"."""
        if EventPointer not in may_be:
            return ActorPointer(reference.text or f"{reference.name}#{reference.entry}")
        if self._entry is None:
            raise UnclearReference(
                "the number of an entry holds for one edition only", "save it: 'dossier review apply FILE'"
            )
        return self._entry(reference.name, reference.entry or 0).event

    def article(self, called: str) -> str:
        """The id of the article that is called so; an id is returned as it is, even if the case has no such article.

        Raises UnclearReference when no article is called so, or several.
        """
        found = self._ids_called(called)
        if len(found) == 1:
            return found[0]
        if found:
            several = _listed(f"{article} ({self.refs[article]})" for article in found)
            raise UnclearReference(f"{len(found)} articles are called {called!r}", f"name one by its id: {several}")
        if _ID.fullmatch(called):
            return called
        raise UnclearReference(
            f"no article in this case is called {called!r}", "name it by its id or path", is_absent=True
        )

    def has_article(self, called: str) -> bool:
        """Whether an article of the case is called so."""
        return bool(self._ids_called(called))

    def _ids_called(self, called: str) -> list[str]:
        """The ids of the articles that are called so: by id, else by ref, else by the end of the ref."""
        if called in self.refs:
            return [called]
        if exact := self._ids_by_ref.get(called):
            return sorted(exact)
        ends = self._ids_by_file_name.get(_file_name(called), [])
        return sorted(article for article in ends if self.refs[article].endswith(f"/{called}"))

    def _only_id(self, called: str) -> str:
        """The id of the one article that is called so; empty for none, or several."""
        found = self._ids_called(called)
        return found[0] if len(found) == 1 else ""

    def _words(self, article: str, reference: StatedReference) -> Quote:
        """The words at the place of the reference, or the only ones in the article that it quotes."""
        span, text = reference.span, reference.text
        if article not in self.refs:
            if span and len(text) == span.length:
                return Quote(span, text)
            raise _absent(article)
        whole, where = self._text_of(article), self.refs[article]
        if span:
            if span.end > len(whole) or (text and text != whole[span.start : span.end]):
                raise UnclearReference(f"{text!r} does not stand at {_place(span)} in {where}", "quote the words alone")
            return _trimmed(Quote.cut(whole, span), where)
        found = find_words(whole, text, reference.prefix, reference.suffix)
        if len(found) == 1:
            return found[0]
        if found:
            raise UnclearReference(
                f"{text!r} stands at {len(found)} places in {where}",
                f"name one: {_places(found)}; or quote more and put the words in brackets: 'said [she] left'",
            )
        raise UnclearReference(f"{text!r} does not stand in {where}", "copy the words from the article")

    def _trigger(self, article: str, reference: StatedReference) -> Quote:
        """The trigger to which the reference points.

        It is the only one that fits (see ``_fitting_triggers``). If none or several do, but the reference gives both a
        place and a text of its length, these are the trigger.
        """
        span, text = reference.span, reference.text
        fitting = self._fitting_triggers(article, reference)
        if len(fitting) == 1:
            return fitting[0]
        if span and text and len(text) == span.length:
            return Quote(span, text)  # no event is read there (any more): applying the judgement reports it
        if article not in self.refs:
            raise _absent(article)
        where = self.refs[article]
        if fitting:
            raise UnclearReference(
                f"{len(fitting)} events in {where} fit it", f"name one by its place: {_places(fitting)}"
            )
        said = f"{text!r} tells of no event" if text else f"no event is told at {_place(span)}"
        there = _places(self._near_triggers(article, span))
        raise UnclearReference(f"{said} in {where}", f"events there: {there}" if there else "no event is read there")

    def _fitting_triggers(self, article: str, reference: StatedReference) -> list[Quote]:
        """The triggers at the place of the reference, else those within it, else (it has no place) all.

        Of these only those with its text, where it has one; where none has, those within the words that it quotes.
        """
        triggers = self._triggers.get(article, [])
        span, text = reference.span, reference.text
        if span and (exact := [one for one in triggers if one.span == span]):
            triggers = exact
        elif span:
            triggers = [one for one in triggers if span.covers(one.span)]
        own = [one for one in triggers if not text or one.exact.casefold() == text.casefold()]
        if own or span or article not in self.refs:
            return own
        quotes = find_words(self._text_of(article), text, reference.prefix, reference.suffix)
        return [one for one in triggers if any(quote.span.covers(one.span) for quote in quotes)]

    def _near_triggers(self, article: str, span: Span | None) -> list[Quote]:
        """The ``_MAX_LISTED`` triggers nearest to the place, in text order; all of the article without a place."""
        triggers = self._triggers.get(article, [])
        near = sorted(triggers, key=lambda one: abs(one.span.start - span.start))[:_MAX_LISTED] if span else triggers
        return sorted(near)


def _trimmed(words: Quote, where: str) -> Quote:
    """The words without the white space around them, as a mouse takes them along."""
    exact = words.exact.strip()
    if not exact:
        raise UnclearReference(f"there are no words at {_place(words.span)} in {where}", "quote the words alone")
    start = words.span.start + words.exact.index(exact)
    return Quote(Span(start, start + len(exact)), exact)


def _absent(article: str) -> UnclearReference:
    what = f"article {article} is not in this case"
    return UnclearReference(what, "add the article to the build, or name another", is_absent=True)


def _file_name(ref: str) -> str:
    return ref.rpartition("/")[2]


def _listed(items: Iterable[str]) -> str:
    listed = list(items)
    return ", ".join(listed[:_MAX_LISTED]) + (", …" if len(listed) > _MAX_LISTED else "")


def _places(triggers: Iterable[Quote]) -> str:
    return _listed(f"{_place(one.span)} {one.exact!r}" for one in triggers)


def _place(span: Span | None) -> str:
    return f"{span.start}-{span.end}" if span else ""
