"""Everything that a file of a build could say: its bytes, and of a PDF all that is packed in it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
from pypdf.generic import DictionaryObject, StreamObject


def places_of(word: str, folder: Path) -> list[str]:
    """Where a word stands below a folder, in any case: in names of files, in their bytes, in what a PDF packs."""
    return [
        f"{path.relative_to(folder)}: {what}"
        for path in sorted(folder.rglob("*"))
        for what, data in _layers(path)
        if any(form in data.lower() for form in _forms(word.lower()))
    ]


def _forms(word: str) -> Iterator[bytes]:
    """The word as bytes, in the encodings of files, and in hexadecimal digits as a PDF may have it."""
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        written = word.encode(encoding)
        yield from (written, written.hex().encode())


def _layers(path: Path) -> Iterator[tuple[str, bytes]]:
    yield "its name", path.name.encode()
    if path.is_symlink():
        yield "where it leads", str(path.readlink()).encode()
    elif path.is_file():
        yield "its bytes", path.read_bytes()
        if path.suffix == ".pdf":
            yield from _of_pdf(path.read_bytes())


def _of_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each object of a PDF, its stream decompressed, and the text of each page as a reader sees it."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    objects = [reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"])))]
    for number, one in enumerate(objects, 1):
        yield f"object {number}", repr(one).encode("utf-8", "surrogatepass")
        if isinstance(one, StreamObject):
            yield f"stream {number}", one.get_data()
        if isinstance(one, DictionaryObject):
            yield f"strings {number}", " ".join(map(str, one.values())).encode("utf-8", "surrogatepass")
    for number, page in enumerate(reader.pages, 1):
        yield f"page {number}", page.extract_text().encode("utf-8", "surrogatepass")
