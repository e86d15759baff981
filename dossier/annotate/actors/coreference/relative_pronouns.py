"""Relative pronouns: "who" in "Ada Brandt, who left" is Ada Brandt."""

from collections.abc import Iterator

from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import WH_TAGS
from dossier.model import Form, Sieve


def mentions_with_relatives(doc: Parsed, chain: Chain) -> list[Mention]:
    """The mentions of the chain and the relative pronouns behind its names and descriptions, in text order.

    They are added last: an event in a relative clause already has the noun before it as its participant.
    """
    heads = [doc[mention.head] for mention in chain.mentions if mention.form is not Form.PRONOUN]
    words = (word for head in heads for word in relative_pronouns(head))
    relatives = (linked_mention(word.i, word.i + 1, word.i, Form.PRONOUN, Sieve.RELATIVE) for word in words)
    taken = {mention.head for mention in chain.mentions}
    found = [*chain.mentions, *(mention for mention in relatives if mention.head not in taken)]
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def relative_pronouns(noun: Token) -> Iterator[Token]:
    """The pronoun or adverb with which a relative clause behind the noun begins: "who" in "a man who left"."""
    for clause in noun.rights:
        if clause.dep_ == "relcl":
            words = (noun.doc[i] for i in range(clause.left_edge.i, clause.i))
            yield from [word for word in words if word.tag_ in WH_TAGS][:1]
