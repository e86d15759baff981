"""Work comes in its order, and one long piece of it keeps nobody idle."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from threading import Timer

import pytest

from dossier.pipeline.workers.worker_process import in_turn

DONE, LONG = "done", "long"


def under_way(seconds: float) -> Future[str]:
    """Work that is done after so many seconds."""
    found: Future[str] = Future()
    Timer(seconds, found.set_result, ["result"]).start()
    return found


def work(kind: str) -> Future[str]:
    found: Future[str] = Future()
    found.set_result("result")
    return found if kind == DONE else under_way(0.5)


def begun(kinds: Iterable[str], asked: list[int]) -> Iterator[tuple[int, Future[str]]]:
    for number, kind in enumerate(kinds):
        asked.append(number)
        yield number, work(kind)


@pytest.mark.parametrize(
    ("kinds", "ahead", "asked_before_the_first"),
    [
        ([DONE] * 5, 0, 1),
        ([LONG, DONE, DONE, DONE, DONE], 0, 1),
        ([LONG, DONE, DONE, DONE, DONE], 1, 5),  # what is done makes room for more
        ([LONG, LONG, LONG, DONE, DONE], 1, 2),
        ([LONG, *[DONE] * 20], 2, 17),  # but no more waits for the first than eight times what is under way
    ],
)
def test_work_comes_in_its_order_and_the_next_is_begun_while_few_are_under_way(
    kinds: list[str], ahead: int, asked_before_the_first: int
) -> None:
    asked: list[int] = []
    found = in_turn(begun(kinds, asked), ahead)
    first = next(found)[0]
    assert len(asked) == asked_before_the_first
    assert [first, *(number for number, _ in found)] == list(range(len(kinds)))
