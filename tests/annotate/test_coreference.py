"""Chains of mentions: a table of texts with the mentions of each actor, written before the rules read them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import Annotate

TABLE = Path(__file__).with_name("coreference.txt")


@dataclass
class Case:
    """A text, the mentions of each actor (by kind and name), and what is neither an actor nor a mention."""

    text: str
    actors: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)


def cases() -> Iterator[Case]:
    case: Case | None = None
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            if case:
                yield case
            case = Case(line.replace("¶", "\n"))
            continue
        assert case is not None
        head, _, words = line.strip().partition(": ")
        found = [word.strip() for word in words.split("|")]
        if head == "not":
            case.absent.update(found)
        else:
            kind, _, name = head.partition(" ")
            case.actors[kind, name] = found
    if case:
        yield case


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.text[:60])
def test_chains(annotate: Annotate, case: Case) -> None:
    found = annotate(case.text).actors
    chains = {(actor.kind.value, actor.name): [m.quote.exact for m in actor.mentions] for actor in found}
    assert {key: chains.get(key) for key in case.actors} == case.actors
    words = {word for mentions in chains.values() for word in mentions} | {name for _, name in chains}
    assert words.isdisjoint(case.absent)
