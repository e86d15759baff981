"""Tell pages that stand between a reader and an article: consent, checks for robots, errors, paywalls."""

import re

from dossier.sources.draft import DraftNote
from dossier.sources.pages.page_data import body_in_metadata
from dossier.sources.pages.page_metadata import Page
from dossier.sources.unreadable import Unreadable
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.sources.pages", "obstacle_words.toml")
_CONSENT, _NO_ARTICLE, _PAYWALL = (
    sorted(_WORDS[name]) for name in ("phrases_of_consent", "phrases_of_no_article", "phrases_of_paywalls")
)
_OWN_VOICE = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['words_of_the_page_itself']))})\b", re.I)
_WORD = re.compile(r"\w+")
_BLANK_LINE = "\n\n"
_MIN_CONSENT_PHRASES = 3
"""Different phrases of consent that make a page one. Set by hand."""
_MIN_CONSENT_SHARE = 0.6
"""The share of its text that stands in paragraphs with such phrases. Set by hand."""
_MAX_WORDS_OF_NO_ARTICLE = 120
"""Words of the longest page that shows an error or a check. Set by hand."""
_MAX_WORDS_OF_DEMAND = 60
"""Words of the longest paragraph that asks for a subscription. Set by hand."""
_LAST_PARAGRAPHS = 4
"""Paragraphs at the end where a page asks for one. Set by hand."""
_MAX_WORDS_OF_OPENING = 250
"""Words of the longest opening, where nothing else says that it is one. Set by hand."""
_SIGNS_OF_BREAKING_OFF = ("...", "…", "[…]", "[...]")
_MAX_WORDS_OF_TEASER = 40
"""Words of a text that is no whole article, where the page says that not everybody may read it. Set by hand."""
_TIMES_LONGER = 1.2
"""How much longer the text in the metadata has to be than what the page shows, to be the whole. Set by hand."""
_OPENING = DraftNote(
    "an opening only: the page asks for a subscription to read on", "save the page where the whole article is shown"
)
_MAY_BE_OPENING = DraftNote(
    "it may be an opening only: the page says that not everybody may read the whole",
    "save the page where the whole article is shown",
)
_BREAKS_OFF = DraftNote("an opening only: its text breaks off", "save the page where the whole article is shown")
_WHOLE_IN_METADATA = DraftNote("the page shows an opening only; the whole text was read from its articleBody")


def refuse_no_article(text: str, title: str | None) -> None:
    """Raise Unreadable where the text of a page is no article: a choice about cookies, a check for robots, an error."""
    if len(_phrases(_CONSENT, text)) >= _MIN_CONSENT_PHRASES and _asks(text) >= _MIN_CONSENT_SHARE * len(text):
        raise Unreadable(
            "a consent page: it asks about cookies, and holds no article",
            "open it, answer, and save the article itself",
        )
    head = f"{title or ''}\n{text.partition(_BLANK_LINE)[0]}"
    if _phrases(_NO_ARTICLE, head) and _count(text) <= _MAX_WORDS_OF_NO_ARTICLE:
        raise Unreadable(
            "no article: a page with an error, or a check for robots", "open it in a browser, and save it again"
        )


def _asks(text: str) -> int:
    """The characters of the paragraphs about consent, if in one of them the page speaks of itself."""
    asking = [one for one in text.split(_BLANK_LINE) if _phrases(_CONSENT, one)]
    return sum(map(len, asking)) if any(map(_OWN_VOICE.search, asking)) else 0


def _phrases(phrases: list[str], text: str) -> list[str]:
    """Those of the phrases that stand in the text."""
    plain = " ".join(text.lower().split())
    return [phrase for phrase in phrases if phrase in plain]


def whole_text(text: str, page: Page) -> tuple[str, tuple[DraftNote, ...]]:
    """The text without what asks for a subscription at its end, and what is to be noted of it.

    Where the page shows an opening alone, and its metadata have the whole text, that is taken.
    """
    paragraphs = text.split(_BLANK_LINE)
    demands = [paragraph for paragraph in paragraphs[-_LAST_PARAGRAPHS:] if _is_demand(paragraph)]
    is_locked = _is_locked(page)
    kept = _BLANK_LINE.join(paragraph for paragraph in paragraphs if paragraph not in demands) or text
    if is_locked and (body := body_in_metadata(page)) and _goes_on(kept, body):
        return body, (_WHOLE_IN_METADATA,)
    is_short = _count(kept) <= _MAX_WORDS_OF_OPENING
    if (demands and (is_locked or is_short)) or (
        is_locked and is_short and _phrases(_PAYWALL, page.tree.text_content())
    ):
        return kept, (_OPENING,)
    if is_short and any(paragraph.rstrip().endswith(_SIGNS_OF_BREAKING_OFF) for paragraph in paragraphs[-2:]):
        return text, (_BREAKS_OFF,)
    return text, (_MAY_BE_OPENING,) if is_locked and _count(kept) <= _MAX_WORDS_OF_TEASER else ()


def is_opening(text: str) -> bool:
    """Whether a short text ends by asking for a subscription to read on."""
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    return any(map(_is_demand, paragraphs[-_LAST_PARAGRAPHS:])) and _count(text) <= _MAX_WORDS_OF_OPENING


def _is_demand(paragraph: str) -> bool:
    return _count(paragraph) <= _MAX_WORDS_OF_DEMAND and bool(_phrases(_PAYWALL, paragraph))


def _is_locked(page: Page) -> bool:
    """Whether the page says that not everybody may read the whole."""
    stated = [str(article.get("isAccessibleForFree", "")).casefold() for article in page.articles]
    tiers = {tier.casefold() for tier in page.meta_values(["article:content_tier"])}
    return "false" in stated or not tiers.isdisjoint(_WORDS["locked_tiers"])


def _goes_on(opening: str, body: str) -> bool:
    """Whether the body has the last words of the opening, and more behind them."""
    words, last = _WORD.findall(body.casefold()), _WORD.findall(opening.casefold())[-8:]
    has_last = f" {' '.join(last)} " in f" {' '.join(words)} "
    return has_last and len(body) >= _TIMES_LONGER * len(opening)


def _count(text: str) -> int:
    return len(_WORD.findall(text))
