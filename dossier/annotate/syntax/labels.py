"""Labels of the parse, tagger and entity recogniser, in the sets that grammar knows.

Dependencies are ClearNLP's, parts of speech Universal Dependencies', tags the Penn Treebank's, entity types OntoNotes'.

A name with OR lists what the set holds; any other name says what the set is for. A full complement has a subject of
its own ("ccomp"); an open one has that of the verb above ("xcomp").
"""

# --- Parts of speech -------------------------------------------------------------------------------------------

NOUN_POS = frozenset(("NOUN", "PROPN"))
"""Common and proper nouns."""
VERB_POS = frozenset(("VERB", "AUX"))
"""Verbs and auxiliaries: "be" and "have" are tagged as auxiliaries where they are the main verb, too."""
NAME_OR_PRONOUN_POS = frozenset(("PROPN", "PRON"))
NOMINAL_POS = NOUN_POS | {"PRON"}
"""What heads a noun phrase."""
COUNTED_NOUN_POS = NOUN_POS | {"NUM"}
"""Nouns, and numbers that stand for the things counted ("ten were killed")."""
NOMINAL_OR_NUMBER_POS = NOMINAL_POS | {"NUM"}
"""What heads a noun phrase, numbers included."""
SPEAKER_POS = NOMINAL_OR_NUMBER_POS | {"ADJ"}
"""What heads the phrase of a speaker; an adjective where it stands for people ("the accused said")."""
NOUN_OR_ADJECTIVE_POS = NOUN_POS | {"ADJ"}
NOUN_OR_MODIFIER_POS = NOUN_OR_ADJECTIVE_POS | {"ADV"}
PREDICATE_POS = VERB_POS | {"NOUN"}
"""What has a clause under it: "said that", "the claim that"."""
EVENT_POS = NOUN_POS | {"VERB"}
"""What can tell of an event."""
BARE_EVENT_POS = EVENT_POS | {"ADJ"}
"""What can name an event without telling of it."""
DETERMINER_OR_PRONOUN_POS = frozenset(("DET", "PRON"))
PREPOSITION_OR_CONJUNCTION_POS = frozenset(("ADP", "SCONJ"))
"""Prepositions and subordinating conjunctions."""
SMALL_LETTER_POS = frozenset(("NOUN", "VERB", "ADV", "ADP"))
"""Words that have a capital only where a sentence or heading begins."""
VERB_OR_CONJUNCTION_POS = VERB_POS | {"CCONJ"}
PHRASE_END_POS = VERB_OR_CONJUNCTION_POS | {"PUNCT", "SPACE"}
"""What follows a phrase that is complete."""
GRADED_POS = frozenset(("ADJ", "ADV"))
"""What an adverb of degree stands before: "so many", "so often"."""
AMOUNT_POS = frozenset(("NOUN", "NUM", "SYM"))
"""What a number or a unit of measure is."""

# --- Tags ------------------------------------------------------------------------------------------------------

