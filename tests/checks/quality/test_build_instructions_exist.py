# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.build_instructions_exist import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

CODE = {"src/a.py": "", "src/b.py": "", "pyproject.toml": ""}


def test_a_command_from_the_source_is_met_at_its_line() -> None:
    readme = "# Voorbeeld\n\n```sh\ngit clone https://forge.example/x\n```\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == met(
        "build", Evidence("README.md", 4), path="README.md"
    )


def test_building_anywhere_goes_before_a_package() -> None:
    files = {**CODE, "README.md": "`pip install voorbeeld`\n", "docs/develop.md": "`pip install -e .`\n"}

    assert check(MemorySnapshot(files)) == met("build", Evidence("docs/develop.md", 1), path="docs/develop.md")
    del files["docs/develop.md"]
    assert check(MemorySnapshot(files)) == met("install", Evidence("README.md", 1), path="README.md")


def test_words_are_met_as_well() -> None:
    readme = "# Voorbeeld\n\n## Installatie\n\nDownload het pakket, pak het uit en zet het in de map met plug-ins.\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == met(
        "section", Evidence("README.md", 3), path="README.md"
    )


def test_the_help_of_a_build_tool_is_met() -> None:
    snapshot = MemorySnapshot({**CODE, "README.md": "# Voorbeeld\n", "Makefile": "x:\nbuild: x ## Build it\n"})

    assert check(snapshot) == met("in-help", Evidence("Makefile", 2), path="Makefile")


@pytest.mark.parametrize(
    "readme",
    ["# Voorbeeld\n\nIt does things.\n", "# Voorbeeld\n\n## Build status\n\nGreen.\n", "Make sure to build it."],
)
def test_a_program_that_nobody_explains_is_not_met(readme: str) -> None:
    assert check(MemorySnapshot({**CODE, "README.md": readme})) == not_met("not-explained", Evidence("README.md"))


def test_a_program_without_any_text_is_not_met() -> None:
    assert check(MemorySnapshot(CODE)) == not_met("not-explained")


@pytest.mark.parametrize(
    "line", ["[Documentation](https://voorbeeld.readthedocs.io/)", "[npm](https://www.npmjs.com/package/voorbeeld)"]
)
def test_a_manual_or_a_package_page_elsewhere_is_unknown(line: str) -> None:
    assert check(MemorySnapshot({**CODE, "README.md": line})) == unknown(
        "elsewhere", Evidence("README.md", 1), path="README.md"
    )


def test_loose_scripts_and_documents_are_left_alone() -> None:
    assert check(MemorySnapshot({"a.py": "", "b.py": ""})) == not_applicable("only-scripts", count=2)
    assert check(MemorySnapshot({"a.md": "", "b.md": "`pip install x`"})) == not_applicable("no-program")


def test_documents_with_a_build_are_met() -> None:
    assert check(MemorySnapshot({"a.md": "", "b.md": "`npm ci`"})).reason == "build"


def test_a_text_that_cannot_be_read_is_not_taken_for_silent() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**CODE, "README.md": Unreadable("missing")}))
