"""Take in what the sources give: into the store, but for what is marked above the edition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossier.model import Article, Issue, Skipped
from dossier.pipeline.intake.article_filter import Filtering
from dossier.pipeline.intake.redaction import SourceMarkings, Withheld, notes, without
from dossier.pipeline.progress import Advance
from dossier.pipeline.report import BuildReport
from dossier.sources import distinct
from dossier.store import Store


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The ids of the articles of a run in their order, and what is not among them because of its marking."""

    articles: tuple[str, ...]
    withheld: Withheld


@dataclass(slots=True)
class _Met:
    """What is met while the sources are read."""

    articles: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    noted: list[Skipped] = field(default_factory=list)


def take_in(
    items: Iterable[Article | Skipped],
    markings: SourceMarkings,
    filtering: Filtering,
    store: Store,
    report: BuildReport,
    advance: Advance,
) -> TakenIn:
    """Save the articles that pass in the store; the report gets their number, and the skipped inputs.

    What Dossier itself made is no input, and only noted: the dossiers must not differ by where they are written. Noted
    is also what is not right with an article that was read. Of what is withheld the report gets the number alone, and
    nothing before all has been read: the strictest marking of an article may come with its last copy.
    """
    met = _Met()
    replaced = store.put_articles(_articles(distinct(markings.observed(items)), filtering, met, report, advance))
    withheld = markings.withheld()
    articles = tuple(key for key in met.articles if key not in withheld.articles)
    report.articles = len(articles)
    report.withheld = withheld.count
    report.skipped += without(withheld, met.skipped)
    report.notes += [Issue(item.ref, item.reason, item.advice) for item in without(withheld, met.noted)]
    report.notes += [
        row.issue("it is replaced by what was read from the source")
        for row in replaced
        if row.key not in withheld.articles
    ]
    report.notes += notes(withheld, markings.limit, markings.unused_rules())
    report.notes += filtering.notes()
    report.issues += filtering.issues()
    report.unwanted = filtering.left_out
    return TakenIn(articles, withheld)


def _articles(
    items: Iterable[Article | Skipped], filtering: Filtering, met: _Met, report: BuildReport, advance: Advance
) -> Iterator[Article]:
    """The articles as they come; ``met`` gets their ids, and all that is none."""
    for item in items:
        advance(1)
        if isinstance(item, Article):
            if filtering.passes(item.citation):
                report.articles += 1
                met.articles.append(item.id)
                yield item
        else:
            (met.noted if item.is_own or item.is_note else met.skipped).append(item)
