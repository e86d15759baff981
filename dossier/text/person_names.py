"""Names of people: their parts, and whether two of them can be names of one person."""

import re
from enum import Enum, auto
from functools import lru_cache

from dossier.text.diminutives import are_forms_of_one
from dossier.text.name_division import differ_in_division, initials_parted, servant_names_joined
from dossier.text.names import CACHED_NAMES, normal
from dossier.text.spelling import is_heard_alike, is_slip
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.text", "name_words.toml")

_ARTICLES = _WORDS["articles_in_names"]
_WORDS_BOUND_TO_THE_NEXT = _WORDS["words_bound_to_the_next"]
_GIVEN_NAMES_FIRST = _WORDS["bound_words_that_are_given_names_first"]
_ARTICLES_WRITTEN_TOGETHER = ("al", "el")
_TRANSCRIBED_QAF = frozenset("gkq")
_MIN_LETTERS_WITH_ARTICLE = 7
"""Letters of a surname of which the first two may be an article: "Elbaradei", but not "Albert". Set by hand."""
_SHORT_SUFFIXES = {
    word: suffix
    for suffix, words in word_tables("dossier.text", "name_words.toml")["generations"].items()
    for word in words.split()
}
GENERATIONS = frozenset(_SHORT_SUFFIXES)
"""Suffixes that tell a parent and a child of one name apart, folded: "sr", "jr", "ii"."""

ADJECTIVES_OF_GENERATIONS = {
    word: suffix for suffix, word in word_tables("dossier.text", "name_words.toml")["adjectives_of_generations"].items()
}
"""Adjectives behind "the" that do the same, with the suffix that says so: "the Elder" is "sr"."""
_WITH_ADJECTIVE = re.compile(rf" (?:the )({'|'.join(ADJECTIVES_OF_GENERATIONS)})\Z")
_MARKS_OF_SUFFIXES = str.maketrans("", "", ",()")

_MIN_LETTERS_HEARD_ALONE = 5
"""Letters that a name of one word must have to be matched by its sound: short words often sound alike. Set by hand."""


class Fit(Enum):
    """How two names of people are related."""

    SAME = auto()
    """They have the same parts."""
    SPELLED = auto()
    """They are spellings of one name: "Khaled al-Zarrouni", "Khalid al-Zarruni"."""
    SLIP = auto()
    """In a long part one letter differs or two have changed places, perhaps by a misprint: "Lindqvarn", "Lindqvran"."""
    FAMILIAR = auto()
    """The given names are forms of one name: "Mike Tarrowby", "Michael Tarrowby"."""
    FULLER = auto()
    """One has more or fuller names than the other: "Astrid Lindqvarn", "Astrid M. Lindqvarn"."""
    INITIALS = auto()
    """One has an initial for the first name of the other: "A. Lindqvarn", "Astrid Lindqvarn"."""
    TURNED = auto()
    """They have the same parts in another order: "Wen Taoli", "Taoli Wen"."""
    SHORT = auto()
    """One is a part of the other, or sounds like its surname: "Lindqvarn", "Astrid Lindqvarn"."""
    RELATIVE = auto()
    """The surname is one, but other names or the generations contradict each other: two members of a family."""
    NONE = auto()
    """They are not names of one person."""


_ONE_GIVEN_NAME = (Fit.SAME, Fit.SPELLED, Fit.FAMILIAR)


@lru_cache(maxsize=CACHED_NAMES)
def name_parts(name: str) -> tuple[str, ...]:
    """The given names and surnames in a name, folded, without titles, articles and suffixes of the generation.

    A word such as "Abu" makes one part with the next, and "Abd al-" with the name behind it. Initials are single.

    >>> name_parts("Colonel Khaled al-Zarrouni"), name_parts("Abu Sanad"), name_parts("Ada van der Berg")
    (('khaled', 'zarrouni'), ('abu sanad',), ('ada', 'berg'))
    >>> name_parts("Abdelkarim Haddoun") == name_parts("Abd al-Karim Haddoun"), name_parts("JK Brandt")
    (True, ('j', 'k', 'brandt'))
    """
    words = [word for word in _folded(name).translate(_MARKS_OF_SUFFIXES).split() if word not in GENERATIONS]
    words = initials_parted(servant_names_joined(words))
    kept: list[str] = []
    bound = ""
    for n, word in enumerate(words):
        is_last = n == len(words) - 1
        is_given_name = n == 0 and word in _GIVEN_NAMES_FIRST
        if word in _WORDS_BOUND_TO_THE_NEXT and not is_last and not is_given_name:
            bound = f"{bound}{word} "
        elif is_last or word not in _ARTICLES:
            kept.append(bound + word)
            bound = ""
    return tuple(kept)


