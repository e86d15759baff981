"""Open the case of a run: as the store keeps it, so it is resolved once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from dossier.codec import encode_findings, encode_timeline
from dossier.memo import NO_MEMO, Memo
from dossier.model import Marking
from dossier.pipeline.cases.case import NO_GENERATOR, Case
from dossier.pipeline.cases.case_inputs import CaseInputs
from dossier.pipeline.cases.case_key import case_key
from dossier.store import Run, Store

if TYPE_CHECKING:  # these import libraries that a case that is kept does not need
    from dossier.pipeline.cases.resolved_case import ResolvedCase
    from dossier.sources.stated_judgements import StatedJudgement


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
    inputs = CaseInputs(store=store, run=run, saved=store.judgements(), stated=stated, outlets=outlets, limit=limit)
    if inputs.are_shelved:
        return _shelved_case(inputs, is_anew=False)
    key = case_key(inputs)

    def resolve() -> "ResolvedCase":
        resolved = _resolve(store, run, stated, outlets, limit)
        _keep(store, key, resolved)
        return resolved

    if kept := kept_case(store, run, key, resolve):
        return kept
    resolved = resolve()
    # what was kept is read from the store as it is asked for, so that what was found need not be held
    return kept_case(store, run, key, resolve) or replace(case_of(run, resolved), key=key)


def _shelved_case(inputs: CaseInputs, is_anew: bool) -> Case:
    # imported here, since a smaller case needs none of it
    from dossier.pipeline.shelves.case_on_shelves import case_on_shelves, places

    return case_on_shelves(inputs, places(inputs.store, is_anew))


def kept_case(store: Store, run: Run, key: str, resolve: Callable[[], "ResolvedCase"]) -> Case | None:
    """The case that the store keeps under this key; None where it keeps another, or none.

    ``resolve`` gives it where what is kept turns out damaged, or another one is kept since.
    """
    contents = store.cases.contents(key)
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
    inputs = CaseInputs(store=store, run=run, saved=store.judgements(), stated=stated, outlets=outlets, limit=limit)
    if inputs.are_shelved:
        return _shelved_case(inputs, is_anew=True)
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
    from dossier.pipeline.cases.resolved_case import resolve_case

    return resolve_case(store, run, stated, outlets, limit)


def _keep(store: Store, key: str, resolved: "ResolvedCase") -> None:
    """Keep the case in the store, if that can be written to."""
    if not store.is_read_only:
        timelines = ((key, _encoded_timeline(resolved, key)) for key in resolved.timelines)
        store.cases.keep(key, resolved.contents, _encoded_findings(resolved), timelines)


@dataclass(frozen=True, slots=True)
class _KeptCase:
    """The case as it is kept; it is resolved again where it is damaged, or another one was kept since."""

    store: Store
    key: str
    resolve: Callable[[], "ResolvedCase"]

    def findings(self) -> Iterator[bytes]:
        return self.store.cases.findings(self.key) or _encoded_findings(self.resolve())

    def timeline(self, key: str) -> bytes:
        return self.store.cases.timeline(self.key, key) or _encoded_timeline(self.resolve(), key)


def _encoded_findings(resolved: "ResolvedCase") -> Iterator[bytes]:
    mentions = resolved.mentions()
    actors = ((actor, mentions[actor.id]) for actor in resolved.contents.actors)
    return encode_findings(resolved.events(), actors, resolved.affairs, resolved.unnamed())


def _encoded_timeline(resolved: "ResolvedCase", key: str) -> bytes:
    return encode_timeline(resolved.timelines[key], NO_GENERATOR)
