"""Who takes part in what an event noun tells."""

from collections.abc import Container, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.blame import culprit
from dossier.annotate.roles.misattached_phrases import participants_in_phrase
from dossier.annotate.roles.outlets import without_outlets
from dossier.annotate.roles.participant_phrases import (
    is_time_or_manner,
    phrase_participants,
    preposition_objects,
    without_repeats,
)
from dossier.annotate.roles.role_words import ACCUSING_VERBS, VERBS_OF_DOING, VERBS_OF_UNDERGOING, WEAPON_NOUNS
from dossier.annotate.roles.verb_participants import ArgumentFrame, participants_of_verb, preposition_role
from dossier.annotate.syntax.animacy import is_person, is_person_or_body
from dossier.annotate.syntax.labels import (
    AGENT_OR_PREPOSITION,
    NAMED_PARTICIPANTS,
    NOUN_MODIFIERS,
    TIME_ENTITIES,
    VERB_POS,
)
from dossier.annotate.syntax.subjects import is_passive, own_object, predicate_subject, understood_subject
from dossier.model import EventType, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_STATE_PREPOSITIONS = _WORDS["state_prepositions"]
_ANSWERABLE_WORDS = _WORDS["answerable_words"]
_ACCUSING_PREPOSITIONS = _WORDS["accusing_prepositions"]
_NOUNS_OF_CHANGE = _WORDS["nouns_of_change"]
_VERBS_OF_FIGURES = _WORDS["verbs_of_figures"] | VERBS_OF_UNDERGOING
_MAX_CONJUNCTS_BACK = 8
"""How many coordinated nouns back the first of them is looked for. Set by hand; no measurement is recorded."""


def participants_of_noun(
    noun: Token, event_type: EventType, times: Container[int], light_verb: Token | None
) -> tuple[Argument, ...]:
    """The participants of an event noun of that type, in text order, each head once.

    They stand in its phrase or beside its ``light_verb``: in "the army carried out an attack" the army is the agent.
    Without a light verb, a possessive and a "by", the verb or preposition above may give one more ("plotted the
    attack"). ``times`` are the indices of the tokens in temporal expressions, which take no part.
    """
    blamed = culprit(noun)
    found = [argument for child in noun.children for argument in _participants_of_child(child, noun, event_type, times)]
    if blamed is not None:
        found = [argument for argument in found if argument.head != blamed.i]
        found.extend(phrase_participants(blamed, Role.AGENT))
    if light_verb is not None:
        found.extend(_participants_of_light_verb(light_verb, noun, event_type, times))
    elif not any(child.dep_ == "poss" or child.lower_ == "by" for child in noun.children):
        found.extend(_participants_of_governor(noun, event_type))
    found = list(without_outlets(found, event_type, noun.doc))
    return without_repeats(sorted(found, key=lambda argument: argument.start))


def _participants_of_child(
    child: Token, noun: Token, event_type: EventType, times: Container[int]
) -> Iterator[Argument]:
    """The participants in a possessive, a prepositional phrase or a modifier of the noun."""
    if child.dep_ == "poss" and not is_time_or_manner(child, times):
        yield from phrase_participants(child, _possessive_role(noun, event_type))
    elif child.dep_ in AGENT_OR_PREPOSITION:
        for head in preposition_objects(child):
            role = _role_behind(child.lower_, head, noun, event_type, times)
            if role is not None:
                yield from participants_in_phrase(head, role, event_type, times, lacks_agent=child.lower_ == "of")
    elif child.dep_ in NOUN_MODIFIERS and child.i < noun.i and noun.pos_ == "NOUN" and child.i not in times:
        role = _modifier_role(child, event_type)
        if role is not None:
            yield Argument(child.left_edge.i, child.i + 1, child.i, role)


def _possessive_role(noun: Token, event_type: EventType) -> Role:
    """The role of a possessive, by the event's type.

    It is the agent, not the patient, where another phrase has the patient ("Iraq's praise of the army").
    """
    has_patient_phrase = any(
        child.dep_ == "prep" and (child.lower_ == "of" or event_type.prepositions.get(child.lower_) is Role.PATIENT)
        for child in noun.children
    )
    return Role.AGENT if has_patient_phrase and event_type.possessive is Role.PATIENT else event_type.possessive


def _role_behind(
    preposition: str, head: Token, noun: Token, event_type: EventType, times: Container[int]
) -> Role | None:
    """The role of what stands behind a preposition of the noun; None where it takes no part."""
    if is_time_or_manner(head, times):
        return None
    if preposition == "by":
        return Role.AGENT
    if preposition == "of" and "of" not in event_type.prepositions:
        has_possessive = any(child.dep_ == "poss" for child in noun.children)
        return Role.PATIENT if has_possessive and event_type.of is Role.AGENT else event_type.of
    return preposition_role(preposition, head, event_type, times)


