"""The facts that sum up a briefing: numbers of entries, how sure they are, their sources and articles."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dossier.model import Choice, Citation, Event, Overview, Published, Timeline
from dossier.render.entries.entry_groups import EntryGroup, EntryGroups
from dossier.render.entries.notes import outlet, sources_noun
from dossier.render.entries.row_status import STATUS_WORDS, status_words
from dossier.render.page_one.overdue import overdue
from dossier.render.wording import date_wording

_STANDINGS = (
    "with a date",
    "with a likely day",
    "placed before or after others",
    "by when they were reported",
    "undated",
)
"""By what entries stand in the line or do not, as they are counted."""


def facts(timeline: Timeline, groups: EntryGroups) -> Iterator[tuple[str, str]]:
    """Pairs of name and value, in the order of the page. ``groups`` are the entries of the timeline."""
    happened = groups.placed + groups.undated
    if timeline.overview:
        yield "Told of", _extent(timeline.overview)
    yield "Entries", _entries(timeline, groups) if happened else "none"
    if timeline.expected:
        yield "Expected", _expected(timeline, groups)
    if happened:
        yield "How sure", _status_counts(happened)
        yield "Support", source_counts(happened, timeline.articles)
    if timeline.conflicts:
        yield (
            "Disputed",
            counted(len(timeline.conflicts), "matter on which sources disagree", "matters on which sources disagree"),
        )
    articles = tuple(timeline.articles.values())
    yield "Articles" if timeline.actor else "Cited", coverage_words(articles)
    if unknown := _unknown_outlets(articles):
        yield ("Outlet" if len(articles) == 1 else "Outlets"), unknown


def _expected(timeline: Timeline, groups: EntryGroups) -> str:
    """How much is expected, and for how much of it the time has passed."""
    expected = counted(len(timeline.expected), "forecast or plan", "forecasts and plans")
    late = len(overdue(groups, timeline.as_of))
    return f"{expected}; the time of {late} has passed" if late else expected


def _extent(overview: Overview) -> str:
    """How much the articles of a case tell, most of which has no entry."""
    told = f"{counted(overview.events, 'event')} in {counted(overview.articles, 'article')}"
    return f"{told}; the most important ones are entries here, all are in case.json"


def _entries(timeline: Timeline, groups: EntryGroups) -> str:
    """The entries by what is known of their dates; with the number of their events, where that is another."""
    entries = len(timeline.events) + len(timeline.undated)
    counts = Counter(_standing_words(event) for _, event in timeline.events)
    counts["undated"] = len(timeline.undated)
    dated = ", ".join(f"{counts[words]} {words}" for words in _STANDINGS if counts[words])
    n_events = sum(len(group.all_events) for group in groups.placed + groups.undated)
    return dated if n_events == entries else f"{dated}; they tell of {counted(n_events, 'event')}"


def has_event_of_several_sources(timeline: Timeline) -> bool:
    """Whether any event rests on more than one independent source."""
    return any(event.independent_sources > 1 for event in timeline.told)


def _standing_words(event: Event) -> str:
    """By what an event stands in the line."""
    if event.is_dated:
        return "with a likely day" if event.choice is Choice.LIKELY else "with a date"
    return "placed before or after others" if event.not_before or event.not_after else "by when they were reported"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun in the singular or plural; ``plural`` is needed where it is not the noun with an "s".

    >>> counted(1, "article"), counted(2, "article"), counted(13975, "event")
    ('1 article', '2 articles', '13,975 events')
    """
    return f"{number} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def _status_counts(groups: Sequence[EntryGroup]) -> str:
    totals = Counter(status_words(group) for group in groups)
    return ", ".join(f"{totals[words]} {words}" for words in STATUS_WORDS if totals[words])


def source_counts(groups: Sequence[EntryGroup], articles: Mapping[str, Citation]) -> str:
    """On how many independent sources the entries rest."""
    several = sum(group.sources > 1 for group in groups)
    if not several:
        return "each entry rests on a single source"
    noun = sources_noun((event for group in groups for event in group.all_events), articles)
    return f"{several} on two or more {noun}, {len(groups) - several} on a single source"


def _unknown_outlets(articles: Sequence[Citation]) -> str:
    """Of how many articles no outlet is known, so that each of several may count for itself; empty where it is none."""
    unknown = sum(not outlet(article) for article in articles)
    if len(articles) == 1:
        return "not stated" if unknown else ""
    many = "any article" if unknown == len(articles) else f"{unknown} of {len(articles)} articles"
    return f"not stated by {many}: each counts for itself, unless its text credits another" if unknown else ""


def coverage_words(articles: Sequence[Citation]) -> str:
    """How many articles, of which time, and how many of unknown date."""
    parts = [counted(len(articles), "article")]
    known = sorted((a.published for a in articles if a.published.when and a.published.when.first), key=_moment)
    if known:
        parts.append(f"published {_publication_range(known[0], known[-1])}")
    if 0 < len(known) < len(articles):
        parts.append(f"{len(articles) - len(known)} of unknown date")
    return ", ".join(parts)


def _moment(published: Published) -> str:
    when = published.when
    moment = (when.start or when.end) if when else None
    return moment.isoformat() if moment else ""


def _publication_range(first: Published, last: Published) -> str:
    ends = [date_wording.when_words(published.when) for published in (first, last) if published.when]
    return " to ".join(dict.fromkeys(ends))
