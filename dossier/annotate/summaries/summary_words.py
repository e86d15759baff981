"""Words that decide what a line may leave out."""

from dossier.annotate.word_classes import CONDITIONS

ADDING = frozenset(("and", "but", "yet", "while"))
"""Conjunctions whose parts are each said for themselves."""

CORRELATIVE = frozenset("either neither both whether only rather".split())
"""Words before a coordination that make it one statement."""

EXACT = frozenset("only just merely hardly scarcely barely nearly almost never even not".split())
"""Adverbs whose reach over a coordination cannot be told."""

CONDITIONAL = CONDITIONS | frozenset("provided providing assuming until till before once when whenever".split())
"""Words that open a clause on which the truth of the other may hang."""

GROUNDS = frozenset("because although though whereas since while as".split())
"""Words that open a clause which is said to be so, whatever the other is."""

CONNECTIVES = frozenset(
    """however meanwhile moreover furthermore therefore thus additionally nevertheless nonetheless consequently hence
    besides similarly indeed likewise accordingly incidentally overall importantly notably interestingly
    specifically""".split()
)
"""Adverbs that tie a sentence to the one before it."""

CONNECTING = frozenset(
    (
        "in addition",
        "as a result",
        "for example",
        "for instance",
        "on the other hand",
        "on the one hand",
        "in fact",
        "in turn",
        "of course",
        "at the same time",
        "as well",
        "in particular",
        "above all",
        "by contrast",
        "in contrast",
    )
)
"""Phrases that do the same."""

SETTING = frozenset("despite besides beyond along alongside".split())
"""Prepositions of a phrase, set off by commas, without which the rest is as true."""

ADDED = frozenset("including with such like amid".split())
"""Likewise, if the phrase stands behind what it belongs to."""

CARRIED = frozenset("carried conducted held located situated staged".split())
"""Participles that say, before a place, no more than that something was there."""

LEANING = frozenset("that which who whom whose where when why how than because so if whether to".split())
"""Words with which a line does not open, unless its sentence does."""

IMPERSONAL = frozenset(
    """reported said believed claimed alleged announced thought known expected hoped revealed decided confirmed
    estimated suggested noted understood agreed argued feared assumed stated found shown""".split()
)
"""Participles of which "it" is mostly the empty subject: "it was reported …"."""

ALIKE = frozenset(
    """said told made held left lost met paid sent led found built bought brought caught taught thought heard kept won
    put cut hit set shot struck fled fought spent stood sold read felt dealt meant hung stuck""".split()
)
"""Irregular past forms that are participles too; the regular ones all are."""

HOLLOW = frozenset(
    "think thinks thought say says said believe believes believed know knows knew guess mean hope".split()
)
"""Verbs that want to be told what: without a complement they say nothing."""

UNFINISHED = frozenset("and or but that which to of the a an in on at for with by from as if than because".split())
"""Words with which no line ends."""
