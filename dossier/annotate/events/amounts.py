"""Numbers of an event: how many were killed, hurt or held, how much money, by how many per cent."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from dossier.annotate.doc import Amount, Argument
from dossier.annotate.ontology import EventType
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.roles import is_person
from dossier.annotate.timex.lexicon import CARDINALS
from dossier.annotate.timex.numbers import UNKNOWN, count
from dossier.model import QuantityKind, Role

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|mn|bn|b|tn)?", re.ASCII)
_VAGUE = frozenset("dozens scores hundreds thousands tens millions billions several many few".split())
_LEAST = ("at least", "more than", "over", "no fewer than", "no less than", "not less than", "upwards of")
_MOST = ("at most", "up to", "fewer than", "less than", "under", "no more than", "not more than", "as many as")
_ABOUT = frozenset("about around roughly approximately some nearly almost circa estimated".split())
_SIGNS = frozenset("$ £ € ¥ us$ a$ c$".split())
_CURRENCIES = frozenset("dollar euro pound yen yuan rupee rouble ruble franc peso lira shekel rial dinar cent".split())
_JOINTS = frozenset("to and or - – —".split())
_BEFORE = frozenset(
    """at least more than over no fewer less not upwards of most up to under as many about around roughly
    approximately some nearly almost circa an estimated between and or - – — a""".split()
) | _SIGNS  # fmt: skip
_NAMED = frozenset("PRODUCT ORG FAC LAW EVENT WORK_OF_ART DATE TIME ORDINAL PERSON GPE".split())
_LONGEST = 8
_COUNTED = frozenset((Role.PATIENT, Role.RECIPIENT))


def numbers(doc: Parsed) -> list[int]:
    """The indices of the words that can be numbers."""
    return doc.lowers.where({word for word in doc.lowers.distinct if _is_numeric(word) or word in _VAGUE})


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
        if child.dep_ in ("npadvmod", "dobj"):
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
    while end < head and (_is_numeric(doc[end + 1].lower_) or _continues(doc, end + 1, head)):
        end += 1
    first = run
    while first > max(0, run - _LONGEST) and doc[first - 1].lower_ in _BEFORE and doc[first - 1].sent == doc[run].sent:
        first -= 1
    while first < run and doc[first].lower_ in ("and", "or", "to", "of", "a", "no", "-", "–", "—", "as"):
        first += 1
    words = [doc[i].lower_ for i in range(first, end + 1)]
    unit, noun = _unit(doc, words, end, head)
    sort = _kind(words, noun, counts)
    if sort is None:
        return None
    least, most, about = _bounds(words)
    return Amount(first, max(end, noun.i if noun is not None else end) + 1, sort, least, most, unit, about)


def _continues(doc: Parsed, i: int, head: int) -> bool:
    """Whether a word between two numbers keeps them together ("three to five")."""
    return doc[i].lower_ in _JOINTS and i < head and _is_numeric(doc[i + 1].lower_)


def _is_number(token: Token, times: Container[int]) -> bool:
    if token.i in times or token.ent_type_ in _NAMED:
        return False
    if token.whitespace_ == "" and token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        # "a five-person crew"
        return _is_numeric(token.nbor(2).lower_)
    return _is_numeric(token.lower_) or token.lower_ in _VAGUE


def _is_numeric(word: str) -> bool:
    return word in CARDINALS or word in _SCALES or bool(_DIGITS.fullmatch(word)) or word in ("scores", "dozens")


def _unit(doc: Parsed, words: Sequence[str], end: int, head: int) -> tuple[str | None, Token | None]:
    """What is counted, and its noun: "ten villagers", "dozens of villagers"; for money the currency."""
    sign = next((word for word in words if word in _SIGNS), None)
    if sign is not None:
        return sign.upper(), None
    if head > end:
        return doc[head].lemma_.lower(), doc[head]
    for child in doc[head].children:
        if child.lower_ == "of" and child.i == head + 1:
            noun = next((token for token in child.children if token.dep_ == "pobj"), None)
            if noun is not None:
                return noun.lemma_.lower(), noun
    return None, None


def _kind(words: Sequence[str], noun: Token | None, counts: QuantityKind | None) -> QuantityKind | None:
    if any(word in _SIGNS for word in words) or (noun is not None and noun.lemma_.lower() in _CURRENCIES):
        return QuantityKind.MONEY
    if noun is not None and noun.lower_ in ("percent", "%", "per_cent", "cent"):
        return QuantityKind.PERCENT
    if noun is None or is_person(noun):
        return counts or QuantityKind.PEOPLE if noun is not None else counts
    return QuantityKind.OTHER if not noun.ent_type_ or noun.ent_type_ in ("CARDINAL", "QUANTITY") else None


def _bounds(words: Sequence[str]) -> tuple[float | None, float | None, bool]:
    """Least, most, and whether the number is a rough one."""
    text = " ".join(words)
    values = list(_values(words))
    about = any(word in _ABOUT for word in words)
    if not values or any(word in _VAGUE for word in words):
        return None, None, False
    if len(values) > 1:
        return min(values), max(values), about
    if any(text.startswith(opening) for opening in _LEAST):
        return values[0], None, about
    if any(text.startswith(opening) for opening in _MOST):
        return None, values[0], about
    return values[0], values[0], about


def _values(words: Sequence[str]) -> Iterator[float]:
    """The numbers that the words write, one after another: "between three and five" are two."""
    run: list[str] = []
    for word in [*words, ""]:
        if _is_numeric(word):
            run.append(word)
        elif run:
            value = _value(run)
            if value is not None:
                yield value
            run = []


def _value(run: Sequence[str]) -> float | None:
    """One number: "26.5 million", "twelve", "2,300", "5bn"."""
    scale = 1.0
    plain: list[str] = []
    for word in run:
        match = _DIGITS.fullmatch(word)
        if word in _SCALES and word != "thousand":
            scale *= _SCALES[word]
        elif match and match[3]:
            plain.append(word.removesuffix(match[3]))
            scale *= _SUFFIXES[match[3]]
        else:
            plain.append(word)
    counted = count(plain) if plain else "1"
    return None if counted == UNKNOWN else float(counted) * scale
