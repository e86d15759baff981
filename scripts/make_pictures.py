"""Make the pictures of the README from the sample case: the first page of a dossier, and its chronology.

    python scripts/make_pictures.py

It needs pdftoppm (poppler-utils). Run it after a change of how pages look; the pictures are kept small on purpose.
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdf
from PIL import Image, ImageOps

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
NAME = "Khaled al-Zarrouni"
WIDTH = 760  # pixels: GitHub shows a README about as wide
COLOURS = 48  # enough for letters on paper with one accent
LARGEST = 150_000  # bytes
BORDER = "#b0b0b0"


def build(folder: Path) -> Path:
    """Build the dossier of the sample case into the folder, and give its PDF."""
    command = [sys.executable, "-m", "dossier", "build", "seeds/articles", "--entity", NAME, "--format", "pdf,json"]
    options = ["--as-of", "2021-04-30", "--output", str(folder / "out"), "--store", str(folder / "store.db"), "--quiet"]
    subprocess.run([*command, *options], cwd=ROOT, check=False)  # 3: the case holds one article twice
    (pdf,) = folder.glob("out/khaled-al-zarrouni-*/briefing.pdf")
    return pdf


def page_with(pdf: Path, heading: str) -> int:
    """The number of the first page that has this heading, from 1 on."""
    pages = enumerate(pypdf.PdfReader(pdf).pages, 1)
    return next(number for number, page in pages if heading in map(str.strip, page.extract_text().splitlines()))


def picture(pdf: Path, page: int) -> bytes:
    """The page as a small PNG with a border."""
    size = ["-png", "-singlefile", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    command = ["pdftoppm", "-f", str(page), "-l", str(page), *size, str(pdf)]
    drawn = Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))
    framed = ImageOps.expand(drawn.convert("RGB"), 1, BORDER)
    small = io.BytesIO()
    framed.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "png", optimize=True)
    return small.getvalue()


def main() -> None:
    """Write both pictures, and say how large they are."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        pdf = build(Path(made))
        for name, page in (("first-page", 1), ("chronology", page_with(pdf, "March 2021"))):
            content = picture(pdf, page)
            if len(content) > LARGEST:
                raise SystemExit(f"{name}: {len(content)} bytes are too many for a README")
            (FOLDER / f"{name}.png").write_bytes(content)
            print(f"docs/pictures/{name}.png: page {page}, {len(content)} bytes")


if __name__ == "__main__":
    main()
