"""The lists of ``summary_words.toml`` by name, and their unions. The file says what belongs in each."""

from dossier.annotate.word_classes import CONDITIONAL_CONJUNCTIONS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "summary_words.toml")

SUBJECT_AND_OBJECT_PRONOUNS = _WORDS["subject_and_object_pronouns"]
POSSESSIVE_PRONOUNS = _WORDS["possessive_pronouns"]
HUMAN_PRONOUNS = _WORDS["human_pronouns"]
THIRD_PERSON_PRONOUNS = SUBJECT_AND_OBJECT_PRONOUNS | POSSESSIVE_PRONOUNS
FIRST_PERSON_PRONOUNS = _WORDS["first_person_pronouns"]
DEFINITE_DETERMINERS = _WORDS["definite_determiners"]
IMPERSONAL_PARTICIPLES = _WORDS["impersonal_participles"]
VERBS_WITHOUT_PASSIVE = _WORDS["verbs_without_passive"]
WORDS_OF_REPUTE = _WORDS["words_of_repute"]

PREPOSITIONS_OF_A_TIME = _WORDS["prepositions_of_a_time"]
WORDS_OF_ALL_TIMES = _WORDS["words_of_all_times"]

CONTRASTING_CONJUNCTIONS = _WORDS["contrasting_conjunctions"]
ADDITIVE_CONJUNCTIONS = CONTRASTING_CONJUNCTIONS | {"and"}
"""Conjunctions after which both clauses are stated, each for itself: "It rained and the road was shut"."""
OPENING_CONJUNCTIONS = _WORDS["opening_conjunctions"]
CORRELATIVE_WORDS = _WORDS["correlative_words"]
FOCUS_ADVERBS = _WORDS["focus_adverbs"]
MISPARSED_OPENERS = _WORDS["misparsed_openers"]
PAST_FORMS_AND_PARTICIPLES = _WORDS["past_forms_and_participles"]
COMPLEMENT_VERBS = _WORDS["complement_verbs"]

CONDITION_MARKS = CONDITIONAL_CONJUNCTIONS | _WORDS["further_condition_marks"]
"""Words that open a clause on which the truth of the main clause may hang: "if", "unless", "until"."""
NONREMOVABLE_OPENERS = CONDITION_MARKS | _WORDS["restrictive_openers"]
"""First words of an adverbial clause that stays in the line."""
TIME_MARKS = _WORDS["time_marks"]
GROUND_MARKS = _WORDS["ground_marks"]
SUBORDINATORS = CONDITION_MARKS | GROUND_MARKS
NON_TEMPORAL_CONDITION_MARKS = CONDITION_MARKS - TIME_MARKS
CONTRAST_MARKS = _WORDS["contrast_marks"]
AMBIGUOUS_GROUND_MARKS = _WORDS["ambiguous_ground_marks"]
SOURCE_PARTICIPLES = _WORDS["source_participles"]
PLURAL_VERBS = _WORDS["plural_verbs"]
SINGULAR_VERBS = _WORDS["singular_verbs"]
PAST_AUXILIARIES = _WORDS["past_auxiliaries"]
PLACE_PREPOSITIONS = _WORDS["place_prepositions"]

CONNECTIVE_ADVERBS = _WORDS["connective_adverbs"]
CONNECTIVE_PHRASES = _WORDS["connective_phrases"]
REMOVABLE_PREPOSITIONS = _WORDS["removable_prepositions"]
REMOVABLE_PREPOSITIONS_AFTER_HEAD = _WORDS["removable_prepositions_after_head"]
FRAME_PREPOSITIONS = _WORDS["frame_prepositions"]
FRAME_OCCASIONS = _WORDS["frame_occasions"]
EVENT_PREPOSITIONS = _WORDS["event_prepositions"]
SHARES = _WORDS["shares"]
STEP_NOUNS = _WORDS["step_nouns"]
FURTHER_DETERMINERS = _WORDS["further_determiners"]
OFFICE_NOUNS = _WORDS["office_nouns"]
FRAME_DOCUMENTS = _WORDS["frame_documents"]
OPENING_ADVERBS = _WORDS["opening_adverbs"]
ADDITIVE_ADVERBS = _WORDS["additive_adverbs"]
SEPARABLE_ADVERBS = _WORDS["separable_adverbs"]
KNOWN_ACRONYMS = _WORDS["known_acronyms"]
COURTESY_TITLES = _WORDS["courtesy_titles"]
MUSING_OPENINGS = tuple(sorted(_WORDS["musing_openings"]))
VERBS_OF_BROADCASTS = _WORDS["verbs_of_broadcasts"]
VERBS_WITH_CONTENT = _WORDS["verbs_with_content"]
VERBS_WITH_OBJECTS = _WORDS["verbs_with_objects"]
PREPOSITIONS_OF_TOPICS = _WORDS["prepositions_of_topics"]
PAST_OPENERS = _WORDS["past_openers"]
POINTING_OPENERS = _WORDS["pointing_openers"]
POINTING_TIME_WORDS = POINTING_OPENERS | _WORDS["pointing_time_words"]
RELATIVE_DAY_ADVERBS = _WORDS["relative_day_adverbs"]
DASHES = _WORDS["dashes"]

SECOND_PERSON_PRONOUNS = _WORDS["second_person_pronouns"]
SPEAKER_PRONOUNS = FIRST_PERSON_PRONOUNS | SECOND_PERSON_PRONOUNS
"""Pronouns that mean nobody where no speaker is named."""
PLURAL_PRONOUNS = _WORDS["plural_pronouns"]
CAPTION_MARKS = _WORDS["caption_marks"]
OUTSIDE_JUDGES = _WORDS["outside_judges"]
COLLECTIVE_NOUNS = _WORDS["collective_nouns"]
NOUNS_AROUND_SPEAKERS = _WORDS["nouns_around_speakers"]
POINTING_DETERMINERS = _WORDS["pointing_determiners"]
POINTING_ADJECTIVES = _WORDS["pointing_adjectives"]
TURN_ADJECTIVES = _WORDS["turn_adjectives"]
TURN_NOUNS = _WORDS["turn_nouns"]
PARTITIVE_WORDS = _WORDS["partitive_words"]
COMPARING_DETERMINERS = _WORDS["comparing_determiners"]
COUNTING_ADVERBS = _WORDS["counting_adverbs"]
COUNTING_WORDS = _WORDS["counting_words"]
PREPOSITIONS_OF_SPANS = _WORDS["prepositions_of_spans"]
COMPLETING_PREPOSITIONS = _WORDS["completing_prepositions"]
VERBS_BEFORE_AS_MUCH = _WORDS["verbs_before_as_much"]
VERBS_BEFORE_SO = _WORDS["verbs_before_so"]
COMPARING_ADJECTIVES = _WORDS["comparing_adjectives"]
POINTING_ADVERBS = _WORDS["pointing_adverbs"]
HERE_ADVERBS = _WORDS["here_adverbs"]
POINTING_TIMES = _WORDS["pointing_times"]
QUESTION_OPENERS = _WORDS["question_openers"]
SENTENCE_OPENERS = _WORDS["sentence_openers"]
MARKS_BEFORE_CAPITALS = _WORDS["marks_before_capitals"]

DEPENDENT_OPENERS = _WORDS["dependent_openers"]
DEPENDENT_LAST_WORDS = _WORDS["dependent_last_words"]

BOUNDARY_MARKS = _WORDS["boundary_marks"]
CLOSING_TOKENS = _WORDS["closing_tokens"]
OPENING_TOKENS = _WORDS["opening_tokens"]
