"""Single changes to a build and its store, of which the last are covered by a manifest that fits."""

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.codec import MANIFEST
from dossier.model import ActorPointer, Judgement, Rejection, Watched
from dossier.pipeline.checking.rebuilding import Remaking
from dossier.pipeline.checking.verified_build import verify_build
from dossier.pipeline.destination import EditionRules
from dossier.pipeline.run import Intake, Job, build
from dossier.publish.editions import approve
from dossier.store import Store
from tests.pipeline import tampering as by
from tests.pipeline.tampering import Change, Place

pytestmark = pytest.mark.slow  # it starts the parser
ARTICLES = {
    "a.txt": "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.",
    "b.txt": "Peter Brandt was released in Paris on 20 May 2020. The mayor praised Peter Brandt on 21 May 2020.",
    "c.txt": "Ada Stahl left London on 2 June 2020. Ada Stahl accused Peter Brandt of fraud on 3 June 2020.",
}
FOUND = {
    "a word of a timeline": by.json_leaf("*/timeline.json", "summary"),
    "a date of a timeline": by.json_leaf("*/timeline.json", "when"),
    "a quote": by.json_leaf("*/timeline.json", "quote"),
    "a source": by.json_leaf("*/timeline.json", "articles"),
    "anything in a timeline": by.json_leaf("*/timeline.json"),
    "a word of a page": by.word("*/briefing.html"),
    "another word of a page": by.word("*/briefing.html"),
    "a byte of a page": by.byte("*/briefing.html"),
    "a byte of a PDF": by.byte("*/briefing.pdf"),
    "another byte of a PDF": by.byte("*/briefing.pdf"),
    "a word of the index page": by.word("index.html"),
    "anything in the index": by.json_leaf("index.json"),
    "a count of the index": by.json_leaf("index.json", "counts"),
    "a hash of the manifest": by.json_leaf(MANIFEST, "files"),
    "an article of the manifest": by.json_leaf(MANIFEST, "articles"),
    "a setting of the manifest": by.byte(MANIFEST),
    "anything in the case": by.json_leaf("case.json"),
    "no case": by.removed("case.json"),
    "no manifest": by.removed(MANIFEST),
    "no index": by.removed("index.json"),
    "no index page": by.removed("index.html"),
    "no timeline": by.removed("*/timeline.json"),
    "no PDF": by.removed("*/briefing.pdf"),
    "no dossier": by.removed("*-*"),
    "a page renamed": by.renamed("*/briefing.html"),
    "a dossier renamed": by.renamed("*-*"),
    "a file more": by.added("note.txt"),
    "a hidden file more": by.added(".note"),
    "two timelines swapped": by.swapped("*/timeline.json"),
    "two pages swapped": by.swapped("*/briefing.html"),
    "two PDFs swapped": by.swapped("*/briefing.pdf"),
    "a page that is a link": by.linked("*/briefing.html"),
    "an index that is a link": by.linked("index.json"),
    "a dossier that is a link": by.linked("*-*"),
    "the mark of approval": by.mark(""),
    "an empty mark of approval": by.mark(" "),
    "the manifest of the edition before": by.earlier_manifest,
    "the number of the edition": by.earlier_number,
    "an article of the store": by.row("article", "body"),
    "annotations of the store": by.row("annotation", "body"),
    "a judgement of the store": by.row("judgement", "body"),
    "an article of the run": by.row("run_article", "article"),
}

