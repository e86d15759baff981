"""The illnesses that an article names: a line has the name in brackets for "the virus" or "a second case"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import NOUN_MODIFIERS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "illness_words.toml")
ILLNESSES = _WORDS["illnesses"]
ILLNESS_NOUNS = _WORDS["illness_nouns"]
_COUNTED_NOUNS = _WORDS["counted_nouns"]
_NAMES_OF_ITSELF = _WORDS["nouns_for_itself"]
_QUALIFIERS = _WORDS["qualifiers"]
_GENERAL = _WORDS["general_illnesses"]
_CONTRASTING = _WORDS["contrasting_qualifiers"]
_CAPITALISED = _WORDS["capitalised"]
_FINDING_WORDS = _WORDS["finding_words"]
_SUBTYPE = re.compile(r"h\d+n\d+")
_LEAST_RATIO_OF_FLU = 3
"""How many times as often one flu is named as all others, where "the flu" means it. Set by hand."""
_NEAR_TOKENS = 80
"""Tokens before a noun among which the illness is looked for, about three sentences. Set by hand."""
_MOST_RATIO = 2
"""How many times as often another illness may be named, if the noun is to mean this one. Set by hand."""


class ArticleIllness:
    """The illnesses that one Doc names; ``is_named`` is whether there are any."""

    def __init__(self, doc: Parsed, parse: FlatParse) -> None:
        self._parse = parse
        self._places = list(_named_illnesses(doc.lowers))
        names = (" ".join(map(_within_sentence, doc.words[start:end])) for start, end in self._places)
        self._names = _one_name_each(list(names))
        self._times = Counter(self._names)
        self.is_named = bool(self._places)

    def brackets(self, kept: Sequence[int]) -> Mapping[int, tuple[str, int]]:
        """The first words of a line that do not say which illness, with its name: the form of ``bracketed_names``.

        ``kept`` are the tokens of the line. Nothing where the line names a year: in a look back another may be meant.
        """
        if not self.is_named:
            return {}
        parse = self._parse
        noun = next((i for i in kept if self.is_unnamed(i, kept)), None)
        if any(_is_year(parse.lowers[i]) for i in kept):
            return {}
        if noun is None:
            return self._general_brackets(kept)
        name = self._named_near(noun)
        if name is None:
            return {}
        if parse.lemmas[noun] in _NAMES_OF_ITSELF or name.endswith(parse.lemmas[noun]):
            return {noun - 1: (f"[{name}]", noun + 1)}
        return {noun: (f"[{name}] {parse.words[noun]}", noun + 1)}

    def _general_brackets(self, kept: Sequence[int]) -> Mapping[int, tuple[str, int]]:
        """The name of the illness for "the flu" and in "the flu strain", where the line names no other."""
        named = [i for i in kept if self._parse.lowers[i] in ILLNESSES]
        if not named or not self._is_general(named):
            return {}
        name = self._named_near(named[0])
        if name is None or name in _GENERAL:
            name = self._flu()
        if name is None:
            return {}
        (flu, *_) = named
        is_noun = self._parse.deps[flu] not in NOUN_MODIFIERS
        return {flu - is_noun: (f"[{name}]", flu + 1)}

    def _flu(self) -> str | None:
        """The flu that the article tells of: named three times as often as all others, but "seasonal flu"."""
        times = {name: count for name, count in self._times.items() if _is_special_flu(name)}
        name = max(sorted(times), key=times.__getitem__, default=None)
        if name is None or times[name] < _LEAST_RATIO_OF_FLU * (sum(times.values()) - times[name]):
            return None
        return name

    def _is_general(self, named: Sequence[int]) -> bool:
        """Whether the only name of an illness is "the flu", or "flu" in "the flu strain"."""
        parse, flu = self._parse, named[0]
        if len(named) > 1 or parse.lowers[flu] not in _GENERAL or parse.tags[flu + 1 : flu + 2] == ["POS"]:
            return False
        if parse.deps[flu] not in NOUN_MODIFIERS:
            return parse.lowers[flu - 1] == "the" and parse.lowers[flu + 1 : flu + 2] not in (["a"], ["season"])
        noun = parse.heads[flu]
        is_next = noun == flu + 1 and parse.lemmas[noun] in ILLNESS_NOUNS
        modifiers = {*parse.lowers[parse.left[noun] : flu]}
        return is_next and "the" in modifiers <= {"the", "new"}

    def is_unnamed(self, noun: int, line: Iterable[int]) -> bool:
        """Whether the noun means an illness that the article names and the line does not: "two confirmed cases"."""
        return self.is_named and self._means_it(noun) and not any(self._parse.lowers[i] in ILLNESSES for i in line)

    def _named_near(self, noun: int) -> str | None:
        """The only illness that is named in the sentences before the noun, or, if none is, in the whole article."""
        last = bisect_left(self._places, (noun,))
        first = bisect_left(self._places, (noun - _NEAR_TOKENS,))
        named = {*self._times} - _GENERAL or {*self._times}
        found = {*self._names[first:last]} & named or named
        if len(found) > 1:
            return None
        (name,) = found
        if name.split()[0] in _CONTRASTING:
            return None
        return name if self._times[name] * _MOST_RATIO >= max(map(self._times.__getitem__, named)) else None

    def _means_it(self, noun: int) -> bool:
        """Whether the noun means the illness, or a case of it: "the virus", "two confirmed cases"."""
        parse, lemma = self._parse, self._parse.lemmas[noun]
        before = parse.lowers[noun - 1] if noun else ""
        if (
            parse.pos[noun] != "NOUN"
            or parse.deps[noun] in NOUN_MODIFIERS
            or any(parse.lowers[c] == "of" for c in parse.children[noun])
        ):
            return False
        if lemma not in _COUNTED_NOUNS:
            return lemma in ILLNESS_NOUNS and before == "the" and parse.tags[noun] == "NN"
        modifiers = [c for c in parse.children[noun] if parse.deps[c] in NOUN_MODIFIERS]
        if before in ("a", "an") or any(parse.pos[c] == "NOUN" for c in modifiers):
            return False
        return any(parse.lemmas[c] in _FINDING_WORDS for c in (*modifiers, *parse.above(noun)[1:2]))


def _named_illnesses(lowers: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The tokens of each name of an illness, half-open: "swine flu", "H1N1"."""
    for i, word in enumerate(lowers):
        if word in ILLNESSES:
            start = i
            while start and lowers[start - 1] in _QUALIFIERS:
                start -= 1
            yield start, i + 1


def _one_name_each(names: Sequence[str]) -> list[str]:
    """The names; where several mean one illness, the one that stands for all instead, if the article has it."""
    named = {name.lower(): name for name in reversed(names)}
    groups = (group.split(" = ") for group in _WORDS["names_of_one"])
    known = {other: named[first] for first, *others in groups if first in named for other in others}
    return [known.get(name.lower(), name) for name in names]


def _is_special_flu(name: str) -> bool:
    """Whether the name is that of one flu: "swine flu", "H1N1"; not "flu" and "seasonal flu"."""
    *qualifiers, noun = name.lower().split()
    is_named = bool(qualifiers) and noun in _GENERAL and qualifiers[0] not in _CONTRASTING
    return is_named or _SUBTYPE.fullmatch(noun) is not None


def _within_sentence(word: str) -> str:
    """The word of a name as it is written within a sentence: "swine" for "Swine", but "H1N1" and "Ebola"."""
    return word.lower() if word.istitle() and word.lower() not in _CAPITALISED and word.isalpha() else word


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == len("2009")
