"""A case held open shows each judgement as a build would, and shows what others would change without saving them."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier.errors import NothingRead
from dossier.model import ActorPointer, Identity, Judgement, Renaming, Verdict
from dossier.pipeline.case import Case, case_anew
from dossier.pipeline.live_case import LiveCase
from dossier.store import Store
from tests.pipeline.conftest import Built

pytestmark = pytest.mark.slow  # it builds the sample case

DAY = date(2026, 11, 22)
ADEL, NADIA = ActorPointer("Adel Haddoun"), ActorPointer("Nadia Haddoun")
SAME = Judgement(Identity(ADEL, NADIA, Verdict.SAME), "ada", DAY)
RENAMED = Judgement(Renaming(ADEL, "A. Haddoun"), "ada", DAY)


@pytest.fixture
def store(sample: Built, tmp_path: Path) -> Iterator[Store]:
    """The store of the sample case, to write to."""
    shutil.copy(sample.store, tmp_path / "store.db")
    with Store(tmp_path / "store.db") as opened:
        yield opened


def whole(case: Case) -> list[bytes | object]:
    """All of a case, in an order of its own."""
    return [case.contents, case.encoded_findings(), *(case.encoded_timeline(actor.id) for actor in case.actors)]


def from_nothing(store: Store) -> list[bytes | object]:
    run = store.last_run()
    assert run
    return whole(case_anew(store, run, (), {}, None))


def test_each_step_gives_what_a_build_from_nothing_gives(store: Store) -> None:
    live = LiveCase(store)
    before = whole(live.case)
    assert not live.refresh()
    for change in (
        lambda: store.add_judgements([SAME]),
        lambda: store.add_judgements([RENAMED]),
        lambda: store.add_judgements([SAME]),  # it moves behind the other
        lambda: store.withdraw(SAME.id, "ada", DAY),
    ):
        change()
        assert live.refresh()
        assert whole(live.case) == from_nothing(store)
    store.withdraw(RENAMED.id, "ada", DAY)
    assert live.refresh()
    assert whole(live.case) == before


def test_a_preview_shows_what_saving_gives_and_saves_nothing(store: Store) -> None:
    store.add_judgements([RENAMED])
    live = LiveCase(store)
    before = whole(live.case)
    preview = whole(live.with_judgements([SAME], [RENAMED]))
    assert preview != before
    assert not live.refresh()
    assert whole(live.case) == before
    store.withdraw(RENAMED.id, "ada", DAY)
    store.add_judgements([SAME])
    assert preview == from_nothing(store)


def test_a_store_without_a_run_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "new.db") as store, pytest.raises(NothingRead):
        LiveCase(store)
