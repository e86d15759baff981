"""Clauses of which a part stands in the clause before: "The town was shut, and police came to investigate"."""

from dossier.annotate.summaries.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import COUNTING_ADVERBS, VERBS_WITH_OBJECTS


def needs_clause_before(parse: FlatParse, verb: int) -> bool:
    """Whether the clause of ``verb`` has an infinitive without its object, or a time like "a week later"."""
    inside = range(parse.left[verb] + 1, parse.right[verb] + 1)
    return any(_lacks_object(parse, i) or _counts_from_before(parse, i) for i in inside)


def _lacks_object(parse: FlatParse, i: int) -> bool:
    return parse.lemmas[i] in VERBS_WITH_OBJECTS and parse.lowers[i - 1] == "to" and parse.right[i] == i


def _counts_from_before(parse: FlatParse, i: int) -> bool:
    return parse.lowers[i] in COUNTING_ADVERBS and parse.has_date(i - 1, i) and not parse.has_date(i + 1, i + 2)
