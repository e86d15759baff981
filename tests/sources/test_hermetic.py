"""The result is the bytes' alone: no clock, network, locale, zone, hash order or file times."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROSE = "The harbour board voted on the pier after an inspection found that its beams had rotted through."

SAMPLES = {
    "plain.txt": f"Old pier to close\n\n{PROSE}",
    "dated.txt": f"Friday, July 21, 2017\n\n{PROSE} A.",
    "yearless.txt": f"ROME, March 14 — {PROSE}",
    "notes.md": f"---\ntitle: Pier\ndate: 2021-03\n---\n{PROSE} B.",
    "feed.jsonl": json.dumps({"text": f"{PROSE} C.", "published": "2021-03-14T23:30:00-05:00"}),
    "undated.html": f"<html><body><article><p>{PROSE} D.</p></article><footer>© 2019</footer></body></html>",
    "month.html": f'<html><meta name="date" content="2021-03"><body><p>{PROSE} E.</p></body></html>',
    "future.html": f'<html><meta name="date" content="2090-05-06"><body><p>{PROSE} F.</p></body></html>',
    "linked.html": f"<html><body><p>{PROSE} G <a href='https://example.org/x'>more</a>.</p>"
    "<img src='https://example.org/i.png'><script src='https://example.org/s.js'></script>"
    "<link rel='stylesheet' href='https://example.org/c.css'><iframe src='https://example.org/f'></iframe></body></html>",
    "feed.xml": "<rss version='2.0'><channel><item><title>A</title>"
    f"<pubDate>14 Mar 10:00 GMT</pubDate><description>{PROSE} R. &lt;img src='https://example.org/i.png'&gt;</description>"
    "</item></channel></rss>",
    "posts.json": json.dumps([{"maintext": f"{PROSE} P.", "date": 1615761000}]),
    "address.html": "http://example.org/2021/03/14/a-page-that-nobody-must-fetch",
    "entity.xhtml": '<!DOCTYPE html SYSTEM "http://example.org/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<html><body><p>{PROSE} H &x;.</p></body></html>",
}

READ = """
import json, sys
from dossier.model import Article
from dossier.sources import read
for item in read(["."]):
    if isinstance(item, Article):
        published = item.published.when.edtf if item.published.when else item.published.method
        print(json.dumps([item.ref, item.id, item.title, published, item.text]))
    elif not item.is_note:
        print(json.dumps([item.ref, item.reason]))
"""

# An exit and not an exception, which the code under test might catch. urllib3 makes a socket when it is
# imported (to see whether there is IPv6), so the watch begins after that. Else the reader of pages is imported late.
NO_NETWORK = """
import os, sys
import dossier.sources.pages.html
def watch(event, args):
    if event.startswith(("socket.", "urllib.", "subprocess.", "os.system")):
        os.write(2, f"touched the network: {event}".encode())
        os._exit(3)
sys.addaudithook(watch)
"""

# Every clock a module has bound, and those it binds later. dateparser.conf only compares types with its own.
CLOCK = """
import datetime, sys, time
import dateparser
import dossier.sources.pages.html
real = datetime.datetime
class Elsewhen(real):
    @classmethod
    def now(cls, tz=None): return real({year}, 2, 3, 4, 5, 6, tzinfo=tz)
    @classmethod
    def utcnow(cls): return cls.now()
    @classmethod
    def today(cls): return cls.now()
time.time = lambda: ({year} - 1970) * 31556952.0
bound = 0
for module in list(sys.modules.values()):
    if module.__name__ not in ("datetime", "dateparser.conf") and module.__dict__.get("datetime") is real:
        module.datetime = Elsewhen
        bound += 1
datetime.datetime = Elsewhen
assert bound > 5, "the clocks were not found"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one sample of everything."""
    for name, text in SAMPLES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def _run(folder: Path, before: str = "", **environment: str) -> str:
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", before + READ],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": root, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def _published(output: str) -> dict[str, str]:
    rows = [json.loads(line) for line in output.splitlines()]
    return {row[0]: row[3] for row in rows if len(row) > 2}


def test_the_network_is_never_touched_and_the_samples_are_read(folder: Path) -> None:
    rows = [json.loads(line) for line in _run(folder, NO_NETWORK).splitlines()]
    assert [row[0] for row in rows] == sorted(name if name != "feed.jsonl" else "feed.jsonl:1" for name in SAMPLES)
    assert "root:" not in str(rows)


def test_the_clock_changes_nothing(folder: Path) -> None:
    outputs = {_run(folder, CLOCK.format(year=year)) for year in (1980, 2026, 2080)}
    assert outputs == {_run(folder)}


def test_what_is_undated_stays_undated_and_a_future_date_stays(folder: Path) -> None:
    published = _published(_run(folder))
    unknown = [name for name, known in published.items() if known == "unknown"]
    assert unknown == [
        "address.html",
        "entity.xhtml",
        "feed.xml",
        "linked.html",
        "plain.txt",
        "undated.html",
        "yearless.txt",
    ]
    assert (published["future.html"], published["month.html"]) == ("2090-05-06", "2021-03")


def test_the_machine_changes_nothing(folder: Path) -> None:
    one = _run(folder, LANG="C", LC_ALL="C", TZ="Pacific/Kiritimati", PYTHONHASHSEED="1")
    for name in SAMPLES:
        os.utime(folder / name, (86_400, 86_400))
    other = _run(folder, LANG="tr_TR.UTF-8", LC_ALL="C.UTF-8", TZ="America/Adak", PYTHONHASHSEED="2")
    assert one == other
