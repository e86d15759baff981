"""Whether a line can be read without its article: what its descriptions, pronouns and first words point to."""

import pytest
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL

POINTING = (
    "A bill was tabled. Ada Brandt signed the bill.",
    "A harbour bill was tabled. Ada Brandt signed the new bill.",
    "A harbour bill and a mill bill were tabled. Ada Brandt signed the bill.",
    "A harbour bill was tabled. A bill was rejected. Ada Brandt signed the bill.",
    "Omar Haddad wrote a bill to close the mill. Ada Brandt signed it. Velmar voted on the bill.",
    "Ten mill gates were sold. Ada Brandt compared the marks with those of the gates landed in Orlov.",
    "Omar Haddad spoke of the trial. It may be held like the trial of Ada Brandt. Velmar prepared the trial.",
    "The trial may be held like that of a clerk. Velmar prepared the trial.",
    "Ada Brandt held the office of mayor. Omar Haddad became clerk and held that office.",
    "Ada Brandt began a strike of clerks. " + "Rain fell on Orlov. " * 12 + "Omar Haddad praised that strike.",
    "Ada Brandt praised the bill in question. Omar Haddad signed the bill.",
    "Ada Brandt tabled a bill on mills. Omar Haddad signed the bill on Friday on harbours.",
    "Two harbour bills were tabled. Ada Brandt signed the bill.",
    "Ada Brandt wrote no harbour bill. Omar Haddad signed the bill.",
    "Hadley Shipping is a company in Orlov. Fire broke out. Ada Brandt sold the company to a bank.",
    "A ship was sold on Friday. Ada Brandt saw the ship in Orlov.",
    "“The army attacked these mills,” Omar Haddad said.",
    "Ada Brandt disagreed with these findings: “Orlov is a town of mills.”",
    "Ada Brandt met Omar Haddad and a clerk. The two women left Orlov.",
    "Ada Brandt denounced the decision.",
    "Critics say they sold the mill to Omar Haddad.",
    "The Institute for Harbours left Orlov and filed it with a court in Velmar.",
    "Two schools opened in Orlov. The Institute for Harbours closed the schools.",
    "A school opened in Orlov. The Institute for Harbours closed the school.",
    "The deals have allowed Orlov to buy grain.",
    "The flight landed in Orlov on Monday.",
    "The two men met Ada Brandt in Orlov.",
    "The other man arrested on Monday was fined in Orlov.",
    "Omar Haddad denounced Brandt's move.",
    "Omar Haddad denounced Brandt's move as a mistake.",
    "Rain fell. The rebels shelled Orlov.",
    "The 25-year-old man was arrested in Orlov.",
    "A fever broke out in Orlov. Ada Brandt said that the virus had killed two sailors.",
    "Measles and cholera broke out in Orlov. Velmar confirmed a second case.",
    "Ada Brandt won the primary with 40 percent.",
    "Hadley Mills Co. reported a decline. The St. Louis company earned $9 million, or 12 cents a share.",
    "Hadley Mills Co. reported a decline. The Orlov, Norland, company earned $9 million.",
    "Hadley Mills Co. reported a decline. The Orlov-based bank earned $9 million.",
    "Hadley Mills Co. reported a decline. In response to Velmar Shipping's offer, the computer maker sold a mill.",
    "The monarch met Ada Brandt in Velmar.",
    "Ada Brandt left the position.",
    "Ada Brandt put a warning under the tweet.",
    "The court ordered Ada Brandt to pay $9 million.",
    "The city praised Ada Brandt.",
    "Ada Brandt implied as much when the divers asked whether the quay would close in June.",
    "Ada Brandt toured five counties on Monday. Ada Brandt added one more.",
    "Ada Brandt added one more on Monday.",
    "Ada Brandt implied as much yesterday.",
    "Orlov lost a mill. Velmar welcomed that agreement, under which Ada Brandt sold ten ships.",
    "Senator Ada Brandt of Orlov won the primary with 40 percent.",
    "On the last night, Ada Brandt praised Orlov.",
    "Ada Brandt, a senator from Norway, won the primary with 40 percent.",
    "It has never been seen before, Hadley Shipping said.",
    "“It's much more than has been done before,” Ada Brandt said.",
    "It was the second case reported in Orlov.",
    "Orlov's health board reports a lower figure of 73.",
    "Ada Brandt gave a different view.",
    "Hadley Shipping is a company of Italy. The Italian company postponed a strike.",
    "Ada Brandt praised the mill that Omar Haddad had opened that Sunday in Orlov.",
    "Omar Haddad was given the mill by Norland in 2002 Orlov's only mill has been closed, police said.",
    "Ada Brandt praised the request to Omar Haddad.",
    "Ada Brandt said that Omar Haddad's gesture was unnecessary.",
    "Ada Brandt began in similar vein.",
    "It remains to be seen whether Ada Brandt will attack Orlov.",
    "The biggest worry is that Ada Brandt could attack Orlov.",
    "The Herald's Ada Brandt reports on Mr. Haddad's talks in Orlov and the new quay of Velmar.",
    "Two days later, Ada Brandt told the board.",
    "Ada Brandt has distanced herself from the controversy from the start.",
    "Ada Brandt's statement came an hour after Omar Haddad had left Orlov.",
    "Ada Brandt denounced the Hadley Shipping decision.",
    "Ada Brandt gave no reason for the May 14 deadline.",
    "The site of Friday's ceremony was chosen by Ada Brandt.",
    "Omar Haddad left Orlov within a week of the slaying.",
    "Velmar mourned. Police cleared the blast scene.",
    "Ada Brandt said that Omar Haddad had done the right thing.",
    "The men left the harbour of Orlov with Ada Brandt.",
    "Ada Brandt resigned. Omar Haddad left. Police came. He served as the chair of the board.",
    "Orlov Mining grew. A fire at its mill killed ten men in Velmar.",
    "Omar Haddad spoke. Ben Keller denied knowing him.",
    "Orlov let 37 contracts. One of the 37 was sold to Ben Keller.",
)
CLEAR = (
    "The Orlov harbour court ordered Ada Brandt to pay $9 million.",
    "Hadley Mills suspended work in Orlov, which cost the computer maker $9 million.",
    "Hadley suspended work in Orlov, which cost the computer maker $9 million.",
    "Ada Brandt left Orlov after the city had praised Omar Haddad.",
    "Omar Haddad praised the city's mayor Ada Brandt.",
    "Ada Brandt said as much as Omar Haddad had said in Orlov.",
    "Ada Brandt added one more ship to the fleet of Orlov.",
    "Hadley Shipping was founded in 1971. Ada Brandt died in Orlov on Friday, the company said.",
    "Ada Brandt praised the government.",
    "Hadley Shipping reports a loss of $9 million in Orlov.",
    "Orlov suspended sales during the holiday season so more sailors could be included in the plan to close the mill.",
    "Rain fell. The Italian government postponed a strike.",
    "Orlov's health board reports a lower number of deaths.",
    "Ada Brandt gave a different view of the mill.",
    "A new coronavirus broke out in Orlov. Rain fell. Ada Brandt said that the coronavirus had killed two sailors.",
    "The mayor of Orlov resigned.",
    "Ada Brandt denounced the request for ten ships.",
    "France, Spain and Italy left Orlov, and Ada Brandt praised the three countries.",
    "A bomb exploded in Orlov, and Ada Brandt vowed to find the bombers.",
    "Omar Haddad was killed on Monday, and police cleared the scene within an hour of the slaying.",
    "Ada Brandt denounced the harbour decision.",
    "The men of the Kestrel left Orlov with Ada Brandt.",
    "A vote was held. Ada Brandt won the first vote.",
    "Ada Brandt signed the Harbour Bill.",
    "Ada Brandt denounced the decision to close the mill.",
    "Ada Brandt denounced the $700 million plan.",
    "A mill bill was tabled. Ada Brandt signed the mill bill.",
    "The deals with Orlov have failed.",
    "Omar Haddad denounced Brandt's move to close the mill.",
    "Police shelled the rebels of Orlov.",
    "The influenza killed two sailors. Ada Brandt said that influenza had spread before the virus was found.",
    "A ship sank. Police arrested three men who had been on the ship.",
    "Hadley Shipping said that the company had lost a ship.",
    "It is clear that Ada Brandt resigned.",
    "Ada Brandt won the Orlov primary with 40 percent.",
    "On the last night of the summit of Orlov, Ada Brandt praised Velmar.",
    "Orlov was shelled for the second day in a row.",
    "Ada Brandt praised Orlov last night.",
    "Measles and cholera broke out in Orlov. Judges in Velmar heard a second case.",
    "In her speech, Ada Brandt attacked Omar Haddad.",
    "When she resigned, Ada Brandt attacked Omar Haddad.",
    "Hadley Shipping sued Orlov Steel over a dispute between the two companies.",
    "Ada Brandt praised the financial industry.",
    "A mill was sold in the short term. Ada Brandt praised Orlov in the short term.",
    "A fire broke out. The former minister Ada Brandt sold the mill.",
    "Ada Brandt will sell ten mills in the next two years.",
    "“The army attacked this village,” Omar Haddad said.",
    "Ada Brandt attacked Omar Haddad here in Orlov.",
    "Since May, Ada Brandt has sold ten mills.",
    "“We fled from Orlov and I was ill,” Ada Brandt said.",
    "Ada Brandt left this farewell: “Orlov is a town of mills.”",
    "All mills but one, other than those of Orlov, were sold by Ada Brandt.",
    "When Omar Haddad sold the mill, Ada Brandt did so in Orlov.",
    "Orlov Mining sold its mill in Velmar.",
    "A war in its third year killed ten men in Velmar.",
    "Ada Brandt asked Ben Keller to call her.",
    "Ada Brandt sold ten mills and burned one of the ten.",
)
FULL = (
    ("A harbour bill was tabled. Ada Brandt signed the bill.", "Ada Brandt signed [the harbour bill]."),
    (
        "Omar Haddad wrote a bill on fees. Ada Brandt signed it. Velmar voted on the bill.",
        "Velmar voted on [the bill on fees].",
    ),
    ("Ada Brandt spoke of talks with Orlov. Omar Haddad left the talks.", "Omar Haddad left [the talks with Orlov]."),
    ("Ada Brandt praised Orlov's harbour bill. Velmar voted on the bill.", "Velmar voted on [Orlov's harbour bill]."),
    (
        "A harbour bill was tabled. Ada Brandt praised the bill's authors.",
        "Ada Brandt praised [the harbour bill’s] authors.",
    ),
    (
        "Rain fell. His suit against Orlov failed. Ada Brandt praised the suit.",
        "Ada Brandt praised [the suit against Orlov].",
    ),
    ("A harbour bill was tabled. Ada Brandt signed this bill.", "Ada Brandt signed [the harbour bill]."),
)
OPENINGS = (
    ("As reported, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("During the keynote, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("In that same letter, Ada Brandt stated that the mill was sold.", "Ada Brandt stated that the mill was sold."),
    ("Ada Brandt sold the mill during the keynote.", "Ada Brandt sold the mill during the keynote."),
    ("In the letter, Ada Brandt sold the mill.", "In the letter, Ada Brandt sold the mill."),
    (
        "During the keynote in Orlov, Ada Brandt sold the mill.",
        "During the keynote in Orlov, Ada Brandt sold the mill.",
    ),
    ("After the keynote, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("In another bold move, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("The rebels attacked Orlov. After that attack, Ada Brandt sold her mill.", "Ada Brandt sold her mill."),
    (
        "Omar Haddad was mayor of Orlov. In that role, Haddad oversaw the sale of ten mills in Orlov.",
        "[Omar Haddad] oversaw the sale of ten mills in Orlov.",
    ),
    ("The rebels attacked Orlov. In that case, Ada Brandt sold her mill.", "In that case, Ada Brandt sold her mill."),
    ("Afterwards Ada Brandt sold ten mills.", "Ada Brandt sold ten mills."),
    ("Alongside both announcements, Ada Brandt sold ten mills.", "Ada Brandt sold ten mills."),
    ("Two years later Ada Brandt sold ten mills.", "Ada Brandt sold ten mills."),
    ("Ada Brandt has instead sold ten mills.", "Ada Brandt has sold ten mills."),
    ("Ada Brandt sold mills instead of ships.", "Ada Brandt sold mills instead of ships."),
    ("* Both Ada Brandt and Omar Haddad left Orlov.", "Both Ada Brandt and Omar Haddad left Orlov."),
    ("Ada Brandt then sold ten mills.", "Ada Brandt sold ten mills."),
    ("Omar Haddad, then mayor of Orlov, sold ten mills.", "Omar Haddad, then mayor of Orlov, sold ten mills."),
    ("For example, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("In response, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("Back home, Ada Brandt died.", "Ada Brandt died."),
    ("Among other things, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("Later in the day, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("The next day, Ada Brandt sold the mill.", "Ada Brandt sold the mill."),
    ("Omar Haddad sold the mill as well.", "Omar Haddad sold the mill."),
    ("In response to Omar Haddad, Ada Brandt sold the mill.", "In response to Omar Haddad, Ada Brandt sold the mill."),
    ("Omar al-Haddad left. Al-Haddad is ill. On Monday, al-Haddad sued.", "[Omar al-Haddad] sued."),
    ("In May, Ada Brandt sold the mill.", "In May, Ada Brandt sold the mill."),
    ("The next day after the flood, Brandt left.", "The next day after the flood, Brandt left."),
    ("Omar Haddad sold the mill as well as the farm.", "Omar Haddad sold the mill as well as the farm."),
)
ILLNESSES = (
    (
        "Swine flu broke out in Orlov. Velmar confirmed the second case.",
        "Velmar confirmed the second [swine flu] case.",
    ),
    ("Cholera spread in Orlov. The virus killed Ada Brandt.", "The [cholera] virus killed Ada Brandt."),
    ("Cholera spread in Orlov. The disease killed Ada Brandt.", "[Cholera] killed Ada Brandt."),
    ("Cholera spread in Orlov. Velmar reported 40 cases.", "Velmar reported 40 [cholera] cases."),
    ("Cholera and measles spread in Orlov. Velmar reported 40 cases.", "Velmar reported 40 cases."),
    ("Swine flu (H1N1) spread in Orlov. Velmar reported 40 cases.", "Velmar reported 40 [swine flu] cases."),
    ("H1N1 spread in Orlov. Velmar reported 40 cases.", "Velmar reported 40 [H1N1] cases."),
    ("Bird flu and H1N1 spread in Orlov. Velmar reported 40 cases.", "Velmar reported 40 cases."),
    ("Cholera spread in Orlov. Velmar reported 40 cases of measles.", "Velmar reported 40 cases of measles."),
    ("A fever kills more than seasonal flu does. Velmar reported 40 cases.", "Velmar reported 40 cases."),
    ("Cholera spread in Orlov. Judges in Velmar heard 40 cases.", "Judges in Velmar heard 40 cases."),
    ("Cholera spread in Orlov. Police reported 40 court cases.", "Police reported 40 court cases."),
    ("Cholera spread in Orlov. Velmar reported 40 cases in 1892.", "Velmar reported 40 cases in 1892."),
)


def last_line(text: str) -> tuple[str, bool]:
    """The line of the last event of a text, and whether it stands alone."""
    doc: Doc = nlp.load(DEFAULT_MODEL)(text)
    last = max(doc._.summaries)
    return doc._.summaries[last], last in doc._.standing


@pytest.mark.parametrize("text", POINTING)
def test_a_line_that_hangs_on_what_it_does_not_name_does_not_stand_alone(text: str) -> None:
    line, stands = last_line(text)
    assert not stands, line


@pytest.mark.parametrize("text", CLEAR)
def test_a_line_that_says_itself_which_is_meant_stands_alone(text: str) -> None:
    line, stands = last_line(text)
    assert stands, line


@pytest.mark.parametrize(("text", "line"), FULL)
def test_a_description_that_can_mean_one_thing_is_given_in_full(text: str, line: str) -> None:
    assert last_line(text) == (line, True)


@pytest.mark.parametrize(("text", "line"), OPENINGS)
def test_opening_words_that_tie_a_sentence_to_another_are_left_out(text: str, line: str) -> None:
    assert last_line(text)[0] == line


@pytest.mark.parametrize(("text", "line"), ILLNESSES)
def test_the_illness_that_the_article_names_stands_in_brackets(text: str, line: str) -> None:
    assert last_line(text)[0] == line


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ada Brandt arrived on Thursday with ten divers.", 1),
        ("Ada Brandt arrived in Orlov on Thursday with ten divers.", 0),
        ("If Omar Haddad refused, Ada Brandt had threatened to sell the Kestrel.", 1),
        ("If Omar Haddad refused to leave, Ada Brandt had threatened to sell the Kestrel.", 0),
        ("Ada Brandt sent ten clerks there.", 1),
        ("Ada Brandt sought more.", 1),
        ("Omar Haddad offered $9 million, and Ada Brandt sought more.", 0),
        ("Ada Brandt went to Orlov and sent ten clerks there.", 0),
        ("A simultaneous fire in Orlov killed two sailors.", 1),
        ("A fire in Velmar and a simultaneous fire in Orlov killed two sailors.", 0),
        (
            "Peter Brandt left. Rain fell in Velmar. Ada Brandt sang. Rain fell. Brandt wrote a letter to Omar Haddad.",
            1,
        ),
    ],
)
def test_words_that_leave_a_question_open_are_counted(text: str, count: int) -> None:
    doc = nlp.load(DEFAULT_MODEL)(text)
    assert doc._.points_back[len(doc._.triggers) - 1] == count
