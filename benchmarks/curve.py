"""Measure how long work takes, and with which power of its size that time grows."""

import math
import time
from collections.abc import Callable, Sequence
from itertools import pairwise


def seconds(run: Callable[[], object]) -> float:
    """The processor's seconds of one run: the time in which other programs run is not counted."""
    begin = time.process_time()
    run()
    return time.process_time() - begin


def exponents(sizes: Sequence[float], taken: Sequence[float]) -> list[float]:
    """From each size to the next one measured, the power of the size with which the seconds grow."""
    points = [(math.log(size), math.log(one)) for size, one in zip(sizes, taken, strict=False)]
    return [(after - before) / (larger - smaller) for (smaller, before), (larger, after) in pairwise(points)]


def exponent(sizes: Sequence[float], taken: Sequence[float]) -> float:
    """The power of the size with which the seconds grow over all sizes: the least squares in logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(one) for one in taken]
    middle = sum(x) / len(x)
    return sum((at - middle) * to for at, to in zip(x, y, strict=True)) / sum((at - middle) ** 2 for at in x)
