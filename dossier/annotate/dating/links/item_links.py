"""The entries of a chronicle: what each tells of happened on the date that heads it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from dossier.annotate.dating.links.time_links import Side, TimeLink
from dossier.annotate.dating.order.narrative_time import leaves_narrated_time, looks_back, tells_of_a_life
from dossier.annotate.item_dates import DatedItem, dated_items, own_tokens
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import VERB_POS
from dossier.annotate.syntax.passages import Passages
from dossier.annotate.word_classes import SENTENCE_END_MARKS
from dossier.model import DatingRule, Tense

_TOKENS_AT_END = 3
"""The last tokens of a sentence: a mark that ends it, a closing quotation mark, a line break."""
_BULLETS = frozenset("-*•·‣▪◦+–—")
_TOLD_TENSES = (Tense.PAST, Tense.PRESENT)


def item_links(
    doc: Parsed, nouns: Collection[int], tenses: Mapping[int, Tense], where: Passages, found: Mapping[int, TimeLink]
) -> dict[int, TimeLink]:
    """The links of main statements to the date of their entry, by token index; not of those that ``found`` links.

    The first sentence tells what happened then: with a title before it, of each bullet below the date, of each cell of
    a table row. A later one goes on with it, so its date is approximate, up to the first whose main verb has another
    time. So are all in an item whose date stands below its title: that may be when a story was published.
    """
    links: dict[int, TimeLink] = {}
    skipped = heading_tokens(doc)
    for dated in dated_items(doc):
        if not dated.is_report:
            told = (
                (sentence, [head for head in _heads(sentence, nouns, tenses) if not where.is_quoted[head.i]])
                for sentence in _sentences(doc, dated, skipped)
            )
            links |= _links_of_entry(doc, dated, told, found)
    return links


def _links_of_entry(
    doc: Parsed, dated: DatedItem, told: Iterable[tuple[TokenSpan, list[Token]]], found: Mapping[int, TimeLink]
) -> dict[int, TimeLink]:
    """The links of one entry; ``told`` are its sentences, each with the words that tell what happened."""
    links: dict[int, TimeLink] = {}
    is_about, has_left = dated.item.is_below_title, False
    for sentence, heads in told:
        if doc[sentence.start].text in _BULLETS:
            is_about, has_left = dated.item.is_below_title, False
        has_left = has_left or (is_about and any(head.i in found for head in heads))
        for head in () if has_left else heads:
            if head.i not in found and (not is_about or _goes_on(head, sentence)):
                links[head.i] = _link(dated, is_about=is_about)
        is_about = is_about or (bool(heads) and _is_whole(sentence) and not _is_row(doc, dated))
    return links


def _link(dated: DatedItem, *, is_about: bool) -> TimeLink:
    rule = DatingRule.ITEM_STORY if is_about else DatingRule.ITEM_DATE
    return TimeLink(dated.time, Side.AT, rule, until=dated.until, is_about=is_about)


def _sentences(doc: Parsed, dated: DatedItem, skipped: Collection[int]) -> Iterator[TokenSpan]:
    """The sentences of an entry, without its headings and those of entries within it."""
    for tokens in own_tokens(doc, dated.item):
        start = tokens.start
        while start < tokens.stop:
            sentence = doc[start].sent
            if start not in skipped:
                yield sentence
            start = max(sentence.end, start + 1)


def _is_whole(sentence: TokenSpan) -> bool:
    """Whether a mark ends the sentence; a title has none."""
    return any(token.text in SENTENCE_END_MARKS for token in list(sentence)[-_TOKENS_AT_END:])


def _is_row(doc: Parsed, dated: DatedItem) -> bool:
    """Whether the entry is a row of a table."""
    return any(doc[i].text == "|" for i in range(dated.item.start, dated.item.end))


def _heads(sentence: TokenSpan, nouns: Collection[int], tenses: Mapping[int, Tense]) -> Iterator[Token]:
    """The words that tell what happened: the main verbs; in a headline's style a participle or an event noun."""
    root = sentence.root
    if root.pos_ not in VERB_POS:
        if root.i in nouns:
            yield root
        yield from (child for child in root.rights if child.dep_ == "acl" and child.tag_ == "VBN")
        return
    yield from (child for child in root.lefts if _is_clause_before(child, root) and _is_told(child, tenses))
    verb: Token | None = root
    while verb is not None:
        if _is_told(verb, tenses):
            yield verb
        verb = next((child for child in verb.rights if child.dep_ == "conj" and child.pos_ in VERB_POS), None)


def _is_clause_before(verb: Token, root: Token) -> bool:
    """Whether a semicolon parts the clause of a verb from the main one behind it, under which the parse puts it."""
    between = verb.doc[verb.right_edge.i + 1 : root.i]
    return verb.pos_ in VERB_POS and any(token.text == ";" for token in between)


def _is_told(verb: Token, tenses: Mapping[int, Tense]) -> bool:
    """Whether a verb tells what happened: in the past or the present, or a bare participle ("sold to a rival")."""
    tense = tenses.get(verb.i)
    is_bare = tense is Tense.BARE and verb.tag_ == "VBN"
    return (tense in _TOLD_TENSES or is_bare) and not leaves_narrated_time(verb)


def _goes_on(verb: Token, sentence: TokenSpan) -> bool:
    """Whether a further sentence goes on with the day, and tells of no life and no former days."""
    return not tells_of_a_life(verb) and not looks_back(sentence)
