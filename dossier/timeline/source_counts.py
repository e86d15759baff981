"""How many sources of a case tell of each thing, and which counts are others than in the case before."""

from collections.abc import Hashable, Mapping, Set

from dossier.memo import Memo


class SourceCounts:
    """Counts things by the sources that tell of them; ``of_source`` has the things of each source, by its name.

    ``step`` is the name by which the memo knows them.
    """

    def __init__(self, of_source: Mapping[str, Set[Hashable]], step: str, memo: Memo) -> None:
        self.of_source = of_source
        self.counts = memo.count(step, of_source)

    def changed_since(self, before: "SourceCounts") -> Set[Hashable]:
        """The things that more sources told of before, or fewer; sources whose things are the same object are alike."""
        nothing: Set[Hashable] = frozenset()
        sides = [
            (self.of_source.get(source, nothing), before.of_source.get(source, nothing))
            for source in self.of_source.keys() | before.of_source.keys()
        ]
        moved = {thing for now, then in sides if now is not then for thing in now ^ then}
        return {thing for thing in moved if self.counts[thing] != before.counts[thing]}
