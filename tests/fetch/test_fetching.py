"""Pages are fetched gently, within limits, from public addresses alone, and kept with their address, hash and time."""

import gzip
import hashlib
import ipaddress
import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.fetch import Client, Fetching, FetchReport, Limits, NotFetched
from dossier.fetch.public_connections import is_public
from dossier.model import Article
from dossier.sources import read
from tests.fetch.site import PAGE, is_home, site

CALM = Limits(bytes=200_000, redirects=3)
FAST = Limits(seconds=1, wait_seconds=1, bytes=200_000, redirects=3)
SECOND = PAGE.replace(b"arrested", b"released")
RSS = """<rss version="2.0"><channel><title>Herald</title>
<item><title>One</title><link>{0}/one</link></item><item><title>Other</title><link>http://other.example/a</link></item>
</channel></rss>"""


def fetch(
    folder: Path, pages: list[str], feeds: list[str], *, waits: list[float] | None = None, limits: Limits = CALM
) -> FetchReport:
    """One round with a client that may go to the site of the tests."""
    sleep = waits.append if waits is not None else (lambda seconds: None)
    client = Client(limits=limits, is_allowed=is_home)
    return Fetching(folder=folder, client=client, sleep=sleep).fetch(pages, feeds)


def test_a_page_is_kept_as_an_archive_that_is_read(tmp_path: Path) -> None:
    with site({"/one": PAGE}) as (home, _):
        assert fetch(tmp_path / "fetched", [f"{home}/one"], []).new == [f"{home}/one"]
    (file,) = (tmp_path / "fetched").glob("*.warc.gz")
    record = gzip.decompress(file.read_bytes())
    assert f"WARC-Target-URI: {home}/one".encode() in record
    assert b"WARC-Date: 20" in record
    assert b"WARC-Payload-Digest: sha1:" in record
    remembered = json.loads((tmp_path / "fetched" / ".fetched.json").read_bytes())
    assert remembered[f"{home}/one"]["sha256"] == hashlib.sha256(PAGE).hexdigest()
    (article,) = read(["fetched"], base=tmp_path)
    assert isinstance(article, Article)
    assert (article.url, article.title) == (f"{home}/one", "Port chief held")
    assert file.stat().st_mode & 0o077 == 0


def test_a_page_is_kept_again_only_if_it_has_changed(tmp_path: Path) -> None:
    pages = {"/one": PAGE}
    with site(pages) as (home, asked):
        counts = []
        for _ in range(2):
            report = fetch(tmp_path, [f"{home}/one"], [])
            counts.append((len(report.new), report.unchanged))
        assert counts == [(1, 0), (0, 1)]
        assert asked == ["/robots.txt", "/one"] * 2
    with site({"/one": SECOND}) as (other, _):
        remembered = json.loads((tmp_path / ".fetched.json").read_bytes())
        moved = {f"{other}/one": remembered[f"{home}/one"]}
        (tmp_path / ".fetched.json").write_text(json.dumps(moved))
        assert fetch(tmp_path, [f"{other}/one"], []).new == [f"{other}/one"]
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2


def test_a_feed_leads_to_pages_of_its_own_site_once(tmp_path: Path) -> None:
    pages = {"/one": PAGE}
    with site(pages) as (home, asked):
        with site({"/feed": RSS.format(home).encode(), "/one": PAGE}) as (feeds, _):
            waits: list[float] = []
            report = fetch(tmp_path, [], [f"{feeds}/feed"], waits=waits)
        assert report.new == [f"{home}/one"]
        assert "other.example" in report.notes[0].what
        assert asked == ["/robots.txt", "/one"]


def test_requests_to_one_host_are_apart(tmp_path: Path) -> None:
    waits: list[float] = []
    with site({"/one": PAGE, "/two": SECOND, "/robots.txt": b"User-agent: *\nCrawl-delay: 70\n"}) as (home, _):
        fetch(tmp_path, [f"{home}/one", f"{home}/two"], [], waits=waits)
    (wait,) = waits
    assert 10 < wait <= 70  # less what the first request took


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/private/a", "the site's robots.txt forbids it"),
        ("/nowhere", "the site answered 404"),
        ("/to/http://127.0.0.2/a", "its address is not public"),
        ("/to/http://localhost:1/a", "its address is not public"),
        ("/to/file:///etc/passwd", "no address of a web page"),
        ("/to/http://me:secret@127.0.0.1/", "an address with a name or password in it"),
        ("/to/", "more than 3 redirects"),
        ("/packed", "the site packed the page, though it was not asked to"),
        ("/large", "larger than 200,000 bytes"),
        ("/endless", "larger than 200,000 bytes"),
        ("/drips", "not there after 1 seconds"),
    ],
)
def test_what_is_not_fetched_says_why(path: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = socket.getaddrinfo

    def local(host: str, *args: object, **named: object) -> object:
        return looked_up("127.0.0.3" if host == "localhost" else host, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", local)
    with site({"/robots.txt": b"User-agent: *\nDisallow: /private\n"}) as (home, _):
        report = fetch(tmp_path, [f"{home}{path}"], [], limits=FAST if path == "/drips" else CALM)
    assert [issue.what.partition(" Not")[0] for issue in report.issues] == [reason] or reason in report.issues[0].what
    assert list(tmp_path.glob("*.warc.gz")) == []


def test_a_name_that_means_two_addresses_needs_both_to_be_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 80)) for host in ("127.0.0.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NotFetched, match="not public"):
        Client(limits=FAST, is_allowed=is_home).get("http://two.example/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        *[(address, False) for address in "127.0.0.1 10.1.2.3 192.168.0.1 172.16.0.1 169.254.169.254 0.0.0.0".split()],
        *[(address, False) for address in "100.64.0.1 224.0.0.1 ::1 fe80::1 fc00::1 ::ffff:10.0.0.1 ff02::1".split()],
        ("2002:0a00:0001::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def test_nothing_is_fetched_unless_the_project_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dossier.toml").write_text("top = 3\n")
    done = CliRunner().invoke(main, ["fetch"], catch_exceptions=False)
    assert (done.exit_code, "nothing is to be fetched" in done.stderr) == (2, True)


@pytest.mark.slow
def test_a_build_may_fetch_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A loopback address is not fetched, whatever the project says; the build goes on and tells."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Peter Brandt was arrested in London on 14 March 2019.")
    with site({"/one": PAGE}) as (home, asked):
        said = f'sources = ["a.txt"]\nformats = ["json"]\n[fetch]\npages = ["{home}/one"]\nbefore_build = true\n'
        Path("dossier.toml").write_text(said)
        done = CliRunner().invoke(main, ["build"], catch_exceptions=False)
        assert asked == []
    assert done.exit_code == 3
    assert "its address is not public" in done.stderr
    assert (tmp_path / "dossiers" / "index.json").is_file()
