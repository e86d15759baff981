"""``dossier serve`` as it is run: what it writes, whom it lets in, and how it ends."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # it starts the program


def start(store: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "dossier", "serve", "--store", str(store), "--by", "ada", *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_address_lets_in_once_and_a_signal_ends_it(read_store: Path, sign: signal.Signals) -> None:
    with start(read_store) as process:
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/enter\?token=[\w-]{43}", address)
        with urllib.request.urlopen(address) as answer:
            assert "dossier-" in answer.headers["Set-Cookie"]
            assert "Server" not in answer.headers or "waitress" not in answer.headers["Server"]
        with pytest.raises(urllib.error.HTTPError, match="401"):
            urllib.request.urlopen(address)
        process.send_signal(sign)
        assert process.wait(60) in {0, 130, 143}
        assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "::1", "*"])
def test_it_does_not_listen_everywhere_under_any_name(read_store: Path, host: str) -> None:
    with start(read_store, "--host", host, DOSSIER_SERVE_PASSWORD="long") as process:
        assert process.wait(60) == 2
        assert "the name of this machine" in process.stderr.read()


def test_elsewhere_it_asks_for_a_password(read_store: Path) -> None:
    with start(read_store, "--host", "127.0.0.2", DOSSIER_SERVE_PASSWORD="a long one") as process:
        address = process.stdout.readline().strip()
        assert "token" not in address
        with urllib.request.urlopen(address) as answer:
            assert 'type="password"' in answer.read().decode()
        process.terminate()
        process.wait(60)
