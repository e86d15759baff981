"""Builds that are killed at a moment of each stage, by the script that does it sixty times."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_a_build_killed_in_any_stage_leaves_a_whole_edition_and_the_next_one_is_as_if_undisturbed() -> None:
    command = [sys.executable, ROOT / "benchmarks" / "kills.py", "--moments", "5", "--at-once", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["5 moments, no failure"]), done.stdout + done.stderr
