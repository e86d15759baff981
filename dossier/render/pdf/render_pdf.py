"""Print a page as PDF in the project's own typefaces, the same bytes each time. Only this module imports WeasyPrint."""

import atexit
import gc
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from importlib.resources import files
from io import BytesIO, StringIO
from typing import Any

from dossier.errors import PrintingUnavailable
from dossier.render.options.paper import Paper
from dossier.render.pdf.deep_calls import with_room
from dossier.render.pdf.fixed_clock import fixed_clock
from dossier.render.pdf.footnote_rules import has_footnotes, without_footnotes
from dossier.render.pdf.late_edges import NO_EDGES, put_edges, taken_edges
from dossier.render.pdf.late_marks import put_marks, taken_marks
from dossier.render.pdf.line_drawing import quick_lines
from dossier.render.pdf.page_tree import describe_pictures, page_tree
from dossier.render.pdf.pdf_anchors import put_anchors, taken_anchors
from dossier.render.pdf.pdf_bytes import pages_listed_once, written
from dossier.render.pdf.pdf_filling import closer_rules, ends_poorly
from dossier.render.pdf.pdf_metadata import declare_accessible, describe_links, list_attachments_once
from dossier.render.pdf.pdf_structure import mend_structure
from dossier.render.pdf.unbroken_words import with_fewer_elements
from dossier.render.typefaces import fonts

_ADVICE = (
    "WeasyPrint needs Pango: on Debian or Ubuntu, apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; elsewhere see WeasyPrint's installation page. HTML needs none of it."
)
_FONT_SCHEME = "typeface"
_OWN_FACES = "@font-face"
_ONE_PAGE = ".//meta[@name='dossier.pages'][@content='1']"
"""Stands in a page that is to take one sheet."""
_SMALLER = tuple(f"html {{ font-size: {points}pt !important }}" for points in (8.6, 8.2, 7.8))
"""Sizes of type that are tried, one after the other, where such a page takes more. Set by hand."""
_VARIANT = "pdf/a-3a"
"""PDF/A-3 may hold a file of any kind, here the timeline. Level A has the structure that PDF/UA asks for."""
_COLOURS = "sRGB"
_STANDARD = {"pdf_variant": _VARIANT, "output_intent": _COLOURS}
_TIMELINE = "timeline.json"
_DAYLESS = "1970-01-01"


@dataclass(frozen=True, slots=True)
class _Typefaces:
    """WeasyPrint's configuration with typefaces loaded, and the CSS that asks for them."""

    configuration: Any
    styles: Any


@dataclass(frozen=True, slots=True)
class Printout:
    """A page as PDF, and the characters in it that no typeface has: boxes stand for them."""

    pdf: bytes
    boxed: str = ""


def render_pdf(html: str, timeline: bytes = b"", paper: Paper = Paper.A4) -> bytes:
    """The PDF that ``print_page`` makes of the page."""
    return print_page(html, timeline, paper).pdf


def print_page(html: str, timeline: bytes = b"", paper: Paper = Paper.A4) -> Printout:
    """The page as a PDF/A-3a and PDF/UA-1; equal pages give equal bytes.

    ``timeline`` is the timeline of the page as JSON; it is attached, unless it is empty. Nothing is fetched but
    ``data:`` and the packaged typefaces; anything else that the page asks for is left out.
    Raises PrintingUnavailable when WeasyPrint or the typefaces cannot be loaded.
    """
    drawing, line_break = _weasyprint().draw.text, _weasyprint().text.line_break
    with fixed_clock(), _without_garbage_collection(), quick_lines(drawing, line_break):
        faces = (*fonts.FACES, *fonts.script_faces(html))
        typefaces = _typefaces(_rules(faces)) if _OWN_FACES in html else _shared_typefaces(faces)
        printed, missing = _print(html, timeline, paper, typefaces)
        if missing:
            printed, _ = _print(html, timeline, paper, _typefaces(_rules(faces) + _boxes(missing)))
        return Printout(printed, "".join(map(chr, sorted(missing))))