SINGULAR_NOUN_TAGS = frozenset(("NN", "NNP"))
PLURAL_NOUN_TAGS = frozenset(("NNS", "NNPS"))
PROPER_NOUN_TAGS = frozenset(("NNP", "NNPS"))
DESCRIPTIVE_NOUN_TAGS = SINGULAR_NOUN_TAGS | {"NNS"}
"""Nouns that can describe someone: no plural names."""
NAME_TAGS = frozenset(("NNP", "NNPS"))
SEAM_TAGS = frozenset("CD JJ JJR NN NNP NNPS NNS PRP RB RP VB VBD VBG VBN VBZ".split())
"""Words with which a headline or caption may end."""
COMMON_NOUN_TAGS = frozenset(("NN", "NNS"))
CLAUSE_END_TAGS = COMMON_NOUN_TAGS | {"RB", "RP"}
"""What a clause may end with, names and objects aside."""
LINKING_TAGS = frozenset(("CC", "POS"))
"""Words behind which a phrase goes on: "Orlov and …", "Orlov's …"."""
SUBJECT_TAGS = COMMON_NOUN_TAGS | {"CC", "CD", "JJ", "NNP", "NNPS", "POS"}
"""Words of a subject of a name or two and its nouns: "Orlov and Velmar", "Orlov's new mayor"."""
PRESENT_TAGS = frozenset(("VBZ", "VBP"))
"""Finite verbs in the present."""
FINITE_TAGS = PRESENT_TAGS | {"VBD"}
FINITE_OR_MODAL_TAGS = FINITE_TAGS | {"MD"}
FINITE_OR_PARTICIPLE_TAGS = FINITE_TAGS | {"VBN"}
"""Finite verbs, and past participles, with which the tagger often mixes up the past tense."""
PAST_TAGS = frozenset(("VBD", "VBN"))
"""Past tense and past participle, which the tagger often takes for each other."""
PARTICIPLE_TAGS = frozenset(("VBG", "VBN"))
NONFINITE_TAGS = PARTICIPLE_TAGS | {"VB"}
"""Infinitives and participles."""
INFINITIVE_OR_GERUND_TAGS = frozenset(("VB", "VBG"))
BARE_OR_PRESENT_TAGS = PRESENT_TAGS | {"VB"}
PRESENT_OR_PROGRESSIVE_TAGS = PRESENT_TAGS | {"VBG"}
BARE_OR_MODAL_TAGS = frozenset(("MD", "VB", "VBP"))
"""What "may" and "march" are tagged as where they are verbs."""
MODAL_OR_TO_TAGS = frozenset(("MD", "TO"))
RELATIVE_TAGS = frozenset(("WDT", "WP", "WRB"))
WH_TAGS = RELATIVE_TAGS | {"WP$"}
"""Relative and interrogative words."""
ANSWER_DETAIL_TAGS = WH_TAGS | PARTICIPLE_TAGS | {"DT", "CD"}
"""What follows a name that is described, not addressed ("Brandt, who …", "Brandt, a …")."""
PRONOUN_TAGS = frozenset(("PRP", "PRP$"))
DEMONSTRATIVE_TAGS = frozenset(("DT", "PDT", "JJ", "PRP"))
"""What "this" and "such" are tagged as where they are no conjunctions."""
SUPERLATIVE_TAGS = frozenset(("JJS", "RBS"))
COMPOUND_ADJECTIVE_TAGS = PAST_TAGS | {"JJ"}
"""What follows the hyphen of an adjective made of a name ("U.S.-led")."""
OWNING_DETERMINER_TAGS = frozenset(("DT", "PRP$"))
TAGS_BEFORE_NAMES_OF_ONE_WORD = frozenset(("DT", "POS", "JJ"))
"""What stands before a name that may be a common word: "the Dow", "Japan's Nikkei", "British Footsie"."""
FUNCTION_TAGS = frozenset(("POS", "IN", "TO", "CC", "DT"))
"""Words of grammar that neither begin nor end a name."""
TAGS_BEFORE_MORE = RELATIVE_TAGS | FUNCTION_TAGS
"""Words with which no sentence ends."""
ADVERB_TAGS = frozenset(("RB", "RBR", "RBS"))
OPENING_TAGS = ADVERB_TAGS | {"CC", "IN", "VBG"}
"""Words that open a sentence before a name: "Following Ada Brandt"."""

