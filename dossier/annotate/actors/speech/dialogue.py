"""Who speaks in a transcript without labels: whoever is addressed by name answers, and turns alternate."""

from collections.abc import Iterator, Mapping

from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import ANSWER_DETAIL_TAGS
from dossier.model import Kind
from dossier.text.names import HONORIFICS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_OPENINGS_OF_ADDRESS = _WORDS["openings_of_address"]
_MARKS_AFTER_ADDRESS = _WORDS["marks_after_address"]
_FIRST_OR_SECOND_PERSON = _WORDS["first_person_singular"] | _WORDS["second_person"]

# Set by hand; no measurement is recorded.
_MAX_OPENING_TOKENS = 4  # before the name of who is addressed
_MIN_PARAGRAPHS_OF_DIALOGUE = 6  # in the article
_MAX_PARAGRAPHS_TO_A_SPOKEN_ONE = 3  # more than a third of the paragraphs are spoken

_Paragraph = tuple[int, int]
"""First token and the one behind the last."""


def dialogue_turns(
    doc: Parsed, chain_at: Mapping[int, Chain], paragraphs: list[_Paragraph]
) -> Iterator[tuple[_Paragraph, Chain, bool]]:
    """Paragraphs with the person who speaks or is spoken to in each; True where that person speaks.

    ``chain_at`` gives the chain of a head token. Nothing where the article is no dialogue.
    """
    if not _is_dialogue(doc, paragraphs):
        return
    partner: Chain | None = None
    speaks = False
    for start, end in paragraphs:
        addressed = _addressed(doc, chain_at, start, end)
        speaker = introduced_speaker(doc, chain_at, start, end)
        if speaker is not None:
            partner, speaks = speaker, True
        elif addressed is not None:
            partner, speaks = addressed, False
        if partner is not None:
            yield (start, end), partner, speaks
        speaks = not speaks


def _is_dialogue(doc: Parsed, paragraphs: list[_Paragraph]) -> bool:
    """Whether there are six paragraphs or more, and more than a third are in the first or second person.

    Words in quotation marks do not count.
    """
    quoted = {i for quotation in doc._.quotations for i in range(quotation.start, quotation.end)}
    pronouns = set(doc.lowers.where(_FIRST_OR_SECOND_PERSON)) - quoted
    spoken = sum(not pronouns.isdisjoint(range(start, end)) for start, end in paragraphs)
    is_long_enough = len(paragraphs) >= _MIN_PARAGRAPHS_OF_DIALOGUE
    return is_long_enough and _MAX_PARAGRAPHS_TO_A_SPOKEN_ONE * spoken > len(paragraphs)


def introduced_speaker(doc: Parsed, chain_at: Mapping[int, Chain], start: int, end: int) -> Chain | None:
    """The one person whom the speaker of the paragraph claims to be: "My name is Ada Brandt". None if several or none.

    ``chain_at`` gives the chain of a head token.
    """
    found = [chain for i in range(start, end) if (chain := chain_at.get(i)) and _introduces_speaker(doc, i)]
    is_one_person = len({id(chain) for chain in found}) == 1 and found[0].kind is Kind.PERSON
    return found[0] if is_one_person else None


def _introduces_speaker(doc: Parsed, i: int) -> bool:
    """Whether the name with that head is the predicate of "I am" or "my name is"."""
    name, verb = doc[i], doc[i].head
    if name.dep_ != "attr" or verb.lemma_ != "be":
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or any(child.dep_ == "neg" for child in verb.children):
        return False
    has_my = any(child.lower_ == "my" for child in subject.children)
    return subject.lower_ == "i" or (subject.lower_ == "name" and has_my)


def _addressed(doc: Parsed, chain_at: Mapping[int, Chain], start: int, end: int) -> Chain | None:
    """The last person whom the paragraph addresses by name: "Mr Brandt, please go on", "Thank you, Ms Keller."."""
    found: Chain | None = None
    for i in range(start, end):
        chain = chain_at.get(i)
        if chain is not None and chain.kind is Kind.PERSON and doc[i].pos_ == "PROPN" and _is_address(doc, i, start):
            found = chain
    return found


def _is_address(doc: Parsed, i: int, start: int) -> bool:
    """Whether someone is addressed by the name that ends at token ``i``.

    The name has two words or an honorific, a mark or line break behind it, and at most a greeting before it in its
    sentence: "Good morning, Mr Brandt." Not so where a comma leads to more about the person ("Brandt, who …").
    """
    if i + 1 < len(doc) and doc[i + 1].text not in _MARKS_AFTER_ADDRESS and not doc[i + 1].is_space:
        return False
    if i + 2 < len(doc) and doc[i + 1].text == "," and doc[i + 2].tag_ in ANSWER_DETAIL_TAGS:
        return False
    first = i
    while first > start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    sentence = max(start, doc[i].sent.start)
    before = doc[sentence:first]
    if first == i and doc[i - 1].lower_.rstrip(".") not in HONORIFICS:
        return False
    return len(before) <= _MAX_OPENING_TOKENS and all(token.lower_ in _OPENINGS_OF_ADDRESS for token in before)
