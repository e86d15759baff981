"""The rules that date an event. Each gives its date, or a bound on it, and is kept with it (``dated_by``)."""

from enum import StrEnum


class DatingRule(StrEnum):
    """Which rule gave an event its date.

    The values are written to files. A file of another version may hold a rule that is not listed here.
    """

    OWN_TIME = "own time"
    """The time hangs on the word that tells of the event: "arrested on Monday"."""
    OFFSET = "length before or after"
    """The event lies at a length of time from another: "resigned three days after the vote on 5 June"."""
    ORDERED_CLAUSE = "clause before or after"
    """A connective sets it before or after a dated clause: "fled after police raided the depot on Monday"."""
    WHEN_CLAUSE = "when clause"
    """It has the time of the clause beside it: "fled when police came on Monday"."""
    PHASE_VERB = "phase verb"
    """It has the time of the verb that says that it begins, goes on or ends: "began to leave on Monday"."""
    OCCASION = "occasion"
    """It has the time of the occasion on which it was said: "said in a statement released on Monday"."""
    SHARED_TIME = "shared time"
    """It has the time of the verb that it is coordinated with: "was arrested and charged on Monday"."""
    PARTICIPLE = "participle"
    """It has the time of the verb that its participle goes with: "fell on Monday, killing ten"."""
    ITS_VERB = "its verb"
    """An event noun has the time of its verb: "held talks on Monday", "said at the hearing on Monday"."""
    NAMED_EVENT = "event named with it"
    """A verb has the time of the event in its phrase, or a side of it: "has grown since its launch in 2003"."""
    ITEM_DATE = "item date"
    """An entry of a chronicle or a row of a table has the date that heads it: "3 May 2016 – Brandt resigns."."""
    ITEM_STORY = "item story"
    """A further sentence of such an entry goes on with its date."""
    HEADLINE = "headline"
    """An event of the headline has the date that the lead gives it."""
    SCENE = "scene"
    """Its agent did another thing on that day: "came to Orlov on Tuesday. … She laid a wreath"."""
    SAID_BY_THEN = "said by then"
    """A past fact is no later than the dated statement of it: "said on Monday that he left"."""
    PUBLISHED_BY_THEN = "published by then"
    """A past fact is no later than the publication of the article."""


CONTEXT_RULES = frozenset((DatingRule.HEADLINE, DatingRule.ITEM_STORY, DatingRule.SCENE))
"""Rules that take a day from the text around the event, where the event's own sentence gives none."""
