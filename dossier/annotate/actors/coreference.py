"""Third-person pronouns and definite descriptions linked to the actors of an article, in one pass in text order."""

from bisect import bisect_left

from dossier.annotate.actors import agreement, binding
from dossier.annotate.actors.nominals import NamedSoFar
from dossier.annotate.actors.noun_lexicon import nouns
from dossier.annotate.actors.pleonastic import is_pleonastic
from dossier.annotate.actors.pronouns import PRONOUNS, Pronoun, PronounClass
from dossier.annotate.actors.referents import Referent, Salience, can_refer, kind_of_noun
from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    APPOSITION_OR_MEASURE,
    ATTRIBUTE_OR_APPOSITION,
    NOMINAL_POS,
    NOUN_POS,
    OBJECTS_WITH_PREPOSITIONS,
    PLURAL_NOUN_TAGS,
    SUBJECTS,
)
from dossier.annotate.syntax.phrases import core
from dossier.annotate.word_classes import QUOTING_VERBS, SPEECH_VERBS
from dossier.model import Form, Kind, Sieve

# Set by hand; no measurement is recorded.
_SALIENCE_FACTOR_OF_UNNAMED = 0.6
"""What has no name is this much as salient as an actor in the same role."""
_MAX_TOKENS_FROM_BODY_TO_THEY = 60  # "Hadley said they …"


def add_third_person(doc: Parsed, chains: list[Chain]) -> None:
    """Add third-person pronouns, "there" and definite descriptions to the chains, where their antecedent is clear."""
    _CoreferencePass(doc, chains).run()


