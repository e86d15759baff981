"""What is said of letters that no typeface has: by script, with what to install."""

from dataclasses import dataclass

_OF_NO_SCRIPT = frozenset(("Zinh", "Zyyy", "Zzzz"))
"""Signs that all scripts share, such as emoji, and what is no letter at all (ISO 15924)."""
_CHINESE_JAPANESE_KOREAN = frozenset(("Bopo", "Hang", "Hani", "Hira", "Kana"))


@dataclass(frozen=True, slots=True)
class MissingLetters:
    """A script of which letters lack a typeface; ``is_sign`` where they are signs of no script."""

    script: str
    package: str
    is_sign: bool = False

    @property
    def words(self) -> str:
        """What the user is told: the same for each page."""
        what = "some signs (emoji and the like)" if self.is_sign else f"letters of the script {self.script}"
        return f"no typeface here has {what}: boxes stand in their place"

    @property
    def advice(self) -> str:
        """What to do about it."""
        return f"apt-get install {self.package} on Debian or Ubuntu, elsewhere a typeface with them; then build again"


def missing_letters(letters: str) -> tuple[MissingLetters, ...]:
    """The scripts of letters that no typeface has, in the order of their names; signs of no script last."""
    from fontTools import unicodedata  # type: ignore[import-untyped]

    codes = {unicodedata.script(letter) for letter in letters}
    named = sorted((unicodedata.script_name(code), code) for code in codes - _OF_NO_SCRIPT)
    scripts = [
        MissingLetters(name, "fonts-noto-cjk" if code in _CHINESE_JAPANESE_KOREAN else "fonts-noto-core")
        for name, code in named
    ]
    signs = [MissingLetters("", "fonts-symbola fonts-noto-core", is_sign=True)] if codes & _OF_NO_SCRIPT else []
    return (*scripts, *signs)
