"""Pages by a user's templates, made in a worker process within limits; a bomb costs its own page alone."""

from collections.abc import Sequence
from dataclasses import replace
from multiprocessing import active_children

import pytest

from dossier.errors import TemplatesUnusable
from dossier.model import Marking
from dossier.pipeline.writing.page_rendering import PageRenderer, RenderLimits
from dossier.render import Index, IndexEntry, IndexGroup, PageOptions, render_index
from dossier.render.index_context import StartFile
from dossier.render.options.template_folder import TemplateFolder
from dossier.render.wording.marking_line import marking_line

FRAME = "<!doctype html><html><head></head>{}</html>"
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
HUGE = "{{ ('a' * 10**9)|length }}"
LIMITS = RenderLimits(seconds=1.5, memory=600 << 20)


def index(name: str) -> Index:
    return Index("", "g", (IndexGroup("People", (IndexEntry(name, 1, 0, 0, 1, ()),)),))


def made(body: str, names: Sequence[str], limits: RenderLimits = LIMITS) -> list[str]:
    """For each of these start pages what became of it: the page, or what was said."""
    template = FRAME.format("{% set name = index.groups[0].entries[0].name %}" + body)
    options = PageOptions(templates=TemplateFolder({"index.html.j2": template}, "x"))
    found = []
    with PageRenderer(options, limits) as renderer:
        for name in names:
            try:
                found.append(renderer.start_file(StartFile.INDEX, index(name)).partition("</head>")[2])
            except TemplatesUnusable as error:
                found.append(str(error))
    assert not active_children()
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bomb", "reason"),
    [
        (ENDLESS, "it took longer than 1.5 seconds"),
        (HUGE, "it took more memory than 0.586 GB"),
        ("{{ name.bomb }}", "index.html.j2, line 1: there is no field 'bomb' here"),
    ],
)
def test_a_bomb_costs_its_own_page_alone(bomb: str, reason: str) -> None:
    body = "{% if name == 'Bo' %}" + bomb + "{% endif %}{{ name }}"
    assert made(body, ["Ada", "Bo", "Cy"]) == ["Ada</html>", reason, "Cy</html>"]


@pytest.mark.slow
def test_templates_that_fail_time_and_again_are_given_up() -> None:
    limits = RenderLimits(seconds=0.5, memory=600 << 20, failures=2)
    assert made(ENDLESS, ["Ada", "Bo", "Cy"], limits) == [
        "it took longer than 0.5 seconds",
        "it took longer than 0.5 seconds",
        "the templates went over their limits on the pages before it, so it was not tried",
    ]


def test_shipped_templates_start_no_process() -> None:
    with PageRenderer(PageOptions()) as renderer:
        assert renderer.start_file(StartFile.INDEX, index("Ada")) == render_index(index("Ada"))
        assert not active_children()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "is_marked"), [("{{ index.marking.label }}", False), ("{{ index.marking.label }}<p>a</p>TLP:RED", True)]
)
def test_a_page_of_a_user_has_the_marking_at_its_head_and_its_foot(body: str, is_marked: bool) -> None:
    told = replace(index("Ada"), marking=marking_line(Marking.RED))
    options = PageOptions(templates=TemplateFolder({"index.html.j2": FRAME.format(body)}, "x"))
    with PageRenderer(options, LIMITS) as renderer:
        if is_marked:
            assert "TLP:RED" in renderer.start_file(StartFile.INDEX, told)
        else:
            with pytest.raises(TemplatesUnusable, match="do not print the marking TLP:RED"):
                renderer.start_file(StartFile.INDEX, told)
