"""Whether a line stands alone: a reader who sees nothing else understands it as a sentence."""

import re
from itertools import pairwise

from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.references.bracketed_names import ActorMentions
from dossier.annotate.summaries.references.dangling import DanglingWords
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.standing.commentary import GRAVE, is_commentary
from dossier.annotate.summaries.summary_words import (
    CAPTION_MARKS,
    DEPENDENT_LAST_WORDS,
    FIRST_PERSON_PRONOUNS,
    MARKS_BEFORE_CAPITALS,
    MUSING_OPENINGS,
    PREPOSITIONS_OF_TOPICS,
    QUESTION_OPENERS,
    SENTENCE_OPENERS,
    SUBORDINATORS,
    VERBS_BEFORE_AS_MUCH,
    VERBS_OF_BROADCASTS,
    VERBS_WITH_CONTENT,
)
from dossier.annotate.syntax.labels import (
    ADVERB_TAGS,
    CONTENT_RELATIONS,
    FINITE_TAGS,
    NOUN_POS,
    PREPOSITION_COMPLEMENTS,
    PRESENT_TAGS,
    SMALL_LETTER_POS,
    SUBJECTS,
    TAGS_BEFORE_MORE,
)
from dossier.model import Form, Kind
from dossier.text.line_words import without_dates

EASY_LINE_WORDS = 45
"""Longest line that is read at one go: a shorter draft is taken before a longer one. Set by hand, not measured."""
MAX_STANDING_WORDS = 60
"""Longest line that is shown at all. Set by hand: of 40 sentences of 46 to 60 words in news of finance and
an epidemic, 33 were clear and good English."""

_PREPOSITIONS_OF_BROADCASTS = frozenset(("from", "on"))
_PAIRED_MARKS = (("(", ")"), ("[", "]"), ("“", "”"))
_DOUBLED_WORD = re.compile(r"\b(?!had |that )(\w+)\]? \1\b")
_QUOTED_QUESTION = re.compile(r"^[\w\[](?:[^“\"]*\w)\]?[,:]? [“\"][^“”\"]*\w[?!][”\"]\.?$")
_OPENING_APOSTROPHES = re.compile(r"(?:^|(?<=[\s(\[]))''(?=\S)")
_OPENERS, _CLOSERS = "\"“‘'", "\"”’')]"


