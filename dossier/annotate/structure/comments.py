"""Comments of readers, and pages in the first and second person: blogs, columns, "have your say"."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from dossier.annotate.structure.stretch import Stretch
from dossier.annotate.structure.words import CAPITAL, NAME_WORD, PERSON, WORDS, any_of
from dossier.model import PassageRole
from dossier.text.calendar_words import MONTH

# Chosen by reading all 430 articles of three sources (half of keydates, half of Wikinews): of those with at least these
# shares of sentences in the first or second person outside quotations nearly all are comments, blogs or columns.
_MIN_SHARE_WITH_SIGNS = 0.12
_MIN_SHARE_WITH_ONE_SIGN = 0.3  # of comments
_MIN_SHARE_OF_LONG_PAGE = 0.35  # in either half
_MIN_WRITER_SHARE = 0.25  # in the first person alone
# Set by hand; no measurement is recorded.
_MIN_SENTENCES = 6  # a shorter text is not judged
_LONG_PAGE_SENTENCES = 20  # and more
_MIN_SENTENCES_ABOVE = 10  # of an article above comments
_MIN_SIGNS = 2  # phrases and heads of comments together
_MIN_HEADS_ALONE = 3  # with no phrase
_OPENING_CHARACTERS = 600
"""Where an interview or a speech says that it is one."""
_MIN_TURNS = 3  # of an interview

_QUOTED = re.compile(r"“[^”]*(?:”|$)|``(?:[^']|'(?!'))*''|\"[^\"\n]*(?:\"|$)|‘[^’\n]{20,}’")
_SENTENCE = re.compile(r"[^.?!\n]+")
_MIN_SENTENCE_CHARACTERS = 15  # set by hand; no measurement is recorded
_FIRST_PERSON = WORDS["first_person"]
_PERSONS = _FIRST_PERSON | WORDS["second_person"]
_SIGN = re.compile(rf"(?<!\w)(?i:{any_of('signs_of_comments')})(?!\w)")
_HEAD_OF_COMMENT = re.compile(
    rf"^{PERSON}, {NAME_WORD}(?: {NAME_WORD})?(?:, {NAME_WORD}(?: {NAME_WORD})?)?(?:\.?$|,? [-–]? ?{CAPITAL})", re.M
)
_TO_AN_AUDIENCE = re.compile(rf"(?<!\w)(?i:{any_of('words_to_an_audience')})(?!\w)")
_TALK = re.compile(rf"(?<!\w)(?i:{any_of('words_for_talks')})(?!\w)")
_TURN = re.compile(
    rf"^[\s*_>#]*(?:(?:{CAPITAL}[\w.'’()-]*\s*){{1,4}}|[QA])[:*_]+\s*\S|^\({{1,2}}[^()\n]{{1,40}}\){{1,2}}\s", re.M
)
_OPENER = re.compile(rf"^[\s*_#>]*(?i:{any_of('comment_openers')})", re.M)
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?),? \d{{4}}"
_TIME = rf"(?:{_CLOCK},?(?: on)? {_DAY}|{_DAY},?(?: at)? {_CLOCK})"
_DATED_HEAD = re.compile(rf"\b(?:at|on) {_TIME},? [^\n:]{{1,40}} {any_of('verbs_over_comments')}:", re.I)
_MIN_DATED_HEADS = 2  # set by hand; an article may have one itself


def _pronouns(words: Set[str]) -> re.Pattern[str]:
    """A pattern for the words in small letters or with a capital: "us", "Us", not "US" nor "i"."""
    return re.compile("|".join(sorted(rf"\b{word}\b" for word in {*words, *map(str.capitalize, words)} - {"i"})))


_ANY_PERSON = _pronouns(_PERSONS)
_WRITER = _pronouns(_FIRST_PERSON)


@dataclass(frozen=True, slots=True)
class _Voice:
    """The sentences of a text: whether each is in the first or second person, and in the first, outside quotations."""

    personal: tuple[bool, ...]
    of_writer: tuple[bool, ...]

    @property
    def is_of_writer(self) -> bool:
        """Whether it is the voice of who wrote it; in a long text he or she may speak to the readers instead."""
        is_long = len(self.personal) >= _LONG_PAGE_SENTENCES
        speaks_to_readers = is_long and _least_share(self.personal) >= _MIN_SHARE_OF_LONG_PAGE
        return speaks_to_readers or _least_share(self.of_writer) >= _MIN_WRITER_SHARE


def _least_share(sentences: tuple[bool, ...]) -> float:
    """The share of all sentences or of the first half, whichever is less: a letter that is quoted stands at the end."""
    return min(_share(sentences), _share(sentences[: len(sentences) // 2]))


def _share(sentences: tuple[bool, ...]) -> float:
    return sum(sentences) / len(sentences) if len(sentences) >= _MIN_SENTENCES // 2 else 0.0


def comments(text: str) -> Iterator[Stretch]:
    """The whole text, where it is a page of comments or a column; or the comments that end it.

    Interviews with labelled turns and speeches are neither. Comments that begin with their time ("At 10:04 3rd May
    2020, brandt wrote:") are known by that; what stands above the first of them is judged by itself.
    """
    heads = [match.start() for match in _DATED_HEAD.finditer(text)]
    if len(heads) >= _MIN_DATED_HEADS:
        yield Stretch(heads[0], len(text), PassageRole.COMMENT)
        text = text[: heads[0]]
    yield from _comments_by_voice(text)


def _comments_by_voice(text: str) -> Iterator[Stretch]:
    """The comments or the column that the signs in a text and its first and second person show."""
    voice = _voice(text)
    if len(voice.personal) < _MIN_SENTENCES:
        return
    if _shows_comments(text, _share(voice.personal)):
        yield Stretch(_start_of_comments(text), len(text), PassageRole.COMMENT)
    elif voice.is_of_writer and not _is_talk(text):
        yield Stretch(0, len(text), PassageRole.COLUMN)
    else:
        opener = _OPENER.search(text)
        if opener and _share(_voice(text[opener.end() :]).personal) >= _MIN_SHARE_WITH_SIGNS:
            yield Stretch(opener.start(), len(text), PassageRole.COMMENT)


def _start_of_comments(text: str) -> int:
    """Where comments begin: where they open behind an article that has no sign of one itself, else at once.

    News ends with "Send us your comments". The voice of what comes then says nothing of what stands above.
    """
    opener = _OPENER.search(text)
    above = text[: opener.start()] if opener else ""
    sentences = _voice(above).personal
    is_news = len(sentences) >= _MIN_SENTENCES_ABOVE and _share(sentences) < _MIN_SHARE_WITH_SIGNS
    return len(above) if is_news and not _SIGN.search(above) and not _shows_comments(above, 1.0) else 0


def _voice(text: str) -> _Voice:
    plain = _QUOTED.sub(" ", text)
    sentences = [match[0] for match in _SENTENCE.finditer(plain) if len(match[0]) >= _MIN_SENTENCE_CHARACTERS]
    personal = tuple(_ANY_PERSON.search(sentence) is not None for sentence in sentences)
    return _Voice(personal, tuple(_WRITER.search(sentence) is not None for sentence in sentences))


def _shows_comments(text: str, share: float) -> bool:
    """Whether a text has signs of comments ("Posted by", "Ada Brandt, Orlov" as a line's head), and more than turns.

    ``share`` is that of its sentences in the first or second person: the more, the fewer signs are needed.
    """
    if share < _MIN_SHARE_WITH_SIGNS:
        return False
    phrases = sum(1 for _ in _SIGN.finditer(text))
    signs = phrases + sum(1 for _ in _HEAD_OF_COMMENT.finditer(text))
    if signs < _turns(text):
        return False
    if phrases:
        return signs >= _MIN_SIGNS or share >= _MIN_SHARE_WITH_ONE_SIGN
    return signs >= _MIN_HEADS_ALONE


def _is_talk(text: str) -> bool:
    """Whether it is an interview, or a speech to an audience: labelled turns, or words that say so."""
    says_so = _TALK.search(text, 0, _OPENING_CHARACTERS) or _TO_AN_AUDIENCE.search(text, 0, _OPENING_CHARACTERS)
    return bool(says_so) or _turns(text) >= _MIN_TURNS


def _turns(text: str) -> int:
    """How many labelled turns of an interview or a transcript a text has: "Keller: We left.", "((PN)) Why?"."""
    return sum(1 for _ in _TURN.finditer(text))
