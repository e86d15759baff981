"""The printed forms: read back by a reader of YAML, and held against the published schemas where these are."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from dossier.project import read_project
from dossier.schedule import plan_of
from dossier.schedule.cron_fields import expressions
from dossier.schedule.cron_job import cron_jobs
from dossier.schedule.workflow import workflow
from tests.schedule.plans import NOW, ODD, plan

TABLES = [
    ('time_zone = "Europe/London"', ["15 3 * * *"]),
    ('at = ["03:15", "12:15"]\ndays = ["mon", "sun"]\ntime_zone = "UTC"', ["15 3,12 * * 0,1"]),
    ('at = ["03:15", "12:30"]\ntime_zone = "Asia/Tokyo"', ["15 3 * * *", "30 12 * * *"]),
]


@pytest.mark.parametrize(("table", "lines"), TABLES)
@pytest.mark.parametrize("name", ["orlov", ODD])
def test_a_workflow_of_github(tmp_path: Path, name: str, table: str, lines: list[str]) -> None:
    (tmp_path / ".git").mkdir()
    found = plan(tmp_path / name, table)
    content = yaml.safe_load(workflow(found))
    assert expressions(found.schedule) == lines
    assert content["on"]["schedule"] == [{"cron": line, "timezone": found.zone.key} for line in lines]
    (build,) = [step for step in content["jobs"]["build"]["steps"] if step.get("name", "").startswith("Build")]
    printed = subprocess.run(
        ["sh", "-c", f"dossier() {{ printf '%s\\n' \"$@\"; }}; {build['run']}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout.splitlines() == ["build", "--project", name, "--quiet"]
    (cache,) = [step["with"] for step in content["jobs"]["build"]["steps"] if "cache" in step.get("uses", "")]
    assert cache["path"].splitlines() == [f"{name}/dossier.db", f"{name}/dossiers"]


def test_a_workflow_with_a_store_on_a_server_keeps_none_and_tells_no_password(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text('store = "postgresql://ada:s3cret@db/press"\n[schedule]\n')
    text = workflow(plan_of(read_project(tmp_path / "dossier.toml")))
    steps = yaml.safe_load(text)["jobs"]["build"]["steps"]
    (cache,) = [step["with"] for step in steps if "cache" in step.get("uses", "")]
    assert cache["path"].splitlines() == ["dossiers"]
    assert "pip install 'dossier-timelines[postgresql]'" in [step.get("run") for step in steps]
    assert "s3cret" not in text


@pytest.mark.parametrize(("table", "lines"), TABLES)
def test_cron_jobs_of_kubernetes(tmp_path: Path, table: str, lines: list[str]) -> None:
    found = plan(tmp_path / ODD, f"{table}\ngrace = 3")
    jobs = list(yaml.safe_load_all(cron_jobs(found, NOW)))
    assert [job["spec"]["schedule"] for job in jobs] == lines
    assert len({job["metadata"]["name"] for job in jobs}) == len(lines)
    for job in jobs:
        assert job["spec"]["timeZone"] == found.zone.key
        assert job["spec"]["concurrencyPolicy"] == "Forbid"
        assert job["spec"]["startingDeadlineSeconds"] == 3 * 3600
        assert len(job["metadata"]["name"]) <= 52


@pytest.mark.parametrize(("at", "is_said"), [("01:30", True), ("03:15", False)])
def test_a_build_that_kubernetes_leaves_out_is_said(tmp_path: Path, at: str, is_said: bool) -> None:
    text = cron_jobs(plan(tmp_path, f'at = "{at}"\ntime_zone = "Europe/London"'), NOW)
    assert ("# On 2027-03-28 the clock skips a time" in text) is is_said


@pytest.mark.skipif(
    find_spec("kubernetes_validate") is None,
    reason="needs kubernetes-validate, of 108 MB: for whoever changes the form",
)
@pytest.mark.parametrize(("table", "lines"), TABLES)
def test_the_schema_of_kubernetes(tmp_path: Path, table: str, lines: list[str]) -> None:
    import kubernetes_validate

    jobs = list(yaml.safe_load_all(cron_jobs(plan(tmp_path / ODD, table), NOW)))
    for job in jobs:
        kubernetes_validate.validate(job, "1.31", strict=True)
    assert len(jobs) == len(lines)


@pytest.mark.parametrize("name", ["orlov", ODD])
def test_the_schema_of_github(tmp_path: Path, name: str) -> None:
    file = tmp_path / "dossier.yml"
    file.write_text(workflow(plan(tmp_path / name)), "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", "-o", "json"]
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["status"]) == (0, "ok"), done.stdout
