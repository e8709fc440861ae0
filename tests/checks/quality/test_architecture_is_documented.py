# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.quality.architecture_is_documented import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Unreadable
from snapshots import MemorySnapshot

CODE = {f"src/{number}.py": "" for number in range(20)}
ITEMS = "\n\n- api: answers\n- worker: works\n"


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("ARCHITECTURE.md", "x", "document"),
        ("docs/architectuur.md", "x", "document"),
        ("docs/design/queue.md", "x", "document"),
        ("docs/adr/0001-use-a-queue.md", "x", "decisions"),
        ("docs/architecture.drawio", "x", "diagram"),
        ("docs/component-diagram.svg", "x", "diagram"),
    ],
)
def test_a_file_by_its_name_is_met(path: str, text: str, reason: str) -> None:
    verdict = check(MemorySnapshot({**CODE, path: text}))

    assert (verdict.outcome, verdict.reason, verdict.evidence) == ("met", reason, (Evidence(path),))


def test_a_section_is_met_at_its_line() -> None:
    readme = f"# Voorbeeld\n\n## Architectuur{ITEMS}"

    assert check(MemorySnapshot({**CODE, "README.md": readme})) == met(
        "section", Evidence("README.md", 3), path="README.md"
    )


def test_an_outline_of_the_parts_is_met() -> None:
    outline = check(MemorySnapshot({**CODE, "README.md": f"# Voorbeeld\n\n## Project structure{ITEMS}"}))
    sentence = check(MemorySnapshot({**CODE, "docs/a.md": "The platform consists of three services.\n"}))

    assert outline == met("structure", Evidence("README.md", 3), path="README.md")
    assert sentence == met("structure", Evidence("docs/a.md", 1), path="docs/a.md")


def test_what_says_most_goes_first() -> None:
    files = {**CODE, "docs/adr/0001-a.md": "x", "README.md": f"## Architecture{ITEMS}", "docs/architecture.png": b""}

    assert check(MemorySnapshot(files)).reason == "section"


@pytest.mark.parametrize(
    "text",
    [
        "# Voorbeeld\n",
        "## Architecture\n\nTODO\n",
        "## Supported architectures\n\n- amd64\n- arm64\n",
        "## How it works\n",
    ],
)
def test_a_program_that_nobody_describes_is_not_met(text: str) -> None:
    assert check(MemorySnapshot({**CODE, "README.md": text})) == not_met("missing", count=20)


def test_a_page_on_the_working_of_one_thing_is_no_architecture() -> None:
    page = "# Quota\n\n## How it works\n\n" + "It counts what was asked for. " * 10

    assert check(MemorySnapshot({**CODE, "docs/quota.md": page})).reason == "missing"
    assert check(MemorySnapshot({**CODE, "README.md": page})).reason == "section"


def test_an_interface_or_a_drawing_alone_is_unknown() -> None:
    interface = check(MemorySnapshot({**CODE, "api/openapi.yaml": ""}))
    drawing = check(MemorySnapshot({**CODE, "docs/state.puml": "", "api/openapi.yaml": ""}))
    block = check(MemorySnapshot({**CODE, "docs/a.md": "# a\n\n```mermaid\n"}))

    assert interface == unknown("only-interface", Evidence("api/openapi.yaml"), path="api/openapi.yaml")
    assert drawing == unknown("only-drawing", Evidence("docs/state.puml"), path="docs/state.puml")
    assert block == unknown("only-drawing", Evidence("docs/a.md", 3), path="docs/a.md")


def test_a_manual_elsewhere_is_unknown() -> None:
    readme = "[Documentation](https://voorbeeld.readthedocs.io/)\n"

    assert check(MemorySnapshot({**CODE, "README.md": readme})).reason == "elsewhere"


@pytest.mark.parametrize(
    "path",
    ["tests/architecture.md", "src/architecture.py", "node_modules/x/ARCHITECTURE.md", "blog/our-architecture.md"],
)
def test_files_that_only_look_like_it(path: str) -> None:
    assert check(MemorySnapshot({**CODE, path: "x"})).reason == "missing"


def test_small_programs_and_documents_are_left_alone() -> None:
    assert check(MemorySnapshot({"a.py": "", "b.py": ""})) == not_applicable("small", count=2)
    assert check(MemorySnapshot({"a.md": "", "ARCHITECTURE.md": ""})) == not_applicable("no-program")


def test_a_text_that_cannot_be_read_is_not_taken_for_silent() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({**CODE, "README.md": Unreadable("missing")}))
