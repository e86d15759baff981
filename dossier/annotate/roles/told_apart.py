"""Those whom a subject only counts, where the sentence names each behind its verb."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import is_person_or_body
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")
_WORDS_FOR_ALL, _JOINTS = _WORDS["words_for_all"], _WORDS["joints_of_shares"]


def told_apart(subject: Token, verb: Token) -> list[Token]:
    """The names of those whom the subject counts, each with what is its own; empty where fewer than two are named.

    "Both were jailed on Monday, Brandt for six years and Keller for four": Brandt and Keller were. The parse takes the
    names for anything, so this looks at the words between them alone.
    """
    if subject.i > verb.i or not _counts(subject):
        return []
    names = [token for token in verb.doc[verb.i + 1 : verb.sent.end - 1] if _has_its_own(token, verb)]
    return names if len(names) > 1 else []


def _counts(subject: Token) -> bool:
    words = (subject, *subject.lefts)
    return any(word.lower_ in _WORDS_FOR_ALL or word.pos_ == "NUM" for word in words)


def _has_its_own(token: Token, verb: Token) -> bool:
    """Whether a name ends with the token, behind a comma or "and", and a preposition goes on with what is its own."""
    behind = token.doc[token.i + 1]
    if token.pos_ != "PROPN" or not (behind.pos_ == "ADP" or behind.lower_ == "to") or not is_person_or_body(token):
        return False
    first = token
    while first.i > verb.i and (first.pos_ == "PROPN" or first.text == "-"):
        first = token.doc[first.i - 1]
    return first.lower_ in _JOINTS
