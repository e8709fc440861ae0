# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.address import host, normalise, owner


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("https://github.com/MinBZK/Regelrecht.git", "https://github.com/minbzk/regelrecht"),
        ("git@github.com:minvws/nl-kat-coordination.git", "https://github.com/minvws/nl-kat-coordination"),
        ("ssh://git@gitlab.com:22/groep/sub/Project/", "https://gitlab.com/groep/sub/project"),
        ("git+https://www.github.com/a/b#readme", "https://github.com/a/b"),
        ("https://gebruiker:geheim@git.voorbeeld.nl:8443/a/B", "https://git.voorbeeld.nl:8443/a/B"),
        ("http://localhost:3000/a/b.git", "https://localhost:3000/a/b"),
        ("https://github.com/a/b/tree/main/docs?tab=readme", "https://github.com/a/b"),
        ("https://gitlab.voorbeeld.nl/groep/sub/project/-/issues", "https://gitlab.voorbeeld.nl/groep/sub/project"),
        ("ssh://git@ssh.github.com:443/a/b.git", "https://github.com/a/b"),
        ("git@git.voorbeeld.nl:Groep/Sub/Project.git", "https://git.voorbeeld.nl/Groep/Sub/Project"),
        ("/srv/git/a.git", None),
        ("../a", None),
        ("C:\\clones\\a", None),
        ("ext::sh -c touch% /x", None),
        ("https://github.com/", None),
        ("https://[broken/a/b", None),
        ("", None),
    ],
)
def test_every_spelling_has_one_normal_form(written: str, normal: str | None) -> None:
    assert normalise(written) == normal


def test_host_and_owner_are_parts_of_the_normal_form() -> None:
    address = "https://gitlab.com/groep/sub/project"

    assert (host(address), owner(address)) == ("gitlab.com", "groep/sub")
