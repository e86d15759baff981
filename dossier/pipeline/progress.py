"""Progress of long work: the work reports steps, and its caller decides how to show them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

Advance = Callable[[int], None]
Progress = Callable[[str, int | None], AbstractContextManager[Advance]]
"""Takes a label and the number of steps (None: unknown); gives a function to call with the steps just done."""
_SECONDS_BETWEEN_LINES = 0.2
"""Between two lines of a file of progress. Set by hand: whoever looks sees it move."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of long work, and how many of its steps are done; None of how many where that is not known."""

    label: str
    done: int
    steps: int | None


@contextmanager
def silent(label: str, steps: int | None) -> Iterator[Advance]:
    """Progress that is not shown."""
    yield lambda done: None


def progress_into(file: Path, shown: Progress = silent) -> Progress:
    """Progress that stands in a file, for another process to read, beside being ``shown``.

    Where the file cannot be written, the work goes on without.
    """

    @contextmanager
    def progress(label: str, steps: int | None) -> Iterator[Advance]:
        count, written = 0, monotonic()

        def advance(done: int) -> None:
            nonlocal count, written
            count += done
            tell(done)
            if monotonic() - written >= _SECONDS_BETWEEN_LINES:
                _write(file, Stage(label, count, steps))
                written = monotonic()

        _write(file, Stage(label, 0, steps))
        with shown(label, steps) as tell:
            yield advance

    return progress


def read_progress(file: Path) -> Stage | None:
    """The stage that ``progress_into`` wrote last; None where it has written none."""
    with suppress(OSError, ValueError, IndexError):
        label, done, steps = file.read_text("utf-8").split("\n")[-2].split("\t")
        return Stage(label, int(done), int(steps) if steps else None)
    return None


def _write(file: Path, stage: Stage) -> None:
    steps = "" if stage.steps is None else stage.steps
    with suppress(OSError), file.open("a", encoding="utf-8") as lines:
        lines.write(f"{stage.label}\t{stage.done}\t{steps}\n")