class Standing:
    """Judges the lines of one Doc."""

    def __init__(self, doc: Parsed, parse: FlatParse, mentions: ActorMentions) -> None:
        self._parse, self._mentions = parse, mentions
        self._times = {i for timex in doc._.timexes for i in range(timex.start, timex.end)}
        self._grave = frozenset(trigger.head for trigger in doc._.triggers if trigger.type.importance >= GRAVE)
        self._dangling = DanglingWords(doc, parse, mentions)

    def stands_alone(self, line: str, kept: list[int], replaced: set[int], root: int, said: bool) -> bool:
        """Whether the ``line`` stands alone.

        ``kept`` are its tokens, ``replaced`` those for which a name stands in brackets, ``root`` is the verb that heads
        it.
        ``said``: the reader is told who says all of it.
        """
        return (
            line_length(line) <= MAX_STANDING_WORDS
            and is_plain_statement(line)
            and not line.casefold().replace("’", "'").startswith(MUSING_OPENINGS)
            and not any(mark in line for mark in CAPTION_MARKS)
            and not self._is_misread(kept, root, said)
            and (said or not is_commentary(self._parse, kept, root, self._grave))
            and (line_length(line) <= EASY_LINE_WORDS or not self._has_seam(kept))
            and (said or not is_quotation(line))
            and not self._dangling.any_in(kept, replaced, self._quoted(kept, said), said)
        )

    def _is_misread(self, kept: list[int], root: int, said: bool) -> bool:
        """Whether the tokens are no sentence that the parse understands: a small letter first, two sentences in one.

        An interjection ("Yes", "well") is the mark of talk, which breaks off and begins anew; not in a quotation.
        """
        parse = self._parse
        opening = kept[0]
        if parse.lowers[opening] in QUESTION_OPENERS or self._is_talk(kept, said):
            return True
        if parse.words[opening][0].islower() and parse.pos[opening] != "PROPN" and _begins_sentence(parse, opening):
            return True
        marks = (child for child in parse.children[root] if child < root and self._subordinates(child))
        if not set(kept).isdisjoint(marks):
            return True
        return (
            self._runs_on(kept, said)
            or self._joins_statements(kept)
            or self._repeats_name(kept)
            or self._parts_subject(kept, root)
            or self._lacks_content(kept, root)
            or self._repeats_unsaid(kept)
            or self._opens_with_label(kept, root)
        )

    def _is_talk(self, kept: list[int], said: bool) -> bool:
        """Whether an interjection is set off in the line's own words: not in "140 voted yes"."""
        parse = self._parse
        own = {*kept} - (set() if said else self._quoted(kept, said))
        return any(
            parse.tags[k] == "UH" and (k == kept[0] or "," in (parse.words[k - 1], *parse.words[k + 1 : k + 2]))
            for k in own
        )

    def _subordinates(self, token: int) -> bool:
        """Whether the token makes the clause hang on another: not the preposition of "Since May", "After leaving"."""
        parse = self._parse
        has_object = any(parse.deps[child] in PREPOSITION_COMPLEMENTS for child in parse.children[token])
        is_preposition = parse.deps[token] == "prep" and has_object
        is_inside = parse.deps[token] == "mark" and parse.deps[parse.heads[token]] == "ROOT"  # the parser took it so
        return (parse.lowers[token] in SUBORDINATORS and not is_preposition) or is_inside

    def _lacks_content(self, kept: list[int], root: int) -> bool:
        """Whether the main verb says that something was said or done, but not what: "She told the senate on Monday"."""
        parse, lemma = self._parse, self._parse.lemmas[root]
        if self._announces(root):
            return True
        if lemma not in VERBS_WITH_CONTENT or parse.tags[root] not in FINITE_TAGS:
            return False
        line = set(kept)
        behind = {parse.deps[child] for child in parse.children[root] if child in line}
        if lemma == "tell" and "dative" not in behind:
            behind.discard("dobj")
        topic = any(parse.lowers[child] in PREPOSITIONS_OF_TOPICS and child in line for child in parse.children[root])
        quoted = parse.quotations.within(kept[0], kept[-1] + 1)
        # an opening "Two days later," may be gone
        is_whole = all(parse.deps[c] not in CONTENT_RELATIONS - {"advmod"} for c in parse.children[root] if c < kept[0])
        return not topic and not quoted and behind.isdisjoint(CONTENT_RELATIONS) and is_whole

    def _announces(self, verb: int) -> bool:
        """Whether a broadcast only says who speaks next: "Brandt reports on the visit", "Brandt reports from Orlov"."""
        parse = self._parse
        is_present = parse.lemmas[verb] in VERBS_OF_BROADCASTS and parse.tags[verb] in PRESENT_TAGS
        return is_present and parse.lowers[verb + 1] in _PREPOSITIONS_OF_BROADCASTS and verb + 2 not in self._times

    def _repeats_unsaid(self, kept: list[int]) -> bool:
        """Whether somebody only repeats what was told before: "implied as much", "added one more"."""
        lowers, lemmas = self._parse.lowers, self._parse.lemmas
        ends = [k for k in kept if k > 1 and lowers[k - 1 : k + 1] in (["as", "much"], ["one", "more"])]
        return any(
            lemmas[end - 2] in VERBS_BEFORE_AS_MUCH
            and not any(self._parse.pos[k] in NOUN_POS for k in kept if k == end + 1 and k not in self._times)
            and all(lowers[k] != "as" for k in kept if k > end)
            for end in ends
        )

    def _opens_with_label(self, kept: list[int], root: int) -> bool:
        """Whether a label stands before the statement, not a speaker's words behind it: "Home port: Brandt left it"."""
        parse = self._parse
        colon = next((k for k in kept if k < root and parse.words[k] == ":"), None)
        if colon is None or colon + 1 in parse.quotations.opening:
            return False
        return not any(parse.is_verb(k) for k in kept if k < colon)

    def _parts_subject(self, kept: list[int], root: int) -> bool:
        """Whether a single comma stands between the subject and its verb: a part of a phrase was lost there."""
        subject = self._parse.child(root, SUBJECTS)
        between = [self._parse.words[k] for k in kept if subject is not None and subject < k < root]
        return bool(between) and between[-1] == "," and between.count(",") == 1

    def _runs_on(self, kept: list[int], said: bool) -> bool:
        """Whether another sentence begins within the line: a capital on a word of grammar, with no mark before it.

        "I" and "We" may stand in what somebody says whom the line names; talk in turns often begins anew with them.
        """
        parse = self._parse
        own: set[int] = (
            set() if said else {i for i in self._quoted(kept, said) if parse.lowers[i] in FIRST_PERSON_PRONOUNS}
        )
        return any(
            after == before + 1
            and after not in own
            and self._opens_sentence(after)
            and parse.words[before] not in MARKS_BEFORE_CAPITALS
            and not parse.words[before][:1].isupper()
            and not self._goes_on(before)
            for before, after in pairwise(kept)
        )

    def _joins_statements(self, kept: list[int]) -> bool:
        """Whether two statements follow each other with nothing between, as where a caption lost its full stop."""
        return any(self._parse.deps[verb] == "conj" and self._follows_statement(verb, kept) for verb in kept)

    def _follows_statement(self, verb: int, kept: list[int]) -> bool:
        """Whether the subject of a coordinated verb stands right behind the words of another statement."""
        parse, first = self._parse, self._parse.heads[verb]
        subject = parse.child(verb, SUBJECTS)
        if subject is None or not parse.has_subject(first) or subject > verb:
            return False
        before = parse.left[subject] - 1
        is_linked = parse.tags[before + 1] in ADVERB_TAGS  # "so more people left"
        is_linked |= any(parse.deps[c] == "cc" for c in (*parse.children[first], *parse.children[verb]))
        return before in kept and parse.words[before].isalnum() and parse.deps[before] != "cc" and not is_linked

    def _goes_on(self, token: int) -> bool:
        """Whether no sentence ends with the token, so that the capital behind it is a title's: "in The Velmar Post"."""
        parse = self._parse
        return parse.tags[token] in TAGS_BEFORE_MORE and parse.deps[token] != "prt"

    def _has_seam(self, kept: list[int]) -> bool:
        """Whether a headline or label may have run together with a text: a capital on a word that is no name.

        Most of the long lines that readers cannot follow are such; in shorter ones the parse shows it.
        """
        parse = self._parse
        return any(
            parse.words[after].istitle()
            and parse.words[before] not in MARKS_BEFORE_CAPITALS
            and (parse.words[after] in SENTENCE_OPENERS or parse.pos[after] in SMALL_LETTER_POS)
            for before, after in pairwise(kept)
        )

    def _opens_sentence(self, token: int) -> bool:
        """Whether the token is a word of grammar in capitals; not the letter of "influenza A (H1N1)"."""
        words = self._parse.words
        return words[token] in SENTENCE_OPENERS and (words[token] != "A" or words[token + 1].isalpha())

    def _repeats_name(self, kept: list[int]) -> bool:
        """Whether a person's name of two words comes twice, as where a headline and its text run together."""
        parse = self._parse
        pairs = [
            (parse.words[a], parse.words[b])
            for a, b in pairwise(kept)
            if b == a + 1 and parse.deps[a] == "compound" and self._names_person(b)
        ]
        return len(set(pairs)) < len(pairs)

    def _names_person(self, token: int) -> bool:
        """Whether the token heads a person's name: "United States" comes twice where a body is named after it."""
        owner = self._mentions.owners.get(token)
        return owner is not None and owner.mention.form is Form.NAME and owner.chain.kind is Kind.PERSON

    def _quoted(self, kept: list[int], said: bool) -> set[int]:
        """The tokens that are a speaker's own words."""
        if said:
            return set(kept)
        spans = self._parse.quotations.within(kept[0], kept[-1] + 1)
        return {token for token in kept if any(start <= token < end for start, end in spans)}


