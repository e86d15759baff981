"""The numbers of an event: of what kind, how many at least and at most."""

import pytest

from tests.conftest import Annotate

Quantities = list[tuple[str, str, float | None, float | None, str | None, bool]]
"""Kind, words, least, most, unit, and whether approximate."""


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
        ("Twenty-five people were killed.", "killed", [("killed", "Twenty-five people", 25, 25, "people", False)]),
        ("Two hundred and fifty-one people were killed.", "killed",
         [("killed", "Two hundred and fifty-one people", 251, 251, "people", False)]),
        ("Police arrested one thousand two hundred men.", "arrested",
         [("detained", "one thousand two hundred men", 1200, 1200, "man", False)]),
        ("Police arrested two dozen men.", "arrested", [("detained", "two dozen men", 24, 24, "man", False)]),
        ("No more than 20 people died.", "died", [("killed", "No more than 20 people", None, 20, "people", False)]),
        ("No fewer than 20 people died.", "died", [("killed", "No fewer than 20 people", 20, None, "people", False)]),
        ("As many as 50 people died.", "died", [("killed", "As many as 50 people", None, 50, "people", False)]),
        ("Police arrested 5,000 or more people.", "arrested",
         [("detained", "5,000 or more people", 5000, None, "people", False)]),
        ("Half a million people fled the town.", "fled",
         [("people", "Half a million people", 500_000, 500_000, "people", False)]),
        ("Over half a million people fled the town.", "fled",
         [("people", "Over half a million people", 500_000, None, "people", False)]),
        ("Five to ten million people fled the town.", "fled",
         [("people", "Five to ten million people", 5_000_000, 10_000_000, "people", False)]),
        ("Police arrested two 25-year-old men.", "arrested",
         [("detained", "two 25-year-old men", 2, 2, "man", False)]),
        ("Police arrested 1.250 people.", "arrested", [("detained", "1.250 people", None, None, "people", False)]),
        ("The firm cut prices by 12 per cent on Monday.", "cut",
         [("percent", "12 per cent", 12, 12, "percent", False)]),
        ("The port bought the yard for $5m in May.", "bought",
         [("money", "$5m", 5_000_000, 5_000_000, "$", False)]),
        ("The port paid $5-10 million to the bank.", "paid", []),
        ("Police arrested two and a half thousand people.", "arrested", []),
        ("Police arrested the captain on 14 March 2019.", "arrested", []),
        ("Police arrested the captain.", "arrested", []),
        ("Brandt bought the Orion 4.", "bought", []),
        ("The first officer died.", "died", []),
    ],
)  # fmt: skip
def test_amounts(annotate: Annotate, text: str, trigger: str, found: Quantities) -> None:
    (event,) = [e for e in annotate(text).events if e.trigger.exact == trigger]
    assert [(q.kind.value, q.quote.exact, q.least, q.most, q.unit, q.is_about) for q in event.quantities] == found
