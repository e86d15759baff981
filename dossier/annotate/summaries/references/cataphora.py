"""Pronouns that look ahead: "Back from her holidays, she led the inquiry"."""

from dossier.annotate.doc import Chain, Mention
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import ANY_SUBJECTS
from dossier.model import SURE_LINK


def looks_ahead(parse: FlatParse, owner: Mention, chain: Chain, last: int) -> bool:
    """Whether a possessive pronoun stands in an opening phrase whose clause has the same actor for its subject.

    A reader expects the name at the subject: "Back from her holidays, [Ada Brandt] led the inquiry". ``chain`` is that
    of the actor, ``last`` the last token of the line.
    """
    token = owner.start
    if parse.tags[token] != "PRP$":
        return False
    sure = (one.head for one in chain.mentions if token < one.head <= last and one.confidence >= SURE_LINK)
    above = parse.above(token)
    return any(parse.deps[head] in ANY_SUBJECTS and parse.heads[head] in above and head not in above for head in sure)
