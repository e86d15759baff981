"""Clauses whose subject, or another part, stands before: "The town was shut, and police came to investigate"."""

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import COUNTING_ADVERBS, SHARES, VERBS_WITH_OBJECTS
from dossier.annotate.syntax.labels import PASSIVE_MARKS, PLAIN_CLAUSES


def needs_clause_before(parse: FlatParse, verb: int) -> bool:
    """Whether the clause of ``verb`` has an infinitive without its object, or a time like "a week later"."""
    inside = range(parse.left[verb] + 1, parse.right[verb] + 1)
    return any(_lacks_object(parse, i) or _counts_from_before(parse, i) for i in inside)


def _lacks_object(parse: FlatParse, i: int) -> bool:
    return parse.lemmas[i] in VERBS_WITH_OBJECTS and parse.lowers[i - 1] == "to" and parse.right[i] == i


def _counts_from_before(parse: FlatParse, i: int) -> bool:
    return parse.lowers[i] in COUNTING_ADVERBS and parse.has_date(i - 1, i) and not parse.has_date(i + 1, i + 2)


def loses_whole(parse: FlatParse, mask: bytearray, start: int) -> bool:
    """Whether a draft keeps a share and not what stands before it: "ten died, most of them sailors" without who died.

    ``mask`` has a byte for each token of the sentence that begins at ``start``: 1 if it is kept.
    """
    return any(
        mask[place]
        and not mask[place - 1 - (parse.words[start + place - 1] == ",")]
        and _is_share(parse, start + place)
        for place in range(2, len(mask) - 2)
    )


def _is_share(parse: FlatParse, token: int) -> bool:
    return parse.lowers[token] in SHARES and parse.lowers[token + 1 : token + 3] == ["of", "them"]


def may_go_on_clause_between(parse: FlatParse, first: int, token: int) -> bool:
    """Whether an active verb, coordinated with a passive one, may go on a clause that stands between them.

    In "he was sought after officers raided a depot, and found guns" the parse does not show who found them.
    """
    if parse.child(first, PASSIVE_MARKS) is None or not parse.is_finite(token):
        return False
    clauses = (c for c in range(first + 1, token) if parse.deps[c] in PLAIN_CLAUSES and parse.is_finite(c))
    return parse.child(token, PASSIVE_MARKS) is None and any(parse.has_subject(c) for c in clauses)
