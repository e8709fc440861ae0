# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The scan: every check gets its say, whatever another one does."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from ospo.domain.check import Check, Parameter
from ospo.domain.declaration import Declaration, Statement, Waiver
from ospo.domain.finding import OBJECT_MISSING, Evidence, Outcome, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.identifier import CheckId
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.engine import scan
from snapshots import COMMITTED, MemorySnapshot

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def check(name: str, function: Callable[[Snapshot], Verdict]) -> Check:
    return Check(CheckId(name), "house", function)


def breaks(_: Snapshot) -> Verdict:
    raise KeyError("SECURITY.md")


def test_a_report_carries_the_findings_in_the_order_of_the_checks_with_the_commit_and_the_time() -> None:
    snapshot = MemorySnapshot(remotes=("https://github.com/a/b", "https://gitlab.com/a/b"))
    checks = [check("b", lambda _: met("found")), check("a", lambda _: not_applicable("no-house"))]

    report = scan.scan(snapshot, checks, NOW, label="kaart")

    assert [(f.check, f.outcome) for f in report.findings] == [("b", Outcome.MET), ("a", Outcome.NOT_APPLICABLE)]
    assert (report.label, report.repository, report.commit) == ("kaart", "https://github.com/a/b", "c" * 40)
    assert (report.committed, report.scanned) == (COMMITTED, NOW)


def test_a_repository_without_a_remote_has_no_address() -> None:
    assert scan.scan(MemorySnapshot(), [], NOW, label="x").repository is None


def test_a_check_that_breaks_is_unknown_and_the_others_go_on() -> None:
    checks = [check("broken", breaks), check("fine", lambda _: met("found"))]

    broken, fine = scan.scan(MemorySnapshot(), checks, NOW, label="x").findings

    assert (broken.outcome, broken.verdict.reason) == (Outcome.UNKNOWN, "check-crashed")
    assert broken.verdict.values == {"error": "KeyError"}
    assert fine.outcome is Outcome.MET


@pytest.mark.parametrize("signal", [KeyboardInterrupt, SystemExit])
def test_only_a_mistake_is_caught_never_a_wish_to_stop(signal: type[BaseException]) -> None:
    def stop(_: Snapshot) -> Verdict:
        raise signal

    with pytest.raises(signal):
        scan.verdict(MemorySnapshot(), check("stops", stop))


@pytest.mark.parametrize(
    ("why", "reason"),
    [("missing", "object-missing"), ("too-large", "object-too-large"), ("too-slow", "object-too-slow")],
)
def test_what_cannot_be_read_is_unknown_with_the_file_as_evidence(why: str, reason: str) -> None:
    snapshot = MemorySnapshot({"README.md": Unreadable(why)})

    def reads(repository: Snapshot) -> Verdict:
        repository.read("README.md")
        return met("read")

    found = scan.verdict(snapshot, check("reads", reads))

    assert (found.outcome, found.reason, found.values) == (Outcome.UNKNOWN, reason, {"path": "README.md"})
    assert found.evidence == (Evidence("README.md"),)


def test_an_unreadable_history_names_no_file() -> None:
    def reads(_: Snapshot) -> Verdict:
        raise Unreadable("missing")

    found = scan.verdict(MemorySnapshot(), check("reads", reads))

    assert (found.values, found.evidence) == ({"path": "history"}, ())


@pytest.mark.parametrize(("days", "outcome"), [(-1, Outcome.NOT_MET), (0, Outcome.NOT_MET), (1, Outcome.MET)])
def test_the_scan_picks_the_verdict_that_holds_now(days: int, outcome: Outcome) -> None:
    ageing = met("fresh", until=NOW + timedelta(days=days), afterwards=not_met("old"))

    (finding,) = scan.scan(MemorySnapshot(), [check("ages", lambda _: ageing)], NOW, label="x").findings

    assert finding.outcome is outcome


def test_a_waiver_goes_with_the_finding_of_its_check_and_closes_it_while_it_holds() -> None:
    waivers = {
        CheckId("a"): Waiver(CheckId("a"), "because", "owner", NOW.date()),
        CheckId("b"): Waiver(CheckId("b"), "because", "owner", NOW.date() - timedelta(days=1)),
    }
    checks = [check(name, lambda _: not_met("missing")) for name in "abc"]

    report = scan.scan(MemorySnapshot(), checks, NOW, label="x", declaration=Declaration(waivers=waivers))

    assert [f.waiver is not None for f in report.findings] == [True, True, False]
    assert [f.check for f in report.open_findings()] == ["b", "c"]


def statement(*, holds_true: bool = True, until: date = date(2027, 6, 30)) -> Statement:
    reason, made = "The board looks at it each quarter.", date(2026, 11, 1)
    return Statement("asked", holds_true, reason, "board", made, until, "https://voorbeeld.example/besluit", 3)


@pytest.mark.parametrize(("holds_true", "outcome"), [(True, Outcome.MET), (False, Outcome.NOT_MET)])
def test_a_statement_settles_what_is_unknown_and_shows_where_it_stands(holds_true: bool, outcome: Outcome) -> None:
    stated = statement(holds_true=holds_true)
    asked = check("asked", lambda _: unknown("ask"))

    (finding,) = scan.scan(
        MemorySnapshot(), [asked], NOW, label="x", declaration=Declaration(statements={asked.id: stated})
    ).findings

    assert (finding.outcome, finding.statement) == (outcome, stated)
    assert finding.verdict.evidence == (Evidence(".ospo.yml", 3), Evidence(url="https://voorbeeld.example/besluit"))
    assert finding.verdict.values["role"] == "board"


@pytest.mark.parametrize(
    ("found", "until"),
    [
        (not_met("missing"), date(2027, 6, 30)),
        (not_applicable("no-house"), date(2027, 6, 30)),
        (unknown(OBJECT_MISSING), date(2027, 6, 30)),
        (unknown("ask"), date(2026, 11, 22)),
    ],
)
def test_a_statement_changes_nothing_that_files_show_or_cannot_be_read_nor_after_its_end(
    found: Verdict, until: date
) -> None:
    stated = {CheckId("asked"): statement(until=until)}

    (finding,) = scan.scan(
        MemorySnapshot(), [check("asked", lambda _: found)], NOW, label="x", declaration=Declaration(statements=stated)
    ).findings

    assert finding.verdict == found


def test_a_check_with_parameters_gets_its_defaults_and_what_was_set() -> None:
    def patient(_: Snapshot, days: int) -> Verdict:
        return met("found", days=days)

    one = Check(CheckId("patient"), "house", patient, {"days": Parameter(14, "our own choice")})

    assert scan.verdict(MemorySnapshot(), one).values == {"days": 14}
    assert scan.verdict(MemorySnapshot(), one.having({"days": 3})).values == {"days": 3}


@pytest.mark.parametrize("values", [{"days": "3"}, {"weeks": 2}])
def test_a_parameter_that_does_not_exist_or_is_of_another_type_is_refused(values: dict[str, int | str]) -> None:
    one = Check(CheckId("patient"), "house", lambda _, days: met("found"), {"days": Parameter(14, "our own choice")})

    with pytest.raises(ValueError, match=next(iter(values))):
        one.having(values)
