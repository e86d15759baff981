"""Clauses of which the tags hide that they are some: a past tense tagged as a participle, the verb of a headline."""

from collections.abc import Collection

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import (
    AUXILIARIES,
    OBJECTS_OR_CONTENT_CLAUSES,
    PLURAL_NOUN_TAGS,
)


def is_disguised_clause(parse: FlatParse, verb: int, kept: Collection[int]) -> bool:
    """Whether the ``verb`` heads a clause though it seems to lack a finite form.

    "Brandt called him a thief" (tagged as a participle), "Two banks propose a loan" (as an infinitive), "Orlov to sell
    its mills" (a headline). ``kept`` are the tokens of the line.
    """
    children = [child for child in parse.children[verb] if child in kept]
    subject = next((child for child in children if child < verb and parse.deps[child] == "nsubj"), None)
    if subject is None:
        return False
    helpers = [parse.lowers[child] for child in children if parse.deps[child] in AUXILIARIES]
    if parse.tags[verb] == "VBN":
        return not helpers and any(child > verb and _is_object(parse, child, verb) for child in children)
    is_plural = parse.tags[subject] in PLURAL_NOUN_TAGS or any(parse.deps[c] == "conj" for c in parse.children[subject])
    is_headline = helpers == ["to"] and parse.lowers[subject + 1] == "to"
    return parse.tags[verb] == "VB" and (is_headline or (is_plural and not helpers))


def _is_object(parse: FlatParse, token: int, verb: int) -> bool:
    """Whether the token is what the verb does or says: right behind it, or a clause with "that"."""
    first = parse.left[token]
    return parse.deps[token] in OBJECTS_OR_CONTENT_CLAUSES and (first == verb + 1 or parse.lowers[first] == "that")
