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

HEDGES = frozenset(
    """reportedly allegedly apparently possibly probably likely perhaps maybe supposedly purportedly presumably
    seemingly potentially conceivably ostensibly arguably nearly almost""".split()
)

CONDITIONS = frozenset("if unless whether lest".split())

HABITUAL = frozenset(
    """always usually often sometimes regularly routinely frequently typically generally normally rarely seldom whenever
    repeatedly consistently extensively""".split()
)
"""Adverbs of what happens more than once: such a clause has no one place in time."""

REPORTING = (
    SPEECH
    | DENIAL
    | frozenset(
        """claim assert argue maintain contend insist warn suggest refuse accuse urge call ask describe praise criticise
    criticize condemn express tweet respond reply welcome cite demand apologise apologize thank post""".split()
    )
)
"""Verbs of public statements: in a news report they tell of the news itself."""

PLEADING = frozenset("testify argue accuse plead observe".split())
"""Statements that as often belong to what the news is about, a trial or a study, as to the news."""

CLAIMING = frozenset("say state claim argue insist maintain warn report confirm estimate deny assert".split())
"""Verbs that a report puts in the present for what someone says as it goes to print."""

PHASES = frozenset("begin start continue cease stop finish resume keep complete manage help proceed".split())
"""Verbs whose time is that of the action under them."""

LIGHT_VERBS = frozenset(
    """be occur happen take begin start end come carry launch conduct hold stage make mount commit suffer see have
    hit file sign reach issue deliver win""".split()
)
"""Verbs that only say that the event which they take as subject or object took place."""

FIXING = frozenset("set schedule plan fix slate book postpone adjourn delay reschedule call".split())
"""Verbs that say for when something is fixed: "set the trial for May"; May is the trial's."""

DEPICTING = frozenset(
    """show reproduce record list report describe detail document cite mention depict indicate quote contain
    display""".split()
)
"""Verbs of documents: a time behind them in the present is that of what they show."""

OCCASIONS = frozenset(
    """event conference meeting interview address speech statement ceremony keynote session hearing briefing summit
    election game match race debate report announcement letter memo post blog video message operation raid attack
    finding study paper article survey vote show broadcast programme program ruling order advisory release filing
    presentation test trial visit incident""".split()
)
"""Nouns for something that takes place or is made public at a time, which dates what is said or done in it."""

PARTS_OF_TIME = frozenset(
    "morning afternoon evening night day week weekend month year end beginning start eve hour half quarter dawn".split()
)

BEFOREHAND = HABITUAL | frozenset(
    """previously earlier once already first originally initially formerly ever never recently later eventually
    afterwards soon subsequently since before until prior""".split()
)
"""Adverbs and prepositions that take what they go with out of the time that the text was telling of."""

DURATIVES = frozenset(
    """live work serve study own employ feature allow weigh span range focus face specialise specialize rule reign run
    earn use stem bear base consider feel represent cover belong""".split()
)
"""Verbs that in the simple past mostly tell of more than a day, or of a life."""

BIOGRAPHY = frozenset(
    """found establish grow raise study graduate marry wed divorce move emigrate buy acquire inherit join become attend
    train teach educate meet write publish play win spend retire date befriend adopt settle build create invent design
    co-found lead head chair captain command direct hold keep develop love like hate know enjoy call name nickname
    begin start travel""".split()
)
"""Verbs that in the simple past as often tell of a life as of the news."""

DOCUMENTS = frozenset(
    """study law act paper book constitution treaty contract agreement writing survey order article statute bill
    rule""".split()
)
"""Nouns for writings that say what they say long after they were written."""

CONTENDING = frozenset(
    """claim assert argue maintain contend insist warn caution suggest conclude complain boast concede allege accuse
    predict expect forecast anticipate project believe think suspect fear doubt estimate assume speculate indicate hint
    imply signal describe recount vow promise agree remark reply respond joke add""".split()
)
"""Verbs whose subject is the source of what they say, though others need not hold it for sure."""

QUOTING = REPORTING | frozenset(
    """hail dub label brand term denounce joke quip shout cry yell whisper read chant sing conclude caution
    concede boast complain continue recount exclaim lament sum answer remark indicate allege speak talk agree
    promise vow muse reflect""".split()
)
"""Verbs whose subject the quoted words beside them are of."""
