"""On whom an event is blamed ("blamed the attack on the rebels")."""

from collections.abc import Iterator

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import may_act
from dossier.annotate.syntax.labels import TIME_ENTITIES, UNDERGOERS

_MAX_NESTED_PREPOSITIONS = 3
"""Through how many prepositions below the deed "on" is looked for: two in "the attack on the depot on the rebels".

Set by hand, to bound the work; no measurement is recorded.
"""


def culprit(deed: Token) -> Token | None:
    """The head of the phrase of those on whom a deed is blamed, where the verb right above it is "blame".

    The deed is the object of the verb, or the subject of its passive. Of several phrases with "on" it is the last. None
    where the deed is blamed on nobody, or on something that cannot act.
    """
    verb = deed.head
    if deed.dep_ not in UNDERGOERS or verb.lemma_ != "blame":
        return None
    blamed = list(_objects_of_on(verb, 1))
    if not blamed and deed.dep_ == "dobj":
        # the parse makes it a part of the deed: "the attack on the depot on the rebels"
        blamed = list(_objects_of_on(deed, _MAX_NESTED_PREPOSITIONS))
    last = max(blamed, key=lambda token: token.i, default=None)
    return last if last is not None and may_act(last) else None


def _objects_of_on(head: Token, depth: int) -> Iterator[Token]:
    """The heads behind each "on" under the head, through at most ``depth`` prepositions, dates left out."""
    if not depth:
        return
    for child in head.rights:
        if child.dep_ != "prep":
            continue
        for noun in child.children:
            if noun.dep_ == "pobj" and noun.ent_type_ not in TIME_ENTITIES:
                if child.lower_ == "on":
                    yield noun
                yield from _objects_of_on(noun, depth - 1)
