# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `ospo norms` says, as values for JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from ospo.domain.language import Language
from ospo.domain.norm import Control, Norm
from ospo.engine import serving
from ospo.engine.coverage import Tally
from ospo.engine.norm_drift import Drift
from ospo.engine.serving import Group
from ospo.engine.standing import Axis, Stand
from ospo.render.report_json import plain


def document(value: Any) -> str:
    """A value as a JSON text."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8") + "\n"


def norm(item: Norm, language: Language) -> dict[str, Any]:
    """A norm without its controls, counted."""
    return {
        "id": item.id,
        "title": item.title[language],
        "version": item.version,
        "keeper": item.keeper,
        "url": item.url,
        "requirements": asdict(serving.shares(item.controls)),
    }


def whole(item: Norm, language: Language) -> dict[str, Any]:
    """A norm with every control."""
    return {**norm(item, language), "controls": [_control(c, language) for c in item.controls]}


def coverage(item: Norm, in_order: Callable[[Group], Tally], language: Language) -> dict[str, Any]:
    """What our checks can say, by axis and level."""
    groups = [
        {
            "axis": g.axis,
            "level": g.level,
            "requirements": asdict(serving.shares(g.controls)),
            "in_order": asdict(in_order(g)),
        }
        for g in serving.asked(item)
    ]
    return {**norm(item, language), "groups": groups}


def standing(
    label: str, axes: Sequence[Axis], groups: Mapping[str, Sequence[Stand]], language: Language
) -> dict[str, Any]:
    """How one repository stands."""
    return {
        "label": plain(label),
        "axes": [axis(a, language) for a in axes if a.levels],
        "groups": [{"name": name, "controls": [stand(s, language) for s in stands]} for name, stands in groups.items()],
    }


def axis(item: Axis, language: Language) -> dict[str, Any]:
    """One axis: the levels, what is missing for the next, what was dropped, and what cannot be mended."""
    missing = item.missing
    return {
        "axis": item.name,
        "reached": item.reached,
        "possible": item.possible,
        "missing": None if missing is None else stand(missing, language),
        "levels": [
            {"level": level.level, "controls": [stand(s, language) for s in level.stands]} for level in item.levels
        ],
        "dropped": [s.control.id for s in item.dropped],
        "irreversible": [s.control.id for s in item.irreversible],
    }


def stand(item: Stand, language: Language) -> dict[str, Any]:
    """One control of one repository."""
    return {
        "control": item.control.id,
        "title": item.control.title[language],
        "standing": item.standing,
        "checks": list(item.checks),
        "by_statement": item.by_statement,
        "partly": item.partly,
        "proof": item.control.proof,
    }


def drift(item: Norm, found: Drift) -> dict[str, Any]:
    """What moved."""
    return {"norm": item.id, "version": item.version, "is_none": found.is_none, **asdict(found)}


def _control(item: Control, language: Language) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title[language],
        "url": item.url,
        "axis": item.axis,
        "level": item.level,
        "up_to": item.up_to,
        "proof": item.proof,
        "irreversible": item.irreversible,
        "note": item.note[language] if item.note else None,
        "text_sha256": item.text_sha256 or None,
        "checks": [{"check": m.check, "relation": m.relation} for m in item.mappings],
    }
