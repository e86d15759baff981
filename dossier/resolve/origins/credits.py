"""Credit lines: which agencies and outlets an article names as the source of its text."""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.text import acronyms, names
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.origins", "origin_words.toml")
_SMALL_WORDS = _WORDS["small_words"]
_GENERIC_WORDS = _WORDS["generic_outlet_words"]
_AMBIGUOUS_WORDS = _WORDS["ambiguous_outlet_words"]
_END_MARKS = _WORDS["end_marks"]
_CALENDAR_WORDS = frozenset(
    names.normal(name) for named in (day_abbr, day_name, month_abbr, month_name) for name in named if name
)

# All of these are set by hand; no measurement is recorded.
_HEAD_CHARACTERS = 1000  # from the start, in which datelines, bylines and statements stand; these as near the end too
_TAIL_CHARACTERS = 400  # to the end of a text, in which a credit stands
_BYLINE_LINES = 5  # lines from the start, among which a byline or a masthead stands
_MAX_OUTLET_WORDS = 6  # words in the name of an outlet
_INITIALS_LETTERS = range(2, 6)  # letters in the initials of an outlet

# A dateline: "HAVEN, 3 May (Midsea Press) —"; behind other words of its line it has a place in capitals.
_DATELINE = re.compile(
    r"(?:^([^\n()]{0,60})|\b([A-Z][A-Z .'’-]{2,40}(?:,\s[^\n()]{2,30})?)\s)\(([^()\n]{2,60})\)\s*(?:[—–]|--?)\s",
    re.MULTILINE,
)
_CREDIT_LABELS = "|".join(sorted(_WORDS["credit_labels"]))
_CONTRIBUTIONS = "|".join(sorted(_WORDS["contribution_nouns"]))
_CREDIT = re.compile(
    rf"""(?:^|[.!?"”’]\s+)\(([^()\n]{{2,60}})\)\.?\s*$           # it ends: (Midsea Press)
    |(?:^|[.!?"”’]\s+)(?:[—–]|--)\s*([^\n()—–]{{2,60}}?)\.?\s*$  # it ends: — Midsea Press
    |^(?:{_CREDIT_LABELS})s?:\s*([^\n]{{2,80}})$
    |(?:©|\(c\)|\bCopyright)[\s©]*(?:\d{{4}},?\s+)?(?:by\s+)?([^\n.()]{{2,80}})
    |\b(?:[Ww]ith|[Aa]dditional)\ (?:{_CONTRIBUTIONS})\ (?:by|from)\ ([^\n.()]{{2,80}})""",
    re.MULTILINE | re.VERBOSE,
)
_BYLINE = re.compile(r"^(?:By|BY)\s+(.{2,80})$")
# Brackets at the start of a line: "(Midsea Press) The harbour is closed."
_OPENING_BRACKETS = re.compile(r"^\(([^()\n]{2,30})\)")
_PARTICIPLES = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(_WORDS["publishing_participles"]))
_ARTICLE_NOUNS = "|".join(sorted(_WORDS["article_nouns"]))
# A statement: "This story was first published by the Orlov Times".
_STATEMENT = re.compile(
    rf"""(?:\b[Tt]his\ (?:{_ARTICLE_NOUNS})\b[^.\n]{{0,60}}?\b
        |^)(?:[Ff]irst\ |[Oo]riginally\ )?
    (?:{_PARTICIPLES})
    (?:\ with\ (?:the\ )?(?:kind\ )?permission)?\ (?:by|in|on|from|of)\ (?:the\ )?([^\n]{{2,100}})""",
    re.MULTILINE | re.VERBOSE,
)
_SEPARATORS = re.compile(r"\s*[,;/|·•]\s*|\s+(?:and|for|via)\s+")
# People of an outlet after its name: "Orlov Press staff".
_DESK = re.compile(rf"\s+(?:{'|'.join(sorted(_WORDS['desk_words']))})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credits:
    """The outlets that an article is credited to.

    ``sure`` are those that are certainly outlets. ``possible`` are the names where persons and headings may stand too;
    some of them are sure as well.
    """

    sure: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()


def read_credits(text: str, author: str) -> Credits:
    """The agencies and outlets that an article is credited to, each once: by its text as it is read, and its author.

    A dateline ("HAVEN, 3 May (Midsea Press) —") and a statement ("first published by …") name outlets for sure. A
    byline or a credit at the end may name a person: it is sure only if the name is one that outlets have ("Orlov
    Times"), or initials. A short line of its own at the start may be a masthead or a heading ("World News"): it is only
    possible.
    """
    sure = [*_datelines(text), *_statements(text)]
    mixed = list(_bylines_and_credits(text, author))
    sure += [name for name in mixed if names_outlet(name) or _is_initials(name)]
    return Credits(_distinct(sure), _distinct([*mixed, *filter(_is_name, _first_lines(text))]))


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.clean(name) for name in found))


