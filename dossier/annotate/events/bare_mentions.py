"""Words that only name an event and tell nothing of it: "the murder trial", "was found dead".

Such a bare mention may be one with an event that is told elsewhere. It has no date and no line of its own; only in a
headline it has participants.
"""

from collections.abc import Collection, Iterator

from dossier.annotate.events.candidate import Candidate
from dossier.annotate.events.event_nouns import is_in_idiom, match_noun, repeats_noun_before
from dossier.annotate.events.event_verbs import event_of_verb
from dossier.annotate.ontology import NO_EVENT, Ontology
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.animacy import may_act
from dossier.annotate.syntax.headings import opening_heading
from dossier.annotate.syntax.labels import BARE_EVENT_POS, NOUN_OR_MEASURE_MODIFIERS, PREDICATE_ADJECTIVES
from dossier.annotate.syntax.subjects import understood_subject
from dossier.model import OTHER_TYPE, EventType
from dossier.text.segments import is_title_case
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

_HEADS_OF_KINDS = _WORDS["heads_of_kinds"]
_ENDINGS_OF_NOUNS = ("", "s", "es")
_ENDINGS_OF_VERBS = ("d", "ed")
"""Of the past only: "engineer" and "reports" may be nouns, "charged" is none."""


class BareMentionFinder:
    """Finds the bare mentions of one Doc. ``times`` are the indices of the tokens in temporal expressions."""

    def __init__(self, doc: Parsed, ontology: Ontology, times: Collection[int]) -> None:
        self._doc = doc
        self._ontology = ontology
        self._times = times
        self._opening = opening_heading(doc)
        self._title_case: dict[int, bool] = {}

    def mentions(self, unread: Collection[int], told: Collection[int]) -> Iterator[Candidate]:
        """The bare mentions in text order, but none in the tokens ``unread``, and none in those that tell an event."""
        for i in self._doc.pos.where(BARE_EVENT_POS):
            if i not in told and i not in unread and i not in self._times:
                found = self._mention(self._doc[i])
                if found is not None and found.type.name != NO_EVENT:
                    yield found

    def _mention(self, token: Token) -> Candidate | None:
        if token.pos_ == "VERB":
            return event_of_verb(token, self._ontology) if token.i in self._opening else None
        if token.pos_ == "NOUN":
            return self._of_noun(token)
        named = self._type_of_name(token) if token.pos_ == "PROPN" else self._type_of_adjective(token)
        return _candidate(token, named)

    def _of_noun(self, noun: Token) -> Candidate | None:
        """The event of a noun that always tells of one, before another noun too; or of a bare or derived one.

        One of no listed type names nothing before another noun, and none does before one that only tells of what kind
        it is: a "ceremony hall" is a kind of hall, a "fatality rate" a kind of rate.
        """
        if is_in_idiom(noun):
            return None
        is_modifier = noun.dep_ in NOUN_OR_MEASURE_MODIFIERS
        if is_modifier and noun.head.lemma_ in _HEADS_OF_KINDS:
            return None
        match = match_noun(noun, self._ontology)
        if match is not None and not match.is_weak and not (is_modifier and match.type.name == OTHER_TYPE):
            is_repeated = repeats_noun_before(noun, match.type, self._ontology)
            start, lemma, kind = match.start, match.lemma, match.type
            return None if is_repeated else Candidate(noun, start, noun.i + 1, lemma, kind)
        if is_modifier or (match is not None and match.type.name == NO_EVENT):
            return None
        by_lemma = (self._ontology.bare_nouns, self._ontology.derived_nouns)
        return _candidate(noun, next((index[noun.lemma_] for index in by_lemma if noun.lemma_ in index), None))

    def _type_of_name(self, name: Token) -> EventType | None:
        """The type of a common word that only the capitals of a title make a name, or of an acronym ("DUI")."""
        if name.text.isupper() and name.lower_ in self._ontology.bare_nouns:
            return self._ontology.bare_nouns[name.lower_]
        if name.ent_type_ == "PERSON" or not name.is_title or len(name) < 3:
            return None
        by_endings = (
            (self._ontology.nouns, _ENDINGS_OF_NOUNS),
            (self._ontology.bare_nouns, _ENDINGS_OF_NOUNS),
            (self._ontology.verbs, _ENDINGS_OF_VERBS),
        )
        types = (index.get(stem) for index, endings in by_endings for stem in _without(name.lower_, endings))
        found = next((kind for kind in types if kind is not None), None)
        return found if found is not None and self._is_in_title(name) else None

    def _type_of_adjective(self, adjective: Token) -> EventType | None:
        """The type of an outcome that is said of somebody: a captain is "dead" as no deal is."""
        kind = self._ontology.bare_adjectives.get(adjective.lower_)
        if kind is None or adjective.dep_ not in PREDICATE_ADJECTIVES:
            return None
        subject = understood_subject(adjective.head)
        return kind if subject is not None and may_act(subject) else None

    def _is_in_title(self, token: Token) -> bool:
        """Whether the sentence of the token stands in title case."""
        start = token.sent.start
        if start not in self._title_case:
            self._title_case[start] = is_title_case(token.sent.text)
        return self._title_case[start]


def _candidate(head: Token, kind: EventType | None) -> Candidate | None:
    return (
        None
        if kind is None
        else Candidate(head=head, start=head.i, end=head.i + 1, lemma=head.lemma_.lower(), type=kind)
    )


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    """The word without each of the endings that it has."""
    return [word.removesuffix(ending) for ending in endings if word.endswith(ending)]
