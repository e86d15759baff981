"""Calls at any depth cost the same where the caller has made room."""

import resource

from dossier.render.pdf.deep_calls import with_room

DEPTHS = 400
CALLS = 200


def faults_at_the_worst_depth() -> int:
    """Page faults of calls in a loop, at the depth of calls at which there are most of them."""
    faults = []

    def deeper(depth: int) -> None:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        for _ in range(CALLS):
            len(str(sorted(range(3), key=lambda n: -n)))
        faults.append(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
        if depth:
            deeper(depth - 1)

    deeper(DEPTHS)
    return max(faults)


def test_no_depth_takes_memory_for_each_call():
    assert faults_at_the_worst_depth() >= CALLS
    assert with_room(faults_at_the_worst_depth)() < CALLS / 4
