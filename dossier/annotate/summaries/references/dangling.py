"""Words of a line that point at something outside it: "it", "that ban", "the latter", "did so"."""

from collections.abc import Iterator
from itertools import takewhile

from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.cutting.line_tokens import LineTokens, kept_nouns
from dossier.annotate.summaries.references.bracketed_names import ActorMentions
from dossier.annotate.summaries.references.empty_it import is_empty_it
from dossier.annotate.summaries.references.name_places import is_inside_name
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import (
    COLLECTIVE_NOUNS,
    COMPARING_ADJECTIVES,
    COMPARING_DETERMINERS,
    COMPLETING_PREPOSITIONS,
    COUNTING_WORDS,
    HERE_ADVERBS,
    HUMAN_PRONOUNS,
    NOUNS_AROUND_SPEAKERS,
    OUTSIDE_JUDGES,
    PARTITIVE_WORDS,
    PLACE_PREPOSITIONS,
    PLURAL_PRONOUNS,
    POINTING_ADJECTIVES,
    POINTING_ADVERBS,
    POINTING_DETERMINERS,
    POINTING_TIMES,
    PREPOSITIONS_OF_SPANS,
    SECOND_PERSON_PRONOUNS,
    SPEAKER_PRONOUNS,
    THIRD_PERSON_PRONOUNS,
    TURN_ADJECTIVES,
    TURN_NOUNS,
    VERBS_BEFORE_SO,
)
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    COORDINATION,
    DEMONSTRATIVE_TAGS,
    DETERMINERS,
    FRONTED_RELATIONS,
    GRADED_POS,
    LINKING_RELATIONS,
    NOUN_CLAUSES,
    NOUN_MODIFIERS,
    NUMERIC_MODIFIERS,
    PLURAL_NOUN_TAGS,
    POSTMODIFIERS,
    PREDICATIVE_RELATIONS,
    PREPOSITION_COMPLEMENTS,
    PRONOUN_TAGS,
)
from dossier.annotate.syntax.objects import TIME_AND_MANNER_NOUNS
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.model import Form, Kind


