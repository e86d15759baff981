"""docs/templates.md says of every field that a template gets what it is, and of no other."""

import re
from pathlib import Path

from lxml import html as lxml_html

from dossier.model import CERTAIN, Role, RolePlayer
from dossier.render import PageOptions, briefing_page
from dossier.render.options.template_folder import read_template_folder
from dossier.render.templating.sandbox import UserTemplates
from scripts import templates_page
from tests.render.conftest import DENIED, LIKELY, Desk


def test_the_page_is_what_the_classes_say() -> None:
    text = templates_page.PAGE.read_text("utf-8")
    assert text == templates_page.page(text), "run: python scripts/templates_page.py"


def test_every_field_is_documented_and_no_other() -> None:
    missing = {kind.__name__: templates_page.undocumented(kind) for kind in templates_page.classes()}
    assert {name: fields for name, fields in missing.items() if fields} == {}, "name it in the text of its class"
    assert templates_page.unused() == [], "take it out of scripts/template_fields.toml"


def test_values_have_names_of_their_own() -> None:
    names = [kind.__name__ for kind in templates_page.classes()]
    assert len(names) == len(set(names))


def test_the_example_does_what_the_page_says(desk: Desk, tmp_path: Path) -> None:
    text = templates_page.PAGE.read_text("utf-8").partition("## An example")[2]
    for name, code in re.findall(r"`([\w.]+)`\n\n```\w+\n(.*?)```", text, re.DOTALL):
        (tmp_path / name).write_text(code, "utf-8")
    folder = read_template_folder(tmp_path)
    assert sorted(folder.files) == ["custody.html.j2", "custom.css"]
    article = desk.article("Ada Brandt was arrested. Bo Varga was charged. Cy Lund was not arrested.")
    told = [
        ("arrested", "Ada Brandt was arrested.", "arrest", "Ada Brandt", CERTAIN),
        ("charged", "Bo Varga was charged.", "charge", "Bo Varga", LIKELY),
        ("arrested", "Cy Lund was not arrested.", "arrest", "Cy Lund", DENIED),
    ]
    events = [
        desk.event(
            desk.evidence(article, trigger, sentence, desk.dating("2020-03"), sure),
            type=type_,
            participants=(RolePlayer(name, Role.PATIENT, "a9"),),
        )
        for trigger, sentence, type_, name, sure in told
    ]
    options = PageOptions(sections=("bottom-line", "custody", "chronology"), templates=folder)
    values = briefing_page(desk.timeline([article], events), "g", options=options)
    page = lxml_html.document_fromstring(UserTemplates(folder.files).render("briefing.html.j2", values))
    rows = [
        [" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//section[@class='custody']//tr")
    ]
    assert rows == [["Ada Brandt", "arrest", "2020-03", "no. 1"], ["Bo Varga", "charge", "2020-03", "no. 2 (probable)"]]
    assert "--accent: #7a1f1f" in "".join(page.xpath("//style/text()"))
