# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.publiccode.publiccode_url_is_this_repository import check
from ospo.domain.finding import Evidence, met, not_applicable, unknown
from snapshots import MemorySnapshot

HERE = "https://github.com/voorbeeld/wijzer"


def repository(text: str, *remotes: str) -> MemorySnapshot:
    return MemorySnapshot({"publiccode.yml": text}, remotes=remotes)


@pytest.mark.parametrize(
    "url",
    [
        HERE,
        f"{HERE}.git",
        f"{HERE}/",
        "http://github.com/Voorbeeld/Wijzer",
        "https://www.github.com/voorbeeld/wijzer",
        f"{HERE}/tree/main",
        "git@github.com:voorbeeld/wijzer.git",
    ],
)
def test_the_same_address_in_another_spelling_is_met(url: str) -> None:
    verdict = check(repository(f"name: Wijzer\nurl: {url}\n", HERE))

    assert verdict == met("here", Evidence("publiccode.yml", 2), url=HERE)


def test_any_remote_will_do() -> None:
    other = "https://gitlab.com/voorbeeld/groep/wijzer"

    assert check(repository(f"url: {other}", HERE, "git@gitlab.com:Voorbeeld/groep/wijzer.git")).reason == "here"


@pytest.mark.parametrize(
    "url",
    ["https://github.com/ander/wijzer", "https://github.com/voorbeeld/wijzer-2", "https://wijzer.example/product"],
)
def test_another_address_may_be_that_of_a_repository_that_moved(url: str) -> None:
    verdict = check(repository(f"url: {url}", HERE))

    assert verdict == unknown("elsewhere", Evidence("publiccode.yml", 1), url=url, remote=HERE)


@pytest.mark.parametrize("remotes", [(), ("/srv/git/wijzer",)])
def test_without_a_remote_it_is_unknown(remotes: tuple[str, ...]) -> None:
    assert check(repository(f"url: {HERE}", *remotes)) == unknown("no-remote", Evidence("publiccode.yml", 1), url=HERE)


def test_without_a_file_there_is_nothing_to_ask() -> None:
    assert check(MemorySnapshot({"README.md": ""}, remotes=(HERE,))) == not_applicable("no-publiccode")


@pytest.mark.parametrize("text", ["name: Wijzer", "url: [a]", "url: wijzer", "\turl: [", "- url"])
def test_without_a_readable_address_there_is_nothing_to_compare(text: str) -> None:
    assert check(repository(text, HERE)) == not_applicable("no-url", Evidence("publiccode.yml"))
