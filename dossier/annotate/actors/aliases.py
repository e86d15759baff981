"""Other names that an article says someone has: "also known as", "alias", "whose real name is", "née"."""

from collections import Counter
from collections.abc import Iterator

from dossier.annotate.actors.chaining import Bearer
from dossier.annotate.actors.name_mention import Naming
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import NOUN_OR_ADJECTIVE_POS, TIME_OR_NUMBER_ENTITIES
from dossier.model import Kind

_CUES = tuple(
    tuple(cue.split())
    for cue in (
        "known as",
        "known by the name of",
        "known by the name",
        "known by the nickname",
        "known by the alias",
        "known by his nom de guerre",
        "known by her nom de guerre",
        "goes by the name of",
        "goes by the name",
        "going by the name of",
        "going by the name",
        "went by the name of",
        "alias",
        "aka",
        "a.k.a.",
        "nicknamed",
        "whose real name is",
        "whose real name was",
        "whose birth name was",
        "real name",
        "born",
        "née",
        "né",
        "formerly",
        "formerly called",
        "previously called",
        "also called",
        "also spelled",
        "also spelt",
        "also written",
        "self-identified as",
        "pen name of",
        "stage name of",
    )
)
_BY_LAST: dict[str, list[tuple[str, ...]]] = {}
for _cue in _CUES:
    _BY_LAST.setdefault(_cue[-1], []).append(_cue)
_BETWEEN = frozenset(
    """also better best commonly popularly widely formerly previously sometimes otherwise and who is was are were or
    a the ( ) , - – — " “ ” ‘ ’ ' [ ]""".split()
)
_SKIPPED = 5
_STEPS = 3
_LONGEST = 4
_QUOTES = frozenset(('"', "“", "‘", "'", "``", "the", "(", "[", ","))


def join_aliases(doc: Parsed, bearers: list[Bearer]) -> list[Bearer]:
    """The bearers, those that the text says to be one joined under the name that it gives first."""
    by_start = {naming.mention.start: bearer for bearer in bearers for naming in bearer.namings}
    by_end = {naming.mention.end - 1: bearer for bearer in bearers for naming in bearer.namings}
    by_head = {naming.mention.head: bearer for bearer in bearers for naming in bearer.namings}
    into: dict[int, Bearer] = {}
    for start, end in _cues(doc):
        first = _host(doc, start, by_end, by_head)
        if first is None:
            continue
        first = _final(first, into)
        behind = _behind(doc, end)
        second = by_start.get(behind)
        if second is None:
            _take_unnamed(doc, behind, first, by_start)
        elif (second := _final(second, into)) is not first and _can_be_one(first, second):
            first.take(second)
            into[id(second)] = first
    return [bearer for bearer in bearers if id(bearer) not in into]


def _cues(doc: Parsed) -> Iterator[tuple[int, int]]:
    """The tokens (half-open) of each cue, the longest at each place."""
    for i in doc.lowers.where(_BY_LAST):
        fitting = [cue for cue in _BY_LAST[doc[i].lower_] if _stands(doc, i, cue)]
        if fitting:
            yield i + 1 - max(map(len, fitting)), i + 1


def _stands(doc: Parsed, last: int, cue: tuple[str, ...]) -> bool:
    first = last + 1 - len(cue)
    return first >= 0 and all(doc[first + n].lower_ == word for n, word in enumerate(cue))


def _host(doc: Parsed, start: int, by_end: dict[int, Bearer], by_head: dict[int, Bearer]) -> Bearer | None:
    """Whose other name the cue announces: the name right before it, or what it hangs on."""
    i = start - 1
    for _ in range(_SKIPPED):
        if i < 0 or i in by_end or doc[i].lower_ not in _BETWEEN:
            break
        i -= 1
    if i in by_end and not _is_second_verb(doc, start):
        return by_end[i]
    token = doc[start]
    for _ in range(_STEPS):
        if token.dep_ == "ROOT":
            break
        token = token.head
        if token.i in by_head and token.i < start:
            return by_head[token.i]
    return None


def _is_second_verb(doc: Parsed, start: int) -> bool:
    """Whether it goes on about the subject of a verb before: who runs a firm in Varna and goes by the name of Dock."""
    return doc[start].dep_ == "conj" and doc[start].head.pos_ == "VERB"


def _behind(doc: Parsed, end: int) -> int:
    """The first token behind the cue that is no mark and no article."""
    while end < len(doc) and doc[end].lower_ in _QUOTES:
        end += 1
    return end


def _take_unnamed(doc: Parsed, start: int, bearer: Bearer, by_start: dict[int, Bearer]) -> None:
    """A name that was not recognised: the capitalised words behind the cue."""
    end = start
    while (
        end < len(doc)
        and end - start < _LONGEST
        and doc[end].text[0].isupper()
        and doc[end].pos_ in NOUN_OR_ADJECTIVE_POS
    ):
        if end in by_start or doc[end].ent_type_ in TIME_OR_NUMBER_ENTITIES:
            return
        end += 1
    if end > start:
        span = doc.span(start, end)
        bearer.namings.append(Naming.of(span, Counter()))


def _can_be_one(first: Bearer, second: Bearer) -> bool:
    """A person is no place and no body; the recogniser takes a nom de guerre for anything."""
    if first.kind is Kind.PERSON:
        return second.kind is not Kind.GROUP
    return second.kind is not Kind.PERSON and (first.kind is Kind.PLACE) == (second.kind is Kind.PLACE)


def _final(bearer: Bearer, into: dict[int, Bearer]) -> Bearer:
    while id(bearer) in into:
        bearer = into[id(bearer)]
    return bearer
