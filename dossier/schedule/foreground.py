"""Stay in the foreground and build whenever that is due.

APScheduler runs the builds: one at a time; of several that were missed one; none after the hours of grace. It sleeps
until the next one is due, by a clock that nobody sets. So the time of the day is looked at each second: the machine's
clock may be set, or the machine may have slept.
"""

import logging
from datetime import UTC, datetime, timedelta
from threading import Event, Lock

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from dossier.errors import OutputUnusable
from dossier.schedule.plan import Plan
from dossier.schedule.scheduled_build import Say, ScheduledBuild

LOOK_SECONDS = 1.0
"""How soon it is noticed that the clock was set. Set by hand."""


class _PlanTrigger(BaseTrigger):  # type: ignore[misc] # APScheduler ships no types
    """When the builds of a plan are due, for APScheduler."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        """The moment after the one before, or after now."""
        return next(self._plan.after(previous_fire_time or now))


class Foreground:
    """Builds the project of a plan by its schedule for as long as it runs; ``say`` is told what is done."""

    def __init__(self, plan: Plan, say: Say) -> None:
        self._plan = plan
        self._say = say
        self._build = ScheduledBuild(plan, say)
        self._is_building = Lock()
        self._ended = Event()

    def run(self) -> None:
        """Build whenever that is due, until an exception such as Stopped ends it; a build that goes on ends first."""
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        scheduler = BackgroundScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(1)})
        self._add(scheduler)
        try:
            scheduler.start()
            while not self._ended.wait(LOOK_SECONDS):
                self._look(scheduler)
        finally:
            self._ended.set()
            self._build.stop()
            if scheduler.running:
                scheduler.shutdown()

    def _add(self, scheduler: BackgroundScheduler) -> None:
        """Hand the work to APScheduler."""
        first = self._build.upcoming()
        scheduler.add_job(
            self._make,
            _PlanTrigger(self._plan),
            id=self._plan.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=int(timedelta(hours=self._plan.schedule.grace).total_seconds()),
            next_run_time=first,
        )
        self._announce(first)

    def _make(self) -> None:
        with self._is_building:
            try:
                code = self._build.make()
            except OutputUnusable as error:
                code = None
                self._say(f"{error} ({error.advice})")
            if code is not None:
                self._announce(self._build.upcoming())

    def _look(self, scheduler: BackgroundScheduler) -> None:
        """See to it that the next build is due when the clock of now says."""
        if self._is_building.locked():
            return
        upcoming = self._build.upcoming()
        job = scheduler.get_job(self._plan.name)
        if job.next_run_time != upcoming:
            job.modify(next_run_time=upcoming)
        scheduler.wakeup()

    def _announce(self, upcoming: datetime) -> None:
        self._say(f"next build: {upcoming.astimezone(self._plan.zone):%Y-%m-%d %H:%M %Z}")
