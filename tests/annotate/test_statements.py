"""Which event heads the main statement of another, and which lines stand alone."""

import pytest
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL


def annotated(text: str) -> Doc:
    return nlp.load(DEFAULT_MODEL)(text)


@pytest.mark.parametrize(
    ("text", "hanging"),
    [
        ("The mayor opened the bridge.", {}),
        ("Nine sailors died in the attack on the harbour.", {"attack": "died"}),
        ("The attack on the harbour killed nine sailors.", {"attack": "killed"}),
        ("Officials said that the army shelled the village.", {"said": "shelled"}),
        ("The army shelled the village, officials said.", {"said": "shelled"}),
        ("Officials did not say that the army shelled the village.", {"shelled": "say"}),
        ("Officials denied that the army had shelled the village.", {"shelled": "denied"}),
        ("The driver was arrested on Monday and charged on Tuesday.", {}),
        ("The army shelled the village and the rebels burned the bridge.", {}),
        ("Witnesses said that the army shelled the village and that the rebels burned it.", {"said": "shelled"}),
        ("The rebels attacked the convoy, killing nine soldiers.", {"killing": "attacked"}),
        ("The soldier who shot the guard was arrested.", {"shot": "arrested"}),
        ("The governor, who opened the dam in May, praised the engineers.", {}),
        ("The minister resigned to spend the money.", {"spend": "resigned"}),
        ("The minister hopes to visit Velmar and open the bridge.", {"visit": "hopes", "open": "hopes"}),
        ("The fire destroyed the school; the library survived the storm.", {"storm": "survived"}),
        ("The army carried out an attack on the harbour.", {}),
    ],
)
def test_an_event_hangs_on_the_main_statement_around_it(text: str, hanging: dict[str, str]) -> None:
    doc = annotated(text)
    words = [doc[trigger.head].text for trigger in doc._.triggers]
    assert {words[index]: words[main] for index, main in doc._.hangs_on.items()} == hanging


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Velmar opened the new bridge.",
        "Ada Brandt said that she had sold the mill.",
        "In her speech, Ada Brandt praised the army.",
        "Hadley Shipping closed its mine in Velmar.",
        "Hadley Shipping said that the company had closed the mine.",
        "Workers left their posts in Velmar.",
        "The army shelled the village because the rebels held it.",
        "It was clear that the army had shelled the village.",
        "Both Ada Brandt and Omar Haddad praised the army.",
        "Rebels burned the mill in the same year as the bridge.",
        "Some villagers fled the town.",
        "“We shelled the village,” said General Omar Haddad.",
        "The senate rejected the harbour plan, and this angered the mayor of Velmar.",
        "Those who had fled were arrested on Monday.",
        "There were attacks on the harbour in May.",
        "Police arrested a man on Monday and released him the next day.",
        "Officials such as Ada Brandt praised the army.",
        "Ada Brandt told the senate on Monday that the army had shelled the village.",
        "Ada Brandt asked on Monday about a mill.",
        "Ada Brandt told the senate about a mill.",
        "Velmar was attacked on Monday, Ada Brandt said.",
        "The United States army met the mayor of Orlov in the United States.",
        "Ada Brandt praised Velmar on Monday in The Velmar Post.",
        "Ada Brandt told the senate: “No, the army never shelled Velmar.”",
        "Ada Brandt asked: “Did the army shell Velmar?”",
        "Before joining the senate, Ada Brandt sold mills in Orlov.",
        "As of May 4, Velmar had confirmed ten deaths.",
        "Ada Brandt, while speaking in Velmar, called the plan of Orlov a scam.",
        "Orlov Bank to sell its mills in Velmar.",
    ],
)
def test_these_lines_stand_alone(text: str) -> None:
    doc = annotated(text)
    words = [doc[trigger.head].text for trigger in doc._.triggers]
    assert words
    assert [words[i] for i in range(len(words)) if i not in doc._.standing] == []