def _begins_sentence(parse: FlatParse, token: int) -> bool:
    """Whether no word of the sentence stands before the token."""
    return parse.left[parse.above(token)[-1]] == token


def line_length(line: str) -> int:
    """The words of a line, without the dates put into it."""
    return len(without_dates(line).split())


def is_quotation(line: str) -> bool:
    """Whether all of the line is one quotation.

    >>> is_quotation("“It rained.”"), is_quotation("“It rained,” he said."), is_quotation("He said: “It rained.”")
    (True, False, False)
    >>> is_quotation("``It rained.''")
    True
    """
    line = _with_plain_marks(line)
    inner = line.rstrip(".")[1:-1]
    return line[:1] in _OPENERS and line.rstrip(".")[-1:] in _CLOSERS and not set(inner) & set('“”"')


def _with_plain_marks(line: str) -> str:
    """The line with marks of one sign for those that agencies make of two: ``so'', ''so''."""
    return _OPENING_APOSTROPHES.sub("“", line.replace("``", "“")).replace("''", "”")


def is_plain_statement(line: str) -> bool:
    """Whether a line ends with a full stop, behind a word that may end it, has nothing twice, and no mark alone.

    A question or exclamation may end it where somebody says it.

    >>> [is_plain_statement(line) for line in ("“It rained,” he said.", "Did it rain?", "“It rained.")]
    [True, False, False]
    >>> is_plain_statement("She asked: “Did it rain?”")
    True
    """
    line = _with_plain_marks(line)
    bare = line.rstrip(_CLOSERS)
    if (
        _DOUBLED_WORD.search(line)
        or not (bare.endswith(".") or _QUOTED_QUESTION.search(line))
        or bare.endswith("..")
        or line[0] == "`"
        or '""' in line
        or any(line.count(first) != line.count(last) for first, last in _PAIRED_MARKS)
    ):
        return False
    words = bare[:-1].split()
    return line.count('"') % 2 == 0 and len(words) > 1 and words[-1].lower() not in DEPENDENT_LAST_WORDS