COVERED = {
    "a word of a page": by.word("*/briefing.html"),
    "a byte of a page": by.byte("*/briefing.html"),
    "a word of the start page": by.word("index.html"),
    "a word of the page on how to read": by.word("reading.html"),
    "a byte of a PDF": by.byte("*/briefing.pdf"),
    "another byte of a PDF": by.byte("*/briefing.pdf"),
    "two PDFs swapped": by.swapped("*/briefing.pdf"),
    "no PDF": by.removed("*/briefing.pdf"),
    "a word of a timeline": by.json_leaf("*/timeline.json", "summary"),
    "a date of a timeline": by.json_leaf("*/timeline.json", "when"),
    "anything in a timeline": by.json_leaf("*/timeline.json"),
    "a count of the index": by.json_leaf("index.json", "counts"),
    "a date of the case": by.json_leaf("case.json", "when"),
    "a quote of the case": by.json_leaf("case.json", "quote"),
    "an article of the case": by.json_leaf("case.json", "sha256"),
    "no case": by.removed("case.json"),
    "how much an event of the case matters": by.json_leaf("case.json", "importance"),
    "what changed": by.json_leaf("changes.json"),
    "what changed in a dossier": by.json_leaf("*/changes.json"),
    "a file more": by.added("note.txt"),
    "no dossier": by.without_a_dossier,
    "what was skipped": by.without_skipped,
    "a line and its page": by.agreeing("summary", lambda words: f"{words} again"),
    "a denial and its page": by.agreeing("polarity", lambda polarity: "negative"),
    "how sure an entry is, and its page": by.agreeing("certainty", lambda certainty: "possible"),
    "annotations with their checksum": by.forged('"polarity":"positive"', '"polarity":"negative"'),
}
NEEDS_REBUILDING = {
    "a byte of a PDF",
    "another byte of a PDF",
    "two PDFs swapped",
    "what changed",
    "what was skipped",
    "how much an event of the case matters",
    "a line and its page",
    "annotations with their checksum",
}
"""Of the covered changes, those that only making everything again finds."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two editions of three articles, the second approved, and their store."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "in").mkdir()
    for name, text in ARTICLES.items():
        (folder / "in" / name).write_text(text)
    (folder / "in" / "empty.txt").write_text("")
    job = Job(
        intake=Intake(sources=[str(folder / "in")]),
        output=folder / "out",
        watched=(Watched("Peter Brandt"), Watched("Ada Stahl"), Watched("Nobody")),
        editions=EditionRules(keep=9, floor=0),
    )
    with Store(folder / "s.db") as store:
        store.add_judgements([Judgement(Rejection(ActorPointer("Paris")), "Ada")])
        build(replace(job, watched=job.watched[:1]), store)
        build(job, store)
    approve(job.output, 2)
    return folder


def harmed(whole: Path, folder: Path, change: Change, seed: int) -> Place:
    """A copy of the build with one change."""
    shutil.copytree(whole, folder, symlinks=True, dirs_exist_ok=True)
    place = Place(folder / "out", folder / "s.db")
    change(place, random.Random(seed))
    return place


def found(place: Place, remake: Remaking | None = None) -> list[str]:
    with Store(place.store) as store:
        return [str(issue) for issue in verify_build(place.root / "latest", store, remake).issues]


def test_nothing_is_found_where_nothing_was_changed(whole: Path, tmp_path: Path) -> None:
    place = harmed(whole, tmp_path, lambda place, chance: None, 0)
    assert found(place) == found(place, Remaking()) == []


def test_no_path_of_the_machine_is_handed_on(whole: Path) -> None:
    files = [path for path in (whole / "out").rglob("*") if path.is_file()]
    assert [path for path in files if str(whole).encode() in path.read_bytes()] == []


@pytest.mark.parametrize(("seed", "name"), list(enumerate(FOUND)))
def test_a_change_is_found(whole: Path, tmp_path: Path, seed: int, name: str) -> None:
    assert found(harmed(whole, tmp_path, FOUND[name], seed))


@pytest.mark.parametrize(("seed", "name"), list(enumerate(COVERED)))
def test_a_change_that_the_manifest_covers_is_found(whole: Path, tmp_path: Path, seed: int, name: str) -> None:
    place = harmed(whole, tmp_path, by.covered(COVERED[name]), seed)
    (place.root / "editions" / ".0002.approved").unlink()  # or its hash of the manifest would tell
    assert bool(found(place)) == (name not in NEEDS_REBUILDING)
    assert name not in NEEDS_REBUILDING or found(place, Remaking())
