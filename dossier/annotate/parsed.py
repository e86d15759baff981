"""A parsed Doc as plain Python values: each token is made once, and its attributes are only looked up.

spaCy makes a Token anew, with its strings, each time one is asked for, and walks the whole subtree of a token to find
its children. The attributes here have the names and the meaning that spaCy gives them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import overload
from weakref import ref

from spacy.tokens import Doc
from spacy.tokens.underscore import Underscore
from spacy.vocab import Vocab

from dossier.annotate.collector import collector_paused
from dossier.annotate.token_columns import Column, strings_by_number, subtree_edges

_TEXT_ATTRIBUTES = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_IOB_TAGS = ("", "I", "O", "B")
"""spaCy's numbers for the place of a token in an entity are the indices: 1 is "I"."""

PARSE = ("doc.sents", "token.dep", "token.ent_iob", "token.ent_type", "token.head", "token.lemma", "token.tag")
"""What a component that calls ``parsed`` requires of those before it, by spaCy's names.

Parts of speech are read too, but no component of spaCy declares that it assigns them.
"""


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word, mark or blank of a Doc, at index ``i``.

    ``children`` are the tokens right under it, in text order; the first ``n_lefts`` of them stand before it.
    """

    doc: "Parsed"
    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    head: "Token" = field(init=False)
    children: list["Token"] = field(init=False)
    n_lefts: int = field(init=False, default=0)
    sent: "TokenSpan" = field(init=False)

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def lefts(self) -> list["Token"]:
        """The children before the token."""
        return self.children[: self.n_lefts]

    @property
    def rights(self) -> list["Token"]:
        """The children behind the token."""
        return self.children[self.n_lefts :]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The tokens above this one, its head first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, descendant: "Token") -> bool:
        """Whether this token stands above the other."""
        return any(above is self for above in descendant.ancestors)

    def nbor(self, offset: int = 1) -> "Token":
        """The token ``offset`` places on. Raises IndexError beyond the ends of the Doc."""
        if self.i + offset < 0:
            raise IndexError(self.i + offset)
        return self.doc[self.i + offset]

    @property
    def left_edge(self) -> "Token":
        """The first token of its subtree, which holds the token itself."""
        return self.doc[self.doc.left[self.i]]

    @property
    def right_edge(self) -> "Token":
        """The last token of its subtree, which holds the token itself."""
        return self.doc[self.doc.right[self.i]]

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with this token."""
        return self.sent.start == self.i

    @property
    def is_alpha(self) -> bool:
        """Whether the token consists of letters."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether the token is spelled like a name: "Brandt", "Al-Amin", but not "BBC" or "McKay"."""
        return self.text.istitle()

    @property
    def is_space(self) -> bool:
        """Whether the token is white space."""
        return self.text.isspace()

    @property
    def is_upper(self) -> bool:
        """Whether the token has letters, all of them capitals."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """Whether the token has letters, all of them small."""
        return self.text.islower()

    @property
    def is_stop(self) -> bool:
        """Whether the token is a stop word by spaCy's list."""
        return self.doc.vocab[self.text].is_stop

    @property
    def like_num(self) -> bool:
        """Whether the token is a number, in figures or as a word."""
        return self.doc.vocab[self.text].like_num

    @property
    def is_punct(self) -> bool:
        """Whether the token is punctuation."""
        return self.doc.vocab[self.text].is_punct

    @property
    def is_quote(self) -> bool:
        """Whether the token is a quotation mark."""
        return self.doc.vocab[self.text].is_quote


