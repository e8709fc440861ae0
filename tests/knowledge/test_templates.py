# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

import knowledge_base
from knowledge_base import KnowledgeBase


@pytest.fixture
def base(tmp_path: Path) -> KnowledgeBase:
    return knowledge_base.make(tmp_path)


def test_a_template_is_read_with_its_texts(base: KnowledgeBase) -> None:
    assert base.problems() == []
    (found,) = base.load().templates.values()

    assert (found.id, found.files[0].path, found.questions[0].example) == ("note", "docs/NOTE.md", "Kaart")
    assert sorted(found.files[0].texts.values()) == ["# The {{name}}\n", "# {{name}}\n"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: note", "id: other", "call the folder so"),
        ("docs/NOTE.md", "../NOTE.md", "none in a repository"),
        ("docs/NOTE.md", ".git/hooks/pre-commit", "none in a repository"),
        ("docs/NOTE.md", "/etc/passwd", "none in a repository"),
        ("docs/NOTE.md", "docs/..", "none in a repository"),
        ("id: name", "id: title", "which it does not ask"),
        ("id: name", "id: title", "no file has a place"),
        ("en: note.en.md", "en: elsewhere.md", "not beside it"),
        ("en: note.en.md", "en: ../../glossary.yaml", "not beside it"),
        ("nl: note.nl.md, en: note.en.md", "nl: note.nl.md", "as `nl` and `en`, or as `both`"),
        ("nl: note.nl.md, en: note.en.md", "both: note.nl.md", "use it, or remove it"),
    ],
)
def test_what_does_not_fit_is_told(base: KnowledgeBase, old: str, new: str, message: str) -> None:
    base.change("templates/note/template.yaml", old, new)

    assert any(message in problem for problem in base.problems()), base.problems()


def test_a_stray_file_is_no_template(base: KnowledgeBase) -> None:
    base.write("templates/stray.md", "x")

    assert any("templates/stray.md: is no template" in problem for problem in base.problems())


def test_a_text_that_is_not_utf_8_is_refused(base: KnowledgeBase) -> None:
    base.write("templates/note/note.nl.md", b"\xff\xfe{{name}}")

    assert any("note.nl.md" in problem for problem in base.problems())
