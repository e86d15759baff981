"""Which clauses an event needs around it: the sentence less the clauses coordinated with its own, or less."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.summaries.coordination import Cut, coordinate, is_coordinated
from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.summaries.independent_clauses import Stand, standing


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the sentence that stands alone, less what the cuts drop; ``root`` is its main verb then."""

    stand: Stand
    root: int
    cuts: tuple[Cut, ...] = ()

    def mask(self, start: int, end: int) -> bytearray:
        """For each token of the sentence ``start`` to ``end``, whether the frame keeps it."""
        first, last = self.stand.start + self.stand.omitted, self.stand.end
        kept = bytearray(end - start)
        _fill(kept, first - start, last - start, 1)
        for cut in reversed(self.cuts):
            for spans, value in ((cut.dropped, 0), (cut.kept, 1)):
                for begin, finish in spans:
                    _fill(kept, max(begin, first) - start, min(finish, last) - start, value)
        return kept


def frames(parse: Parse, head: int, start: int, end: int) -> Iterator[Frame]:
    """The frames of the event at ``head`` in the sentence ``start`` to ``end``, the tightest first."""
    cuts: list[Cut] = []
    path = parse.above(head)
    for token in path:
        stand = standing(parse, token, start, end)
        if stand is not None:
            yield _frame(stand, cuts)
        cut = coordinate(parse, token)
        if cut is not None:
            cuts.append(cut)
        elif cuts and cuts[-1].above == token and is_coordinated(parse, token):
            # of a list either one part alone or all ("came, saw and won")
            cuts.pop()
    whole = Stand(path[-1], start, end)
    if cuts:
        yield _frame(whole, cuts)
    yield Frame(whole, path[-1])


def _frame(stand: Stand, cuts: list[Cut]) -> Frame:
    root = stand.root
    for cut in reversed(cuts):
        if cut.above == root:
            root = cut.root
    return Frame(stand, root, tuple(cuts))


def _fill(kept: bytearray, start: int, end: int, value: int) -> None:
    if start < end:
        kept[start:end] = bytes((value,)) * (end - start)
