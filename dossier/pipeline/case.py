"""The case: everything known from the articles of one run. The store keeps it, so it is resolved once."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from dossier import __version__
from dossier.codec import Generator, decode_timeline, encode_case, encode_findings, encode_timeline
from dossier.memo import NO_MEMO, Memo
from dossier.model import NO_STAMP, WHOLE_CASE, Actor, CaseContents, Marking, Stamp, Timeline, When
from dossier.model.when import newest
from dossier.pipeline.case_key import case_key
from dossier.store import Run, Store

if TYPE_CHECKING:  # these import libraries that a case that is kept does not need
    from dossier.pipeline.resolved_case import ResolvedCase
    from dossier.sources.stated_judgements import StatedJudgement

_NO_GENERATOR = Generator(name="dossier", version="", model="", config="")
"""Stands in a timeline that is kept: what was found does not depend on which version found it."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """The actors of a run, its events, its timelines and the problems met.

    ``encoded_findings`` gives its events and actors as the store keeps them, ``encoded_timeline`` a timeline: by the id
    of the actor, or ``WHOLE_CASE`` for that of the case. That store must be open. ``key`` is that under which the store
    keeps it, empty where it does not.
    """

    run: Run
    contents: CaseContents
    encoded_findings: Callable[[], Iterable[bytes]]
    encoded_timeline: Callable[[str], bytes]
    key: str = ""

    @property
    def actors(self) -> Sequence[Actor]:
        """The actors with the most mentioned first; without their links and descriptions."""
        return self.contents.actors

    @cached_property
    def as_of(self) -> When | None:
        """The day that the case speaks for: the one that the user gave, else the newest publication date."""
        return self.run.as_of or newest(citation.published.when for citation in self.contents.citations.values())

    def timeline(self, key: str) -> Timeline:
        """The timeline of the actor with this id; of the case, where it is ``WHOLE_CASE``.

        That of an actor speaks for the day that the user gave, else for the newest publication date among its own
        articles, so that it does not change with what other articles tell. That of the case speaks for the case's day.
        """
        timeline, _ = decode_timeline(self.encoded_timeline(key))
        if key == WHOLE_CASE:
            return replace(timeline, as_of=self.as_of)
        own = newest(citation.published.when for citation in timeline.articles.values())
        return replace(timeline, as_of=self.run.as_of or own)

    def encoded(self, stamp: Stamp = NO_STAMP) -> Iterator[bytes]:
        """The whole case as the JSON of its file, in pieces. It is made anew each time, since it may be large."""
        as_of = self.as_of.edtf if self.as_of else None
        return encode_case(self.encoded_findings(), self.contents.citations, self.generator, as_of, stamp)

    def content(self, key: str) -> str:
        """A hash of the timeline, but for the day that it speaks for: it changes when what was found about it does."""
        if key not in self._contents:
            self._contents[key] = hashlib.sha256(self.encoded_timeline(key)).hexdigest()
        return self._contents[key]

    @cached_property
    def _contents(self) -> dict[str, str]:
        return {}

    def most_active(self, count: int) -> Sequence[Actor]:
        """The ``count`` actors who do and undergo most, the most active first."""
        by_id = {actor.id: actor for actor in self.actors}
        return [by_id[key] for key in self.contents.active[:count]]

    @property
    def generator(self) -> Generator:
        """The program, the pipeline and the fingerprint, for the JSON and the page."""
        return Generator(name="dossier", version=__version__, model=self.run.model, config=self.run.annotator)


def signature(generator: Generator) -> str:
    """The program and its pipeline, for the foot of a page."""
    return f"Dossier {generator.version}, {generator.model}"


def open_case(
    store: Store,
    run: Run,
    stated: Sequence["StatedJudgement"] = (),
    outlets: Mapping[str, str] = MappingProxyType({}),
    limit: Marking | None = None,
) -> Case:
    """The case of the articles of ``run``: as the store keeps it; resolved and kept there, if it does not.

    ``stated`` are judgements from files. They come after those in the store. ``outlets`` gives the reliability of an
    outlet by its name or host. Events that are marked above ``limit`` are left out; where it is None, none are.
    """
    key = case_key(store, run, stated, outlets, limit)

    def resolve() -> "ResolvedCase":
        resolved = _resolve(store, run, stated, outlets, limit)
        _keep(store, key, resolved)
        return resolved

    if kept := kept_case(store, run, key, resolve):
        return kept
    resolved = resolve()
    # what was kept is read from the store as it is asked for, so that what was found need not be held
    return kept_case(store, run, key, resolve) or replace(case_of(run, resolved), key=key)


def kept_case(store: Store, run: Run, key: str, resolve: Callable[[], "ResolvedCase"]) -> Case | None:
    """The case that the store keeps under this key; None where it keeps another, or none.

    ``resolve`` gives it where what is kept turns out damaged, or another one is kept since.
    """
    contents = store.kept_contents(key)
    if contents is None:
        return None
    kept = _KeptCase(store, key, resolve)
    return Case(run=run, contents=contents, encoded_findings=kept.findings, encoded_timeline=kept.timeline, key=key)


def case_anew(
    store: Store,
    run: Run,
    stated: Sequence["StatedJudgement"],
    outlets: Mapping[str, str],
    limit: Marking | None,
) -> Case:
    """The case as ``open_case`` gives it, resolved whatever the store keeps of it, and not kept there."""
    return case_of(run, _resolve(store, run, stated, outlets, limit))


def case_of(run: Run, resolved: "ResolvedCase", memo: Memo = NO_MEMO) -> Case:
    """The case of what resolving found in a run; it is encoded when it is asked for.

    The ``memo`` remembers timelines as they are encoded: a case after a decision has most of those before it.
    """
    return Case(
        run=run,
        contents=resolved.contents,
        encoded_findings=partial(_encoded_findings, resolved),
        encoded_timeline=partial(_remembered_timeline, resolved, memo),
    )


def _remembered_timeline(resolved: "ResolvedCase", memo: Memo, key: str) -> bytes:
    timeline, known = resolved.timelines[key], memo.table("encoded timeline")
    return known.recall(id(timeline), partial(_encoded_timeline, resolved, key), timeline)  # type: ignore[no-any-return]


def _resolve(
    store: Store,
    run: Run,
    stated: Sequence["StatedJudgement"],
    outlets: Mapping[str, str],
    limit: Marking | None,
) -> "ResolvedCase":
    # imported here, since a case that is kept needs none of what resolving needs
    from dossier.pipeline.resolved_case import resolve_case

    return resolve_case(store, run, stated, outlets, limit)


def _keep(store: Store, key: str, resolved: "ResolvedCase") -> None:
    """Keep the case in the store, if that can be written to."""
    if not store.is_read_only:
        timelines = ((key, _encoded_timeline(resolved, key)) for key in resolved.timelines)
        store.keep_case(key, resolved.contents, _encoded_findings(resolved), timelines)


@dataclass(frozen=True, slots=True)
class _KeptCase:
    """The case as it is kept; it is resolved again where it is damaged, or another one was kept since."""

    store: Store
    key: str
    resolve: Callable[[], "ResolvedCase"]

    def findings(self) -> Iterator[bytes]:
        return self.store.kept_findings(self.key) or _encoded_findings(self.resolve())

    def timeline(self, key: str) -> bytes:
        return self.store.kept_timeline(self.key, key) or _encoded_timeline(self.resolve(), key)


def _encoded_findings(resolved: "ResolvedCase") -> Iterator[bytes]:
    mentions = resolved.mentions()
    actors = ((actor, mentions[actor.id]) for actor in resolved.contents.actors)
    return encode_findings(resolved.events(), actors, resolved.affairs, resolved.unnamed())


def _encoded_timeline(resolved: "ResolvedCase", key: str) -> bytes:
    return encode_timeline(resolved.timelines[key], _NO_GENERATOR)
