"""What was found about one actor, or in the whole case, beside what the build before had found."""

import hashlib
from collections.abc import Set
from dataclasses import dataclass, replace

from dossier.codec import IndexEntityForm, ManifestDossierForm, TimelineGlance, glance_at_timeline
from dossier.model import WHOLE_CASE, Actor, Timeline, When
from dossier.pipeline.cases.case import Case
from dossier.publish.earlier_build import EarlierBuild


@dataclass(frozen=True, kw_only=True)
class FoundDossier:
    """An actor of a case with its timeline; without an actor, the case with its own.

    ``content`` is a hash of the timeline, and ``glance`` what of it is held; ``before`` is what the manifest before
    says of the dossier.
    """

    case: Case
    actor: Actor | None
    content: str
    glance: TimelineGlance
    before: ManifestDossierForm | None

    @property
    def key(self) -> str:
        """The id of the actor, or ``WHOLE_CASE``."""
        return self.actor.id if self.actor else WHOLE_CASE

    @property
    def name(self) -> str:
        """What the dossier is about, for the reader."""
        return self.actor.name if self.actor else "the whole case"

    @property
    def timeline(self) -> Timeline:
        """The timeline, read each time, since it may be large; it speaks for the day ``as_of``."""
        timeline = self.case.timeline(self.key)
        return replace(timeline, as_of=When.parse(self.as_of) if self.as_of else None)

    @property
    def as_of(self) -> str | None:
        """The day (EDTF) that the timeline speaks for; one that is what it was, for the day for which it spoke."""
        if self.before and self.is_unchanged:
            return self.before.as_of
        found = self.case.as_of if self.actor is None else self.case.run.as_of or self.glance.newest
        return found.edtf if found else None

    def names(self, actor: str) -> bool:
        """Whether the actor with this id has a part in one of its events; that of the case has a part for everyone."""
        return self.actor is None or actor in self.glance.named

    @property
    def is_unchanged(self) -> bool:
        """Whether the build before had found the same."""
        return self.before is not None and self.before.content == self.content

    @property
    def entity(self) -> IndexEntityForm | None:
        """The actor, as the index names it; None for the case."""
        actor = self.actor
        return IndexEntityForm(id=actor.id, name=actor.name, kind=actor.kind) if actor else None


def find_dossier(case: Case, actor: Actor | None, earlier: EarlierBuild, others: Set[str]) -> FoundDossier:
    """What was found about the actor, or in the case, beside what the manifest of the build before says.

    ``others`` are the ids of all actors with a dossier.
    """
    key = actor.id if actor else WHOLE_CASE
    encoded = case.encoded_timeline(key)
    return FoundDossier(
        case=case,
        actor=actor,
        content=hashlib.sha256(encoded).hexdigest(),
        glance=glance_at_timeline(encoded, others),
        before=earlier.dossiers.get(key),
    )
