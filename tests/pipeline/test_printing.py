"""Pages printed in worker processes: in order, within limits, and what becomes of a page that fails."""

import os
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from dossier.model import Issue
from dossier.pipeline.writing.printing import PageToPrint, PrintedPage, Printer, PrintLimits
from dossier.render import render_pdf

ROOT = Path(__file__).parents[2]
SMALL = "<html lang=en><title>t</title><p>It goes on, number {}.</p></html>"
LONG = "<html lang=en><title>t</title>" + "<p>It goes on and on.</p>" * 20_000 + "</html>"
THREE_SECONDS_FOR_THE_LONG = PrintLimits(seconds=60, seconds_per_character=-57 / len(LONG))
"""Nearly 60 for a small page, in which a process can start on the busiest machine."""
OTHERS = "the other files of this dossier are there"


def small(number: int) -> PageToPrint:
    return PageToPrint(f"{number}/briefing.pdf", SMALL.format(number))


def long() -> PageToPrint:
    return PageToPrint("long/briefing.pdf", LONG)


def printed(limits: PrintLimits, *pages: PageToPrint | None, workers: int = 1) -> list[PrintedPage | Issue | None]:
    with Printer(workers, limits) as printer:
        results = list(printer.print(enumerate(pages)))
    assert [number for number, _ in results] == list(range(len(pages)))
    return [result for _, result in results]


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 3])
def test_each_page_comes_in_its_turn_as_it_is_printed_here(workers: int) -> None:
    pages = [small(0), None, *map(small, range(1, 9))]
    expected = [PrintedPage(page.name, render_pdf(page.html)) if page else None for page in pages]
    assert printed(PrintLimits(), *pages, workers=workers) == expected
    assert not active_children()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("limits", "reasons"),
    [
        (THREE_SECONDS_FOR_THE_LONG, ["it took longer than 3 seconds"]),
        (
            PrintLimits(memory=400 << 20),
            [
                "it took more memory than 0.391 GB",
                # GLib ends the process where it is the first to ask for more
                "its process ended (exit code -6); it may have run out of memory",
            ],
        ),
    ],
)
def test_a_page_over_its_limit_is_left_out_and_the_others_are_printed(limits: PrintLimits, reasons: list[str]) -> None:
    first, second, third = printed(limits, small(1), long(), small(2))
    assert second in [Issue("long/briefing.pdf", f"not printed: {reason}", OTHERS) for reason in reasons]
    assert [first, third] == [PrintedPage(page.name, render_pdf(page.html)) for page in (small(1), small(2))]


def test_without_a_page_no_process_is_started_and_no_library_read() -> None:
    script = """
import sys
from multiprocessing import active_children
from dossier.pipeline.writing.printing import Printer
with Printer(2) as printer:
    print(list(printer.print([("nobody", None)])), active_children(), {"pebble", "weasyprint"} & set(sys.modules))
"""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True, text=True)
    assert done.stdout == "[('nobody', None)] [] set()\n"


@pytest.mark.slow
def test_where_nothing_can_be_printed_that_is_said_of_each_page_in_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("libpango-1.0.so.0", "libpango-1.0.dylib"):  # the loader finds an empty file for the library
        (tmp_path / name).touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    monkeypatch.setenv("DYLD_LIBRARY_PATH", str(tmp_path))
    results = printed(PrintLimits(), *map(small, range(5)))
    assert {result.where for result in results if isinstance(result, Issue)} == {"PDF"}
    assert len(set(results)) == 1


@pytest.mark.slow
def test_an_exception_ends_the_processes_at_once_and_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def pages() -> Iterator[tuple[str, PageToPrint]]:
        yield from (("", long()) for _ in range(2))
        assert active_children()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Printer(1) as printer:
        list(printer.print(pages()))
    assert not active_children()
    assert not list(tmp_path.iterdir())