def generation(name: str) -> str:
    """The suffix that tells a parent and a child of one name apart, in its shortest form: "sr", "jr", "ii".

    Empty where there is none, and for a name of one word.

    >>> generation("Peter Brandt, Junior"), generation("Peter Brandt the Elder"), generation("Peter Brandt")
    ('jr', 'sr', '')
    """
    *before, last = _folded(name).translate(_MARKS_OF_SUFFIXES).split() or [""]
    return _SHORT_SUFFIXES.get(last, last) if before and last in GENERATIONS else ""


def without_generation(name: str) -> str:
    """The name, folded, without the suffix of a generation.

    >>> without_generation("Peter Brandt, Jr."), without_generation("Peter Brandt")
    ('peter brandt', 'peter brandt')
    """
    words = _folded(name).translate(_MARKS_OF_SUFFIXES).split()
    return " ".join(words[:-1] if generation(name) else words)


def without_suffix_marks(name: str) -> str:
    """The name without a comma or brackets around the suffix of a generation.

    >>> without_suffix_marks("Peter Brandt, Sr."), without_suffix_marks("Peter Brandt (Senior")
    ('Peter Brandt Sr.', 'Peter Brandt Senior')
    >>> without_suffix_marks("Orlov, Varna")
    'Orlov, Varna'
    """
    has_marks = name.count(",") + name.count("(") == 1
    return name.translate(_MARKS_OF_SUFFIXES) if has_marks and generation(name) else name


def are_two_generations(left: str, right: str) -> bool:
    """Whether the suffixes say that the names are a parent's and a child's.

    News mostly leaves out "Sr.", so it contradicts no name without a suffix.

    >>> are_two_generations("Ada Brandt Sr.", "Ada Brandt Jr."), are_two_generations("Ada Brandt Sr.", "Ada Brandt")
    (True, False)
    """
    suffixes = {generation(left), generation(right)}
    return len(suffixes) > 1 and suffixes != {"", "sr"}


@lru_cache(maxsize=CACHED_NAMES)
def fit(left: str, right: str) -> Fit:
    """How two names of people are related; their order does not matter.

    >>> fit("Khaled al-Zarrouni", "Khalid al-Zarruni").name, fit("Adel Haddoun", "Nadia Haddoun").name
    ('SPELLED', 'RELATIVE')
    >>> fit("A. G. Loukaridis", "Antonis Loukaridis").name, fit("Haddoun", "Adel Haddoun").name
    ('INITIALS', 'SHORT')
    """
    parts = name_parts(left), name_parts(right)
    few, many = sorted((_bound_as(*parts), _bound_as(*parts[::-1])), key=lambda names: (len(names), names))
    if not few or not many:
        return Fit.NONE
    if len(few) > 1 and are_two_generations(left, right):
        return Fit.RELATIVE if few[-1:] == many[-1:] else Fit.NONE
    if few == many:
        return Fit.SAME
    if "and" in (*few, *many):  # two people: "Ada and Peter Brandt"
        return Fit.NONE
    return _fit_of_unlike_parts(few, many)


def _fit_of_unlike_parts(few: tuple[str, ...], many: tuple[str, ...]) -> Fit:
    """How two names of one person each, whose parts are not the same, are related."""
    if differ_in_division(few, many):
        return Fit.SPELLED
    return _fit_of_one_part(few[0], many) if len(few) == 1 else _fit_of_several_parts(few, many)


