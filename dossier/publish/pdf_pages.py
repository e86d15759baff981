"""Read the pages of a PDF back. pypdf is imported with the first: a build that prints nothing does not need it."""

import io


def page_count(pdf: bytes) -> int:
    """The number of pages. Raises ValueError when the bytes are no PDF that can be read."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return len(PdfReader(io.BytesIO(pdf)).pages)
    except PyPdfError as error:
        raise ValueError(str(error)) from error


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page. Raises ValueError as ``page_count`` does."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    except PyPdfError as error:
        raise ValueError(str(error)) from error
