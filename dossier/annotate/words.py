"""The words the annotators look for, by what they tell."""

SPEECH = frozenset(
    """say state announce tell report confirm declare add note explain stress emphasize emphasise acknowledge admit
    reveal disclose testify write reiterate tweet comment observe recall""".split()
)
"""Verbs whose speaker commits to what is said."""

DENIAL = frozenset("deny refute reject dispute disprove".split())
"""Verbs whose speaker says that it is not so."""

DOUBT = frozenset(
    """believe think suspect allege claim assert argue maintain contend suggest assume presume suppose estimate expect
    predict forecast anticipate fear hope want wish plan intend aim seek try attempt threaten vow pledge promise agree
    decide consider propose offer ask order urge demand request require call need rumour rumor accuse warn doubt
    wonder question investigate insist seem appear fail refuse decline prepare schedule likely able willing ready set
    due allow enable permit help force""".split()
)
"""Words (lemmas) under which a clause is not stated as a fact."""

PLANNING = frozenset(
    """plan schedule intend expect prepare set decide want hope agree promise pledge vow propose order ask call
    postpone delay ready likely""".split()
)
"""Words whose clause does not tell when it is planned for: before or after now."""

NOT_DONE = frozenset("fail refuse decline".split())
"""Verbs whose infinitive did not happen."""

NEGATION_RAISING = frozenset("believe think expect suppose seem appear want intend plan likely".split())
"""Words whose negation is meant for the clause under them."""

HEDGES = frozenset(
    """reportedly allegedly apparently possibly probably likely perhaps maybe supposedly purportedly presumably
    seemingly potentially conceivably ostensibly arguably nearly almost""".split()
)

HEDGING_ADJECTIVES = frozenset(
    """alleged suspected possible probable potential planned future expected reported supposed purported presumed
    likely attempted failed would-be imminent upcoming proposed threatened""".split()
)

CONDITIONS = frozenset("if unless whether lest".split())

STATIVES = frozenset(
    """be have seem appear remain belong consist contain mean need want like know exist possess deserve resemble
    depend matter lack owe include involve""".split()
)
"""Verbs of being and having: what they tell is a state, not an event."""

HABITUAL = frozenset(
    """always usually often sometimes regularly routinely frequently typically generally normally rarely seldom whenever
    repeatedly""".split()
)
"""Adverbs of what happens more than once: such a clause has no one place in time."""
