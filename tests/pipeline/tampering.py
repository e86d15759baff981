"""Single changes to a build and its store, as somebody might make them who wants it to say something else."""

import json
import os
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.codec import (
    CHANGES,
    MANIFEST,
    decode_changes,
    decode_dossier_changes,
    decode_index,
    decode_manifest,
    decode_timeline,
    encode_index,
    encode_manifest,
    encode_timeline,
)
from dossier.model import WHOLE_CASE
from dossier.pipeline.cases.case import signature
from dossier.pipeline.writing.start_page import case_of_folder, start_page
from dossier.publish.manifest import file_forms
from dossier.render import START_PAGE, render_html, render_index
from dossier.render.index_context import StartFile
from dossier.store.checksums import checksum


@dataclass(frozen=True)
class Place:
    """A build that may be harmed: the folder of the editions, the latest of them, and the store."""

    root: Path
    store: Path

    @property
    def edition(self) -> Path:
        """The latest edition."""
        return (self.root / "latest").resolve()

    def files(self, pattern: str) -> list[Path]:
        """The files of the latest edition that a pattern matches, sorted."""
        return sorted(self.edition.glob(pattern))


Change = Callable[[Place, random.Random], None]


def another(value: Any, chance: random.Random) -> Any:
    """Another value of the same kind."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + chance.choice((1, 2, 7))
        case str() if value:
            place = chance.randrange(len(value))
            return value[:place] + ("x" if value[place] != "x" else "y") + value[place + 1 :]
    return "x"


def leaves(form: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all leaves of a JSON value."""
    inside = form.items() if isinstance(form, dict) else enumerate(form) if isinstance(form, list) else None
    if inside is None:
        yield path
    else:
        for key, value in inside:
            yield from leaves(value, (*path, key))


def json_leaf(pattern: str, wanted: str = "") -> Change:
    """Change one leaf of a JSON file; only one whose path has the key ``wanted``, where that is given."""

    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files(pattern))
        form = json.loads(path.read_text("utf-8"))
        *above, last = chance.choice([one for one in leaves(form) if not wanted or wanted in one])
        inner = form
        for key in above:
            inner = inner[key]
        inner[last] = another(inner[last], chance)
        path.write_text(json.dumps(form, ensure_ascii=False, indent=1) + "\n", "utf-8")

    return change


def word(pattern: str) -> Change:
    """Take one word out of the text of a page."""

    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files(pattern))
        text = path.read_text("utf-8")
        words = [match.span() for match in re.finditer(r"(?<=[ >])[A-Za-z]{2,}(?=[ <.,])", text[text.index("<body") :])]
        start, end = (position + text.index("<body") for position in chance.choice(words))
        path.write_text(text[:start] + text[end:], "utf-8")

    return change


def byte(pattern: str) -> Change:
    """Change one byte of a file."""

    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files(pattern))
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)

    return change


def removed(pattern: str) -> Change:
    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files(pattern))
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return change


def renamed(pattern: str) -> Change:
    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files(pattern))
        path.rename(path.with_name(f"{chance.randrange(1000)}-{path.name}"))

    return change


def added(name: str) -> Change:
    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files("*/timeline.json")).parent / name
        path.write_text(str(chance.random()))

    return change


def swapped(pattern: str) -> Change:
    def change(place: Place, chance: random.Random) -> None:
        one, other = chance.sample(place.files(pattern), 2)
        first, second = one.read_bytes(), other.read_bytes()
        one.write_bytes(second)
        other.write_bytes(first)

    return change


def linked(pattern: str) -> Change:
    """Put a link to a copy of a file in its place."""

    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files(pattern))
        copy = place.root / f"copy-of-{path.name}"
        path.rename(copy)
        path.symlink_to(copy)

    return change


def mark(text: str) -> Change:
    def change(place: Place, chance: random.Random) -> None:
        path = place.root / "editions" / ".0002.approved"
        path.write_text(text or f"{chance.getrandbits(256):064x}\n")

    return change


def earlier_manifest(place: Place, chance: random.Random) -> None:
    """Change a leaf of the manifest of the edition before."""
    path = place.root / "editions" / "0001" / MANIFEST
    form = json.loads(path.read_text("utf-8"))
    form["as_of"] = another(form["as_of"], chance)
    path.write_text(json.dumps(form, indent=1) + "\n")


def earlier_number(place: Place, chance: random.Random) -> None:
    """Give the latest edition a number that it does not have, and have ``latest`` lead there."""
    target = place.root / "editions" / f"{chance.randrange(3, 99):04}"
    place.edition.rename(target)
    (place.root / "latest").unlink()
    (place.root / "latest").symlink_to(os.path.relpath(target, place.root))


