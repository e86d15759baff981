"""A small fictional case, read once, and a server on a copy of its store for each test."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from dossier.pipeline.opened.live_case import LiveCase
from dossier.pipeline.opened.open_case import open_case
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, read_and_annotate
from dossier.serve import ServedCase, Serving, Sessions, create_app, listen
from dossier.store import Store
from tests.browsing import PATIENCE
from tests.render.browser.conftest import STRIKE

ARTICLES = {
    "dravna.txt": """Bank chief held in Dravna

Marek Varga, the head of the Dravna Savings Bank, opened a branch in Dravna on 1 March 2021.
He was arrested on 2 March 2021, the police said. Varga resigned on 5 March 2021.

Anna Lehner founded the Lehner Foundation in 2009. Ms Lehner visited Dravna on 3 March 2021.
""",
    "post.txt": f"""Minister questioned {STRIKE}

Tomas Lind was questioned by prosecutors in Dravna on 4 March 2021, the Selim Post reported. {STRIKE}
T. Lind denied the accusation on 6 March 2021. Marek Varga resigned on 5 March 2021, the bank said.

Mr Varga was released on 9 March 2021. The Dravna Savings Bank lost 40 million euros in February 2021.
""",
}


@dataclass
class Desk:
    """A server on a case: a ``client`` asks it within the process, a browser at its ``address``."""

    app: Flask
    sessions: Sessions
    case: ServedCase
    path: Path
    opened: ExitStack

    @cached_property
    def client(self) -> FlaskClient:
        return self.app.test_client()

    @cached_property
    def address(self) -> str:
        """Where it listens, from the first use on."""
        listening = listen(self.app, "127.0.0.1", 0)

        def run() -> None:
            with suppress(OSError):  # its socket is closed at the end
                listening.run()

        threading.Thread(target=run, daemon=True).start()
        self.opened.callback(listening.close)
        return f"http://127.0.0.1:{listening.port}"

    @property
    def store(self) -> Store:
        return self.case.store

    def enter(self) -> str:
        """An address that lets a browser in."""
        return f"{self.address}/enter?token={self.sessions.new_token()}"

    def key(self, name: str) -> str:
        """The id of an actor."""
        return next(actor.id for actor in self.case.now().case.actors if actor.name == name)

    def article(self, ref: str) -> str:
        """The id of an article."""
        citations = self.case.now().case.contents.citations
        return next(key for key, cited in citations.items() if cited.ref.endswith(ref))

    def lines(self, name: str) -> list[str]:
        """The lines of the dossier of a name."""
        return [event.line for event in self.case.now().timeline(self.key(name)).entries]


@pytest.fixture(scope="session")
def read_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    with Store(folder / "store.db") as store:
        run, _ = read_and_annotate(Intake(sources=[str(folder)]), store, BuildReport())
        assert len(run.articles) == len(ARTICLES)
        open_case(store, run)
    return folder / "store.db"


Start = Callable[..., Desk]


@pytest.fixture
def start(read_store: Path, tmp_path: Path) -> Iterator[Start]:
    """A function that starts a server on a store of its own; ``password`` and ``is_read_only`` as for the command."""
    opened = ExitStack()

    def run(password: str = "", is_read_only: bool = False) -> Desk:
        path = Path(shutil.copy(read_store, tmp_path / "store.db"))
        store = opened.enter_context(Store(path))
        sessions, case = Sessions(password), ServedCase(LiveCase(store), store)
        app = create_app(Serving(case=case, sessions=sessions, by="ada", is_read_only=is_read_only))
        return Desk(app, sessions, case, path, opened)

    with opened:
        yield run


@pytest.fixture
def desk(start: Start) -> Desk:
    return start()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """A function that opens a page of a server in a window of its own, which notes what fails.

    ``page.asked`` are the hosts that it asked, ``page.struck`` the dialogs and errors.
    """
    contexts = []

    def opened(desk: Desk, path: str = "/", width: int = 1280, **about: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **about)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.asked, page.struck = [], []  # type: ignore[attr-defined]
        page.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
        page.on("dialog", lambda dialog: (page.struck.append(dialog.message), dialog.dismiss()))  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.struck.append(str(error)))  # type: ignore[attr-defined]
        page.on("console", lambda said: said.type == "error" and page.struck.append(said.text))  # type: ignore[attr-defined]
        page.goto(desk.enter())
        page.wait_for_url(f"{desk.address}/")
        if path != "/":
            page.goto(desk.address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
