"""The measured probability that a link is right, for each link by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import exp

from dossier.annotate.actors.links.link_context import LinkContexts
from dossier.annotate.actors.links.link_evidence import doubt, family, features
from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.actors.sieves import WEIGHTS
from dossier.annotate.doc import Chain, Mention, QuotedSpan, quotations_by_token
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.animacy import may_act
from dossier.annotate.syntax.labels import APPOSITION_OR_COMPOUND, NOUN_POS, SINGULAR_NOUN_TAGS, SUBJECTS, VERB_POS
from dossier.annotate.word_classes import REPORTING_VERBS
from dossier.model import SURE_LINK, Form, Kind, LinkDoubt, Sieve

_SIEVES_OF_PREDICATES = (Sieve.PREDICATE, Sieve.SAID)
_SIEVES_WITH_PLAIN_FORM = (Sieve.APPOSITION, Sieve.TITLE)


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """A link that is weighed by itself: its family of weights, the doubt that settles it, and its features."""

    chain: Chain
    mention: Mention
    family: str
    doubt: LinkDoubt | None
    features: dict[str, float]

    @property
    def confidence(self) -> float:
        """The share that is right of links with this doubt; without one, the probability by the features."""
        if self.doubt is not None:
            return WEIGHTS.share(f"{self.family}.{self.doubt.name.lower()}")
        log_odds = WEIGHTS.value(f"{self.family}.intercept", "log-odds")
        log_odds += sum(
            WEIGHTS.value(f"{self.family}.{name}", "log-odds") * value for name, value in self.features.items() if value
        )
        return 1 / (1 + exp(-log_odds))


def set_confidences(doc: Parsed, chains: list[Chain]) -> None:
    """Give each pronoun and description its own confidence, and its doubt where that is below ``SURE_LINK``."""
    weighed = {id(found.mention): found for found in link_evidence(doc, chains)}
    quoted = quotations_by_token(doc)
    for chain in chains:
        confident = [_with_confidence(doc, chain, mention, weighed.get(id(mention))) for mention in chain.mentions]
        confidence_at = {mention.head: mention.confidence for mention in confident}
        chain.mentions[:] = [_resting(doc, mention, quoted, confidence_at) for mention in confident]


def link_evidence(doc: Parsed, chains: list[Chain]) -> Iterator[LinkEvidence]:
    """The evidence on each link that is weighed by itself, chain by chain."""
    contexts: LinkContexts | None = None
    for chain in chains:
        for mention in chain.mentions:
            name = family(mention.sieve, chain.kind)
            if name is None:
                continue
            contexts = contexts or LinkContexts(doc, chains)
            context = contexts.context(chain, mention)
            found = doubt(context) if name == "person" else None
            yield LinkEvidence(chain, mention, name, found, dict(features(name, mention.sieve, context)))


def _with_confidence(doc: Parsed, chain: Chain, mention: Mention, evidence: LinkEvidence | None) -> Mention:
    """The mention with the confidence by its evidence, else with that of its sieve."""
    if mention.sieve is Sieve.IT and _is_speaker_itself(doc, chain, mention):
        return replace(mention, confidence=WEIGHTS.share("plain.it_of_speaker"), doubt=None)
    if mention.sieve is Sieve.IT and _is_owned_by_subject(doc, chain, mention):
        return replace(mention, confidence=WEIGHTS.share("plain.its_of_subject"), doubt=None)
    if evidence is not None:
        return replace(mention, confidence=evidence.confidence, doubt=evidence.doubt)
    if mention.sieve in _SIEVES_WITH_PLAIN_FORM and _is_plain(doc, chain, mention):
        return replace(mention, confidence=WEIGHTS.share(f"plain.{mention.sieve.name.lower()}"))
    if mention.sieve is Sieve.QUOTED_SPEAKER and chain.kind is Kind.PERSON:
        return replace(mention, confidence=WEIGHTS.share("plain.quoted_speaker"))
    return mention


def _is_speaker_itself(doc: Parsed, chain: Chain, mention: Mention) -> bool:
    """Whether "it" begins what a body, called by its name there, says: "Orlov Bank said it expects a loss"."""
    pronoun = doc[mention.head]
    said = pronoun.head
    while said.dep_ == "conj" and said.head.i != said.i:
        said = said.head
    if pronoun.dep_ not in SUBJECTS or said.dep_ != "ccomp" or said.head.lemma_ not in REPORTING_VERBS:
        return False
    return any(child.dep_ == "nsubj" and _is_named(child, chain) for child in said.head.lefts)


def _is_named(subject: Token, chain: Chain) -> bool:
    """Whether a subject has a name of the chain, or one explains it: "one lender, Orlov Bank"."""
    names = {one.head for one in chain.mentions if one.form is Form.NAME}
    return subject.i in names or any(child.dep_ == "appos" and child.i in names for child in subject.rights)


def _is_owned_by_subject(doc: Parsed, chain: Chain, mention: Mention) -> bool:
    """Whether "its" is behind the verb of a body or place called by its name: "Kentland raised its alert".

    Not where another who may own stands between: "Kentland blamed Velmar for its delay".
    """
    pronoun = doc[mention.head]
    if pronoun.dep_ != "poss":
        return False
    verb = next((word for word in pronoun.ancestors if word.pos_ in VERB_POS), None)
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None) if verb is not None else None
    if subject is None or not _is_named(subject, chain):
        return False
    between = doc[subject.right_edge.i + 1 : pronoun.i]
    return subject.i < pronoun.i and not any(word.pos_ in NOUN_POS and may_act(word) for word in between)


def _is_plain(doc: Parsed, chain: Chain, mention: Mention) -> bool:
    """Whether a description is one noun for one actor beside one name: "Ada Brandt, a clerk", "Orlov Bank, a lender".

    A title only counts with the name of one person: "Mayor Brandt".
    """
    noun = doc[mention.head]
    beside = noun.head if noun.dep_ in APPOSITION_OR_COMPOUND else noun
    is_known = nouns().kinds.get(noun.lemma_.lower()) is chain.kind
    is_one = noun.tag_ in SINGULAR_NOUN_TAGS and not any(
        child.dep_ == "conj" for word in (noun, beside) for child in word.children
    )
    if mention.sieve is Sieve.APPOSITION:
        return is_known and is_one
    return is_known and is_one and chain.kind is Kind.PERSON and "conj" not in (noun.dep_, beside.dep_)


def _resting(
    doc: Parsed, mention: Mention, quoted: Mapping[int, QuotedSpan], confidence_at: Mapping[int, float]
) -> Mention:
    """The mention, no surer than the mention on which it rests, and with a doubt if it is not sure.

    "She was a clerk" rests on "she", and the "I" of a quotation on the phrase for its speaker.
    """
    base: int | None = None
    if mention.sieve in _SIEVES_OF_PREDICATES and mention.form is Form.NOMINAL:
        subject = _subject(doc[mention.head])
        base = subject.i if subject is not None else None
    elif mention.sieve is Sieve.QUOTED_SPEAKER and mention.head in quoted:
        source = quoted[mention.head].source
        base = source.head if source is not None else None
    confidence = mention.confidence * (confidence_at.get(base, 1.0) if base is not None else 1.0)
    doubt_of = None if confidence >= SURE_LINK else mention.doubt or LinkDoubt.WEAK_EVIDENCE
    return replace(mention, confidence=confidence, doubt=doubt_of)


def _subject(predicate: Token) -> Token | None:
    """The subject of the nearest verb above the predicate that has one."""
    for verb in predicate.ancestors:
        subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
    return None
