"""Who speaks in a transcript without speakers' names: whoever is called on answers, and turns alternate."""

from collections.abc import Iterator, Mapping

from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import ANSWER_DETAIL_TAGS
from dossier.model import Kind
from dossier.text.names import HONORIFICS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_OPENERS = _WORDS["openers"]
_OPENING = 4
_PERSONS = _WORDS["persons"]
_ENDS = _WORDS["ends"]
_LEAST = 6
_Part = tuple[int, int]


def turns(doc: Parsed, owner: Mapping[int, Chain], paragraphs: list[_Part]) -> Iterator[tuple[_Part, Chain, bool]]:
    """Paragraphs with one of the two who talk in them, and whether that one speaks (else is spoken to)."""
    if not _is_dialogue(doc, paragraphs):
        return
    partner: Chain | None = None
    speaks = False
    for start, end in paragraphs:
        called = _called(doc, owner, start, end)
        own = introduced(doc, owner, start, end)
        if own is not None:
            partner, speaks = own, True
        elif called is not None:
            partner, speaks = called, False
        if partner is not None:
            yield (start, end), partner, speaks
        speaks = not speaks


def _is_dialogue(doc: Parsed, paragraphs: list[_Part]) -> bool:
    """Whether more than a third of the paragraphs are in the first or second person, outside quotation marks."""
    quoted = {i for quotation in doc._.quotations for i in range(quotation.start, quotation.end)}
    said = set(doc.lowers.where(_PERSONS)) - quoted
    spoken = sum(not said.isdisjoint(range(start, end)) for start, end in paragraphs)
    return len(paragraphs) >= _LEAST and 3 * spoken > len(paragraphs)


def introduced(doc: Parsed, owner: Mapping[int, Chain], start: int, end: int) -> Chain | None:
    """Who says in the paragraph who they are: "My name is Ada Brandt"."""
    told = [chain for i in range(start, end) if (chain := owner.get(i)) and _introduces(doc, i)]
    one = len({id(chain) for chain in told}) == 1 and told[0].kind is Kind.PERSON
    return told[0] if one else None


def _introduces(doc: Parsed, i: int) -> bool:
    """Whether the name at that head is what the speaker says to be called."""
    name, verb = doc[i], doc[i].head
    if name.dep_ != "attr" or verb.lemma_ != "be":
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or any(child.dep_ == "neg" for child in verb.children):
        return False
    own = any(child.lower_ == "my" for child in subject.children)
    return subject.lower_ == "i" or (subject.lower_ == "name" and own)


def _called(doc: Parsed, owner: Mapping[int, Chain], start: int, end: int) -> Chain | None:
    """The last person whom the paragraph addresses by name: "Mr Brandt, please go on", "Thank you, Ms Keller."."""
    found: Chain | None = None
    for i in range(start, end):
        chain = owner.get(i)
        if chain is not None and chain.kind is Kind.PERSON and doc[i].pos_ == "PROPN" and _is_address(doc, i, start):
            found = chain
    return found


def _is_address(doc: Parsed, i: int, start: int) -> bool:
    """Whether the name, more than one word, is set apart by marks, with nothing but a greeting before it."""
    if i + 1 < len(doc) and doc[i + 1].text not in _ENDS and not doc[i + 1].is_space:
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
    return len(before) <= _OPENING and all(token.lower_ in _OPENERS for token in before)
