# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API with a register behind it: the same shapes, from the register, and a mark that spares the questions."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Tree

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sites
from ospo.app.recorded import findings
from ospo.app.registering import conclude
from ospo.domain.overview import Part, RecordedFinding
from ospo.render.api import Api, registered
from ospo.render.api.collections import COLLECTIONS
from ospo.render.api.entries import FindingEntry
from ospo.store.database import Database
from ospo.store.upgrading import upgrade
from ospo.store.view import View
from recorded_register import DAY, HOST, OTHER, TOOI, VALID, fill_claims, invalid, met, record

SIGN = "https://git.sr.ht/~dev/ding"
ID = "github.com~voorbeeld~kaart"
ATOM = "{http://www.w3.org/2005/Atom}"


class Counting(View):
    """Counts how often it is asked for more than its version."""

    asked = 0

    def findings(self, wanted: Mapping[str, str], part: Part) -> tuple[int, Sequence[RecordedFinding]]:
        self.asked += 1
        return super().findings(wanted, part)


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counting]:
    place: Path = tmp_path_factory.mktemp("register")
    database = Database(str(place / "register.db"))
    upgrade(database)
    found = {f"{HOST}/kaart": {VALID: invalid(), OTHER: met()}, SIGN: {VALID: met("valid")}}
    record(database, found)
    conclude(fill_claims(database), DAY)
    opened = Counting(database, findings)
    yield opened
    opened.close()


@pytest.fixture
def api(view: Counting) -> Api:
    return Api(sites.static(), register=view)


def get(api: Api, path: str, query: str = "", status: int = 200) -> Any:
    answer = api.answer(f"/api/v1/{path}", query)
    assert answer.status == status, answer.body
    return json.loads(answer.body)


@pytest.mark.parametrize("name", ["organisations", "repositories", "findings"])
def test_what_is_listed_can_be_had_one_by_one_in_the_shape_that_is_described(api: Api, name: str) -> None:
    shape = next(c.shape for c in COLLECTIONS if c.name == name)
    listed = get(api, name)

    assert listed["total"] == len(listed["results"]) > 1
    for entry in listed["results"]:
        assert get(api, f"{name}/{entry['id']}") == entry
        msgspec.convert(entry, shape)


def test_an_organisation_says_who_says_so(api: Api) -> None:
    found = get(api, "organisations/gemeente-voorbeeld")

    assert (found["tooi"], found["accounts"], found["kind"]) == (TOOI, [HOST], "municipality")
    assert found["sources"] == [
        {"name": "lijst", "url": "https://voorbeeld.example/lijst.csv", "dated": "2026-05-01", "read": "2026-11-20"}
    ]
    assert get(api, "organisations", "kind=foundation")["total"] == 1


def test_a_repository_says_how_it_stands_and_a_finding_since_when(api: Api) -> None:
    repository = get(api, f"repositories/{ID}")
    finding = get(api, f"findings/{ID}~{VALID}")

    assert (repository["state"], repository["organisation"]) == ("active", "gemeente-voorbeeld")
    assert (finding["outcome"], finding["evidence"]) == (
        "not-met",
        [{"path": "publiccode.yml", "line": 7, "url": None}],
    )
    assert finding["since"] == repository["since"]


def test_an_owner_with_a_sign_in_its_name_is_found(api: Api) -> None:
    assert get(api, "repositories/git.sr.ht~~dev~ding")["url"] == SIGN
    assert get(api, "findings", "repository=git.sr.ht~~dev~ding")["total"] == 1


def test_what_is_not_there_is_not_found(api: Api) -> None:
    for path in ("organisations/geen", "repositories/github.com~geen~kaart", f"findings/{ID}~geen", "findings/geen"):
        get(api, path, status=404)


def test_everything_else_comes_from_the_site(api: Api) -> None:
    assert get(api, "practices") == get(Api(sites.static()), "practices")