def _modifier_role(word: Token, event_type: EventType) -> Role | None:
    """The role of a word before the noun: "police raid", "Iraqi airstrike", "hostage release", "knife attack".

    None for a word that names no participant ("night raid"), and for a name of which the words do not say what part its
    bearer has: "the Brandt trial", "the Hadley oil spill".
    """
    if word.dep_ == "amod":
        return event_type.possessive if word.ent_type_ == "NORP" else None
    if word.lemma_ in WEAPON_NOUNS and Role.INSTRUMENT in event_type.prepositions.values():
        return Role.INSTRUMENT
    if word.ent_type_ == "GPE":
        # "the Paris attacks" were in Paris, "US strikes" by the US
        return event_type.possessive if word.text.replace(".", "").isupper() else Role.PLACE
    if word.ent_type_ in NAMED_PARTICIPANTS:
        return None
    if is_person_or_body(word) and event_type.possessive is Role.AGENT and not is_person(word):
        return Role.AGENT
    return event_type.of if is_person(word) else None


def _participants_of_light_verb(
    light_verb: Token, noun: Token, event_type: EventType, times: Container[int]
) -> Iterator[Argument]:
    """The participants of the light verb except the noun itself, and except the patients where the verb is passive."""
    for argument in participants_of_verb(light_verb, ArgumentFrame(event_type, own_noun=noun.i), times):
        if argument.head != noun.i and not (argument.role is Role.PATIENT and is_passive(light_verb)):
            yield argument


def _participants_of_governor(noun: Token, event_type: EventType) -> Iterator[Argument]:
    """Who did or underwent the event, by the verb above it or by what stands before its preposition.

    "Plotted the attack", "suffered a defeat", "accused of the attack", "closed at 90, a drop of 3 percent".
    """
    first = _first_conjunct(noun)
    if noun.lemma_ in _NOUNS_OF_CHANGE and (verb := _verb_with_figure(first)):
        participant, role = understood_subject(verb), event_type.of
    elif first.dep_ == "dobj" and first.head.pos_ == "VERB":
        participant, role = _subject_of_governor(first.head, event_type)
    elif first.dep_ == "pobj":
        participant, role = _participant_before(first.head)
    else:
        return
    if participant is not None and participant.i != noun.i:
        yield from phrase_participants(participant, role)


def _verb_with_figure(noun: Token) -> Token | None:
    """The verb whose subject has the figure that changes: "posted a gain", "stood at 7 percent, a fall of one".

    Beside a figure the noun stands for that, or the parse takes it for an object behind a comma. None where neither is
    so, and where the words say what else changed ("reported a drop in crime").
    """
    verb = next((word for word in noun.ancestors if word.pos_ in VERB_POS), None)
    if verb is None or is_passive(verb) or _names_what_changed(noun):
        return None
    if noun.dep_ == "dobj":
        return verb if verb.lemma_ in _VERBS_OF_FIGURES or _is_behind_comma(noun) else None
    is_beside_figure = noun.dep_ == "appos" and any(_is_figure(word) for word in (noun.head, *noun.head.lefts))
    return verb if is_beside_figure else None


def _names_what_changed(noun: Token) -> bool:
    """Whether "in" and something other than a time stand behind the noun: "a drop in crime"."""
    behind = (head for child in noun.rights if child.lower_ == "in" for head in preposition_objects(child))
    return any(head.ent_type_ not in TIME_ENTITIES for head in behind)


def _is_behind_comma(noun: Token) -> bool:
    start = noun.left_edge.i
    return start > 0 and noun.doc[start - 1].text == ","


def _is_figure(word: Token) -> bool:
    return word.like_num or word.text[0].isdigit()


def _first_conjunct(noun: Token) -> Token:
    """The first of the nouns with which it is coordinated, or the noun itself."""
    for _ in range(_MAX_CONJUNCTS_BACK):
        if noun.dep_ != "conj" or noun.head.pos_ != "NOUN":
            break
        noun = noun.head
    return noun


def _subject_of_governor(verb: Token, event_type: EventType) -> tuple[Token | None, Role]:
    """The subject of a verb that has the event for its object, with its role in the event; None for other verbs."""
    if verb.lemma_ in VERBS_OF_UNDERGOING:
        return understood_subject(verb), Role.RECIPIENT if event_type.of is Role.AGENT else event_type.of
    if verb.lemma_ in VERBS_OF_DOING and not is_passive(verb):
        return understood_subject(verb), Role.AGENT
    return None, Role.AGENT


def _participant_before(preposition: Token) -> tuple[Token | None, Role]:
    """The participant that the words before the preposition of an event name, with its role in the event.

    Those who are "under attack" undergo it; those who are "in talks", "accused of murder", "responsible for the attack"
    or "behind" it are its agents. None where no such words stand there.
    """
    word, head = preposition.lower_, preposition.head
    if head.lemma_ == "be" and word in _STATE_PREPOSITIONS:
        return understood_subject(head), Role.PATIENT if word == "under" else Role.AGENT
    if head.lemma_ in ACCUSING_VERBS and word in _ACCUSING_PREPOSITIONS:
        return (understood_subject(head) if is_passive(head) else own_object(head)), Role.AGENT
    if head.lower_ in _ANSWERABLE_WORDS or word == "behind":
        return predicate_subject(head), Role.AGENT
    return None, Role.AGENT
