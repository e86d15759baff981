"""``dossier``: the group of commands."""

import click

from dossier import __version__
from dossier.cli.annotate import annotate
from dossier.cli.approve import approve
from dossier.cli.build import build
from dossier.cli.changes import changes
from dossier.cli.config import config
from dossier.cli.doctor import doctor
from dossier.cli.entities import entities
from dossier.cli.export import export
from dossier.cli.fetch import fetch
from dossier.cli.init import init
from dossier.cli.notices import notices
from dossier.cli.open import open_page
from dossier.cli.parts.terminal import EXIT_CODES
from dossier.cli.review import review
from dossier.cli.schedule import schedule
from dossier.cli.search import search
from dossier.cli.serve import serve
from dossier.cli.store import store
from dossier.cli.template import template
from dossier.cli.timeline import timeline
from dossier.cli.times import times
from dossier.cli.verify import verify


@click.group(epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Sourced timelines and briefings from news articles.

    A folder of articles goes in; a briefing (PDF, HTML) and a timeline (JSON) come out for each person,
    organisation or place that matters, every line with its source.

    \b
    Examples:
      dossier build articles/ -o out
      dossier build articles/ -o out --entity "Abu Khadija"
      dossier review
      dossier verify out
    """


for command in (
    init,
    fetch,
    build,
    annotate,
    entities,
    timeline,
    review,
    serve,
    search,
    times,
    verify,
    export,
    changes,
    approve,
    open_page,
    notices,
    schedule,
    store,
    template,
    config,
    doctor,
):
    main.add_command(command)
