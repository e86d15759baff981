"""The day that an event has because its agent did another thing on it, by the words of the text.

"Ada Brandt came to Orlov on Tuesday. … She laid a wreath at the pier." It is that of the report or of the day before,
and the likeliest day; the verb is one of a main clause in the simple past.
"""

from collections.abc import Sequence
from datetime import date

from dossier.annotate.dating.dated_event import DatedEvent
from dossier.annotate.dating.discourse.dated_agents import SAME_AGENT
from dossier.annotate.dating.discourse.day_options import DayOption
from dossier.annotate.parsed import Parsed
from dossier.model import Basis, Dating, DatingRule, When
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")
_LEAST_CHANCE = weight_table("dossier.annotate.dating", "likely_day_weights.toml").value("least_of_scene", "chance")
_NEAR_PLACES = ("report", "eve")
"""How ``day_options`` calls the day of the report and the one before."""
_NAMED_LAST = "named.last_in_paragraph"
_OUT_OF_SCENE = frozenset(f"{place}.{name}" for place in _NEAR_PLACES for name in _WORDS["signals_out_of_a_scene"])
"""Signals of what may have happened at another time than the scene, or in no scene."""


def scene_day(options: Sequence[DayOption], chances: Sequence[float]) -> date | None:
    """The day of the scene to which an event belongs; None where it belongs to none for sure.

    It belongs to none where its own paragraph has named another day since.
    """
    named_last = next((one.day for one in options if _NAMED_LAST in one.signals), None)
    for option, chance in zip(options, chances, strict=True):
        told = frozenset(option.signals)
        is_near = any(f"{place}.always" in told for place in _NEAR_PLACES)
        is_scene = option.is_plain and is_near and SAME_AGENT in told and told.isdisjoint(_OUT_OF_SCENE)
        if option.day is not None and chance >= _LEAST_CHANCE and is_scene:
            return option.day if named_last in (None, option.day) else None
    return None


def in_scene(doc: Parsed, i: int, day: date) -> DatedEvent:
    """The event at token ``i`` with the day of its scene, which rests on the last words before it that name the day."""
    named = [n for n, timex in enumerate(doc._.timexes, 1) if timex.dating.when and timex.dating.when.known_day == day]
    before = [n for n in named if doc._.timexes[n - 1].start < i]
    anchor = f"t{(before or named)[-1]}" if named else "published"
    return DatedEvent(Dating(When.day(day), Basis.RELATIVE, anchor), None, DatingRule.SCENE)
