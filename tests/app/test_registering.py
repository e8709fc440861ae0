# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""From claims to what is kept of them, and to what can be crawled; also on the real lists."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from claim_files import REGISTRY, TODAY, all_real, needs_real_files, read, real_register
from ospo.app import registering, tracing
from ospo.domain.overview import Part
from ospo.domain.register import TraceKind
from ospo.errors import SettingsError
from ospo.settings import Settings
from ospo.store.claims import Claims

README = """# Open source & Dutch public sector
## Organisations
* [Gemeente Voorbeeld](https://github.com/voorbeeld)
* [Elders](https://elders.proef.example/groep)
## About
"""
ABROAD = "Nergensland:\n  - nergens\n"


@pytest.fixture
def claims(address: str) -> Iterator[Claims]:
    with registering.store(Settings.read({}), address) as opened:
        yield opened


def test_nothing_that_was_imported_is_told(claims: Claims) -> None:
    with pytest.raises(SettingsError, match="the register is empty"):
        registering.conclude(claims, TODAY)


def test_accounts_can_be_crawled_where_we_have_a_client_and_of_one_country_when_asked(claims: Claims) -> None:
    claims.put(read("public-sector-nl", README))
    claims.put(read("government-github", ABROAD, path="governments.yml"))
    register = registering.conclude(claims, TODAY)

    assert registering.sources(register, "NL") == (["https://github.com/voorbeeld/"], 1)
    assert registering.sources(register) == (["https://github.com/nergens/", "https://github.com/voorbeeld/"], 1)
    assert registering.sources(register, "XX") == ([], 0)


def test_a_country_asked_for_counts_the_organisation_and_not_only_the_account(claims: Claims) -> None:
    claims.put(read("public-sector-nl", README))
    register = registering.known(claims, TODAY)

    assert all(a.organisations for a in register.accounts.values())


@needs_real_files
def test_the_real_lists_are_read_from_their_folder(claims: Claims) -> None:
    found = list(registering.take_in(claims, [REGISTRY], registering.Wish(), TODAY))

    assert [one.label for one in found if isinstance(one.result, Exception)] == []
    assert len({reading.kind for reading in claims.readings()}) == 8


@needs_real_files
def test_the_real_lists_give_the_same_register_through_the_database(claims: Claims, address: str) -> None:
    for reading in all_real():
        claims.put(reading)

    register = registering.conclude(claims, TODAY)

    assert register == real_register()
    assert {o.id: o for o in claims.organisations()} == dict(register.organisations)
    view = registering.view(Settings.read({}), address)
    total, found = view.organisations({"kind": "ministry"}, Part(0, 1))
    view.close()
    assert total > len(found) == 1


@needs_real_files
def test_each_account_of_the_union_of_dutch_lists_is_explained(claims: Claims) -> None:
    """Present with its claims, or a trace that says which source passed it over, and what to do."""
    for reading in all_real():
        claims.put(reading)
    union = (REGISTRY / "nl-forge-accounts.union.csv").read_text("utf-8").splitlines()
    addresses = [row["url"] for row in csv.DictReader(union)]
    assert len(addresses) == 166

    for asked in addresses[::55]:
        trace = tracing.explain(claims, asked, TODAY)
        kinds = {step.kind for step in trace.steps}
        assert kinds & {TraceKind.SAID, TraceKind.PASSED}
        assert TraceKind.NOT_CRAWLED in kinds


def test_a_database_of_the_user_is_in_the_folder_with_data(tmp_path: Path) -> None:
    with registering.store(Settings.read({"OSPO_DATA": str(tmp_path / "data")})) as opened:
        assert list(opened.readings()) == []

    assert (tmp_path / "data" / "register.db").is_file()
