"""Why the link between a pronoun or description and an actor is in doubt."""

from enum import StrEnum


class LinkDoubt(StrEnum):
    """What makes a link less than sure, or kept it from being made.

    The values are written to files. A file of another version may hold a doubt that is not listed here.
    """

    RIVAL_IN_SENTENCE = "another in the sentence"
    """The sentence has mentioned another one whom the pronoun may mean: "Ada told Bea that she …"."""
    RIVAL_BEFORE = "another in the sentence before"
    """The antecedent is not named in the sentence, and the one before mentions another who may be meant."""
    RIVAL_AHEAD = "another ahead"
    """The subject of the clause, named only behind the pronoun, may be meant: "In her letter, Bea Keller …"."""
    FAR = "named far back"
    """The antecedent was last named several sentences before."""
    NOT_NAMED_BEFORE = "not named before"
    """The text before the pronoun, headings excepted, does not name the antecedent."""
    SPOKEN_OF = "named in a quotation"
    """A speaker named the antecedent; the pronoun outside the quotation may mean the speaker."""
    INSIDE_A_NAME = "named inside another name"
    """The antecedent was last named only as part of another phrase: "the Brandt trial"."""
    SEVERAL_FIT = "several fit"
    """Several actors fit, and nothing sets one of them apart."""
    WEAK_EVIDENCE = "weak evidence"
    """None of these; yet links of this rule in such places are too often wrong."""