class DanglingWords:
    """Finds the words of a line that mean something only with the text around it."""

    def __init__(self, doc: Parsed, parse: FlatParse, mentions: ActorMentions) -> None:
        self._doc, self._parse, self._mentions = doc, parse, mentions
        self._times = {i for timex in doc._.timexes for i in range(timex.start, timex.end)}
        self._happenings = {trigger.head for trigger in (*doc._.triggers, *doc._.bare_mentions)}

    def any_in(self, kept: list[int], replaced: set[int], quoted: set[int], said: bool) -> bool:
        """Whether one of the ``kept`` tokens points outside the line.

        ``replaced`` are those for which a name stands in brackets. ``quoted`` are the words of a speaker whom the line
        names, who may say "I"; not "you" where all of the line is ``said`` to somebody whom it does not name.
        """
        if said and any(self._parse.lowers[k] in SECOND_PERSON_PRONOUNS for k in kept if k not in replaced):
            return True
        bracketed = {id(self._mentions.starting[i].chain) for i in replaced if i in self._mentions.starting}
        line = LineTokens(kept, bracketed)
        for place, token in enumerate(kept):
            if token not in replaced and self._points_outside(token, place, line, token in quoted):
                return True
        return False

    def _points_outside(self, token: int, place: int, line: LineTokens, is_quoted: bool) -> bool:
        """Whether the token at ``place`` in the line means something that the line does not tell."""
        parse, word = self._parse, self._parse.lowers[token]
        if parse.tags[token] in PRONOUN_TAGS:
            if word in SPEAKER_PRONOUNS:
                return not is_quoted
            return word in THIRD_PERSON_PRONOUNS and not self._has_antecedent(token, place, line)
        if token in self._times and self._is_pointing_time(token, place, line):
            return True
        if token in self._times and word not in TURN_ADJECTIVES:
            return False
        if word in HERE_ADVERBS:
            names_place = not PLACE_PREPOSITIONS.isdisjoint(parse.lowers[token + 1 : token + 2])
            return not is_quoted and not names_place and parse.deps[token] == "advmod"
        return (
            self._is_bare_pointer(token, place, line, is_quoted)
            or self._is_bare_number(token, place, line)
            or self._is_comparison(token, line)
            or (word in POINTING_ADVERBS and self._is_pointing_adverb(token, line))
        )

    def _has_antecedent(self, token: int, place: int, line: LineTokens) -> bool:
        """Whether a noun before the pronoun, or the subject behind one in an opening phrase, may be what it means."""
        parse = self._parse
        if parse.lowers[token] == "it" and is_empty_it(self._doc, parse, token):
            return True
        behind = self._subjects_behind(token)
        linked = self._mentions.starting.get(token)
        if linked is not None and linked.mention.form is Form.PRONOUN:
            heads = {mention.head for mention in linked.chain.mentions if mention.form is not Form.PRONOUN}
            if parse.tags[token] == "PRP":
                heads = {head for head in heads if head < token or head in behind}
            if heads & line.tokens or id(linked.chain) in line.bracketed:
                return True
            if parse.tags[token] == "PRP":
                return False
        if any(
            subject in line.tokens and self._agrees(token, subject)
            for subject, relation in behind.items()
            if parse.lowers[token] != "it" or relation != "ccomp"
        ):
            return True
        return any(self._agrees(token, noun) for noun in kept_nouns(parse, line.kept[:place]))

    def _subjects_behind(self, token: int) -> dict[int, str]:
        """The nearest subject behind a phrase of the token that opens its clause ("In her speech, Brandt said").

        None or one, with the relation of that phrase.
        """
        parse = self._parse
        for step in parse.above(token)[:-1]:
            subject = parse.child(parse.heads[step], ANY_SUBJECTS)
            if parse.deps[step] in FRONTED_RELATIONS and subject is not None and step < subject:
                return {subject: parse.deps[step]}
        return {}

    def _agrees(self, pronoun: int, noun: int) -> bool:
        """Whether the noun fits the pronoun: a person for "he", one thing for "it", several or a body for "they"."""
        parse, word = self._parse, self._parse.lowers[pronoun]
        plural = parse.tags[noun] in PLURAL_NOUN_TAGS or any(parse.deps[c] == "conj" for c in parse.children[noun])
        named = self._mentions.owners.get(noun)
        person = named.chain.kind is Kind.PERSON if named is not None else is_person(self._doc[noun])
        is_role = parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] == "as"
        if is_role or noun in self._times or self._excludes(noun, pronoun) or is_inside_name(self._mentions, noun):
            return False
        if word in PLURAL_PRONOUNS:
            body = parse.lemmas[noun] in COLLECTIVE_NOUNS or (named is not None and not person)
            return plural or body or (person and parse.pos[noun] == "NOUN")
        return not plural and person == (word in HUMAN_PRONOUNS)

    def _excludes(self, noun: int, pronoun: int) -> bool:
        """Whether the two are not the same: subject and object of one verb, or a judge: "Critics say they sold it"."""
        parse = self._parse
        if parse.lemmas[noun] in OUTSIDE_JUDGES and parse.heads[noun] in parse.above(pronoun):
            return True
        if self._is_happening_around(noun, pronoun):
            return True
        governor = parse.heads[pronoun]
        if parse.deps[governor] in LINKING_RELATIONS:
            governor = parse.heads[governor]
        if parse.deps[governor] == "xcomp" and parse.tags[governor] == "VBG":  # "Brandt denied knowing her"
            governor = parse.heads[governor]
        return parse.tags[pronoun] == "PRP" and parse.deps[noun] in ANY_SUBJECTS and parse.heads[noun] == governor

    def _is_happening_around(self, noun: int, pronoun: int) -> bool:
        """Whether the noun tells of a happening at what the pronoun owns: "a fire at its mill", somebody else's."""
        parse = self._parse
        is_stage = parse.lemmas[parse.heads[pronoun]] in TIME_AND_MANNER_NOUNS  # "the war in its third year"
        if is_stage or noun not in self._happenings or noun not in parse.above(pronoun):
            return False
        between = takewhile(lambda step: step != noun, parse.above(pronoun)[1:])
        return all(parse.deps[step] in PREPOSITION_COMPLEMENTS for step in between)

    def _is_bare_pointer(self, token: int, place: int, line: LineTokens, is_quoted: bool) -> bool:
        """Whether the token is "this", "such" or the like for what is told before: "that ban", "This came …"."""
        parse = self._parse
        if parse.lowers[token] not in POINTING_DETERMINERS or parse.tags[token] not in DEMONSTRATIVE_TAGS:
            return False
        if parse.lowers[token + 1 : token + 2] == ["as"]:
            return False
        if parse.deps[token] in DETERMINERS:
            return not self._is_clear_beside_noun(token, place, line, is_quoted)
        if any(parse.deps[c] in POSTMODIFIERS for c in parse.children[token]):
            return False
        # Behind a whole clause of the line, the word may mean that clause; not in "They fear that this may fail".
        above = set(self._above_in_clause(token))
        return not any(parse.has_subject(k) and k not in above for k in line.kept[:place] if parse.is_verb(k))

    def _is_clear_beside_noun(self, token: int, place: int, line: LineTokens, is_quoted: bool) -> bool:
        """Whether "this" with a noun needs nothing from outside: "this ban of May", not "such bans", "that ban, which".

        "This farewell:" points at the quotation behind it, a speaker at what all know: "the people of this country".
        """
        parse, noun = self._parse, self._parse.heads[token]
        points_around = is_quoted and parse.lowers[token] == "this" and parse.lemmas[noun] in NOUNS_AROUND_SPEAKERS
        # "said that phase six would …": the parser took the conjunction for a determiner
        is_conjunction = parse.lowers[token] == "that" and parse.lemmas[token - 1] in SPEECH_VERBS
        relations = NOUN_CLAUSES if noun in self._times else POSTMODIFIERS  # not "that Sunday in Orlov"
        behind = line.tokens.intersection(c for c in parse.children[noun] if parse.deps[c] in relations)
        behind = {c for c in behind if parse.lowers[token] != "that" or parse.words[parse.left[c] - 1] != ","}
        restricted = any(parse.lowers[token] != "such" or parse.lowers[c] == "as" for c in behind)
        is_repeated = parse.lemmas[noun] in {parse.lemmas[k] for k in line.kept[:place]}
        announces = parse.lowers[token] == "this" and noun + 2 in parse.quotations.opening
        return points_around or is_conjunction or restricted or is_repeated or announces

    def _is_bare_number(self, token: int, place: int, line: LineTokens) -> bool:
        """Whether the token is a number of what the line has not named: "one of the 37"."""
        parse = self._parse
        is_alone = parse.tags[token] == "CD" and parse.lowers[token - 1 : token] == ["the"]
        is_alone = is_alone and parse.deps[token] not in NUMERIC_MODIFIERS and parse.heads[token] < token
        return is_alone and not self._is_completed(token) and not kept_nouns(parse, line.kept[:place])

    def _above_in_clause(self, token: int) -> Iterator[int]:
        """The tokens above this one, up to a coordinated clause."""
        for step in self._parse.above(token)[1:]:
            yield step
            if self._parse.deps[step] == "conj":
                return

    def _is_pointing_time(self, token: int, place: int, line: LineTokens) -> bool:
        """Whether the token makes a time hang on another, and none stands before it in the line: "the next day"."""
        parse, word = self._parse, self._parse.lowers[token]
        definite = parse.lowers[token - 1 : token] == ["the"]
        if word != "that" and not (definite and word in POINTING_TIMES):
            return False
        if word == "next" and self._is_counted_time(token):
            return False
        completed = self._is_completed(parse.heads[token])
        return not completed and not any(k in self._times for k in line.kept[: place - definite])

    def _is_counted_time(self, token: int) -> bool:
        """Whether "next" counts from the day of the report: "in the next two years"."""
        parse = self._parse
        before = parse.lowers[token - 2 : token - 1]
        after = parse.lowers[token + 1 : token + 2]
        counted = parse.tags[token + 1 : token + 2] == ["CD"] or not COUNTING_WORDS.isdisjoint(after)
        return counted and not PREPOSITIONS_OF_SPANS.isdisjoint(before)

    def _is_comparison(self, token: int, line: LineTokens) -> bool:
        """Whether the token compares with what is told before, or takes a part of it: "the latter", "Another died"."""
        parse, word = self._parse, self._parse.lowers[token]
        noun = parse.heads[token] if parse.deps[token] in NOUN_MODIFIERS | {"det"} else token
        if word == "another" and token == line.kept[0]:
            return not self._is_completed(noun)
        if self._says_with_what(token) or (word == "former" and self._is_former_office(token, noun)):
            return False
        # "on the last night" of what?
        is_turn = word in TURN_ADJECTIVES and parse.lowers[noun] in TURN_NOUNS and parse.right[noun] == noun
        if (word in POINTING_ADJECTIVES or is_turn) and parse.lowers[token - 1 : token] == ["the"]:
            return not self._is_completed(noun)
        if parse.deps[noun] not in ANY_SUBJECTS or noun not in line.tokens or self._is_completed(noun):
            return False
        if kept_nouns(parse, [k for k in line.kept if k < parse.left[noun]]):
            return False
        return word in (PARTITIVE_WORDS if noun == token else COMPARING_ADJECTIVES | COMPARING_DETERMINERS)

    def _says_with_what(self, token: int) -> bool:
        """Whether the word itself says with what it compares: "other than Orlov", "similar to that of Orlov"."""
        parse = self._parse
        return any(parse.lowers[child] in COMPLETING_PREPOSITIONS for child in parse.children[token])

    def _is_former_office(self, token: int, noun: int) -> bool:
        """Whether "former" says that somebody is no longer what the noun says: "the former minister"."""
        return noun != token and (self._parse.pos[noun] == "PROPN" or is_person(self._doc[noun]))

    def _is_completed(self, noun: int) -> bool:
        """Whether words behind the noun say what it is compared with or part of: "the same as", "one of", "A and B"."""
        parse = self._parse
        return any(
            parse.lowers[c] in COMPLETING_PREPOSITIONS or parse.deps[c] in NOUN_CLAUSES | COORDINATION
            for c in parse.children[noun]
        )

    def _is_pointing_adverb(self, token: int, line: LineTokens) -> bool:
        """Whether "so" or the like, with no words under it, stands for what is told before: "did so"."""
        parse = self._parse
        if parse.children[token] or token == line.kept[0]:
            return False
        if parse.lowers[token] == "so":
            stands_for_clause = parse.lemmas[token - 1] in VERBS_BEFORE_SO and parse.pos[token + 1] not in GRADED_POS
            return stands_for_clause and not self._is_behind_clause(token, line)
        if parse.deps[token] not in PREDICATIVE_RELATIONS:
            return False
        return not kept_nouns(parse, [k for k in line.kept if k < token and parse.deps[k] == "pobj"])

    def _is_behind_clause(self, token: int, line: LineTokens) -> bool:
        """Whether a clause of the line that is not around the token ends before it: "When he left, she did so too"."""
        parse, above = self._parse, {*self._parse.above(token)}
        return any(
            parse.has_subject(k) and k not in above and parse.right[k] < token for k in line.kept if parse.is_verb(k)
        )
