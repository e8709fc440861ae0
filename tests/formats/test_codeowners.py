# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.codeowners import Place, Rule, assigns, parse, place
from ospo.formats.forges import GITEA, GITHUB, GITLAB, OTHER, Forge

ON_GITHUB = ("https://github.com/voorbeeld/project",)
ON_GITLAB = ("https://gitlab.com/voorbeeld/project",)
ON_CODEBERG = ("https://codeberg.org/voorbeeld/project",)


@pytest.mark.parametrize(
    ("remotes", "paths", "expected"),
    [
        (ON_GITHUB, ["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"], Place(".github/CODEOWNERS", GITHUB)),
        (ON_GITHUB, ["CODEOWNERS", "docs/CODEOWNERS"], Place("CODEOWNERS", GITHUB)),
        (ON_GITLAB, [".gitlab/CODEOWNERS", "docs/CODEOWNERS"], Place("docs/CODEOWNERS", GITLAB)),
        (ON_CODEBERG, [".gitea/CODEOWNERS"], Place(".gitea/CODEOWNERS", GITEA)),
        ((), [".github/CODEOWNERS"], Place(".github/CODEOWNERS", GITHUB)),
        ((), [".gitlab/CODEOWNERS"], Place(".gitlab/CODEOWNERS", GITLAB)),
        ((), ["CODEOWNERS"], Place("CODEOWNERS", OTHER)),
        (("https://code.voorbeeld.example/a/b",), [".gitlab/CODEOWNERS"], Place(".gitlab/CODEOWNERS", GITLAB)),
        (ON_GITHUB, ["codeowners"], Place("codeowners", GITHUB)),
    ],
)
def test_the_first_place_of_the_forge_counts(remotes: tuple[str, ...], paths: list[str], expected: Place) -> None:
    assert place(paths, remotes) == expected


@pytest.mark.parametrize(
    ("remotes", "path"),
    [(ON_GITHUB, ".gitlab/CODEOWNERS"), (ON_GITHUB, "CODEOWNERS.md"), (ON_GITLAB, ".github/CODEOWNERS")],
)
def test_a_place_the_forge_does_not_read_is_said(remotes: tuple[str, ...], path: str) -> None:
    found = place([path], remotes)

    assert found is not None
    assert (found.path, found.is_read) == (path, False)


def test_without_a_file_there_is_no_place() -> None:
    assert place(["src/CODEOWNERS", "README.md"], ON_GITHUB) is None


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("* @voorbeeld/team", 1),
        ("* @one @two_account # why", 2),
        ("docs/ docs@voorbeeld.example", 1),
        ("poetry.lock", 0),
        ("with\\ space @voorbeeld/team", 1),
        ("- @one", 1),
    ],
)
def test_a_line_of_github_is_a_rule(line: str, owners: int) -> None:
    read = parse(f"# comment\n\n{line}\n", GITHUB)

    assert [(rule.owners, rule.line) for rule in read.rules] == [(owners, 3)]
    assert read.invalid_lines == ()


@pytest.mark.parametrize(
    ("line", "forge"),
    [
        ("!secret @one", GITHUB),
        ("[Docs] @one", GITHUB),
        ("src/[ab].py @one", GITHUB),
        ("\\#x @one", GITHUB),
        ("* voorbeeld/team", GITHUB),
        ("* @", GITHUB),
        ("* team", GITLAB),
        ("[Docs @one", GITLAB),
        ("[Docs] nobody", GITLAB),
        ("* @one", GITEA),
        ("src/(a @one", GITEA),
        ("src/.* one", GITEA),
    ],
)
def test_a_line_the_forge_cannot_use_is_named(line: str, forge: Forge) -> None:
    assert parse(f"\n{line}", forge).invalid_lines == (2,)


def test_gitlab_knows_sections_defaults_roles_and_exclusions() -> None:
    text = "[Docs][2] @voorbeeld/docs/team\ndocs/\n^[Build]\nMakefile @@maintainers\n!vendor/\n"
    read = parse(text, GITLAB)

    assert read.invalid_lines == ()
    assert read.rules == (Rule("docs/", 1, 2), Rule("Makefile", 1, 4), Rule("!vendor/", 0, 5))


def test_gitea_wants_regexes() -> None:
    assert parse(".*\\.go @one\n!docs/.* @voorbeeld/team", GITEA).invalid_lines == ()


def test_an_unknown_forge_is_read_by_the_rules_that_fit_best() -> None:
    assert parse("[Docs] @one\ndocs/\n", OTHER).dialect is GITLAB
    assert parse("docs/ @one\n", OTHER).dialect is GITHUB


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("* @one", True),
        ("/docs/ @one", True),
        ("docs/* @one", True),
        ("**/index.md @one", True),
        ("*.md @one", True),
        ("index.md @one", True),
        ("/ @one", True),
        ("with\\ space/ @one", True),
        ("- @one @two", False),
        ("*.php @one", False),
        ("* ", False),
        ("", False),
        ("".join(f"weg{n} @one\n" for n in range(60)), True),  # too many to look at
    ],
)
def test_rules_are_held_against_the_files(text: str, matches: bool) -> None:
    assert assigns(parse(text, GITHUB), ["docs/index.md", "with space/a.txt"]) is matches


def test_regexes_of_gitea_are_not_run() -> None:
    assert assigns(parse("(a+)+b @one", GITEA), ["aaaa"])
