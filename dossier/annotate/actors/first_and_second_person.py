"""First and second person: whoever speaks, and whoever is spoken to, where the article says who that is."""

from bisect import bisect_left

from dossier.annotate.actors.sieves import confidence
from dossier.annotate.actors.speaker_spans import voices
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed
from dossier.model import Form, Kind
from dossier.text.names import is_outlet
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_ME = _WORDS["me"]
_US = _WORDS["us"]
_YOU = _WORDS["you"]
_MANY = (Kind.ORGANIZATION, Kind.GROUP)


def add_speakers(doc: Parsed, chains: list[Chain]) -> None:
    """Add the pronouns of the first and second person; those of whoever wrote the article are left out."""
    owner = {mention.head: chain for chain in chains for mention in chain.mentions}
    taken: set[int] = set()
    open_ = doc.lowers.where(_ME | _US | _YOU)
    for voice in voices(doc, owner) if open_ else ():
        within = open_[bisect_left(open_, voice.start) : bisect_left(open_, voice.end)]
        free = [i for i in within if i not in taken]
        taken.update(free)
        for i in free:
            chain = _meant(doc[i].lower_, voice.speaker, voice.hearer)
            if chain is not None and not _is_phrase(doc, i):
                chain.mentions.append(Mention(i, i + 1, i, Form.PRONOUN, voice.sieve, confidence(voice.sieve)))


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
        return speaker if speaker is not None and speaker.kind in _MANY and not is_outlet(speaker.name) else None
    if word in _YOU:
        return hearer if hearer is not None and hearer.kind is Kind.PERSON else None
    return None
