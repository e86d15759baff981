"""What was found about one actor, beside what the build before had found."""

from dataclasses import dataclass, replace
from functools import cached_property

from dossier.codec import IndexEntityForm, ManifestDossierForm
from dossier.model import Actor, EntryCounts, Timeline, When
from dossier.pipeline.case import Case
from dossier.publish.earlier_build import EarlierBuild


@dataclass(frozen=True, kw_only=True)
class FoundDossier:
    """An actor of a case with its timeline.

    ``content`` is a hash of the timeline; ``before`` is what the manifest before says of the dossier.
    """

    case: Case
    actor: Actor
    content: str
    before: ManifestDossierForm | None

    @cached_property
    def timeline(self) -> Timeline:
        """The timeline; where it is what it was, it speaks for the day for which it spoke before."""
        timeline = self.case.timeline(self.actor)
        if self.before and self.is_unchanged:
            return replace(timeline, as_of=When.parse(self.before.as_of) if self.before.as_of else None)
        return timeline

    @property
    def as_of(self) -> str | None:
        """The day (EDTF) that the timeline speaks for; one that is what it was need not be read for that."""
        if self.before and self.is_unchanged:
            return self.before.as_of
        return self.timeline.as_of.edtf if self.timeline.as_of else None

    @property
    def counts(self) -> EntryCounts:
        """The numbers of its entries."""
        return self.case.contents.entry_counts.get(self.actor.id, EntryCounts())

    @property
    def is_unchanged(self) -> bool:
        """Whether the build before had found the same."""
        return self.before is not None and self.before.content == self.content

    @property
    def entity(self) -> IndexEntityForm:
        """The actor, as the index names it."""
        return IndexEntityForm(id=self.actor.id, name=self.actor.name, kind=self.actor.kind)


def find_dossier(case: Case, actor: Actor, earlier: EarlierBuild) -> FoundDossier:
    """What was found about the actor, beside what the manifest of the build before says."""
    return FoundDossier(case=case, actor=actor, content=case.content(actor), before=earlier.dossiers.get(actor.id))
