"""Compare our printing with bare WeasyPrint's on the same pages, and one worker process with two, in one run.

    python benchmarks/printing.py DOSSIERS

``DOSSIERS`` is an output folder of ``dossier build`` with HTML. Its pages are the small dossiers; the large one is made
of the largest of them, many times over. Bare WeasyPrint takes the machine's typefaces. Seconds of the processor for the
two, of the clock for the workers, which include their start. The least of all rounds counts: other work only adds.
"""

import argparse
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import weasyprint

from dossier.pipeline.writing.printing import PageToPrint, Printer
from dossier.render.pdf import render_pdf as pdf

TIMES_OVER = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dossiers", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    small = [path.read_text("utf-8") for path in sorted(options.dossiers.glob("*/briefing.html"))]
    large = [many_times_over(max(small, key=len))]
    ours("<p>x</p>")  # reads the library
    for name, pages in (("small", small), ("large", large)):
        bare_seconds, our_seconds = fastest(options.rounds, time.process_time, pages, (in_turn(bare), in_turn(ours)))
        print(f"{name}: {len(pages)} pages, {sum(map(len, pages)):,} characters")
        print(
            f"  bare WeasyPrint {bare_seconds:.2f} s, ours {our_seconds:.2f} s, ratio {our_seconds / bare_seconds:.2f}"
        )
    one, two = fastest(options.rounds, time.perf_counter, small, (in_workers(1), in_workers(2)))
    print(f"small, on the clock: 1 worker {one:.2f} s, 2 workers {two:.2f} s, ratio {two / one:.2f}")


Printing = Callable[[Sequence[str]], None]


def fastest(rounds: int, clock: Callable[[], float], pages: Sequence[str], ways: Sequence[Printing]) -> list[float]:
    """The seconds of the fastest round of each way; the ways take turns."""
    seconds: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, taken in zip(ways, seconds, strict=True):
            start = clock()
            way(pages)
            taken.append(clock() - start)
    return [min(taken) for taken in seconds]


def in_turn(print_page: Callable[[str], bytes]) -> Printing:
    return lambda pages: [print_page(page) for page in pages] and None


def in_workers(workers: int) -> Printing:
    def printing(pages: Sequence[str]) -> None:
        with Printer(workers) as printer:
            list(printer.print((number, PageToPrint(str(number), page)) for number, page in enumerate(pages)))

    return printing


def ours(page: str) -> bytes:
    return pdf.render_pdf(page)


def bare(page: str) -> bytes:
    return bytes(weasyprint.HTML(string=page).write_pdf(pdf_tags=True))


def many_times_over(page: str) -> str:
    """A page with the body of this one ``TIMES_OVER`` times, each with ids of its own."""
    head, body, foot = re.fullmatch(r"(.*<main[^>]*>)(.*)(</main>.*)", page, re.DOTALL).groups()
    bodies = (re.sub(r'(id="|href="#)([a-z]\d)', rf"\1x{n}\2", body) for n in range(TIMES_OVER))
    return head + "".join(bodies) + foot


if __name__ == "__main__":
    main()
