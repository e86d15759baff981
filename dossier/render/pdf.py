"""Print a page as PDF in the project's own typefaces, the same bytes each time. Only this module imports WeasyPrint."""

import gc
import os
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from io import StringIO
from typing import Any

from dossier.errors import PrintingUnavailable
from dossier.render import fonts

_ADVICE = (
    "WeasyPrint needs Pango: on Debian or Ubuntu, apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; elsewhere see WeasyPrint's installation page. HTML needs none of it."
)
_FONT_SCHEME = "typeface"
_CLOCK_VARIABLE = "SOURCE_DATE_EPOCH"


def render_pdf(html: str) -> bytes:
    """The page as a tagged PDF; equal pages give equal bytes.

    Nothing is fetched but ``data:`` and the packaged typefaces; anything else that the page asks for is left out.
    Raises PrintingUnavailable when WeasyPrint or the typefaces cannot be loaded.
    """
    with _fixed_clock(), _without_garbage_collection():
        printed, missing = _print(html, _faces())
        return _print(html, _faces() + _boxes(missing))[0] if missing else printed


def _print(html: str, faces: str) -> tuple[bytes, frozenset[int]]:
    """The page as PDF, and the code points that no typeface has."""
    weasyprint = _weasyprint()
    # A new configuration for each document leaves no folder and no shared state behind. It costs 30 ms, by a
    # measurement that is not recorded.
    configuration = weasyprint.text.fonts.FontConfiguration()
    styles = [weasyprint.CSS(string=faces, url_fetcher=_fetcher(), font_config=configuration)]
    page = weasyprint.HTML(string=html, url_fetcher=_fetcher())
    document = page.render(stylesheets=styles, font_config=configuration)
    printed = bytes(document.write_pdf(pdf_tags=True))
    return printed, frozenset(code for font in document.fonts.values() for code in font.missing)


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
            if scheme == _FONT_SCHEME and name in fonts.FACES:
                return URLFetcherResponse(url, fonts.FACES[name].path.read_bytes(), {"Content-Type": "font/ttf"})
            if scheme == "data":
                return super().fetch(url, headers)
            raise ValueError(f"refused: {url}")

    return Offline()


@cache
def _faces() -> str:
    return "\n".join(
        f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight}; src: url({_FONT_SCHEME}:{name});"
        f" unicode-range: {', '.join(face.ranges())} }}"
        for name, face in fonts.FACES.items()
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


@contextmanager
def _fixed_clock() -> Iterator[None]:
    """Set the clock of the libraries to 1970 while they make a PDF, so that no time of the machine gets into it."""
    before = os.environ.get(_CLOCK_VARIABLE)
    os.environ[_CLOCK_VARIABLE] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK_VARIABLE]
        else:
            os.environ[_CLOCK_VARIABLE] = before
