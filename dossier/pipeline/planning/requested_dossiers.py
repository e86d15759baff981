"""Which dossiers a build makes: of the names that were asked for, and of the most active actors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model import Actor, Issue, Watched
from dossier.pipeline.cases.case import Case
from dossier.pipeline.references.name_matching import NameMatch, match_names
from dossier.pipeline.report import BuildReport

DEFAULT_TOP = 20
"""How many of the most active actors get a dossier when no name is given. Set by hand."""

MAX_UNMATCHED = 200
"""Up to how many names that match no actor are listed one by one. Set by hand: nobody reads more in an index."""
UNMATCHED = "unmatched.txt"
"""The file that lists them where there are more, in the folder of the build: one name a line."""


@dataclass(frozen=True, slots=True)
class RequestedDossier:
    """A dossier to write. ``query`` is the name asked for, None for one of the most active actors.

    ``actor`` is None when no actor has the name; then ``why_nobody`` says why, in words.
    """

    query: str | None
    actor: Actor | None
    why_nobody: str = ""


def requested_dossiers(
    case: Case, watched: Sequence[Watched], top: int | None, report: BuildReport, hides_nobody: bool
) -> Iterator[RequestedDossier]:
    """A request for each actor of each name, then for the ``top`` most active actors who have none yet.

    A name that matches nobody gives a request without an actor, and an issue in the report. Where more than
    ``MAX_UNMATCHED`` match nobody, one issue says how many. With ``hides_nobody`` such names give no request and are
    only counted: who is looked for may follow from what the edition leaves out.
    """
    named: set[str] = set()
    matches = match_names(watched, case.actors)
    if hides_nobody:
        report.notes.extend(_unnamed(sum(not match.actors for match in matches)))
        matches = [match for match in matches if match.actors]
    unmatched = sum(not match.actors for match in matches)
    if unmatched > MAX_UNMATCHED:
        what = f"{unmatched:,} of the {len(matches):,} that were asked for are nobody's in these articles"
        report.issues.append(Issue("names", what, f"{UNMATCHED} among the dossiers lists them"))
    for match in matches:
        if match.actors or unmatched <= MAX_UNMATCHED:
            report_match(match, report, "has a dossier")
        if not match.actors:
            yield RequestedDossier(match.query, None, match.why_nobody)
        for actor in match.actors:
            named.add(actor.id)
            yield RequestedDossier(match.query, actor)
    count = DEFAULT_TOP if top is None and not watched else top or 0
    for actor in case.most_active(count):
        if actor.id not in named:
            yield RequestedDossier(None, actor)


def answered(requests: Sequence[RequestedDossier]) -> list[RequestedDossier]:
    """The requests that an index answers one by one: all, or those with an actor where too many have none."""
    return [one for one in requests if one.actor] if unmatched_names(requests) else list(requests)


def unmatched_names(requests: Sequence[RequestedDossier]) -> list[str]:
    """The names that nobody has, each once, where they are too many for an index; else none."""
    names = list(dict.fromkeys(one.query for one in requests if one.query and not one.actor))
    return names if len(names) > MAX_UNMATCHED else []


def _unnamed(count: int) -> Iterator[Issue]:
    if count:
        what = f"{count} of the names that were asked for {'is' if count == 1 else 'are'} nobody's in these articles"
        yield Issue("names", what, "an edition that leaves something out does not say which")


def report_match(match: NameMatch, report: BuildReport, what_each_gets: str) -> None:
    """Report a name that nobody has, that fits loosely, or that several actors have (each "has a dossier")."""
    if not match.actors:
        report.issues.append(Issue(match.query, match.why_nobody, match.way_out))
    elif match.is_loose:
        actor = match.actors[0]
        report.notes.append(Issue(match.query, f"taken for {actor.name} ({actor.kind}): nothing else comes near"))
    elif len(match.actors) > 1:
        kinds = ", ".join(f"{actor.name} ({actor.kind})" for actor in match.actors)
        what = f"names {len(match.actors)} actors, none is chosen, each {what_each_gets}: {kinds}"
        report.notes.append(Issue(match.query, what, "say more of the name, or its kind"))
