"""In which sense a word tells of an event: by what stands beside it in the sentence."""

import pytest

from dossier.annotate.ontology import ontology
from dossier.annotate.ontology.senses import shipped_senses
from tests.conftest import Annotate


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        # by the subject
        ("Shares in Velmar Steel rallied on Monday.", "rallied", "change"),
        ("Thousands of students rallied in Varna on Monday.", "rallied", "protest"),
        ("The announcement came two days after the vote.", "came", "other"),
        ("Ada Brandt came to Varna.", "came", "movement"),
        ("The storm struck the port on Monday.", "struck", "disaster"),
        ("The gunmen struck the port on Monday.", "struck", "attack"),
        ("The roof of the station collapsed.", "collapsed", "disaster"),
        ("The talks collapsed on Monday.", "collapsed", "end"),
        ("The court ruled against the union.", "ruled against", "verdict"),
        ("Fighting broke out in the valley.", "broke out", "fighting"),
        ("Protests erupted in Varna.", "erupted", "unrest"),
        # by the object
        ("The flood claimed twelve lives.", "claimed", "killing"),
        ("Lives were claimed by the flood.", "claimed", "killing"),
        ("The mayor claimed that the bridge was safe.", "claimed", "statement"),
        ("The police seized two tonnes of drugs.", "seized", "confiscation"),
        ("The rebels seized the town.", "seized", "conquest"),
        ("The two firms struck a deal on Monday.", "struck", "agreement"),
        ("The bank raised questions about the loan.", "raised", "statement"),
        ("Ada Brandt won the Coastal Prize.", "won", "receipt"),
        ("Ada Brandt won the election in May.", "won", "election"),
        ("The senator introduced a bill on Monday.", "introduced", "request"),
        ("The lawyers withdrew their request.", "withdrew", "refusal"),
        ("The army withdrew from the valley.", "withdrew", "retreat"),
        ("The agency ruled out any risk to bathers.", "ruled out", "statement"),
        ("The minister ruled out a merger.", "ruled out", "refusal"),
        ("Scientists observed two new comets.", "observed", "discovery"),
        ("The committee killed the proposal.", "killed", "refusal"),
        ("The storm killed three sailors.", "killed", "killing"),
        ("The sniper fired two shots at the house.", "fired", "attack"),
        ("The mayor attacked the plan on Monday.", "attacked", "criticism"),
        # by a clause, an adverb or a preposition
        ("Ada Brandt appeared before a judge on Monday.", "appeared", "trial"),
        ("The lawyers moved to dismiss the case.", "moved", "request"),
        ("Ada Brandt moved to Varna in May.", "moved", "movement"),
        ("The agency stopped short of closing the port.", "stopped", "other"),
        ("Ada Brandt returned to Varna on Monday.", "returned to", "movement"),
        ("Officers returned the boy to his father.", "returned", "transfer"),
        ("The runner finished second in Varna.", "finished", "contest"),
        ("Ada Brandt was admitted to a hospital on Monday.", "admitted", "treatment"),
        ("Ada Brandt admitted that she had lied.", "admitted", "statement"),
        # of nouns
        ("After the entry of Velmar into the alliance, the ports opened.", "entry", "other"),
        ("The operation of the drills ended.", "operation", "other"),
        ("The military operation in the valley ended.", "operation", "attack"),
        ("A flight from Varna landed on Monday.", "flight", "movement"),
        ("The collapse of the bridge shocked the town.", "collapse", "disaster"),
        ("A rally in shares ended on Monday.", "rally", "change"),
        ("A rally of teachers ended on Monday.", "rally", "protest"),
        ("The fall of the monarchy in 2019 surprised Varna.", "fall", "end"),
        ("A fall in prices surprised Varna in March.", "fall", "change"),
        ("The outbreak of war surprised the port.", "outbreak", "fighting"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_word_decides_its_type(annotate: Annotate, text: str, trigger: str, kind: str) -> None:
    assert [event.type for event in annotate(text).events if event.trigger.exact == trigger] == [kind]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The free speech of the students matters to Velmar.", "speech"),
        ("The plan proved difficult.", "proved"),
        ("A ship called Storm left the port.", "called"),
        ("The crews learned by trial and error.", "trial"),
        ("The port closed in order to save fuel.", "order"),
        ("Velmar Steel took a restructuring charge.", "charge"),
        ("The union has a goal of higher wages.", "goal"),
        ("The minister did not hide his anger at the raid.", "hide"),
        ("The minister made no secret of his anger.", "made"),
        ("The mayor lost no time in closing the port.", "lost"),
    ],
)
def test_a_word_may_tell_of_nothing_where_it_stands(annotate: Annotate, text: str, word: str) -> None:
    assert word not in [event.trigger.exact for event in annotate(text).events]


def test_the_types_of_senses_are_listed_and_a_word_has_a_type_without_them() -> None:
    known = ontology()
    senses = shipped_senses()
    told = {sense.type for table in (senses.verbs, senses.nouns) for lines in table.values() for sense in lines}
    assert told <= known.types.listed.keys()
    assert all(
        sense.conditions for table in (senses.verbs, senses.nouns) for lines in table.values() for sense in lines
    )


def test_what_a_file_says_of_a_word_holds_in_every_sense() -> None:
    known = ontology('[movement]\nverbs = ["rally"]\n[trial]\nnouns = ["fall"]\n')
    assert "rally" not in known.senses.verbs
    assert "fall" not in known.senses.nouns
    assert "fall" in known.senses.verbs
