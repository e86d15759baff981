"""Put a case together: everything known from the articles of one run."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.annotate.ontology import ontology
from dossier.model import (
    ActorMention,
    Affair,
    Annotations,
    CaseContents,
    Citation,
    EntryCounts,
    Event,
    Judgement,
    Marking,
    Relation,
    Reported,
    Timeline,
    UnnamedActor,
)
from dossier.pipeline.cases.claims import CaseClaims
from dossier.pipeline.cases.gathered_case import GatheredCase, gather
from dossier.pipeline.cases.idle_judgements import idle_judgements, overruled_judgements
from dossier.pipeline.cases.impossible_doubts import impossible_doubts, with_impossible
from dossier.pipeline.cases.standing_notes import with_notes
from dossier.pipeline.cases.told_case import ToldCase
from dossier.pipeline.workers.collection_paused import collection_paused
from dossier.render.decisions.decision_groups import decided_together
from dossier.render.decisions.decision_wording import decisions_in_words
from dossier.render.wording.analyst_wording import author_words
from dossier.resolve import (
    Actors,
    Events,
    most_valuable_first,
    resolve_actors,
    resolve_events,
    resolve_relations,
    resolve_unnamed,
)
from dossier.sources.stated_judgements import StatedJudgement
from dossier.store import Run, Store
from dossier.timeline import Chronology, most_active


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedCase:
    """What resolving found: the timeline of each actor and of the case, by id, without the day that it speaks for.

    ``events`` are all, each once, in the order of time, with their importance for the case. ``mentions`` are those of
    each actor, by its id, with the ids of their articles. ``unnamed`` take part in the events and are no actors. These
    three are found when they are asked for, since a decision is shown without them. ``affairs`` group the articles that
    tell of any event. ``acts`` is what the acts of each actor count, by its id.
    """

    contents: CaseContents
    events: Callable[[], Sequence[Event]]
    mentions: Callable[[], Mapping[str, Sequence[tuple[str, ActorMention]]]]
    unnamed: Callable[[], Sequence[UnnamedActor]]
    affairs: Sequence[Affair]
    timelines: Mapping[str, Timeline]
    acts: Mapping[str, float]


def resolve_case(
    store: Store,
    run: Run,
    stated: Sequence[StatedJudgement],
    outlets: Mapping[str, str],
    limit: Marking | None = None,
) -> ResolvedCase:
    """Resolve the articles of ``run`` from the stored annotations and judgements.

    ``stated`` are judgements from files. They come after those in the store. The articles are read anew for each
    step, so that their texts need not be held. ``outlets`` gives the reliability of an outlet by its name or host.
    Events that are marked above ``limit`` are left out, with all that their sentences tell.
    """
    return resolve_claims(CaseClaims(store, run), store.judgements(), stated, outlets, limit)


@collection_paused()
def resolve_claims(
    claims: CaseClaims,
    saved: Sequence[Judgement],
    stated: Sequence[StatedJudgement],
    outlets: Mapping[str, str],
    limit: Marking | None,
) -> ResolvedCase:
    """The same of the articles of ``claims``, with these ``saved`` judgements in place of those in the store.

    What the memo of the claims remembers is not done again, and the same comes out.
    """
    types = ontology(claims.run.ontology).types
    gathered = gather(claims, saved, stated, outlets, limit, types)
    return tell(find(gathered, claims), claims, saved, limit)


@dataclass(slots=True)
class FoundCase:
    """What was found in the articles of a case. Its events can be taken once, so that no later step holds them."""

    gathered: GatheredCase
    actors: Actors
    events: Events
    relations: Sequence[Relation]

    def taken_events(self) -> Sequence[Event]:
        """The events as they were found."""
        taken, self.events = self.events.events, replace(self.events, events=())
        return taken


def find(gathered: GatheredCase, claims: CaseClaims) -> FoundCase:
    """The actors and events of the articles, and how the events lie to each other."""
    run, memo, material = claims.run, claims.memo, gathered.material
    types = ontology(run.ontology).types
    actors = resolve_actors(material.read(), types, material.rulings, run.watched, memo)
    events = resolve_events(material.taken(), actors, types, gathered.origins, material.rulings, memo)
    return FoundCase(gathered, actors, events, resolve_relations(gathered.relations, events.events))


def tell(found: FoundCase, claims: CaseClaims, saved: Sequence[Judgement], limit: Marking | None) -> ResolvedCase:
    """The case of what was found; the other arguments are those of ``resolve_claims``."""
    gathered, actors, memo, types = found.gathered, found.actors, claims.memo, ontology(claims.run.ontology).types
    judged, citations = gathered.judged, gathered.citations
    chronology = Chronology(found.taken_events(), types, found.relations, citations, memo, actors.given_names)
    told = ToldCase(chronology, actors.actors, citations, types, memo)
    acts = told.acts()
    ranked = most_active(actors.actors, acts, citations)
    timelines = told.timelines(ranked)
    contents = CaseContents(
        actors=tuple(replace(actor, links=(), descriptions=()) for actor in actors.actors),
        active=tuple(actor.id for actor in ranked),
        entry_counts={key: EntryCounts.of(timeline) for key, timeline in timelines.items() if timeline.entries},
        event_count=len(chronology.events),
        citations=citations,
        unread_languages=gathered.unread_languages,
        doubts=with_impossible(
            most_valuable_first((*actors.doubts, *found.events.doubts)),
            impossible_doubts(timelines.values(), gathered.reread),
        ),
        judgements=judgements_in_words(judged.in_effect, saved, citations),
        judgement_issues=(
            *judged.issues,
            *idle_judgements(judged, actors, citations),
            *overruled_judgements(found.events.overruled, citations),
        ),
        judgement_notes=tuple(judged.notes),
        outlet_notes=gathered.outlet_notes,
        withheld=gathered.withheld,
    )
    return ResolvedCase(
        contents=contents,
        events=partial(chronology.case_events, citations),
        mentions=partial(_mentions, gathered.reread, actors),
        unnamed=partial(resolve_unnamed, gathered.reread, chronology.events),
        affairs=_affairs(found.events.affairs, citations),
        timelines=with_notes(timelines, judged.rulings.notes, actors, limit, memo),
        acts=acts,
    )


def _mentions(annotations: Iterable[Annotations], actors: Actors) -> Mapping[str, Sequence[tuple[str, ActorMention]]]:
    mentions: dict[str, list[tuple[str, ActorMention]]] = defaultdict(list)
    for found in annotations:
        for chain in found.actors:
            if actor := actors.of(found.article, chain.id):
                mentions[actor.id] += ((found.article, mention) for mention in chain.mentions)
    return mentions


def _affairs(of_article: Mapping[str, str], citations: Mapping[str, Citation]) -> Sequence[Affair]:
    """The affairs in the order of their ids; ``of_article`` has the id of each by its articles."""
    articles: dict[str, list[str]] = defaultdict(list)
    for article in sorted(of_article):
        articles[of_article[article]].append(article)
    return tuple(
        Affair(key, tuple(articles[key]), Reported.of(citations[article].published.when for article in articles[key]))
        for key in sorted(articles)
    )


def judgements_in_words(
    in_effect: Sequence[Judgement], saved: Iterable[Judgement], citations: Mapping[str, Citation]
) -> dict[str, str]:
    """What is decided, by whom and when, by the ids of judgements: those that were made together say one thing.

    Those are known by the order in which they were ``saved``; what a file states comes after them.
    """
    order = {one.id: number for number, one in enumerate(saved)}
    found = dict[str, str]()
    for group in decided_together(sorted(in_effect, key=lambda one: order.get(one.id, len(order)))):
        words = "; ".join(decisions_in_words(group, citations))
        found |= {one.id: f"{words} ({author_words(one.by, one.made)})" for one in group}
    return {one.id: found[one.id] for one in in_effect}
