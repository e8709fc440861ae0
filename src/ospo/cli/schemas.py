# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas we publish: of our own files, of `.ospo.yml`, and of what `ospo scan --format json` prints."""

import json
from pathlib import Path

from ospo.formats import declaration, organisation_file
from ospo.knowledge import kinds
from ospo.render import content_json, report_json, timeline_json


def documents() -> dict[str, str]:
    """Every schema by the name of its file."""
    found = {f"{kind}.schema.json": kinds.json_schema(kind) for kind in kinds.SCHEMAS}
    found["ospo-yml.schema.json"] = declaration.json_schema()
    found["ospo-organisation.schema.json"] = organisation_file.json_schema()
    found["timeline.schema.json"] = timeline_json.schema()
    texts = {name: json.dumps(value, indent=2, ensure_ascii=False) + "\n" for name, value in found.items()}
    texts["knowledge-base.schema.json"] = content_json.schema_text()
    return texts | {"scan-report.schema.json": report_json.schema_text()}


def write(folder: Path) -> list[Path]:
    """Bring the files in the folder up to date; gives those that changed."""
    folder.mkdir(exist_ok=True)
    changed = []
    for name, text in sorted(documents().items()):
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")
            changed.append(path)
    return changed
