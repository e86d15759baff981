"""Who takes part in an event, by role, and where: the table ``roles.txt``, and changes to a text that leave it so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.model import Annotations, EventMention
from tests.conftest import Annotate

BRACKETED = re.compile(r"\[([^\]]*)\]")
NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, the place of a trigger in it, and the expected type, participants and place, or no event."""

    line: int
    text: str
    start: int
    end: int
    type: str
    participants: frozenset[tuple[str, str]]
    place: str | None

    def __str__(self) -> str:
        return f"line {self.line}: {self.text[: self.start]}[{self.text[self.start : self.end]}]{self.text[self.end :]}"


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of the table."""
    brackets_without_line: list[tuple[int, int]] = []
    text = ""
    for line, content in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not content or content.startswith("#"):
            continue
        if content.startswith(" "):
            start, end = brackets_without_line.pop(0)
            event_type, participants, place = read_expected(content.strip())
            yield Row(
                line=line, text=text, start=start, end=end, type=event_type, participants=participants, place=place
            )
        else:
            if brackets_without_line:
                raise ValueError(f"line {line}: a bracket above has no line")
            brackets_without_line = [
                (m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(BRACKETED.finditer(content))
            ]
            text = BRACKETED.sub(r"\1", content)


def read_expected(line: str) -> tuple[str, frozenset[tuple[str, str]], str | None]:
    """Type, participants and place of an indented line."""
    described, _, place = line.partition("@")
    kind, _, rest = described.partition(":")
    parts = (part.strip().partition(" ") for part in rest.split(";") if part.strip())
    return kind.strip(), frozenset((role, words) for role, _, words in parts), place.strip() or None


TABLE = tuple(read_rows(Path(__file__).parent / "roles.txt"))


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_roles(annotate: Annotate, row: Row) -> None:
    found = [e for e in annotate(row.text).events if e.trigger.span.start < row.end and row.start < e.trigger.span.end]
    if row.type == NOTHING:
        assert [e.trigger.exact for e in found] == []
        return
    assert [e.trigger.exact for e in found] == [row.text[row.start : row.end]]
    (event,) = found
    assert (event.type, roles_and_words(event), event.place and event.place.quote.exact) == (
        row.type,
        row.participants,
        row.place,
    )


def roles_and_words(event: EventMention) -> frozenset[tuple[str, str]]:
    return frozenset((p.role.value, p.quote.exact) for p in event.participants)


def test_the_table_is_large_enough() -> None:
    assert len({row.text for row in TABLE}) >= 150


NAMES = (("Peter Brandt", "Anna Keller"), ("the army", "the police"), ("the general", "the mayor"))
SWAPPED = (
    "{a} arrested {b} in Geneva.",
    "{a} accused {b} of fraud.",
    "An attack by {a} on {b} was foiled.",
    "{a}, who had criticised {b}, resigned.",
    "{a} ordered {b} to leave the town.",
    "Reporters said that {a} had sued {b}.",
    "{a} tried to dismiss {b}.",
    "{b} was praised by {a}.",
)


@pytest.mark.parametrize("sentence", SWAPPED)
@pytest.mark.parametrize("names", NAMES)
def test_two_names_that_change_places_change_roles_and_nothing_else(
    annotate: Annotate, sentence: str, names: tuple[str, str]
) -> None:
    found = [lower_events(annotate(with_capital(sentence.format(a=a, b=b)))) for a, b in (names, names[::-1])]
    assert found[0]
    assert found[1] == [
        (kind, trigger, frozenset((role, with_names_swapped(words, names)) for role, words in roles))
        for kind, trigger, roles in found[0]
    ]


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Police arrested Peter Brandt.", "Peter Brandt was arrested by police."),
        ("The rebels attacked the convoy in Syria.", "The convoy was attacked by the rebels in Syria."),
        ("The company has sold the mine to a bank.", "The mine has been sold to a bank by the company."),
        ("The storm destroyed two bridges.", "Two bridges were destroyed by the storm."),
        ("The court will punish the firm.", "The firm will be punished by the court."),
        ("A drone killed ten villagers.", "Ten villagers were killed by a drone."),
        ("The board may dismiss the director.", "The director may be dismissed by the board."),
        ("Anna Keller founded the newspaper in 1990.", "The newspaper was founded by Anna Keller in 1990."),
        ("The army carried out an attack on the village.", "An attack on the village was carried out by the army."),
        ("The senate rejected the plan.", "The plan was rejected by the senate."),
    ],
)
def test_the_passive_has_the_roles_of_the_active(annotate: Annotate, active: str, passive: str) -> None:
    one, other = lower_events(annotate(active)), lower_events(annotate(passive))
    assert {(kind, roles) for kind, _, roles in one} == {(kind, roles) for kind, _, roles in other}


@pytest.mark.parametrize(
    ("behind", "in_front"),
    [
        ("Police left the port after the bridge collapsed.", "After the bridge collapsed, police left the port."),
        ("The minister resigned because the bank failed.", "Because the bank failed, the minister resigned."),
        ("The army left the port when the talks collapsed.", "When the talks collapsed, the army left the port."),
        ("Rebels killed two guards in Syria.", "In Syria, rebels killed two guards."),
        ("The union sued the firm while the mine burned.", "While the mine burned, the union sued the firm."),
        ("The mayor fled before the crowd burned the bank.", "Before the crowd burned the bank, the mayor fled."),
    ],
)  # fmt: skip
def test_an_adverbial_in_front_changes_no_role(annotate: Annotate, behind: str, in_front: str) -> None:
    assert frozenset(lower_events(annotate(behind))) == frozenset(lower_events(annotate(in_front)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Brandt and Anna Keller sued the firm.", "Anna Keller and Peter Brandt sued the firm."),
        ("Police arrested two clerks and a driver.", "Police arrested a driver and two clerks."),
        ("The army and the navy attacked the port.", "The navy and the army attacked the port."),
        ("Rebels burned the bridge and attacked the port.", "Rebels attacked the port and burned the bridge."),
    ],
)
def test_the_order_of_what_is_coordinated_changes_nothing(annotate: Annotate, one: str, other: str) -> None:
    assert frozenset(lower_events(annotate(one))) == frozenset(lower_events(annotate(other)))


@pytest.mark.parametrize(
    "subject",
    [
        "The minister",
        "The minister of the interior",
        "The old minister, who had long been ill,",
        "The minister, a friend of the bishop,",
        "The minister in the green coat",
    ],
)
def test_a_longer_subject_is_the_same_agent(annotate: Annotate, subject: str) -> None:
    (event,) = [e for e in annotate(f"{subject} dismissed two judges.").events if e.trigger.exact == "dismissed"]
    roles = {p.role.value: p.quote.exact for p in event.participants}
    assert roles.keys() == {"agent", "patient"}
    assert roles["agent"].split(" of ")[0].split(" in ")[0].split()[-1] == "minister"
    assert roles["patient"] == "two judges"


def with_names_swapped(words: str, names: tuple[str, str]) -> str:
    first, second = (name.lower() for name in names)
    return words.replace(first, "*").replace(second, first).replace("*", second)


def with_capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def lower_events(found: Annotations) -> list[tuple[str, str, frozenset[tuple[str, str]]]]:
    """Type, trigger and participants of each event, in small letters."""
    return [
        (e.type, e.trigger.exact.lower(), frozenset((role, words.lower()) for role, words in roles_and_words(e)))
        for e in found.events
    ]
