"""What is due, given what was built; what is remembered of that; the names of a plan."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import OutputUnusable, ProjectUnusable
from dossier.schedule.last_run import LastRun
from dossier.schedule.moments import latest
from tests.schedule.plans import NOW, ODD, plan, utc


@pytest.mark.parametrize(
    ("covered", "now", "due"),
    [
        ("2026-11-28T03:15", "2026-11-29T03:14:59", None),
        ("2026-11-28T03:15", "2026-11-29T03:15:00", "2026-11-29T03:15"),
        ("2026-11-29T03:15", "2026-11-29T03:16:00", None),
        ("2026-11-20T03:15", "2026-11-29T14:00:00", "2026-11-29T03:15"),  # nine nights missed, one made up
        ("2026-11-20T03:15", "2026-11-29T15:15:00", "2026-11-29T03:15"),
        ("2026-11-20T03:15", "2026-11-29T15:15:01", None),  # after the hours of grace
        ("2026-11-28T10:00", "2026-11-29T03:20:00", "2026-11-29T03:15"),  # begun by day
        (None, "2026-11-29T03:20:00", "2026-11-29T03:15"),
        ("2026-11-29T03:15", "2026-11-29T02:50:00", None),  # the clock was set back
    ],
)
def test_what_is_due(tmp_path: Path, covered: str | None, now: str, due: str | None) -> None:
    found = plan(tmp_path).due(utc(covered) if covered else None, utc(now))
    assert found == (utc(due) if due else None)


@pytest.mark.parametrize(
    ("covered", "now", "upcoming"),
    [
        ("2026-11-28T03:15", "2026-11-29T01:00", "2026-11-29T03:15"),
        ("2026-11-28T03:15", "2026-11-29T05:00", "2026-11-29T03:15"),
        ("2026-11-29T03:15", "2026-11-29T02:50", "2026-11-30T03:15"),
        ("2026-11-20T03:15", "2026-11-29T20:00", "2026-11-30T03:15"),
    ],
)
def test_what_comes_next(tmp_path: Path, covered: str, now: str, upcoming: str) -> None:
    assert plan(tmp_path).upcoming(utc(covered), utc(now)) == utc(upcoming)


steps = st.lists(st.tuples(st.integers(0, 4000), st.integers(-600, 0)), min_size=1, max_size=25)


@given(steps, st.integers(1, 30))
def test_each_moment_is_built_once_however_the_clock_is_set(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]], grace: int
) -> None:
    found = plan(tmp_path_factory.getbasetemp() / "clock", f'at = ["01:30", "13:00"]\ngrace = {grace}')
    now = covered = utc("2027-03-26T12:00")
    built = []
    for forward, back in steps:  # minutes by which the clock goes on, then is set back
        for minutes in (forward, back):
            now += timedelta(minutes=minutes)
            due = found.due(covered, now)
            if due is not None:
                assert covered < due <= now < next(found.after(due))
                built.append(due)
                covered = due
            last = latest(found.schedule, found.zone, now)
            assert last <= covered or now - last > timedelta(hours=grace)
    assert built == sorted(set(built))


def test_what_was_built_is_remembered(tmp_path: Path) -> None:
    assert LastRun(tmp_path).covered(NOW) is None
    LastRun(tmp_path).remember(NOW)
    assert LastRun(tmp_path).covered(NOW) == NOW
    assert (tmp_path / "schedule.json").stat().st_mode & 0o077 == 0
    assert LastRun(tmp_path).begin(NOW + timedelta(hours=2)) == NOW
    LastRun(tmp_path).forget()
    assert LastRun(tmp_path).begin(NOW + timedelta(hours=2)) == NOW + timedelta(hours=2)
    assert LastRun(tmp_path).covered(NOW + timedelta(hours=3)) == NOW + timedelta(hours=2)


@pytest.mark.parametrize(
    ("ahead", "is_believed"), [(timedelta(hours=23), True), (timedelta(hours=25), False), (timedelta(days=900), False)]
)
def test_a_clock_that_was_far_ahead_does_not_stop_the_schedule(
    tmp_path: Path, ahead: timedelta, is_believed: bool
) -> None:
    memory = LastRun(tmp_path)
    memory.remember(NOW + ahead)
    assert (memory.covered(NOW) == NOW + ahead) is is_believed
    assert memory.begin(NOW) == (NOW + ahead if is_believed else NOW)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"covered": 3}', '{"covered": "x"}', '{"other": 1}', "\xff"])
def test_a_damaged_memory_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "schedule.json").write_text(content, "latin-1")
    assert LastRun(tmp_path).covered(NOW) is None


def test_what_cannot_be_written_is_said_and_known_all_the_same(tmp_path: Path) -> None:
    memory = LastRun(tmp_path / "gone" / "away")
    with pytest.raises(OutputUnusable, match=r"schedule\.json"):
        memory.remember(NOW)
    assert memory.covered(NOW) == NOW


def test_each_project_has_its_own_name(tmp_path: Path) -> None:
    names = {plan(tmp_path / name).name for name in ("a/orlov", "b/orlov", ODD, "日本", "-", "x" * 200)}
    assert len(names) == 6
    assert all(name.isascii() and name.startswith("dossier-") and len(name) <= 50 for name in names)
    assert plan(tmp_path / "a" / "orlov").name in names


def test_a_name_that_no_unit_can_hold(tmp_path: Path) -> None:
    with pytest.raises(ProjectUnusable, match="control character"):
        plan(tmp_path / "a\nb")


def test_the_command_names_all_by_absolute_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    command = plan(Path("case")).command
    assert Path(command[0]).is_absolute()
    case = tmp_path / "case"
    kept = ["--log-file", str(case / "build.log"), "--report", str(case / "build.json")]
    assert command[-8:] == ["build", "--project", str(case), "--quiet", *kept]
