"""What is known of a type of event: its names elsewhere, the roles of its participants, and how such events behave."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.mentions import Role
from dossier.model.quantity import QuantityKind

OTHER_TYPE = "other"
"""The name of the type of an event that no listed type fits: two of them need have nothing in common."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event: what it is called elsewhere, the roles of those who take part, and how such events behave.

    How they behave decides on dates, merging and the place in a timeline; a property is false unless the type has it.

    PLOVER (2018) and CAMEO (2012) are the codings of political events of the Open Event Data Alliance and of Schrodt,
    ACE the event types and subtypes of the ACE 2005 English annotation guidelines of the LDC.
    """

    name: str
    about: str = ""
    """What happens, for people: one sentence."""
    plover: str | None = None
    cameo: tuple[str, ...] = ()
    ace: str | None = None
    subject: Role = Role.AGENT
    """The role of the subject of an active verb."""
    object: Role = Role.PATIENT
    """The role of the object of an active verb, and of the subject of a passive one."""
    of: Role = Role.PATIENT
    """The role of the noun in "the death of …"."""
    possessive: Role = Role.PATIENT
    """The role of the noun in "…'s death"; a file that gives ``of`` alone means both."""
    prepositions: Mapping[str, Role] = field(default_factory=dict)
    """The role of the noun behind each other preposition."""
    counts: QuantityKind | None = None
    """What a number of patients is a number of: of a killing, of people killed."""
    importance: float = 0.7
    """How much such an event matters to a reader, from 0 to 1: a death 1.0, a remark 0.2. A type that says nothing was
    listed by somebody who cares for it, hence the default; set by hand, no measurement is recorded."""
    patient_dies: bool = False
    """The patient dies: in a killing. What is told to be done by them later is a contradiction."""
    patient_is_born: bool = False
    """The patient is born. What is told to be done by them before is a contradiction."""
    patient_must_live: bool = False
    """Only the living undergo it: an arrest. The dead may be tried, honoured and buried."""
    agent_must_live: bool = False
    """Only the living do it: an attack. A book may come out, and a suit go on, without its author."""
    incapacitates: bool = False
    """The patient does nothing after it: who "was arrested before he reached the border" did not reach it."""
    measured: bool = False
    """Its amount tells one such event from another: a fall by 3 percent is none by 5 that is reported days later."""
    rare_per_person: bool = False
    """It befalls one person seldom, and its words tell of much the same: two births of one person are one birth."""
    paraphrased: bool = False
    """Different words of the type may tell of one event: "sacked" and "ousted"."""
    distinct_words: frozenset[str] = frozenset()
    """Words (lemmas) that its other words do not paraphrase: a "divorce" among the marriages."""
    symmetric: bool = False
    """Agent and patient may change places: "A met B" is "B met A"."""
    directed: bool = False
    """Sources contradict each other where agent and patient are swapped: "A sued B", "B sued A"."""
    momentary: bool = False
    """It takes a moment, which lies within what goes on meanwhile: "he was shot while fleeing"."""
    harm: bool = False
    """It does harm: the cause and the outcome of one sentence took place in one place, "exploded in Varna, killing
    ten"."""
    speech_act: bool = False
    """It is done by words, and the same people do it often: a promise. Two of them are one only where the sentences
    are much alike."""
    reporting: bool = False
    """It is only that someone says something: "said", "told" (TimeML's class REPORTING)."""
    aspectual: bool = False
    """It is a phase of another event: "began", "continued" (TimeML's class ASPECTUAL)."""
    silent: bool = False
    """Its nouns are no source of words: an attack says nothing, while a ruling or an agreement does."""


@dataclass(frozen=True, slots=True)
class EventTypes:
    """Event types by name. A name that is not listed has a type of its own, with the default properties.

    >>> EventTypes({"arrest": EventType("arrest", importance=0.9)})["arrest"].importance
    0.9
    >>> EventTypes()["shipping"].importance
    0.7
    """

    listed: Mapping[str, EventType] = field(default_factory=dict)

    def __getitem__(self, name: str) -> EventType:
        """The type of that name."""
        return self.listed.get(name) or EventType(name)
