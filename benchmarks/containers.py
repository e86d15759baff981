"""What a large mailbox and a large web archive cost to read: seconds and memory.

    python benchmarks/containers.py [--mails 5000] [--pages 10000]

Both are written with made-up articles (``synthetic``): every third mail carries a page as an attachment; every page of
the archive has 12 kB of menus around its text and comes with a picture. Each file is then read by a process of its
own, which takes each article once and keeps none. Exits with 1 where one took more than ``MAX_MEMORY``.
"""

import argparse
import html
import io
import mailbox
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from itertools import islice
from pathlib import Path

from synthetic.archive import archive
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

MAX_MEMORY = 1_500_000
"""Kilobytes; the project's own limit for both."""
MENU = "".join(f"<li><a href='/{number}'>Section {number}</a></li>" for number in range(300))
PICTURE = bytes(200_000)
READ = """
import resource, sys, time
from dossier.model import Article
from dossier.sources import distinct, read
start = time.monotonic()
count = sum(isinstance(item, Article) for item in distinct(read([sys.argv[1]])))
print(count, time.monotonic() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def main() -> None:
    """Write both, read both, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mails", type=int, default=5_000)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        mails, pages = Path(folder) / "Inbox.mbox", Path(folder) / "crawl.warc.gz"
        write_mailbox(mails, options.mails)
        write_web_archive(pages, options.pages)
        is_small = [is_read_within_limit(path) for path in (mails, pages)]
    sys.exit(not all(is_small))


def texts(count: int) -> Iterator[tuple[str, str]]:
    """A title and a text for each article; the number in the text makes each another one."""
    made = archive(claims=count * 60)
    for number, (article, _) in enumerate(islice(made, count)):
        yield f"Article {number}", f"{article.text}\n\nThis is number {number}."


def page(title: str, text: str) -> bytes:
    """A page with the text and a menu."""
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in re.split(r"\n+", text))
    body = f"<ul>{MENU}</ul><article>{paragraphs}</article>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def write_mailbox(path: Path, count: int) -> None:
    """Write a mailbox of so many mails."""
    box = mailbox.mbox(path)
    for number, (title, text) in enumerate(texts(count)):
        mail = EmailMessage()
        mail["From"], mail["Subject"], mail["Message-ID"] = "Desk <desk@example.org>", title, f"<{number}@example.org>"
        mail["Date"] = "Wed, 19 Mar 2025 10:05:00 +0100"
        mail.set_content(text)
        if number % 3 == 0:
            mail.add_attachment(
                page(title, f"{text} It came along."), maintype="text", subtype="html", filename="a.html"
            )
        box.add(mail)
    box.close()


def write_web_archive(path: Path, count: int) -> None:
    """Write a web archive of so many pages, each with a picture."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number, (title, text) in enumerate(texts(count)):
            for name, kind, body in (("", "text/html", page(title, text)), (".png", "image/png", PICTURE)):
                headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
                address = f"https://example.org/{number}{name}"
                record = writer.create_warc_record(address, "response", io.BytesIO(body), http_headers=headers)
                writer.write_record(record)


def is_read_within_limit(path: Path) -> bool:
    """Read the file in a process of its own, print what that took, and say whether its memory is within the limit."""
    done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=True)
    count, seconds, memory = (float(figure) for figure in done.stdout.split())
    size = path.stat().st_size / 1e6
    print(f"{path.name}, {size:.0f} MB: {count:,.0f} articles in {seconds:.0f} s; {memory / 1000:,.0f} MB at the most")
    return memory <= MAX_MEMORY


if __name__ == "__main__":
    main()
