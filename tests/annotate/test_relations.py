"""Which event comes before which, in one sentence and in two that follow each other."""

import pytest

from tests.conftest import Annotate


def relations(annotate: Annotate, text: str) -> list[tuple[str, str, str, str | None]]:
    """Source, type, target and connective of each relation."""
    found = annotate(text)
    words = {event.id: event.trigger.exact for event in found.events}
    return [(words[r.source], r.type.value, words[r.target], r.cue.exact if r.cue else None) for r in found.relations]


@pytest.mark.parametrize(
    ("text", "source", "kind", "target", "cue"),
    [
        ("Brandt fled after police raided the depot.", "raided", "before", "fled", "after"),
        ("After police raided the depot, Brandt fled.", "raided", "before", "fled", "After"),
        ("Brandt fled the port after the attack on the depot.", "attack", "before", "fled", "after"),
        ("After the attack on the depot, Brandt fled.", "attack", "before", "fled", "After"),
        ("Brandt left London before police raided the depot.", "left", "before", "raided", "before"),
        ("Before the attack on the depot, Brandt left London.", "left", "before", "attack", "Before"),
        ("Brandt left London before selling the depot.", "left", "before", "selling", "before"),
        ("After selling the depot, Brandt left London.", "selling", "before", "left", "After"),
        ("Following the arrest of Brandt, the union left.", "arrest", "before", "left", "Following"),
        ("Prior to his arrest, Brandt left London.", "left", "before", "arrest", "Prior to"),
        ("Brandt left London prior to the fall of the fund.", "left", "before", "fall", "prior to"),
        ("In the wake of the attack on the depot, Brandt fled.", "attack", "before", "fled", "In the wake of"),
        ("Brandt fled in the aftermath of the fall of the town.", "fall", "before", "fled", "in the aftermath of"),
        ("In the days after the fall of the town, Brandt fled.", "fall", "before", "fled", "after"),
        ("Two days before the attack on the depot, Brandt left London.", "left", "before", "attack", "before"),
        ("Brandt fled a week after the fall of the town.", "fall", "before", "fled", "after"),
        ("Brandt fled three weeks after police raided the depot.", "raided", "before", "fled", "after"),
        ("Once police arrested Brandt, the union left.", "arrested", "before", "left", "Once"),
        ("Brandt fled as soon as police arrived.", "arrived", "before", "fled", "as soon as"),
        ("Brandt was arrested and later released.", "arrested", "before", "released", "later"),
        ("Brandt shot the guard and then fled the port.", "shot", "before", "fled", "then"),
        ("Police said on Tuesday that Brandt had fled the town.", "fled", "before", "said", None),
        ("The minister said the union had rejected the offer.", "rejected", "before", "said", None),
        ("Brandt had fled when police raided the depot.", "fled", "before", "raided", "when"),
        ("When the clerk had signed the papers, Brandt left the port.", "signed", "before", "left", "When"),
        ("The union has protested since the arrest of Brandt.", "protested", "begun_by", "arrest", "since"),
        ("Brandt has sued three papers since police arrested him.", "sued", "begun_by", "arrested", "since"),
        ("Brandt hid in the hills until police found him.", "hid", "ended_by", "found", "until"),
        ("The union protested until the release of Brandt.", "protested", "ended_by", "release", "until"),
        ("Brandt was shot while crossing the river.", "shot", "simultaneous", "crossing", "while"),
        ("Brandt fled the port during the attack on the depot.", "fled", "is_included", "attack", "during"),
        ("Brandt was arrested during the raid on the depot.", "arrested", "is_included", "raid", "during"),
        ("Brandt fled when police arrived.", "fled", "simultaneous", "arrived", "when"),
        ("Brandt burned the ledger while waiting for the clerk.", "burned", "simultaneous", "waiting", "while"),
        ("After the killing of the guard, the ministry closed the port.", "killing", "before", "closed", "After"),
        ("The ministry closed the port shortly after the guard was killed.", "killed", "before", "closed", "after"),
        ("Three ministers resigned after the collapse of the fund.", "collapse", "before", "resigned", "after"),
        ("The court convicted Brandt after he confessed.", "confessed", "before", "convicted", "after"),
        ("Brandt, who fled after the raid on the depot, was arrested.", "raid", "before", "fled", "after"),
        ("The minister said Brandt fled after guards attacked the depot.", "attacked", "before", "fled", "after"),
    ],
)  # fmt: skip
def test_one_relation(annotate: Annotate, text: str, source: str, kind: str, target: str, cue: str | None) -> None:
    assert relations(annotate, text) == [(source, kind, target, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Brandt will flee after police raid the depot.",
        "Brandt could flee after police raided the depot.",
        "Brandt planned to flee after police raided the depot.",
        "If police raid the depot, Brandt flees before they arrive.",
        "Brandt always flees after police raid the depot.",
        "Brandt usually left before police arrived.",
        "Brandt was killed before he reached the border.",
        "Brandt was arrested before he could board the ship.",
        "Brandt escaped before guards could stop him.",
        "Brandt did not flee after police raided the depot.",
        "Brandt did not leave until police arrived.",
        "Brandt sold the depot since the fund collapsed.",
        "As the fund collapsed, Brandt sold the depot.",
        "Brandt sold the depot while Keller bought the ship.",
        "Brandt sold the depot and Keller bought the ship.",
        "The minister asked Brandt to wait until the clerk signed the papers.",
        "The union promised protests until Brandt resigned.",
        "The storm was forecast to reach the port after passing the island.",
        "Brandt was reportedly arrested after police raided the depot.",
        "Did Brandt flee after police raided the depot?",
        "Police allege that Brandt fled after he shot the guard.",
        "Brandt was working at the port before police arrested him.",
        "Brandt left the house after breakfast.",
        "Brandt looked after the children and sold the depot.",
        "The day after tomorrow Brandt sells the depot.",
        "Police said that Brandt had lived in London for ten years.",
        "Police say that Brandt had fled the town.",
        "Brandt remembers when police raided the depot.",
        "Brandt fled when he is told to flee.",
        "Brandt is to be released before the trial of Keller.",
        "Brandt sells depots after buying ships.",
        "Brandt used to leave before police arrived.",
    ],
)
def test_no_relation(annotate: Annotate, text: str) -> None:
    assert relations(annotate, text) == []