# --- Dependencies: subjects and objects -------------------------------------------------------------------------

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
ANY_SUBJECTS = SUBJECTS | {"csubj", "csubjpass", "expl"}
"""Subjects that are phrases or clauses, and "there"."""
SUBJECTS_OR_POSSESSIVES = SUBJECTS | {"poss"}
SUBJECTS_OR_DIRECT_OBJECTS = SUBJECTS | {"dobj"}
VERB_OBJECTS = frozenset(("dobj", "dative"))
OBJECTS_AND_CLAUSES = frozenset(("attr", "ccomp", "dobj", "xcomp"))
"""Direct and indirect objects: "gave them the money"."""
OBJECTS_OR_CONTENT_CLAUSES = frozenset(("dobj", "ccomp"))
OBJECTS_WITH_PREPOSITIONS = frozenset(("dobj", "pobj", "dative"))
"""Objects of verbs and of prepositions."""
PREPOSITION_OBJECTS = frozenset(("pobj", "pcomp"))
"""What a preposition governs: a phrase or a clause."""
PREPOSITION_COMPLEMENTS = PREPOSITION_OBJECTS | {"prep"}
MODIFIER_OR_PREPOSITION_OBJECT = PREPOSITION_OBJECTS | {"amod"}
UNDERGOERS = frozenset(("dobj", "nsubjpass"))
"""Where the phrase for whoever undergoes the event stands: "arrested the mayor", "the mayor was arrested"."""
ACTING_RELATIONS = SUBJECTS_OR_POSSESSIVES | {"dobj", "dative"}
"""Where a noun may stand for a body that acts: "the court ruled", "told the court", "the court's ruling"."""
PARTICIPANT_RELATIONS = ACTING_RELATIONS | {"appos", "pobj"}
"""Where the name of a participant stands, and a time without a preposition does not."""
OBJECT_OR_PREDICATE = frozenset(("dobj", "attr"))
SUBJECT_OBJECT_OR_PREDICATE = SUBJECTS | OBJECT_OR_PREDICATE
OBJECT_PREDICATES = OBJECT_OR_PREDICATE | {"oprd"}
"""Where an object or a predicate stands: "bought a ship", "was a spy", "was elected president"."""
OBJECTS_OF_OPERATORS = OBJECT_PREDICATES | {"nsubjpass", "dative"}
"""Where an event noun stands whose factuality the verb above decides: "planned an attack"."""
QUOTED_WORDS = OBJECT_PREDICATES | {"npadvmod", "dep"}
"""Where the parse hangs quoted words on the verb that introduces them."""
OBJECT_OR_MEASURE = frozenset(("dobj", "npadvmod"))
"""Where an amount stands: "rose 5 percent"."""
AGENT_OR_PREDICATE = frozenset(("attr", "agent"))
OBJECT_OR_PASSIVE = frozenset(("dobj", "auxpass"))
"""What shows that a verb is transitive: its object, or the auxiliary of its passive."""

# --- Dependencies: predicates and complements ------------------------------------------------------------------

PREDICATES = frozenset(("attr", "oprd", "acomp"))
"""What a linking verb says of its subject: "was a lie", "proved baseless", "is untrue"."""
BESIDE_VERBS = PREDICATES | {"advmod", "prt", "npadvmod"}
ATTRIBUTE_OR_APPOSITION = frozenset(("attr", "appos"))
PREDICATE_OR_MEASURE = frozenset(("attr", "npadvmod"))
COPULA_COMPLEMENTS = frozenset(("attr", "acomp", "prep"))
"""What completes "be": "was a spy", "was ill", "was in Varna"."""
IDENTIFYING_RELATIONS = ATTRIBUTE_OR_APPOSITION | {"oprd", "compound"}
"""Where a noun stands that says who someone is: "is the mayor", "Brandt, the mayor", "Mayor Brandt"."""
CLAUSAL_COMPLEMENTS = frozenset(("ccomp", "xcomp"))
CLAUSE_OR_ADJECTIVE_COMPLEMENTS = frozenset(("ccomp", "acomp"))
VERB_OR_ADJECTIVE_COMPLEMENTS = CLAUSAL_COMPLEMENTS | {"acomp"}
EXTRAPOSED_SUBJECTS = CLAUSE_OR_ADJECTIVE_COMPLEMENTS | {"csubj", "oprd"}
"""What an empty "it" announces ("it is clear that …")."""
CLAUSAL_ARGUMENTS = frozenset(("ccomp", "csubj", "csubjpass"))
COMPLEMENT_OR_NOUN_CLAUSES = frozenset(("ccomp", "acl"))
CONTENT_CLAUSES = CLAUSAL_COMPLEMENTS | {"acl", "csubj", "pcomp"}
"""Clauses that are the content of the word above: "said that …", "the claim that …", "accused of …"."""
COMPLEMENTS_OF_OPERATORS = CONTENT_CLAUSES | {"csubjpass", "oprd", "acomp", "relcl"}
"""Clauses whose factuality the word above decides."""
VERB_COMPLEMENTS = VERB_OR_ADJECTIVE_COMPLEMENTS | {"oprd", "advmod", "attr", "dobj"}
"""What completes a verb and may change its meaning: "shot dead", "kept quiet"."""
PREDICATIVE_RELATIONS = VERB_OR_ADJECTIVE_COMPLEMENTS | {"attr", "oprd", "conj", "advmod"}
"""Words that have the subject of the verb above: "remained free", "left and returned"."""

