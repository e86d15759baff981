"""Names in other scripts: which typeface draws them, on which side they stand, and what is said where none has them."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from dossier.render import missing_letters, print_page
from dossier.render.typefaces.fonts import script_faces

NAMES = {
    "Arab": "عمر الدروبي",
    "Deva": "अर्जुन कश्यपराज",
    "Ethi": "ሃይለ በርሄ",
    "Hebr": "יוסף בן־דרור",
}
OTHERS = {"Cyrl": "Олена Драгунова", "Grek": "Ελένη Μαρκάτου", "Latn": "Łucja Þórsdóttir"}
NO_FONTS = "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig></fontconfig>"
ON_A_MACHINE_WITHOUT_FONTS = """
import json, sys
from dossier.render import print_page
print(json.dumps([print_page(page).boxed for page in json.load(sys.stdin)]))
"""
FAMILIES = "Source Serif Pro, Dossier Arabic, Dossier Hebrew, Dossier Devanagari, Dossier Ethiopic"


def page(text: str) -> str:
    return f"<html lang=en><title>t</title><body style='font-family: {FAMILIES}'><p>{text}</p></html>"


@pytest.mark.parametrize(("script", "name"), {**NAMES, **dict.fromkeys(OTHERS, "")}.items())
def test_only_a_page_with_such_letters_loads_a_typeface_of_them(script: str, name: str) -> None:
    weights = (f"{script}-400.ttf", f"{script}-600.ttf") if name else ()
    assert script_faces(f"The witness {name or OTHERS[script]} (aged 41) left.") == weights


@pytest.mark.slow
def test_without_any_font_of_the_machine_these_scripts_have_their_letters(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(NO_FONTS)
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "XDG_CACHE_HOME": str(tmp_path)}
    names = [*NAMES.values(), *OTHERS.values(), "林海生", "🚨 박하늘"]
    done = subprocess.run(
        [sys.executable, "-c", ON_A_MACHINE_WITHOUT_FONTS],
        env=environment,
        input=json.dumps([page(f"{name}, <b>{name}</b>") for name in names]),
        capture_output=True,
        check=True,
        text=True,
    )
    *drawn, chinese, korean = json.loads(done.stdout)
    assert drawn == [""] * len(NAMES | OTHERS)
    assert (chinese, korean) == ("林海生", "늘박하🚨")


@pytest.mark.slow
@pytest.mark.parametrize("script", ["Arab", "Ethi", "Hebr"])  # in Devanagari a glyph may stand for parts of two letters
def test_a_name_can_be_copied_out_in_the_order_in_which_it_is_read(script: str) -> None:
    name = NAMES[script]
    printed = print_page(page(f"He met <bdi>{name}</bdi>, a clerk."))
    words = pypdf.PdfReader(io.BytesIO(printed.pdf)).pages[0].extract_text()
    plain = words.translate(dict.fromkeys(map(ord, "\u202a\u202b\u202c,"))).split()
    assert set(name.split()) <= set(plain)


@pytest.mark.parametrize(
    ("letters", "scripts", "packages"),
    [
        ("", [], []),
        ("박늘", ["Hangul"], ["fonts-noto-cjk"]),
        ("林みど", ["Han", "Hiragana"], ["fonts-noto-cjk"]),
        ("ไทა🚨☎", ["Georgian", "Thai", ""], ["fonts-noto-core", "fonts-symbola fonts-noto-core"]),
    ],
)
def test_a_script_without_a_typeface_is_named_once_with_what_to_install(letters, scripts, packages) -> None:
    told = missing_letters(letters)
    assert [one.script for one in told] == scripts
    assert list(dict.fromkeys(one.package for one in told)) == packages
    assert all(one.package in one.advice for one in told)
