"""Options of a command whose values come to it as one."""

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from typing import Any

Command = Callable[..., Any]


def gathered(
    command: Command, name: str, make: Callable[..., Any], options: Sequence[Callable[[Command], Command]]
) -> Command:
    """Add the ``options``, in their order; the command gets as ``name`` what ``make`` makes of their values.

    An option belongs to the parameter of ``make`` that has its name.
    """

    @wraps(command)
    def with_options(*args: Any, **values: Any) -> Any:
        own = {parameter: values.pop(parameter) for parameter in signature(make).parameters}
        return command(*args, **{name: make(**own)}, **values)

    decorated: Command = with_options
    for option in reversed(options):
        decorated = option(decorated)
    return decorated
