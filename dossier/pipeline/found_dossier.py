"""What was found about one actor, beside what the build before had found."""

from dataclasses import dataclass, replace

from dossier.codec import IndexEntityForm, ManifestDossierForm
from dossier.model import Actor, Timeline, When
from dossier.pipeline.case import Case
from dossier.publish.earlier_build import EarlierBuild


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDossier:
    """An actor with its timeline. ``content`` is a hash of it; ``before`` is what the manifest before says of it."""

    actor: Actor
    timeline: Timeline
    content: str
    before: ManifestDossierForm | None

    @property
    def is_unchanged(self) -> bool:
        """Whether the build before had found the same."""
        return self.before is not None and self.before.content == self.content

    @property
    def entity(self) -> IndexEntityForm:
        """The actor, as the index names it."""
        return IndexEntityForm(id=self.actor.id, name=self.actor.name, kind=self.actor.kind)


def find_dossier(case: Case, actor: Actor, earlier: EarlierBuild) -> FoundDossier:
    """What was found about the actor. Where that is what it was, it speaks for the day for which it spoke before."""
    found = FoundDossier(
        actor=actor,
        timeline=case.timeline(actor),
        content=case.content(actor),
        before=earlier.dossiers.get(actor.id),
    )
    if found.before is None or not found.is_unchanged:
        return found
    day = When.parse(found.before.as_of) if found.before.as_of else None
    return replace(found, timeline=replace(found.timeline, as_of=day))
