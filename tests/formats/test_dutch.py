# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest

from ospo.domain.snapshot import Commit
from ospo.formats import dutch
from snapshots import MemorySnapshot, commit

DUTCH = (
    "Dit is een project van de gemeente. Het is er voor wie een vergunning wil aanvragen, en voor de mensen die dat "
)
DUTCH += "bij de gemeente doen. Je kan het zelf draaien. Als je wilt meedoen, dan kan dat ook: kijk naar de issues. "


def by(address: str) -> Commit:
    made = commit(who=address.partition("@")[0])
    return replace(made, author=replace(made.author, email=address))


@pytest.mark.parametrize(
    "files",
    [
        {"publiccode.yml": "intendedAudience:\n  countries: [NL]\n"},
        {"publiccode.yml": "organisation:\n  uri: https://www.voorbeeld.nl\n"},
        {"publiccode.yml": "description:\n  nl:\n    shortDescription: x\n"},
        {"SECURITY.md": "Mail lek@voorbeeld.nl"},
        {"README.md": "https://a.voorbeeld.nl https://b.voorbeeld.nl https://c.voorbeeld.nl"},
        {"README.md": f"# Project\n\n{DUTCH * 3}"},
    ],
)
def test_a_sign_of_the_netherlands_is_seen(files: dict[str, str]) -> None:
    assert dutch.shows(MemorySnapshot(files))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"publiccode.yml": "intendedAudience:\n  countries: [it]\norganisation:\n  uri: https://www.voorbeeld.nl\n"},
        {"publiccode.yml": "landingURL: https://voorbeeld.be\ndescription:\n  nl: {}\n"},
        {"publiccode.yml": "- niets\n"},
        {"publiccode.yml": "landingURL: 'https://[x'\n"},
        {"README.md": f"# Project\n\n{DUTCH * 3} https://voorbeeld.be"},
        {"README.md": "Link https://voorbeeld.nl, and one mailbox of three: a@x.example, b@x.example, c@voorbeeld.nl"},
        {"README.md": "The project of the town is for all of us and it can be used by you. " * 9},
    ],
)
def test_without_one_or_with_one_of_elsewhere_it_is_not(files: dict[str, str]) -> None:
    assert not dutch.shows(MemorySnapshot(files))


def test_an_address_of_the_repository_or_of_half_of_its_authors_is_a_sign() -> None:
    half = [by("a@voorbeeld.nl"), by("b@voorbeeld.example"), by("c@users.noreply.github.com")]

    assert dutch.shows(MemorySnapshot(remotes=("https://code.voorbeeld.nl/a/b",)))
    assert dutch.shows(MemorySnapshot(history=half))
    assert not dutch.shows(MemorySnapshot(history=[*half, by("d@voorbeeld.example")]))
