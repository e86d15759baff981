"""The words by which roles pass from one clause to another, and the prepositions that name them."""

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

OBJECT_CONTROL = _WORDS["object_control"]
"""Verbs whose object, or passive subject, does what the clause under them tells."""

SUBJECT_CONTROL = _WORDS["subject_control"]
"""Verbs whose subject does so though they have an object."""

ACCUSING = _WORDS["accusing"]
"""Verbs whose object is said to have done what the noun behind "of", "with" or "for" names."""

TRANSITIVE = _WORDS["transitive"]
"""Verbs that have an object: without one of their own, that of the verb coordinated with them."""

CONTROLLING_PREPOSITIONS = _WORDS["controlling_prepositions"]
"""Prepositions before a gerund that the object does ("accused of killing"); with others the subject does it."""

LIGHT = _WORDS["light"]
"""Verbs that, with an event noun as their object, tell of the event of the noun only."""

SUPPORT = _WORDS["support"]
"""Verbs whose subject is the agent of the event noun that is their object."""

CALLING = _WORDS["calling"]
"""Verbs whose object, if it can name an event, does."""

BEARING = _WORDS["bearing"]
"""Verbs whose subject is the one to whom the event of the noun happens ("suffered a defeat")."""

LOCATIVE = _WORDS["locative"]
"""Prepositions of a place."""

PLACED = _WORDS["placed"]
"""Those behind which a place is where the event happened."""

OBLIQUE = _WORDS["oblique"]
"""Prepositions whose noun takes part in what the verb tells."""

SITES = _WORDS["sites"]
"""Nouns of places."""

STRETCHES = _WORDS["stretches"]
"""Nouns of time and manner: no participants."""

WEAPONS = _WORDS["weapons"]
"""What people are attacked with."""

STEPS = 8
"""How many clauses up a subject is looked for."""
