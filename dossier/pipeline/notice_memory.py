"""What is remembered from night to night of what was told."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from dossier.publish.staging import aside
from dossier.publish.whole_file import replace


@dataclass(frozen=True, slots=True)
class NoticeMemory:
    """Whether the last build failed and its recovery is still to be told, and the last edition that was told of."""

    has_failed: bool = False
    edition: int | None = None


def memory_file(output: Path) -> Path:
    """The file of the memory: hidden, beside the folder of the dossiers."""
    return aside(output, "notices.json")


def read_memory(file: Path) -> NoticeMemory:
    """What is remembered; nothing where the file is not there, or is damaged."""
    try:
        found = json.loads(file.read_bytes())
        memory = NoticeMemory(bool(found["has_failed"]), found["edition"])
    except (OSError, ValueError, TypeError, KeyError):
        return NoticeMemory()
    return memory


def write_memory(file: Path, memory: NoticeMemory) -> None:
    """Keep it, whole. Raises OSError."""
    replace(file, json.dumps(asdict(memory)).encode())
