# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import forges
from ospo.formats.forge_limits import HERE, host_of, limits_of


def test_a_host_has_its_own_limits_or_those_of_its_kind() -> None:
    assert (limits_of("github.com").per_hour, limits_of("github.com").per_hour_with_token) == (60, 5000)
    assert limits_of("github.voorbeeld.example") != limits_of("github.com")
    assert limits_of("codeberg.org") == limits_of("forgejo.voorbeeld.example")
    assert limits_of("git.voorbeeld.example").at_once > 0


def test_every_kind_of_forge_has_limits() -> None:
    for forge in forges.FORGES:
        for host in forge.hosts or (f"{forge.name}.voorbeeld.example",):
            limits = limits_of(host)
            assert 0 < limits.at_once <= 100
            assert 0 < limits.per_hour <= limits.per_hour_with_token


@pytest.mark.parametrize(
    ("place", "host"),
    [
        ("https://github.com/voorbeeld", "github.com"),
        ("https://www.github.com/voorbeeld", "github.com"),
        ("http://localhost:8080/x.json", "localhost"),
        ("/srv/clones/kaart", HERE),
        ("file:///srv/clones", HERE),
        ("https://[", HERE),
        ("", HERE),
    ],
)
def test_the_host_that_is_asked(place: str, host: str) -> None:
    assert host_of(place) == host
