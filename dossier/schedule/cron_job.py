"""A project's schedule as CronJobs of Kubernetes."""

import shlex
from datetime import datetime, timedelta
from itertools import takewhile

import yaml

from dossier import __version__
from dossier.schedule.cron_fields import expressions
from dossier.schedule.moments import YEAR
from dossier.schedule.plan import Plan

USER = 10001
"""The user of the container's image: not root. As in scripts/Containerfile."""
_HEAD = """\
# Written by 'dossier schedule show --form kubernetes'. Set the image to your own (scripts/Containerfile makes it),
# and claimName to the volume that holds the project's folder.
"""


def cron_jobs(plan: Plan, now: datetime) -> str:
    """The CronJobs as YAML: one, or more where the times of the schedule have different minutes."""
    lines = expressions(plan.schedule)
    names = [plan.name] if len(lines) == 1 else [f"{plan.name}-{number}" for number in range(1, len(lines) + 1)]
    jobs = [_cron_job(plan, name, line) for name, line in zip(names, lines, strict=True)]
    return _HEAD + _skipped(plan, now) + yaml.safe_dump_all(jobs, sort_keys=False, allow_unicode=True, width=1000)


def _skipped(plan: Plan, now: datetime) -> str:
    """A comment for each day of the coming year on which the clock skips a time: Kubernetes builds nothing then."""
    coming = (moment.astimezone(plan.zone) for moment in takewhile(lambda moment: moment < now + YEAR, plan.after(now)))
    days = [f"{moment:%Y-%m-%d}" for moment in coming if moment.time() not in plan.schedule.at]
    return "".join(
        f"# On {day} the clock skips a time of the schedule: Kubernetes leaves that build out.\n" for day in days
    )


def _cron_job(plan: Plan, name: str, line: str) -> dict[str, object]:
    return {
        "apiVersion": "batch/v1",
        "kind": "CronJob",
        "metadata": {"name": name},
        "spec": {
            "schedule": line,
            "timeZone": plan.zone.key,
            "concurrencyPolicy": "Forbid",
            "startingDeadlineSeconds": int(timedelta(hours=plan.schedule.grace).total_seconds()),
            "jobTemplate": {"spec": {"backoffLimit": 0, "template": {"spec": _pod(plan)}}},
        },
    }


def _pod(plan: Plan) -> dict[str, object]:
    """The pod: one container, not as root, on a volume with the project."""
    words = ["dossier", "build", "--project", "/project", "--quiet"]
    build = f"{shlex.join([*words, '--report', '/project/build.json'])} || test $? -eq 3"
    return {
        "restartPolicy": "Never",
        "securityContext": {"runAsNonRoot": True, "runAsUser": USER, "fsGroup": USER},
        "containers": [
            {
                "name": "dossier",
                "image": f"dossier:{__version__}",
                "command": ["sh", "-c", build],
                "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
                "volumeMounts": [{"name": "project", "mountPath": "/project"}],
            }
        ],
        "volumes": [{"name": "project", "persistentVolumeClaim": {"claimName": plan.name}}],
    }
