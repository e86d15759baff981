"""Third-person pronouns and definite descriptions linked to the actors of an article, in one pass in text order."""

from bisect import bisect_left

from dossier.annotate.actors.coreference import binding, rivals, sentence_referents
from dossier.annotate.actors.coreference.deaths import Deaths
from dossier.annotate.actors.coreference.glosses import gloss, is_inside_a_phrase, tokens_of_names
from dossier.annotate.actors.coreference.nominals import NamedSoFar
from dossier.annotate.actors.coreference.pleonastic import is_pleonastic
from dossier.annotate.actors.coreference.pronouns import PRONOUNS, Pronoun, PronounClass
from dossier.annotate.actors.coreference.referents import Referent, Salience, UnnamedReferents, can_refer
from dossier.annotate.actors.nouns import agreement
from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.actors.speech import quoted_people
from dossier.annotate.doc import Chain, Mention, RefusedMention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    APPOSITION_OR_MEASURE,
    ATTRIBUTE_OR_APPOSITION,
    NOMINAL_POS,
    NOUN_POS,
    OBJECTS_WITH_PREPOSITIONS,
    SUBJECTS,
)
from dossier.annotate.syntax.phrases import core
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Form, Kind, LinkDoubt, Sieve

# Set by hand; no measurement is recorded.
_SALIENCE_FACTOR_OF_UNNAMED = 0.6
"""What has no name is this much as salient as an actor in the same role."""


def add_third_person(doc: Parsed, chains: list[Chain], unnamed: UnnamedReferents) -> tuple[RefusedMention, ...]:
    """Add third-person pronouns, "there" and definite descriptions to the chains, where their antecedent is clear.

    Other nouns, and pronouns that take them up, go into ``unnamed``. Returns the pronouns and descriptions that several
    actors fit, or that the dead one fits best, in text order.
    """
    return _CoreferencePass(doc, chains, unnamed).run()


