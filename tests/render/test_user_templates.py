"""Templates of users: what they may do, what they may not, and what is said of a wrong one."""

import struct
from pathlib import Path

import pytest

from dossier.errors import TemplatesUnusable
from dossier.model import Timeline
from dossier.render import PageOptions, briefing_page, render_html
from dossier.render.options.logo import MAX_LOGO_BYTES, read_logo
from dossier.render.options.template_folder import MAX_FILE_BYTES, TemplateFolder, read_template_folder
from dossier.render.templating.offline import POLICY
from dossier.render.templating.page_code import code_source
from dossier.render.templating.sandbox import UserTemplates

ROOT = Path(__file__).parents[2] / "templates" / "briefing"
TOLD = {"name": "Ada", "rows": [{"line": "<b>fled</b>", "notes": [1, 2]}], "svg": "<svg/>"}
FRAME = "<!doctype html><html><head></head><body>{}</body></html>"


def page(body: str, **files: str) -> str:
    """The page of a template with this body, beside other templates."""
    others = {f"{name}.html.j2": text for name, text in files.items()}
    return UserTemplates({"briefing.html.j2": FRAME.format(body), **others}).render("briefing.html.j2", {"told": TOLD})


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("{{ told.name }}", "Ada"),
        ("{{ told.rows[0].line }}", "&lt;b&gt;fled&lt;/b&gt;"),
        ("{{ '<i>'|safe }}{{ told.name }}</i>", "<i>Ada</i>"),
        ("{% for n in told.rows[0].notes %}{{ n }},{% endfor %}", "1,2,"),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(told.rows[0].line) }}", "<i>&lt;b&gt;fled&lt;/b&gt;</i>"),
        ('{% include "briefing/part.html.j2" %}', "part"),
        ('{% from "briefing/macros.html.j2" import count %}{{ count(2, "entry", "entries") }}', "2 entries"),
        (
            '<a href="#nowhere">x</a><a href="https://a.example">y</a>',
            '<span>x</span><a href="https://a.example">y</a>',
        ),
    ],
)
def test_a_template_shows_values_and_other_templates(body, shown):
    assert f"<body>{shown}</body>" in page(body, part="part")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ told.__class__ }}", "line 1: access to attribute '__class__' of 'dict' object is unsafe"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "line 1: access to attribute '__class__' of 'str'"),
        ("{{ told['__class__'] }}", "line 1: access to attribute '__class__' of 'dict' object is unsafe"),
        ("{{ ''|attr('__class__') }}", "line 1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ '{0.__class__}'.format(told) }}", "line 1: access to attribute '__class__' of 'dict' object is unsafe"),
        ("{{ told.update({'name': 'x'}) }}", "line 1: access to attribute 'update' of 'dict' object is unsafe"),
        ("{{ told.rows.append(1) }}", "line 1: access to attribute 'append' of 'list' object is unsafe"),
        ("{% for x in range(10**9) %}{% endfor %}", "line 1: Range too big"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "it calls or includes itself without end"),
        ('{% include "briefing/briefing.html.j2" %}', "it calls or includes itself without end"),
        ('{% include "../../../etc/passwd" %}', "line 1: there is no template '../../../etc/passwd'"),
        ('{% include "/etc/passwd" %}', "line 1: there is no template '/etc/passwd'"),
        ("\n\n{{ told.nothing }}", "briefing.html.j2, line 3: there is no field 'nothing' here"),
        ("\n{% if %}", "briefing.html.j2, line 2: Expected an expression"),
        ("\n{% include 'part.html.j2' %}", "part.html.j2, line 2: there is no field 'nothing' here"),
        ("{{ lipsum() }}", "line 1: 'lipsum' is undefined"),
        ("{{ [1, 2]|random }}", "line 1: No filter named 'random'"),
        ("\n{{ told.name|safe }}", "briefing.html.j2, line 2: it takes a value for safe"),
        ("{{ [told.name]|map('safe')|join }}", "line 1: it takes a value for safe"),
        ("{% filter safe %}{{ told.name }}{% endfilter %}", "line 1: it takes a value for safe"),
        ("{% autoescape false %}{{ told.name }}{% endautoescape %}", "line 1: it takes a value for safe"),
        ("{{ 'x' * 10**7 }}" * 3, "the page has more than 20,000,000 characters"),
        ("<script>1</script>", "the page holds a <script> that is not ours"),
        ('<img src="https://a.example/{{ told.name }}">', "the page holds 'src' in <img>"),
        ('<img src="//a.example">', "the page holds 'src' in <img>"),
        ('<a href=" java\tscript:alert(1)">x</a>', "the page holds 'href' in <a>"),
        ('<a href="https://a.example" ping="https://a.example">x</a>', "the page holds 'ping' in <a>"),
        ('<p onclick="x">', "the page holds 'onclick' in <p>"),
        ('<meta http-equiv="refresh" content="0;url=https://a.example">', "the page holds 'http-equiv' in <meta>"),
        ('<link rel="preconnect" href="https://a.example">', "the page holds <link>"),
        ('<svg><use xlink:href="https://a.example"/></svg>', "the page holds 'xlink:href' in <use>"),
    ],
)
def test_what_a_template_may_not_is_told_with_its_place(body, message):
    with pytest.raises(TemplatesUnusable) as raised:
        page(body, part="part\n{{ told.nothing }}")
    assert message in str(raised.value)
    assert raised.value.advice


