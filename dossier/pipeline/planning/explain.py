"""Say why each article was read and each dossier was made or kept."""

from collections.abc import Collection, Iterator

from dossier.pipeline.planning.build_plan import BuildPlan
from dossier.pipeline.planning.manifest_inputs import article_forms
from dossier.pipeline.report import Explanation
from dossier.publish.article_changes import article_changes


def explain(plan: BuildPlan, annotated: Collection[str]) -> Iterator[Explanation]:
    """An explanation for each article, in the order of their refs, and for each dossier; withdrawn articles too.

    ``annotated`` are the ids of the articles that were annotated in this run.
    """
    yield from sorted(_articles(plan, annotated), key=lambda one: one.subject)
    for planned in plan.dossiers.values():
        yield Explanation(planned.found.name, planned.reason)


def _articles(plan: BuildPlan, annotated: Collection[str]) -> Iterator[Explanation]:
    before, articles = plan.target.earlier.manifest, article_forms(plan.case)
    changes = article_changes(before.articles if before else (), articles)
    states = {article.id: "new" for article in changes.new} | {pair.new.id: "revised" for pair in changes.revised}
    for article in articles:
        was_read = "annotated" if article.id in annotated else "annotations kept"
        yield Explanation(article.ref, f"{states.get(article.id, 'as before')}; {was_read}")
    for article in changes.withdrawn:
        yield Explanation(article.ref, "withdrawn: the build before had it")
