# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Entry, Kind
from ospo.formats.community_files import FileKind, decode, is_passed_on, locate, may_be_inherited, text
from snapshots import MemorySnapshot


def located(kind: FileKind, *paths: str) -> list[str]:
    return [entry.path for entry in locate([Entry(path) for path in paths], kind)]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (FileKind.README, "README"),
        (FileKind.README, "readme.md"),
        (FileKind.README, "README.MD"),
        (FileKind.README, "README.NL.rst"),
        (FileKind.README, "README.en.md"),
        (FileKind.README, "README.adoc"),
        (FileKind.README, "README.Rmd"),
        (FileKind.README, "LEESMIJ.txt"),
        (FileKind.CONTRIBUTING, ".github/CONTRIBUTING.md"),
        (FileKind.CONTRIBUTING, "docs/contributing.rst"),
        (FileKind.CONTRIBUTING, "CONTRIBUTING_GUIDELINES.md"),
        (FileKind.CODE_OF_CONDUCT, "code-of-conduct.md"),
        (FileKind.CODE_OF_CONDUCT, "CODE_OF_CONDUCT.nl.md"),
        (FileKind.CODE_OF_CONDUCT, "GEDRAGSCODE.md"),
        (FileKind.GOVERNANCE, "PROJECT_GOVERNANCE.md"),
        (FileKind.GOVERNANCE, "governance/GOVERNANCE.md"),
        (FileKind.MAINTAINERS, "COMMITTERS.md"),
        (FileKind.MAINTAINERS, "OWNERS"),
        (FileKind.SECURITY, "SECURITY.MD"),
        (FileKind.SECURITY, "SECURITY.rst"),
        (FileKind.SECURITY, "SECURITY.txt"),
        (FileKind.SECURITY, ".gitlab/SECURITY.md"),
        (FileKind.SECURITY, ".forgejo/SECURITY.md"),
    ],
)
def test_a_customary_name_is_located(kind: FileKind, path: str) -> None:
    assert located(kind, path) == [path]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (FileKind.README, "src/README.md"),
        (FileKind.README, "readme.go"),
        (FileKind.README, "README.html"),
        (FileKind.CONTRIBUTING, "docs/nieuw-project/CONTRIBUTING.md"),  # a page of a knowledge base
        (FileKind.CONTRIBUTING, "contributing.py"),
        (FileKind.SECURITY, "security.txt"),  # RFC 9116
        (FileKind.SECURITY, "security.nl.yaml.j2"),
        (FileKind.SECURITY, "security-headers.md"),
        (FileKind.GOVERNANCE, "docs/project-governance-md.md"),
        (FileKind.MAINTAINERS, "AUTHORS"),
        (FileKind.MAINTAINERS, "CODEOWNERS"),
    ],
)
def test_a_lookalike_is_not_located(kind: FileKind, path: str) -> None:
    assert located(kind, path) == []


def test_the_root_and_the_plain_name_come_first() -> None:
    paths = ["docs/README.md", "README.NL.rst", "README.txt", ".github/README.md", "README.md"]

    assert located(FileKind.README, *paths) == [
        "README.md",
        "README.txt",
        "README.NL.rst",
        ".github/README.md",
        "docs/README.md",
    ]


def test_a_submodule_is_no_file() -> None:
    assert locate([Entry("README", Kind.SUBMODULE)], FileKind.README) == []


@pytest.mark.parametrize(
    ("remotes", "kind", "may"),
    [
        ((), FileKind.SECURITY, True),
        ((), FileKind.README, False),
        (("https://github.com/a/b",), FileKind.SECURITY, True),
        (("https://github.com/a/b",), FileKind.GOVERNANCE, True),
        (("https://github.com/a/b",), FileKind.README, False),
        (("https://github.com/a/b",), FileKind.MAINTAINERS, False),
        (("https://github.com/a/.github",), FileKind.SECURITY, False),
        (("https://gitlab.com/a/b",), FileKind.SECURITY, False),
        (("https://codeberg.org/a/b",), FileKind.SECURITY, False),
        (("https://code.voorbeeld.example/a/b",), FileKind.SECURITY, False),
        (("https://gitlab.com/a/b", "https://github.com/a/b"), FileKind.SECURITY, True),
    ],
)
def test_only_some_forges_let_an_owner_supply(remotes: tuple[str, ...], kind: FileKind, may: bool) -> None:
    assert may_be_inherited(remotes, kind) is may


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (b"docs/README.md", "uitleg"),
        (b"docs/weg.md", ""),
        (b"/etc/passwd", ""),
        (b"the text itself\nnot a path\n", "the text itself\nnot a path\n"),
    ],
)
def test_a_symlink_is_followed_one_step_inside_the_tree(content: bytes, read: str) -> None:
    snapshot = MemorySnapshot({"README.md": content, "docs/README.md": "uitleg"}, kinds={"README.md": Kind.SYMLINK})

    assert text(snapshot, Entry("README.md", Kind.SYMLINK)) == read


@pytest.mark.parametrize(
    ("raw", "decoded"),
    [
        (b"caf\xc3\xa9\r\nb\rc", "café\nb\nc"),
        (b"\xef\xbb\xbfx", "x"),
        ("é".encode("utf-16"), "é"),
        (b"licenti\xeb", "licenti\ufffd"),
    ],
)
def test_any_bytes_become_text(raw: bytes, decoded: str) -> None:
    assert decode(raw) == decoded


def test_only_the_first_characters_are_read() -> None:
    assert decode(b"abcdef", limit=3) == "abc"


@pytest.mark.parametrize(
    ("path", "passed"),
    [
        ("SECURITY.md", True),
        (".github/CONTRIBUTING.md", True),
        ("docs/code_of_conduct.md", True),
        (".github/ISSUE_TEMPLATE/bug.yml", True),
        ("README.md", False),
        ("profile/README.md", False),
        ("LICENSE", False),
        ("CODEOWNERS", False),
        ("MAINTAINERS.md", False),
        ("src/SECURITY.md", False),
        ("security.txt", False),
    ],
)
def test_only_what_a_forge_passes_on_is_passed_on(path: str, passed: bool) -> None:
    assert is_passed_on(path) is passed
