"""pytest collects every test file: a folder that it passes over in silence holds tests that never run."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_every_file_of_tests_is_collected(request: pytest.FixtureRequest) -> None:
    found = {item.nodeid for item in request.session.items} if is_whole(request.config) else collected_anew()
    written = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert written - {name.partition("::")[0] for name in found} == set()


def is_whole(config: pytest.Config) -> bool:
    """Whether this run was asked for all tests, so that it has collected them as any other would."""
    is_part = config.option.keyword or config.option.markexpr or config.option.deselect
    return config.args == config.getini("testpaths") and not is_part


def collected_anew() -> set[str]:
    """What a run of all tests collects."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    return {line for line in done.stdout.splitlines() if "::" in line}
