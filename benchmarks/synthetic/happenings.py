"""What happens in synthetic news: who does what to whom, where and when."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.model import CERTAIN, Certainty, Factuality, Kind, Polarity, QuantityKind, Realis
from synthetic.cast import Being, Urn

# The commonest verbs but those of speech, with their types and past forms; what else is needed is made up.
COMMON = """win:contest:won make:other:made take:other:took call:statement:called kill:killing:killed die:death:died
    find:discovery:found begin:beginning:began use:other:used elect:election:elected attack:attack:attacked
    go:movement:went arrest:arrest:arrested meet:meeting:met start:beginning:started vote:election:voted
    give:transfer:gave hit:disaster:hit increase:change:increased decide:decision:decided ask:request:asked
    support:support:supported build:production:built leave:movement:left launch:launch:launched order:order:ordered
    injure:injury:injured release:release:released sign:agreement:signed sue:lawsuit:sued buy:acquisition:bought
    close:end:closed appoint:appointment:appointed resign:dismissal:resigned charge:charge:charged
    investigate:investigation:investigated sentence:sentence:sentenced reject:refusal:rejected
    condemn:criticism:condemned protest:protest:protested fight:fighting:fought rescue:rescue:rescued
    promise:promise:promised help:aid:helped pay:payment:paid suffer:hardship:suffered announce:statement:announced
    report:statement:reported""".split()
TYPES = {"other": 34, "movement": 5, "change": 4, "decision": 4, "attack": 3, "contest": 3, "meeting": 3, "transfer": 3}
COUNTED = {"killing": QuantityKind.KILLED, "death": QuantityKind.KILLED, "injury": QuantityKind.INJURED}
FACTUALITIES = {
    CERTAIN: 76,
    Factuality(Certainty.CERTAIN, Polarity.NEGATIVE): 5,
    Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE, Realis.HYPOTHETICAL): 12,
    Factuality(Certainty.POSSIBLE, Polarity.POSITIVE, Realis.FORECAST): 4,
    Factuality(Certainty.UNDERSPECIFIED, Polarity.POSITIVE, Realis.PLAN): 3,
}
THINGS = """officials residents workers police voters critics investigators reporters fans soldiers doctors students
    the plan the law the report the building the road the match the deal the vehicle the budget the case""".replace(
    "the ", "the_"
).split()
NUMBERS = [*range(2, 10), 12, 15, 20, 30, 50, 100]
Verb = tuple[str, str, str]
"""Lemma, type, past form."""


class Verbs:
    """The verbs of an archive: first the common ones, later also made-up ones."""

    def __init__(self, chance: random.Random, word: Callable[[], str]) -> None:
        self._chance, self._word = chance, word
        self._common = [(lemma, kind, past) for lemma, kind, past in (one.split(":") for one in reversed(COMMON))]
        self._of_type: dict[str, list[Verb]] = {}
        self._urn: Urn[Verb] = Urn(chance, 0.5, 150, self._new)
        self._things: Urn[str] = Urn(chance, 0.6, 60, self._thing)

    def draw(self) -> Verb:
        """A verb: a common one, a new one, or one that was drawn before."""
        return self._urn.draw()

    def another(self, verb: Verb) -> Verb:
        """A verb of the same type, most often the same."""
        return self._chance.choice(self._of_type[verb[1]][:5]) if self._chance.random() < 0.25 else verb

    def thing(self) -> str:
        """Words for someone or something that is no actor."""
        return self._things.draw()

    def _new(self) -> Verb:
        if self._common:
            verb = self._common.pop()
        else:
            lemma = self._word().lower()
            verb = lemma, self._chance.choices(list(TYPES), list(TYPES.values()))[0], lemma + "ed"
        self._of_type.setdefault(verb[1], []).append(verb)
        return verb

    def _thing(self) -> str:
        head = self._chance.choice(THINGS).replace("_", " ")
        return head if self._chance.random() < 0.2 else f"{head} of the {self._word().lower()}"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; ``agent`` and ``patient`` are actors or words."""

    verb: Verb
    agent: Being | str
    patient: Being | str | None
    where: Being | None
    day: date | None
    number: int | None
    factuality: Factuality

    @classmethod
    def make(
        cls, chance: random.Random, verbs: Verbs, cast: Sequence[Being], day: date | None, share: float = 0.5
    ) -> "Happening":
        """Something that happened near ``day``: each participant is one of the cast with probability ``share``."""
        verb = verbs.draw()

        def someone() -> Being | str:
            return cast[int(len(cast) * chance.random() ** 2)] if chance.random() < share else verbs.thing()

        agent = someone()
        patient = someone() if chance.random() < 0.62 else None
        places = [being for being in cast if being.kind is Kind.PLACE]
        return cls(
            verb=verb,
            agent=agent,
            patient=None if patient == agent else patient,
            where=chance.choice(places) if places and chance.random() < 0.3 else None,
            day=day - timedelta(chance.choice((0, 0, 0, 1, 1, 2, 5, 30))) if day else None,
            number=chance.choice(NUMBERS) if verb[1] in COUNTED or chance.random() < 0.07 else None,
            factuality=chance.choices(list(FACTUALITIES), list(FACTUALITIES.values()))[0],
        )

    def headline(self, verb: Verb) -> str:
        """The title of an article about it, by this verb."""
        sides = [side.name if isinstance(side, Being) else side for side in (self.agent, self.patient) if side]
        place = f" in {self.where.name}" if self.where else ""
        return f"{sides[0]} {verb[2]} {' '.join(sides[1:])}".strip() + place