class TokenSpan(Sequence[Token]):
    """The tokens ``start`` to ``end`` (half-open) of a Doc; ``label_`` is the entity type, or empty."""

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
        return self.doc[self.start : self.end][place]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def text(self) -> str:
        """The tokens as they stand in the text, without the blank behind the last."""
        words = self.doc[self.start : self.end]
        return "".join([word.text + word.whitespace_ for word in words[:-1]]) + words[-1].text if words else ""

    @property
    def root(self) -> Token:
        """The token that stands highest in the parse.

        Of several equally high it is the first. A mark or blank without children counts as the lowest.
        """
        heads, inside = self.doc.heads, range(self.start, self.end)
        tops = [i for i in inside if heads[i] == i][:1] or [i for i in inside if heads[i] not in inside]
        return self.doc[tops[0] if len(tops) == 1 else min(tops, key=self._depth, default=self.start)]

    def _depth(self, i: int) -> int:
        """How many tokens stand above the one at ``i``; the greatest number for a mark or blank with nothing below."""
        token = self.doc[i]
        if not token.children and (token.is_punct or token.is_space):
            return len(self.doc) - 1
        return sum(1 for _ in token.ancestors)


class Parsed(list[Token]):
    """The tokens of a Doc, with their attributes as lists too (``words``, ``lowers``, ``tags`` and so on).

    ``heads`` holds the index of each token's head, ``left`` and ``right`` those of the ends of its subtree.
    """

    def __init__(self, source: Doc) -> None:
        columns = source.to_array([*_TEXT_ATTRIBUTES, "ENT_IOB", "SPACY", "HEAD"]).T
        strings = strings_by_number(source.vocab)
        texts = (Column(map(strings.__getitem__, column.tolist())) for column in columns[: len(_TEXT_ATTRIBUTES)])
        self.words, self.lowers, self.lemmas, self.pos, self.tags, self.deps, self.ent_types = texts
        iobs = [_IOB_TAGS[number] for number in columns[-3].tolist()]
        gaps = [" " if gap else "" for gap in columns[-2].tolist()]
        self.heads: list[int] = [place + offset for place, offset in enumerate(columns[-1].astype("int64").tolist())]
        self.left, self.right = subtree_edges(self.heads)
        textual = (self.words, self.lowers, self.lemmas, self.pos, self.tags, self.deps, self.ent_types)
        super().__init__(map(Token, repeat(self), range(len(gaps)), *textual, iobs, gaps))
        _link(self, self.heads)
        self.vocab: Vocab = source.vocab
        self.sents = tuple(TokenSpan(self, sentence.start, sentence.end) for sentence in source.sents)
        for sentence in self.sents:
            for token in self[sentence.start : sentence.end]:
                token.sent = sentence
        self.ents = tuple(TokenSpan(self, entity.start, entity.end, entity.label_) for entity in source.ents)
        # The Doc holds this parse. A weak reference back lets it be freed as soon as nobody else needs it.
        self._source = ref(source)

    def span(self, start: int, end: int) -> TokenSpan:
        """The tokens ``start`` to ``end`` (half-open)."""
        return TokenSpan(self, start, end)

    @property
    def _(self) -> Underscore:
        """What the components keep on the Doc. Raises ReferenceError when the Doc has been freed."""
        source = self._source()
        if source is None:
            raise ReferenceError("the Doc is gone")
        return source._


def parsed(doc: Doc) -> Parsed:
    """The parse of the Doc as plain values, made once."""
    known: Parsed | None = doc._.parsed
    if known is None:
        with collector_paused():
            known = doc._.parsed = Parsed(doc)
    return known


def release(doc: Doc) -> None:
    """Free the parse of a Doc when everything has been read off it. Its tokens can no longer be used.

    Tokens refer to each other. Without these references they are freed at once, without the garbage collector.
    """
    known: Parsed | None = doc._.parsed
    doc._.parsed = None
    for token in known or ():
        del token.doc, token.head, token.children, token.sent


def _link(tokens: Parsed, heads: list[int]) -> None:
    """Give each token its head and its children. Tokens without children share one empty list."""
    none: list[Token] = []
    for token in tokens:
        token.children = none
    for place, token in enumerate(tokens):
        head = token.head = tokens[heads[place]]
        if head is token:
            continue
        if head.children:
            head.children.append(token)
        else:
            head.children = [token]
        if place < head.i:
            head.n_lefts += 1
