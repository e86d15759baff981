"""Who is let in: by an address that works once, or by a password. Sessions live as long as the server."""

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

_TOKEN_BYTES = 32
"""The length of a secret that nobody can guess, as the module secrets names it for 2015 and after."""
MAX_SESSIONS = 64
"""Sessions that are kept; the one that was not used for the longest time goes first. Set by hand."""
_IDLE_SECONDS = 12 * 3600
"""A session that nobody has used for so long is over. Set by hand: a working day."""
_WRONG_PASSWORD_SECONDS = 1.0
"""How long a wrong password takes, one at a time, so that nobody can try many. Set by hand."""
_SCRYPT = {"n": 2**14, "r": 8, "p": 1}
"""The cost of scrypt as OWASP names it for a login: 16 MB, some 50 ms."""


@dataclass(slots=True)
class Session:
    """One browser that was let in. ``key`` is in its cookie, ``csrf`` in each of its forms."""

    key: str = field(default_factory=lambda: secrets.token_urlsafe(_TOKEN_BYTES))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(_TOKEN_BYTES))
    used: float = field(default_factory=time.monotonic)


class Sessions:
    """The sessions of a server. With a password there are no tokens: whoever knows it is let in."""

    def __init__(self, password: str = "") -> None:
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(password) if password else b""
        self._tokens: list[str] = []
        self._sessions: OrderedDict[str, Session] = OrderedDict()
        self._lock = threading.Lock()
        self._trying = threading.Lock()

    @property
    def has_password(self) -> bool:
        """Whether a password is asked for."""
        return bool(self._hash)

    def new_token(self) -> str:
        """A token that lets one browser in, once."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        with self._lock:
            self._tokens.append(token)
        return token

    def enter(self, token: str) -> Session | None:
        """A new session for a token that nobody has used; None for any other text."""
        with self._lock:
            fitting = [one for one in self._tokens if _is_same(one, token)]
            for one in fitting:
                self._tokens.remove(one)
        return self._begin() if fitting else None

    def enter_with_password(self, password: str) -> Session | None:
        """A new session for whoever knows the password; None, after a while, for anyone else."""
        with self._trying:
            if self._hash and secrets.compare_digest(self._hashed(password), self._hash):
                return self._begin()
            time.sleep(_WRONG_PASSWORD_SECONDS)
        return None

    def find(self, key: str) -> Session | None:
        """The session of a cookie, None where there is none or it is over."""
        now = time.monotonic()
        with self._lock:
            found = next((one for one in self._sessions.values() if _is_same(one.key, key)), None)
            if found is None or now - found.used > _IDLE_SECONDS:
                return None
            found.used = now
            self._sessions.move_to_end(found.key)
        return found

    def leave(self, session: Session) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(session.key, None)

    def _begin(self) -> Session:
        session = Session()
        with self._lock:
            self._sessions[session.key] = session
            while len(self._sessions) > MAX_SESSIONS:
                self._sessions.popitem(last=False)
        return session

    def _hashed(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=self._salt, **_SCRYPT)


def is_csrf_of(session: Session, given: str) -> bool:
    """Whether a form has the token of the session."""
    return _is_same(session.csrf, given)


def _is_same(one: str, other: str) -> bool:
    """Whether two secrets are one, in a time that does not tell where they differ."""
    return secrets.compare_digest(one.encode(), other.encode("utf-8", "surrogatepass"))
