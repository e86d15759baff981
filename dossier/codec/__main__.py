"""``python -m dossier.codec FOLDER``: write the JSON Schema of each published form into the folder."""

import json
import sys
from pathlib import Path

from dossier.codec.schemas import SCHEMAS, schema

if __name__ == "__main__":
    for name in SCHEMAS:
        path = Path(sys.argv[1]) / f"{name}.schema.json"
        path.write_text(json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n", "utf-8")
