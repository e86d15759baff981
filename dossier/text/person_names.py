"""Names of people: their parts, and how two of them can be one person's."""

from enum import Enum, auto
from functools import lru_cache

from dossier.text.diminutives import are_forms_of_one
from dossier.text.names import normal
from dossier.text.spelling import is_heard_alike, is_slip
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.text", "name_words.toml")

_ARTICLES = _WORDS["articles"]
_BOUND = _WORDS["bound"]
_GENERATIONS = _WORDS["generations"]
_ELDERS = frozenset("sr snr senior".split())


_LONG = 5
"""Letters from which on a word by itself is known again by its sound."""


class Fit(Enum):
    """How two names of people go together."""

    SAME = auto()
    """The same parts."""
    SPELLED = auto()
    """Spellings of one name: "Khaled al-Zarrouni", "Khalid al-Zarruni"."""
    SLIP = auto()
    """A letter apart."""
    FAMILIAR = auto()
    """The usual short form of the given name: "Mike", "Michael"."""
    FULLER = auto()
    """The one has more names, or initials, between or behind."""
    INITIALS = auto()
    """The one has initials for given names."""
    TURNED = auto()
    """The same parts in another order."""
    SHORT = auto()
    """The one is a surname or a given name of the other."""
    RELATIVE = auto()
    """One surname, but other given names, or another generation."""
    NONE = auto()


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The given names and surnames, folded, without titles, articles and generation; "Abu Sanad" is one part.

    >>> parts("Colonel Khaled al-Zarrouni"), parts("Abu Sanad"), parts("Ada van der Berg")
    (('khaled', 'zarrouni'), ('abu sanad',), ('ada', 'berg'))
    """
    words = [word for word in _folded(name).split() if word not in _GENERATIONS | _ELDERS]
    kept: list[str] = []
    bound = ""
    for n, word in enumerate(words):
        is_last = n == len(words) - 1
        if word in _BOUND and not is_last:
            bound = f"{bound}{word} "
        elif is_last or word not in _ARTICLES:
            kept.append(bound + word)
            bound = ""
    return tuple(kept)


def generation(name: str) -> str:
    """What tells a son from his father: "jr", "ii"; empty where nothing does.

    >>> generation("Peter Brandt Jr."), generation("Peter Brandt")
    ('jr', '')
    """
    last = _folded(name).replace(",", "").split()[-1:]
    return last[0] if last and last[0] in _GENERATIONS else ""


@lru_cache(maxsize=65536)
def fit(left: str, right: str) -> Fit:
    """How the two names go together.

    >>> fit("Khaled al-Zarrouni", "Khalid al-Zarruni").name, fit("Adel Haddoun", "Nadia Haddoun").name
    ('SPELLED', 'RELATIVE')
    >>> fit("A. G. Loukaridis", "Antonis Loukaridis").name, fit("Haddoun", "Adel Haddoun").name
    ('INITIALS', 'SHORT')
    """
    few, many = sorted((parts(left), parts(right)), key=lambda names: (len(names), names))
    if generation(left) != generation(right):
        return Fit.RELATIVE if few[-1:] == many[-1:] else Fit.NONE
    if not few or not many:
        return Fit.NONE
    if few == many:
        return Fit.SAME
    if "and" in (*few, *many):
        return Fit.NONE
    if len(few) == 1:
        return _single(few[0], many)
    return _full(few, many)


def _folded(name: str) -> str:
    """The normal form; what is folded already stays, since an initial "a" looks like an article by then."""
    return name if name.islower() else normal(name)


def _single(word: str, many: tuple[str, ...]) -> Fit:
    is_heard = len(word) >= _LONG and is_heard_alike(word, many[-1])
    if len(many) == 1:
        if is_heard:
            return Fit.SPELLED
        return Fit.SLIP if is_slip(word, many[0]) else Fit.NONE
    return Fit.SHORT if word in many or is_heard else Fit.NONE


def _full(few: tuple[str, ...], many: tuple[str, ...]) -> Fit:
    """Two names of two parts or more."""
    if sorted(few) == sorted(many):
        return Fit.TURNED
    surname = _word(few[-1], many[-1])
    has_initial = 1 in (len(few[0]), len(many[0]))
    if surname is Fit.NONE or (has_initial and surname is not Fit.SAME):
        return Fit.FULLER if _is_run(few, many) else Fit.NONE
    given = _given(few[0], many[0])
    if given is Fit.NONE:
        return Fit.FULLER if _is_run(few, many) else Fit.RELATIVE
    if not _between(few[1:-1], many[1:-1]):
        return Fit.RELATIVE
    for weakest in (Fit.SLIP, Fit.INITIALS, Fit.FAMILIAR, Fit.SPELLED):
        if weakest in (surname, given):
            return weakest
    return Fit.FULLER


def _is_run(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether the one is a stretch of the other: "García Márquez" of "Gabriel García Márquez"."""
    return len(few) < len(many) and any(few == many[n : n + len(few)] for n in range(len(many)))


def _word(left: str, right: str) -> Fit:
    if left == right:
        return Fit.SAME
    if is_heard_alike(left, right):
        return Fit.SPELLED
    return Fit.SLIP if is_slip(left, right) else Fit.NONE


def _given(left: str, right: str) -> Fit:
    if left != right and 1 in (len(left), len(right)):
        return Fit.INITIALS if left[0] == right[0] else Fit.NONE
    found = _word(left, right)
    return Fit.FAMILIAR if found is Fit.NONE and are_forms_of_one(left, right) else found


def _between(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the names between do not contradict: one has none, or they go together in order."""
    return all(_given(one, other) is not Fit.NONE for one, other in zip(left, right, strict=False))
