# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command line in this process: English unless a test says otherwise, with a fictional knowledge base."""

from pathlib import Path

import pytest

import knowledge_base
from command_line import CommandLine
from knowledge_base import KnowledgeBase


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


@pytest.fixture
def ospo(base: KnowledgeBase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "OSPO_SITE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OSPO_LANGUAGE", "en")
    monkeypatch.setenv("OSPO_CONTENT", str(base.path))
    monkeypatch.setenv("OSPO_OBSERVATIONS", str(base.path.parent / "observations"))
    return CommandLine(capsys)
