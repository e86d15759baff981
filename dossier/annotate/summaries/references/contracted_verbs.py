"""The verbs that are contracted with a pronoun: "is" or "has" in "he's"."""

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import VERBS_WITHOUT_PASSIVE
from dossier.annotate.syntax.labels import OBJECTS_AND_CLAUSES

_VERBS = {
    f"{mark}{end}": verb for mark in "'’" for end, verb in (("s", "is"), ("ll", "will"), ("re", "are"), ("ve", "have"))
}
_OPEN = ("'d", "’d")
"""It may be "had" or "would"."""


def is_contracted(parse: FlatParse, token: int) -> bool:
    """Whether the token is a verb contracted with the word before."""
    is_joined = 0 < token < len(parse.words) and not parse.gaps[token - 1]
    return is_joined and parse.lowers[token] in (*_VERBS, *_OPEN)


def contracted_verb(parse: FlatParse, token: int) -> str | None:
    """The whole verb; None where it may be two."""
    word = parse.lowers[token]
    return "has" if word[1:] == "s" and _is_perfect(parse, token) else _VERBS.get(word)


def _is_perfect(parse: FlatParse, auxiliary: int) -> bool:
    """Whether the auxiliary makes a perfect: "'s" in "he's left", "he's taken the money", "he's been sued"."""
    verb = parse.heads[auxiliary]
    if parse.tags[verb] != "VBN":
        return False
    children = parse.children[verb]
    has_object = any(parse.deps[child] in OBJECTS_AND_CLAUSES for child in children)
    has_been = any(auxiliary < child < verb and parse.lowers[child] == "been" for child in children)
    return parse.deps[auxiliary] == "aux" or has_object or has_been or parse.lemmas[verb] in VERBS_WITHOUT_PASSIVE
