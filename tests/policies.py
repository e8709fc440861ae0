# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Profiles as files, for tests that scan with them."""

from knowledge_base import KnowledgeBase

HEAD = """id: {id}
title: {{nl: "Beleid {id}", en: "Policy {id}"}}
summary: {{nl: "Wat {id} vraagt.", en: "What {id} asks."}}
version: "2"
date: 2026-11-25
keeper: redactie-ospo
licence: CC0-1.0
proposal: true
"""
HOUSE = (
    HEAD.format(id="huis")
    + """must:
  checks: [has-licence-file]
should:
  checks: [has-contributing]
kinds:
  - kind: documentation
    leave-out:
      - {check: has-licence-file, reason: {nl: "Alleen tekst.", en: "Only text."}}
tiers:
  - id: kern
    title: {nl: "Kern", en: "Core"}
    must: {checks: [has-governance]}
"""
)
OTHER = HEAD.format(id="ander") + "must:\n  checks: [has-changelog]\n"


def text(name: str, more: str) -> str:
    """A profile with some more lines."""
    return HEAD.format(id=name) + more


def put(base: KnowledgeBase, **profiles: str) -> None:
    """Write profiles into a knowledge base."""
    (base.path / "profiles").mkdir(exist_ok=True)
    for name, content in profiles.items():
        base.write(f"profiles/{name}.yaml", content)
