# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.own_links import page_of, path_of

REMOTES = ("https://forge.example/voorbeeld/project", "https://gitlab.example/groep/sub/project")


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("docs/a.md", "sub/docs/a.md"),
        ("./a.md#kop", "sub/a.md"),
        ("../a.md?x=1", "a.md"),
        ("/docs/a%20b.md", "docs/a b.md"),
        ("https://forge.example/voorbeeld/project/blob/main/docs/a.md#L3", "docs/a.md"),
        ("https://FORGE.example/Voorbeeld/Project/tree/main/docs/", "docs"),
        ("https://gitlab.example/groep/sub/project/-/blob/main/a.md", "a.md"),
        ("https://forge.example/voorbeeld/project/src/branch/main/a.md", "a.md"),
        ("https://forge.example/voorbeeld/project-two/blob/main/a.md", None),
        ("https://forge.example/voorbeeld/project/issues", None),
        ("../../a.md", None),
        ("#kop", None),
        ("", None),
        (".", "sub"),
        ("mailto:team@voorbeeld.example", None),
        ("//elsewhere.example/a.md", None),
        ("https://[", None),
    ],
)
def test_the_path_that_a_link_names(target: str, path: str | None) -> None:
    assert path_of(target, "sub/README.md", REMOTES) == path


def test_a_link_to_the_root_names_no_path() -> None:
    assert path_of("..", "sub/README.md", REMOTES) is None
    assert path_of(".", "README.md", REMOTES) is None


@pytest.mark.parametrize(
    ("target", "page"),
    [
        ("https://forge.example/voorbeeld/project/issues?q=open", "/issues"),
        ("http://www.forge.example/voorbeeld/project/", ""),
        ("https://forge.example/voorbeeld/project.git", ""),
        ("https://forge.example/voorbeeld/projects", None),
        ("https://forge.example/voorbeeld", None),
        ("docs/a.md", None),
        ("ssh://forge.example/voorbeeld/project", None),
    ],
)
def test_the_page_of_the_repository_that_a_link_names(target: str, page: str | None) -> None:
    assert page_of(target, REMOTES) == page
