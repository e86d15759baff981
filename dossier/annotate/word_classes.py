"""The words the annotators look for, by what they tell."""

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate", "word_classes.toml")

SPEECH = _WORDS["speech"]
"""Verbs whose speaker commits to what is said."""

DENIAL = _WORDS["denial"]
"""Verbs whose speaker says that it is not so."""

DOUBT = _WORDS["doubt"]
"""Words (lemmas) under which a clause is not stated as a fact."""

PLANNING = _WORDS["planning"]
"""Words whose clause does not tell when it is planned for: before or after now."""

HEDGES = _WORDS["hedges"]

CONDITIONS = _WORDS["conditions"]

HABITUAL = _WORDS["habitual"]
"""Adverbs of what happens more than once: such a clause has no one place in time."""

REPORTING = SPEECH | DENIAL | _WORDS["reporting_more"]
"""Verbs of public statements: in a news report they tell of the news itself."""

PLEADING = _WORDS["pleading"]
"""Statements that as often belong to what the news is about, a trial or a study, as to the news."""

CLAIMING = _WORDS["claiming"]
"""Verbs that a report puts in the present for what someone says as it goes to print."""

PHASES = _WORDS["phases"]
"""Verbs whose time is that of the action under them."""

LIGHT_VERBS = _WORDS["light_verbs"]
"""Verbs that only say that the event which they take as subject or object took place."""

FIXING = _WORDS["fixing"]
"""Verbs that say for when something is fixed: "set the trial for May"; May is the trial's."""

DEPICTING = _WORDS["depicting"]
"""Verbs of documents: a time behind them in the present is that of what they show."""

OCCASIONS = _WORDS["occasions"]
"""Nouns for something that takes place or is made public at a time, which dates what is said or done in it."""

PARTS_OF_TIME = _WORDS["parts_of_time"]

BEFOREHAND = HABITUAL | _WORDS["beforehand_more"]
"""Adverbs and prepositions that take what they go with out of the time that the text was telling of."""

DURATIVES = _WORDS["duratives"]
"""Verbs that in the simple past mostly tell of more than a day, or of a life."""

BIOGRAPHY = _WORDS["biography"]
"""Verbs that in the simple past as often tell of a life as of the news."""

DOCUMENTS = _WORDS["documents"]
"""Nouns for writings that say what they say long after they were written."""

CONTENDING = _WORDS["contending"]
"""Verbs whose subject is the source of what they say, though others need not hold it for sure."""

QUOTING = REPORTING | _WORDS["quoting_more"]
"""Verbs whose subject the quoted words beside them are of."""
