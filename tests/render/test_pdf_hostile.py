"""A PDF of hostile articles: nothing is fetched, nothing is live, and nothing of the machine is in it."""

import io
import json
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject, StreamObject

from dossier.model import Alias
from dossier.render import render_html

pytestmark = pytest.mark.slow

SECRET = "xq7-of-the-machine"
PRINT_IT = """
import base64, json, sys
from dossier.render import render_pdf
page, data = json.load(sys.stdin)
print(base64.b64encode(render_pdf(page, data.encode())).decode())
"""
DEAD = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/GoToR",
    "/GoToE",
    "/SubmitForm",
    "/ImportData",
    "/RichMedia",
    "/OpenAction",
    "/AA",
)


@pytest.fixture
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine at which somebody counts who knocks."""
    knocks: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def count() -> None:
            while True:
                try:
                    visitor, _ = server.accept()
                except OSError:
                    return
                with visitor:
                    knocks.append(visitor.recv(100))

        threading.Thread(target=count, daemon=True).start()
        yield server.getsockname()[1], knocks
        server.shutdown(socket.SHUT_RDWR)


def baits_for(port: int, secret: Path) -> tuple[str, ...]:
    """Texts that would fetch from the port or read the file, were they more than text."""
    web = f"http://127.0.0.1:{port}"
    return (
        f"{web}/plain",
        f"<img src={web}/img.png>",
        f"<link rel=attachment href={secret.as_uri()}>",
        f"</style><style>@import url({web}/a.css); p {{ background: url({web}/b.png) }}</style>",
        f"<svg><image href='{web}/c.svg'/><use href='{secret.as_uri()}#x'/></svg>",
        f"<iframe src='{web}/d'></iframe><object data='{web}/e'></object>",
        f"url({web}/f) data:text/html,<script>fetch('{web}/g')</script> javascript:fetch('{web}/h')",
    )


def hostile_page(desk, port: int, secret: Path) -> str:
    """A page of articles in which everything that an outlet can write is an address or markup."""
    web, baits = f"http://127.0.0.1:{port}", baits_for(port, secret)
    addresses = (
        f"{web}/own",
        secret.as_uri(),
        "data:text/html,<b>x</b>",
        "javascript:alert(1)",
        f"//127.0.0.1:{port}/",
    )
    articles = [
        desk.article(f"He fled. {bait}", title=bait, publisher=bait, author=bait, ref=f"{number}{bait}", url=address)
        for number, (bait, address) in enumerate(zip(baits, [*addresses, *addresses], strict=False))
    ]
    events = [desk.event(desk.evidence(one, "fled", None, desk.dating("2020")), summary=one.text) for one in articles]
    aliases = tuple(Alias(bait, 1, (articles[0].id,)) for bait in baits)
    return render_html(desk.timeline(articles, events, actor=desk.actor(name=baits[1], aliases=aliases)), "g")


def printed_elsewhere(page: str, home: Path) -> bytes:
    """The PDF, made by a user and in folders whose names are secret, in a zone that few live in."""
    import base64

    environment = {
        **os.environ,
        "HOME": str(home),
        "TMPDIR": str(home),
        "USER": SECRET,
        "LOGNAME": SECRET,
        "HOSTNAME": SECRET,
        "TZ": "Pacific/Chatham",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run(
        [sys.executable, "-c", PRINT_IT],
        check=True,
        cwd=home,
        env=environment,
        input=json.dumps([page, '{"schema": "dossier/timeline/1"}']),
        capture_output=True,
        text=True,
    )
    return base64.b64decode(done.stdout)


def everything_in(pdf: bytes) -> Iterator[bytes]:
    """The bytes of the file, and of each of its objects with what is compressed laid open."""
    yield pdf
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for number in range(1, reader.trailer["/Size"]):
        held = reader.get_object(number)
        yield repr(held).encode()
        if isinstance(held, StreamObject):
            yield held.get_data()


def test_nothing_is_fetched_nothing_is_live_and_the_machine_stays_unknown(desk, listener, tmp_path: Path):
    port, knocks = listener
    home = tmp_path / SECRET
    home.mkdir()
    letter = tmp_path / "letter.txt"
    letter.write_text("the content of the letter")
    pdf = printed_elsewhere(hostile_page(desk, port, letter), home)
    assert knocks == []
    machine = (SECRET, socket.gethostname(), str(Path(__file__).parents[2]), sys.prefix, "Chatham", "+1245", "+12'45")
    traces = b"\n".join(everything_in(pdf))
    assert [one for one in machine if len(one) > 3 and one.encode() in traces] == []
    assert b"the content of the letter" not in traces
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert list(reader.attachments) == ["timeline.json"]
    links = [link.get_object() for one in reader.pages for link in one["/Annots"]]
    assert {link["/A"]["/URI"] for link in links if "/A" in link} == {f"http://127.0.0.1:{port}/own"}
    objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    dictionaries = [one for one in objects if isinstance(one, DictionaryObject)]
    assert [key for one in dictionaries for key in one if key in DEAD] == []
    assert not re.search(rb"/S\s*/(JavaScript|Launch|SubmitForm|GoToR)", traces)


def test_a_page_that_asks_for_files_and_addresses_gets_none(listener, tmp_path: Path):
    port, knocks = listener
    letter = tmp_path / "letter.txt"
    letter.write_text("the content of the letter")
    page = (
        f"<html lang=en><head><title>t</title></head><body>{''.join(baits_for(port, letter))}<p>It goes on.</p></body>"
    )
    pdf = printed_elsewhere(page, tmp_path)
    assert "It goes on." in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert knocks == []
    assert b"the content of the letter" not in b"".join(everything_in(pdf))
