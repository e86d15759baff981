"""Tell of a build when it has ended: of changes, of a failure, of the recovery; nothing of a quiet night."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.errors import OutputUnusable
from dossier.model import Issue
from dossier.notices import notice_wording
from dossier.notices.heartbeat import heartbeat_address, ping
from dossier.notices.notice import Notice
from dossier.notices.sending import Sender, open_sender
from dossier.pipeline.notice_memory import NoticeMemory, memory_file, read_memory, write_memory
from dossier.pipeline.report import BuildReport
from dossier.project.notice_settings import NoticeDetail, NoticeSettings, Occasion
from dossier.publish.changes import find_changes, read_build
from dossier.publish.editions import HELD, LATEST, chain, latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Notifier:
    """Whom the builds of a project tell. ``project`` is its folder, ``output`` that of its dossiers."""

    project: Path
    output: Path
    has_editions: bool
    settings: NoticeSettings
    senders: Sequence[Sender]
    heartbeat: str | None

    def run_ended(self, report: BuildReport, failure: Issue | None) -> list[Issue]:
        """Tell of a build that ended so; what could not be told.

        The report gets a note where the heartbeat could not be sent. An edition that was held back is a failure, too.
        """
        file = memory_file(self.output)
        before = read_memory(file)
        is_held = any(issue.where == str(self.output / HELD) for issue in report.issues)
        if failure or is_held:
            after, problems = self._after_failure(before, report, failure)
        else:
            after, problems = self._after_success(before, report)
            if self.heartbeat and (problem := ping(self.heartbeat)):
                report.notes.append(Issue("heartbeat", problem, "look at its address in [notices]"))
        if after != before:
            problems += _remembered(file, after)
        return problems

    def _after_failure(
        self, before: NoticeMemory, report: BuildReport, failure: Issue | None
    ) -> tuple[NoticeMemory, list[Issue]]:
        name, standing = self.project.name, self._standing()
        if failure:
            notice = notice_wording.of_failure(name, failure, standing)
        else:
            notice = notice_wording.of_held(name, report.issues, standing, self._has_lines)
        _, problems = self._tell(Occasion.FAILURE, notice)
        return replace(before, has_failed=True), problems

    def _after_success(self, before: NoticeMemory, report: BuildReport) -> tuple[NoticeMemory, list[Issue]]:
        after = before
        problems: list[Issue] = []
        if before.has_failed:
            notice = notice_wording.of_recovery(self.project.name, self._standing())
            is_told, problems = self._tell(Occasion.RECOVERY, notice)
            after = replace(after, has_failed=not is_told)
        if self.has_editions and (newest := latest(self.output)):
            # what changed before anybody asked to be told is no news
            is_old = before.edition is None and report.unchanged_since is not None
            notice_of_changes = None if is_old else self._changes(before.edition)
            is_told, more = self._tell(Occasion.CHANGE, notice_of_changes) if notice_of_changes else (True, [])
            problems += more
            after = replace(after, edition=newest.number) if is_told else after
        return after, problems

    def _changes(self, told: int | None) -> Notice | None:
        """What is new since the edition that was told last, or since the one before; None for nothing."""
        now = latest(self.output)
        earlier = list(chain(self.output, now)) if now else []
        if not now or not earlier or now.number == told:
            return None
        since = next((edition for edition in earlier if edition.number == told), earlier[0])
        try:
            found = find_changes(read_build(since.folder), read_build(now.folder))
        except OutputUnusable:  # built without --format json: there is nothing to compare
            return None
        if not notice_wording.is_worth_telling(found):
            return None
        return notice_wording.of_changes(self.project.name, found, self._index(), self._has_lines)

    @property
    def _has_lines(self) -> bool:
        return self.settings.detail is NoticeDetail.LINES

    def _tell(self, occasion: Occasion, notice: Notice) -> tuple[bool, list[Issue]]:
        """Send the notice, if the project wants it; whether it need not be told again, and who did not get it."""
        if occasion not in self.settings.on or not self.senders:
            return True, []
        problems = undelivered(self.senders, notice)
        return len(problems) < len(self.senders), problems

    def _standing(self) -> str:
        """What readers see now, and where."""
        now = latest(self.output)
        if now:
            return f"Edition {now.number} stands: {self._index()}"
        there = (self.output / "index.json").exists()
        return f"The dossiers stand: {self._index()}" if there else "There are no dossiers yet."

    def _index(self) -> str:
        """The path of the index, from the folder of the project; from that of the dossiers where they lie outside."""
        inside = self.output.resolve().is_relative_to(self.project)
        folder = self.output.resolve().relative_to(self.project) if inside else Path(self.output.name)
        return (folder / LATEST / "index.html" if latest(self.output) else folder / "index.html").as_posix()


def open_notifier(
    settings: NoticeSettings, project: Path, output: Path, has_editions: bool, environment: Mapping[str, str]
) -> Notifier:
    """The notifier of a project. Nothing is sent, and nobody is asked. Raises NoticesUnusable."""
    return Notifier(
        project=project.resolve(),
        output=output,
        has_editions=has_editions,
        settings=settings,
        senders=[open_sender(address, environment) for address in settings.to],
        heartbeat=heartbeat_address(settings.heartbeat, environment) if settings.heartbeat else None,
    )


def undelivered(senders: Sequence[Sender], notice: Notice) -> list[Issue]:
    """Send the notice to each; an issue for each that did not get it."""
    tried = [(sender.name, sender.send(notice)) for sender in senders]
    advice = "'dossier notices test' tries the addresses"
    return [Issue(name, f"the notice was not taken: {problem}", advice) for name, problem in tried if problem]


def _remembered(file: Path, memory: NoticeMemory) -> list[Issue]:
    try:
        write_memory(file, memory)
    except OSError as error:
        return [Issue(str(file), f"what was told cannot be kept: {error.strerror}", "it may be told again")]
    return []
