"""The image for containers agrees with the rest of the repository."""

import re
from pathlib import Path

from dossier.schedule.cron_job import USER

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "scripts" / "Containerfile").read_text("utf-8")


def test_what_is_copied_is_there() -> None:
    sources = [word for line in re.findall(r"^COPY (?!--)(.*) \S+$", TEXT, re.MULTILINE) for word in line.split()]
    assert len(sources) >= 8
    assert [name for name in sources if not (ROOT / name).exists()] == []


def test_it_installs_what_the_makefile_installs() -> None:
    pango = re.search(r"^PANGO := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert pango
    assert pango[1] in TEXT


def test_the_user_is_the_one_of_the_cron_job_and_not_root() -> None:
    assert re.findall(r"^USER (\d+)$", TEXT, re.MULTILINE) == [str(USER)]
    assert f"--uid {USER} " in TEXT
    assert TEXT.endswith('ENTRYPOINT ["dossier"]\nCMD ["schedule", "run"]\n')
