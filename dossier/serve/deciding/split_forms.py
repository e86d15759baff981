"""The form that takes one thing apart: all its tellings by outlet, each with its day and its words, to be ticked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dossier.model import ActorChain, Citation, Event, Form, Span
from dossier.pipeline.deciding.doubt_evidence import excerpt
from dossier.render.decisions.decision_wording import day_words
from dossier.render.wording import prose
from dossier.serve.deciding.decision_forms import event_reference
from dossier.serve.readings import title_words, words_address
from dossier.serve.served_case import CaseSnapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedTelling:
    """A place that names an actor, or tells an event: what a form calls it, and the words around it in pieces.

    The second of the ``pieces`` are the words themselves; ``address`` leads to them.
    """

    reference: str
    day: str
    title: str
    pieces: tuple[str, str, str]
    article: str
    address: str


@dataclass(frozen=True, slots=True)
class OutletTellings:
    """The tellings of one outlet, the oldest first; the name is empty where it is not known."""

    name: str
    tellings: tuple[QuotedTelling, ...]


@dataclass(frozen=True, slots=True)
class SplitForm:
    """The tellings of one thing. ``is_open``: there are several, so that some can be set apart."""

    outlets: tuple[OutletTellings, ...]
    is_open: bool


_Place = tuple[str, str, Span]
"""What a form calls a telling, the id of its article, and the place of its words."""


def event_tellings(held: CaseSnapshot, event: Event) -> SplitForm:
    """The tellings of an event."""
    return _form(
        held,
        [
            (event_reference(one.article, one.trigger, one.occurrence), one.article, one.trigger.span)
            for one in event.evidence
        ],
    )


def actor_tellings(held: CaseSnapshot, members: Iterable[tuple[str, str]]) -> SplitForm:
    """The articles that name the actor of these chains (the ids of the article and of the chain), each name once."""
    chains = {(found.article, chain.id): chain for _, found in held.annotated() for chain in found.actors}
    places = {f"{chains[one].name}@{one[0]}": (one[0], _first_name(chains[one])) for one in members if one in chains}
    return _form(held, [(reference, article, span) for reference, (article, span) in places.items()])


def _first_name(chain: ActorChain) -> Span:
    named = [mention for mention in chain.mentions if mention.form is Form.NAME]
    return (named or chain.mentions)[0].quote.span


def _form(held: CaseSnapshot, places: list[_Place]) -> SplitForm:
    outlets = tuple(_by_outlet(held, places))
    return SplitForm(outlets, len(places) > 1)


def _by_outlet(held: CaseSnapshot, places: list[_Place]) -> Iterator[OutletTellings]:
    """The outlet that told of it first stands first; those without a name are one, and stand last."""
    cited = held.case.contents.citations
    texts = held.store.by_id(sorted({article for _, article, _ in places}))
    ordered = sorted(places, key=lambda one: (_day(cited[one[1]]), one[1], one[2].start))
    first = {_outlet(cited[article]): at for at, (_, article, _) in reversed(list(enumerate(ordered)))}
    ordered.sort(key=lambda one: (not (name := _outlet(cited[one[1]])), first[name]))
    for name, those in groupby(ordered, key=lambda one: _outlet(cited[one[1]])):
        tellings = []
        for reference, article, span in those:
            before, words, behind = map(prose.verbatim, excerpt(texts[article], span).pieces)
            when = cited[article].published.when
            telling = QuotedTelling(
                reference=reference,
                day=day_words(when) if when else "day not known",
                title=title_words(cited[article]),
                pieces=(before, words, behind),
                article=article,
                address=words_address(article, span),
            )
            tellings.append(telling)
        yield OutletTellings(name, tuple(tellings))


def _outlet(cited: Citation) -> str:
    return prose.tidy(cited.publisher or "")


def _day(cited: Citation) -> str:
    return cited.published.when.edtf if cited.published.when else "9"
