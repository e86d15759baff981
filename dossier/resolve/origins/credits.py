"""Credit lines: what an article says of whose words it prints."""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model import Article
from dossier.text import names
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.origins", "origin_words.toml")

_HEAD = 1000  # characters from the start in which a dateline stands
_TAIL = 400  # characters from the end in which a credit stands
_BYLINES = 5  # lines from the start among which a byline stands
_LONGEST = 6  # words in the name of an outlet

_DATELINE = re.compile(r"^([^\n()]{0,60})\(([^()\n]{2,60})\)\s*(?:[—–]|--?)\s", re.MULTILINE)
_SIGNED = re.compile(
    r"""(?:^|[.!?"”’]\s+)\(([^()\n]{2,60})\)\.?\s*$           # it ends: (Midsea Press)
    |(?:^|[.!?"”’]\s+)(?:[—–]|--)\s*([^\n()—–]{2,60}?)\.?\s*$  # it ends: — Midsea Press
    |^(?:Source|Credit|Via|Agenc(?:y|ies))s?:\s*([^\n]{2,80})$
    |(?:©|\(c\)|\bCopyright)[\s©]*(?:\d{4},?\s+)?(?:by\s+)?([^\n.()]{2,80})
    |\b(?:[Ww]ith|[Aa]dditional)\ (?:reporting|files|material|information)\ (?:by|from)\ ([^\n.()]{2,80})""",
    re.MULTILINE | re.VERBOSE,
)
_BYLINE = re.compile(r"^(?:By|BY)\s+(.{2,80})$")
_OPENING = re.compile(r"^\(([^()\n]{2,30})\)")
_STATED = re.compile(
    r"""(?:\b[Tt]his\ (?:article|story|report|piece|post|interview|item|dispatch)\b[^.\n]{0,60}?\b
        |^)(?:[Ff]irst\ |[Oo]riginally\ )?
    (?:[Pp]ublished|[Aa]ppeared|[Rr]epublished|[Rr]eprinted|[Ss]yndicated|[Pp]rovided|[Dd]istributed)
    (?:\ with\ (?:the\ )?(?:kind\ )?permission)?\ (?:by|in|on|from|of)\ (?:the\ )?([^\n]{2,100})""",
    re.MULTILINE | re.VERBOSE,
)
_SEPARATORS = re.compile(r"\s*[,;/|·•]\s*|\s+(?:and|for|via)\s+")
_DESK = re.compile(r"\s+(?:staff|reporters?|writers?|correspondents?|editors?|newsroom|desk)$", re.IGNORECASE)
_SMALL = _WORDS["small"]
_WEAK = frozenset("agency network".split())
_GENERIC = _WORDS["generic"]
_CALENDAR = frozenset(
    names.normal(name) for named in (day_abbr, day_name, month_abbr, month_name) for name in named if name
)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who an article says its words are from: ``sure``, and ``possible`` where the place may hold other names too."""

    sure: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


def read_credits(article: Article) -> Credits:
    """The agencies and outlets that the article is credited to, in text order, each once.

    A dateline ("HAVEN, 3 May (Midsea Press) —") and a statement ("first published by …") name any outlet. In the
    byline and at the end stand persons and notes too: surely an outlet is what is called as outlets are, or initials.
    A line of its own at the head may be a masthead, and as well a heading ("World News").
    """
    found = [*_datelines(article.text), *_statements(article.text)]
    loose = list(_loose(article))
    found += [name for name in loose if names_outlet(name) or _is_initials(name)]
    return Credits(_distinct(found), _distinct([*loose, *filter(_is_name, _first_lines(article.text))]))


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.clean(name) for name in found))


def names_outlet(name: str) -> bool:
    """Whether the name is one that newspapers, agencies and broadcasters are called by: its head says so.

    >>> names_outlet("The Orlov Times"), names_outlet("Times of Orlov"), names_outlet("Press Secretary Ada Brandt")
    (True, True, False)
    """
    words = names.tokens(names.clean(name))
    head = next((words[:place] for place, word in enumerate(words) if place and word in _SMALL), words)
    return bool(head) and names.is_outlet(head[-1]) and not _GENERIC.issuperset(words)


def quotes_outlet(name: str) -> bool:
    """Whether a source that is quoted by this name is an outlet: an agency for the environment is none.

    >>> quotes_outlet("Orlov News Agency"), quotes_outlet("Orlov Harbour Agency"), quotes_outlet("local press")
    (True, False, False)
    """
    words = names.tokens(names.clean(name))
    if not names_outlet(name) or not names.clean(name)[0].isupper():
        return False
    return words[-1] not in _WEAK or _GENERIC.issuperset(words[-2:])


def _is_initials(name: str) -> bool:
    letters = names.clean(name).replace(".", "")
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 5 and letters not in ("END", "ENDS", "MORE")


def _datelines(text: str) -> Iterator[str]:
    for before, named in _DATELINE.findall(text[:_HEAD]):
        for name in _SEPARATORS.split(named):
            if _is_name(name) and names.normal(name) not in _CALENDAR and not _abbreviates(name, before):
                yield name


def _abbreviates(name: str, before: str) -> bool:
    """Whether the brackets only hold the initials of the name before them."""
    words = before.split()
    return any(names.is_acronym_of(name, " ".join(words[start:])) for start in range(len(words)))


def _statements(text: str) -> Iterator[str]:
    for part in dict.fromkeys((text[:_HEAD], text[-_HEAD:])):
        for match in _STATED.finditer(part):
            name = _leading_name(match[1])
            if name:
                yield name


def _loose(article: Article) -> Iterator[str]:
    """Names in places where an outlet may be named, and others too."""
    said = [article.author or ""]
    opening = _first_lines(article.text)
    said += [match[1] for line in opening for match in (_BYLINE.match(line), _OPENING.match(line)) if match]
    said += [group for match in _SIGNED.finditer(article.text[-_TAIL:]) for group in match.groups() if group]
    for part in said:
        for name in _SEPARATORS.split(part.strip()):
            if _is_name(bare := _DESK.sub("", name.removesuffix("."))):
                yield bare


def _first_lines(text: str) -> list[str]:
    return [line.strip() for line in text[:_HEAD].splitlines() if line.strip()][:_BYLINES]


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _LONGEST and all(word[0].isupper() or word in _SMALL for word in words)


def _leading_name(text: str) -> str:
    """The words with capitals that the text begins with, up to the end of a sentence or clause."""
    taken: list[str] = []
    for word in text.split()[:_LONGEST]:
        if not (word[0].isupper() or word in _SMALL):
            break
        taken.append(word.rstrip(",;:.)"))
        if taken[-1] != word:
            break
    while taken and taken[-1] in _SMALL:
        taken.pop()
    return " ".join(taken)
