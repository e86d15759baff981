"""The marking of a page by the Traffic Light Protocol: its words and its colour."""

from dataclasses import dataclass

from dossier.model import Marking

_COLOURS = {
    Marking.CLEAR: "#FFFFFF",
    Marking.GREEN: "#33FF00",
    Marking.AMBER: "#FFC000",
    Marking.AMBER_STRICT: "#FFC000",
    Marking.RED: "#FF2B2B",
}
"""The colours that FIRST gives for TLP 2.0, each on black: https://www.first.org/tlp/."""

_WIDTH_OF_CHARACTER = 0.62
"""Of a capital in the bold sans, in ems. Set by hand: the widest label then has some black at both sides."""
_MARGIN = 1
"""Characters of black beside the label, at both sides together. Set by hand."""


@dataclass(frozen=True, slots=True)
class MarkingLine:
    """What stands at the head and the foot of each page: a label such as "TLP:AMBER", in a ``colour`` (hex) on black.

    ``width`` (CSS) is that of its box on paper.
    """

    label: str
    colour: str
    width: str


def marking_line(marking: Marking | None) -> MarkingLine | None:
    """The line for a marking; None where a document has none."""
    if marking is None:
        return None
    return MarkingLine(marking.value, _COLOURS[marking], f"{_WIDTH_OF_CHARACTER * (len(marking) + _MARGIN):.2f}em")