# --- Dependencies: clauses -------------------------------------------------------------------------------------

NOUN_CLAUSES = frozenset(("acl", "relcl"))
"""Clauses under a noun: participles and infinitives, relative clauses."""
PREDICATES_OF_A_HEADLINE = frozenset(("ROOT", "acl"))
"""Where the past participle of a headline stands that has no auxiliary: "Mayor arrested in Varna"."""
NOUN_MODIFYING_VERBS = NOUN_CLAUSES | {"amod"}
"""Where a verb stands that modifies a noun: "a ship seized in May", "the man who left", "the seized ship"."""
EMBEDDED_CLAUSES = CLAUSAL_COMPLEMENTS | {"relcl"}
FULL_COMPLEMENT_OR_ADVERBIAL = frozenset(("ccomp", "advcl"))
SUBORDINATE_CLAUSES = CLAUSAL_COMPLEMENTS | {"advcl"}
CLAUSES_MEANT_BY_IT = SUBORDINATE_CLAUSES | {"csubj", "csubjpass"}
"""Clauses that an "it" may stand for."""
NOMINAL_SUBORDINATION = SUBORDINATE_CLAUSES | NOUN_CLAUSES | {"acomp"}
"""Where a word heads a clause or predicate under another, though it is tagged as no verb."""
PARTICIPIAL_RELATIONS = SUBORDINATE_CLAUSES | NOUN_MODIFYING_VERBS | {"oprd"}
"""Where a past participle is a passive without an auxiliary: "the ship seized in May"."""
CONJUNCT_OR_ADVERBIAL = frozenset(("conj", "advcl"))
CONJUNCT_OR_FULL_COMPLEMENT = frozenset(("conj", "ccomp"))
CONJUNCT_OR_CLAUSAL_COMPLEMENT = CLAUSAL_COMPLEMENTS | {"conj"}
CONJUNCT_FULL_COMPLEMENT_OR_ADVERBIAL = CONJUNCT_OR_FULL_COMPLEMENT | {"advcl"}
RELATIONS_SHARING_A_SUBJECT = CONJUNCT_OR_ADVERBIAL | {"xcomp", "acomp", "pcomp", "prep"}
"""What stands between a verb without a subject and the one whose subject it shares: "is intent on seeing her"."""
SUBJECT_SHARING_CLAUSES = SUBORDINATE_CLAUSES | {"conj", "pcomp", "acl"}
"""Clauses that may take their subject from the clause above."""
GERUND_CLAUSES = frozenset(("pcomp", "advcl"))
REPORTED_CLAUSES = frozenset(("ccomp", "parataxis"))
CONTENT_RELATIONS = REPORTED_CLAUSES | {"dobj", "xcomp", "acomp", "advmod", "attr", "oprd"}
"""What says behind a verb of saying or doing what was said or done."""
MAIN_CLAUSES = frozenset(("ROOT", "conj"))
"""Main clauses, and what is coordinated with them."""
ASSERTED_CLAUSES = CONJUNCT_OR_FULL_COMPLEMENT | {"ROOT"}
"""Clauses that state something: main and coordinated ones, and what someone says."""
ASSERTED_OR_PARATACTIC_CLAUSES = ASSERTED_CLAUSES | {"parataxis"}
PLAIN_CLAUSES = ASSERTED_OR_PARATACTIC_CLAUSES | {"xcomp", "relcl"}
"""Clauses that tell what happened; adverbial clauses tell when, why or under which condition."""

# --- Dependencies: inside noun phrases --------------------------------------------------------------------------

