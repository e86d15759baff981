"""On whom something is blamed ("blamed the attack on the rebels"), and who is blamed for it."""

from collections.abc import Iterator

from dossier.annotate.parsed import Token
from dossier.annotate.roles.animacy import may_act
from dossier.annotate.syntax.labels import TIME_ENTITIES, UNDERGOERS

_BLAME = "blame"
_DEPTH = 3


def culprit(deed: Token) -> Token | None:
    """On whom the verb that takes it as an object, or as the subject of the passive, blames a deed.

    None where it is blamed on nobody, but on a thing.
    """
    verb = deed.head
    if deed.dep_ not in UNDERGOERS or verb.lemma_ != _BLAME:
        return None
    found = list(_behind_on(verb, 1))
    if not found and deed.dep_ == "dobj":
        # the parse makes it a part of the deed: "the attack on the depot on the rebels"
        found = list(_behind_on(deed, _DEPTH))
    last = max(found, key=lambda token: token.i, default=None)
    return last if last is not None and may_act(last) else None


def _behind_on(head: Token, depth: int) -> Iterator[Token]:
    for child in head.rights if depth else ():
        if child.dep_ != "prep":
            continue
        for thing in child.children:
            if thing.dep_ == "pobj" and thing.ent_type_ not in TIME_ENTITIES:
                if child.lower_ == "on":
                    yield thing
                yield from _behind_on(thing, depth - 1)
