"""``dossier serve``: a local web page on a case, to read it, to judge it and to correct it.

``create_app`` makes the application, ``listen`` a server for it. Each subject of pages has a module of its own.
"""

from dossier.serve.app import create_app
from dossier.serve.laying_ahead import LayingAhead
from dossier.serve.project_build import ProjectBuild
from dossier.serve.served_case import ServedCase
from dossier.serve.server import Listening, listen
from dossier.serve.serving import Serving
from dossier.serve.sessions import Sessions

__all__ = ["LayingAhead", "Listening", "ProjectBuild", "ServedCase", "Serving", "Sessions", "create_app", "listen"]
