# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register as other programs read it: narrowed down and in parts, the same in both databases."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ospo.app.recorded import findings
from ospo.app.registering import conclude
from ospo.domain.crawl import RepositoryState
from ospo.domain.finding import Evidence, Outcome
from ospo.domain.overview import Part
from ospo.store.database import Database
from ospo.store.upgrading import upgrade
from ospo.store.view import View
from recorded_register import COMMIT, DAY, HOST, NOW, OTHER, TOOI, VALID, fill_claims, invalid, met, record

ALL = Part(0, 50)
ELSEWHERE = "https://codeberg.org/ander"
FOUND = {
    f"{HOST}/kaart": {VALID: invalid(), OTHER: met()},
    f"{HOST}/oud": {VALID: met("valid"), OTHER: met()},
    f"{ELSEWHERE}/ding": {VALID: invalid("naam@voorbeeld.nl/publiccode.yml"), OTHER: met()},
    "file:///clones/geheim": {VALID: met("valid")},
}


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = Database(address)
    upgrade(opened)
    record(opened, FOUND, archived=(f"{HOST}/oud",))
    conclude(fill_claims(opened), DAY)
    yield opened
    opened.close()


@pytest.fixture
def view(database: Database) -> View:
    return View(database, findings)


def test_organisations_by_kind_number_and_id(view: View) -> None:
    assert [o.id for o in view.organisations({}, ALL)[1]] == ["gemeente-voorbeeld", "stichting-proef"]
    for wanted in ({"kind": "municipality"}, {"tooi": TOOI}, {"id": "gemeente-voorbeeld"}):
        total, found = view.organisations(wanted, ALL)
        assert (total, [o.name for o in found]) == (1, ["Gemeente Voorbeeld"])
    assert view.organisations({"kind": "foundation", "tooi": TOOI}, ALL) == (0, [])
    assert [o.id for o in view.organisations({}, Part(1, 1))[1]] == ["stichting-proef"]


def test_repositories_with_their_organisation_and_nothing_that_stands_on_this_machine(view: View) -> None:
    total, found = view.repositories({}, ALL)

    assert (total, [r.address for r in found]) == (3, [f"{ELSEWHERE}/ding", f"{HOST}/kaart", f"{HOST}/oud"])
    assert [r.organisation for r in found] == ["", "gemeente-voorbeeld", "gemeente-voorbeeld"]
    assert [r.account for r in found] == [ELSEWHERE, HOST, HOST]
    assert found[1].outcomes == {
        Outcome.MET: 1,
        Outcome.NOT_MET: 1,
        Outcome.UNKNOWN: 0,
        Outcome.NOT_APPLICABLE: 0,
    }
    assert view.repositories({"address": "file:///clones/geheim"}, ALL) == (0, [])


def test_repositories_by_organisation_and_state(view: View) -> None:
    of_one = {"organisation": "gemeente-voorbeeld"}

    assert view.repositories(of_one, ALL)[0] == 2
    assert [r.address for r in view.repositories({**of_one, "state": "archived"}, ALL)[1]] == [f"{HOST}/oud"]
    assert view.repositories({"state": "geen"}, ALL) == (0, [])
    assert view.repositories({"organisation": "geen"}, ALL) == (0, [])


def test_findings_have_their_evidence_and_no_way_to_reach_somebody(view: View) -> None:
    total, found = view.findings({"check": VALID, "outcome": "not-met"}, ALL)

    by_address = {f.repository: f for f in found}
    assert (total, set(by_address)) == (2, {f"{HOST}/kaart", f"{ELSEWHERE}/ding"})
    assert by_address[f"{HOST}/kaart"].evidence == (Evidence("publiccode.yml", 7),)
    assert by_address[f"{ELSEWHERE}/ding"].evidence == ()
    assert (by_address[f"{HOST}/kaart"].commit, by_address[f"{HOST}/kaart"].since) == (COMMIT, NOW)


def test_a_sign_that_no_database_keeps_is_found_nowhere(view: View) -> None:
    for name in ("id", "kind", "tooi"):
        assert view.organisations({name: "\0"}, ALL) == (0, [])
    for name in ("organisation", "state", "address"):
        assert view.repositories({name: "a\0"}, ALL) == (0, [])
    for name in ("organisation", "repository", "check", "outcome"):
        assert view.findings({name: "a\0"}, ALL) == (0, [])


def test_findings_by_everything(view: View) -> None:
    def asked(**wanted: str) -> int:
        total, found = view.findings(wanted, ALL)
        assert total == len(found)
        return total

    assert asked() == 6
    assert asked(organisation="gemeente-voorbeeld") == 4
    assert asked(organisation="gemeente-voorbeeld", check=VALID) == 2
    assert asked(repository=f"{HOST}/kaart") == 2
    assert asked(repository=f"{HOST}/kaart", outcome="met") == 1
    assert asked(repository="file:///clones/geheim") == 0
    assert asked(outcome="geen") == asked(check="geen") == asked(outcome="unknown") == 0


@pytest.mark.parametrize("wanted", [{}, {"check": VALID}, {"organisation": "gemeente-voorbeeld"}])
@pytest.mark.parametrize("is_newest", [False, True])
def test_the_parts_of_a_list_are_the_list(view: View, wanted: dict[str, str], is_newest: bool) -> None:
    whole = view.findings(wanted, Part(0, 50, is_newest))[1]

    parts = [view.findings(wanted, Part(n, 1, is_newest))[1] for n in range(len(whole) + 1)]

    assert [f for part in parts for f in part] == whole


def test_the_newest_come_first_when_asked(database: Database, view: View) -> None:
    later = NOW + datetime.timedelta(days=1)
    record(database, {**FOUND, f"{HOST}/kaart": {VALID: met("valid"), OTHER: met()}}, now=later)

    [first, *_] = view.findings({"check": VALID}, Part(0, 50, is_newest=True))[1]
    total, unnarrowed = view.findings({}, Part(0, 50, is_newest=True))
    [newest, *_] = view.repositories({}, Part(0, 50, is_newest=True))[1]

    assert (first.repository, first.outcome, first.since) == (f"{HOST}/kaart", Outcome.MET, later)
    assert (total, unnarrowed[0]) == (6, first)
    assert (newest.address, newest.state, newest.since) == (f"{HOST}/oud", RepositoryState.ACTIVE, later)


def test_the_version_changes_with_every_kind_of_change_and_with_nothing_else(database: Database, view: View) -> None:
    seen = [view.version()]
    assert view.version() == seen[0]

    record(database, FOUND, archived=(f"{HOST}/oud",), now=NOW + datetime.timedelta(hours=1))
    seen.append(view.version())
    claims = fill_claims(database)  # what was read that day already
    assert view.version() == seen[-1]
    claims.put(replace(next(claims.readings()), kind="andere"))
    seen.append(view.version())

    assert len(set(seen)) == len(seen)


def test_what_another_version_kept_gives_findings_without_evidence(database: Database) -> None:
    assert findings(b"niet zo", NOW) == findings(b"", NOW) == ()
    total, found = View(database, lambda *_: ()).findings({}, ALL)

    assert total == 6
    assert {f.evidence for f in found} == {()}