class _CoreferencePass:
    """One pass over the sentences of an article.

    ``_referent_at`` gives the referent of each token that has been read, ``_actor_at`` the actor at the heads of all
    mentions in chains: of names from the start, of others as they are linked.
    """

    def __init__(self, doc: Parsed, chains: list[Chain], unnamed: UnnamedReferents) -> None:
        self._doc = doc
        self._salience = Salience()
        self._headings = heading_tokens(doc)
        self._unread = self._headings | unread_tokens(doc)
        self._unnamed = unnamed
        self._refused: list[RefusedMention] = []
        self._referent_at: dict[int, Referent] = {}
        self._subject_before: Referent | None = None
        self._speaker_before: Referent | None = None
        self._several_before = False
        self._section_start = 0
        self._sentence_start = 0
        self._sentence_before = 0
        self._actor_at: dict[int, Referent] = {}
        self._named_so_far = NamedSoFar(doc)
        self._speaker_heads = quoted_people.speaker_heads(doc)
        self._heads_spoken_of = quoted_people.heads_spoken_of(doc, chains)
        self._deaths = Deaths(doc)
        self._known_dead: set[int] = set()
        self._tokens_of_names = tokens_of_names(chains)
        for chain in chains:
            referent = Referent(chain.kind, agreement.is_plural(doc, chain), chain, agreement.genders(doc, chain))
            self._actor_at.update((mention.head, referent) for mention in chain.mentions)
            self._named_so_far.learn(referent)

    def run(self) -> tuple[RefusedMention, ...]:
        """Read the sentences in order, and return what was not linked though an actor was likely."""
        relevant = sorted({*self._doc.pos.where(NOMINAL_POS), *self._doc.lowers.where(("there",)), *self._actor_at})
        for sentence in self._doc.sents:
            if sentence.start in self._headings:
                self._begin_section(sentence.start)
            if sentence.start in self._unread:
                continue
            self._sentence_before, self._sentence_start = self._sentence_start, sentence.start
            for i in relevant[bisect_left(relevant, sentence.start) : bisect_left(relevant, sentence.end)]:
                self._visit(self._doc[i])
            self._named_so_far.next_sentence()
            self._subject_before = sentence_referents.main_subject(sentence.root, self._referent_at)
            self._speaker_before = sentence_referents.speaker(
                quoted_people.final_speaker(self._doc, self._speaker_heads, sentence.start, sentence.end),
                self._actor_at,
                self._referent_at,
            )
            self._several_before = sentence_referents.has_several(
                range(sentence.start, sentence.end), self._referent_at, self._subject_before
            )
            victims = (self._referent_at.get(i) for i in self._deaths.victims(sentence))
            self._known_dead.update(id(victim) for victim in victims if victim is not None)
            self._salience.next_sentence()
        return tuple(self._refused)

    def _begin_section(self, start: int) -> None:
        """A heading: what stood before it is no longer the subject that a sentence goes on from."""
        self._section_start = start
        self._subject_before = self._speaker_before = None
        self._several_before = False

    def _visit(self, token: Token) -> None:
        """Record what a name, noun or pronoun mentions, and link a noun or pronoun to the actor that it means."""
        referent = self._actor_at.get(token.i)
        if referent is not None:
            part_of_phrase = referent.kind is Kind.PERSON and is_inside_a_phrase(token, self._tokens_of_names)
            if token.dep_ not in ATTRIBUTE_OR_APPOSITION and not part_of_phrase:
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
            self._mention(self._link_description(token) or self._unnamed.of(token), token)

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
        found, sieve = ([owned], Sieve.SAME_OWNER) if owned is not None else self._named_so_far.antecedents(noun)
        if len(found) != 1:
            self._refuse(noun, LinkDoubt.SEVERAL_FIT, found)
            return None
        self._link(found[0], linked_mention(*core(noun), noun.i, Form.NOMINAL, sieve))
        return found[0]

    def _link_there(self, adverb: Token) -> None:
        """Link "there" to the one place that was just mentioned."""
        found = self._named_so_far.antecedent_of_there()
        if found is not None:
            self._link(found, linked_mention(adverb.i, adverb.i + 1, adverb.i, Form.PRONOUN, Sieve.THERE))

    def _link(self, referent: Referent, mention: Mention) -> None:
        """Add the mention to the chain of the referent, or to what is known of one without a name."""
        if referent.chain is None:
            self._unnamed.refer(referent, mention)
            return
        self._actor_at[mention.head] = referent
        referent.chain.mentions.append(mention)

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
        sieve = Sieve.GLOSS if self._glossed(token) is not None else sieve
        self._link(found, linked_mention(token.i, token.i + 1, token.i, Form.PRONOUN, sieve))

    def _antecedent(self, token: Token, pronoun: Pronoun) -> Referent | None:
        """The referent that the pronoun means; None where that is in doubt."""
        if pronoun.is_reflexive:
            return self._subject_of_reflexive(token, pronoun)
        conjunct = binding.possessing_conjunct(token)
        shown = self._glossed(token) or (self._referent_at.get(conjunct.i) if conjunct is not None else None)
        if shown is not None or conjunct is not None:
            return shown if shown is not None and pronoun.agrees(shown) else None
        excluded = self._excluded(token)
        both = self._ambiguous(token, pronoun)
        if both:
            self._refuse(token, LinkDoubt.SEVERAL_FIT, both)
            return None
        if pronoun.pronoun_class is not PronounClass.PERSON:
            return self._subject_nearby(token, pronoun, excluded)
        speaker = self._speaker_before if quoted_people.is_subject_of_speech(token) else None
        if speaker is not None and id(speaker) not in excluded and pronoun.agrees(speaker):
            # Ada Brandt said: "…" "…", she said.
            return speaker
        candidates = [one for one in self._salience if id(one) not in excluded and pronoun.agrees(one)]
        return self._person(token, pronoun, rivals.since_heading(candidates, self._section_start))

    def _glossed(self, token: Token) -> Referent | None:
        """The actor whose name in brackets explains the pronoun: "he (Brandt)", "he [Brandt]"."""
        return next((self._actor_at[word.i] for word in gloss(token) if word.i in self._actor_at), None)

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
        if best is None:
            self._refuse(token, LinkDoubt.SEVERAL_FIT, candidates)
        if best is None or best.last >= self._sentence_start:
            return best
        if rivals.may_be_subject_before(token, best, self._subject_before, candidates, self._sentence_before):
            return self._subject_if_named(best, token, candidates)
        return self._from_before(best, token, pronoun, candidates)

    def _subject_if_named(self, best: Referent, token: Token, candidates: list[Referent]) -> Referent | None:
        """The subject of the sentence before, where it is named and the most salient person is not mentioned there.

        None, and a doubt, where either may be meant: "Her client never met Keller. He left."
        """
        before = self._subject_before
        if before is not None and before.chain is not None and best.last < self._sentence_before:
            return before
        self._refuse(token, LinkDoubt.SEVERAL_FIT, candidates)
        return None

    def _from_before(
        self, best: Referent, token: Token, pronoun: Pronoun, candidates: list[Referent]
    ) -> Referent | None:
        """The most salient person, who was mentioned only before this sentence; None where another may be meant."""
        if rivals.may_be_unknown_subject(token, pronoun, best, self._referent_at):
            return None
        if rivals.is_open(token, pronoun, {one.head for one in self._refused}):
            self._refuse(token, LinkDoubt.SEVERAL_FIT, candidates)
            return None
        here = [one for one in candidates if one.chain is not None and one.last >= self._sentence_start]
        if not here:
            return best
        self._refuse(token, LinkDoubt.RIVAL_IN_SENTENCE, [best, *here])
        self._mention(best, token)
        return None

    def _ambiguous(self, token: Token, pronoun: Pronoun) -> list[Referent]:
        """The subject and the object of the verb above, if the pronoun agrees with both."""
        both = (self._referent_at.get(possible.i) for possible in binding.ambiguous_antecedents(token) or ())
        fitting = [one for one in both if one is not None and pronoun.agrees(one)]
        return fitting if len(fitting) == 2 else []

    def _refuse(self, token: Token, doubt: LinkDoubt, candidates: list[Referent]) -> None:
        """Record why the pronoun or noun was linked to none of the candidates, if some of them are actors."""
        chains = {id(one): one.chain for one in candidates if one.chain is not None and not one.chain.is_nobody}
        if chains:
            self._refused.append(RefusedMention(token.i, doubt, tuple(chains.values())))

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
                return (
                    referent
                    if referent.is_plural or rivals.may_be_singular(subject, token, pronoun, self._referent_at)
                    else None
                )
        before = self._subject_before
        if before is None or (pronoun.pronoun_class is PronounClass.SEVERAL and self._several_before):
            return None
        if may_mean_subject_before and id(before) not in excluded and pronoun.agrees(before):
            return before
        return None

    def _excluded(self, token: Token) -> set[int]:
        """The identities of actors that the pronoun cannot mean.

        They are those excluded by binding, the speaker of the quotation that holds it, those spoken of in a quotation
        whose speaker it is, and the dead where only the living act.
        """
        heads = {*binding.excluded_antecedents(token), *self._heads_spoken_of.get(token.i, ())}
        heads.update(range(*binding.c_command_span(token)))
        if token.i in self._speaker_heads:
            heads.add(self._speaker_heads[token.i])
        excluded = {id(self._actor_at[i]) for i in heads if i in self._actor_at}
        return excluded | self._known_dead if self._deaths.is_act_of_the_living(token) else excluded