def _bound_as(parts: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The parts, as one where the other name has them as one: "Ben Salem" beside "Omar Ben Salem"."""
    joined = " ".join(parts)
    return (joined,) if len(parts) > 1 and joined in other else parts


def _folded(name: str) -> str:
    """The normal form of a name. A name in lower case counts as folded: its initial "a" would look like an article."""
    folded = name if name.islower() else normal(name)
    return _WITH_ADJECTIVE.sub(lambda found: f" {ADJECTIVES_OF_GENERATIONS[found[1]]}", folded)


def _fit_of_one_part(word: str, many: tuple[str, ...]) -> Fit:
    """How a name of one part and another name are related."""
    is_heard = len(word) >= _MIN_LETTERS_HEARD_ALONE and is_heard_alike(word, many[-1])
    if len(many) == 1:
        if is_heard:
            return Fit.SPELLED
        return Fit.SLIP if is_slip(word, many[0]) else Fit.NONE
    return Fit.SHORT if word in many or is_heard else Fit.NONE


def _fit_of_several_parts(few: tuple[str, ...], many: tuple[str, ...]) -> Fit:
    """How two names of two parts or more are related."""
    if sorted(few) == sorted(many):
        return Fit.TURNED
    surname = _fit_of_words(few[-1], many[-1])
    has_initial = 1 in (len(few[0]), len(many[0]))
    if surname is Fit.NONE or (has_initial and surname is not Fit.SAME):
        return Fit.FULLER if _is_run(few, many) else Fit.NONE
    given = _fit_of_given_names(few[0], many[0])
    if given is Fit.NONE:
        return Fit.FULLER if _is_run(few, many) or _has_a_word_before(few, many) else Fit.RELATIVE
    if not _middle_names_agree(few[1:-1], many[1:-1]):
        return Fit.RELATIVE
    for weakest in (Fit.SLIP, Fit.INITIALS, Fit.FAMILIAR, Fit.SPELLED):
        if weakest in (surname, given):
            return weakest
    return Fit.FULLER


def _has_a_word_before(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether one is the other with a word before it, as headlines run on: "Nominate Ada Brandt", "Ada M. Brandt".

    >>> _has_a_word_before(("ada", "m", "brandt"), ("nominate", "ada", "brandt"))
    True
    """
    return any(
        len(rest) > 1
        and _fit_of_given_names(longer[1], rest[0]) in _ONE_GIVEN_NAME
        and _middle_names_agree(longer[2:-1], rest[1:-1])
        for longer, rest in ((few, many), (many, few))
        if len(longer) > 2
    )


def _is_run(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether ``few`` is a run of parts of ``many``: "García Márquez" of "Gabriel García Márquez"."""
    return len(few) < len(many) and any(few == many[n : n + len(few)] for n in range(len(many)))


def _fit_of_words(left: str, right: str) -> Fit:
    """SAME, SPELLED, SLIP or NONE: whether two words are spellings of one."""
    if left == right:
        return Fit.SAME
    if is_heard_alike(left, right) or is_heard_alike(_without_article(left), _without_article(right)):
        return Fit.SPELLED
    return Fit.SLIP if is_slip(left, right) or _differ_in_qaf(left, right) else Fit.NONE


def _differ_in_qaf(left: str, right: str) -> bool:
    """Whether the words sound alike but for a first letter that is written "G", "K" or "Q": "Gaddafi", "Qaddafi"."""
    firsts = {left[:1], right[:1]}
    return len(firsts) > 1 and firsts <= _TRANSCRIBED_QAF and is_heard_alike(f"k{left[1:]}", f"k{right[1:]}")


def _without_article(word: str) -> str:
    """A long word without an Arabic article that is written together with it: "elbaradei"."""
    has_article = len(word) >= _MIN_LETTERS_WITH_ARTICLE and word.startswith(_ARTICLES_WRITTEN_TOGETHER)
    return word[2:] if has_article else word


def _fit_of_given_names(left: str, right: str) -> Fit:
    """What ``_fit_of_words`` says, but INITIALS where one is an initial, and FAMILIAR for two forms of one name."""
    if left != right and 1 in (len(left), len(right)):
        return Fit.INITIALS if left[0] == right[0] else Fit.NONE
    found = _fit_of_words(left, right)
    return Fit.FAMILIAR if found is Fit.NONE and are_forms_of_one(left, right) else found


def _middle_names_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the middle names do not contradict: one side has none, or they fit in order."""
    return all(_fit_of_given_names(one, other) is not Fit.NONE for one, other in zip(left, right, strict=False))