PREDICATE_ADJECTIVES = frozenset(("acomp", "oprd"))
"""Where an adjective says how its subject or object is: "is dead", "was found dead"."""
COMPOUND_RELATIONS = frozenset(("compound", "nmod"))
ADJECTIVE_OR_COMPOUND = frozenset(("compound", "amod"))
NOUN_MODIFIERS = COMPOUND_RELATIONS | {"amod"}
NOUN_OR_MEASURE_MODIFIERS = NOUN_MODIFIERS | {"npadvmod"}
NOUN_MODIFIERS_OR_POSSESSIVES = NOUN_MODIFIERS | {"poss"}
DETERMINER_OR_POSSESSIVE = frozenset(("det", "poss"))
DETERMINERS = frozenset(("det", "predet", "amod"))
"""Where "such" and "this" stand before a noun."""
BARE_DETERMINERS = frozenset(("det", "predet"))
DETERMINER_OR_COMPOUND = frozenset(("det", "compound"))
DETERMINER_OR_NEGATION = frozenset(("det", "neg"))
POSSESSIVE_OR_COMPOUND = frozenset(("poss", "compound"))
NUMERIC_MODIFIERS = frozenset(("nummod", "quantmod"))
SIMPLE_PREMODIFIERS = DETERMINER_OR_POSSESSIVE | ADJECTIVE_OR_COMPOUND | {"nummod"}
PREMODIFIERS = SIMPLE_PREMODIFIERS | {"nmod", "quantmod", "predet"}
"""What stands before a noun in its phrase."""
PREMODIFIERS_WITH_PUNCTUATION = PREMODIFIERS | {"advmod", "punct"}
NAME_PREMODIFIERS = DETERMINER_OR_POSSESSIVE | NOUN_MODIFIERS | {"punct", "advmod"}
"""What stands before the noun of a named body, numbers excepted."""
NOUN_PARTS = NOUN_MODIFIERS_OR_POSSESSIVES | {"nummod", "appos"}
"""What belongs so closely to a noun that a time in it is that of the noun: "the 2010 budget"."""
APPOSITION_OR_COMPOUND = COMPOUND_RELATIONS | {"appos"}
APPOSITION_OR_CONJUNCT = frozenset(("appos", "conj"))
APPOSITION_OR_RELATIVE = frozenset(("appos", "relcl"))
APPOSITION_OR_MEASURE = frozenset(("appos", "npadvmod"))
RESTRICTING_RELATIONS = NOUN_CLAUSES | {"prep", "appos"}
"""What stands behind a noun and says which one is meant: "the man from Varna", "the man who left"."""
POSTMODIFIERS = NOUN_CLAUSES | {"prep"}
PHRASE_OR_CLAUSE_OF_NOUN = frozenset(("prep", "acl"))
BESIDE_GOVERNOR = APPOSITION_OR_RELATIVE | {"poss", "parataxis", "npadvmod"}
"""Where a noun stands beside the word above, which decides nothing about its factuality: "Brandt, the mayor"."""
DESCRIBING_RELATIONS = NOUN_OR_MEASURE_MODIFIERS | ATTRIBUTE_OR_APPOSITION | {"punct", "advmod", "meta", "dep", "oprd"}
"""Where a noun describes and refers to nobody: "is a lawyer", "a steel company"."""
SIDE_RELATIONS = NOUN_CLAUSES | {"advcl", "appos", "parataxis", "npadvmod"}
"""Clauses and phrases beside a statement: it can be read without what they name."""
OUTSIDE_PHRASE = NOUN_CLAUSES | APPOSITION_OR_CONJUNCT | {"cc", "punct", "parataxis", "advcl"}
"""What hangs on a noun and is outside the core of its phrase: clauses, appositions, conjuncts, marks."""

# --- Dependencies: words of grammar ----------------------------------------------------------------------------

