"""The numbers of an event: of what kind, how many at least and at most."""

import pytest

from tests.conftest import Annotate

Found = list[tuple[str, str, float | None, float | None, str | None, bool]]


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Ten people were killed.", "killed", [("killed", "Ten people", 10, 10, "people", False)]),
        ("At least ten people were killed.", "killed", [("killed", "At least ten people", 10, None, "people", False)]),
        ("The blast killed more than 30 soldiers.", "killed",
         [("killed", "more than 30 soldiers", 30, None, "soldier", False)]),
        ("About 50 workers were injured.", "injured", [("injured", "About 50 workers", 50, 50, "worker", True)]),
        ("Between three and five villagers died.", "died",
         [("killed", "Between three and five villagers", 3, 5, "villager", False)]),
        ("Police arrested 12 to 15 men.", "arrested", [("detained", "12 to 15 men", 12, 15, "man", False)]),
        ("Dozens of protesters were arrested.", "arrested",
         [("detained", "Dozens of protesters", None, None, "protester", False)]),
        ("Up to 300 families were displaced.", "displaced",
         [("displaced", "Up to 300 families", None, 300, "family", False)]),
        ("The bomb killed two guards and injured twelve.", "injured", [("injured", "twelve", 12, 12, None, False)]),
        ("The death of 1,200 sailors shocked them.", "death",
         [("killed", "1,200 sailors", 1200, 1200, "sailor", False)]),
        ("Three children vanished.", "vanished", [("missing", "Three children", 3, 3, "child", False)]),
        ("The firm paid $26.5 million to the bank.", "paid",
         [("money", "$26.5 million", 26_500_000, 26_500_000, "$", False)]),
        ("The yard was sold for 3 million dollars.", "sold",
         [("money", "3 million dollars", 3_000_000, 3_000_000, "dollar", False)]),
        ("Prices rose 5 percent.", "rose", [("percent", "5 percent", 5, 5, "percent", False)]),
        ("The union recruited two hundred drivers.", "recruited",
         [("people", "two hundred drivers", 200, 200, "driver", False)]),
        ("The firm sold 2 million copies.", "sold",
         [("other", "2 million copies", 2_000_000, 2_000_000, "copy", False)]),
        ("Police arrested the captain on 14 March 2019.", "arrested", []),
        ("Police arrested the captain.", "arrested", []),
        ("Brandt bought the Orion 4.", "bought", []),
        ("The first officer died.", "died", []),
    ],
)  # fmt: skip
def test_amounts(annotate: Annotate, text: str, trigger: str, found: Found) -> None:
    (event,) = [e for e in annotate(text).events if e.trigger.exact == trigger]
    assert [(q.kind.value, q.quote.exact, q.least, q.most, q.unit, q.is_about) for q in event.quantities] == found
