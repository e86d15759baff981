"""The workers of a Dask cluster, as an executor that annotates and as a pool that prints."""

import threading
from collections.abc import Callable, Iterator
from concurrent import futures
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from dossier.errors import WorkerLost
from dossier.pipeline.workers.time_limit import within_seconds
from dossier.render import printing_versions

if TYPE_CHECKING:
    from distributed import Client

P = ParamSpec("P")
T = TypeVar("T")
_PATIENCE = 60.0
"""Seconds without any worker after which the work is given up: one that is started anew is back in ten. Set by hand."""
_LOOK_EVERY = 1.0
"""Seconds between two looks at the workers."""
_one_at_a_time = threading.Lock()
"""In a worker: Dask may give it several threads, but a pipeline of spaCy serves one."""


class DaskExecutor(Executor):
    """Work for the processes of a cluster; what one that ends leaves undone, another does.

    A future raises BrokenExecutor where the cluster gave the work up, or has had no worker for too long.
    """

    def __init__(self, client: "Client", patience: float = _PATIENCE) -> None:
        """Begin to look after the workers of this client."""
        self._client = client
        self._inner = client.get_executor(pure=False)
        self._patience = patience
        self._pending: set[Future[Any]] = set()
        self._ended = threading.Event()
        threading.Thread(target=self._look_after, daemon=True).start()

    @property
    def size(self) -> int:
        """How many processes there are, at least 1."""
        return max(len(self._client.nthreads()), 1)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """The result to come. Functions and values are sent to the worker, and each of them takes one at a time."""
        given: Future[T] = Future()
        self._pending.add(given)
        inner = self._inner.submit(_alone, fn, args, kwargs)
        inner.add_done_callback(lambda done: self._hand_on(done, given))
        return given

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End, when all is done or given up; with ``cancel_futures`` at once."""
        if wait and not cancel_futures:
            futures.wait(set(self._pending))
        self._ended.set()
        self._inner.shutdown(wait=False)

    def _hand_on(self, done: "Future[T]", given: "Future[T]") -> None:
        """Give the outcome on; what is wrong with the cluster itself has one type, whatever Dask calls it."""
        if not self._takes(given):
            return
        error = CancelledError("the cluster dropped it") if done.cancelled() else done.exception()
        if error is None:
            given.set_result(done.result())
        elif isinstance(error, CancelledError) or type(error).__module__.startswith("distributed"):
            given.set_exception(BrokenExecutor(str(error)))
        else:
            given.set_exception(error)

    def _look_after(self) -> None:
        """Give up all work when there has been no worker for too long: Dask itself would wait for ever."""
        without = 0.0
        while not self._ended.wait(_LOOK_EVERY):
            without = 0.0 if self._has_workers() else without + _LOOK_EVERY
            if without >= self._patience:
                for future in filter(self._takes, list(self._pending)):
                    future.set_exception(BrokenExecutor(f"the cluster has had no worker for {self._patience:.0f} s"))

    def _takes(self, future: Future[Any]) -> bool:
        """Whether the outcome of the future is still open; of two threads that ask, one is told so."""
        try:
            self._pending.remove(future)
        except KeyError:
            return False
        return True

    def _has_workers(self) -> bool:
        try:
            return bool(self._client.nthreads())
        except Exception:  # noqa: BLE001  # of many kinds, and each means that nobody answers
            return False


class ClusterPool:
    """Prints pages on a cluster: what ``LimitedPool`` is for this machine.

    A page that takes too long is left off in its worker, which goes on. The memory of a worker is Dask's to limit.
    """

    ahead = 64
    """How many pages wait for the workers, of whom there may be many. Set by hand: a page has up to 1 MB."""

    def __init__(self, address: str) -> None:
        """Reaches nothing yet."""
        self._address = address
        self._open: tuple[Any, DaskExecutor] | None = None

    def schedule(self, work: Callable[..., T], arguments: tuple[Any, ...], seconds: float) -> "Future[T]":
        """The result to come of ``work(*arguments)``, which may take so long."""
        if self._open is None:
            connected = connected_to(self._address)
            self._open = connected, connected.__enter__()
        return self._open[1].submit(_printed, printing_versions(), work, arguments, seconds)

    def stop(self) -> None:
        """Give up what is not done."""
        if self._open:
            self._open[0].__exit__(None, None, None)
            self._open = None

    def over_limit(self, error: BaseException, seconds: float) -> str:
        """Which limit the work went over, in words; empty where the error is the work's own."""
        if isinstance(error, TimeoutError):
            return f"it took longer than {seconds:.3g} seconds"
        return f"its worker ended ({error}); it may have run out of memory" if isinstance(error, BrokenExecutor) else ""


@contextmanager
def connected_to(address: str) -> Iterator[DaskExecutor]:
    """The executor of the cluster whose scheduler is at ``address``. Raises WorkerLost when it cannot be had."""
    if find_spec("distributed") is None:
        what = f"the cluster dask://{address} cannot be reached: the library distributed is not installed"
        raise WorkerLost(what, "pip install 'dossier-timelines[dask]'")
    from distributed import Client

    try:
        client = Client(f"tcp://{address}", set_as_default=False)
    except OSError as error:
        advice = "see that its scheduler runs there, or leave out --executor"
        raise WorkerLost(f"the cluster dask://{address} does not answer: {error}", advice) from None
    executor = DaskExecutor(client)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)
        with suppress(OSError, TimeoutError):
            client.close()


def _alone(work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
    """Runs in a worker."""
    with _one_at_a_time:
        return work(*args, **kwargs)


def _printed(versions: str, work: Callable[..., T], arguments: tuple[Any, ...], seconds: float) -> T:
    """Runs in a worker: prints only what would be printed here in the same bytes."""
    if versions != printing_versions():
        raise WorkerLost(
            "a worker of the cluster has other libraries or typefaces than this machine", "install the same"
        )
    from dossier.render.pdf.render_pdf import check_printing  # only a worker loads it

    check_printing()  # before the clock runs: an import that was ended in its middle would hold its lock for ever
    return within_seconds(work, arguments, seconds)
