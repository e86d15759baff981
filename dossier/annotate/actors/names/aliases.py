"""Other names that an article says someone has: "also known as", "alias", "whose real name is", "née"."""

from collections import Counter
from collections.abc import Iterator

from dossier.annotate.actors.names.bearers import NamedActor
from dossier.annotate.actors.names.name_mention import NameMention
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import NOUN_OR_ADJECTIVE_POS, TIME_OR_NUMBER_ENTITIES
from dossier.model import Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")
_CUES = tuple(tuple(cue.split()) for cue in _WORDS["alias_cues"])
_CUES_BY_LAST_WORD: dict[str, list[tuple[str, ...]]] = {}
for _cue in _CUES:
    _CUES_BY_LAST_WORD.setdefault(_cue[-1], []).append(_cue)
_BETWEEN_NAME_AND_CUE = _WORDS["between_name_and_alias_cue"]
_BETWEEN_CUE_AND_ALIAS = frozenset(('"', "“", "‘", "'", "``", "the", "(", "[", ","))

# Set by hand; no measurement is recorded.
_MAX_TOKENS_BETWEEN_NAME_AND_CUE = 5  # "…, who is also …"
_MAX_GOVERNORS_ABOVE_CUE = 3  # steps up the parse to the name
_MAX_ALIAS_WORDS = 4  # words, where the alias was not recognised


def join_aliases(doc: Parsed, actors: list[NamedActor]) -> list[NamedActor]:
    """The actors, without those that an alias joins to another one: "Adam Brandt, also known as Dock".

    Changes the actors: the one named before the cue ("also known as") takes over the name mentions of the other.
    """
    by_first_token = {name.mention.start: actor for actor in actors for name in actor.names}
    by_last_token = {name.mention.end - 1: actor for actor in actors for name in actor.names}
    by_head = {name.mention.head: actor for actor in actors for name in actor.names}
    joined_into: dict[int, NamedActor] = {}
    for start, end in _cue_spans(doc):
        bearer = _bearer_of_alias(doc, start, by_last_token, by_head)
        if bearer is None:
            continue
        bearer = _after_joining(bearer, joined_into)
        alias_start = _alias_start(doc, end)
        other = by_first_token.get(alias_start)
        if other is None:
            _add_unrecognised_alias(doc, alias_start, bearer, by_first_token)
        elif (other := _after_joining(other, joined_into)) is not bearer and _kinds_allow_joining(bearer, other):
            bearer.absorb(other.names)
            joined_into[id(other)] = bearer
    return [actor for actor in actors if id(actor) not in joined_into]


def _cue_spans(doc: Parsed) -> Iterator[tuple[int, int]]:
    """The tokens (half-open) of each cue, the longest that ends at each place."""
    for i in doc.lowers.where(_CUES_BY_LAST_WORD):
        fitting = [cue for cue in _CUES_BY_LAST_WORD[doc[i].lower_] if _cue_ends_at(doc, i, cue)]
        if fitting:
            yield i + 1 - max(map(len, fitting)), i + 1


def _cue_ends_at(doc: Parsed, last: int, cue: tuple[str, ...]) -> bool:
    first = last + 1 - len(cue)
    return first >= 0 and all(doc[first + n].lower_ == word for n, word in enumerate(cue))


def _bearer_of_alias(
    doc: Parsed, cue_start: int, by_last_token: dict[int, NamedActor], by_head: dict[int, NamedActor]
) -> NamedActor | None:
    """The actor whose other name the cue announces: named right before it, else a name before it that governs it."""
    i = cue_start - 1
    for _ in range(_MAX_TOKENS_BETWEEN_NAME_AND_CUE):
        if i < 0 or i in by_last_token or doc[i].lower_ not in _BETWEEN_NAME_AND_CUE:
            break
        i -= 1
    if i in by_last_token and not _is_second_verb(doc, cue_start):
        return by_last_token[i]
    token = doc[cue_start]
    for _ in range(_MAX_GOVERNORS_ABOVE_CUE):
        if token.dep_ == "ROOT":
            break
        token = token.head
        if token.i in by_head and token.i < cue_start:
            return by_head[token.i]
    return None


def _is_second_verb(doc: Parsed, start: int) -> bool:
    """Whether a cue's verb is joined to another, whose subject it shares: "runs a firm in Varna and goes by …".

    Then the name right before the cue ("Varna") does not bear the alias.
    """
    return doc[start].dep_ == "conj" and doc[start].head.pos_ == "VERB"


def _alias_start(doc: Parsed, end: int) -> int:
    """The first token behind the cue that is no mark and no article."""
    while end < len(doc) and doc[end].lower_ in _BETWEEN_CUE_AND_ALIAS:
        end += 1
    return end


def _add_unrecognised_alias(doc: Parsed, start: int, actor: NamedActor, by_first_token: dict[int, NamedActor]) -> None:
    """Give the actor a name that was not recognised: the capitalised words from ``start`` on.

    It gets none where they run into a name, a time or a number.
    """
    end = start
    while (
        end < len(doc)
        and end - start < _MAX_ALIAS_WORDS
        and doc[end].text[0].isupper()
        and doc[end].pos_ in NOUN_OR_ADJECTIVE_POS
    ):
        if end in by_first_token or doc[end].ent_type_ in TIME_OR_NUMBER_ENTITIES:
            return
        end += 1
    if end > start:
        actor.names.append(NameMention.of(doc.span(start, end), Counter()))


def _kinds_allow_joining(bearer: NamedActor, other: NamedActor) -> bool:
    """Whether the kinds allow that the two are one.

    The recogniser takes the alias of a person for anything, so to a person all but a group can be joined.
    """
    if bearer.kind is Kind.PERSON:
        return other.kind is not Kind.GROUP
    return other.kind is not Kind.PERSON and (bearer.kind is Kind.PLACE) == (other.kind is Kind.PLACE)


def _after_joining(actor: NamedActor, joined_into: dict[int, NamedActor]) -> NamedActor:
    """The actor that has taken over the given one by now, else that one itself."""
    while id(actor) in joined_into:
        actor = joined_into[id(actor)]
    return actor
