"""Whether a noun phrase is of people, or of a body of people that acts."""

from dossier.annotate.parsed import Token

_PRONOUNS = frozenset("he him she her they them who whom we us i me you himself herself themselves".split())
_PEOPLE = frozenset(
    """people person man woman child boy girl baby civilian soldier officer official policeman policewoman prisoner
    hostage detainee inmate captive victim suspect militant fighter rebel terrorist gunman attacker insurgent leader
    commander minister president senator deputy lawmaker journalist reporter activist protester demonstrator student
    teacher worker employee resident villager passenger driver pilot crew sailor fisherman farmer doctor nurse patient
    tourist migrant refugee citizen member colleague friend wife husband son daughter brother sister father mother
    parent family relative neighbour neighbor guard agent spy judge lawyer prosecutor bishop priest monk imam engineer
    scientist researcher executive chairman director manager owner founder spokesman spokeswoman spokesperson
    shopper bystander spectator guest survivor troop trooper conscript recruit veteran smuggler trafficker dealer
    criminal offender murderer thief robber burglar hacker defendant accused convict candidate opponent supporter
    volunteer monarch king queen prince princess envoy diplomat ambassador general colonel captain sergeant admiral
    rider cyclist motorist pedestrian tenant landlord customer staff personnel other
    everyone someone anyone somebody anybody everybody none those clerk mayor councillor aide adviser ally rival
    singer actor musician player athlete coach author writer artist miner docker trader banker investor""".split()
)
_BODIES = frozenset(
    """police army navy military government company firm group organisation organization agency ministry court party
    union force unit militia parliament council committee board team club bank authority coalition alliance
    gang mob crowd troop state country nation regime administration cabinet commission department rebel
    opposition coastguard guard patrol brigade battalion squad cell faction""".split()
)
_ROUND = frozenset("dozen hundred thousand score".split())
_COUNTS = _ROUND | frozenset("number lot couple majority group series handful total".split())
_DOERS = ("er", "or", "ist", "ian", "eer", "man", "ee", "side", "party")
_ACTING = frozenset(("PERSON", "ORG", "NORP", "GPE"))


def is_person(head: Token) -> bool:
    """Whether the phrase of ``head`` is of one or more people ("he", "ten villagers", a personal name)."""
    if head.ent_type_ == "PERSON" or (head.ent_type_ == "NORP" and head.pos_ != "ADJ"):
        return True
    if head.lemma_ in _COUNTS:
        of = next((child for child in head.children if child.lower_ == "of"), None)
        return head.lemma_ in _ROUND if of is None else any(is_person(behind) for behind in of.children)
    if head.pos_ == "PRON":
        return head.lower_ in _PRONOUNS or head.lower_ in _PEOPLE
    return (head.pos_ == "NOUN" and head.lemma_ in _PEOPLE) or (head.pos_ == "NUM" and head.ent_type_ != "MONEY")


def may_act(head: Token) -> bool:
    """Whether the phrase is of people or a body, known as such or by the form of its noun ("the strikers")."""
    return can_act(head) or head.pos_ in ("PROPN", "PRON") or head.lemma_.endswith(_DOERS)


def can_act(head: Token) -> bool:
    """Whether the phrase is of people or of a body of people ("the army", "Iraq")."""
    return head.ent_type_ in _ACTING or is_person(head) or head.lemma_ in _BODIES
