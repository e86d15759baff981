"""Pronouns of the first and second person, where the article shows who speaks and who is spoken to."""

from bisect import bisect_left

from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.actors.speech.speaker_spans import speaker_spans
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed
from dossier.model import Form, Kind
from dossier.text.names import is_outlet
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_FIRST_PERSON_SINGULAR = _WORDS["first_person_singular"]
_FIRST_PERSON_PLURAL = _WORDS["first_person_plural"]
_SECOND_PERSON = _WORDS["second_person"]
_PRONOUNS = _FIRST_PERSON_SINGULAR | _FIRST_PERSON_PLURAL | _SECOND_PERSON
_KINDS_THAT_SAY_WE = (Kind.ORGANIZATION, Kind.GROUP)


def add_first_and_second_person(doc: Parsed, chains: list[Chain]) -> None:
    """Add "I", "we", "you" and the like to the chains of speakers and hearers; those of the author are left out.

    A pronoun belongs to the first speaker span that holds it.
    """
    chain_at = {mention.head: chain for chain in chains for mention in chain.mentions}
    pronouns = doc.lowers.where(_PRONOUNS)
    taken: set[int] = set()
    for span in speaker_spans(doc, chain_at) if pronouns else ():
        within = pronouns[bisect_left(pronouns, span.start) : bisect_left(pronouns, span.end)]
        free = [i for i in within if i not in taken]
        taken.update(free)
        for i in free:
            chain = _antecedent(doc[i].lower_, span.speaker, span.hearer)
            if chain is not None and not _refers_to_nobody(doc, i):
                chain.mentions.append(linked_mention(i, i + 1, i, Form.PRONOUN, span.sieve))


def _refers_to_nobody(doc: Parsed, i: int) -> bool:
    """Whether the word stands in "you know" or "thank you", or is a numeral ("World War I")."""
    if doc[i].tag_ == "CD":
        return True
    thanks = i > 0 and doc[i - 1].lower_ in ("thank", "thanks")
    return doc[i].lower_ == "you" and (thanks or (i + 1 < len(doc) and doc[i + 1].lower_ == "know"))


def _antecedent(word: str, speaker: Chain | None, hearer: Chain | None) -> Chain | None:
    """Whom the pronoun means: "I" and "you" one person, "we" a body or group that is no news outlet."""
    if word in _FIRST_PERSON_SINGULAR:
        return speaker if speaker is not None and speaker.kind is Kind.PERSON else None
    if word in _FIRST_PERSON_PLURAL:
        says_we = speaker is not None and speaker.kind in _KINDS_THAT_SAY_WE and not is_outlet(speaker.name)
        return speaker if says_we else None
    if word in _SECOND_PERSON:
        return hearer if hearer is not None and hearer.kind is Kind.PERSON else None
    return None
