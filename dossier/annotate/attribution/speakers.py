"""The speaker whose words a verb or noun of saying introduces, by the parse."""

from dataclasses import replace

from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.doc import Source
from dossier.annotate.ontology import Ontology, ontology
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.inverted_subjects import inverted_subject
from dossier.annotate.syntax.labels import (
    AGENT_OR_PREPOSITION,
    CONJUNCT_FULL_COMPLEMENT_OR_ADVERBIAL,
    CONTENT_CLAUSES,
    NONFINITE_TAGS,
    NOUN_MODIFYING_VERBS,
    PASSIVE_MARKS,
    SPEAKER_POS,
    SUBJECT_SHARING_CLAUSES,
    VERB_POS,
)
from dossier.annotate.syntax.phrases import core
from dossier.annotate.syntax.subjects import is_passive
from dossier.model import Kind, Manner
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.attribution", "attribution_words.toml")

_VERBS_OF_MAKING_CLAIMS = _WORDS["verbs_of_making_claims"]
_DEFINITE_DETERMINERS = _WORDS["definite_determiners"]
_MUTE_PRONOUNS = _WORDS["mute_pronouns"]
_RELATIVE_PRONOUNS = _WORDS["relative_pronouns"]
_MAX_VERBS_UP = 8
"""Of how many verbs, the cue first, the subject is looked at. Set by hand; no measurement is recorded."""
_MAX_DESCRIPTION_TOKENS = 8
"""How long the description of an unnamed speaker may be. Set by hand; no measurement is recorded."""


def speaker_of_verb(cue: Token) -> Token | None:
    """The head of the phrase that names who says it: the subject of a verb of saying, or the agent of its passive.

    A verb without a subject has that of the verb above it ("thanked the police and said that …"), a participle under a
    noun that noun ("a letter saying that …"). None where nobody is named, and for a subject that cannot speak.
    """
    verb = cue
    for _ in range(_MAX_VERBS_UP):
        named = _subject_or_agent(verb) or (None if verb is cue else _passive_subject(verb))
        if named is not None and not can_speak(named):
            if verb is cue or verb.dep_ not in CONJUNCT_FULL_COMPLEMENT_OR_ADVERBIAL:
                return None
            # "told how the attack began, saying …": who told it says so
            verb = verb.head
            continue
        if named is not None or _has_passive_mark(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
            return named
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        above = _verb_sharing_subject(verb)
        if above is None:
            return None
        verb = above
    return None


def speaker_of_noun(noun: Token) -> Token | None:
    """The head of the phrase that names whose words a noun of saying introduces; None where nobody is named.

    "X's claim", "the claim by X", "X made the claim".
    """
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ in ("by", "from") and child.dep_ in AGENT_OR_PREPOSITION:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.lemma_ in _VERBS_OF_MAKING_CLAIMS:
        return speaker_of_verb(noun.head)
    return None


def source_of_speaker(
    speaker: Token, cue: tuple[int, int], manner: Manner = Manner.INDIRECT, via: Source | None = None
) -> Source:
    """The source whose phrase has ``speaker`` as its head, without the "'s" of a possessive and marks at its end.

    Of someone without a name the phrase keeps what describes them: "a source close to the council".
    ``cue`` is the tokens (half-open) of the word of saying. ``via`` is who says that this source says so; a ``via`` of
    its own is dropped.
    """
    start, end = core(speaker)
    if speaker.pos_ == "NOUN" and not _is_known(speaker):
        end = _end_with_description(speaker, end)
    if via is not None and via.via is not None:
        via = replace(via, via=None)
    while end > speaker.i + 1 and (speaker.doc[end - 1].tag_ == "POS" or speaker.doc[end - 1].is_punct):
        end -= 1
    return Source(start=start, end=end, head=speaker.i, cue=cue, manner=manner, via=via)


def _is_known(noun: Token) -> bool:
    """Whether a noun has a definite determiner or a possessor: "the spokesman", "his lawyer"."""
    return any(child.dep_ == "poss" or child.lower_ in _DEFINITE_DETERMINERS for child in noun.lefts)


def _end_with_description(noun: Token, end: int) -> int:
    """The end of a noun phrase with the short clause or adjective right behind it; ``end`` where there is none."""
    behind = next((c for c in noun.rights if c.left_edge.i == end and c.dep_ in NOUN_MODIFYING_VERBS), None)
    if behind is None or behind.right_edge.i - end >= _MAX_DESCRIPTION_TOKENS:
        return end
    return behind.right_edge.i + 1


def source_according_to(according: Token, via: Source | None, manner: Manner = Manner.INDIRECT) -> Source | None:
    """The source that "according to" names, given its first word; None without a "to" or a word that can speak."""
    to = according.nbor(1) if according.i + 1 < len(according.doc) else None
    if to is None or to.lower_ != "to":
        return None
    speaker = next((c for parent in (to, according) for c in parent.children if c.dep_ == "pobj"), None)
    if speaker is None or not can_speak(speaker):
        return None
    return source_of_speaker(speaker, (according.i, according.i + 2), manner, via)


def can_speak(word: Token) -> bool:
    """Whether the word can name a source.

    An event of a silent type cannot ("the attack"), nor a product ("the car"), nor a pronoun for no one ("that").
    """
    if word.pos_ == "PRON":
        return word.lower_ not in _MUTE_PRONOUNS
    if word.pos_ != "NOUN":
        return True
    lemma = word.lemma_.lower()
    known: Ontology = word.doc._.ontology or ontology()
    event_type = known.nouns.get(lemma)
    return nouns().kinds.get(lemma) is not Kind.PRODUCT and not (event_type and event_type.silent)


def is_negated(cue: Token) -> bool:
    """Whether a negation stands right under the verb of saying ("has not said")."""
    return any(child.dep_ == "neg" for child in cue.children)


def _subject_or_agent(verb: Token) -> Token | None:
    """The first of the verb's active subject and its agent, or an inverted subject; a relative pronoun is resolved."""
    is_participle = verb.tag_ == "VBN"
    for child in verb.children:
        if child.dep_ == "nsubj" and child.pos_ in SPEAKER_POS:
            is_relative = verb.dep_ == "relcl" and child.lower_ in _RELATIVE_PRONOUNS
            return verb.head if is_relative else child
        if is_participle and child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return inverted_subject(verb)


def _passive_subject(verb: Token) -> Token | None:
    """The subject of a passive, which an infinitive or gerund under it shares ("was forced to admit")."""
    return next((c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ in SPEAKER_POS), None)


def _has_passive_mark(verb: Token) -> bool:
    """Whether the verb has a passive auxiliary or subject; a participle alone has neither."""
    return any(child.dep_ in PASSIVE_MARKS for child in verb.children)


def _verb_sharing_subject(verb: Token) -> Token | None:
    """The verb above whose subject a coordinated or non-finite verb shares ("thanked the police, adding that …")."""
    above = verb.head
    if above.i == verb.i:
        return None
    if above.pos_ == "ADP" and verb.dep_ == "pcomp":
        above = above.head
    if verb.dep_ == "conj" and above.dep_ in CONTENT_CLAUSES and is_passive(above) and not is_passive(verb):
        # "said he was told to leave but stressed that …" may be what the first speaker says
        return None
    may_share = verb.dep_ in SUBJECT_SHARING_CLAUSES and (verb.tag_ in NONFINITE_TAGS or verb.dep_ == "conj")
    return above if may_share and above.pos_ in VERB_POS else None
