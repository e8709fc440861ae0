# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Unreadable
from ospo.formats import guides
from ospo.formats.guides import Guide
from snapshots import MemorySnapshot

HERE = ["https://github.com/dienst/voorbeeldcode"]


def test_texts_for_newcomers_come_first_then_manuals_then_parts() -> None:
    paths = ["pkg/deep/README.md", "docs/a/b.rst", "VISION.md", "INSTALL.rst", "README.md", ".github/CONTRIBUTING.md"]

    assert guides.locate(paths) == [
        "README.md",
        ".github/CONTRIBUTING.md",
        "INSTALL.rst",
        "VISION.md",
        "docs/a/b.rst",
        "pkg/deep/README.md",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE.md",
        "CHANGELOG.md",
        "requirements.txt",
        "CODE_OF_CONDUCT.md",
        "node_modules/x/README.md",
        "src/a.py",
        "tests/fixtures/README.md",
        "a/b/c/d/e/README.md",
        "{{cookiecutter.name}}/README.md",
        "data/list.txt",
    ],
)
def test_what_holds_no_instructions_is_left_out(path: str) -> None:
    assert guides.locate([path]) == []


def test_only_texts_with_the_word_are_given() -> None:
    snapshot = MemorySnapshot({"a.md": "Nothing", "b.md": "TESTS"})

    assert list(guides.read(snapshot, ["a.md", "b.md"], "test")) == [Guide("b.md", "TESTS")]


def test_what_cannot_be_read_comes_after_the_rest() -> None:
    found = guides.read(MemorySnapshot({"a.md": Unreadable("missing"), "b.md": "x"}), ["a.md", "b.md"])

    assert next(found).path == "b.md"
    with pytest.raises(Unreadable) as error:
        next(found)
    assert (error.value.reason, error.value.path) == ("missing", "a.md")


def test_the_comments_of_a_template_are_said_to_who_proposes_and_those_of_a_text_to_nobody() -> None:
    hidden = "# Title\n\n<!-- A hidden remark. -->\n"

    assert Guide(".github/pull_request_template.md", hidden).outline[-1].blocks
    assert not Guide("README.md", hidden).outline[-1].blocks


@pytest.mark.parametrize(
    "line",
    [
        "[Documentation](https://anything.example/docs/)",
        "See https://voorbeeldcode.readthedocs.io/ for more.",
        "`Developer docs <https://x.readthedocs.io/>`__",
        "For more, refer to the documentation site.",
        "Zie de wiki.",
        "https://github.com/dienst/voorbeeldcode/wiki",
    ],
)
def test_a_manual_elsewhere_is_found_at_its_line(line: str) -> None:
    assert guides.elsewhere([Guide("README.md", f"# x\n{line}\n")], [], HERE) == ("README.md", 2)


@pytest.mark.parametrize(
    "line",
    [
        "Install [Docker](https://docs.docker.com/get-docker/).",
        "[documentation](https://docs.python.org/3/)",
        "[our site](https://www.dienst.example/)",
        "Read more about [pytest](https://pytest.readthedocs.io/).",
        "Documentation is in docs.",
    ],
)
def test_a_manual_of_a_tool_or_any_other_page_is_none(line: str) -> None:
    assert guides.elsewhere([Guide("README.md", line)], [], HERE) is None


@pytest.mark.parametrize(
    ("address", "remotes", "is_found"),
    [
        ("https://github.com/dienst/.github/blob/main/CONTRIBUTING.md", HERE, True),
        ("https://github.com/Dienst/.github/blob/main/docs/contributing.rst#tests", HERE, True),
        ("https://github.com/dienst/.github/blob/main/CONTRIBUTING.md", [], True),
        ("https://github.com/ander/.github/blob/main/CONTRIBUTING.md", HERE, False),
        ("https://github.com/dienst/.github/blob/main/CODE_OF_CONDUCT.md", HERE, False),
        ("https://github.com/dienst/voorbeeldcode/blob/main/CONTRIBUTING.md", HERE, False),
    ],
)
def test_the_rules_that_the_owner_keeps_are_elsewhere_even_beside_a_manual(
    address: str, remotes: list[str], is_found: bool
) -> None:
    guide = Guide("README.md", f"# x\nRead [CONTRIBUTING]({address}).")

    found = guides.elsewhere([guide], ["docs/a.md", "docs/b.md", "docs/c.md"], remotes)

    assert found == (("README.md", 2) if is_found else None)


def test_a_repository_with_a_manual_of_its_own_is_complete() -> None:
    text = Guide("README.md", "[Documentation](https://voorbeeldcode.readthedocs.io/)")

    assert guides.elsewhere([text], ["docs/a.md", "docs/b.md", "docs/c.md"], HERE) is None
    assert guides.elsewhere([text], ["docs/a.md", ".github/b.md", ".github/c.md"], HERE) is not None
