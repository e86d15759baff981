"""How an article of synthetic news words what happened: whom it names and how, who says so, and which day it gives."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from dossier.model import (
    Basis,
    Dating,
    DatingRule,
    Form,
    Kind,
    Manner,
    Period,
    Precision,
    QuantityKind,
    RelationType,
    Role,
    When,
)
from synthetic.cast import Being
from synthetic.happenings import COUNTED, NUMBERS, Happening, Verbs
from synthetic.sentences import Line, Part, Source, Stretch, ToldEvent

NOUNS = {"death": "death", "attack": "attack", "election": "election", "arrest": "arrest", "disaster": "crash"}
SPEECH = "say:said tell:told announce:announced report:reported add:added warn:warned confirm:confirmed claim:claimed"
OTHER_DAY, OTHER_NUMBER = 1 / 30, 1 / 10
"""The shares of tellings with another day, or another number, than what happened has. Assumed."""


class Narrator:
    """Word the sentences of one article."""

    def __init__(self, chance: random.Random, verbs: Verbs, cast: Sequence[Being], day: date) -> None:
        self._chance, self._verbs, self._cast, self._day = chance, verbs, cast, day
        self._unnamed = list(reversed(cast))
        self._named: set[Being] = set()
        self._first_names = {being: self._form_here(being) for being in cast}

    def line(self, happenings: Sequence[Happening], is_first: bool) -> Line:
        """A sentence: plain, reported or quoted."""
        line = Line()
        if is_first:
            self._clause(line, happenings[0])
            return self._ended(line)
        manner = self._chance.choices((None, Manner.INDIRECT, Manner.DIRECT), (66, 26, 8))[0]
        if manner is Manner.INDIRECT:
            source = self._speech(line, manner)
            line.put("that")
            self._clauses(line, happenings, source)
        elif manner is Manner.DIRECT:
            self._quotation(line, happenings)
        else:
            self._clauses(line, happenings, None)
        return self._ended(line)

    def _ended(self, line: Line) -> Line:
        if self._unnamed and self._chance.random() < 0.6:
            line.put(self._chance.choice(("according to", "near", "with", "at")))
            self._refer(line, self._unnamed.pop())
        line.mark(".")
        return line

    def _clauses(self, line: Line, happenings: Sequence[Happening], source: Source | None) -> None:
        for number in range(self._chance.choice((1, 2, 2, 3, 4))):
            cue = self._joint(line) if number else None
            self._clause(line, self._next(happenings), source)
            if cue:
                last = len(line.events) - 1
                line.relations.append((last, last - 1, RelationType.BEFORE, cue))

    def _joint(self, line: Line) -> Stretch | None:
        if self._chance.random() < 0.05:
            return line.put("after")
        line.put(self._chance.choice(("and", "while", "as", "and that")))
        return None

    def _next(self, happenings: Sequence[Happening]) -> Happening:
        if self._chance.random() < 0.35:
            return happenings[int(len(happenings) * self._chance.random() ** 1.5)]
        day = self._day if self._chance.random() < 0.28 else None
        return Happening.make(self._chance, self._verbs, self._cast, day, share=0.3)

    def _speech(self, line: Line, manner: Manner) -> Source:
        begin = line.next
        being = self._chance.choice(self._cast) if self._chance.random() < 0.64 else None
        place = self._refer(line, being) if being else line.put(self._verbs.thing())
        lemma, past = self._chance.choices(SPEECH.split(), (30, *range(9, 2, -1)))[0].split(":")
        cue = line.put(past)
        told = ToldEvent("statement", lemma, cue, (begin, cue[1]), [Part(place, Role.AGENT, being)])
        told.dating, told.dated_by = self._undated()
        line.events.append(told)
        return Source(place, being, cue, manner)

    def _quotation(self, line: Line, happenings: Sequence[Happening]) -> None:
        line.mark("“")
        begin = line.next
        self._clauses(line, happenings, None)
        place, told = (begin, len(line.text)), list(line.events)
        line.mark(",”")
        source = self._speech(line, Manner.DIRECT)
        for event in told:
            event.source = source
        line.quoted = place, source

    def _clause(self, line: Line, happening: Happening, source: Source | None = None) -> None:
        begin = line.next
        lemma, kind, past = self._verbs.another(happening.verb)
        parts: list[Part] = []
        if kind in NOUNS and happening.patient and self._chance.random() < 0.3:
            lemma = NOUNS[kind]
            line.put("there was the")
            trigger = line.put(lemma)
            line.put("of")
        else:
            parts.append(self._part(line, happening.agent, Role.AGENT))
            trigger = line.put(past)
        if happening.patient:
            parts.append(self._part(line, happening.patient, Role.PATIENT))
        told = ToldEvent(kind, lemma, trigger, parts=parts, factuality=happening.factuality, source=source)
        self._details(line, told, happening)
        told.clause = begin, len(line.text)
        line.events.append(told)

    def _details(self, line: Line, told: ToldEvent, happening: Happening) -> None:
        if happening.number and self._chance.random() < 0.7:
            other = self._chance.random() < OTHER_NUMBER
            number = self._chance.choice(NUMBERS) if other else happening.number
            line.put("with")
            place = line.put(f"{number} people")
            told.number = place, COUNTED.get(told.type, QuantityKind.PEOPLE), number
            told.parts.append(Part(place, Role.OTHER))
        if happening.where and self._chance.random() < 0.12:
            line.put("in")
            told.where = Part(self._refer(line, happening.where), Role.PLACE, happening.where)
        if happening.day:
            self._date(line, told, happening.day)
        else:
            told.dating, told.dated_by = self._undated()

    def _date(self, line: Line, told: ToldEvent, day: date) -> None:
        chance = self._chance.random()
        if chance < 0.5:
            told.dating, told.dated_by = self._undated()
            return
        if self._chance.random() < OTHER_DAY:
            day -= timedelta(1)
        is_near = (self._day - day).days < 7
        told.dating = Dating(
            When.day(day), Basis.RELATIVE if is_near else Basis.EXPLICIT, "published" if is_near else None
        )
        if chance < 0.65 and is_near:
            told.dated_by = DatingRule.HEADLINE
            return
        words = f"on {day:%A}" if is_near else f"on {day.day} {day:%B} {day.year}"
        line.times.append((line.put(words), told.dating))
        told.time, told.dated_by = len(line.times) - 1, DatingRule.OWN_TIME

    def _undated(self) -> tuple[Dating, str | None]:
        if self._chance.random() < 0.72:
            return Dating(), None
        bound = When.until(Period.of(self._day, Precision.DAY))
        return Dating(bound, Basis.INFERRED, "published"), DatingRule.PUBLISHED_BY_THEN

    def _part(self, line: Line, side: Being | str, role: Role) -> Part:
        if isinstance(side, str):
            return Part(line.put(side), role)
        return Part(self._refer(line, side), role, side)

    def _refer(self, line: Line, being: Being) -> Stretch:
        """Name it the first time as this article names it, then by a shorter name, a description or a pronoun."""
        if being not in self._named:
            self._named.add(being)
            if being in self._unnamed:
                self._unnamed.remove(being)
            place = line.name(being, self._first_names.get(being) or being.name)
            if being.kind is Kind.ORGANIZATION and being.short != being.name and self._chance.random() < 0.2:
                line.put("(")
                line.name(being, being.short)
                line.mark(")")
            return place
        form = self._chance.choices(list(Form), (53, 20, 27))[0]
        if form is Form.NAME:
            is_short = self._chance.random() < (0.6 if being.kind is Kind.PERSON else 0.2)
            return line.name(being, being.short if is_short else self._first_names.get(being) or being.name)
        return line.name(being, f"the {being.called}" if form is Form.NOMINAL else being.pronoun, form)

    def _form_here(self, being: Being) -> str:
        """The name by which this article calls the actor at first: in full, short, or spelled otherwise."""
        chance = self._chance.random()
        if being.spellings and chance < 0.03:
            return self._chance.choice(being.spellings)
        return being.short if 0.03 < chance < (0.24 if being.kind is Kind.PERSON else 0.1) else being.name
