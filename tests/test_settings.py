# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings: folders and language from the environment."""

from pathlib import Path

import pytest

from ospo import settings
from ospo.domain.language import Language
from ospo.settings import Settings


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.NL),
        ({"LANG": "en_GB.UTF-8"}, Language.EN),
        ({"LANG": "nl_NL.UTF-8"}, Language.NL),
        ({"LANG": "C.UTF-8"}, Language.NL),
        ({"LANG": "de_DE"}, Language.NL),
        ({"LANG": "EN"}, Language.EN),
        ({"LANG": "en_GB", "LC_ALL": "nl_NL"}, Language.NL),
        ({"LANG": "nl_NL", "LC_MESSAGES": "en_US"}, Language.EN),
        ({"LANG": "nl_NL", "LC_ALL": ""}, Language.NL),
        ({"LC_ALL": "nl_NL", "OSPO_LANGUAGE": "en"}, Language.EN),
    ],
)
def test_the_language_is_english_when_the_environment_says_so_and_dutch_when_in_doubt(
    environment: dict[str, str], language: Language
) -> None:
    assert Settings.read(environment).language is language


def test_in_a_checkout_the_folders_are_those_of_the_checkout() -> None:
    found = Settings.read({})

    root = Path(__file__).parents[1]
    assert (found.content, found.observations, found.locale) == (
        root / "content",
        root / "observations",
        root / "locale",
    )


def test_the_environment_can_name_other_folders_and_the_address_of_the_site() -> None:
    found = Settings.read({"OSPO_CONTENT": "/a", "OSPO_OBSERVATIONS": "/b", "OSPO_SITE": "https://voorbeeld.example/"})

    assert (found.content, found.observations, found.site) == (Path("/a"), Path("/b"), "https://voorbeeld.example")


def test_empty_variables_count_as_absent() -> None:
    assert Settings.read({"OSPO_CONTENT": "", "OSPO_SITE": ""}) == Settings.read({})


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({}, None),
        ({"HOME": "/home/dev-one"}, Path("/home/dev-one/.cache/ospo-nl")),
        ({"HOME": "/home/dev-one", "XDG_CACHE_HOME": "/var/x"}, Path("/var/x/ospo-nl")),
        ({"XDG_CACHE_HOME": "not/absolute"}, None),
        ({"HOME": "/home/dev-one", "OSPO_CACHE": "/tmp/x"}, Path("/tmp/x")),
        ({"HOME": "/home/dev-one", "OSPO_CACHE": ""}, None),
    ],
)
def test_derived_data_goes_where_the_user_says_or_where_the_system_keeps_it(
    environment: dict[str, str], folder: Path | None
) -> None:
    assert Settings.read(environment).cache == folder


def test_an_installed_package_carries_its_own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "ospo"
    monkeypatch.setattr(settings, "_PACKAGE", package)

    assert settings.data_root() == package / "_data"


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"OSPO_DATA": "/d", "XDG_DATA_HOME": "/x", "HOME": "/h"}, "/d"),
        ({"OSPO_DATA": "", "XDG_DATA_HOME": "/x", "HOME": "/h"}, "/x/ospo-nl"),
        ({"HOME": "/h"}, "/h/.local/share/ospo-nl"),
    ],
)
def test_the_register_is_in_the_users_own_place_for_data(environment: dict[str, str], folder: str) -> None:
    assert Settings.read(environment).data == Path(folder)


def test_the_register_may_be_elsewhere() -> None:
    assert Settings.read({"OSPO_DATABASE": "postgresql://db/ospo"}).database == "postgresql://db/ospo"
    assert Settings.read({}).database == ""
