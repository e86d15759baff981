"""Who speaks a quotation and who is spoken of in it, for pronouns within and beside it."""

from collections.abc import Mapping

from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.word_classes import QUOTING_VERBS
from dossier.model import Form


def speaker_heads(doc: Parsed) -> dict[int, int]:
    """The head of the speaker for each token of a quotation: "he" in the quotation is somebody else."""
    return {
        i: quotation.source.head
        for quotation in doc._.quotations
        if quotation.source is not None
        for i in range(quotation.start, quotation.end)
    }


def heads_spoken_of(doc: Parsed, chains: list[Chain]) -> dict[int, tuple[int, ...]]:
    """For the head of each speaker the heads of the names in the quotations: "“Brandt lied,” he said" is not Brandt."""
    speakers = speaker_heads(doc)
    found: dict[int, list[int]] = {}
    for chain in chains:
        for mention in chain.mentions:
            if mention.form is Form.NAME and mention.head in speakers:
                found.setdefault(speakers[mention.head], []).append(mention.head)
    return {speaker: tuple(heads) for speaker, heads in found.items()}


def final_speaker(doc: Parsed, speakers: Mapping[int, int], start: int, end: int) -> tuple[int, ...]:
    """The heads of the phrases for the speaker of the quotation in which the sentence ``start`` to ``end`` ends.

    If the speaker is described and named (A senator, Ada Brandt, said: "…"), both. Empty outside a quotation.
    """
    i = end - 1
    while i > start and not doc[i].is_alpha:
        i -= 1
    if i not in speakers:
        return ()
    head = speakers[i]
    return (head, *(child.i for child in doc[head].rights if child.dep_ == "appos"))


def is_subject_of_speech(token: Token) -> bool:
    """Whether a pronoun may introduce a quotation: "she" in "she said"."""
    return token.dep_ == "nsubj" and token.head.lemma_ in QUOTING_VERBS