@with_room
def _print(
    html: str, timeline: bytes, paper: Paper, typefaces: _Typefaces, *, has_late_edges: bool = True
) -> tuple[bytes, frozenset[int]]:
    """The page as PDF, and the code points that no typeface has."""
    # How high a line is that has been laid out before: its key is not unique for pages of different styles.
    typefaces.configuration.strut_layouts.clear()
    page = _read(with_fewer_elements(html))
    describe_pictures(page.etree_element)
    marks = taken_marks(page.etree_element, html)
    anchors = taken_anchors(page.etree_element, html)
    edges = taken_edges(page.etree_element, html) if has_late_edges else NO_EDGES
    document = _laid_out(page, typefaces, paper)
    put_anchors(document, anchors)
    if not put_edges(document, edges, _text_width(), _linked):
        return _print(html, timeline, paper, typefaces, has_late_edges=False)
    put_marks(document, marks, _text_width(), _linked)
    attachments = [_attachment(timeline, document.metadata.created)] if timeline else []
    with pages_listed_once(_weasyprint().pdf.pydyf.PDF):
        printed = bytes(document.write_pdf(attachments=attachments, finisher=_finish, **_STANDARD))
    return printed, frozenset(code for font in document.fonts.values() for code in font.missing)


def _read(html: str) -> Any:
    """The page as WeasyPrint's own."""
    tree = page_tree(html)
    page = _weasyprint().HTML(string=html if tree is None else "", url_fetcher=_fetcher())
    if tree is not None:
        page.wrapper_element = page.wrapper_element.from_html_root(tree, content_language=None)
        page.etree_element = tree
    if not has_footnotes(html):
        page._ua_stylesheets = lambda *_: [_rules_without_footnotes()]  # noqa: SLF001 nothing public sets them
    return page


@cache
def _rules_without_footnotes() -> Any:
    """WeasyPrint's own style sheet for a page without footnotes."""
    weasyprint = _weasyprint()
    return weasyprint.CSS(string=without_footnotes(weasyprint.html.UA))


def _laid_out(page: Any, typefaces: _Typefaces, paper: Paper) -> Any:
    """The document of a page: on one sheet where it asks for that, else, if it can be, without a poor last page."""

    def with_rules(rules: str) -> Any:
        return page.render(
            stylesheets=[typefaces.styles, _weasyprint().CSS(string=paper.rule + rules)],
            font_config=typefaces.configuration,
            color_profiles={_COLOURS: _colour_profile()},
            **_STANDARD,
        )

    document = with_rules("")
    if page.etree_element.find(_ONE_PAGE) is not None:
        sizes = iter(_SMALLER)
        while len(document.pages) > 1 and (size := next(sizes, "")):
            document = with_rules(size)
    elif ends_poorly(document):
        document = _fuller(document, with_rules)
    return document


def _fuller(document: Any, with_rules: Callable[[str], Any]) -> Any:
    """The document laid out so that its last page is worth one; else the first of those with the fewest pages."""
    tried = [document]
    for rules in closer_rules(document):
        tried.append(with_rules(rules))
        if len(tried[-1].pages) < len(document.pages) and not ends_poorly(tried[-1]):
            return tried[-1]
    return min(tried, key=lambda one: len(one.pages))


def _text_width() -> Callable[[Any, str], float]:
    """What tells how wide words are in the style of a text box; to make ready for a style takes longer than to tell."""
    line_break = _weasyprint().text.line_break
    ready: dict[int, Any] = {}  # a layout keeps its style

    def width(box: Any, words: str) -> float:
        layout = ready.get(id(box.style)) or ready.setdefault(id(box.style), line_break.Layout(box.style))
        layout.set_text(words)
        return float(line_break.line_size(layout.get_first_line()[0], box.style)[0])

    return width


