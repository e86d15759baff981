"""Somebody whom the first paragraph describes and the next one names, with an age.

"A clerk was charged on Friday.¶Ada Brandt, 44, denied it.": the clerk is Ada Brandt.
"""

from dossier.annotate.actors.coreference.person_references import PersonReference, person_references
from dossier.annotate.actors.nouns import agreement
from dossier.annotate.actors.nouns.noun_lexicon import Gender
from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.clauses import has_subject
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import SUBJECTS
from dossier.annotate.syntax.phrases import core
from dossier.model import Form, Kind, Sieve

_ARTICLES = ("a", "an", "the")
_AGES = range(10, 110)


def add_named_next(doc: Parsed, chains: list[Chain]) -> None:
    """Add the description to the chain of whom the second paragraph names, if the first speaks of nobody else."""
    first, second = _first_two_paragraphs(doc)
    if not first or not second:
        return
    named = _named_with_age(doc, chains, second[0])
    described = _only_person(doc, chains, first) if named is not None else None
    if named is None or described is None:
        return
    genders = frozenset(agreement.genders(doc, named))
    if not genders or not described.genders or genders & described.genders:
        noun = doc[described.i]
        named.mentions.append(linked_mention(*core(noun), noun.i, Form.NOMINAL, Sieve.NAMED_NEXT))


def _first_two_paragraphs(doc: Parsed) -> tuple[list[TokenSpan], list[TokenSpan]]:
    """The sentences of the first two paragraphs of the body, from the first sentence with a subject on."""
    unread = heading_tokens(doc) | unread_tokens(doc)
    found: tuple[list[TokenSpan], list[TokenSpan]] = ([], [])
    paragraph = 0
    for sentence in doc.sents:
        if sentence.start not in unread and (found[0] or has_subject(sentence.root)):
            found[paragraph].append(sentence)
            paragraph += "\n" in doc[sentence.end - 1].text
        if paragraph == len(found):
            break
    return found


def _named_with_age(doc: Parsed, chains: list[Chain], sentence: TokenSpan) -> Chain | None:
    """The person named by first and last name, and an age, at the start of the sentence, and not before."""
    for chain in chains:
        first = min(chain.mentions, key=lambda one: one.start)
        is_full = first.form is Form.NAME and first.end - first.start > 1 and chain.kind is Kind.PERSON
        if is_full and first.start == sentence.start and _has_age(doc, first.end) and doc[first.head].dep_ in SUBJECTS:
            return chain
    return None


def _has_age(doc: Parsed, end: int) -> bool:
    """Whether an age stands between commas behind a name that ends there: "Ada Brandt, 44, …"."""
    words = doc.words[end : end + 2]
    return len(words) > 1 and words[0] == "," and words[1].isdecimal() and int(words[1]) in _AGES


def _only_person(doc: Parsed, chains: list[Chain], paragraph: list[TokenSpan]) -> PersonReference | None:
    """The one person that the paragraph speaks of, without a name, as the subject of its first sentence."""
    start, end = paragraph[0].start, paragraph[-1].end
    people = [one for one in person_references(doc, chains) if start <= one.i < end]
    nouns = [one for one in people if not isinstance(one.key, Gender)]
    if not nouns or any(one.is_named or one.key != nouns[0].key for one in nouns):
        return None
    return nouns[0] if _is_described_subject(doc[nouns[0].i], paragraph[0]) else None


def _is_described_subject(noun: Token, sentence: TokenSpan) -> bool:
    """Whether the noun is the subject of the sentence, with an article: "a clerk of the port was charged"."""
    has_article = any(child.lower_ in _ARTICLES for child in noun.lefts)
    return has_article and noun.dep_ in SUBJECTS and noun.head.i == sentence.root.i
