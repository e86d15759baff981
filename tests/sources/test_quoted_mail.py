"""What a mail quotes is told from its own words, with who wrote it and when."""

import time

import pytest

from dossier.sources.mails.quoted_mail import told_apart

OWN = "The pier is closed.\n\n"
OLD = "It is open.\n"
MARKED = "> It is open.\n"
WRITER = "Coast Weekly"

OVER = [
    pytest.param("On 10 March 2025 at 09:00, Coast Weekly wrote:\n", WRITER, "2025-03-10", id="a day and a name"),
    pytest.param(
        "On Mon, Mar 10, 2025 at 9:00 AM Coast Weekly <a@b.example> wrote:\n\n", WRITER, "2025-03-10", id="Gmail"
    ),
    pytest.param(
        "On Mar 10, 2025, at 9:00 AM, Coast Weekly <a@b.example> wrote:\n\n", WRITER, "2025-03-10", id="Apple"
    ),
    pytest.param("On 10/03/2025 09:00, Coast Weekly wrote:\n", WRITER, None, id="either of two days"),
    pytest.param("On 19/03/2025 09:00, Coast Weekly wrote:\n", WRITER, "2025-03-19", id="Thunderbird"),
    pytest.param("On Tuesday, 10 March 2025 at 09:00, Coast Weekly wrote:\n", WRITER, None, id="a wrong weekday"),
    pytest.param(
        "On Mon, 10 Mar 2025 at 09:00, Coast Weekly\n<a@b.example> wrote:\n", WRITER, "2025-03-10", id="two lines"
    ),
    pytest.param("Am 10.03.2025 um 09:00 schrieb Coast Weekly:\n", WRITER, None, id="German"),
    pytest.param("Le 19/03/2025 à 09:00, Coast Weekly a écrit :\n", WRITER, "2025-03-19", id="French"),
    pytest.param("On Mon, 10 Mar 2025, a@b.example wrote:\n", "a@b.example", "2025-03-10", id="an address"),
]


@pytest.mark.parametrize(("over", "sender", "day"), OVER)
@pytest.mark.parametrize("words", [MARKED, OLD])
def test_a_mail_that_is_answered(over: str, sender: str, day: str | None, words: str) -> None:
    own, [quoted] = told_apart(OWN + over + words)
    assert (own, quoted.text.strip(), quoted.sender) == (OWN, OLD.strip(), sender)
    assert (quoted.day and quoted.day.isoformat()) == day


FIELDS = "From: Coast Weekly <a@b.example>\nSent: Monday, March 10, 2025 9:00 AM\nTo: Ada Brandt\nSubject: Pier\n\n"
HEADS = [
    pytest.param(f"-----Original Message-----\n{FIELDS}", id="Outlook"),
    pytest.param(f"________________________________\n{FIELDS}", id="Outlook, a line"),
    pytest.param(FIELDS, id="fields alone"),
    pytest.param(f"---------- Forwarded message ---------\n{FIELDS.replace('Sent', 'Date')}", id="Gmail"),
    pytest.param(f"Begin forwarded message:\n\n{FIELDS.replace('Sent', 'Date')}", id="Apple"),
    pytest.param(FIELDS.replace("From:", "*From:*").replace("Sent:", "*Sent:*"), id="bold"),
    pytest.param("Von: Coast Weekly\nGesendet: 10 March 2025\nAn: Ada\nBetreff: Pier\n\n", id="German"),
]


@pytest.mark.parametrize("head", HEADS)
def test_a_mail_that_is_forwarded(head: str) -> None:
    own, [quoted] = told_apart(OWN + head + OLD)
    assert (own, quoted.text.strip(), quoted.sender, quoted.title) == (OWN, OLD.strip(), WRITER, "Pier")
    assert quoted.day is not None
    assert quoted.day.isoformat() == "2025-03-10"


def test_answers_between_the_lines_are_the_mails_own() -> None:
    text = f"On 10 March 2025, Ada wrote:\n> Is it open?\n{OWN}> Is it safe?\nNo.\n"
    own, [quoted] = told_apart(text)
    assert (own, quoted.text) == (f"{OWN}No.\n", "Is it open?\n\nIs it safe?\n")


@pytest.mark.parametrize("words", [MARKED, OLD])
def test_no_own_line_is_lost_that_stands_close_above(words: str) -> None:
    own, [quoted] = told_apart(f"Good point.\nOn 10 March 2025 at 9:00, Ada wrote:\n{words}")
    assert (own, quoted.sender) == ("Good point.\n", "Ada")
    assert told_apart(f"They say this:\n\n{FIELDS}{OLD}")[0] == "They say this:\n\n"


def test_answers_between_the_lines_of_two_mails() -> None:
    text = f"On 12 March 2025, Ada wrote:\n> No.\n> On 10 March 2025, Ben wrote:\n> {MARKED}{OWN}> Never.\n"
    own, quoted = told_apart(text)
    assert own == OWN
    assert [(one.text, one.sender) for one in quoted] == [("No.\n\nNever.\n", "Ada"), ("It is open.\n", "Ben")]


def test_a_mail_in_a_mail_in_a_mail() -> None:
    text = f"{OWN}On 12 March 2025, Ada wrote:\n> I doubt it.\n>\n> On 10 March 2025, Coast Weekly wrote:\n> {MARKED}"
    own, quoted = told_apart(text)
    assert own == OWN
    assert [(one.text.strip(), one.sender) for one in quoted] == [
        ("I doubt it.", "Ada"),
        ("It is open.", "Coast Weekly"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The board wrote: the pier is closed.\n", id="a report of a letter"),
        pytest.param("On 3 March 2025 the mayor wrote:\n\nI resign.\n", id="a letter in a report"),
        pytest.param("He said:\n\nThe pier is closed.\n", id="a colon"),
        pytest.param("From: Orlov\nTo: the sea\n\nA poem.\n", id="two fields"),
        pytest.param("To: Ada\nCc: Ben\nSubject: Pier\n\nA note.\n", id="no sender"),
        pytest.param("A note.\n-- \nAda\n", id="a signature"),
    ],
)
def test_other_words_are_the_mails_own(text: str) -> None:
    assert told_apart(text) == (text, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(">" * 5_000 + " It is open.\n" + "> " * 50_000, id="marks"),
        pytest.param(("-" * 100 + "\n") * 5_000, id="rules"),
        pytest.param("From: x\nDate: y\n" * 20_000, id="fields"),
        pytest.param(("a " * 50 + "\n") * 5_000, id="prose"),
    ],
)
def test_a_hostile_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    told_apart(text)
    assert time.process_time() - start < 2
