"""Names of people, pair by pair."""

import pytest

from dossier.text.person_names import Fit, fit
from dossier.text.spelling import is_heard_alike, is_slip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Colonel Adel Haddar", "Adel Haddar", Fit.SAME),
        ("Khaled al-Marouni", "Khalid al-Maruni", Fit.SPELLED),
        ("Mohammed Haddar", "Muhammad Haddar", Fit.SPELLED),
        ("Pete Lindqvarn", "Pete Lindqvran", Fit.SLIP),
        ("Mike Tarrowby", "Michael R. Tarrowby", Fit.FAMILIAR),
        ("Astrid Lindqvarn", "Astrid M. Lindqvarn", Fit.FULLER),
        ("Quintero Salas", "Ana Quintero Salas", Fit.FULLER),
        ("Ana Quintero", "Ana Quintero Salas", Fit.FULLER),
        ("A. G. Lindqvarn", "Astrid Greta Lindqvarn", Fit.INITIALS),
        ("B. Lindqvarn", "Astrid Lindqvarn", Fit.RELATIVE),
        ("Wen Taoli", "Taoli Wen", Fit.TURNED),
        ("al-Maruni", "Khaled al-Marouni", Fit.SHORT),
        ("Lindqvarn", "Astrid Lindqvarn", Fit.SHORT),
        ("Abu Salim", "Khaled Salim", Fit.NONE),
        ("Nominate Peter Lindqvarn", "Peter M. Lindqvarn", Fit.FULLER),
        ("Aide Mike Tarrowby", "Michael C. Tarrowby", Fit.FULLER),
        ("Peter M. Lindqvarn", "Karl P. Lindqvarn", Fit.RELATIVE),
        ("Peter Lindqvarn Jr.", "Peter Lindqvarn", Fit.RELATIVE),
        ("Peter Lindqvarn Sr.", "Peter Lindqvarn Jr.", Fit.RELATIVE),
        ("Peter Lindqvarn, Sr.", "Peter Lindqvarn Snr", Fit.SAME),
        ("Peter Lindqvarn Sr.", "Peter Lindqvarn", Fit.SAME),
        ("Lindqvarn", "Peter Lindqvarn Jr.", Fit.SHORT),
        ("Paul W. Lindqvarn", "Paul H. W. Lindqvarn", Fit.RELATIVE),
        ("Adel Haddar", "Nadia Haddar", Fit.RELATIVE),
        ("Abdul Karim Haddar", "Abd el-Karim Haddar", Fit.SAME),
        ("Abdurrahim Haddar", "Abdul Rahim Haddar", Fit.SAME),
        ("Nadia Abdel Karim", "Nadia Abdulkarim", Fit.SAME),
        ("Abdul Haddar", "Haddar", Fit.SHORT),
        ("Yoon Min-ho", "Yoon Minho", Fit.SPELLED),
        ("Minho Yoon", "Yoon Min Ho", Fit.SPELLED),
        ("Yoon Min-ho", "Yoon Min-su", Fit.NONE),
        ("Jean-Marc Tarrowby", "Jeanmarc Tarrowby", Fit.SPELLED),
        ("R. K. Tarrowby", "RK Tarrowby", Fit.SAME),
        ("RK Tarrowby", "Rose Kate Tarrowby", Fit.INITIALS),
        ("RK Tarrowby", "Paul Tarrowby", Fit.RELATIVE),
        ("Omar ElMarouni", "Omar el-Marouni", Fit.SPELLED),
        ("Seif Haddar", "Saif Haddar", Fit.SPELLED),
        ("Omar Gassem", "Omar Qassem", Fit.SLIP),
        ("Yevgeny Lindqvarn", "Evgeny Lindqvarn", Fit.FAMILIAR),
        ("Ben Tarrowby", "Ben S. Tarrowby", Fit.FULLER),
        ("Omar Ben Haddar", "Ben Haddar", Fit.SHORT),
        ("Adel Haddar", "Adel Kessel", Fit.NONE),
        ("Bay", "Astrid Buy", Fit.NONE),
        ("Kessel", "Haddar and Kessel", Fit.NONE),
        ("J. R. Myers", "Jess Mears", Fit.NONE),
        ("-", "...", Fit.NONE),
    ],
)
def test_fit(left: str, right: str, expected: Fit) -> None:
    assert fit(left, right) is fit(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right", "are_alike"),
    [
        ("Khaled", "Khalid", True),
        ("Hussein", "Husain", True),
        ("Yunis", "Younes", True),
        ("Sergey", "Sergei", True),
        ("Qasem", "Kasim", True),
        ("Халед", "Khaled", True),
        ("Maria", "Mario", False),
        ("Maria", "Marie", False),
        ("Hansen", "Hanson", False),
        ("Allen", "Ellen", False),
        ("Eric", "Erica", False),
        ("Jan", "Jen", False),
        ("Daniel", "Danielle", False),
        ("44", "444", False),
        ("1", "11", False),
        ("17", "17", True),
        ("4th", "44th", False),
    ],
)
def test_transliterations_are_heard_alike(left: str, right: str, are_alike: bool) -> None:
    assert is_heard_alike(left, right) is is_heard_alike(right, left) is are_alike


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Lindqvarn", "Lindqvran", True),
        ("Lindqvarn", "Lindqarn", True),
        ("Haddar", "Haddad", False),
        ("Brant", "Brand", False),
        ("Ariane-17", "Ariane-18", False),
    ],
)
def test_long_words_a_letter_apart_may_be_slips(left: str, right: str, expected: bool) -> None:
    assert is_slip(left, right) is expected