class _CoreferencePass:
    """One pass over the sentences of an article.

    ``_referent_at`` gives the referent of each token that has been read, ``_actor_at`` the actor at the heads of all
    mentions in chains: of names from the start, of others as they are linked.
    """

    def __init__(self, doc: Parsed, chains: list[Chain]) -> None:
        self._doc = doc
        self._salience = Salience()
        self._headings = heading_tokens(doc)
        self._unnamed: dict[tuple[str, bool], Referent] = {}
        self._referent_at: dict[int, Referent] = {}
        self._subject_before: Referent | None = None
        self._speaker_before: Referent | None = None
        self._several_before = False
        self._sentence_start = 0
        self._actor_at: dict[int, Referent] = {}
        self._named_so_far = NamedSoFar(doc)
        self._speaker_heads = _speaker_heads(doc)
        self._tokens_of_names = _tokens_of_names(chains)
        for chain in chains:
            referent = Referent(chain.kind, agreement.is_plural(doc, chain), chain, agreement.genders(doc, chain))
            self._actor_at.update((mention.head, referent) for mention in chain.mentions)
            self._named_so_far.learn(referent)

    def run(self) -> None:
        """Read the sentences in order."""
        relevant = sorted({*self._doc.pos.where(NOMINAL_POS), *self._doc.lowers.where(("there",)), *self._actor_at})
        for sentence in self._doc.sents:
            if sentence.start in self._headings:
                continue
            self._sentence_start = sentence.start
            for i in relevant[bisect_left(relevant, sentence.start) : bisect_left(relevant, sentence.end)]:
                self._visit(self._doc[i])
            self._named_so_far.next_sentence()
            self._subject_before = self._main_subject(sentence.root)
            self._speaker_before = self._final_speaker(sentence.start, sentence.end)
            self._several_before = self._mentions_several(sentence.start, sentence.end)
            self._salience.next_sentence()

    def _main_subject(self, root: Token) -> Referent | None:
        """The referent of the main clause's subject."""
        return next((self._referent_at.get(child.i) for child in root.lefts if child.dep_ in SUBJECTS), None)

    def _final_speaker(self, start: int, end: int) -> Referent | None:
        """The speaker of the quotation in which the sentence ends; None where it ends outside of one.

        If the speaker is described and named (A senator, Ada Brandt, said: "…"), it is the person named.
        """
        i = end - 1
        while i > start and not self._doc[i].is_alpha:
            i -= 1
        for head in self._speaker_heads.get(i, ()):
            named = (head, *(child.i for child in self._doc[head].rights if child.dep_ == "appos"))
            actors = [self._actor_at[j] for j in named if j in self._actor_at]
            people = [actor for actor in actors if actor.kind is Kind.PERSON]
            found = people or [self._referent_at[j] for j in named if j in self._referent_at]
            return found[0] if found else None
        return None

    def _mentions_several(self, start: int, end: int) -> bool:
        """Whether the sentence has a plural referent other than the subject of its main clause."""
        found = (self._referent_at.get(i) for i in range(start, end))
        return any(one is not None and one.is_plural and one is not self._subject_before for one in found)

    def _visit(self, token: Token) -> None:
        """Record what a name, noun or pronoun mentions, and link a noun or pronoun to the actor that it means."""
        referent = self._actor_at.get(token.i)
        if referent is not None:
            if token.dep_ not in ATTRIBUTE_OR_APPOSITION:
                self._mention(referent, token)
            return
        part_of_speech = token.pos_
        if part_of_speech == "PRON":
            pronoun = PRONOUNS.get(token.lower_)
            if pronoun is not None:
                self._link_pronoun(token, pronoun)
        elif part_of_speech == "ADV" and token.lower_ == "there":
            self._link_there(token)
        elif part_of_speech in NOUN_POS and token.i not in self._tokens_of_names and can_refer(token):
            self._mention(self._link_description(token) or self._unnamed_referent(token), token)

    def _mention(self, referent: Referent, token: Token) -> None:
        """Record that the token mentions the referent; only single people have salience."""
        self._referent_at[token.i] = referent
        if referent.chain is not None:
            self._named_so_far.mention(referent)
        if referent.kind is Kind.PERSON and not referent.is_plural:
            self._salience.mention(referent, token, 1.0 if referent.chain else _SALIENCE_FACTOR_OF_UNNAMED)

    def _link_description(self, noun: Token) -> Referent | None:
        """Link a description to the actor that it refers back to, and return that one; None where there is none."""
        owned = self._named_so_far.antecedent_with_owner(noun, self._actor_at)
        found = (owned, Sieve.SAME_OWNER) if owned is not None else self._named_so_far.antecedent(noun)
        if found is None:
            return None
        referent, sieve = found
        self._link(referent, linked_mention(*core(noun), noun.i, Form.NOMINAL, sieve))
        return referent

    def _link_there(self, adverb: Token) -> None:
        """Link "there" to the one place that was mentioned just before."""
        """Link "there" to the one place that was just mentioned."""
        found = self._named_so_far.antecedent_of_there()
        if found is not None:
            self._link(found, linked_mention(adverb.i, adverb.i + 1, adverb.i, Form.PRONOUN, Sieve.THERE))

    def _link(self, referent: Referent, mention: Mention) -> None:
        """Add the mention to the chain of the referent, if it has one."""
        if referent.chain is not None:
            self._actor_at[mention.head] = referent
            referent.chain.mentions.append(mention)

    def _unnamed_referent(self, noun: Token) -> Referent:
        """The referent of a common noun: one for "ship", another for "ships"."""
        lemma = noun.lemma_.lower()
        is_plural = noun.tag_ in PLURAL_NOUN_TAGS
        found = self._unnamed.setdefault((lemma, is_plural), Referent(kind_of_noun(noun), is_plural))
        gender = nouns().genders.get(lemma)
        if gender:
            found.genders.add(gender)
        return found

    def _link_pronoun(self, token: Token, pronoun: Pronoun) -> None:
        """Link a pronoun to its antecedent; "he" and "she" give their gender to an antecedent of unknown gender."""
        if pronoun.pronoun_class is PronounClass.THING and is_pleonastic(token):
            return
        found = self._antecedent(token, pronoun)
        if found is None:
            return
        self._mention(found, token)
        if pronoun.gender and not found.genders:
            found.genders.add(pronoun.gender)
        sieve = Sieve.REFLEXIVE if pronoun.is_reflexive else pronoun.pronoun_class.value
        self._link(found, linked_mention(token.i, token.i + 1, token.i, Form.PRONOUN, sieve))

    def _antecedent(self, token: Token, pronoun: Pronoun) -> Referent | None:
        """The referent that the pronoun means; None where that is in doubt."""
        if pronoun.is_reflexive:
            return self._subject_of_reflexive(token, pronoun)
        conjunct = binding.possessing_conjunct(token)
        if conjunct is not None:
            referent = self._referent_at.get(conjunct.i)
            return referent if referent is not None and pronoun.agrees(referent) else None
        excluded = self._excluded(token)
        if self._is_ambiguous(token, pronoun):
            return None
        if pronoun.pronoun_class is not PronounClass.PERSON:
            return self._subject_nearby(token, pronoun, excluded)
        speaker = self._speaker_before if _is_subject_of_speech(token) else None
        if speaker is not None and id(speaker) not in excluded and pronoun.agrees(speaker):
            # Ada Brandt said: "…" "…", she said.
            return speaker
        candidates = [one for one in self._salience if id(one) not in excluded and pronoun.agrees(one)]
        return self._person(token, pronoun, candidates)

    def _person(self, token: Token, pronoun: Pronoun, candidates: list[Referent]) -> Referent | None:
        """The most salient person, or the subject of the sentence before for the "she" of "she said".

        None where the most salient person was mentioned only before this sentence, and the sentence has mentioned
        another actor whom the pronoun may mean. That person becomes more salient all the same, as the likeliest
        antecedent.
        """
        if token.dep_ in SUBJECTS and token.head.lemma_ in SPEECH_VERBS and self._subject_before in candidates:
            # "Ada Brandt thanked Bea Keller. She said …": the subject stays the same.
            return self._subject_before
        best = self._salience.most_salient(candidates, token)
        if best is None or best.last >= self._sentence_start:
            return best
        if self._may_mean_unknown_subject(token, pronoun, best):
            return None
        if not any(one.chain is not None and one.last >= self._sentence_start for one in candidates):
            return best
        self._mention(best, token)
        return None

    def _may_mean_unknown_subject(self, token: Token, pronoun: Pronoun, best: Referent) -> bool:
        """Whether the subject above may be the antecedent rather than the most salient person, of unknown gender.

        Such a subject is a pronoun of the same gender for someone else, or a name that belongs to no actor.
        """
        subject = None if token.dep_ in SUBJECTS or best.genders else next(binding.subjects_above(token), None)
        if subject is None:
            return False
        other, referent = PRONOUNS.get(subject.lower_), self._referent_at.get(subject.i)
        if other is not None:
            return other.gender is pronoun.gender and referent is not best
        return subject.pos_ == "PROPN" and referent is not None and referent.chain is None

    def _is_ambiguous(self, token: Token, pronoun: Pronoun) -> bool:
        """Whether the pronoun agrees with both the subject and the object of the verb above."""
        both = [self._referent_at.get(possible.i) for possible in binding.ambiguous_antecedents(token) or ()]
        return len(both) == 2 and all(one is not None and pronoun.agrees(one) for one in both)

    def _subject_of_reflexive(self, token: Token, pronoun: Pronoun) -> Referent | None:
        """The nearest subject above a reflexive, if they agree; None for one that stresses a noun ("Ada herself")."""
        if token.dep_ in APPOSITION_OR_MEASURE or (token.i and token.nbor(-1).i in self._actor_at):
            return None
        subject = next(binding.subjects_above(token), None)
        referent = self._referent_at.get(subject.i) if subject is not None else None
        return referent if referent is not None and pronoun.agrees(referent) else None

    def _subject_nearby(self, token: Token, pronoun: Pronoun, excluded: set[int]) -> Referent | None:
        """The nearest subject above with which the pronoun agrees.

        Where no subject stands above and the pronoun is no object, it is the main subject of the sentence before. None
        for a "they" that may mean another plural.
        """
        may_mean_subject_before = token.dep_ not in OBJECTS_WITH_PREPOSITIONS
        for subject in binding.subjects_above(token):
            may_mean_subject_before = False
            referent = self._referent_at.get(subject.i)
            if referent is not None and id(referent) not in excluded and pronoun.agrees(referent):
                return referent if referent.is_plural or self._may_be_singular(subject, token, pronoun) else None
        before = self._subject_before
        if before is None or (pronoun.pronoun_class is PronounClass.SEVERAL and self._several_before):
            return None
        if may_mean_subject_before and id(before) not in excluded and pronoun.agrees(before):
            return before
        return None

    def _may_be_singular(self, subject: Token, token: Token, pronoun: Pronoun) -> bool:
        """Whether a singular subject may be meant: by "it" always, by "they" only nearby with no plural in between."""
        if pronoun.pronoun_class is not PronounClass.SEVERAL:
            return True
        if token.i - subject.i > _MAX_TOKENS_FROM_BODY_TO_THEY:
            return False
        between = (self._referent_at.get(i) for i in range(subject.i + 1, token.i))
        return not any(one is not None and one.is_plural for one in between)

    def _excluded(self, token: Token) -> set[int]:
        """The identities of actors that the pronoun cannot mean, by binding or because they say the quotation."""
        heads = {*binding.excluded_antecedents(token), *self._speaker_heads.get(token.i, ())}
        heads.update(range(*binding.c_command_span(token)))
        return {id(self._actor_at[i]) for i in heads if i in self._actor_at}


def _tokens_of_names(chains: list[Chain]) -> set[int]:
    """The indices of tokens within names."""
    names = (mention for chain in chains for mention in chain.mentions if mention.form is Form.NAME)
    return {i for name in names for i in range(name.start, name.end)}


def _speaker_heads(doc: Parsed) -> dict[int, tuple[int, ...]]:
    """The head of the speaker for each token of a quotation: "he" in the quotation is somebody else."""
    return {
        i: (quotation.source.head,)
        for quotation in doc._.quotations
        if quotation.source is not None
        for i in range(quotation.start, quotation.end)
    }


def _is_subject_of_speech(token: Token) -> bool:
    """Whether a pronoun may introduce a quotation: "she" in "she said"."""
    return token.dep_ == "nsubj" and token.head.lemma_ in QUOTING_VERBS
