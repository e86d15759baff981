"""A person dies once, and a firm fails once: what tells of it is one event, and its line tells it."""

import pytest

from tests.resolve.test_events import read, resolved, told_by

SHOT = ("2021-03-15", "Ilse Tamm, an engineer of Vellmar, was murdered in her kitchen on 12 March.")
DEATHS = {
    "a noun, months later, in other words": (
        "Police in Vellmar said in September that a letter told of the death of Ilse Tamm.",
        "murdered|death",
        1,
    ),
    "told by how it was done": (
        "The engineer Ilse Tamm of Vellmar was killed by one shot from a wood behind the mill.",
        "murdered|killed",
        1,
    ),
    "two of one name, for all that is known": ("Ilse Tamm was killed by one shot from a wood.", "murdered|killed", 2),
    "one that is charged": (
        "Omar Haddad has been charged with the killing of Ilse Tamm, an engineer.",
        "murdered|killing",
        1,
    ),
    "another person": ("Ada Brandt was killed by one shot from a wood behind the mill.", "murdered|killed", 2),
    "another day": ("The engineer Ilse Tamm of Vellmar was killed on 3 June 2020 in a wood.", "murdered|killed", 2),
    "it did not happen": ("The engineer Ilse Tamm of Vellmar was not killed in March.", "murdered|killed", 2),
    "it may come": ("Somebody wanted to kill the engineer Ilse Tamm, a letter in Vellmar says.", "murdered|kill", 2),
    "shot to death, as the verb of one says": (
        "Ilse Tamm, an engineer of Vellmar, and the mother of four, was shot to death in her kitchen.",
        "murdered|shot to death",
        1,
    ),
    "the day in another year, by a slip": (
        "The engineer Ilse Tamm of Vellmar was killed on 12 March 2020 in her kitchen.",
        "murdered|killed",
        1,
    ),
    "others die as well": (
        "Since 2019 two clerks, a guard and the engineer Ilse Tamm of Vellmar have been killed.",
        "murdered|killed",
        2,
    ),
}


FILED = ("2021-03-15", "Orlov Bank, an old lender of Vellmar, filed for bankruptcy on 12 March.")
FAILURES = {
    "a noun, months later": (
        "A letter in Vellmar told of the collapse of Orlov Bank.",
        "filed for bankruptcy|collapse",
        1,
    ),
    "a noun with its owner": (
        "Since Orlov Bank's failure the port of Vellmar has borrowed nothing.",
        "filed for bankruptcy|failure",
        1,
    ),
    "another bank": ("A letter in Vellmar told of the collapse of Tamm Bank.", "filed for bankruptcy|collapse", 2),
    "what it failed to do": ("Orlov Bank failed to pay its clerks in Vellmar.", "filed for bankruptcy|failed", 2),
    "its failure to do something": (
        "A letter in Vellmar told of Orlov Bank's failure to pay its clerks.",
        "filed for bankruptcy|failure",
        2,
    ),
}


ENDS = {name: (SHOT, *told) for name, told in DEATHS.items()} | {
    name: (FILED, *told) for name, told in FAILURES.items()
}


@pytest.mark.slow  # it starts the parser
@pytest.mark.parametrize(("first", "later", "triggers", "events"), ENDS.values(), ids=ENDS)
def test_the_end_of_one_person_or_firm(first: tuple[str, str], later: str, triggers: str, events: int) -> None:
    found = told_by(resolved(read(first, ("2021-09-20", later))).events, triggers)
    assert len(found) == events


def test_the_line_tells_of_this_death_alone() -> None:
    told = (
        ("2021-03-14", "Since 2019 two clerks and the engineer Ilse Tamm of Vellmar have been killed."),
        ("2021-03-15", "The engineer Ilse Tamm of Vellmar was shot on 12 March."),
        ("2021-03-16", "The engineer Ilse Tamm of Vellmar was killed by one shot on 12 March."),
    )
    several, alone = told_by(resolved(read(*told)).events, "killed")
    assert "two clerks" in several.summary
    assert alone.summary == "The engineer Ilse Tamm of Vellmar was killed by one shot on 12 March."
