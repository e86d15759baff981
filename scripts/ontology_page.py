"""Write the table of event types in ``docs/ontology.md``: python scripts/ontology_page.py."""

from pathlib import Path

from dossier.annotate.ontology import NO_EVENT, ontology

PAGE = Path(__file__).parents[1] / "docs" / "ontology.md"
START, END = "<!-- types: written by scripts/ontology_page.py -->\n", "<!-- end of types -->\n"
SHOWN = 6
"""How many words of a type the table lists. Set by hand."""


def table() -> str:
    """The types as a table: the name, what happens, the names in PLOVER, CAMEO and ACE, and some of the words."""
    known = ontology()
    lines = ["| Type | What happens | PLOVER | CAMEO | ACE | Words, among others |", "|---|---|---|---|---|---|"]
    for name, kind in known.types.listed.items():
        if name != NO_EVENT:
            indexes = (known.verbs, known.verbs_of_people, known.nouns, known.nouns_of_people)
            words = dict.fromkeys(word for index in indexes for word, owner in index.items() if owner is kind)
            cells = (kind.plover, ", ".join(kind.cameo), kind.ace, ", ".join([*words][:SHOWN]))
            lines.append(f"| `{name}` | {kind.about} | {' | '.join(cell or '–' for cell in cells)} |")
    return "\n".join(lines) + "\n"


def page() -> str:
    """The page as it is, with the table as it must be."""
    before, rest = PAGE.read_text("utf-8").split(START)
    return before + START + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
