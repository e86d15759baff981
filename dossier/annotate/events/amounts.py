"""Numbers of an event: how many people were killed, hurt or held, how much money, how many per cent."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from dossier.annotate.doc import Amount, Argument
from dossier.annotate.events.number_words import (
    APPROXIMATORS,
    DASHES,
    LOWER_BOUNDS,
    NUMBER_SUFFIXES,
    OR_MORE,
    UPPER_BOUNDS,
    VAGUE_NUMERALS,
    is_numeral,
    number_bounds,
)
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.animacy import is_person
from dossier.annotate.syntax.labels import COUNT_ENTITIES, NAMES_AND_DATES, OBJECT_OR_MEASURE
from dossier.model import EventType, QuantityKind, Role
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.events", "event_words.toml")

_CURRENCY_SIGNS = _WORDS["currency_signs"]
_CURRENCY_NOUNS = _WORDS["currency_nouns"]
_NUMBER_JOINERS = DASHES | _WORDS["number_joiners"]
_WORDS_OF_BOUNDS = frozenset(word for phrase in LOWER_BOUNDS + UPPER_BOUNDS for word in phrase.split())
_WORDS_BEFORE_NUMBERS = (
    _CURRENCY_SIGNS | APPROXIMATORS | _NUMBER_JOINERS | _WORDS_OF_BOUNDS | _WORDS["words_before_numbers"]
)
_NEVER_FIRST_OF_NUMBER = _NUMBER_JOINERS | {"of", "a"}
_COMPARATIVES = _WORDS["comparatives_of_number"]
_KINDS_OF_PEOPLE = frozenset(QuantityKind) - {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.OTHER}
_COUNTED_ROLES = frozenset((Role.PATIENT, Role.RECIPIENT))
_MAX_WORDS_BESIDE_NUMBER = 8
"""How many tokens before the head of a phrase its number is looked for, and before a number the words that bound it.

