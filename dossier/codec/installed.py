"""The forms ``dossier/doctor/1`` and ``dossier/templates/1``: what this machine has, and what can be copied."""

from dossier.codec.shared_forms import JsonObject, indented


class CheckForm(JsonObject):
    """One check by its name: whether it is ``ok``, what it ``found``, and what to do where it is not, else empty."""

    check: str
    ok: bool
    found: str
    to_do: str = ""


class DoctorForm(JsonObject, tag_field="schema", tag="dossier/doctor/1"):
    """All checks of what Dossier needs on this machine."""

    checks: list[CheckForm]


class TemplateNamesForm(JsonObject, tag_field="schema", tag="dossier/templates/1"):
    """What can be copied of the templates: what each name stands for."""

    templates: dict[str, str]


def encode_installed(form: DoctorForm | TemplateNamesForm) -> bytes:
    """What a command lists as indented JSON in UTF-8."""
    return indented(form)
