"""Find where a template would print a value without escaping it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import nodes

_FILTER = "safe"


def marked_safe(template: "nodes.Template") -> "Iterator[nodes.Node]":
    """Where a template takes something for safe HTML that does not itself stand in the template.

    That is the value before the filter "safe", the name of this filter as a text, by which another may apply it, and a
    block that turns escaping off.
    """
    from jinja2 import nodes

    for found in template.find_all(nodes.Filter):
        if found.name == _FILTER and not isinstance(found.node, nodes.Const | nodes.TemplateData):
            yield found.node or found
    for named in template.find_all(nodes.Const):
        if named.value == _FILTER:
            yield named
    yield from template.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier))
