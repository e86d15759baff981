"""What happened in few words, for the picture and for disputes: "raised its alert level", "Ada Brandt arrested"."""

import re

from dossier.model import Event, Role, RolePlayer
from dossier.render.wording.chart_labels import chart_label
from dossier.render.wording.label_wording import distinct_trigger
from dossier.render.wording.prose import tidy
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")
_SAYING, _LIGHT, _OF_SPEECH = _WORDS["types_of_saying"], _WORDS["light_verbs"], _WORDS["verbs_of_speech"]
_PARTS = (Role.PATIENT, Role.AGENT)
"""Who stands before a verb without an object: whom it befell ("was arrested"), else who did it ("resigned")."""
_PARTS_OF_NAMES = re.compile(r"[ -]")
_MOST_LETTERS = 34
"""Of a name with its verb. Set by hand."""


def happening_words(event: Event, line: str, subject: str | None) -> str:
    """The verb of the event in its line with what it is done to, or else behind whom it is said of.

    That is left out where it is the ``subject`` (an id). Where the verb alone says little ("led", "said"), or what was
    said is a clause, the words are empty.

    >>> from dossier.render.wording.happening_words import _is_vague
    >>> _is_vague("led", "lead"), _is_vague("led the council", "lead"), _is_vague("said the port", "say")
    (True, False, True)
    """
    shown = event.evidence[0]
    words = chart_label(line, distinct_trigger(shown), shown.lemma)
    if _is_vague(words, shown.lemma) or (event.type in _SAYING and " " not in words):
        return ""
    who = "" if " " in words else _whose(event, line.partition(words)[0], subject)
    return f"{who} {words}" if who and len(f"{who} {words}") <= _MOST_LETTERS else words


def _is_vague(words: str, lemma: str | None) -> bool:
    return lemma in _OF_SPEECH or (" " not in words and lemma in _LIGHT)


def _whose(event: Event, before: str, subject: str | None) -> str:
    """The name ``before`` the verb, of whom it is said; empty where that is the subject, or none stands there."""
    players = [player for role in _PARTS for player in event.participants if player.role is role]
    said_of = next((player for player in players if _stands_in(player, before)), None)
    return tidy(said_of.name) if said_of and (subject is None or said_of.entity != subject) else ""


def _stands_in(player: RolePlayer, before: str) -> bool:
    """Whether the name stands there, of an actor also by its last word alone."""
    name = tidy(player.name)
    return name in before or (player.entity is not None and _PARTS_OF_NAMES.split(name)[-1] in before)