def test_a_page_that_begins_as_none_is_refused():
    with pytest.raises(TemplatesUnusable, match="has to begin with <!doctype html>"):
        UserTemplates({"briefing.html.j2": "<p>x"}).render("briefing.html.j2", {})


def test_the_policy_comes_first():
    assert page("x").startswith(
        '<!doctype html><html><head>\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    )


def test_a_folder_that_changes_nothing_changes_nothing_but_the_policy(sample: Timeline):
    made = UserTemplates({"unused.css": ""}).render("briefing.html.j2", briefing_page(sample, "g"))
    script = (ROOT / "page.js").read_text("utf-8").rstrip("\n")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.format(script=code_source(script))}">'
    assert made == render_html(sample, "g").replace("<head>", f"<head>\n{policy}", 1)


def test_a_folder_may_change_a_section_a_colour_and_add_a_section(sample: Timeline):
    files = {
        "key-events.html.j2": "<p>mine, {{ briefing.rows|length }}</p>",
        "desk.html.j2": "<p>The desk says: {{ briefing.name }}</p>",
        "custom.css": ":root { --accent: #8a1c1c }",
    }
    options = PageOptions(sections=("desk", "key-events"), templates=TemplateFolder(files, ""))
    made = UserTemplates(files).render("briefing.html.j2", briefing_page(sample, "g", options=options))
    assert f"<p>mine, {len(briefing_page(sample, 'g')['briefing']['rows'])}</p>" in made
    assert "The desk says: " in made
    assert ":root { --accent: #8a1c1c }" in made


def test_a_folder_is_read_with_what_lies_below_it(tmp_path: Path):
    (tmp_path / "parts").mkdir()
    for name in ("a.html.j2", "page.css", "parts/b.html.j2", "README.md", ".hidden.css"):
        (tmp_path / name).write_text(name)
    found = read_template_folder(tmp_path)
    assert dict(found.files) == {name: name for name in ("a.html.j2", "page.css", "parts/b.html.j2")}
    assert found.sections == ("a",)
    (tmp_path / "page.css").write_text("other")
    assert read_template_folder(tmp_path).sha256 != found.sha256


def linked(folder: Path) -> None:
    (folder / "a.css").symlink_to("/etc/hostname")


def linked_folder(folder: Path) -> None:
    (folder / "x").mkdir()
    (folder / "x" / "a.css").symlink_to(folder.parent / "secret.css")
    (folder.parent / "secret.css").write_text("secret")


@pytest.mark.parametrize(
    ("fill", "message"),
    [
        (lambda folder: None, "holds no template"),
        (linked, "a.css leads out of"),
        (linked_folder, "a.css leads out of"),
        (lambda folder: (folder / "a.css").write_bytes(b"\xff\xfe"), "a.css is not UTF-8 at byte 0"),
        (lambda folder: (folder / "a.css").write_text("x" * (MAX_FILE_BYTES + 1)), "more than 1,000,000 bytes"),
        (lambda folder: [(folder / f"{n}.css").touch() for n in range(201)], "holds more than 200 templates"),
    ],
)
def test_what_no_folder_of_templates_may_hold(tmp_path: Path, fill, message):
    (tmp_path / "house").mkdir()
    fill(tmp_path / "house")
    with pytest.raises(TemplatesUnusable, match=message):
        read_template_folder(tmp_path / "house")


def test_there_is_no_such_folder(tmp_path: Path):
    with pytest.raises(TemplatesUnusable, match="there is no folder"):
        read_template_folder(tmp_path / "house")


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(9)


def svg(inner: str, outer: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {outer}>{inner}</svg>'.encode()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (png(100, 50), None),
        (svg('<path d="M0,0L9,9" fill="url(#g)"/>'), None),
        (png(10**6, 50), "is larger than 4000 pixels"),
        (png(1, 1)[:20], "is no whole PNG"),
        (b"GIF89a", "is neither PNG nor SVG"),
        (b"<html/>", "is neither PNG nor SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "has a document type or entities"),
        (svg("<script>1</script>"), "holds an element 'script'"),
        (svg('<image href="https://a.example"/>'), "holds an element 'image'"),
        (svg("<style>@import 'https://a.example'</style>"), "holds an element 'style'"),
        (svg("", 'onload="x"'), "holds an attribute that runs or fetches something, at 'svg'"),
        (svg('<path fill="url(https://a.example)"/>'), "holds an attribute that runs or fetches something, at 'path'"),
        (b"x" * (MAX_LOGO_BYTES + 1), "more than 300,000 bytes"),
    ],
)
def test_a_logo_is_a_drawing_and_nothing_else(tmp_path: Path, data, fault):
    file = tmp_path / "logo"
    file.write_bytes(data)
    if fault is None:
        assert read_logo(file).uri.startswith("data:image/")
        return
    with pytest.raises(TemplatesUnusable) as raised:
        read_logo(file)
    assert fault in str(raised.value)


def test_the_logo_stands_in_the_page_itself(sample: Timeline, tmp_path: Path):
    (tmp_path / "logo.svg").write_bytes(svg(""))
    logo = read_logo(tmp_path / "logo.svg")
    assert f'<img class="logo" src="{logo.uri}" alt="">' in render_html(sample, "g", options=PageOptions(logo=logo))
