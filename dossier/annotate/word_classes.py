"""Classes of words that several packages of the annotator use; ``word_classes.toml`` says what belongs to each."""

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate", "word_classes.toml")

SPEECH_VERBS = _WORDS["speech_verbs"]
DENIAL_VERBS = _WORDS["denial_verbs"]
REPORTING_VERBS = SPEECH_VERBS | DENIAL_VERBS | _WORDS["statement_verbs"]
"""Verbs of public statements."""
QUOTING_VERBS = REPORTING_VERBS | _WORDS["verbs_beside_quotations"]
"""Verbs whose subject is the speaker of the quoted words beside them."""
CONTENDING_VERBS = _WORDS["contending_verbs"]
WORDS_OVER_OPEN_CLAUSES = _WORDS["words_over_open_clauses"]
PLANNING_WORDS = _WORDS["planning_words"]
HEDGES = _WORDS["hedges"]
CONDITIONAL_CONJUNCTIONS = _WORDS["conditional_conjunctions"]
ABBREVIATIONS_BEFORE_NAMES = _WORDS["abbreviations_before_names"]
ABBREVIATIONS_BEFORE_NUMBERS = _WORDS["abbreviations_before_numbers"]
CLOSING_MARKS = _WORDS["closing_marks"]
OPENING_MARKS = _WORDS["opening_marks"]
SENTENCE_END_MARKS = _WORDS["sentence_end_marks"]
HABITUAL_ADVERBS = _WORDS["habitual_adverbs"]
LIGHT_VERBS = _WORDS["light_verbs"]
VERBS_OF_HOLDING = _WORDS["verbs_of_holding"]
"""Verbs of those who hold an event, or are there: they do so when it takes place."""
