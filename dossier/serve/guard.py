"""Who may ask for what: each request is checked before any page sees it, and each answer gets the same headers."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.serve.serving import serving
from dossier.serve.sessions import is_csrf_of

OPEN_TO_ALL = frozenset(("access.enter", "access.password", "styles.style"))
"""What is answered without a session: how to get one, and the styles, which hold nothing of a case."""
MAX_BODY_BYTES = 256_000
"""The largest form that is read. Set by hand: the longest has a note and a quote."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "font-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    # not no-referrer, with which browsers say "Origin: null" in our own forms too; other places learn as little
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def guard(app: Flask, hosts: tuple[str, ...]) -> None:
    """Let ``app`` answer under these names alone, to whoever has a session, and to forms of its own pages."""
    app.config["TRUSTED_HOSTS"] = list(hosts)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.config["MAX_FORM_PARTS"] = 100
    app.before_request(_check)
    app.after_request(_with_headers)


def cookie_name() -> str:
    """The name of the cookie: one for each port, since browsers give the cookies of a host to all its ports."""
    return f"dossier-{urlsplit(request.host_url).port or 80}"


def _check() -> AnyResponse | None:
    """Refuse the request, or let it pass; a page that needs a session sends a browser without one to the entrance."""
    g.session = serving().sessions.find(request.cookies.get(cookie_name(), ""))
    if request.method not in {"GET", "HEAD"}:
        _check_form()
    if request.endpoint in OPEN_TO_ALL:
        return None
    if g.session is None:
        return redirect("/password") if serving().sessions.has_password else abort(401)
    return None


def _check_form() -> None:
    """Refuse what is no form of a page of ours: it comes from elsewhere, or lacks the token of the session."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if not (origin or site) or origin not in {None, request.host_url.rstrip("/")} or site not in {None, "same-origin"}:
        abort(403)
    if request.endpoint == "access.password":
        return
    if g.session is None:
        abort(401)
    if serving().is_read_only:
        abort(405)
    if not is_csrf_of(g.session, request.form.get("csrf", "")):
        abort(403)


def _with_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    return response