@pytest.mark.parametrize(
    ("text", "source", "target", "cue"),
    [
        ("Police raided the depot. Later, Brandt fled.", "raided", "fled", "Later"),
        ("Police raided the depot. But later, Brandt fled.", "raided", "fled", "later"),
        ("Guards shot Brandt. Then they fled the port.", "shot", "fled", "Then"),
        ("Police arrested Brandt. Afterwards, the union left the talks.", "arrested", "left", "Afterwards"),
        ("Police arrested Brandt. Subsequently, a court released him.", "arrested", "released", "Subsequently"),
        ("Police raided the depot. After that, Brandt fled.", "raided", "fled", "After that"),
        ("Police raided the depot. Soon after, Brandt fled.", "raided", "fled", "Soon after"),
        ("Police raided the depot. Just two hours later, Brandt fled.", "raided", "fled", "Just two hours later"),
        ("Police raided the depot. Minutes later the roof collapsed.", "raided", "collapsed", "Minutes later"),
        ("Police arrested Brandt. Later that day, a court freed him.", "arrested", "freed", "Later that day"),
        ("Police arrested Brandt. The next day, a court freed him.", "arrested", "freed", "The next day"),
        ("Police arrested Brandt. The following day, a court freed him.", "arrested", "freed", "The following day"),
        ("Police arrested Brandt for theft. He was later released.", "arrested", "released", "later"),
        ("Police arrested Brandt. A court then freed him.", "arrested", "freed", "then"),
        ("Police arrested Brandt. A court freed him the next day.", "arrested", "freed", "the next day"),
        ("Guards shot Brandt. He died two hours later.", "shot", "died", "two hours later"),
        ("Police arrested Brandt. Before that, he had fled to Verrin.", "fled", "arrested", "Before that"),
        ("Police raided the depot. Earlier, Brandt fled.", "fled", "raided", "Earlier"),
        ("Police raided the depot. Hours earlier, Brandt fled.", "fled", "raided", "Hours earlier"),
        ("Police raided the depot. Earlier in the day, Brandt fled.", "fled", "raided", "Earlier in the day"),
        ("Police arrested Brandt. The day before, he sold the depot.", "sold", "arrested", "The day before"),
        ("Police arrested Brandt. He had fled to Verrin.", "fled", "arrested", None),
        ("Police raided the depot.\n\nHours later, Brandt fled.", "raided", "fled", "Hours later"),
    ],
)  # fmt: skip
def test_two_sentences(annotate: Annotate, text: str, source: str, target: str, cue: str | None) -> None:
    assert relations(annotate, text) == [(source, "before", target, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Police raided the depot. Brandt fled.",
        "Police raided the depot. Meanwhile, Brandt fled.",
        "Police raided the depot. Later this year, Brandt fled.",
        "Police raided the depot. Earlier this month, Brandt fled.",
        "Police raided the depot. Earlier on Monday, Brandt fled.",
        "Police raided the depot. Brandt was also later arrested.",
        "Police raided the depot. Later, Brandt may flee.",
        "Police raided the depot. Later, Brandt did not flee.",
        "Police raided the depot. Later, the minister said that the port was closed.",
        "The minister said that the port was closed. Later, Brandt fled.",
        "Police often raided the depot. Later, Brandt fled.",
        "Brandt owned the depot. Later, he sold the ship.",
        "Brandt has been blamed for the fire. Ten guards were later arrested.",
        "Police were raiding the depot. Later, Brandt fled.",
        "Police raided the depot. The harbour was quiet. Later, Brandt fled.",
        "Police raided the depot. Guards came. They shot at the crew.\n\nLater, Brandt fled.",
        "“Police raided the depot. Later, Brandt fled,” the minister said.",
        "Police raided the depot. By May, he had fled.",
        "Police raided the depot. They had fled by May.",
        "Police raided the depot. They had now fled.",
        "The army crushed the revolt. The rebels had suffered losses.",
        "The minister criticised the plan. He had signed it.",
        "Brandt Later Freed in Verrin\n\nPolice raided the depot in the old harbour of Verrin on Monday.",
    ],
)
def test_two_sentences_without_a_relation(annotate: Annotate, text: str) -> None:
    assert relations(annotate, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brandt rose to fame when he fled. He then sold the ship.", ("rose", "simultaneous", "fled", "when")),
        ("Police raided the depot. After the roof fell in Brandt fled.", ("fell", "before", "fled", "After")),
    ],
)
def test_a_clause_orders_only_its_own_sentence(annotate: Annotate, text: str, found: tuple[str, str, str, str]) -> None:
    assert relations(annotate, text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested Brandt. The union protested. After the arrest, Keller fled.", ["arrest", "arrested"]),
        ("Rebels raided the depot. The ministry closed the port after the raid.", ["raid", "raided"]),
        ("Brandt died in Varna. The union sold the ship after the death.", ["death", "died"]),
        ("Police arrested Brandt. They arrested Keller. After the arrest, Orlov fled.", ["arrest"]),
        ("A raid shook the port. Rebels raided the depot. After the raid, Brandt fled.", ["raid"]),
        ("Rebels may have raided the depot. After the raid, Brandt fled.", ["raid"]),
        ("Rebels raided the depot. After a raid on the port, Brandt fled.", ["raid"]),
        ("Rebels raided the depot. After the raid on the port, Brandt fled.", ["raid"]),
    ],
)
def test_a_noun_that_tells_again_orders_what_was_told(annotate: Annotate, text: str, found: list[str]) -> None:
    assert [source for source, kind, _, cue in relations(annotate, text) if kind == "before" and cue] == found


def test_both_events_of_a_text_without_a_relation_are_there(annotate: Annotate) -> None:
    """What orders nothing must not do so because there was nothing to order."""
    for text in ("Brandt could flee after police raided the depot.", "Brandt usually left before police arrived."):
        assert len(annotate(text).events) == 2


def test_the_connective_stands_in_the_text_as_given(annotate: Annotate) -> None:
    text = "😀\r\n\r\nIn the wake of the attack on the depot, police arrested Brandt."
    (relation,) = annotate(text).relations
    assert relation.cue is not None
    assert relation.cue.stands_in(text)


def test_a_long_chain_is_read_link_by_link(annotate: Annotate) -> None:
    text = "Brandt fled after police raided the depot. Police raided the depot before the ministry closed the port."
    assert [kind for _, kind, _, _ in relations(annotate, text)] == ["before", "before"]
