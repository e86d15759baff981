"""The units of systemd that build a project by schedule: a timer and its service, as text."""

import calendar
import pwd
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import takewhile

from dossier.project.schedule import EVERY_DAY
from dossier.schedule.moments import YEAR
from dossier.schedule.plan import Plan

SKIPPED_YEARS = 10
"""For how many years the timer lists the moments at which clocks skip a time of the schedule. Set by hand."""
_SERVICE = """\
# Written by 'dossier schedule install'; 'dossier schedule remove' takes it away.
[Unit]
Description=A build of “{folder}” by Dossier
Documentation=man:systemd.service(5)

[Service]
Type=oneshot
ExecStart={command}
# 3: done, but something was skipped, and is listed; 143: ended by SIGTERM, with nothing lost.
SuccessExitStatus=3 143
{user}# The build ends its own workers.
KillMode=mixed
TimeoutStopSec=10
Nice=10
UMask=0077
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
{hardening}"""
_SYSTEM_HARDENING = """\
ProtectSystem=full
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
PrivateDevices=yes
"""
"""What a manager of a user can do only where the kernel lets users make namespaces: so for the system alone."""
_TIMER = """\
# Written by 'dossier schedule install'; 'dossier schedule remove' takes it away.
[Unit]
Description=When Dossier builds “{folder}”
Documentation=man:systemd.timer(5)

[Timer]
{calendar}{delay}# What was missed while the machine was off is made up once.
Persistent=true

[Install]
WantedBy=timers.target
"""


def service(plan: Plan, is_system: bool) -> str:
    """The service that builds the project once; as its folder's owner, if it is the system's."""
    return _SERVICE.format(
        folder=_without_specifiers(str(plan.folder)),
        command=exec_line(plan.command),
        user=f"User={_owner(plan)}\n" if is_system else "",
        hardening=_SYSTEM_HARDENING if is_system else "",
    )


def timer(plan: Plan, now: datetime) -> str:
    """The timer that starts the service."""
    delay = f"RandomizedDelaySec={plan.schedule.random_delay}min\n" if plan.schedule.random_delay else ""
    lines = "".join(f"OnCalendar={line}\n" for line in [*_calendar(plan), *_skipped(plan, now)])
    return _TIMER.format(folder=_without_specifiers(str(plan.folder)), calendar=lines, delay=delay)


def exec_line(command: list[str]) -> str:
    r"""The command as systemd reads it: each word in quotes, no specifiers, and (by the colon) no variables.

    >>> exec_line(["/bin/echo", 'a "b" 5%', "$HOME"])
    '":/bin/echo" "a \\"b\\" 5%%" "$HOME"'
    """
    first, *others = command
    return " ".join(_quoted(word) for word in (f":{first}", *others))


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_without_specifiers(escaped)}"'


def _without_specifiers(text: str) -> str:
    """The text with each percent sign doubled: systemd puts values in the place of %n, %h and the like."""
    return text.replace("%", "%%")


def _calendar(plan: Plan) -> Iterator[str]:
    """The times of the schedule, as systemd's calendar writes them."""
    days = sorted(plan.schedule.days)
    names = "" if plan.schedule.days == EVERY_DAY else ",".join(calendar.day_abbr[day] for day in days) + " "
    for at in plan.schedule.at:
        yield f"{names}*-*-* {at:%H:%M}:00 {plan.zone.key}"


def _skipped(plan: Plan, now: datetime) -> Iterator[str]:
    """The moments at which clocks skip a time of the schedule: systemd knows no build on such a day."""
    last = now + SKIPPED_YEARS * YEAR
    for moment in takewhile(lambda moment: moment < last, plan.after(now)):
        if moment.astimezone(plan.zone).time() not in plan.schedule.at:
            yield f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def _owner(plan: Plan) -> str:
    """The name of the user to whom the project's folder belongs; the number where there is no name."""
    number = plan.folder.stat().st_uid
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)
