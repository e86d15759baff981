"""What a sentence leaves to the pronouns of the next: its subject, its last speaker, and whether it has several."""

from collections.abc import Iterable, Mapping

from dossier.annotate.actors.coreference.referents import Referent
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import SUBJECTS
from dossier.model import Kind


def main_subject(root: Token, referent_at: Mapping[int, Referent]) -> Referent | None:
    """The referent of the main clause's subject; ``referent_at`` gives the referents read so far, by token."""
    return next((referent_at.get(child.i) for child in root.lefts if child.dep_ in SUBJECTS), None)


def has_several(tokens: Iterable[int], referent_at: Mapping[int, Referent], subject: Referent | None) -> bool:
    """Whether the tokens have a plural referent other than the subject of the main clause."""
    found = (referent_at.get(i) for i in tokens)
    return any(one is not None and one.is_plural and one is not subject for one in found)


def speaker(
    heads: Iterable[int], actor_at: Mapping[int, Referent], referent_at: Mapping[int, Referent]
) -> Referent | None:
    """Who speaks the quotation in which the sentence ends; ``heads`` are those of the phrases for the speaker.

    If the speaker is described and named (A senator, Ada Brandt, said: "…"), it is the person named.
    """
    heads = tuple(heads)
    people = (one for i in heads if (one := actor_at.get(i)) is not None and one.kind is Kind.PERSON)
    return next(people, None) or next((referent_at[i] for i in heads if i in referent_at), None)