def test_repositories_are_found_by_words_in_their_address(api: Api) -> None:
    found = get(api, "repositories", "q=VOORBEELD%20kaar")

    assert ([r["url"] for r in found["results"]], found["total"]) == ([f"{HOST}/kaart"], 1)
    assert get(api, "repositories", "q=ding&organisation=gemeente-voorbeeld")["total"] == 0
    assert get(api, "repositories", "q=%25%25%25")["total"] == get(api, "repositories", "q=a%00b")["total"] == 0


def test_what_a_register_does_not_hold_is_what_is_shipped(tmp_path: Path) -> None:
    database = Database(str(tmp_path / "register.db"))
    upgrade(database)
    both = Api(sites.static(), register=View(database, lambda *_: ())), Api(sites.static())

    for name in ("organisations", "repositories", "findings"):
        first, second = (get(api, name) for api in both)
        assert first == second
        assert first["total"] > 0
    conclude(fill_claims(database), DAY)
    assert {o["id"] for o in get(both[0], "organisations")["results"]} == {"gemeente-voorbeeld", "stichting-proef"}
    database.close()


def test_who_has_the_version_costs_no_question(api: Api, view: Counting) -> None:
    first = api.answer("/api/v1/findings", "outcome=met")
    before = view.asked

    again = api.answer("/api/v1/findings", "outcome=met", first.headers["ETag"])
    other = api.answer("/api/v1/findings", "outcome=unknown", first.headers["ETag"])

    assert (again.status, again.headers["ETag"]) == (304, first.headers["ETag"])
    assert (other.status, view.asked) == (200, before + 1)


def test_another_register_is_another_version(api: Api, tmp_path: Path) -> None:
    database = Database(str(tmp_path / "ander.db"))
    upgrade(database)
    empty = Api(sites.static(), register=View(database, findings))

    known = api.answer("/api/v1/findings", "").headers["ETag"]
    answer = empty.answer("/api/v1/findings", "", known)
    database.close()

    assert answer.status == 200
    assert answer.headers["ETag"] != known


def test_a_feed_has_an_entry_with_its_own_address_for_each(api: Api) -> None:
    answer = api.answer("/api/v1/findings", f"format=atom&check={VALID}")

    feed = Tree.fromstring(answer.body)  # noqa: S314 - our own
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert len(ids) == len(set(ids)) == 2
    assert f"https://voorbeeld.example/ospo/api/v1/findings/{ID}~{VALID}" in ids
    assert feed.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00Z"


def test_a_feed_without_entries_is_a_feed(api: Api) -> None:
    answer = api.answer("/api/v1/repositories", "format=atom&organisation=geen")

    assert b"<entry>" not in answer.body
    assert answer.status == 200


def test_a_page_after_the_last_is_empty_however_far(api: Api) -> None:
    answer = get(api, "findings", "page=900000&pageSize=200")

    assert (answer["results"], answer["total"]) == ([], 3)


def test_what_would_take_too_long_is_a_problem_with_what_to_do(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registered, "_DEEPEST", 1)

    assert get(api, "findings", "page=3&pageSize=1", 400)["title"] == "Too far"
    assert get(api, "findings", "page=4&pageSize=1")["results"] == []


def test_no_person_and_no_machine_is_in_it(api: Api) -> None:
    every = b"".join(api.answer(f"/api/v1/{n}", "").body for n in ("organisations", "repositories", "findings"))

    assert b"@" not in re.sub(rb'"url":"[^"]*"', b"", every)
    assert b"clones" not in every


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["organisations", "repositories", "findings"]),
    key=st.text(max_size=60),
    query=st.text(max_size=60),
)
def test_no_request_breaks_it(api: Api, name: str, key: str, query: str) -> None:
    assert api.answer(f"/api/v1/{name}/{key}", query).status in (200, 400, 404)
    assert api.answer(f"/api/v1/{name}", query).status in (200, 400)
    assert api.answer(f"/api/v1/{name}", f"organisation={key}").status in (200, 400)


def test_findings_have_one_shape_wherever_they_come_from() -> None:
    assert next(c.shape for c in COLLECTIONS if c.name == "findings") is FindingEntry
