"""First and second person: whoever speaks, and whoever is spoken to, where the article says who that is."""

from spacy.tokens import Doc

from dossier.annotate.actors.sieves import confidence
from dossier.annotate.actors.voices import voices
from dossier.annotate.doc import Chain, Mention
from dossier.model import Form, Kind

_ME = frozenset("i me my mine myself".split())
_US = frozenset("we us our ours ourselves".split())
_YOU = frozenset("you your yours yourself".split())
_MANY = (Kind.ORGANIZATION, Kind.GROUP)


def add_speakers(doc: Doc, chains: list[Chain]) -> None:
    """Add the pronouns of the first and second person; those of whoever wrote the article are left out."""
    owner = {mention.head: chain for chain in chains for mention in chain.mentions}
    taken: set[int] = set()
    for voice in voices(doc, owner):
        for i in range(voice.start, voice.end):
            if i in taken:
                continue
            taken.add(i)
            chain = _meant(doc[i].lower_, voice.speaker, voice.hearer)
            if chain is not None and doc[i].tag_ != "CD":
                chain.mentions.append(Mention(i, i + 1, i, Form.PRONOUN, voice.sieve, confidence(voice.sieve)))


def _meant(word: str, speaker: Chain | None, hearer: Chain | None) -> Chain | None:
    if word in _ME:
        return speaker if speaker is not None and speaker.kind is Kind.PERSON else None
    if word in _US:
        return speaker if speaker is not None and speaker.kind in _MANY else None
    if word in _YOU:
        return hearer if hearer is not None and hearer.kind is Kind.PERSON else None
    return None
