"""The entrance: an address with a token that works once, or a password."""

from flask import Blueprint, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.render.templating.templates import template
from dossier.serve.frame import framed
from dossier.serve.guard import cookie_name
from dossier.serve.serving import serving, session
from dossier.serve.sessions import Session

pages = Blueprint("access", __name__)


@pages.get("/enter")
def enter() -> AnyResponse:
    """Let in the browser that has the token. Its address is gone from the browser with the next page."""
    found = serving().sessions.enter(request.args.get("token", ""))
    if found is None:
        abort(401)
    # A page, and no redirect: to a browser that came from elsewhere (a terminal, a file) the cookie is one of another
    # site until a page of ours asks.
    return _let_in(found, make_response(template("serve/entered.html.j2").render()))


@pages.route("/password", methods=["GET", "POST"])
def password() -> AnyResponse:
    """Ask for the password, and let in whoever knows it."""
    sessions = serving().sessions
    if not sessions.has_password:
        abort(404)
    if request.method == "GET":
        return make_response(template("serve/password.html.j2").render(is_wrong=False))
    found = sessions.enter_with_password(request.form.get("password", ""))
    if found is None:
        return make_response(template("serve/password.html.j2").render(is_wrong=True), 403)
    return _let_in(found, redirect("/", 303))


@pages.post("/leave")
def leave() -> AnyResponse:
    """End the session."""
    serving().sessions.leave(session())
    return make_response(template("serve/left.html.j2").render())


@pages.post("/address")
def address() -> str:
    """Show an address that lets one more browser in."""
    if serving().sessions.has_password:
        abort(404)
    token = serving().sessions.new_token()
    return framed("serve/address.html.j2", address=f"{request.host_url}enter?token={token}")


def _let_in(found: Session, response: AnyResponse) -> AnyResponse:
    response.set_cookie(cookie_name(), found.key, httponly=True, samesite="Strict", path="/")
    return response
