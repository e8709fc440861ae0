# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import architecture
from ospo.formats.architecture import Place, Sign
from ospo.formats.guides import Guide

LONG = "The parts and what they do are told here in a sentence that has more than fifteen words in it.\n"


@pytest.mark.parametrize(
    ("path", "sign"),
    [
        ("docs/adr/0001-record-architecture-decisions.md", Sign.DECISIONS),
        ("docs/adr/README.md", None),
        ("docs/adr/0000-template.md", None),
        ("docs/software-architecture.pdf", Sign.DOCUMENT),
        ("architecture/considerations.md", Sign.DOCUMENT),
        ("docs/system-context.puml", Sign.DIAGRAM),
        ("workspace.dsl", Sign.DIAGRAM),
        ("model.archimate", Sign.DIAGRAM),
        ("docs/states.drawio.svg", Sign.DRAWING),
        ("api/v1/openapi.yaml", Sign.INTERFACE),
        ("proto/door.proto", Sign.INTERFACE),
        ("src/architecture.ts", None),
        ("docs/openapi.md", None),
        (".github/architecture.md", None),
        ("a/" * 600 + "architecture.md", None),
    ],
)
def test_files_by_name_and_place(path: str, sign: Sign | None) -> None:
    assert architecture.by_path([path]) == ([] if sign is None else [Place(sign, path)])


def test_files_that_say_most_come_first() -> None:
    paths = ["api/openapi.yaml", "docs/deep/architecture.md", "docs/architecture.md"]

    assert [place.path for place in architecture.by_path(paths)] == [
        "docs/architecture.md",
        "docs/deep/architecture.md",
        "api/openapi.yaml",
    ]


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("docs/a.md", f"# a\n\n## Technical design\n\n{LONG}", Place(Sign.SECTION, "docs/a.md", 3)),
        ("docs/a.md", f"## Bouwstenen\n\n{LONG}", Place(Sign.SECTION, "docs/a.md", 1)),
        ("a.md", f"## Components\n\n{LONG}", Place(Sign.SECTION, "a.md", 1)),
        ("docs/a.md", "x\n![Architecture](a.png)\n", Place(Sign.DIAGRAM, "docs/a.md", 2)),
        ("docs/develop.md", f"## Package structure\n\n{LONG}", Place(Sign.STRUCTURE, "docs/develop.md", 1)),
        ("docs/a.md", "Het systeem bestaat uit drie lagen.", Place(Sign.STRUCTURE, "docs/a.md", 1)),
        ("docs/a.md", "![Login flow](a.png)", Place(Sign.DRAWING, "docs/a.md", 1)),
        ("docs/a.md", f"## Components\n\n{LONG}", None),
        ("docs/a.md", f"## Structure\n\n{LONG}", None),
        ("docs/a.md", "![Build](https://forge.example/workflows/ci/badge.svg)", None),
        ("docs/a.md", "The number consists of two digits.", None),
        (".github/ISSUE_TEMPLATE/a.md", f"## Architecture\n\n{LONG}", None),
    ],
)
def test_sections_and_diagrams(path: str, text: str, place: Place | None) -> None:
    assert architecture.in_text(Guide(path, text)) == place


def test_the_best_of_several() -> None:
    weak, strong = Place(Sign.INTERFACE, "a.yaml"), Place(Sign.DIAGRAM, "b.png")

    assert architecture.best([weak, strong]) == strong
    assert architecture.best([]) is None
