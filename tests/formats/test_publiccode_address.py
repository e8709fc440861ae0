# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import publiccode_address, yaml

HERE = "https://github.com/voorbeeld/wijzer"


@pytest.mark.parametrize(
    ("url", "remotes", "here", "elsewhere"),
    [
        (f"{HERE}.git", ("git@github.com:Voorbeeld/wijzer",), True, False),
        ("https://github.com/ander/wijzer", ("/srv/git", HERE), False, True),
        (HERE, ("/srv/git",), False, False),
        ("wijzer", (HERE,), False, False),
        ("[1]", (HERE,), False, False),
    ],
)
def test_an_address_is_held_against_the_remotes(
    url: str, remotes: tuple[str, ...], here: bool, elsewhere: bool
) -> None:
    found = publiccode_address.compare(yaml.load(f"name: x\nurl: {url}\n"), remotes)

    assert (found.is_here, found.is_elsewhere, found.line) == (here, elsewhere, 2)
