"""How deep tests look that cost seconds for each example: a few examples in each run, all of them when asked to."""

import os

IS_DEEP = bool(os.environ.get("DEEP_TESTS"))
"""Set by whoever changes what such a test is about, or by a machine that has the night for it."""


def examples(few: int, many: int) -> int:
    """How many examples a test takes: a few, or as many as it is worth when there is time."""
    return many if IS_DEEP else few
