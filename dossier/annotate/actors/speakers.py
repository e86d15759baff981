"""First and second person: whoever speaks, and whoever is spoken to, where the article says who that is."""

from dossier.annotate.actors.sieves import confidence
from dossier.annotate.actors.voices import voices
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed
from dossier.model import Form, Kind
from dossier.text.names import tokens

_ME = frozenset("i me my mine myself".split())
_US = frozenset("we us our ours ourselves".split())
_YOU = frozenset("you your yours yourself".split())
_OUTLETS = frozenset(
    """news newspaper post times daily press agency tv radio herald tribune journal telegraph gazette courier chronicle
    broadcasting television magazine network reuters afp bbc cnn""".split()
)
_MANY = (Kind.ORGANIZATION, Kind.GROUP)


def add_speakers(doc: Parsed, chains: list[Chain]) -> None:
    """Add the pronouns of the first and second person; those of whoever wrote the article are left out."""
    owner = {mention.head: chain for chain in chains for mention in chain.mentions}
    taken: set[int] = set()
    for voice in voices(doc, owner):
        for i in range(voice.start, voice.end):
            if i in taken:
                continue
            taken.add(i)
            chain = _meant(doc[i].lower_, voice.speaker, voice.hearer)
            if chain is not None and not _is_phrase(doc, i):
                chain.mentions.append(Mention(i, i + 1, i, Form.PRONOUN, voice.sieve, confidence(voice.sieve)))


def _is_outlet(chain: Chain) -> bool:
    """Whether it is a medium, whose words are mostly another's that it reports."""
    return not _OUTLETS.isdisjoint(tokens(chain.name))


def _is_phrase(doc: Parsed, i: int) -> bool:
    """Whether it stands in a phrase that speaks to nobody: "you know", "thank you"; "I" may be a numeral."""
    if doc[i].tag_ == "CD":
        return True
    thanks = i > 0 and doc[i - 1].lower_ in ("thank", "thanks")
    return doc[i].lower_ == "you" and (thanks or (i + 1 < len(doc) and doc[i + 1].lower_ == "know"))


def _meant(word: str, speaker: Chain | None, hearer: Chain | None) -> Chain | None:
    if word in _ME:
        return speaker if speaker is not None and speaker.kind is Kind.PERSON else None
    if word in _US:
        return speaker if speaker is not None and speaker.kind in _MANY and not _is_outlet(speaker) else None
    if word in _YOU:
        return hearer if hearer is not None and hearer.kind is Kind.PERSON else None
    return None
