# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of content files, and the JSON Schema of each for text editors."""

from typing import Any

import msgspec

from ospo.knowledge import community_schema, organisation_schema, profile_schema, schema

SCHEMAS: dict[str, Any] = {
    "practice": schema.PracticeFile,
    "translation": schema.TranslationFile,
    "page": schema.PageFile,
    "fact": schema.FactFile,
    "glossary": list[schema.TermEntry],
    "norm": schema.NormFile,
    "organisation": organisation_schema.OrganisationFile,
    "profile": profile_schema.ProfileFile,
    "step": schema.StepFile,
    "event": schema.EventFile,
    "template": schema.TemplateManifest,
    "participant": community_schema.ParticipantFile,
    "group": community_schema.GroupFile,
    "decision": community_schema.DecisionFile,
    "redirects": list[schema.RedirectEntry],
    "search-words": list[schema.SearchWordsEntry],
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of content file, for text editors and for other tools."""
    made = msgspec.json.schema(SCHEMAS[kind])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"OSPO-NL {kind}", **made}
