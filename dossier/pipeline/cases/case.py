"""The case: everything known from the articles of one run."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dossier import __version__
from dossier.codec import Generator, decode_timeline, encode_case
from dossier.model import NO_STAMP, WHOLE_CASE, Actor, CaseContents, Stamp, Timeline, When
from dossier.model.when import newest
from dossier.store import Run

if TYPE_CHECKING:  # these import libraries that a case that is kept does not need
    pass

NO_GENERATOR = Generator(name="dossier", version="", model="", config="")
"""Stands in a timeline that is kept: what was found does not depend on which version found it."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """The actors of a run, its events, its timelines and the problems met.

    ``encoded_findings`` gives its events and actors as the store keeps them, ``encoded_timeline`` a timeline: by the id
    of the actor, or ``WHOLE_CASE`` for that of the case. That store must be open. ``key`` is that under which the store
    keeps it, empty where it does not.
    """

    run: Run
    contents: CaseContents
    encoded_findings: Callable[[], Iterable[bytes]]
    encoded_timeline: Callable[[str], bytes]
    key: str = ""

    @property
    def actors(self) -> Sequence[Actor]:
        """The actors with the most mentioned first; without their links and descriptions."""
        return self.contents.actors

    @cached_property
    def as_of(self) -> When | None:
        """The day that the case speaks for: the one that the user gave, else the newest publication date."""
        return self.run.as_of or newest(citation.published.when for citation in self.contents.citations.values())

    def timeline(self, key: str) -> Timeline:
        """The timeline of the actor with this id; of the case, where it is ``WHOLE_CASE``.

        That of an actor speaks for the day that the user gave, else for the newest publication date among its own
        articles, so that it does not change with what other articles tell. That of the case speaks for the case's day.
        """
        timeline, _ = decode_timeline(self.encoded_timeline(key))
        if key == WHOLE_CASE:
            return replace(timeline, as_of=self.as_of)
        own = newest(citation.published.when for citation in timeline.articles.values())
        return replace(timeline, as_of=self.run.as_of or own)

    def encoded(self, stamp: Stamp = NO_STAMP) -> Iterator[bytes]:
        """The whole case as the JSON of its file, in pieces. It is made anew each time, since it may be large."""
        as_of = self.as_of.edtf if self.as_of else None
        return encode_case(self.encoded_findings(), self.contents.citations, self.generator, as_of, stamp)

    def content(self, key: str) -> str:
        """A hash of the timeline, but for the day that it speaks for: it changes when what was found about it does."""
        if key not in self._contents:
            self._contents[key] = hashlib.sha256(self.encoded_timeline(key)).hexdigest()
        return self._contents[key]

    @cached_property
    def _contents(self) -> dict[str, str]:
        return {}

    def most_active(self, count: int) -> Sequence[Actor]:
        """The ``count`` actors who do and undergo most, the most active first."""
        by_id = {actor.id: actor for actor in self.actors}
        return [by_id[key] for key in self.contents.active[:count]]

    @property
    def generator(self) -> Generator:
        """The program, the pipeline and the fingerprint, for the JSON and the page."""
        return Generator(name="dossier", version=__version__, model=self.run.model, config=self.run.annotator)


def signature(generator: Generator) -> str:
    """The program and its pipeline, for the foot of a page."""
    return f"Dossier {generator.version}, {generator.model}"
