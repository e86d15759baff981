"""Pages that stand between a reader and an article. All of them are made up."""

import json

import pytest

from dossier.sources.draft import Draft
from dossier.sources.pages import html
from dossier.sources.unreadable import Unreadable

LEAD = "The ferry Amal ran aground off Orlov on Monday, the coast guard said, with forty people on board."
SECOND = "Two tugs pulled the ferry off the rocks before noon, and nobody was hurt, a spokeswoman told reporters."
REST = "The owner, a firm in Stavanger, had been fined in 2019 after inspectors found that its pumps did not work."
DEMAND = "To continue reading this article, subscribe from 1 crown a week. Already a subscriber? Log in."
CONSENT = "a consent page: it asks about cookies, and holds no article"
NO_ARTICLE = "no article: a page with an error, or a check for robots"


def _page(*paragraphs: str, title: str = "Ferry aground", **about: object) -> bytes:
    data = json.dumps({"@type": "NewsArticle", **about}) if about else ""
    script = f'<script type="application/ld+json">{data}</script>' if data else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title>{script}</head><body><article>{body}</article></body></html>".encode()


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param(
            _page(
                "We and our 120 partners store and access information on a device, such as cookies, and process "
                "personal data, such as unique identifiers, to show personalised ads.",
                "You can change your mind at any time: see our privacy policy.",
            ),
            CONSENT,
            id="cookies",
        ),
        pytest.param(
            _page(
                "We and our 842 partners use cookies on this device.",
                "You may accept or manage your choices below, including your right to object where legitimate "
                "interest is used, and you may withdraw your consent at any time.",
            ),
            CONSENT,
            id="cookies, told to the reader",
        ),
        pytest.param(
            _page(
                "Wir und unsere Partner speichern Informationen auf einem Gerät und verarbeiten personenbezogene "
                "Daten, damit wir diese Seite bezahlen können. Sie können alle akzeptieren."
            ),
            CONSENT,
            id="cookies in German",
        ),
        pytest.param(_page("It seems that you are using an ad blocker. Please turn it off."), NO_ARTICLE, id="ads"),
        pytest.param(_page("This article is no longer available on our site."), NO_ARTICLE, id="withdrawn"),
        pytest.param(_page("You must be 18 or older to view this page.", title="Your age"), NO_ARTICLE, id="age"),
        pytest.param(
            _page(
                "We use cookies and data to keep this site up.", "If you choose to accept all, we use cookies for more."
            ),
            CONSENT,
            id="cookies, in other words",
        ),
        pytest.param(
            _page("Please wait while we look at your browser. It takes five seconds.", title="Just a moment..."),
            NO_ARTICLE,
            id="a check for robots",
        ),
        pytest.param(
            _page("Sorry, the page you are looking for has moved or never was there at all. Try a search."),
            NO_ARTICLE,
            id="an error",
        ),
    ],
)
def test_a_page_without_an_article_is_named(page: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        html.read(page)
    assert refused.value.reason == reason
    assert refused.value.advice


@pytest.mark.parametrize(
    ("page", "text", "note"),
    [
        pytest.param(_page(LEAD, SECOND, REST), [LEAD, SECOND, REST], "", id="a whole article"),
        pytest.param(_page(LEAD, DEMAND), [LEAD], "an opening only", id="a demand alone"),
        pytest.param(
            _page(LEAD, SECOND, REST, isAccessibleForFree=False), [LEAD, SECOND, REST], "", id="saved by a subscriber"
        ),
        pytest.param(
            _page(LEAD, isAccessibleForFree=False), [LEAD], "it may be an opening only", id="locked and short"
        ),
        pytest.param(
            _page(LEAD, "Two tugs pulled the ferry off and …"), None, "an opening only: its text breaks off", id="cut"
        ),
        pytest.param(
            _page(LEAD, SECOND, DEMAND, isAccessibleForFree="False"), [LEAD, SECOND], "an opening only", id="locked"
        ),
        pytest.param(
            _page(LEAD, SECOND, isAccessibleForFree=False).replace(
                b"</article>", b"</article><aside>Log in to read</aside>"
            ),
            [LEAD, SECOND],
            "an opening only",
            id="the demand stands beside it",
        ),
        pytest.param(
            _page(LEAD, DEMAND, isAccessibleForFree=False, articleBody=f"{LEAD} {SECOND} {REST}"),
            [f"{LEAD} {SECOND} {REST}"],
            "the page shows an opening only; the whole text was read from its articleBody",
            id="whole in the metadata",
        ),
        pytest.param(
            _page(LEAD, DEMAND, isAccessibleForFree=False, articleBody=f"{SECOND} {REST} {REST}"),
            [LEAD],
            "an opening only",
            id="another text in the metadata",
        ),
        pytest.param(
            _page(
                LEAD,
                SECOND,
                "The firm's cookie policy says that it may process personal data, such as unique identifiers, of every "
                "passenger, and its partners store and access information on a device, the regulator found.",
                REST,
            ),
            None,
            "",
            id="news of cookies",
        ),
    ],
)
def test_an_opening_is_named(page: bytes, text: list[str] | None, note: str) -> None:
    [draft] = html.read(page)
    assert isinstance(draft, Draft)
    assert text is None or draft.text.split("\n\n") == text
    assert [found.reason[: len(note)] for found in draft.notes] == ([note] if note else [])
