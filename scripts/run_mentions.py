"""The mentions of events in the last run of a store, with its actors, for what learns from them or judges them."""

from pathlib import Path

from dossier.annotate.ontology import ontology
from dossier.model import Article
from dossier.pipeline.cases.claims import claims_of
from dossier.resolve import resolve_actors
from dossier.resolve.actors import Actors
from dossier.resolve.events.mentions.resolved_mention import ResolvedMention, resolved_mentions
from dossier.store import Store


def read(path: Path) -> tuple[list[ResolvedMention], Actors, dict[str, str]]:
    """The mentions and actors of the last run in the store, and the ref of each article."""
    with Store(path) as store:
        run = store.last_run()
        if run is None:
            raise SystemExit(f"{path} holds no run")
        types = ontology(run.ontology).types
        articles: list[Article] = list(store.articles(run.articles))
        told = list(zip(articles, claims_of(store, run), strict=True))
    actors = resolve_actors(told, types)
    return resolved_mentions(told, actors, types), actors, {it.id: it.ref.rsplit("#", 1)[-1] for it in articles}
