"""The queue of doubts of the case that a server shows, made once for each time that the case changes."""

import threading

from dossier.pipeline.cases.claims import claims_of
from dossier.pipeline.deciding.doubt_queue import Names, QueuedDoubt, chain_names, open_doubts, queue_of
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
        self._aside: set[str] = set()
        self._lock = threading.Lock()

    def asked(self, key: str) -> QueuedDoubt | None:
        """The doubt of this key, also where it has left the queue since a page asked it: an answer is never lost."""
        return self._asked.get(key)

    def put_aside(self, key: str) -> None:
        """Ask this doubt no more until the server begins anew."""
        self._aside.add(key)

    def take_up(self, key: str) -> None:
        """Ask this doubt again."""
        self._aside.discard(key)

    def open(self, held: CaseSnapshot, wanted: str = "") -> list[QueuedDoubt]:
        """Those that no judgement of the store decides, whether the case has it in effect yet or not.

        The one whose key is ``wanted`` stands first where the case that is held has it no more, since what decided it
        was withdrawn a moment ago.
        """
        with self._lock:
            if self._queue is None or self._queue[0] is not held:
                self._queue = held, self._made(held)
                self._asked |= {doubt.key: doubt for doubt in self._queue[1]}
            known = self._asked.get(wanted)
            queue = [known, *self._queue[1]] if known and known not in self._queue[1] else self._queue[1]
            return [one for one in open_doubts(queue, held.store.judgements()) if one.key not in self._aside]

    def _made(self, held: CaseSnapshot) -> list[QueuedDoubt]:
        if self._names is None or self._names[0] != held.run:
            self._names = held.run, chain_names(claims_of(held.store, held.run))
        contents = held.case.contents
        timelines = map(held.timeline, contents.active[:_MAX_ACTORS])
        return queue_of(contents.doubts, timelines, self._names[1])
