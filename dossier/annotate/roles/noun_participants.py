"""Who takes part in what an event noun tells."""

from collections.abc import Container, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Token
from dossier.annotate.roles.animacy import can_act, is_person
from dossier.annotate.roles.blame import culprit
from dossier.annotate.roles.misattached_phrases import participants
from dossier.annotate.roles.participant_phrases import distinct, is_time, objects, phrases
from dossier.annotate.roles.role_words import ACCUSING, BEARING, STEPS, SUPPORT, WEAPONS
from dossier.annotate.roles.subjects import direct_object, is_passive, predicate_subject, subject
from dossier.annotate.roles.verb_participants import Frame, oblique_role, of_verb
from dossier.annotate.syntax.labels import AGENT_OR_PREPOSITION, NAMED_PARTICIPANTS, NOUN_MODIFIERS
from dossier.model import EventType, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

_STATES = _WORDS["states"]
_ANSWERABLE = _WORDS["answerable"]


def of_noun(
    noun: Token, kind: EventType, times: Container[int] = (), light: Token | None = None
) -> tuple[Argument, ...]:
    """The participants of an event noun of that type: whom it is said of, by whom, against whom, in text order.

    ``light`` is the verb that only says that it took place ("carried out an attack"): its subject is the agent, and
    what goes with it goes with the noun. ``times`` are the tokens of temporal expressions, which take no part.
    """
    blamed = culprit(noun)
    found = [argument for child in noun.children for argument in _of_child(child, noun, kind, times)]
    if blamed is not None:
        found = [argument for argument in found if argument.head != blamed.i]
        found.extend(phrases(blamed, Role.AGENT))
    if light is not None:
        found.extend(_of_light(light, noun, kind, times))
    elif not any(child.dep_ == "poss" or child.lower_ == "by" for child in noun.children):
        found.extend(_of_governor(noun, kind))
    return distinct(sorted(found, key=lambda argument: argument.start))


def _of_child(child: Token, noun: Token, kind: EventType, times: Container[int]) -> Iterator[Argument]:
    if child.dep_ == "poss" and not is_time(child, times):
        yield from phrases(child, _possessive_role(noun, kind))
    elif child.dep_ in AGENT_OR_PREPOSITION:
        for head in objects(child):
            role = _behind(child.lower_, head, noun, kind, times)
            if role is not None:
                yield from participants(head, role, kind, times, wants_doer=child.lower_ == "of")
    elif child.dep_ in NOUN_MODIFIERS and child.i < noun.i and noun.pos_ == "NOUN" and child.i not in times:
        role = _modifier_role(child, kind)
        if role is not None:
            yield Argument(child.left_edge.i, child.i + 1, child.i, role)


def _possessive_role(noun: Token, kind: EventType) -> Role:
    """Who does it, where another phrase says to whom it is done ("Iraq's praise of the army")."""
    other = any(
        child.dep_ == "prep" and (child.lower_ == "of" or kind.prepositions.get(child.lower_) is Role.PATIENT)
        for child in noun.children
    )
    return Role.AGENT if other and kind.possessive is Role.PATIENT else kind.possessive


def _behind(word: str, head: Token, noun: Token, kind: EventType, times: Container[int]) -> Role | None:
    if is_time(head, times):
        return None
    if word == "by":
        return Role.AGENT
    if word == "of" and "of" not in kind.prepositions:
        owned = any(child.dep_ == "poss" for child in noun.children)
        return Role.PATIENT if owned and kind.of is Role.AGENT else kind.of
    return oblique_role(word, head, kind, times)


def _modifier_role(word: Token, kind: EventType) -> Role | None:
    """The role of a word before the noun: "police raid", "Iraqi airstrike", "hostage release", "knife attack"."""
    if word.dep_ == "amod":
        return kind.possessive if word.ent_type_ == "NORP" else None
    if word.lemma_ in WEAPONS and Role.INSTRUMENT in kind.prepositions.values():
        return Role.INSTRUMENT
    if word.ent_type_ == "GPE":
        # "the Paris attacks" were in Paris, "US strikes" by the US
        return kind.possessive if word.text.replace(".", "").isupper() else Role.PLACE
    if word.ent_type_ in NAMED_PARTICIPANTS:
        return kind.possessive if can_act(word) else kind.of
    if can_act(word) and kind.possessive is Role.AGENT and not is_person(word):
        return Role.AGENT
    return kind.of if is_person(word) else None


def _of_light(light: Token, noun: Token, kind: EventType, times: Container[int]) -> Iterator[Argument]:
    """What the light verb's own participants are to the event."""
    for argument in of_verb(light, Frame(kind, own=noun.i), times):
        if argument.head != noun.i and not (argument.role is Role.PATIENT and is_passive(light)):
            yield argument


def _of_governor(noun: Token, kind: EventType) -> Iterator[Argument]:
    """Who a verb or adjective above says did it, or bore it: "plotted the attack", "suffered a defeat"."""
    first = _first(noun)
    if first.dep_ == "dobj" and first.head.pos_ == "VERB":
        doer, role = _as_object(first.head, kind)
    elif first.dep_ == "pobj":
        doer, role = _behind_preposition(first.head)
    else:
        return
    if doer is not None and doer.i != noun.i:
        yield from phrases(doer, role)


def _first(noun: Token) -> Token:
    """The first of the nouns coordinated with it."""
    for _ in range(STEPS):
        if noun.dep_ != "conj" or noun.head.pos_ != "NOUN":
            break
        noun = noun.head
    return noun


def _as_object(verb: Token, kind: EventType) -> tuple[Token | None, Role]:
    """What the subject of a verb is to the event that is its object."""
    if verb.lemma_ in BEARING:
        return subject(verb), Role.RECIPIENT if kind.of is Role.AGENT else kind.of
    if verb.lemma_ in SUPPORT and not is_passive(verb):
        return subject(verb), Role.AGENT
    return None, Role.AGENT


def _behind_preposition(preposition: Token) -> tuple[Token | None, Role]:
    """Who is "under attack" or "in talks", "accused of murder", "responsible for the attack" or "behind" it."""
    word, head = preposition.lower_, preposition.head
    if head.lemma_ == "be" and word in _STATES:
        return subject(head), Role.PATIENT if word == "under" else Role.AGENT
    if head.lemma_ in ACCUSING and word in ("of", "with", "for"):
        return (subject(head) if is_passive(head) else direct_object(head)), Role.AGENT
    if head.lower_ in _ANSWERABLE or word == "behind":
        return predicate_subject(head), Role.AGENT
    return None, Role.AGENT
