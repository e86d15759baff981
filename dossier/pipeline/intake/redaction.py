"""What is marked above an edition: it is left out before anything is resolved, and only counted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossier.codec import CASE, ManifestForm, decode_case
from dossier.model import Article, Citation, Issue, Marking, Skipped, WithheldEvents, strictest
from dossier.pipeline.intake.outlet_grades import grade_outlets
from dossier.pipeline.intake.outlet_markings import OutletMarkings
from dossier.sources.place_markings import PlaceMarkings


@dataclass(frozen=True, slots=True)
class Withheld:
    """The sources that are marked above an edition, by all that could name them; and such events of other sources.

    ``articles`` are their ids, ``refs`` and ``urls`` what else a manifest says of them. ``count`` is the number of
    articles, and of sources that could not be read.
    """

    articles: frozenset[str] = frozenset()
    refs: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    count: int = 0
    events: WithheldEvents = field(default_factory=WithheldEvents)

    def stood_in(self, folder: Path, manifest: ManifestForm) -> bool:
        """Whether the earlier build in the folder has one of them: what changed since would tell of it."""
        return any(
            article.id in self.articles or article.ref in self.refs or article.url in self.urls
            for article in manifest.articles
        ) or (bool(self.events.passages) and self._events_stood_in(folder))

    def _events_stood_in(self, folder: Path) -> bool:
        """Whether the case in the folder has an event of the withheld sentences; true where none can be read."""
        try:
            case = decode_case((folder / CASE).read_bytes())
        except (OSError, ValueError):
            return True
        told = (mention for event in case.events for mention in event.mentions)
        return any(self.events.has(mention.article, quote.span) for mention in told for quote in mention.quotes())


NOTHING_WITHHELD = Withheld()
"""Nothing is marked above the edition, or it has no marking."""


@dataclass(slots=True)
class SourceMarkings:
    """Collects the sources as they are read, and says which are marked above ``limit`` (None: none are).

    ``places`` holds the user's rules: a rule is the name of an outlet, its host, or the path of a file.
    """

    limit: Marking | None
    places: PlaceMarkings
    _read: list[tuple[Citation, Marking | None]] = field(default_factory=list)
    _skipped: list[Skipped] = field(default_factory=list)

    def observed(self, items: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
        """The items as they come; each is looked at, also copies of what was read before."""
        for item in items:
            if isinstance(item, Skipped):
                self._skipped.append(item)
            elif self.limit or self.places.rules:
                self._read.append((item.citation, item.marking))
            yield item

    def withheld(self) -> Withheld:
        """What is marked above the limit. One article or file that is read twice has the stricter of its markings."""
        outlets = OutletMarkings(self.places, [found for found, _ in self._read])
        markings = [(found, strictest(marking, outlets.of(found))) for found, marking in self._read]
        if self.limit is None:
            return NOTHING_WITHHELD
        above = {found.id for found, marking in markings if self._is_above(marking)}
        refs = {found.ref for found, _ in markings if found.id in above}
        unread = [item for item in self._skipped if self._is_above(item.marking) or item.duplicate_of in refs]
        names = {name for item in unread for name in (item.ref, item.duplicate_of) if name}
        above |= {found.id for found, _ in markings if found.ref in names}
        own = [found for found, _ in markings if found.id in above]
        return Withheld(
            articles=frozenset(above),
            refs=frozenset(found.ref for found in own) | names,
            urls=frozenset(found.url for found in own if found.url),
            count=len(above) + sum(not (item.is_own or item.is_note or item.duplicate_of) for item in unread),
        )

    def unused_rules(self) -> int:
        """How many of the rules mark nothing that was read; ``withheld`` has looked at all of it before."""
        return len(self.places.rules.keys() - self.places.used)

    def _is_above(self, marking: Marking | None) -> bool:
        return marking is not None and self.limit is not None and marking.is_above(self.limit)


def without(withheld: Withheld, items: Iterable[Skipped]) -> Iterator[Skipped]:
    """Those of the items that name nothing of what is withheld."""
    for item in items:
        if item.ref not in withheld.refs and (item.duplicate_of is None or item.duplicate_of not in withheld.refs):
            yield item


def named_outlets(grades: Mapping[str, str], citations: Mapping[str, Citation]) -> Mapping[str, str]:
    """The grades of those outlets of which there is an article: the name of another may itself be a secret."""
    missing = {note.where for note in grade_outlets(citations, grades).notes}
    return {name: grade for name, grade in grades.items() if name not in missing}


def unnamed_judgements(count: int) -> Iterator[Issue]:
    """What people are told of judgements without an effect in an edition that leaves something out: how many."""
    if count:
        what = f"{count} of the judgements {'has' if count == 1 else 'have'} no effect here, or a note"
        yield Issue("judgements", what, "a build without --tlp says which")


def notes(withheld: Withheld, limit: Marking | None, unused_rules: int) -> Iterator[Issue]:
    """What people are told of it: numbers, and no names."""
    if limit and withheld.count:
        articles = "1 article is" if withheld.count == 1 else f"{withheld.count} articles are"
        yield Issue(limit.value, f"{articles} marked above it and left out", "docs/marking.md says what that means")
    if unused_rules:
        rules = "1 rule marks" if unused_rules == 1 else f"{unused_rules} rules mark"
        yield Issue("[markings]", f"{rules} nothing that was read", "check the spelling")