AUXILIARIES = frozenset(("aux", "auxpass"))
PASSIVE_MARKS = frozenset(("auxpass", "nsubjpass"))
SUBJECTS_OR_AUXILIARIES = SUBJECTS | AUXILIARIES
ADVERB_OR_MARK = frozenset(("advmod", "mark"))
AUXILIARY_OR_MARK = frozenset(("aux", "mark"))
MARK_OR_PREPOSITION = frozenset(("mark", "prep"))
MARK_OR_CONJUNCTION = frozenset(("mark", "cc"))
MARK_OR_NEGATION = frozenset(("mark", "neg"))
CLAUSE_OPENERS = ADVERB_OR_MARK | {"prep"}
"""What opens an adverbial clause ("after the roof fell in")."""
CLAUSE_MARKS = ADVERB_OR_MARK | {"aux"}
"""Words before a participle that make it more than a bare one: "while killing", "having killed"."""
CLAUSE_OPENERS_OR_AUXILIARIES = CLAUSE_OPENERS | AUXILIARIES
MARK_PREPOSITION_OR_AUXILIARY = MARK_OR_PREPOSITION | AUXILIARIES
AGENT_OR_PREPOSITION = frozenset(("agent", "prep"))
PREPOSITIONAL_RELATIONS = AGENT_OR_PREPOSITION | {"dative"}
"""Relations of prepositions to their verb: "by", "to" and the others."""
PREPOSITION_OR_CASE = frozenset(("prep", "case"))
LINKING_RELATIONS = PREPOSITIONAL_RELATIONS | {"pcomp", "mark"}
"""Where a preposition or conjunction stands that links what is under it to the word above."""
FRONTED_RELATIONS = frozenset(("advcl", "prep", "npadvmod", "advmod", "ccomp"))
"""What may open a sentence before its subject."""
COORDINATION = frozenset(("cc", "conj"))
COORDINATION_WITH_PUNCTUATION = COORDINATION | {"punct"}
CONJUNCTION_OR_PUNCTUATION = frozenset(("cc", "punct"))
COORDINATORS = frozenset(("cc", "preconj", "neg"))
"""What joins conjuncts ("neither … nor", "and not")."""
CONJUNCTION_PARTS = COORDINATION_WITH_PUNCTUATION | AUXILIARIES | {"advmod"}
"""What may stand between two coordinated verbs that share their object: "was seen and later heard"."""
FUNCTION_RELATIONS = CLAUSE_OPENERS_OR_AUXILIARIES | COORDINATORS | {"punct", "npadvmod"}
"""Small words around a verb that add no participant: "then", "had", "not"."""
DEPENDENT_WORDS = AUXILIARIES | COMPOUND_RELATIONS | PREPOSITION_OR_CASE | {"amod", "mark"}
"""Where a word tagged as a verb tells of no event: "the frozen assets", "following the vote"."""

# --- Entity types ----------------------------------------------------------------------------------------------

TIME_ENTITIES = frozenset(("DATE", "TIME"))
PLACE_ENTITIES = frozenset(("GPE", "LOC", "FAC"))
PLACE_OR_WORK_ENTITIES = PLACE_ENTITIES | {"WORK_OF_ART"}
PERSON_ENTITIES = frozenset(("PERSON", "PER"))
"""People, in OntoNotes' labels and in those of WikiNER."""
ACTING_ENTITIES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
"""Who can act: people, bodies, peoples and states."""
NAMED_PARTICIPANTS = ACTING_ENTITIES | {"PRODUCT", "WORK_OF_ART"}
NAME_ENTITIES = ACTING_ENTITIES | PLACE_ENTITIES | {"PRODUCT"}
NAMES_OF_OTHER_KINDS = frozenset(("PERSON", "GPE", "PRODUCT", "WORK_OF_ART"))
"""Names of people, states, products and works: an event noun in one tells of no event (Ada "Storm" Brandt)."""
PERCENT_OR_MONEY_ENTITIES = frozenset(("PERCENT", "MONEY"))
MEASURE_ENTITIES = PERCENT_OR_MONEY_ENTITIES | {"QUANTITY"}
COUNT_ENTITIES = frozenset(("CARDINAL", "QUANTITY"))
AMOUNT_ENTITIES = MEASURE_ENTITIES | COUNT_ENTITIES
TIME_OR_NUMBER_ENTITIES = TIME_ENTITIES | {"CARDINAL", "ORDINAL"}
NUMERIC_ENTITIES = TIME_OR_NUMBER_ENTITIES | AMOUNT_ENTITIES
NAMES_AND_DATES = NAMED_PARTICIPANTS - {"NORP"} | TIME_ENTITIES | {"FAC", "LAW", "EVENT", "ORDINAL"}
"""Names, dates and ordinals: a number in one of them counts nothing ("5 March", "Boeing 737", "the second")."""
