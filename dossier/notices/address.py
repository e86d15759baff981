"""Addresses as a project's file writes them: secrets may stand in the environment, and none is ever shown."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from dossier.errors import NoticesUnusable

HIDDEN = "****"
"""What stands for a secret wherever an address is shown."""
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_BETWEEN_PARTS = re.compile(r"[/:@?&=,;#+]+")


def resolved(written: str, environment: Mapping[str, str]) -> str:
    """The address with the values of the variables that it names.

    A variable at the start holds an address, or its start, and is put in as it is; any other one holds one part, such
    as a password, whose characters mean nothing in an address. Raises NoticesUnusable when a variable has no value.

    >>> resolved("mailto://ada:${PASSWORD}@post.example", {"PASSWORD": "a/b@c"})
    'mailto://ada:a%2Fb%40c@post.example'
    """

    def value(variable: re.Match[str]) -> str:
        name = variable[1]
        if not environment.get(name):
            what = f"[notices] names the environment variable {name}, which is not set"
            raise NoticesUnusable(what, "set it, or take the address out")
        return environment[name] if variable.start() == 0 else quote(environment[name], safe="")

    return _VARIABLE.sub(value, written)


def masked(written: str) -> str:
    """The address as it may be shown: its scheme, or the name of the variable that holds it.

    What follows the scheme can be a password, a token, or the name of who is told.

    >>> masked("mailto://ada:secret@post.example"), masked("${DOSSIER_MAIL}"), masked("secret")
    ('mailto://****', '${DOSSIER_MAIL}', '****')
    """
    if _VARIABLE.fullmatch(written):
        return written
    scheme = _SCHEME.match(written)
    return (scheme[0] if scheme else "") + HIDDEN


def without_secrets(text: str, address: str) -> str:
    """What a library says of an address, without the parts of the address.

    >>> without_secrets("no answer from post.example for ada", "mailto://ada:secret@post.example")
    'no answer from **** for ****'
    """
    parts = sorted(set(_parts(address)), key=len, reverse=True)
    pattern = "|".join(map(re.escape, parts))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", HIDDEN, text) if parts else text


def _parts(address: str) -> Iterator[str]:
    """The parts of an address behind its scheme, as it writes them and as they are meant."""
    rest = _SCHEME.sub("", address, count=1)
    for text in (rest, unquote(rest)):
        yield from filter(None, (text, *_BETWEEN_PARTS.split(text)))
    yield from filter(None, map(unquote, _BETWEEN_PARTS.split(rest)))
