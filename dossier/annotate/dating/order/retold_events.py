"""The event told before that a noun tells again: "the arrest" behind "Police arrested Brandt"."""

from collections.abc import Mapping

from dossier.annotate.dating.order.past_events import is_single_past
from dossier.annotate.doc import Trigger
from dossier.annotate.item_dates import dated_item
from dossier.annotate.parsed import Parsed, Token
from dossier.model import Tense

_STEM_LETTERS = 4
"""How many letters a verb and its noun share: "raided", "raid". Set by hand; shorter stems join what is not one."""


class RetoldEvents:
    """Finds the events of one Doc that its nouns tell again; ``facts`` are the indices of triggers by token."""

    def __init__(self, doc: Parsed, facts: Mapping[int, int], tenses: Mapping[int, Tense]) -> None:
        self._doc = doc
        self._facts = facts
        self._tenses = tenses
        self._triggers: tuple[Trigger, ...] = doc._.triggers

    def antecedent(self, noun: Token) -> Token | None:
        """The verb of an earlier sentence whose event the noun tells again.

        The noun is definite, and nothing says which event it means: it is the only one of its type told so far. None
        where there are several, or it is open whether they happened.
        """
        if not _is_bare_definite(noun):
            return None
        type_name = self._triggers[self._facts[noun.i]].type.name
        told = (self._doc[one.head] for one in self._triggers if one.type.name == type_name and one.head < noun.i)
        others = [word for word in told if not _is_bare_definite(word)]
        return others[0] if len(others) == 1 and self._is_retold(others[0], noun) else None

    def _is_retold(self, verb: Token, noun: Token) -> bool:
        if verb.pos_ != "VERB" or verb.i not in self._facts or verb.i >= noun.sent.start:
            return False
        is_specific = self._triggers[self._facts[verb.i]].type.incapacitates
        has_one_stem = verb.lower_[:_STEM_LETTERS] == noun.lower_[:_STEM_LETTERS]
        if not (is_specific or has_one_stem) or not is_single_past(verb, self._tenses):
            return False
        return dated_item(self._doc, verb.i) is dated_item(self._doc, noun.i)


def _is_bare_definite(word: Token) -> bool:
    """Whether a noun has the article and nothing else that says which one is meant: "the raid"."""
    return word.pos_ == "NOUN" and [child.lower_ for child in word.children] == ["the"]
