# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Unreadable
from ospo.formats import licence_expressions
from ospo.formats.licence_expressions import Written
from ospo.formats.spdx_expression import FlawKind
from snapshots import MemorySnapshot

TAG = "SPDX-" + "License-Identifier"
HOLDER = "SPDX-" + "FileCopyrightText"


def find(**files: str | Unreadable) -> list[Written]:
    return licence_expressions.find(MemorySnapshot(files))


def test_every_place_that_asks_for_an_expression_is_read() -> None:
    toml = f'version = 1\n[[annotations]]\npath = "**"\n{HOLDER} = "x"\n{TAG} = "CC0-1.0"\n'
    found = find(
        **{
            "src/a.py": f"# {TAG}: EUPL-1.2\n",
            "REUSE.toml": toml,
            "package.json": '{"license": "MIT"}',
            "publiccode.yml": "legal:\n  license: ISC\n",
        }
    )

    assert found == [
        Written("EUPL-1.2", "src/a.py", 1),
        Written("CC0-1.0", "REUSE.toml", 5),
        Written("MIT", "package.json", 1),
        Written("ISC", "publiccode.yml", 2),
    ]


@pytest.mark.parametrize(
    "path", ["README.md", "docs/a.py", "tests/a.py", "vendor/a.py", "node_modules/x/a.js", "page.html", "static/x.js"]
)
def test_prose_and_copies_are_passed_over(path: str) -> None:
    assert find(**{path: f"# {TAG}: MIT\n"}) == []


@pytest.mark.parametrize("value", ["<id>", "{{ licence }}", "$LICENCE", "%s", "...", "TODO", "your-licence", "'x'", ""])
def test_a_place_that_is_left_open_is_passed_over(value: str) -> None:
    assert find(**{"src/a.py": f"# {TAG}: {value}\n"}) == []


def test_a_tag_in_the_middle_of_a_line_of_code_is_text() -> None:
    assert find(**{"src/a.py": f'print("{TAG}: EUPL 1.2")\n'}) == []


def test_free_texts_in_manifests_are_no_expressions() -> None:
    assert find(**{"setup.py": 'license="MIT License"', "pom.xml": "<licenses><name>MIT</name></licenses>"}) == []


def test_what_cannot_be_read_is_passed_over() -> None:
    assert (
        find(**{"package.json": Unreadable("missing"), "REUSE.toml": "version =", "a.py": Unreadable("missing")}) == []
    )


def test_the_text_of_a_reference_may_be_any_file_called_by_it() -> None:
    files = {"src/a.py": f"# {TAG}: LicenseRef-Logo\n", "src/b.py": f"# {TAG}: GPL-3.0\n"}

    def kinds(**more: str) -> list[FlawKind]:
        repository = MemorySnapshot({**files, **more})
        written = licence_expressions.find(repository)
        return [flaw.kind for _, flaw in licence_expressions.flaws(repository, written)]

    assert kinds() == [FlawKind.NO_TEXT, FlawKind.DEPRECATED]
    assert kinds(**{"LICENSES/LicenseRef-Logo.txt": "x"}) == [FlawKind.DEPRECATED]
    assert kinds(**{"LICENSES/LicenseRef-Logo.txt.license": "x"}) == [FlawKind.NO_TEXT, FlawKind.DEPRECATED]