Set by hand; no measurement is recorded.
"""


def number_words(doc: Parsed) -> list[int]:
    """The indices of the tokens that can be numbers, vague ones included ("dozens"), in order."""
    return doc.lowers.where({word for word in doc.lowers.distinct if _may_be_number(word)})


def amounts(
    head: Token, event_type: EventType, arguments: Sequence[Argument], numbers: Sequence[int], times: Container[int]
) -> tuple[Amount, ...]:
    """The numbers on the participants of an event and on the measures beside it, in text order.

    ``numbers`` are the indices of the tokens that can be numbers, ``times`` of those in temporal expressions.
    """
    if not _has_number(head, arguments, numbers):
        return ()
    doc = head.doc
    arguments_by_head = {argument.head: argument for argument in arguments}
    found = []
    for i in sorted(arguments_by_head.keys() | set(_measures_beside(head))):
        argument = arguments_by_head.get(i)
        phrase_start = argument.start if argument is not None else doc[i].left_edge.i
        counted = event_type.counts if argument is not None and argument.role in _COUNTED_ROLES else None
        amount = _amount(doc, max(phrase_start, i - _MAX_WORDS_BESIDE_NUMBER), i, counted, times)
        if amount is not None:
            found.append(amount)
    return tuple(found)


def _has_number(head: Token, arguments: Sequence[Argument], numbers: Sequence[int]) -> bool:
    """Whether a number stands from the first to the last token of the participants and all words under the event."""
    start = min((argument.start for argument in arguments), default=head.i)
    end = max((argument.end for argument in arguments), default=head.i)
    start, end = min(start, head.left_edge.i), max(end, head.right_edge.i + 1)
    place = bisect_left(numbers, start)
    return place < len(numbers) and numbers[place] < end


def _measures_beside(head: Token) -> Iterator[int]:
    """The indices of what may be a measure under a trigger: "rose 5 percent", "sold for $3 million"."""
    for child in head.children:
        if child.dep_ in OBJECT_OR_MEASURE:
            yield child.i
        elif child.dep_ == "prep":
            yield from (token.i for token in child.children if token.dep_ == "pobj" and token.ent_type_)


def _amount(doc: Parsed, start: int, head: int, counted: QuantityKind | None, times: Container[int]) -> Amount | None:
    """The first number in the tokens ``start`` to ``head`` (inclusive), with its unit.

    ``counted`` is what a number of people here is a number of, by the event's type and the role of the phrase. None
    without a number, for one that goes on behind the phrase, and for one of no known kind.
    """
    span = _number_span(doc, start, head, times)
    if span is None:
        return None
    first, last = span
    words = _lower_words(doc, first, last + 1)
    unit, noun = _unit(doc, words, last, head)
    kind = _quantity_kind(words, unit, noun, counted)
    if kind is None:
        return None
    least, most, is_approximate = number_bounds(words)
    if kind in _KINDS_OF_PEOPLE and any(number is not None and number % 1 for number in (least, most)):
        # "1.250 people": whether the point groups figures or is a decimal point is not known
        least = most = None
    end = max(last, noun.i if noun is not None else last) + 1
    return Amount(start=first, end=end, kind=kind, least=least, most=most, unit=unit, is_about=is_approximate)


def _number_span(doc: Parsed, start: int, head: int, times: Container[int]) -> tuple[int, int] | None:
    """The first and last index of the first number in ``start`` to ``head`` (inclusive), with the words that bound it.

    "more than 30" and "ten or more" are whole. None without a number, and for one that goes on behind the phrase.
    """
    numeral = next((i for i in range(start, head + 1) if _begins_number(doc[i], times)), None)
    if numeral is None:
        return None
    last = _last_of_number(doc, numeral, head)
    if _goes_on_behind(doc, last):
        return None
    first = _first_bounding_word(doc, numeral)
    if _has_suffix_token(doc, first, last):
        last += 1
    if " ".join(token.lower_ for token in doc[last + 1 : last + 3]) == OR_MORE:
        last += 2
    return first, last


def _last_of_number(doc: Parsed, numeral: int, head: int) -> int:
    """The index of the last numeral of a number, which "to", "and", "or" or a dash may join ("three to five")."""
    last = numeral
    while last < head and (_continues_number(doc[last + 1]) or _joins_numerals(doc, last + 1, head)):
        last += 1
    return last


def _joins_numerals(doc: Parsed, i: int, head: int) -> bool:
    """Whether the word at ``i`` joins the number before it to a numeral behind it ("three to five")."""
    return doc[i].lower_ in _NUMBER_JOINERS and i < head and is_numeral(doc[i + 1].lower_)


def _goes_on_behind(doc: Parsed, last: int) -> bool:
    """Whether the number goes on behind the phrase that the parse makes of it ("$5-10 million", "two and a half")."""
    words = [token.lower_ for token in doc[last + 1 : last + 4]]
    if not words or words[0] not in _NUMBER_JOINERS:
        return False
    following = next((word for word in words[1:] if word != "a" and word not in _CURRENCY_SIGNS), "")
    return is_numeral(following) or following == "half"


def _first_bounding_word(doc: Parsed, numeral: int) -> int:
    """The index of the first word that bounds the number, in its sentence ("more" of "more than 30"), else its own."""
    first = numeral
    sentence = doc[numeral].sent
    earliest = max(0, numeral - _MAX_WORDS_BESIDE_NUMBER)
    while first > earliest and doc[first - 1].lower_ in _WORDS_BEFORE_NUMBERS and doc[first - 1].sent == sentence:
        first -= 1
    while first < numeral and _is_no_part_of_number(doc, first):
        first += 1
    return first


def _is_no_part_of_number(doc: Parsed, i: int) -> bool:
    """Whether the word at ``i``, the first of those before a number, is no part of the number.

    A word that joins numbers is none. "No" is part of "no more than ten", "as" of "as many as ten"; elsewhere neither.
    """
    word, *following = (token.lower_ for token in doc[i : i + 3])
    if word == "as":
        return following != ["many", "as"]
    return word in _NEVER_FIRST_OF_NUMBER or (word == "no" and following[0] not in _COMPARATIVES)


def _has_suffix_token(doc: Parsed, first: int, last: int) -> bool:
    """Whether the token behind an amount of money is the suffix of its figures: "$5m"."""
    if last + 1 >= len(doc) or doc[last].whitespace_ or doc[last + 1].lower_.rstrip(".") not in NUMBER_SUFFIXES:
        return False
    return any(token.lower_ in _CURRENCY_SIGNS for token in doc[first:last])


def _lower_words(doc: Parsed, first: int, end: int) -> list[str]:
    """The words in lower case, a suffix joined to its figures."""
    words = [token.lower_ for token in doc[first:end]]
    if len(words) > 1 and words[-1].rstrip(".") in NUMBER_SUFFIXES:
        words[-2:] = [words[-2] + words[-1].rstrip(".")]
    return words


def _begins_number(token: Token, times: Container[int]) -> bool:
    """Whether the token begins a number, a vague one included ("dozens").

    A number in a name or date counts nothing ("Boeing 737"), nor do that of "a five-person crew" and the "many" of "as
    many as".
    """
    if token.i in times or token.ent_type_ in NAMES_AND_DATES:
        return False
    if _has_hyphen_behind(token):
        # "five-person" is no number, "twenty-five" is one
        return is_numeral(token.nbor(2).lower_)
    if token.lower_ == "many" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "as":
        return False
    return _may_be_number(token.lower_)


def _continues_number(token: Token) -> bool:
    """Whether the token is a numeral that can follow another; no "25" of "two 25-year-old men"."""
    return is_numeral(token.lower_) and (not _has_hyphen_behind(token) or is_numeral(token.nbor(2).lower_))


def _has_hyphen_behind(token: Token) -> bool:
    return token.whitespace_ == "" and token.i + 2 < len(token.doc) and token.nbor(1).text == "-"


def _may_be_number(word: str) -> bool:
    return is_numeral(word) or word in VAGUE_NUMERALS


def _unit(doc: Parsed, words: Sequence[str], last: int, head: int) -> tuple[str | None, Token | None]:
    """The lemma of what is counted, and its noun: "ten villagers", "dozens of villagers".

    With the sign of a currency it is that sign, and no noun. A number that stands alone has neither.
    """
    sign = next((word for word in words if word in _CURRENCY_SIGNS), None)
    if sign is not None:
        return sign.upper(), None
    if head > last:
        is_per_cent = doc[head].lower_ == "cent" and doc[head - 1].lower_ == "per"
        return "percent" if is_per_cent else doc[head].lemma_.lower(), doc[head]
    for child in doc[head].children:
        if child.lower_ == "of" and child.i == head + 1:
            noun = next((token for token in child.children if token.dep_ == "pobj"), None)
            if noun is not None:
                return noun.lemma_.lower(), noun
    return None, None


def _quantity_kind(
    words: Sequence[str], unit: str | None, noun: Token | None, counted: QuantityKind | None
) -> QuantityKind | None:
    """What the number is a number of; None beside a name that is no person, and for a bare number of no known kind."""
    if unit in ("percent", "%"):
        return QuantityKind.PERCENT
    if any(word in _CURRENCY_SIGNS for word in words) or (noun is not None and noun.lemma_.lower() in _CURRENCY_NOUNS):
        return QuantityKind.MONEY
    if noun is None:
        return counted
    if is_person(noun):
        return counted or QuantityKind.PEOPLE
    return QuantityKind.OTHER if not noun.ent_type_ or noun.ent_type_ in COUNT_ENTITIES else None