@pytest.mark.parametrize(
    "text",
    [
        "They shelled the village.",
        "It said the rebels had burned the mill.",
        "The army closed it.",
        "That ban was lifted in 2011.",
        "This was attacked by the rebels.",
        "Such an attack shocked the town.",
        "Another man was arrested on Monday.",
        "Another was arrested on Monday.",
        "Neither was arrested on Monday.",
        "Both men were arrested on Monday.",
        "The latter attacked the village.",
        "The army attacked for the same reason.",
        "The driver was arrested the next day.",
        "The driver was arrested that day.",
        "The army did so after the attack.",
        "Ada Brandt did on Monday with an attack on the village.",
        "Ada Brandt told the senate on Monday.",
        "Ada Brandt asked on Monday.",
        "We shelled the village.",
        "I attacked your plan in May.",
        "Who shelled the village?",
        "Attack the village now!",
        "Remember the attack on the village.",
        "Let the army attack the village.",
        "Please attack the village.",
        "Our village was attacked.",
        "Did the army attack the village?",
        "The army attacked us.",
        "The attack on the harbour in Velmar.",
        "Arrested on Monday in Velmar.",
        "“The army shelled the village.”",
        "the army shelled the village.",
        "Ada Brandt said that the army shelled the village This shocked nobody.",
        "Omar Haddad, the general Omar Haddad attacked the village.",
        "The rebels (burned the mill.",
        "While the rebels attacked the village.",
        "How many people have died in the attack.",
        "No friend of the mayor, attacked the village.",
        "Yes the rebels attacked the village.",
        "The rebels attacked attacked the village.",
        "The army attacked " + " and ".join(["the village of Velmar"] * 12) + ".",
    ],
)
def test_these_lines_do_not(text: str) -> None:
    doc = annotated(text)
    assert doc._.triggers
    assert doc._.standing == frozenset()


PLAY = (
    "Orlov beat Velmar in the final on Sunday.\n\nOrlov met Velmar at the Verrin Arena. In the 20th minute, Ada Lund "
    "scored for Orlov. Six minutes later, Mia Roth replaced Eva Tamm. Velmar attacked Orlov in the {} minute. Lund "
    "scored again in injury time.\n\nLund won the medal of the day."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PLAY.format("62nd"), {"beat", "met", "won"}),
        (PLAY.format("last"), {"beat", "met", "scored", "replaced", "attacked", "won"}),
    ],
)
def test_the_course_of_a_contest_has_no_lines(text: str, told: set[str]) -> None:
    doc = annotated(text)
    heads = [trigger.head for trigger in doc._.triggers]
    assert {doc[heads[i]].text for i in doc._.standing} & {
        "beat",
        "met",
        "scored",
        "replaced",
        "attacked",
        "won",
    } == told


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Traders, betting on an imminent merger of Orlov Bank with Velmar Bank, pushed up share prices.", {"merger"}),
        (
            "Ada Brandt pleaded innocent to charges that she failed to report a clerk's plan to kill Omar Haddad.",
            {"kill"},
        ),
        ("Ada Brandt resigned after the board of Orlov Bank decided to sell the mill.", {"sell"}),
        ("It was Ada Brandt's decision to sell the Orlov Bank.", {"sell"}),
        ("Ada Brandt of Orlov will appeal against the verdict of the court.", {"verdict"}),
        ("Hadley Mills sued clerks who produced a paper that says it is ready to raise fees in Orlov.", {"raise"}),
        ("“We were ready,” Ada Brandt of Orlov said of the raid on Velmar in May.", {"raid"}),
        ("The loss of Ada Brandt is a blow to Orlov Bank.", {"loss"}),
        ("The death of Ada Brandt is a blow to Orlov Bank.", set()),
        ("Orlov Bank announced a plan that will raise fees in Velmar.", set()),
        ("Orlov Bank has agreed to buy a mill in Velmar.", set()),
        ("Officials ordered the closure of schools in Orlov.", set()),
        ("The senate approved a plan to sell the harbour of Orlov.", set()),
        ("Orlov Bank announced a plan to close the mine in Velmar.", set()),
        ("Ada Brandt warned that rebels could attack Orlov.", set()),
        ("Ada Brandt met Omar Haddad, who will lead the bank from May.", set()),
        ("Police will question the man who shot Omar Haddad.", set()),
    ],
)
def test_a_line_that_tells_of_another_time_is_none_of_what_it_only_names(text: str, beside: set[str]) -> None:
    doc = annotated(text)
    words = [doc[trigger.head].text for trigger in doc._.triggers]
    assert {words[i] for i in range(len(words)) if i not in doc._.standing} == beside
