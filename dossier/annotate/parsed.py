"""A parsed Doc as plain Python values: each token is made once, and what is asked of it costs no more than a look.

spaCy makes a Token anew, and its strings, each time one is asked for; our components ask for the same few things of
every token many times. Names and meaning of what can be asked are spaCy's.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import overload

from numpy import ndarray
from spacy.tokens import Doc
from spacy.tokens.underscore import Underscore
from spacy.vocab import Vocab

_TEXTUAL = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_IOB = ("", "I", "O", "B")


class Token:
    """A word of a Doc; ``children`` are the tokens right under it, in text order."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "lemma_",
        "lower_",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )

    children: list["Token"]
    doc: "Parsed"
    head: "Token"

    def __init__(self, i: int, words: Sequence[str], iob: str, whitespace: str) -> None:
        self.i = i
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = words
        self.ent_iob_ = iob
        self.whitespace_ = whitespace

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def lefts(self) -> list["Token"]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Token"]:
        """The children behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The tokens above it, the next one first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: "Token") -> bool:
        """Whether it stands above the other."""
        return any(above is self for above in descendant.ancestors)

    def nbor(self, offset: int = 1) -> "Token":
        """The token so many places on. Raises IndexError beyond the ends."""
        if self.i + offset < 0:
            raise IndexError(self.i + offset)
        return self.doc[self.i + offset]

    @property
    def left_edge(self) -> "Token":
        """The first token of what stands under it, with itself."""
        return self.doc[self.doc.left[self.i]]

    @property
    def right_edge(self) -> "Token":
        """The last token of what stands under it, with itself."""
        return self.doc[self.doc.right[self.i]]

    @property
    def sent(self) -> "Span":
        """Its sentence."""
        return self.doc.sentence(self.i)

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with it."""
        return self.sent.start == self.i

    @property
    def idx(self) -> int:
        """Where it begins in the text, in code points."""
        return self.doc.source[self.i].idx

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters alone."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether it is capitalised."""
        return self.text.istitle()

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_upper(self) -> bool:
        """Whether it is in capitals."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """Whether it is in small letters."""
        return self.text.islower()

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the most frequent words."""
        return self.doc.source[self.i].is_stop

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in figures or as a word."""
        return self.doc.source[self.i].like_num

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return self.doc.source[self.i].is_punct

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self.doc.source[self.i].is_quote


class Span(Sequence[Token]):
    """The tokens ``start`` to ``end`` (half-open) of a Doc, with the recogniser's label where it is an entity."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Parsed", start: int, end: int, label: str = "") -> None:
        self.label_ = label
        self.doc = doc
        self.start = start
        self.end = end

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        return self.doc.tokens[self.start : self.end][place]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.source[self.start : self.end].text

    @property
    def root(self) -> Token:
        """The token of it that stands highest in the parse."""
        return self.doc[self.doc.source[self.start : self.end].root.i]


class Parsed:
    """A Doc (``source``) with its ``tokens``; ``left`` and ``right`` are the first and last index under each."""

    def __init__(self, source: Doc) -> None:
        self.source = source
        columns = source.to_array([*_TEXTUAL, "ENT_IOB", "SPACY", "HEAD"]).T
        self.tokens = list(_tokens(columns, _strings(source.vocab)))
        heads = _heads(columns[-1])
        _tie(self, heads)
        self.left, self.right = _edges(heads)
        self.sents = tuple(Span(self, sentence.start, sentence.end) for sentence in source.sents)
        self._sentences = [sentence for sentence in self.sents for _ in range(len(sentence))]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def sentence(self, i: int) -> Span:
        """The sentence of the token with that index."""
        return self._sentences[i]

    @property
    def ents(self) -> Iterator[Span]:
        """The entities, in text order."""
        return (Span(self, entity.start, entity.end, entity.label_) for entity in self.source.ents)

    @property
    def _(self) -> Underscore:
        """What the components keep on the Doc."""
        return self.source._

    @property
    def vocab(self) -> Vocab:
        """The vocabulary of the Doc."""
        return self.source.vocab

    def to_array(self, attribute: str) -> ndarray:
        """The numbers of an attribute of all tokens."""
        return self.source.to_array(attribute)


def parsed(doc: Doc) -> Parsed:
    """The parse of the Doc as plain values, made once."""
    known: Parsed | None = doc._.parsed
    if known is None:
        known = doc._.parsed = Parsed(doc)
    return known


def _tokens(columns: ndarray, strings: "_Strings") -> Iterator[Token]:
    texts = [[strings[key] for key in column.tolist()] for column in columns[: len(_TEXTUAL)]]
    iobs, spaces = columns[-3].tolist(), columns[-2].tolist()
    for i, words in enumerate(zip(*texts, strict=True)):
        yield Token(i, words, _IOB[iobs[i]], " " if spaces[i] else "")


def _heads(offsets: ndarray) -> list[int]:
    return [place + offset for place, offset in enumerate(offsets.astype("int64").tolist())]


def _tie(doc: Parsed, heads: list[int]) -> None:
    """Give each token its Doc, head and children. Those with no children share one list: there are many."""
    none: list[Token] = []
    tokens = doc.tokens
    for token in tokens:
        token.doc, token.children = doc, none
    for token, place in zip(tokens, heads, strict=True):
        head = token.head = tokens[place]
        if head is not token:
            if head.children:
                head.children.append(token)
            else:
                head.children = [token]


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and the last token under each. What is set for a token holds for all above it: so it is linear."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for place, head in enumerate(heads):
        token = head
        while left[token] > place:
            left[token] = place
            token = heads[token]
    for place in range(len(heads) - 1, -1, -1):
        token = heads[place]
        while right[token] < place:
            right[token] = place
            token = heads[token]
    return left, right


@cache
def _strings(vocab: Vocab) -> "_Strings":
    return _Strings(vocab)


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers, each looked up once in a process."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, key: int) -> str:
        self[key] = text = self._vocab.strings[key]
        return text
