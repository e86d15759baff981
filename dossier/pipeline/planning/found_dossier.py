"""What was found about one actor, or in the whole case, beside what the build before had found."""

from dataclasses import dataclass, replace
from functools import cached_property

from dossier.codec import IndexEntityForm, ManifestDossierForm
from dossier.model import WHOLE_CASE, Actor, EntryCounts, Timeline, When
from dossier.pipeline.cases.case import Case
from dossier.publish.earlier_build import EarlierBuild


@dataclass(frozen=True, kw_only=True)
class FoundDossier:
    """An actor of a case with its timeline; without an actor, the case with its own.

    ``content`` is a hash of the timeline; ``before`` is what the manifest before says of the dossier.
    """

    case: Case
    actor: Actor | None
    content: str
    before: ManifestDossierForm | None

    @property
    def key(self) -> str:
        """The id of the actor, or ``WHOLE_CASE``."""
        return self.actor.id if self.actor else WHOLE_CASE

    @property
    def name(self) -> str:
        """What the dossier is about, for the reader."""
        return self.actor.name if self.actor else "the whole case"

    @cached_property
    def timeline(self) -> Timeline:
        """The timeline; where it is what it was, it speaks for the day for which it spoke before."""
        timeline = self.case.timeline(self.key)
        if self.before and self.is_unchanged:
            return replace(timeline, as_of=When.parse(self.before.as_of) if self.before.as_of else None)
        return timeline

    @property
    def as_of(self) -> str | None:
        """The day (EDTF) that the timeline speaks for; one that is what it was need not be read for that."""
        if self.before and self.is_unchanged:
            return self.before.as_of
        return self.timeline.as_of.edtf if self.timeline.as_of else None

    def names(self, actor: str) -> bool:
        """Whether the actor with this id has a part in one of its events; that of the case has a part for everyone."""
        return self.actor is None or f'"{actor}"'.encode() in self.case.encoded_timeline(self.key)

    @property
    def counts(self) -> EntryCounts:
        """The numbers of its entries."""
        return self.case.contents.entry_counts.get(self.key, EntryCounts())

    @property
    def is_unchanged(self) -> bool:
        """Whether the build before had found the same."""
        return self.before is not None and self.before.content == self.content

    @property
    def entity(self) -> IndexEntityForm | None:
        """The actor, as the index names it; None for the case."""
        actor = self.actor
        return IndexEntityForm(id=actor.id, name=actor.name, kind=actor.kind) if actor else None


def find_dossier(case: Case, actor: Actor | None, earlier: EarlierBuild) -> FoundDossier:
    """What was found about the actor, or in the case, beside what the manifest of the build before says."""
    key = actor.id if actor else WHOLE_CASE
    return FoundDossier(case=case, actor=actor, content=case.content(key), before=earlier.dossiers.get(key))
