"""What a user points to: articles by id, path or the end of a path, events by their word or place."""

import pytest

from dossier.model import (
    ActorPointer,
    Annotations,
    Citation,
    DecisionKind,
    EventMention,
    EventPointer,
    JudgedPointer,
    Pointer,
    Quote,
    Span,
)
from dossier.pipeline.deciding.make_judgements import parse_reference
from dossier.pipeline.references.resolve_references import ReferenceResolver, UnclearReference
from dossier.sources.stated_judgements import StatedJudgement, StatedReference

ONE, TWO, THREE = "1" * 16, "2" * 16, "3" * 16


def word(start: int, text: str) -> Quote:
    return Quote(Span(start, start + len(text)), text)


def told(article: str, *triggers: Quote) -> Annotations:
    events = (EventMention(f"e{n}", "other", one, one.exact, Span(0, 200)) for n, one in enumerate(triggers))
    return Annotations(article, events=tuple(events))


CASE = [
    (Citation(ONE, "news/x/a.txt", ""), told(ONE, word(10, "fled"), word(30, "met"), word(50, "met"))),
    (Citation(TWO, "news/y/a.txt", ""), told(TWO, word(10, "Fled"))),
    (Citation(THREE, "wire-7", ""), told(THREE)),
]


def point(words: StatedReference) -> JudgedPointer:
    return ReferenceResolver([words], CASE, lambda _: "").pointer(words, ActorPointer | EventPointer)


@pytest.mark.parametrize(
    ("kind", "span", "words"),
    [
        (DecisionKind.MARK, Span(0, 200), ["fled", "met", "met"]),
        (DecisionKind.MARK, Span(40, 60), ["met"]),
        (DecisionKind.MARK, Span(90, 94), [""]),
        (DecisionKind.HIDE, Span(0, 200), [""]),
    ],
    ids=["each event of a stretch", "one", "none: told as it is", "another decision"],
)
def test_a_marking_is_of_each_event_of_a_stretch(kind: DecisionKind, span: Span, words: list[str]) -> None:
    stated = StatedJudgement("", kind, (StatedReference(article="x/a.txt", span=span),))
    marked = ReferenceResolver(stated.about, CASE, lambda _: "").each_event(stated)
    assert [one.about[0].text for one in marked] == words


FLED = EventPointer(ONE, word(10, "fled"))


@pytest.mark.parametrize(
    ("words", "pointer"),
    [
        (StatedReference("Ada"), ActorPointer("Ada")),
        (StatedReference("Ada", "wire-7"), ActorPointer("Ada", THREE)),
        (StatedReference("Ada", THREE), ActorPointer("Ada", THREE)),
        (StatedReference("Ada", "y/a.txt"), ActorPointer("Ada", TWO)),
        (StatedReference("Ada", "f" * 16), ActorPointer("Ada", "f" * 16)),
        (StatedReference(article=ONE, text="fled"), FLED),
        (StatedReference(article=TWO, text="fled"), EventPointer(TWO, word(10, "Fled"))),
        (StatedReference(article="x/a.txt", span=Span(10, 14)), FLED),
        (StatedReference(article="x/a.txt", span=Span(5, 29)), FLED),
        (StatedReference(article=ONE, text="met", span=Span(25, 40)), EventPointer(ONE, word(30, "met"))),
        (StatedReference(article=ONE, text="sped", span=Span(90, 94)), EventPointer(ONE, word(90, "sped"))),
        (StatedReference(article="f" * 16, text="sped", span=Span(90, 94)), EventPointer("f" * 16, word(90, "sped"))),
    ],
)
def test_what_is_meant(words: StatedReference, pointer: Pointer) -> None:
    assert point(words) == pointer


@pytest.mark.parametrize(
    ("words", "said", "advice", "is_absent"),
    [
        (StatedReference("Ada", "b.txt"), "no article in this case is called 'b.txt'", "", True),
        (StatedReference("Ada", "xa.txt"), "no article in this case is called 'xa.txt'", "", True),
        (StatedReference("Ada", "a.txt"), "2 articles are called 'a.txt'", f"{ONE} (news/x/a.txt), {TWO}", False),
        (
            StatedReference(article=ONE, text="met"),
            "2 events in news/x/a.txt fit it",
            "30-33 'met', 50-53 'met'",
            False,
        ),
        (StatedReference(article=ONE, span=Span(0, 60)), "3 events in news/x/a.txt fit it", "10-14 'fled'", False),
        (StatedReference(article=ONE, text="sped"), "'sped' tells of no event in news/x/a.txt", "10-14 'fled'", False),
        (StatedReference(article=ONE, span=Span(45, 49)), "no event is told at 45-49", "50-53 'met'", False),
        (
            StatedReference(article=THREE, text="fled"),
            "'fled' tells of no event in wire-7",
            "no event is read there",
            False,
        ),
        (StatedReference(article="f" * 16, text="fled"), f"article {'f' * 16} is not in this case", "", True),
    ],
)
def test_what_is_not_clear_is_said_with_the_way_out(
    words: StatedReference, said: str, advice: str, is_absent: bool
) -> None:
    with pytest.raises(UnclearReference) as caught:
        point(words)
    assert said in str(caught.value)
    assert advice in caught.value.advice
    assert caught.value.advice
    assert caught.value.is_absent == is_absent


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Brandt", StatedReference("Ada Brandt")),
        ("a.txt:3-9", StatedReference(article="a.txt", span=Span(3, 9))),
        ("https://example.org:80/a:3-9", StatedReference(article="https://example.org:80/a", span=Span(3, 9))),
        ("Section 3:9", StatedReference("Section 3:9")),
    ],
)
def test_places_on_the_command_line(text: str, words: StatedReference) -> None:
    assert parse_reference(text) == words


def test_a_place_that_ends_before_it_begins() -> None:
    with pytest.raises(UnclearReference, match="no place"):
        parse_reference("a.txt:9-3")
