"""What a form decides, the command and the file that its preview shows decide, too."""

import shlex
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli.main import main
from dossier.model import Decision, DecisionKind, Judgement
from dossier.serve.deciding.decisions_elsewhere import command, decided_elsewhere
from dossier.serve.deciding.form_reading import SPLIT, decided
from tests.serve.conftest import Desk
from tests.serve.test_judged_words import place_of

TODAY = date(2026, 11, 22)
RESIGNED, RELEASED, HE = "resigned on 5", "released", "He was"
FORMS = [
    ("same", {"about": "Marek Varga\tTomas Lind"}),
    ("different", {"about": "Marek Varga@HERE", "other": "Tomas Lind"}),
    ("unsure", {"about": "Marek Varga\tAnna Lehner"}),
    ("rename", {"about": "Anna Lehner", "name": "Anna L.’s --help"}),
    ("date", {"about": RESIGNED, "when": "Mar 2021"}),
    ("concerns", {"about": RELEASED, "other": "Anna Lehner"}),
    ("unrelated", {"about": RELEASED, "other": "Marek Varga"}),
    ("mark", {"about": RELEASED, "tlp": "amber+strict"}),
    ("type", {"about": RELEASED, "type": "meeting"}),
    ("certainty", {"about": RELEASED, "certainty": "possible"}),
    ("polarity", {"about": RELEASED, "polarity": "negative"}),
    ("realis", {"about": RELEASED, "realis": "plan"}),
    ("place", {"about": RELEASED, "place": "none"}),
    ("speaker", {"about": RELEASED, "speaker": "article"}),
    ("role", {"about": RESIGNED, "other": "the board", "role": "recipient"}),
    ("line", {"about": RELEASED, "line": "- “Free”, 'at last'\nof $HOME", "why": 'he said "so"'}),
    ("is", {"about": HE, "other": "Tomas Lind"}),
    ("isnt", {"about": HE, "other": "Marek Varga"}),
    ("nobody", {"about": HE}),
    ("kind", {"about": "Dravna Savings Bank", "kind": "group"}),
    ("drop-name", {"about": "Tomas Lind", "name": "T. Lind"}),
    ("drop-description", {"about": "Marek Varga", "description": "the head of the Dravna Savings Bank"}),
    ("choose-description", {"about": "Marek Varga", "description": "banker"}),
    ("event", {"about": "40 million euros", "type": "other", "when": "2021-02", "line": "Lost.", "of": "Anna Lehner"}),
    ("note", {"about": RELEASED, "text": "Ask the court.", "tlp": "red"}),
    (SPLIT, {"all": [RESIGNED, "resigned on 5 March 2021, the bank"], "apart": [RESIGNED]}),
    ("hide", {"about": [RESIGNED, RELEASED]}),
    ("reject", {"about": "Anna Lehner"}),
]


def test_the_table_has_each_form() -> None:
    assert {name for name, _ in FORMS} == {*DecisionKind, SPLIT}


@pytest.mark.slow
def test_a_form_its_commands_and_its_file_decide_the_same(desk: Desk, tmp_path: Path) -> None:
    by_form, by_command, by_file = dict[str, list[Decision]](), dict[str, list[Decision]](), dict[str, list[Decision]]()
    file = tmp_path / "decided.yaml"
    for name, form in FORMS:
        made = _decided(desk, name, form)
        by_form[name] = [one.decision for one in made]
        by_command[name] = _saved(desk, *(shlex.split(command(one))[1:] for one in made))
        (_, _), (_, written) = decided_elsewhere(made, {})
        file.write_text(written, "utf-8")
        by_file[name] = _saved(desk, ["review", "apply", str(file)])
    assert by_command == by_form
    assert by_file == by_form


def _decided(desk: Desk, name: str, form: dict[str, str | list[str]]) -> list[Judgement]:
    placed = {
        field: [_placed(desk, one) for one in ([given] if isinstance(given, str) else given)]
        for field, given in form.items()
    }
    with desk.app.test_request_context("/decide", method="POST", data={"decision": name, **placed}):
        return decided()


def _placed(desk: Desk, given: str) -> str:
    """The place of words that begin with a happening, or of a pronoun; anything else as it is."""
    for words in (RELEASED, HE, "40 million euros", "resigned on 5"):
        if given.startswith(words):
            key, start = place_of(desk, given)
            length = len(given) if words == "40 million euros" else len(words.split()[0])
            return f"{key}:{start}-{start + length}"
    return given.replace("HERE", desk.article("dravna.txt"))


def _saved(desk: Desk, *commands: list[str]) -> list[Decision]:
    """What the commands of ``dossier review`` save, which is withdrawn again."""
    for review, kind, *words in commands:
        done = CliRunner().invoke(main, [review, kind, "--store", str(desk.path), *words])
        assert done.exit_code == 0, (words, done.output)
    saved = desk.store.judgements()
    for one in saved:
        desk.store.withdraw(one.id, "ada", TODAY)
    return [one.decision for one in saved]
