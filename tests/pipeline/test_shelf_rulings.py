"""What the analyst decided bears on the shelf on which it stands; what he ties together stands on one."""

from dossier.model import EventField, EventPointer, Judgement, Kind, Quote, Redating, Span, When
from dossier.pipeline.shelves.shelf_rulings import rulings_on, ties
from dossier.resolve import Rulings
from dossier.resolve.rulings.rulings import EventCorrection

A, B, OTHER = ("a.txt", "1"), ("a.txt", "2"), ("b.txt", "1")
ONE, TWO = ("a.txt", Span(0, 4), 1), ("b.txt", Span(0, 4), 1)
JUDGED = Judgement(Redating(EventPointer("a.txt", Quote(Span(0, 4), "held")), When.parse("2021")), "ada")
WHOLE = Rulings(
    same=(frozenset({A, B, OTHER}), frozenset({A, OTHER})),
    different=((frozenset({A}), frozenset({OTHER})), (frozenset({OTHER}), frozenset({OTHER}))),
    names={A: "Ada", OTHER: "Eva"},
    kinds_read={OTHER: Kind.PLACE},
    rejected=frozenset({B, OTHER}),
    same_events=(frozenset({ONE, TWO}),),
    dates={ONE: When.parse("2021"), TWO: When.parse("2022")},
    hidden=frozenset({TWO}),
    corrections={
        ONE: (EventCorrection(JUDGED, EventField.PARTICIPANTS, "Ada", frozenset({A, OTHER})),),
        TWO: (EventCorrection(JUDGED, EventField.PARTICIPANTS, "Ada", frozenset({A, B})),),
    },
)


def test_rulings_on_a_shelf() -> None:
    assert rulings_on({"a.txt"}, WHOLE) == Rulings(
        same=(frozenset({A, B}),),
        different=((frozenset({A}), frozenset()),),
        names={A: "Ada"},
        rejected=frozenset({B}),
        dates={ONE: When.parse("2021")},
        corrections={ONE: (EventCorrection(JUDGED, EventField.PARTICIPANTS, "Ada", frozenset({A})),)},
    )
    assert rulings_on({"a.txt", "b.txt"}, WHOLE) == WHOLE
    assert rulings_on({"c.txt"}, WHOLE) == Rulings()


def test_articles_that_stand_on_one_shelf() -> None:
    assert ties(WHOLE) == [frozenset({"a.txt", "b.txt"}), frozenset({"a.txt", "b.txt"})]
    assert ties(Rulings()) == []
