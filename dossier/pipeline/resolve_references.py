"""From the words of a user to the claims of a case: which article, which event, whose name."""

import re
from collections.abc import Iterable

from dossier.codec import DecisionKind, make_decision
from dossier.model import ActorPointer, Annotations, Citation, EventPointer, Judgement, Pointer, Quote, Span
from dossier.sources.stated_judgements import Stated, Words

_ID = re.compile(r"[0-9a-f]{16}")
_OF_TWO = "name two that differ, both actors or both events"
_OF_ACTOR = "give the name of an actor, or its name in one article"
_OF_EVENT = "give the event by its article and the place of its word, in characters"
_ADVICE = {
    DecisionKind.SAME: _OF_TWO,
    DecisionKind.DIFFERENT: _OF_TWO,
    DecisionKind.UNSURE: _OF_TWO,
    DecisionKind.RENAME: _OF_ACTOR,
    DecisionKind.REJECT: _OF_ACTOR,
    DecisionKind.DATE: _OF_EVENT,
    DecisionKind.HIDE: _OF_EVENT,
}
_SHOWN = 8
"""How many places or articles a message names."""


class Unclear(Exception):
    """Words that do not say what they point to: why, and the way out.

    ``is_absent`` where they name an article that is not in the case: it may be in the next.
    """

    def __init__(self, reason: str, advice: str, *, is_absent: bool = False) -> None:
        super().__init__(reason)
        self.advice = advice
        self.is_absent = is_absent


class Pointing:
    """The articles of a case by what they are called, and the events of those that are asked about."""

    def __init__(self, wanted: Iterable[Words], read: Iterable[tuple[Citation, Annotations]]) -> None:
        """Keep of all that was read what the ``wanted`` words need."""
        listed = list(read)
        self.refs = {citation.id: citation.ref for citation, _ in listed}
        self._ids: dict[str, list[str]] = {}
        self._files: dict[str, list[str]] = {}
        for article, ref in self.refs.items():
            self._ids.setdefault(ref, []).append(article)
            self._files.setdefault(_file(ref), []).append(article)
        about = {self._known(words.article) for words in wanted if words.article and not words.name}
        self._triggers = {
            citation.id: sorted(event.trigger for event in found.events)
            for citation, found in listed
            if citation.id in about
        }

    def judgement(self, stated: Stated) -> Judgement:
        """The judgement in terms of the case. Raises Unclear when its words do not say what it is about."""
        pointers = [self.pointer(words) for words in stated.about]
        try:
            decision = make_decision(stated.kind, pointers, stated.value, stated.value)
            return Judgement(decision, stated.by, stated.made, stated.why)
        except ValueError as error:
            raise Unclear(str(error), _ADVICE[stated.kind]) from None

    def pointer(self, words: Words) -> Pointer:
        """What the words point to. Raises Unclear when they do not say it."""
        article = self.article(words.article) if words.article else ""
        if words.name:
            return ActorPointer(words.name, article)
        return EventPointer(article, self._trigger(article, words))

    def article(self, called: str) -> str:
        """The id of the article that is called so: by its id, by its path or URL, or by the end of its path.

        An id of an article that is not in the case is as good as any. Raises Unclear for no article, or several.
        """
        found = self._called(called)
        if len(found) == 1:
            return found[0]
        if found:
            several = _listed(f"{article} ({self.refs[article]})" for article in found)
            raise Unclear(f"{len(found)} articles are called {called!r}", f"name one by its id: {several}")
        if _ID.fullmatch(called):
            return called
        raise Unclear(f"no article in this case is called {called!r}", "name it by its id or path", is_absent=True)

    def knows(self, called: str) -> bool:
        """Whether some article of the case is called so."""
        return bool(self._called(called))

    def _called(self, called: str) -> list[str]:
        if called in self.refs:
            return [called]
        if exact := self._ids.get(called):
            return sorted(exact)
        ends = self._files.get(_file(called), [])
        return sorted(article for article in ends if self.refs[article].endswith(f"/{called}"))

    def _known(self, called: str) -> str:
        found = self._called(called)
        return found[0] if len(found) == 1 else ""

    def _trigger(self, article: str, words: Words) -> Quote:
        """The word that tells of an event: at the place, else the only one within it, or the only one so spelled."""
        fitting = self._fitting(article, words)
        if len(fitting) == 1:
            return fitting[0]
        if words.span and words.text and len(words.text) == words.span.length:
            return Quote(words.span, words.text)  # it is no event (any more): the rulings say so
        if article not in self.refs:
            raise Unclear(f"article {article} is not in this case", "name the article", is_absent=True)
        where = self.refs[article]
        if fitting:
            raise Unclear(f"{len(fitting)} events in {where} fit it", f"name one by its place: {_places(fitting)}")
        said = f"{words.text!r} tells of no event" if words.text else f"no event is told at {_place(words.span)}"
        there = _places(self._near(article, words.span))
        raise Unclear(f"{said} in {where}", f"events there: {there}" if there else "no event is read there")

    def _fitting(self, article: str, words: Words) -> list[Quote]:
        triggers = self._triggers.get(article, [])
        if words.span and (exact := [one for one in triggers if one.span == words.span]):
            triggers = exact
        elif words.span:
            triggers = [one for one in triggers if words.span.covers(one.span)]
        return [one for one in triggers if not words.text or one.exact.casefold() == words.text.casefold()]

    def _near(self, article: str, span: Span | None) -> list[Quote]:
        triggers = self._triggers.get(article, [])
        near = sorted(triggers, key=lambda one: abs(one.span.start - span.start))[:_SHOWN] if span else triggers
        return sorted(near)


def _file(ref: str) -> str:
    return ref.rpartition("/")[2]


def _listed(items: Iterable[str]) -> str:
    listed = list(items)
    return ", ".join(listed[:_SHOWN]) + (", …" if len(listed) > _SHOWN else "")


def _places(triggers: Iterable[Quote]) -> str:
    return _listed(f"{_place(one.span)} {one.exact!r}" for one in triggers)


def _place(span: Span | None) -> str:
    return f"{span.start}-{span.end}" if span else ""