def row(table: str, column: str) -> Change:
    """Change a cell of a random row of the store."""

    def change(place: Place, chance: random.Random) -> None:
        with closing(sqlite3.connect(place.store)) as connection, connection:
            rows = connection.execute(f"select rowid, {column} from {table} order by rowid").fetchall()
            number, cell = chance.choice(rows)
            if isinstance(cell, bytes):
                spot = chance.randrange(len(cell))
                cell = cell[:spot] + bytes([cell[spot] ^ 1]) + cell[spot + 1 :]
            else:
                cell = another(cell, chance)
            connection.execute(f"update {table} set {column} = ? where rowid = ?", (cell, number))

    return change


def gone(table: str) -> Change:
    """Delete a row of the store."""

    def change(place: Place, chance: random.Random) -> None:
        with closing(sqlite3.connect(place.store)) as connection, connection:
            rows = [number for (number,) in connection.execute(f"select rowid from {table} order by rowid")]
            connection.execute(f"delete from {table} where rowid = ?", (chance.choice(rows),))

    return change


def forged(old: str, new: str) -> Change:
    """Put other words into annotations, with the checksums that belong to them."""

    def change(place: Place, chance: random.Random) -> None:
        with closing(sqlite3.connect(place.store)) as connection, connection:
            rows = connection.execute("select rowid, article, annotator, body from annotation").fetchall()
            hit = [one for one in rows if old.encode() in one[3]]
            number, article, annotator, body = chance.choice(sorted(hit))
            body = body.replace(old.encode(), new.encode())
            cells = (body, checksum(article, annotator, body), number)
            connection.execute("update annotation set body = ?, checksum = ? where rowid = ?", cells)

    return change


def covered(change: Change) -> Change:
    """The change, and the manifest made to fit."""

    def both(place: Place, chance: random.Random) -> None:
        change(place, chance)
        path = place.edition / MANIFEST
        form = json.loads(path.read_text("utf-8"))
        form["files"] = [
            {"path": file.path, "sha256": file.sha256, "size": file.size} for file in file_forms(place.edition)
        ]
        path.write_bytes(encode_manifest(decode_manifest(json.dumps(form).encode())))

    return both


def retold(old: str, new: str) -> Change:
    """Have every JSON file and every page say other words."""

    def change(place: Place, chance: random.Random) -> None:
        for path in (*place.files("**/*.json"), *place.files("**/*.html")):
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    return change


def agreeing(key: str, value: Callable[[Any], Any]) -> Change:
    """Change what a timeline says of its first entry, and make the page beside it say the same."""

    def change(place: Place, chance: random.Random) -> None:
        path = chance.choice(place.files("*/timeline.json"))
        form = json.loads(path.read_text("utf-8"))
        form["events"][0][key] = value(form["events"][0][key])
        timeline, generator = decode_timeline(json.dumps(form).encode())
        path.write_bytes(encode_timeline(timeline, generator))
        history = decode_dossier_changes((path.parent / CHANGES).read_bytes())
        page = render_html(timeline, signature(generator), history, page_links(place.edition))
        path.with_name("briefing.html").write_text(page, "utf-8")

    return change


def page_links(edition: Path) -> dict[str, str]:
    """What leads from a page to the others."""
    written = decode_index((edition / "index.json").read_bytes()).written
    return {START_PAGE: "../index.html"} | {key: f"../{entry.files['html']}" for key, entry in written}


def without_a_dossier(place: Place, chance: random.Random) -> None:
    """Remove a dossier with its entry in the index."""
    path = place.edition / "index.json"
    form = json.loads(path.read_text("utf-8"))
    entry = chance.choice([one for one in form["dossiers"] if one["files"]])
    form["dossiers"].remove(entry)
    shutil.rmtree((place.edition / entry["files"]["json"]).parent)
    path.write_text(json.dumps(form, ensure_ascii=False, indent=1) + "\n", "utf-8")


def without_skipped(place: Place, chance: random.Random) -> None:
    """Take out of the index what could not be read, and have the start page say the same."""
    path = place.edition / "index.json"
    index = decode_index(path.read_bytes())
    index.skipped.clear()
    path.write_bytes(encode_index(index))
    changes = decode_changes((place.edition / CHANGES).read_bytes())
    histories = [decode_dossier_changes(file.read_bytes()) for file in place.files(f"*/{CHANGES}")]
    by_id = {history.entity.id if history.entity else WHOLE_CASE: history for history in histories}
    told = start_page(index, 2, case_of_folder(place.edition, index, changes, by_id))
    for name in StartFile:
        (place.edition / name).write_text(render_index(told, name=name), "utf-8")
