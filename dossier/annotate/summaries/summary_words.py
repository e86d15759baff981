"""Words that decide what a line may leave out."""

from dossier.annotate.word_classes import CONDITIONS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

ADDING = _WORDS["adding"]
"""Conjunctions whose parts are each said for themselves."""

CORRELATIVE = _WORDS["correlative"]
"""Words before a coordination that make it one statement."""

EXACT = _WORDS["exact"]
"""Adverbs whose reach over a coordination cannot be told."""

CONDITIONAL = CONDITIONS | _WORDS["conditional_more"]
"""Words that open a clause on which the truth of the other may hang."""

GROUNDS = _WORDS["grounds"]
"""Words that open a clause which is said to be so, whatever the other is."""

CONNECTIVES = _WORDS["connectives"]
"""Adverbs that tie a sentence to the one before it."""

CONNECTING = _WORDS["connecting"]
"""Phrases that do the same."""

SETTING = _WORDS["setting"]
"""Prepositions of a phrase, set off by commas, without which the rest is as true."""

ADDED = _WORDS["added"]
"""Likewise, if the phrase stands behind what it belongs to."""

CARRIED = _WORDS["carried"]
"""Participles that say, before a place, no more than that something was there."""

LEANING = _WORDS["leaning"]
"""Words with which a line does not open, unless its sentence does."""

IMPERSONAL = _WORDS["impersonal"]
"""Participles of which "it" is mostly the empty subject: "it was reported …"."""

ALIKE = _WORDS["alike"]
"""Irregular past forms that are participles too; the regular ones all are."""

HOLLOW = _WORDS["hollow"]
"""Verbs that want to be told what: without a complement they say nothing."""

UNFINISHED = _WORDS["unfinished"]
"""Words with which no line ends."""