def _linked(text: Any) -> Any:
    """The box of an element ``a`` around this text box."""
    box = _weasyprint().formatting_structure.boxes.InlineBox("a", text.style, text.element, [text])
    same = ("position_x", "position_y", "width", "height", "margin_top", "margin_bottom", "background")
    edges = (f"{edge}_{side}" for edge in ("margin", "padding") for side in ("left", "right"))
    rims = (f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
    vars(box).update(dict.fromkeys((*edges, *rims, "padding_top", "padding_bottom"), 0))
    vars(box).update({name: getattr(text, name, None) for name in same})
    return box


def _finish(_: Any, pdf: Any) -> None:
    """Mend what WeasyPrint made, before it is written."""
    mend_structure(pdf)
    describe_links(pdf)
    declare_accessible(pdf)
    list_attachments_once(pdf)
    pdf.write = partial(_write, pdf)


def _write(pdf: Any, output: Any, version: str | bytes, *_: object) -> None:
    """Write the PDF into a file, in place of pydyf."""
    output.write(written(pdf, version.encode() if isinstance(version, str) else version))


def _colour_profile() -> Any:
    """What the numbers of colours mean, from the file that WeasyPrint ships; it would not close it."""
    profile = files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
    return _weasyprint().css.ColorProfile(BytesIO(profile), "", "relative-colorimetric", (["r"], ["g"], ["b"]))


def _attachment(timeline: bytes, day: str | None) -> Any:
    """The timeline as a file within the PDF, dated by the day that the page is of."""
    made = datetime.fromisoformat(day or _DAYLESS).replace(tzinfo=UTC)
    about = "The timeline of this briefing as data, with every source"
    return _weasyprint().Attachment(
        string=timeline, name=_TIMELINE, description=about, created=made, modified=made, relationship="Data"
    )


@cache
def _shared_typefaces(faces: tuple[str, ...]) -> _Typefaces:
    """These packaged typefaces, loaded once: that took a fifth of the time of a small dossier.

    A page that loads others gets a configuration of its own, since they would stay for the pages after it.
    """
    atexit.register(_shared_typefaces.cache_clear)  # removes its temporary files while that can be done
    return _typefaces(_rules(faces))


def _typefaces(rules: str) -> _Typefaces:
    weasyprint = _weasyprint()
    configuration = weasyprint.text.fonts.FontConfiguration()
    return _Typefaces(configuration, weasyprint.CSS(string=rules, url_fetcher=_fetcher(), font_config=configuration))


def check_printing() -> str:
    """The versions of Pango and WeasyPrint. Raises PrintingUnavailable when they cannot be loaded."""
    weasyprint = _weasyprint()
    pango = weasyprint.text.ffi.pango.pango_version()
    return f"{pango // 10000}.{pango // 100 % 100}.{pango % 100}, WeasyPrint {weasyprint.__version__}"


def _weasyprint() -> Any:
    try:
        with redirect_stdout(StringIO()):  # where Pango is missing, WeasyPrint prints a page of help
            import weasyprint
            import weasyprint.text.fonts
    except OSError as error:
        what = str(error).partition(":")[0]  # the rest repeats it
        raise PrintingUnavailable(f"PDF cannot be made here: {what}", _ADVICE) from error
    return weasyprint


@cache
def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Offline(URLFetcher):  # type: ignore[misc]
        """Fetches the packaged typefaces and ``data:`` only. WeasyPrint goes on without what is refused."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            scheme, _, name = url.partition(":")
            if scheme == _FONT_SCHEME and (face := fonts.packaged(name)):
                return URLFetcherResponse(url, face.path.read_bytes(), {"Content-Type": "font/ttf"})
            if scheme == "data":
                return super().fetch(url, headers)
            raise ValueError(f"refused: {url}")

    return Offline()


@cache
def _rules(faces: tuple[str, ...]) -> str:
    """The CSS that loads the typefaces of these names."""
    return "\n".join(
        f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight}; src: url({_FONT_SCHEME}:{name});"
        f" unicode-range: {', '.join(face.ranges())} }}"
        for name in faces
        if (face := fonts.packaged(name))
    )


def _boxes(missing: frozenset[int]) -> str:
    # Left alone, WeasyPrint renumbers all glyphs of a typeface that lacks one, and some readers find no text.
    data = b64encode(fonts.boxes(missing)).decode()
    return f"\n@font-face {{ font-family: 'Boxes'; src: url(data:font/ttf;base64,{data}) }}"


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Pause garbage collection: while a page is laid out, all its objects are in use.

    Garbage collection took a quarter of the time; the measurement is not recorded.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
