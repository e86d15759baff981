"""The markings of the Traffic Light Protocol 2.0 in STIX 2.1, with the ids that OASIS gave them."""

from typing import Any

from dossier.model import Marking

_EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
_IDS = {
    Marking.CLEAR: "94868c89-83c2-464b-929b-a1a8aa3c8487",
    Marking.GREEN: "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    Marking.AMBER: "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    Marking.AMBER_STRICT: "939a9414-2ddd-4d32-a0cd-375ea402b003",
    Marking.RED: "e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""From oasis-open/cti-stix-common-objects; all users of STIX have them."""


def tlp_marking(marking: Marking | None) -> dict[str, Any]:
    """The object of a marking, as OASIS publishes it; empty for none."""
    if marking is None:
        return {}
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": f"marking-definition--{_IDS[marking]}",
        "created": "2022-10-01T00:00:00.000Z",
        "name": marking.value,
        "extensions": {_EXTENSION: {"extension_type": "property-extension", "tlp_2_0": marking.word}},
    }
