"""What a project says about exports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSettings:
    """``formats`` are those of other tools that each build is written in, too."""

    formats: tuple[str, ...] = ()
