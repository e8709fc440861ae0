# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.release_decision import files, line


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("docs/vrijgavebesluit.md", True),
        ("Vrijgave-besluit-2026.pdf", True),
        ("docs/publicatiebesluit.odt", True),
        ("docs/release-decision.md", True),
        ("docs/decisions/0003-publish-the-code.md", True),
        ("docs/adr/0004-release-as-open-source.md", True),
        ("docs/besluiten/001-broncode-openbaar.md", True),
        ("docs/adr/0002-github-as-open-source-project-home.md", False),
        ("docs/decisions/0001-use-yaml.md", False),
        ("src/besluit.py", False),
        ("docs/data/project-besluiten.md", False),
    ],
)
def test_a_document_by_its_name(path: str, is_one: bool) -> None:
    assert files([path]) == ([path] if is_one else [])


@pytest.mark.parametrize(
    "text",
    [
        "De broncode is naar aanleiding van dit besluit openbaar gemaakt.",
        "Het college heeft besloten de software vrij te geven als open source.",
        "The board decided in 2026 to publish the source code.",
        "We took the decision to release this as open source.",
    ],
)
def test_a_sentence(text: str) -> None:
    assert line(f"# x\n\n{text}\n") == 3


@pytest.mark.parametrize(
    "title", ["Vrijgavebesluit", "Release decision", "Waarom open source", "Why is this open source?"]
)
def test_a_section_with_text(title: str) -> None:
    assert line(f"# x\n\n## {title}\n\nZie boven.\n") == 3
    assert line(f"# x\n\n## {title}\n") is None


@pytest.mark.parametrize(
    "text",
    [
        "De besluitvorming is openbaar gemaakt.",
        "This project is open source.",
        "A decision table is used.",
        "## Release\n\nzie hieronder",
        "```\nbesloten openbaar te maken\n```",
    ],
)
def test_other_texts_record_nothing(text: str) -> None:
    assert line(f"# x\n\n{text}\n") is None
