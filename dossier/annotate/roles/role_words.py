"""The words by which roles pass from one clause to another, and the prepositions that name them."""

OBJECT_CONTROL = frozenset(
    """order force persuade allow accuse ask tell urge compel oblige permit enable convince encourage invite instruct
    command advise warn suspect convict charge prevent stop bar ban forbid prohibit keep dissuade deter discourage
    coerce push press pressure lead cause get help send hire pay train recruit teach assign appoint elect nominate
    authorise authorize empower require request beg implore trick talk blame thank praise criticise criticize condemn
    arrest fine sentence jail sue punish remind challenge tempt expect believe say report consider know think allege
    rumour rumor schedule slate understand see hear watch find catch let make have leave""".split()
)
"""Verbs whose object, or passive subject, does what the clause under them tells."""

SUBJECT_CONTROL = frozenset("promise threaten vow pledge swear offer agree use take spend".split())
"""Verbs whose subject does so though they have an object."""

ACCUSING = frozenset("accuse suspect convict charge acquit indict blame arrest try sentence jail prosecute".split())
"""Verbs whose object is said to have done what the noun behind "of", "with" or "for" names."""

TRANSITIVE = frozenset(
    """arrest detain question capture kill wound injure bomb loot destroy damage rob beat torture kidnap abduct seize
    release free charge convict acquit sentence jail imprison sack dismiss appoint nominate elect oust sue accuse praise
    condemn criticise criticize denounce reject support acquire buy purchase launch unveil introduce publish build
    design develop create produce deploy recruit train arm fund finance investigate raid storm surround occupy evacuate
    rescue deport extradite ban block approve sign ratify reveal confirm discuss murder assassinate behead execute
    stab shoot burn ransack vandalise vandalize steal smuggle sell import export manufacture hire promote expel
    interrogate search ambush shell hijack treat vaccinate test inspect monitor""".split()
)
"""Verbs that have an object: without one of their own, that of the verb coordinated with them."""

CONTROLLING_PREPOSITIONS = frozenset("of from for with into to against".split())
"""Prepositions before a gerund that the object does ("accused of killing"); with others the subject does it."""

LIGHT = frozenset(
    """carry_out conduct make take give hold have commit perform stage mount do deliver launch wage undertake execute
    perpetrate put_on express voice issue""".split()
)
"""Verbs that, with an event noun as their object, tell of the event of the noun only."""

SUPPORT = frozenset(
    """begin start continue resume end finish halt stop suspend cancel postpone plan order lead file lodge reach sign
    issue release submit propose win lose announce plot orchestrate mastermind prepare attempt complete close open
    join enter extend abandon break refuse arrange negotiate strike""".split()
)
"""Verbs whose subject is the agent of the event noun that is their object."""

CALLING = frozenset(
    """seek request demand offer propose announce describe witness see watch report condemn praise hail welcome
    criticise criticize blame cause trigger prompt spark lead prevent avoid deny confirm expect fear oppose
    approve""".split()
)
"""Verbs whose object, if it can name an event, does."""

BEARING = frozenset("suffer undergo receive face experience endure survive get sustain witness draw attract".split())
"""Verbs whose subject is the one to whom the event of the noun happens ("suffered a defeat")."""

LOCATIVE = frozenset("in at near outside inside across throughout off around within on beside opposite aboard".split())
"""Prepositions of a place."""

PLACED = frozenset("in at near outside inside across throughout off around within".split())
"""Those behind which a place is where the event happened."""

OBLIQUE = frozenset(
    """with against to for from on at in about into over under through between among alongside toward towards onto
    upon around behind via across near within outside inside of throughout concerning regarding beside
    off""".split()
)
"""Prepositions whose noun takes part in what the verb tells."""

SITES = frozenset(
    """city town village home house building headquarters office court airport port harbour harbor station store shop
    centre center prison jail hospital school university street road square region province district area country
    border camp base depot factory plant warehouse hotel restaurant market mosque church temple embassy consulate
    stadium theatre theater museum park forest mountain valley river sea lake coast beach island desert bridge tunnel
    capital suburb neighbourhood neighborhood compound barracks checkpoint site venue hall room apartment flat cell
    bank farm field mine scene spot ship boat train bus plane aircraft dock pier quay yard stage courtroom
    parliament north south east west territory zone facility college cemetery palace""".split()
)
"""Nouns of places."""

STRETCHES = frozenset(
    """second minute hour day night week weekend month year decade century moment morning afternoon evening time times
    period past future meantime season summer winter spring autumn end beginning way reason manner extent
    degree""".split()
)
"""Nouns of time and manner: no participants."""

WEAPONS = frozenset(
    """knife gun bomb drone rocket missile mortar grenade acid gas arson machete car truck poison artillery tank pistol
    rifle hammer axe sword explosive weapon bullet stone brick""".split()
)
"""What people are attacked with."""

STEPS = 8
"""How many clauses up a subject is looked for."""
