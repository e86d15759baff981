"""A project's schedule as a workflow of GitHub Actions."""

import os
import shlex
from pathlib import Path

import yaml

from dossier.schedule.cron_fields import expressions
from dossier.schedule.plan import Plan

_HEAD = """\
# Written by 'dossier schedule show --form github'. Keep it as .github/workflows/dossier.yml.
# The store and the dossiers are kept in GitHub's cache from night to night: mind who may read it.
# A run may begin late, on busy hours much. On the day that summer time begins, GitHub moves a time that is skipped.
"""
_PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def workflow(plan: Plan) -> str:
    """The workflow as YAML, for the repository that the project's folder stands in."""
    content = {
        "name": f"Dossiers of {plan.folder.name}",
        "on": {
            "schedule": [{"cron": line, "timezone": plan.zone.key} for line in expressions(plan.schedule)],
            "workflow_dispatch": None,
        },
        "permissions": {"contents": "read"},
        "concurrency": {"group": plan.name, "cancel-in-progress": False},
        "jobs": {"build": {"runs-on": "ubuntu-latest", "steps": _steps(plan)}},
    }
    return _HEAD + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000)


def _steps(plan: Plan) -> list[dict[str, object]]:
    """The steps: install, take what is kept, build, hand the dossiers on."""
    root = _repository(plan.folder)
    store = plan.project.store
    folder, output = (os.path.relpath(path, root) for path in (plan.folder, plan.project.output))
    kept = [os.path.relpath(store.resolve(), root), output] if isinstance(store, Path) else [output]
    package = "dossier-timelines" if isinstance(store, Path) else "'dossier-timelines[postgresql]'"
    build = f"dossier build --project {shlex.quote(folder)} --quiet"
    return [
        {"uses": "actions/checkout@v4"},
        {"uses": "actions/setup-python@v5", "with": {"python-version": "3.13"}},
        {"run": f"sudo apt-get update && sudo apt-get install --yes --no-install-recommends {_PANGO}"},
        {"run": f"pip install {package}"},
        {
            "uses": "actions/cache@v4",
            "with": {
                "path": "".join(f"{path}\n" for path in kept),
                "key": f"{plan.name}-${{{{ github.run_id }}}}",
                "restore-keys": f"{plan.name}-",
            },
        },
        {"name": "Build (3 is done in part, and listed)", "run": f"{build} || test $? -eq 3"},
        {"uses": "actions/upload-artifact@v4", "with": {"name": "dossiers", "path": output}},
    ]


def _repository(folder: Path) -> Path:
    """The folder of the repository that ``folder`` stands in; itself where there is none."""
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), folder)
