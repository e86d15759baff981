"""The case of a store's last run, held open: as its judgements are now, and as others would make it."""

from collections.abc import Iterable, Mapping, Sequence
from threading import RLock
from types import MappingProxyType

from dossier.errors import NothingRead
from dossier.memo import NO_MEMO, Memo
from dossier.model import Judgement, Marking
from dossier.pipeline.cases.case import Case
from dossier.pipeline.cases.case_inputs import MOST_OF_WHOLE, CaseInputs
from dossier.pipeline.cases.case_key import case_key
from dossier.pipeline.cases.claims import CaseClaims
from dossier.pipeline.cases.resolved_case import ResolvedCase, resolve_claims
from dossier.pipeline.opened.open_case import case_of, kept_case
from dossier.pipeline.shelves.case_on_shelves import case_on_shelves, shelves_aside
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import KeptShelves, Run, Store

_State = tuple[Run, tuple[Judgement, ...]]


class LiveCase:
    """Holds a case open for as long as its store is. Several threads may use it; one of them resolves at a time.

    Nothing is written into the store: a case that judgements have changed is kept by the next build.
    """

    def __init__(
        self,
        store: Store,
        stated: Sequence[StatedJudgement] = (),
        outlets: Mapping[str, str] = MappingProxyType({}),
        limit: Marking | None = None,
    ) -> None:
        """Open the case of the last run; ``stated``, ``outlets`` and ``limit`` are those of ``open_case``.

        Raises NothingRead where the store has no run with articles.
        """
        self._store = store
        self._stated = stated
        self._outlets = outlets
        self._limit = limit
        self._lock = RLock()
        self._memo = Memo()
        self._aside: KeptShelves | None = None
        self._previewed: tuple[_State, Case] | None = None
        self._state = self._found()
        self._case = self._opened(self._state)

    @property
    def case(self) -> Case:
        """The case as it was at the last ``refresh``."""
        return self._case

    @property
    def judgements(self) -> Sequence[Judgement]:
        """The judgements of the store that are in this case, in the order in which they were saved."""
        return self._state[1]

    def refresh(self) -> bool:
        """Bring the case up to date with the store; whether a run or a judgement has come or gone since.

        Where none has, it costs a look at the rows of the last run and of the judgements.
        """
        if self._found() == self._state:  # looked up before waiting for another thread that resolves
            return False
        with self._lock:
            state = self._found()
            if state == self._state:
                return False
            self._case, self._state = self._opened(state), state
            return True

    def make_ready(self) -> None:
        """Resolve the case once, so that what follows takes only what it changes. It takes as long as a build does."""
        with self._lock:
            if not self._inputs(self._state).are_shelved:
                self._resolved(*self._state)

    def with_judgements(self, added: Iterable[Judgement] = (), withdrawn: Iterable[Judgement] = ()) -> Case:
        """The case as it would be with the ``added`` judgements saved and the ``withdrawn`` ones taken back.

        Nothing is saved.
        """
        new = list(dict.fromkeys(added))
        with self._lock:
            run, held = self._state
            gone = {*new, *withdrawn}  # what is saved again moves behind all others
            state = run, (*(one for one in held if one not in gone), *new)
            if self._previewed is None or self._previewed[0] != state:
                shelved = self._on_shelves(state)
                self._previewed = state, shelved or case_of(run, self._resolved(*state), self._memo)
            return self._previewed[1]

    def _found(self) -> _State:
        run = self._store.last_run()
        if run is None or not run.articles:
            raise NothingRead(f"there is no article in {self._store.name}", "'dossier build' reads them")
        return run, tuple(self._store.judgements())

    def _opened(self, state: _State) -> Case:
        if self._previewed and self._previewed[0] == state:
            return self._previewed[1]
        if shelved := self._on_shelves(state):
            return shelved
        run, judgements = state
        kept = kept_case(self._store, run, case_key(self._inputs(state)), lambda: self._resolved(run, judgements))
        return kept or case_of(run, self._resolved(run, judgements), self._memo)

    def _inputs(self, state: _State) -> CaseInputs:
        run, judgements = state
        return CaseInputs(
            store=self._store,
            run=run,
            saved=judgements,
            stated=self._stated,
            outlets=self._outlets,
            limit=self._limit,
        )

    def _on_shelves(self, state: _State) -> Case | None:
        """The case where it stands on shelves: what judgements have changed of these stands beside the store."""
        inputs = self._inputs(state)
        if not inputs.are_shelved:
            return None
        with self._lock:
            self._aside = self._aside or shelves_aside()
            return case_on_shelves(inputs, [self._store.shelves, self._aside])

    def _resolved(self, run: Run, judgements: Sequence[Judgement]) -> ResolvedCase:
        with self._lock:
            if len(run.articles) > MOST_OF_WHOLE:
                self._memo = NO_MEMO
            elif self._memo is NO_MEMO:
                self._memo = Memo()
            claims = CaseClaims(self._store, run, self._memo)
            try:
                return resolve_claims(claims, judgements, self._stated, self._outlets, self._limit)
            except BaseException:
                self._memo = Memo()  # what a pass that broke off leaves is of two passes
                raise
            finally:
                self._memo.next_pass()
