"""Numbers of an event: how many were killed, hurt or held, how much money, by how many per cent."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from dossier.annotate.doc import Amount, Argument
from dossier.annotate.events.number_words import ABOUT, DASHES, LEAST, MOST, OR_MORE, SUFFIXES, VAGUE, bounds, is_figure
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import COUNT_ENTITIES, NAMES_AND_DATES, OBJECT_OR_MEASURE
from dossier.model import EventType, QuantityKind, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

_SIGNS = _WORDS["signs"]
_CURRENCIES = _WORDS["currencies"]
_JOINTS = DASHES | {"to", "and", "or"}
_BEFORE = _SIGNS | ABOUT | _JOINTS | {"an", "a", "between", "half"} | {w for text in LEAST + MOST for w in text.split()}
_OPENING = _JOINTS | {"of", "a"}
_TURNED = frozenset(("more", "fewer", "less"))
_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.OTHER}
_LONGEST = 8
_COUNTED = frozenset((Role.PATIENT, Role.RECIPIENT))


def numbers(doc: Parsed) -> list[int]:
    """The indices of the words that can be numbers."""
    return doc.lowers.where({word for word in doc.lowers.distinct if _counts(word)})


def amounts(
    head: Token, kind: EventType, arguments: Sequence[Argument], numeric: Sequence[int], times: Container[int]
) -> tuple[Amount, ...]:
    """The numbers on the participants of an event and beside it, in text order.

    ``numeric`` are the words of the text that can be numbers, ``times`` those in temporal expressions.
    """
    first = min((argument.start for argument in arguments), default=head.i)
    last = max((argument.end for argument in arguments), default=head.i)
    first, last = min(first, head.left_edge.i), max(last, head.right_edge.i + 1)
    place = bisect_left(numeric, first)
    if place == len(numeric) or numeric[place] >= last:
        return ()
    doc = head.doc
    roles = {argument.head: argument for argument in arguments}
    found = []
    for i in sorted(roles.keys() | set(_beside(head))):
        argument = roles.get(i)
        start = argument.start if argument is not None else doc[i].left_edge.i
        amount = _amount(doc, max(start, i - _LONGEST), i, _counted(kind, argument), times)
        if amount is not None:
            found.append(amount)
    return tuple(found)


def _beside(head: Token) -> Iterator[int]:
    """What is measured beside a verb: "rose 5 percent", "sold for $3 million"."""
    for child in head.children:
        if child.dep_ in OBJECT_OR_MEASURE:
            yield child.i
        elif child.dep_ == "prep":
            yield from (token.i for token in child.children if token.dep_ == "pobj" and token.ent_type_)


def _counted(kind: EventType, argument: Argument | None) -> QuantityKind | None:
    return kind.counts if argument is not None and argument.role in _COUNTED else None


def _amount(doc: Parsed, start: int, head: int, counts: QuantityKind | None, times: Container[int]) -> Amount | None:
    """The number in the phrase from ``start`` to its head, with the words that bound it, if there is one."""
    run = next((i for i in range(start, head + 1) if _is_number(doc[i], times)), None)
    if run is None:
        return None
    end = run
    while end < head and (_is_plain(doc[end + 1]) or _continues(doc, end + 1, head)):
        end += 1
    if _is_cut(doc, end):
        return None
    first = run
    while first > max(0, run - _LONGEST) and doc[first - 1].lower_ in _BEFORE and doc[first - 1].sent == doc[run].sent:
        first -= 1
    while first < run and _is_opening(doc, first):
        first += 1
    end += _has_suffix(doc, first, end)
    if " ".join(token.lower_ for token in doc[end + 1 : end + 3]) == OR_MORE:
        end += 2
    words = _words(doc, first, end + 1)
    unit, noun = _unit(doc, words, end, head)
    sort = _kind(words, unit, noun, counts)
    if sort is None:
        return None
    least, most, about = bounds(words)
    if sort in _PEOPLE and any(number is not None and number % 1 for number in (least, most)):
        # "1.250 people": nobody knows which stop it is
        least = most = None
    return Amount(first, max(end, noun.i if noun is not None else end) + 1, sort, least, most, unit, about)


def _continues(doc: Parsed, i: int, head: int) -> bool:
    """Whether a word between two numbers keeps them together ("three to five")."""
    return doc[i].lower_ in _JOINTS and i < head and is_figure(doc[i + 1].lower_)


def _is_cut(doc: Parsed, end: int) -> bool:
    """Whether the number goes on behind the phrase that the parse makes of it ("$5-10 million", "two and a half")."""
    words = [token.lower_ for token in doc[end + 1 : end + 4]]
    if not words or words[0] not in _JOINTS:
        return False
    behind = next((word for word in words[1:] if word != "a" and word not in _SIGNS), "")
    return is_figure(behind) or behind == "half"


def _is_opening(doc: Parsed, i: int) -> bool:
    """Whether the first word of a phrase is no part of its number: "no" is one of "no more than ten"."""
    word, *following = (token.lower_ for token in doc[i : i + 3])
    if word == "as":
        return following != ["many", "as"]
    return word in _OPENING or (word == "no" and following[0] not in _TURNED)


def _has_suffix(doc: Parsed, first: int, end: int) -> bool:
    """Whether the token behind an amount of money is the end of its last word: "$5m"."""
    if end + 1 >= len(doc) or doc[end].whitespace_ or doc[end + 1].lower_.rstrip(".") not in SUFFIXES:
        return False
    return any(token.lower_ in _SIGNS for token in doc[first:end])


def _words(doc: Parsed, first: int, end: int) -> list[str]:
    """The words in lower case, a suffix joined to its figure."""
    words = [token.lower_ for token in doc[first:end]]
    if len(words) > 1 and words[-1].rstrip(".") in SUFFIXES:
        words[-2:] = [words[-2] + words[-1].rstrip(".")]
    return words


def _is_number(token: Token, times: Container[int]) -> bool:
    if token.i in times or token.ent_type_ in NAMES_AND_DATES:
        return False
    if token.whitespace_ == "" and token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        # "a five-person crew"
        return is_figure(token.nbor(2).lower_)
    if token.lower_ == "many" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "as":
        return False
    return _counts(token.lower_)


def _is_plain(token: Token) -> bool:
    """Whether it is a figure, and no half of a word with a hyphen ("two 25-year-old men")."""
    hyphened = not token.whitespace_ and token.i + 2 < len(token.doc) and token.nbor(1).text == "-"
    return is_figure(token.lower_) and (not hyphened or is_figure(token.nbor(2).lower_))


def _counts(word: str) -> bool:
    return is_figure(word) or word in VAGUE


def _unit(doc: Parsed, words: Sequence[str], end: int, head: int) -> tuple[str | None, Token | None]:
    """What is counted, and its noun: "ten villagers", "dozens of villagers"; for money the currency."""
    sign = next((word for word in words if word in _SIGNS), None)
    if sign is not None:
        return sign.upper(), None
    if head > end:
        is_per_cent = doc[head].lower_ == "cent" and doc[head - 1].lower_ == "per"
        return "percent" if is_per_cent else doc[head].lemma_.lower(), doc[head]
    for child in doc[head].children:
        if child.lower_ == "of" and child.i == head + 1:
            noun = next((token for token in child.children if token.dep_ == "pobj"), None)
            if noun is not None:
                return noun.lemma_.lower(), noun
    return None, None


def _kind(
    words: Sequence[str], unit: str | None, noun: Token | None, counts: QuantityKind | None
) -> QuantityKind | None:
    if unit in ("percent", "%"):
        return QuantityKind.PERCENT
    if any(word in _SIGNS for word in words) or (noun is not None and noun.lemma_.lower() in _CURRENCIES):
        return QuantityKind.MONEY
    if noun is None or is_person(noun):
        return counts or QuantityKind.PEOPLE if noun is not None else counts
    return QuantityKind.OTHER if not noun.ent_type_ or noun.ent_type_ in COUNT_ENTITIES else None
