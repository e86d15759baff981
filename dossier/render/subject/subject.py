"""What a briefing says at its head of its subject: an actor with its names, or the whole case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from dossier.model import Actor, ActorField, Citation, Description, Period, Precision, Timeline, When
from dossier.render.context import AliasUse, DescriptionEntry, NameComparison
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.notes import Ledger
from dossier.render.entries.open_states import left_office
from dossier.render.page_values.note_context import Backlink
from dossier.render.subject.identity_evidence import name_comparisons
from dossier.render.subject.leaders import leaders
from dossier.render.wording import date_wording, label_wording, prose
from dossier.render.wording.analyst_remarks import header_corrections
from dossier.text.repair import folded_words

_MAX_RUNNING_HEAD_CHARACTERS = 70
"""Set by hand, so that the name fits into the head of a printed page."""

_OLD = timedelta(days=90)
"""Before the last article; set by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The fields of a ``Briefing`` that tell of its subject."""

    name: str
    kind: str
    aliases: tuple[AliasUse, ...] = ()
    descriptions: tuple[DescriptionEntry, ...] = ()
    leaders: tuple[DescriptionEntry, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    described: str = ""
    corrections: tuple[str, ...] = ()
    same: tuple[NameComparison, ...] = ()
    apart: tuple[NameComparison, ...] = ()

    @property
    def running(self) -> str:
        """The name as the head of a printed page has it."""
        return prose.shortened(self.name, _MAX_RUNNING_HEAD_CHARACTERS)


CASE = Subject(name="The whole case", kind="Case")


def subject(timeline: Timeline, ledger: Ledger, told: Sequence[EntryGroup] = ()) -> Subject:
    """The actor as a subject, its descriptions and reasons cited in the ledger; without one, the case.

    ``told`` are the entries of what happened.
    """
    actor, articles = timeline.actor, timeline.articles
    if actor is None:
        return CASE
    ends = {
        id(d): left_office(actor.id, d, articles[d.article], told) for d in actor.descriptions if d.article in articles
    }
    descriptions = _descriptions(actor.descriptions, articles, ledger, ends=ends)
    heads = _descriptions(leaders(timeline), articles, ledger, len(descriptions) + 1)
    same, apart = name_comparisons(actor, articles, ledger)
    return Subject(
        name=prose.tidy(actor.name),
        kind=label_wording.KIND_WORDS[actor.kind],
        aliases=tuple(AliasUse(prose.tidy(a.text), a.mentions, len(a.articles)) for a in actor.aliases),
        descriptions=descriptions,
        leaders=heads,
        identifiers=tuple((prose.tidy(scheme), prose.tidy(value)) for scheme, value in actor.identifiers),
        described=_own_words(actor),
        corrections=header_corrections(actor.corrections),
        same=same,
        apart=apart,
    )


def _own_words(actor: Actor) -> str:
    """The description that the analyst gave; empty where he gave none, or chose one of the articles."""
    given = (one.value for one in actor.corrections if one.field is ActorField.DESCRIPTIONS and one.value)
    said = [folded_words(one.text) for one in actor.descriptions]
    return next((prose.tidy(text) for text in given if folded_words(text) not in said), "")


def _descriptions(
    descriptions: Iterable[Description],
    articles: Mapping[str, Citation],
    ledger: Ledger,
    first: int = 1,
    ends: Mapping[int, str] = MappingProxyType({}),
) -> tuple[DescriptionEntry, ...]:
    # A timeline holds the articles of its events only: a description from another article could not be cited.
    citable = (description for description in descriptions if description.article in articles)
    return tuple(
        replace(
            described(n, d, articles, ledger, Backlink(f"d{n}", f"description\N{NO-BREAK SPACE}{n}")),
            ended=ends.get(id(d), ""),
        )
        for n, d in enumerate(citable, first)
    )


def described(
    number: int, said: Description, articles: Mapping[str, Citation], ledger: Ledger, at: Backlink
) -> DescriptionEntry:
    """The entry of a description, which the ledger cites ``at`` a place on the page. ``articles`` are those of it."""
    article = articles[said.article]
    note = ledger.cite(said.article, said.quote, at)
    if prose.same_words(said.text, said.quote.exact):
        ledger.quoted_on_page(said.article, said.quote, at)
    return DescriptionEntry(
        number, prose.unmarked(prose.begun_small(said.text), article.language), note, _month_of_old(article, articles)
    )


def _month_of_old(article: Citation, articles: Mapping[str, Citation]) -> str:
    """The month of an article that is old beside the last of all, in words: who was president then may not be now."""
    when = article.published.when
    days = [one.published.when.latest for one in articles.values() if one.published.when]
    newest = max((day for day in days if day), default=None)
    if not (when and when.latest and newest and newest - when.latest > _OLD):
        return ""
    return date_wording.when_words(
        When.of(Period.of(datetime(when.latest.year, when.latest.month, 1), Precision.MONTH))
    )
