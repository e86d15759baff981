"""The clauses that a line may consist of: the clause of the event alone, or with more of the sentence around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.summaries.coordination import ConjunctCut, conjunct_cut, is_coordinated
from dossier.annotate.summaries.flat_parse import FlatParse
from dossier.annotate.summaries.independent_clauses import IndependentClause, independent_clause


@dataclass(frozen=True, slots=True)
class KeptClause:
    """A ``stretch`` of the sentence that can stand alone, without what the ``cuts`` drop. ``main_verb`` heads it."""

    stretch: IndependentClause
    main_verb: int
    cuts: tuple[ConjunctCut, ...] = ()

    def mask(self, start: int, end: int) -> bytearray:
        """For each token of the sentence ``start`` to ``end`` (half-open), 1 if it is kept, else 0."""
        first, last = self.stretch.start + self.stretch.omitted, self.stretch.end
        kept = bytearray(end - start)
        _fill(kept, first - start, last - start, 1)
        for cut in reversed(self.cuts):
            for spans, value in ((cut.dropped_spans, 0), (cut.kept_spans, 1)):
                for begin, finish in spans:
                    _fill(kept, max(begin, first) - start, min(finish, last) - start, value)
        return kept


def candidate_clauses(parse: FlatParse, head: int, start: int, end: int) -> Iterator[KeptClause]:
    """The clauses around the event at ``head`` in the sentence ``start`` to ``end`` (half-open), the shortest first.

    The last is the whole sentence.
    """
    cuts: list[ConjunctCut] = []
    path = parse.above(head)
    for token in path:
        stretch = independent_clause(parse, token, start, end)
        if stretch is not None:
            yield _kept_clause(stretch, cuts)
        cut = conjunct_cut(parse, token)
        if cut is not None:
            cuts.append(cut)
        elif cuts and cuts[-1].dropped_verb == token and is_coordinated(parse, token):
            # Of a list, a line has one verb alone or all ("came, saw and won").
            cuts.pop()
    whole = IndependentClause(path[-1], start, end)
    if cuts:
        yield _kept_clause(whole, cuts)
    yield KeptClause(whole, path[-1])


def _kept_clause(stretch: IndependentClause, cuts: list[ConjunctCut]) -> KeptClause:
    """The stretch with the cuts, and the verb that heads it once the cuts are made."""
    main_verb = stretch.main_verb
    for cut in reversed(cuts):
        if cut.dropped_verb == main_verb:
            main_verb = cut.kept_verb
    return KeptClause(stretch, main_verb, tuple(cuts))


def _fill(kept: bytearray, start: int, end: int, value: int) -> None:
    """Set the bytes from ``start`` to ``end`` (half-open) to the value; none where ``end`` is not behind ``start``."""
    if start < end:
        kept[start:end] = bytes((value,)) * (end - start)
