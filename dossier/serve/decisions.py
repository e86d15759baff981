"""What forms send: a decision that is kept, or one that is withdrawn. Then back to the page where one was."""

import re

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from dossier.serve.serving import serving, today

pages = Blueprint("decisions", __name__)
_OWN_ADDRESS = re.compile(r"/(?!/)[\w/.%~?=&-]*", re.ASCII)
"""An address on this server: a path, which no browser takes for another host."""


@pages.post("/undo")
def undo() -> Response:
    """Withdraw a decision."""
    withdrawn = serving().case.store.withdraw(request.form.get("id", ""), serving().by, today())
    return back(withdrawn.id) if withdrawn else abort(404)


def back(*done: str) -> Response:
    """Back to the page where the form stood, which tells of the decisions with these ids."""
    given = request.form.get("back", "/")
    address = given if _OWN_ADDRESS.fullmatch(given) else "/"
    mark = "&" if "?" in address else "?"
    return redirect(f"{address}{mark}done={','.join(done)}" if done else address, 303)
