"""What the text around a link shows: how far the name is, and who else may be meant.

Sentences are counted from the pronoun or description back. A rival is someone else whom a pronoun of this gender may
mean; for a thing or a description, another actor of the same kind.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from dossier.annotate.actors.coreference import binding
from dossier.annotate.actors.coreference.person_references import PersonReference, person_references
from dossier.annotate.actors.coreference.pronouns import PRONOUNS
from dossier.annotate.actors.nouns import agreement
from dossier.annotate.actors.nouns.noun_lexicon import Gender
from dossier.annotate.actors.speech.quoted_people import heads_spoken_of
from dossier.annotate.doc import Chain, Mention, quotations_by_token
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import SUBJECTS
from dossier.model import Form, Kind, Sieve

_MAX_REFERENCES = 60
"""How many references back rivals are looked for. Set by hand, to bound the cost."""


@dataclass(frozen=True, slots=True)
class LinkContext:
    """The surroundings of one link, whose pronoun or noun is ``token``.

    ``name`` is the head of the antecedent's last name before it, outside headings; None without one. The rivals are
    counted: before the token in its sentence, in the sentence before, between name and token, and before the name in
    the name's own sentence.
    """

    token: Token
    kind: Kind
    name: Token | None
    names_before: int
    sentences_since_name: int
    sentences_since_mention: int
    gender_is_shown: bool
    rivals_in_sentence: int
    rivals_in_sentence_before: int
    rivals_since_name: int
    rivals_beside_name: int
    rival_is_ahead: bool
    is_quoted: bool
    name_is_quoted: bool
    subject_above: bool
    """The nearest subject above the token is the antecedent."""
    other_subject_above: bool


@dataclass(slots=True)
class _Antecedent:
    """The chain with the token indices of its mentions and of its names outside headings, both in text order."""

    chain: Chain
    genders: set[Gender]
    heads: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)


class LinkContexts:
    """The contexts of the links of one Doc."""

    def __init__(self, doc: Parsed, chains: list[Chain]) -> None:
        self._doc = doc
        self._sentence = {sentence.start: n for n, sentence in enumerate(doc.sents)}
        self._quoted = quotations_by_token(doc)
        self._chain_at = {mention.head: id(chain) for chain in chains for mention in chain.mentions}
        self._heads_spoken_of = heads_spoken_of(doc, chains)
        headings = heading_tokens(doc)
        self._antecedents = {id(chain): _antecedent(doc, chain, headings) for chain in chains}
        self._people = person_references(doc, chains)
        self._actors = sorted(_actor_references(chains), key=lambda one: one.i)

    def context(self, chain: Chain, mention: Mention) -> LinkContext:
        """The context of a mention of the chain."""
        antecedent, token = self._antecedents[id(chain)], self._doc[mention.head]
        pronoun = PRONOUNS.get(token.lower_) if mention.form is Form.PRONOUN else None
        gender = pronoun.gender if pronoun is not None else None
        named = bisect_left(antecedent.names, token.i)
        mentioned = bisect_left(antecedent.heads, token.i)
        name = self._doc[antecedent.names[named - 1]] if named else None
        last = antecedent.heads[mentioned - 1] if mentioned else None
        excluded = {id(chain), *self._excluded(token)}
        rivals = [one for one in self._before(chain, token) if _may_be_meant(one, excluded, gender)]
        sentence = self._sentence_number(token)
        subjects = [subject.i for subject in binding.subjects_above(token)]
        is_first = bool(subjects) and subjects[0] in set(antecedent.heads[max(0, mentioned - _MAX_REFERENCES) :])
        return LinkContext(
            token=token,
            kind=chain.kind,
            name=name,
            names_before=named,
            sentences_since_name=sentence - self._sentence_number(name) if name is not None else len(self._sentence),
            sentences_since_mention=sentence - self._sentence_number(self._doc[last]) if last is not None else 0,
            gender_is_shown=gender in antecedent.genders,
            rivals_in_sentence=_count(one for one in rivals if self._back(one, sentence) == 0),
            rivals_in_sentence_before=_count(one for one in rivals if self._back(one, sentence) == 1),
            rivals_since_name=_count(one for one in rivals if name is not None and one.i > name.i),
            rivals_beside_name=_count(one for one in rivals if name is not None and _is_before_in_sentence(one, name)),
            rival_is_ahead=any(_may_be_meant(one, excluded, gender) for one in self._subjects_ahead(token)),
            is_quoted=token.i in self._quoted,
            name_is_quoted=name is not None and name.i in self._quoted,
            subject_above=is_first,
            other_subject_above=bool(subjects) and not is_first,
        )

    def _sentence_number(self, token: Token) -> int:
        return self._sentence[token.sent.start]

    def _back(self, reference: PersonReference, sentence: int) -> int:
        return sentence - self._sentence_number(self._doc[reference.i])

    def _excluded(self, token: Token) -> Iterator[int]:
        """Whom the token cannot mean: the speaker of the quotation that holds it, or those in its own quotation."""
        quotation = self._quoted.get(token.i)
        if quotation is not None and quotation.source is not None and quotation.source.head in self._chain_at:
            yield self._chain_at[quotation.source.head]
        yield from (self._chain_at[head] for head in self._heads_spoken_of.get(token.i, ()))

    def _before(self, chain: Chain, token: Token) -> list[PersonReference]:
        """The last references before the token: to people, for a person; else to actors of any kind but people."""
        references = self._people if chain.kind is Kind.PERSON else self._actors
        end = bisect_left(references, token.i, key=lambda one: one.i)
        return references[max(0, end - _MAX_REFERENCES) : end]

    def _subjects_ahead(self, token: Token) -> Iterator[PersonReference]:
        """The named people who stand behind the token as subject of a clause around it."""
        start = bisect_left(self._people, token.i + 1, key=lambda one: one.i)
        for reference in self._people[start : start + _MAX_REFERENCES]:
            subject = self._doc[reference.i]
            if subject.i >= token.sent.end:
                return
            if reference.is_named and subject.dep_ in SUBJECTS and subject.head.left_edge.i <= token.i:
                yield reference


def _antecedent(doc: Parsed, chain: Chain, headings: set[int]) -> _Antecedent:
    naming = (m for m in chain.mentions if m.form is Form.NAME or m.sieve is Sieve.NAMED_NEXT)
    names = sorted(m.head for m in naming if m.head not in headings)
    heads = sorted(mention.head for mention in chain.mentions)
    return _Antecedent(chain, agreement.genders(doc, chain), heads, names)


def _actor_references(chains: list[Chain]) -> Iterator[PersonReference]:
    """The mentions of all actors but people."""
    for chain in chains:
        if chain.kind is not Kind.PERSON:
            yield from (PersonReference(mention.head, id(chain), frozenset()) for mention in chain.mentions)


def _may_be_meant(reference: PersonReference, excluded: set[int], gender: Gender | None) -> bool:
    """Whether the reference is to one who is not excluded, and whom a pronoun of the gender may mean."""
    fits = gender is None or not reference.genders or gender in reference.genders
    return fits and reference.key not in excluded


def _is_before_in_sentence(reference: PersonReference, name: Token) -> bool:
    return name.sent.start <= reference.i < name.i


def _count(references: Iterator[PersonReference]) -> int:
    """How many different ones are referred to."""
    keys: set[Hashable] = {one.key for one in references}
    return len(keys)
