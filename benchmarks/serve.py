"""Measure how fast `dossier serve` answers: a dossier of 1,000 entries, and a decision until its dossier is shown.

    python benchmarks/serve.py STORE [STORE …] [--limit 1.0 3.0] [--count 20]

The dossier of 1,000 entries is made here, of articles on one person. Each store is copied; of the case of its last run
names are changed and changed back, and the dossier of that actor is asked for: from the form to the page, with the case
resolved anew in between. The medians count, and each limit (in seconds) is that of its store. Exits with 1 when a
median is over its limit. Seconds are by the clock, so nothing else should run beside it; those of the processor stand
behind them.
"""

import argparse
import re
import shutil
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from flask.testing import FlaskClient

from dossier.model import EntryCounts
from dossier.pipeline.opened.live_case import LiveCase
from dossier.pipeline.report import BuildReport
from dossier.pipeline.run import Intake, read_and_annotate
from dossier.serve import LayingAhead, ServedCase, Serving, Sessions, create_app
from dossier.store import Store

Seconds = tuple[float, float]
ENTRIES, LIMIT_PAGE = 1000, 0.2
LIMITS = (1.0, 3.0)
PER_ARTICLE = 20
FOUND = 303
OWN = {"Host": "127.0.0.1", "Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
CSRF = re.compile(r'name="csrf" value="([^"]+)"')
DEEDS = (
    "met the mayor of Orlov",
    "visited the port of Varna",
    "was questioned by the police",
    "sued the bank of Dravna",
    "opened a school in Selim",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stores", type=Path, nargs="*")
    parser.add_argument(
        "--limit", type=float, nargs="+", default=LIMITS, help="Seconds for each store, in their order."
    )
    parser.add_argument("--count", type=int, default=20)
    options = parser.parse_args()
    held = True
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.db"
        with Store(made) as store:
            read_and_annotate(Intake(sources=[str(articles(Path(folder) / "articles"))]), store, BuildReport())
            held &= measure_page(store, options.count)
        for path, limit in zip(options.stores, options.limit, strict=False):
            copy = Path(shutil.copy(path, Path(folder) / "copy.db"))
            with Store(copy) as store:
                held &= measure_decisions(path.name, store, options.count, limit)
    return 0 if held else 1


def articles(folder: Path) -> Path:
    """Articles on one person, who does something on each of so many days."""
    folder.mkdir()
    first = date(2012, 1, 1)
    for start in range(0, ENTRIES, PER_ARTICLE):
        days = [first + timedelta(days=3 * n) for n in range(start, start + PER_ARTICLE)]
        told = (f"Ada Brandt {DEEDS[n % len(DEEDS)]} on {day.day} {day:%B %Y}." for n, day in enumerate(days))
        (folder / f"{start:04}.txt").write_text("\n\n".join(told) + "\n")
    return folder


def measure_page(store: Store, count: int) -> bool:
    case, client = entered(store)
    held = case.now()
    counts = {actor.id: held.case.contents.entry_counts.get(actor.id, EntryCounts()).all for actor in held.case.actors}
    key = max(counts, key=lambda one: counts[one])
    first = seconds(lambda: client.get(f"/dossier/{key}/", headers=OWN))
    again = middle(seconds(lambda: client.get(f"/dossier/{key}/", headers=OWN)) for _ in range(count))
    print(f"a dossier of {counts[key]} entries: {words(again)}, median of {count} (limit {LIMIT_PAGE})")
    print(f"  the first time, when it is laid out: {words(first)}")
    print(f"  after a decision, where it is asked for at once: {words(after_decision(case, client, key))}")
    print(f"  after a decision, laid out ahead: {words(after_decision(case, client, key, LayingAhead(case)))}")
    return again[0] <= LIMIT_PAGE and counts[key] >= ENTRIES


def after_decision(case: ServedCase, client: FlaskClient, key: str, ahead: LayingAhead | None = None) -> Seconds:
    """Leave an entry in the middle out, and read the dossier: when the case is resolved, and what is ahead is done."""
    piece = case.now().timeline(key).entries[ENTRIES // 2].evidence[0]
    about = f"{piece.article}:{piece.trigger.span.start}-{piece.trigger.span.end}"
    csrf = CSRF.search(client.get("/history", headers=OWN).text)
    assert csrf
    client.post("/decide", data={"csrf": csrf[1], "decision": "hide", "about": about}, headers=OWN)
    case.now()
    if ahead:
        ahead.note_seen(key)
        ahead.start()
        while ahead.is_at_work:
            time.sleep(0.05)
    return seconds(lambda: client.get(f"/dossier/{key}/", headers=OWN))


def measure_decisions(name: str, store: Store, count: int, limit: float) -> bool:
    case, client = entered(store)
    csrf = CSRF.search(client.get("/history", headers=OWN).text)
    assert csrf
    actors = case.now().case.most_active(count)

    def decide(number: int) -> Seconds:
        actor = actors[number // 2 % len(actors)]
        new = f"{actor.name} II" if number % 2 == 0 else actor.name
        form = {"csrf": csrf[1], "decision": "rename", "about": actor.name, "name": new, "back": "/"}
        return seconds(lambda: shown(client, form, f"/dossier/{actor.id}/"))

    case.live.make_ready()
    found = middle(decide(number) for number in range(count))
    print(f"{name}: a decision shown after {words(found)}, median of {count} (limit {limit})")
    return found[0] <= limit


def shown(client: FlaskClient, form: dict[str, str], dossier: str) -> None:
    """Decide, and read the dossier, which has the new name."""
    decided = client.post("/decide", data=form, headers=OWN)
    page = client.get(dossier, headers=OWN)
    if decided.status_code != FOUND or form["name"] not in page.text:
        raise SystemExit(f"{form['about']}: the decision is not shown")


def entered(store: Store) -> tuple[ServedCase, FlaskClient]:
    """The case of the store as it is served, and a client that is let in."""
    sessions, case = Sessions(), ServedCase(LiveCase(store), store)
    client = create_app(Serving(case=case, sessions=sessions, by="benchmark")).test_client()
    client.get(f"/enter?token={sessions.new_token()}", headers=OWN)
    return case, client


def seconds(work: Callable[[], object]) -> Seconds:
    begun, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - worked


def middle(found: Iterable[Seconds]) -> Seconds:
    by_clock, of_processor = zip(*found, strict=True)
    return median(by_clock), median(of_processor)


def words(found: Seconds) -> str:
    return f"{found[0]:.3f} s ({found[1]:.3f} of the processor)"


if __name__ == "__main__":
    raise SystemExit(main())
