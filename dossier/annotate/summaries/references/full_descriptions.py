"""Descriptions that point back, in full: "[the plan to close the mill]" for "the plan".

The article has to leave no doubt what is meant: its first phrase with the noun says by itself which one it is, and all
phrases behind that only take it up. Where a second thing of the noun may be meant, nothing is supplied.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.annotate.parsed import Parsed
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.summaries.cutting.detokenizing import detokenized
from dossier.annotate.summaries.references.anaphoric_descriptions import AnaphoricDescriptions
from dossier.annotate.summaries.references.bracketed_names import ActorMentions, possessive
from dossier.annotate.summaries.references.dangling import DanglingWords
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import COUNTING_WORDS
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    BARE_DETERMINERS,
    DESCRIBING_RELATIONS,
    NOUN_MODIFIERS,
    NOUN_POS,
    PARTICIPLE_TAGS,
    PLURAL_NOUN_TAGS,
    PREMODIFIERS,
    PRONOUN_TAGS,
    RESTRICTING_RELATIONS,
    WH_TAGS,
)
from dossier.model import Form, Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "description_words.toml")
_UNSTEADY_NOUNS = _WORDS["time_nouns"] | _WORDS["unsteady_nouns"]
_NOUNS_WITH_PARTNERS = _WORDS["nouns_with_partners"]
_COMPARING_WORDS = _WORDS["comparing_words"]
_DEFINITE = _WORDS["definite_words"]

_FIRST = _DEFINITE | {"a", "an"}
"""Determiners with which something may be told of for the first time."""
_TAGS_OF_MORE = WH_TAGS | PARTICIPLE_TAGS | {"VBD"}
"""Of words that may go on with a phrase: "which", "falling", "fallen", and a past tense that is none."""
_MARKS = frozenset('“ ” " ( ) [ ] : ; — – -- , ``'.split())
"""Marks that no phrase in brackets has."""

# set by hand, on lines of three affairs
_MAX_WORDS = 14
"""Longest phrase that stands in brackets for a description."""
_NEXT_TOKENS = 50
"""The same for "this" and "that", which mean what came last: some two sentences."""
_NEAR_TOKENS = 400
"""Tokens from the last mention to the description, within which nothing else is meant: some 16 sentences."""


@dataclass(frozen=True, slots=True)
class _NounPhrase:
    """A noun phrase of the article; ``start`` to ``end`` (half-open) are its tokens."""

    head: int
    start: int
    end: int
    opening: str
    """Its article or other determiner in lower case, else empty."""
    modifiers: frozenset[str]
    """The nouns, names and adjectives before the noun, and its possessor, in lower case."""
    is_telling: bool
    """Whether it says by itself which one is meant."""

    def takes_up(self, other: "_NounPhrase") -> bool:
        """Whether the phrase, of the same noun, may mean what the other does: it is definite and says no more."""
        return self.opening in _DEFINITE and self.modifiers <= other.modifiers


class FullDescriptions:
    """Finds for a description of one Doc the phrase before it that says which one is meant."""

    def __init__(
        self, doc: Parsed, parse: FlatParse, mentions: ActorMentions, descriptions: AnaphoricDescriptions
    ) -> None:
        self._doc, self._parse, self._mentions, self._descriptions = doc, parse, mentions, descriptions
        self._dangling = DanglingWords(doc, parse, mentions)
        times = (i for timex in doc._.timexes for i in range(timex.start, timex.end))
        self._timed = set(times)
        self._times = {i for i in self._timed if not _is_year(parse.words[i])}
        self._places: dict[str, list[int]] | None = None
        self._phrases: dict[int, _NounPhrase] = {}
        self._found: dict[int, tuple[_NounPhrase | None, str, int]] = {}

    def brackets(self, kept: Sequence[int], pointing: Collection[int]) -> Mapping[int, tuple[str, int]]:
        """By the first word of each such description of a line, the words for it: the form of ``bracketed_names``.

        ``kept`` are the tokens of the line, ``pointing`` the heads of its descriptions that point back.
        """
        line, told = set(kept), set(kept)
        found: dict[int, tuple[str, int]] = {}
        for noun in sorted({*pointing, *self._demonstrated(kept)}):
            if noun - 1 in line and not any(c in line for c in self._behind(noun)):
                phrase, words, end = self._full(noun)
                if phrase is not None and told.isdisjoint(range(phrase.start, phrase.end)):
                    told.add(phrase.head)
                    found[noun - 1] = words, end
        return found

    def _demonstrated(self, kept: Sequence[int]) -> Iterator[int]:
        """The nouns behind a demonstrative: "this plan"."""
        parse = self._parse
        for token in kept:
            if parse.tags[token] == "NN" and parse.lowers[token - 1] in ("this", "that"):
                yield token

    def _owns(self, noun: int) -> bool:
        """Whether the noun stands in the possessive: "the plan's"."""
        return self._parse.tags[noun + 1 : noun + 2] == ["POS"]

    def _behind(self, noun: int) -> Iterator[int]:
        parse = self._parse
        return (c for c in parse.children[noun] if c > noun and parse.deps[c] in RESTRICTING_RELATIONS)

    def _full(self, noun: int) -> tuple[_NounPhrase | None, str, int]:
        """The phrase that says which one is meant, its words in brackets, and the token behind what they replace."""
        if noun not in self._found:
            phrase = self._antecedent(noun)
            self._found[noun] = (None, "", noun) if phrase is None else (phrase, *self._in_words(phrase, noun))
        return self._found[noun]

    def _antecedent(self, noun: int) -> _NounPhrase | None:
        """The phrase that says which one is meant, where all before that has the noun may mean the same."""
        parse = self._parse
        lemma = parse.lemmas[noun].lower()
        is_bare = parse.lowers[noun - 1] in _DEFINITE and parse.heads[noun - 1] == noun
        if not is_bare or noun in self._timed or lemma in _UNSTEADY_NOUNS or self._goes_on(noun, noun + 1):
            return None
        before = [i for i in self._all_places().get(lemma, ()) if i < noun]
        near = _NEAR_TOKENS if parse.lowers[noun - 1] == "the" else _NEXT_TOKENS
        if not before or noun - before[-1] > near:
            return None
        is_plural = parse.tags[noun] in PLURAL_NOUN_TAGS
        if any(parse.pos[i] == "PROPN" or (parse.tags[i] in PLURAL_NOUN_TAGS) != is_plural for i in before):
            return None
        first, *after = (self._phrase(i) for i in before)
        is_one = first.is_telling and all(phrase.takes_up(first) for phrase in after)
        # "the bill on mills' authors" says something else
        is_owner = self._owns(noun) and first.end > first.head + 1
        # "calling [the probe into Brandt] into Brandt": the parser has the end of the description elsewhere
        behind = parse.lowers[noun + 1 : noun + 2] if parse.pos[noun + 1 : noun + 2] == ["ADP"] else []
        repeats = not {*behind}.isdisjoint(parse.lowers[first.start : first.end])
        return first if is_one and not is_owner and not repeats else None

    def _all_places(self) -> dict[str, list[int]]:
        """The nouns of the body by lemma, in the order of the text, but those that only stand before another noun."""
        if self._places is None:
            closed = unread_tokens(self._doc) | heading_tokens(self._doc)
            self._places = defaultdict(list)
            for i in self._doc.pos.where(NOUN_POS):
                if i not in closed and self._parse.deps[i] not in NOUN_MODIFIERS:
                    self._places[self._parse.lemmas[i].lower()].append(i)
        return self._places

    def _phrase(self, head: int) -> _NounPhrase:
        if head not in self._phrases:
            self._phrases[head] = self._read_phrase(head)
        return self._phrases[head]

    def _read_phrase(self, head: int) -> _NounPhrase:
        parse = self._parse
        before = [c for c in parse.children[head] if c < head and parse.deps[c] in PREMODIFIERS]
        behind = [c for c in self._behind(head) if self._restricts(c)]
        start = min([head, *(parse.left[c] for c in before)])
        end = max([head, *(parse.right[c] for c in behind)]) + 1
        determiner = next((parse.lowers[c] for c in before if parse.deps[c] in BARE_DETERMINERS), "")
        modifiers = [c for c in before if parse.deps[c] not in BARE_DETERMINERS | {"nummod"}]
        is_telling = bool(behind) or any(map(self._tells, modifiers))
        is_plain = is_telling and self._is_plain(head, start, end, determiner)
        return _NounPhrase(head, start, end, determiner, frozenset(parse.lowers[c] for c in modifiers), is_plain)

    def _restricts(self, part: int) -> bool:
        """Whether what stands behind a noun surely belongs to it and says which one it is."""
        parse, noun = self._parse, self._parse.heads[part]
        if parse.words[parse.left[part] - 1] in _MARKS or parse.lowers[part] in _COMPARING_WORDS:
            return False
        if parse.deps[part] == "prep":
            if parse.lowers[part : part + 2] == ["in", "question"]:
                return False
            return parse.lowers[part] != "with" or parse.lemmas[noun] in _NOUNS_WITH_PARTNERS
        # "the outbreak ended in May" may be a statement
        is_statement = parse.tags[part] == "VBN" and parse.deps[noun] in ANY_SUBJECTS | {"ROOT"}
        has_agent = any(parse.deps[c] == "agent" for c in parse.children[part])
        return parse.deps[part] == "acl" and (has_agent or not is_statement)

    def _tells(self, modifier: int) -> bool:
        """Whether a word before a noun says which one it is: a noun, a name, a possessor."""
        parse = self._parse
        if parse.tags[modifier] in PRONOUN_TAGS:
            return self._mentions.is_resolved_pronoun(modifier)
        return parse.pos[modifier] in NOUN_POS or any(letter.isupper() for letter in parse.words[modifier])

    def _is_plain(self, head: int, start: int, end: int, determiner: str) -> bool:
        """Whether the phrase is short, of one thing, and all its own words can be read without the article."""
        parse, tokens = self._parse, range(start, end)
        is_owned = any(parse.deps[c] == "poss" for c in parse.children[head])
        is_mass = not determiner and not is_owned and parse.tags[head] not in PLURAL_NOUN_TAGS
        is_counted = any(parse.lowers[c] in COUNTING_WORDS for c in parse.children[head])
        if len(tokens) > _MAX_WORDS or is_counted or is_mass or determiner not in _FIRST | {""}:
            return False
        if any(parse.words[i] in _MARKS or i in self._times for i in tokens) or self._goes_on(head, end):
            return False
        if not _COMPARING_WORDS.isdisjoint(parse.lowers[i] for i in (*parse.above(head), *tokens)):
            return False
        if parse.deps[head] in DESCRIBING_RELATIONS or any(parse.deps[c] == "conj" for c in parse.children[head]):
            return False
        known = {i for i in tokens if self._mentions.is_resolved_pronoun(i) or self._is_idle_owner(i)}
        is_open = self._dangling.any_in(list(tokens), known, set(), False)
        return not is_open and not self._descriptions.pointing(list(tokens), ())

    def _is_idle_owner(self, token: int) -> bool:
        """Whether the token is a possessor for whom a noun tells enough without: "his" in "his suit on fees"."""
        parse, noun = self._parse, self._parse.heads[token]
        return parse.tags[token] == "PRP$" and any(map(self._restricts, self._behind(noun)))

    def _goes_on(self, head: int, end: int) -> bool:
        """Whether what stands at ``end`` may belong to the phrase of ``head``, with another parse: "the man to fall".

        Not the verb of which the phrase is the subject.
        """
        parse = self._parse
        if end >= len(parse.words) or parse.lowers[end] in ("of", "to"):
            return end < len(parse.words)
        verb = parse.heads[head]
        is_own = parse.deps[head] in ANY_SUBJECTS and verb in (end, parse.heads[end])
        return not is_own and parse.tags[end] in _TAGS_OF_MORE

    def _in_words(self, phrase: _NounPhrase, noun: int) -> tuple[str, int]:
        """The phrase in brackets with "the", and the token after the description that it replaces."""
        parse = self._parse
        kept = list(range(phrase.start, phrase.end))
        if phrase.opening:
            kept = [i for i in kept if not (parse.heads[i] == phrase.head and parse.deps[i] == "det")]
        kept = [i for i in kept if not self._is_idle_owner(i) or self._mentions.is_resolved_pronoun(i)]
        words = detokenized(parse, kept, self._first_word(phrase, kept) | dict(self._names(kept)))
        is_owned = any(parse.deps[c] == "poss" and c in kept for c in parse.children[phrase.head])
        words = words if is_owned else f"the {words}"
        if self._owns(noun):
            return f"[{possessive(words)}]", noun + 2
        return f"[{words}]", noun + 1

    def _first_word(self, phrase: _NounPhrase, kept: Sequence[int]) -> dict[int, tuple[str, int]]:
        """The first word in small letters, where only the start of a sentence gives it a capital: "ten" for "Ten"."""
        first = kept[0]
        is_name = self._parse.pos[first] == "PROPN" or not self._parse.words[first].istitle()
        opens = first == phrase.start and self._doc[first].sent.start == first
        return {first: (self._parse.lowers[first], first + 1)} if opens and not is_name else {}

    def _names(self, kept: Sequence[int]) -> Iterator[tuple[int, tuple[str, int]]]:
        """The names for short names and pronouns among the tokens: "Ada Brandt’s plan" for "her plan"."""
        for i in kept:
            name = self._mentions.starting.get(i)
            if name is not None and name.mention.form is Form.NAME and name.chain.kind is Kind.PERSON:
                yield i, (name.chain.name, name.mention.end)
            elif name is not None and self._mentions.is_resolved_pronoun(i):
                is_owner = self._parse.tags[i] == "PRP$"
                yield i, (possessive(name.shown) if is_owner else name.shown, i + 1)


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == len("2009")
