"""The case that a server shows: held in memory, and opened anew when the store has another run or other judgements."""

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from dossier.annotate.ontology import ontology
from dossier.model import (
    WHOLE_CASE,
    Actor,
    Annotations,
    Article,
    EventTypes,
    Judgement,
    Reclassification,
    Rejection,
    Timeline,
)
from dossier.pipeline.cases.case import Case
from dossier.pipeline.cases.claims import claims_of, text_of
from dossier.pipeline.deciding.make_judgements import AnnotatedCitations, annotated_citations
from dossier.pipeline.opened.live_case import LiveCase
from dossier.pipeline.opened.search_case import CaseSearch
from dossier.render.wording import prose
from dossier.resolve import WordsDecision, effective_judgements, interpret_judgements, possible_ids
from dossier.serve.effects_log import EffectsLog
from dossier.serve.page_cache import PageCache
from dossier.store import Run, Store

_MAX_SUGGESTED = 500
"""Names that forms suggest; any other can be typed. Set by hand."""
_ID = re.compile(rb'"([0-9a-f]{16})"')
_MAX_TIMELINES = 64
"""Timelines that are kept decoded, those used last. Set by hand."""


@dataclass(frozen=True, kw_only=True)
class CaseSnapshot:
    """The case at one moment. ``revision`` counts from 1 how often it was found changed since the server began.

    ``annotated`` gives the articles with what was read in them, without judgements.
    ``gone`` are the chains of actors that decisions have put an end to since then, by their ids.
    """

    revision: int
    case: Case
    store: Store
    pages: PageCache
    annotated: Callable[[], AnnotatedCitations]
    gone: Mapping[str, tuple[tuple[str, str], ...]]

    def heir(self, key: str) -> Actor | None:
        """Who an actor is now that was merged with another, or read otherwise; None where nobody knows.

        One of whom nothing is known since the server began is known by a name that is another's now.
        """
        held = (self.of_chain[one] for one in self.gone.get(key, ()) if one in self.of_chain)
        called = (one for one in self.case.actors if any(key in possible_ids(name.text) for name in one.aliases))
        return next(held, None) or next(called, None)

    def rejection(self, key: str) -> Judgement | None:
        """The decision that rejects the name from which this id of an actor is made; None where there is none."""
        for one in effective_judgements(self.store.judgements()):
            if isinstance(one.decision, Rejection) and key in possible_ids(one.decision.actor.name):
                return one
        return None

    @property
    def run(self) -> Run:
        """The run whose articles these are."""
        return self.case.run

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """The actors by id, without their links and descriptions."""
        return {actor.id: actor for actor in self.case.actors}

    @cached_property
    def _timelines(self) -> "OrderedDict[str, Timeline]":
        return OrderedDict()

    def timeline(self, key: str) -> Timeline:
        """The timeline of an actor, by its id, or ``WHOLE_CASE``. Raises KeyError for anything else."""
        if key != WHOLE_CASE and key not in self.actors:
            raise KeyError(key)
        held = self._timelines.get(key) or self.case.timeline(key)
        self._timelines[key] = held
        while len(self._timelines) > _MAX_TIMELINES:
            self._timelines.popitem(last=False)
        return held

    def article(self, key: str) -> tuple[Article, Annotations]:
        """An article of the run, with what was read in it as the judgements correct it.

        Raises KeyError for an id that the run does not have.
        """
        if key not in self.case.contents.citations:
            raise KeyError(key)
        (article,) = self.store.articles([key])
        if key in self._judged:
            return article, self._judged[key]
        (read,) = claims_of(self.store, replace(self.run, articles=(key,)))
        return article, read

    @cached_property
    def _judged(self) -> Mapping[str, Annotations]:
        """The articles in which judgements change what was read, by id.

        All articles are looked at for them: one may give words to somebody whom only another article names.
        """
        kinds = WordsDecision | Reclassification
        judgements = [one for one in self.store.judgements() if isinstance(one.decision, kinds)]
        if not judgements:
            return {}
        read = self.annotated()
        claims = interpret_judgements(judgements, read, self.types, partial(text_of, self.store)).claims
        return {found.article: found for (_, was), found in zip(read, claims, strict=True) if found is not was}

    @cached_property
    def types(self) -> EventTypes:
        """The event types of the run."""
        return ontology(self.run.ontology).types

    @cached_property
    def of_chain(self) -> Mapping[tuple[str, str], Actor]:
        """The actor of each chain, by the ids of its article and of the chain in it."""
        return {member: actor for actor in self.case.actors for member in actor.members}

    @cached_property
    def suggested_names(self) -> tuple[str, ...]:
        """The names that a form suggests, the most mentioned first."""
        return tuple(dict.fromkeys(prose.tidy(actor.name) for actor in self.case.actors[:_MAX_SUGGESTED]))

    @cached_property
    def links(self) -> Mapping[str, str]:
        """The addresses of the dossiers of those who can have one, by id."""
        return {key: f"/dossier/{key}/" for key in self.case.contents.active}

    def links_in(self, key: str) -> dict[str, str]:
        """Those of the ``links`` that a page of this timeline may have: to the actors whose ids stand in it."""
        named = {one.decode() for one in _ID.findall(self.case.encoded_timeline(key))}
        return {one: link for one, link in self.links.items() if one in named}


class ServedCase:
    """The case of the last run in a store. Several threads may use it."""

    def __init__(self, live: LiveCase, store: Store) -> None:
        """``live`` is the case held open, ``store`` that which it is in."""
        self.live = live
        self.store = store
        self._pages = PageCache()
        self._revision = 1
        self._gone: dict[str, tuple[tuple[str, str], ...]] = {}
        self._held = self._snapshot()
        self._annotated: tuple[Run, AnnotatedCitations] | None = None
        self._lock = threading.RLock()
        self._reading = threading.Lock()
        self._search: CaseSearch | None = None
        self.effects = EffectsLog()

    @property
    def held(self) -> CaseSnapshot:
        """The case as it was resolved last; who asks for it waits for nothing, and may miss the last decisions."""
        return self._held

    def search(self) -> CaseSearch:
        """What searches in the case as the store has it now."""
        with self._lock:
            case = self.now().case
            if self._search is None or self._search.case is not case:
                self._search = CaseSearch(case, self.store, self._search)
            return self._search

    def now(self) -> CaseSnapshot:
        """The case as the store has it; whoever asks while it is resolved anew waits."""
        with self._lock:
            before = {one.id for one in self.live.judgements}
            if self.live.refresh():
                self._revision += 1
                held, self._held = self._held, self._snapshot()
                self._gone |= {key: one.members for key, one in held.actors.items() if key not in self._held.actors}
                decided = before ^ {one.id for one in self.live.judgements}
                if decided and held.run == self._held.run:
                    self.effects.note(decided, held.case, self._held.case)
            return self._held

    def annotated(self) -> AnnotatedCitations:
        """The articles of the case with what was read in them, for judgements to be checked on.

        It waits for no case to be resolved.
        """
        with self._reading:
            run = self.store.last_run() or self._held.run
            if self._annotated is None or self._annotated[0] != run:
                self._annotated = run, annotated_citations(self.store, run)
            return self._annotated[1]

    def _snapshot(self) -> CaseSnapshot:
        return CaseSnapshot(
            revision=self._revision,
            case=self.live.case,
            store=self.store,
            pages=self._pages,
            annotated=self.annotated,
            gone=self._gone,
        )
