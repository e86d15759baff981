"""Compare a PDF with what bare WeasyPrint takes for the same words as plain paragraphs, in one run.

    python benchmarks/pages.py DOSSIERS

``DOSSIERS`` is an output folder of ``dossier build`` with JSON. The largest dossier is made larger: its entries and
their articles are told again and again, until there are 200 entries, and 1,000. A paragraph is an entry, a note, a
source, or else a block of the page; the same paragraphs are printed with a link from each to another, too. Seconds of
the processor; the least of all rounds counts: other work only adds.
"""

import argparse
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from itertools import chain
from pathlib import Path

import weasyprint
from lxml import html as lxml_html

from dossier.codec import decode_timeline
from dossier.model import Event, Timeline
from dossier.render import Medium, render_html, render_pdf

SIZES = (200, 1000)
_BLOCKS = frozenset("p li h1 h2 h3 div section figcaption header ol ul dl figure footer aside main table tr".split())
_WHOLE = frozenset(("li", "tr"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dossiers", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    files = options.dossiers.glob("*/timeline.json")
    timelines = [decode_timeline(path.read_bytes())[0] for path in files]
    largest = max((timeline for timeline in timelines if timeline.actor), key=lambda timeline: len(timeline.events))
    render_pdf("<p>x</p>")  # reads the library
    for size in SIZES:
        compare(enlarged(largest, size), options.rounds)


def compare(timeline: Timeline, rounds: int) -> None:
    page = render_html(timeline, "benchmark", medium=Medium.PAPER)
    told = list(paragraphs(page))
    plain = "<html lang=en><title>t</title>" + "".join(f"<p>{escape(words)}</p>" for words in told)
    linked = "<html lang=en><title>t</title>" + "".join(
        f"<p id=p{n}>{escape(words)} <a href='#p{n * 7 % len(told)}'>[{n}]</a></p>" for n, words in enumerate(told)
    )
    ways = (lambda: as_it_is(plain), lambda: as_it_is(linked), lambda: render_pdf(page))
    bare, with_links, ours = fastest(rounds, *ways)
    elements = len(re.findall("<[a-z]", page)) / len(told)
    print(
        f"{len(timeline.events)} entries, {sum(len(words.split()) for words in told):,} words, "
        f"{elements:.1f} elements a paragraph: bare {bare:.2f} s, with links {with_links / bare:.2f} times that, "
        f"ours {ours:.2f} s, {ours / bare:.2f} times"
    )


def as_it_is(page: str) -> bytes:
    return bytes(weasyprint.HTML(string=page).write_pdf(pdf_tags=True))


def fastest(rounds: int, *ways: Callable[[], object]) -> list[float]:
    """The seconds of the fastest round of each way; the ways take turns."""
    seconds: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, taken in zip(ways, seconds, strict=True):
            start = time.process_time()
            way()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in seconds]


def enlarged(timeline: Timeline, size: int) -> Timeline:
    """The timeline with so many entries: the events are told again, each time by articles of their own."""
    times = -(-size // len(timeline.events))
    told = [again(event, n) for n in range(times) for _, event in timeline.events][:size]
    ids = {event.id for event in told}
    parts = ((n, id_, those) for n in range(times) for id_, those in timeline.parts.items())
    kept = {f"{id_}x{n}": tuple(again(one, n) for one in those) for n, id_, those in parts if f"{id_}x{n}" in ids}
    cited = {piece.article for event in (*told, *chain(*kept.values())) for piece in event.evidence}
    return Timeline(
        actor=replace(timeline.actor, links=(), descriptions=()),
        as_of=timeline.as_of,
        events=tuple(enumerate(told, 1)),
        articles={id_: replace(timeline.articles[id_.partition("x")[0]], id=id_) for id_ in sorted(cited)},
        parts=kept,
    )


def again(event: Event, n: int) -> Event:
    """The event as other articles tell it: ids get a number."""
    pieces = tuple(replace(piece, article=f"{piece.article}x{n}", origin=None) for piece in event.evidence)
    return replace(event, id=f"{event.id}x{n}", evidence=pieces, links=(), not_before=None, not_after=None)


def paragraphs(page: str) -> Iterator[str]:
    """The words of the page, without its pictures, in paragraphs."""
    body = lxml_html.document_fromstring(page).find("body")
    for picture in body.xpath("//svg"):
        picture.drop_tree()
    for words in "".join(_pieces(body, False)).split("\0"):
        if told := " ".join(words.split()):
            yield told


def _pieces(element: lxml_html.HtmlElement, is_inside: bool) -> Iterator[str]:
    edge = "\0" if element.tag in _BLOCKS and not is_inside else " " if element.tag in _BLOCKS else ""
    yield edge + (element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("script", "style"):
            yield from _pieces(child, is_inside or element.tag in _WHOLE)
        yield child.tail or ""
    yield edge


if __name__ == "__main__":
    main()