def names_outlet(name: str) -> bool:
    """Whether the name is one that newspapers, agencies and broadcasters have: the last word of its head says so.

    A name of general words alone ("news media") is none.

    >>> names_outlet("The Orlov Times"), names_outlet("Times of Orlov"), names_outlet("Press Secretary Ada Brandt")
    (True, True, False)
    """
    words = names.tokens(names.clean(name))
    head = next((words[:place] for place, word in enumerate(words) if place and word in _SMALL_WORDS), words)
    return bool(head) and names.is_outlet(head[-1]) and not _GENERIC_WORDS.issuperset(words)


def quotes_outlet(name: str) -> bool:
    """Whether a quoted source of this name is an outlet. An agency for the environment is none, nor a "local press".

    >>> quotes_outlet("Orlov News Agency"), quotes_outlet("Orlov Harbour Agency"), quotes_outlet("local press")
    (True, False, False)
    """
    words = names.tokens(names.clean(name))
    if not names_outlet(name) or not names.clean(name)[0].isupper():
        return False
    return words[-1] not in _AMBIGUOUS_WORDS or _GENERIC_WORDS.issuperset(words[-2:])


def _is_initials(name: str) -> bool:
    letters = names.clean(name).replace(".", "")
    return letters.isalpha() and letters.isupper() and len(letters) in _INITIALS_LETTERS and letters not in _END_MARKS


def _datelines(text: str) -> Iterator[str]:
    """The names in the brackets of datelines, without days and months ("(3 May)")."""
    for opening, place, in_brackets in _DATELINE.findall(text[:_HEAD_CHARACTERS]):
        for name in _SEPARATORS.split(in_brackets):
            is_outlet = _is_name(name) and names.normal(name) not in _CALENDAR_WORDS
            if is_outlet and not _abbreviates(name, opening or place):
                yield name


def _abbreviates(name: str, before: str) -> bool:
    """Whether the brackets only give the initials of the name before them: "Joint Harbour Agency (JHA) —"."""
    words = before.split()
    return any(acronyms.is_acronym_of(name, " ".join(words[start:])) for start in range(len(words)))


def _statements(text: str) -> Iterator[str]:
    """The names in statements near the start and near the end of the text."""
    for part in dict.fromkeys((text[:_HEAD_CHARACTERS], text[-_HEAD_CHARACTERS:])):
        for match in _STATEMENT.finditer(part):
            name = _leading_name(match[1])
            if name:
                yield name


def _bylines_and_credits(text: str, author: str) -> Iterator[str]:
    """Names in the author field, in bylines, and in credits at the end, which may be those of outlets or of persons."""
    found = [author]
    opening = _first_lines(text)
    found += [match[1] for line in opening for match in (_BYLINE.match(line), _OPENING_BRACKETS.match(line)) if match]
    found += [name for match in _CREDIT.finditer(text[-_TAIL_CHARACTERS:]) for name in match.groups() if name]
    for part in found:
        for name in _SEPARATORS.split(part.strip()):
            if _is_name(without_desk := _DESK.sub("", name.removesuffix("."))):
                yield without_desk


def _first_lines(text: str) -> list[str]:
    return [line.strip() for line in text[:_HEAD_CHARACTERS].splitlines() if line.strip()][:_BYLINE_LINES]


def _is_name(text: str) -> bool:
    """Whether the text is short enough for an outlet's name, and each word is capitalised or a small one ("of")."""
    words = text.split()
    return 0 < len(words) <= _MAX_OUTLET_WORDS and all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _leading_name(text: str) -> str:
    """The name that the text begins with: capitalised and small words, up to a mark; empty where there is none."""
    taken: list[str] = []
    for word in text.split()[:_MAX_OUTLET_WORDS]:
        if not (word[0].isupper() or word in _SMALL_WORDS):
            break
        taken.append(word.rstrip(",;:.)"))
        if taken[-1] != word:
            break
    while taken and taken[-1] in _SMALL_WORDS:
        taken.pop()
    return " ".join(taken)
