"""Which event of a sentence another event of it hangs on: the one that heads the main statement around it.

A sentence has a main statement for its main clause, for each clause coordinated with that, and for each clause that can
be a sentence by itself. What only frames a statement ("officials said that …") belongs to it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.annotate.doc import Trigger
from dossier.annotate.parsed import TokenSpan
from dossier.annotate.summaries.sentence.coordination import is_coordinated
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.independent_clauses import independent_clause
from dossier.annotate.syntax.labels import REPORTED_CLAUSES
from dossier.annotate.word_classes import SPEECH_VERBS

_MAX_FRAMES = 8
"""How many frames around a statement are looked through ("he said she said …"). Set by hand: a bound on the cost."""


def hanging_events(parse: FlatParse, triggers: Sequence[Trigger], sentences: Sequence[TokenSpan]) -> dict[int, int]:
    """By the index of a trigger, the index of the one that heads the main statement on which it hangs.

    A trigger that heads a main statement itself is not in it. ``sentences`` has the sentence of each trigger.
    """
    statements: dict[int, list[int]] = defaultdict(list)
    for index, trigger in enumerate(triggers):
        sentence = sentences[index]
        statements[main_statement(parse, trigger.head, sentence.start, sentence.end)].append(index)
    return {
        index: main
        for head, indices in statements.items()
        for main in [min(indices, key=lambda index: _rank(parse, triggers[index].head, head))]
        for index in indices
        if triggers[index].head != triggers[main].head
    }


def main_statement(parse: FlatParse, token: int, start: int, end: int) -> int:
    """The head of the main statement around the token in the sentence ``start`` to ``end`` (half-open)."""
    path = parse.above(token)
    statement = path[-1]
    for step in reversed(path[:-1]):
        if _is_statement_beside(parse, step, statement) or independent_clause(parse, step, start, end) is not None:
            statement = step
    return framed_statement(parse, statement)


def _is_statement_beside(parse: FlatParse, token: int, statement: int) -> bool:
    """Whether the token heads a clause coordinated with the main statement, or framed by it."""
    if parse.heads[token] != statement:
        return False
    return (is_coordinated(parse, token) and parse.is_finite(statement)) or token in _framed(parse, statement)


def framed_statement(parse: FlatParse, statement: int) -> int:
    """The first statement that the given one frames, else that one itself."""
    for _ in range(_MAX_FRAMES):
        framed = next(_framed(parse, statement), None)
        if framed is None:
            break
        statement = framed
    return statement


def _framed(parse: FlatParse, verb: int) -> Iterator[int]:
    """The statements that the verb only reports: "arrested" under "said" in "Officials said that he was arrested"."""
    if parse.lemmas[verb] not in SPEECH_VERBS or parse.is_negated(verb):
        return
    for child in parse.children[verb]:
        if parse.deps[child] in REPORTED_CLAUSES and parse.is_finite(child) and parse.has_subject(child):
            yield child


def _rank(parse: FlatParse, token: int, statement: int) -> tuple[bool, int, bool, int]:
    """The order of the events of one statement: first those under its head, the nearest to it, verbs, the earliest."""
    path = parse.above(token)
    frames = statement not in path
    return frames, path.index(statement) if not frames else 0, not parse.is_verb(token), token
