"""The clauses that a line may consist of: the clause of the event alone, or with more of the sentence around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.summaries.sentence.coordination import ConjunctCut, conjunct_cut, is_coordinated
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.independent_clauses import IndependentClause, independent_clause
from dossier.annotate.summaries.sentence.loss import Loss, clause_loss


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


class CandidateClauses:
    """Finds the clauses that a line may consist of. What it finds at a token serves all events of its sentence."""

    def __init__(self, parse: FlatParse) -> None:
        self._parse = parse
        self._found: dict[int, tuple[IndependentClause | None, ConjunctCut | None]] = {}

    def around(self, head: int, start: int, end: int, most: Loss) -> Iterator[KeptClause]:
        """Those around the event at ``head`` in the sentence ``start`` to ``end`` (half-open), the shortest first.

        Of coordinated clauses only that of the event stays where the loss of the others is at ``most`` that. The last
        is the whole sentence.
        """
        cuts: list[ConjunctCut] = []
        path = self._parse.above(head)
        for token in path:
            stretch, cut = self._at(token, start, end)
            if stretch is not None and clause_loss(self._parse, stretch.start, stretch.end) <= most:
                yield _kept_clause(stretch, cuts)
            if cut is not None and cut.loss <= most:
                cuts.append(cut)
            elif cuts and cuts[-1].dropped_verb == token and is_coordinated(self._parse, token):
                # Of a list, a line has one verb alone or all ("came, saw and won").
                cuts.pop()
        yield _kept_clause(IndependentClause(path[-1], start, end), cuts)

    def _at(self, token: int, start: int, end: int) -> tuple[IndependentClause | None, ConjunctCut | None]:
        """The clause of the verb ``token`` that can stand alone, and the cut that leaves the verb alone."""
        if token not in self._found:
            parse = self._parse
            self._found[token] = independent_clause(parse, token, start, end), conjunct_cut(parse, token)
        return self._found[token]


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
