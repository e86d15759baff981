"""The sample case, built once for all tests that look at the result."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.codec import IndexForm, decode_index, decode_timeline
from dossier.model import Timeline, Watched, When
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = (
    "Adel Haddoun",
    "Nadia Haddoun",
    "Abu Sanad",
    "Antonis Loukaridis",
    "CHRF",
    "Cape Arnaut",
    "Orsalia",
    "Nobody At All",
)


@dataclass(frozen=True)
class Built:
    """A finished build: where, with which store, and what it reported."""

    output: Path
    store: Path
    report: BuildReport

    @property
    def index(self) -> IndexForm:
        """The index as written."""
        return decode_index((self.output / "index.json").read_bytes())

    def timeline(self, query: str) -> Timeline:
        """The first timeline written for a name that was asked for."""
        path = next(entry.files["json"] for entry in self.index.dossiers if entry.query == query)
        return decode_timeline((self.output / path).read_bytes())[0]


def job(output: Path, **changes: object) -> Job:
    """The sample case as it is built here."""
    intake = Intake(sources=[str(SEEDS / "articles")], as_of=When.parse("2021-04-30"))
    return Job(**{"intake": intake, "output": output, "watched": tuple(map(Watched, NAMES)), **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("sample")
    with Store(folder / "store.db") as store:
        report = build(job(folder / "out"), store)
    return Built(folder / "out", folder / "store.db", report)


@pytest.fixture
def store(sample: Built, tmp_path: Path) -> Iterator[Store]:
    """The store of the sample case, to write to."""
    shutil.copy(sample.store, tmp_path / "store.db")
    with Store(tmp_path / "store.db") as opened:
        yield opened
