"""A person dies once: what tells of his death is one event, and its line tells that he died."""

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


@pytest.mark.slow  # it starts the parser
@pytest.mark.parametrize(("later", "triggers", "events"), DEATHS.values(), ids=DEATHS)
def test_the_death_of_one_person(later: str, triggers: str, events: int) -> None:
    found = told_by(resolved(read(SHOT, ("2021-09-20", later))).events, triggers)
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
