"""The words of each notice.

``project`` is the name of the project's folder; ``where`` is the path of the index, from that folder: no path of the
machine is sent. Names, lines and messages come from articles and files, so each is made one plain line.
"""

from collections.abc import Iterable, Iterator, Sized

from dossier.codec import ChangeForm, ChangeListsForm, ChangesForm
from dossier.model import Issue
from dossier.notices.notice import Notice, NoticeType
from dossier.notices.plain_line import plain_line
from dossier.text.change_counts import change_counts

MAX_ENTRIES = 40
"""How many lines of entries, or of problems, a message has. Set by hand: what is read at a glance on one screen."""


def is_worth_telling(found: ChangesForm) -> bool:
    """Whether an entry or a dossier is not as it was: an article that changed nothing in them is no news."""
    return bool(any(_lists(found.case)) or found.entities_new or found.entities_gone)


def of_changes(project: str, found: ChangesForm, where: str, has_lines: bool) -> Notice:
    """What an edition tells otherwise than the one before: the numbers; with ``has_lines``, the entries too."""
    now, since = found.now.edition, found.since.edition
    day = f" (as of {plain_line(found.now.as_of)})" if found.now.as_of else ""
    others = [f"{what}: {len(new)} new, {len(gone)} gone" for what, new, gone in _others(found)]
    head = [
        f"Edition {now}{day} since edition {since}: {_counts(found.case)}.",
        f"{'. '.join(others)}.",
        f"Look at {plain_line(where)}; 'dossier changes --since {since}' has the whole list.",
    ]
    entries = _cut(_changed(found)) if has_lines else []
    return Notice(NoticeType.INFO, f"{plain_line(project)}: edition {now} has changes", "\n".join((*head, *entries)))


def of_failure(project: str, failure: Issue, standing: str) -> Notice:
    """A build that failed: what is wrong, the way out, and what readers see now."""
    way_out = [f"What to do: {plain_line(failure.advice)}"] if failure.advice else []
    lines = [f"The build failed: {plain_line(failure.what)}", *way_out, plain_line(standing)]
    return Notice(NoticeType.FAILURE, f"{plain_line(project)}: the build failed", "\n".join(lines))


def of_held(project: str, issues: Iterable[Issue], standing: str, has_lines: bool) -> Notice:
    """An edition that its checks held back; with ``has_lines``, what the build had to report."""
    problems = _cut(f"  {plain_line(str(issue))}" for issue in issues) if has_lines else []
    lines = [
        "The new edition is held back: it failed its checks.",
        "What to do: 'dossier build' lists what they found; the edition is kept as 'held' to be looked at.",
        plain_line(standing),
        *problems,
    ]
    return Notice(NoticeType.FAILURE, f"{plain_line(project)}: the new edition is held back", "\n".join(lines))


def of_recovery(project: str, standing: str) -> Notice:
    """The first build that ended well after one that did not."""
    body = f"The build before had failed; this one ended well.\n{plain_line(standing)}"
    return Notice(NoticeType.SUCCESS, f"{plain_line(project)}: the build works again", body)


def of_test(project: str) -> Notice:
    """A message that a user sends to see whether one arrives."""
    body = "This is a test of the notices of a Dossier project. Nothing was built."
    return Notice(NoticeType.INFO, f"{plain_line(project)}: a test", body)


def _lists(lists: ChangeListsForm) -> tuple[list[ChangeForm], ...]:
    return lists.added, lists.changed, lists.withdrawn, lists.contradicted


def _others(found: ChangesForm) -> Iterator[tuple[str, Sized, Sized]]:
    """What came and went beside entries."""
    yield "Dossiers", found.entities_new, found.entities_gone
    yield "Articles", found.articles_new, found.articles_gone
    yield "Judgements", found.judgements_new, found.judgements_gone


def _counts(lists: ChangeListsForm) -> str:
    added, changed, withdrawn, contradicted = map(len, _lists(lists))
    return change_counts(added=added, changed=changed, withdrawn=withdrawn, contradicted=contradicted)


def _changed(found: ChangesForm) -> Iterator[str]:
    """A line for each entity, and below it one for each of its entries, which begins with two blanks."""
    for what, entities in (("New dossier", found.entities_new), ("Dossier gone", found.entities_gone)):
        yield from (f"{what}: {plain_line(entity.name)} ({entity.kind})" for entity in entities)
    for dossier in found.dossiers:
        yield f"In the dossier of {plain_line(dossier.entity.name)} ({dossier.entity.kind}):"
        for what, entries in zip(("New", "Changed", "Withdrawn", "Contradicted"), _lists(dossier), strict=True):
            yield from (f"  {what}: {_entry(entry)}" for entry in entries)


def _entry(entry: ChangeForm) -> str:
    """The entry as it is now, with its date; of a changed one, what was otherwise."""
    fields = "; ".join(f"{one.field}: {one.old or 'none'} → {one.new or 'none'}" for one in entry.fields)
    said = f"{plain_line(entry.when or 'undated')}  {plain_line(entry.summary)}"
    return f"{said}  ({plain_line(fields)})" if fields else said


def _cut(lines: Iterable[str]) -> list[str]:
    """The first lines, and how many more there are."""
    all_lines = list(lines)
    more = len(all_lines) - MAX_ENTRIES
    return all_lines if more <= 0 else [*all_lines[:MAX_ENTRIES], f"and {more} more"]
