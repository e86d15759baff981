"""Which event of a sentence comes before which."""

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
        "Police raided the depot. Later, Brandt fled.",
        "Brandt used to leave before police arrived.",
    ],
)
def test_no_relation(annotate: Annotate, text: str) -> None:
    assert relations(annotate, text) == []


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
