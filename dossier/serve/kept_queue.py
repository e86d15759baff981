"""The queue of doubts of the case that a server shows, made once for each time that the case changes."""

import threading

from dossier.pipeline.claims import claims_of
from dossier.pipeline.doubt_queue import Names, QueuedDoubt, chain_names, open_doubts, queue_of
from dossier.serve.served_case import CaseSnapshot
from dossier.store import Run

_MAX_ACTORS = 60
"""Of how many actors, the most active first, the possible entries are asked about. Set by hand."""


class KeptQueue:
    """The doubts of a case, in the order in which they are worth deciding."""

    def __init__(self) -> None:
        self._names: tuple[Run, Names] | None = None
        self._queue: tuple[CaseSnapshot, list[QueuedDoubt]] | None = None
        self._asked: dict[str, QueuedDoubt] = {}
        self._lock = threading.Lock()

    def asked(self, key: str) -> QueuedDoubt | None:
        """The doubt of this key, also where it has left the queue since a page asked it: an answer is never lost."""
        return self._asked.get(key)

    def open(self, held: CaseSnapshot) -> list[QueuedDoubt]:
        """Those that no judgement of the store decides, whether the case has it in effect yet or not."""
        with self._lock:
            if self._queue is None or self._queue[0] is not held:
                self._queue = held, self._made(held)
                self._asked |= {doubt.key: doubt for doubt in self._queue[1]}
            return open_doubts(self._queue[1], held.store.judgements())

    def _made(self, held: CaseSnapshot) -> list[QueuedDoubt]:
        if self._names is None or self._names[0] != held.run:
            self._names = held.run, chain_names(claims_of(held.store, held.run))
        contents = held.case.contents
        timelines = map(held.timeline, contents.active[:_MAX_ACTORS])
        return queue_of(contents.doubts, timelines, self._names[1])
