# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.forges import GITEA, GITHUB, GITLAB, OTHER, forge_of, holds_defaults


@pytest.mark.parametrize(
    ("remote", "forge"),
    [
        ("https://github.com/a/b", GITHUB),
        ("https://github.voorbeeld.example/a/b", GITHUB),
        ("https://gitlab.com/a/b", GITLAB),
        ("https://gitlab.voorbeeld.example/a/b", GITLAB),
        ("https://codeberg.org/a/b", GITEA),
        ("https://forgejo.voorbeeld.example/a/b", GITEA),
        ("https://code.voorbeeld.example/a/b", OTHER),
    ],
)
def test_the_host_tells_the_forge(remote: str, forge: object) -> None:
    assert forge_of(remote) is forge


@pytest.mark.parametrize(
    ("remote", "holds"),
    [
        ("https://github.com/a/.github", True),
        ("https://gitlab.com/a/.gitlab-profile", True),
        ("https://gitlab.com/a/.github", False),
        ("https://codeberg.org/a/.profile", True),
        ("https://github.com/a/b", False),
        ("https://code.voorbeeld.example/a/", False),
    ],
)
def test_the_defaults_of_an_owner_have_a_name_of_their_own_per_forge(remote: str, holds: bool) -> None:
    assert holds_defaults(remote) is holds
