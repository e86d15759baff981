"""Addresses: what the environment puts in, and that nothing secret is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import NoticesUnusable
from dossier.notices.address import HIDDEN, masked, resolved, without_secrets

SECRETS = {"MAIL": "mailto://ada:p@post.example/?to=b@post.example", "PW": "a/b@c:%", "EMPTY": ""}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("json://hooks.example/x", "json://hooks.example/x"),
        ("${MAIL}", SECRETS["MAIL"]),
        ("${MAIL}&cc=c@post.example", SECRETS["MAIL"] + "&cc=c@post.example"),
        ("mailto://ada:${PW}@post.example", "mailto://ada:a%2Fb%40c%3A%25@post.example"),
        ("json://x.example/${PW}/${PW}", "json://x.example/a%2Fb%40c%3A%25/a%2Fb%40c%3A%25"),
        ("json://x.example/$PW/${}", "json://x.example/$PW/${}"),
    ],
)
def test_variables_are_put_in(written: str, meant: str) -> None:
    assert resolved(written, SECRETS) == meant


@pytest.mark.parametrize("name", ["NOT_SET", "EMPTY"])
def test_a_variable_without_a_value_is_named(name: str) -> None:
    with pytest.raises(NoticesUnusable, match=f"variable {name}, which is not set") as raised:
        resolved(f"mailto://ada:${{{name}}}@post.example", SECRETS)
    assert raised.value.advice


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("mailto://ada:secret@post.example", "mailto://****"),
        ("slack://T1/B2/C3", "slack://****"),
        ("https://watch.example/5f3a", "https://****"),
        ("${DOSSIER_MAIL}", "${DOSSIER_MAIL}"),
        ("${DOSSIER_MAIL}/token", "****"),
        ("ada:${PW}", "****"),
        ("no address", "****"),
    ],
)
def test_an_address_is_shown_by_its_scheme(written: str, shown: str) -> None:
    assert masked(written) == shown


@given(scheme=st.from_regex(r"[a-z]{2,8}", fullmatch=True), rest=st.text(min_size=1))
def test_nothing_behind_the_scheme_is_shown(scheme: str, rest: str) -> None:
    assert masked(f"{scheme}://{rest}") == f"{scheme}://{HIDDEN}"


ADDRESS = "mailto://ada:top%40secret@post.example:25/?from=bo@post.example"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            'Connection error while submitting email to "post.example"',
            'Connection error while submitting email to "****"',
        ),
        ("ada: top@secret was refused, and top%40secret, too", "****: **** was refused, and ****, too"),
        (f"Could not load E-Mail URL: {ADDRESS}", "Could not load E-Mail URL: mailto://****"),
        ("bo@post.example: no such mailbox", "****@****: no such mailbox"),
        ("Canada is no part of the address", "Canada is no part of the address"),
    ],
)
def test_what_a_library_says_has_no_part_of_the_address(said: str, shown: str) -> None:
    assert without_secrets(said, ADDRESS) == shown


words = st.text(st.characters(categories=["L", "N"]), min_size=3)


@given(parts=st.lists(words, min_size=1, max_size=5), around=words)
def test_no_part_survives(parts: list[str], around: str) -> None:
    cleaned = without_secrets(f"{around} ".join(f"<{part}> " for part in parts), "json://" + "/".join(parts))
    assert not [part for part in parts if f"<{part}>" in cleaned]
