"""The "it" that stands for nothing: "it rained", "it was time to leave"."""

from dossier.annotate.actors.coreference.pleonastic import is_pleonastic
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import PARTICIPLE_TAGS


def is_empty_it(doc: Parsed, parse: FlatParse, token: int) -> bool:
    """Whether the "it" refers to nothing: "it rained", not "it is more than they had" or "it was a case of …"."""
    verb = parse.heads[token]
    if not is_pleonastic(doc[token]):
        return False
    if parse.lemmas[verb] != "be":
        return True
    for complement in parse.children[verb]:
        clauses = [c for c in parse.children[complement] if c > complement]
        if any(parse.lowers[word] == "than" for c in clauses for word in (c, *parse.children[c])):
            return False
        described = parse.pos[complement] == "NOUN" and parse.deps[complement] == "attr"
        if described and any(_describes(parse, clause) for clause in clauses):
            return False
    return True


def _describes(parse: FlatParse, clause: int) -> bool:
    """Whether the clause under a noun says of what kind it is: "a case seen in Orlov", not "time to leave"."""
    participle = parse.deps[clause] == "acl" and parse.tags[clause] in PARTICIPLE_TAGS
    return participle or parse.deps[clause] == "relcl"
