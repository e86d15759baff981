"""When a project is built next, and what sees to it: systemd, cron, a service elsewhere, or a process of its own."""

from dossier.schedule.plan import Plan, plan_of

__all__ = ["Plan", "plan_of"]
