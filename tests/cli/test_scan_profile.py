# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""`ospo scan --profile` from end to end: which policy holds, what it lets fail, and what the report shows of it."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

import policies
from command_line import Answer, CommandLine
from conftest import GitRepository
from knowledge_base import KnowledgeBase
from ospo.render import report_json

CHECKS = [
    part
    for name in ("has-licence-file", "has-contributing", "has-governance", "has-changelog")
    for part in ("--check", name)
]
LICENCE = {"LICENSE": "A text that is somebody's licence, to be read as such.\n"}
CODE = {"a.py": "print(1)\n", "b.py": "print(2)\n"}


@pytest.fixture
def base(base: KnowledgeBase) -> KnowledgeBase:
    policies.put(base, huis=policies.HOUSE, ander=policies.OTHER)
    return base


@pytest.fixture
def repository(repository: GitRepository) -> GitRepository:
    """On a forge that passes on no files of the owner, so that what is missing is known."""
    repository.git("remote", "add", "origin", "https://gitlab.com/voorbeeld/kaart")
    return repository


@pytest.fixture
def owner(tmp_path: Path) -> GitRepository:
    (tmp_path / "owner").mkdir()
    made = GitRepository(tmp_path / "owner")
    made.git("init", "--quiet")
    made.git("remote", "add", "origin", "https://gitlab.com/voorbeeld/gitlab-profile")
    return made


def scan(ospo: CommandLine, repository: GitRepository, *more: str | Path) -> Answer:
    return ospo("scan", repository.path, *CHECKS, *more)


def held(ospo: CommandLine, repository: GitRepository, *more: str | Path) -> Any:
    return scan(ospo, repository, "--format", "json", *more).json["reports"][0]["profile"]


def states(profile: Any) -> dict[str, str]:
    return {a["about"]: f"{a['importance']} {a['state']}" for a in profile["answers"]}


def test_a_must_that_is_open_fails_and_a_should_does_not(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE)
    bare = scan(ospo, repository, "--profile", "huis")
    repository.commit(LICENCE)
    licensed = scan(ospo, repository, "--profile", "huis")

    assert (bare.code, licensed.code) == (1, 0)
    assert "✗ must: Has a licence file (has-licence-file)" in bare.out
    assert "✗ should: Says how to contribute (has-contributing)" in licensed.out


def test_without_a_profile_everything_counts_as_before(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE | LICENCE)
    answer = scan(ospo, repository)

    assert answer.code == 1
    assert "Profile:" not in answer.out
    assert held(ospo, repository) is None


def test_the_report_names_the_profile_its_version_and_who_chose_it(
    ospo: CommandLine, repository: GitRepository
) -> None:
    repository.commit(CODE)
    out = scan(ospo, repository, "--profile", "huis").out

    assert "Profile: Policy huis (huis, version 2 of 25 November 2026), asked for" in out
    assert "Source: a proposal of redactie-ospo" in out
    assert "Not asked by the profile (2)" in out
    assert "has-changelog" in out.partition("Not asked by the profile")[2]


def test_the_repository_names_its_profile_and_who_asks_goes_first(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE | {".ospo.yml": "profile: huis\n"})
    own, asked = held(ospo, repository), held(ospo, repository, "--profile", "ander")

    assert (own["profile"]["id"], own["route"]) == ("huis", "own")
    assert (asked["profile"]["id"], asked["route"]) == ("ander", "asked")


def test_the_owner_names_the_profile_of_those_that_name_none(
    ospo: CommandLine, repository: GitRepository, owner: GitRepository
) -> None:
    repository.commit(CODE)
    owner.commit({".ospo.yml": "profile: huis\n"})
    by_owner = held(ospo, repository, "--owner", owner.path)
    repository.commit({".ospo.yml": "profile: ander\n"})
    own = held(ospo, repository, "--owner", owner.path)

    assert (by_owner["profile"]["id"], by_owner["route"]) == ("huis", "owner")
    assert (own["profile"]["id"], own["route"]) == ("ander", "own")


def test_a_profile_that_does_not_exist_is_a_note_and_none_holds(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE | {".ospo.yml": "profile: weg\n"})
    answer = scan(ospo, repository)

    assert "! .ospo.yml: names the profile 'weg', which does not exist" in answer.out
    assert held(ospo, repository) is None


def test_a_kind_that_is_declared_changes_what_is_asked(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE | {".ospo.yml": "profile: huis\nkind: documentation\n"})
    answer = scan(ospo, repository)

    assert answer.code == 0
    assert "Kind: documentation\n" in answer.out
    assert "- Has a licence file (has-licence-file): Only text." in answer.out


def test_a_kind_that_is_proposed_is_used_and_shown_as_proposed(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit({"README.md": "# Beleid\n", "tekst.md": "Tekst.\n"})
    answer = scan(ospo, repository, "--profile", "huis")
    profile = held(ospo, repository, "--profile", "huis")

    assert "Kind: documentation (proposed by its files; say so in .ospo.yml)" in answer.out
    assert (profile["kind"], profile["kind_is_proposed"]) == ("documentation", True)
    assert [item["about"] for item in profile["left_out"]] == ["has-licence-file"]


def test_a_tier_adds_what_it_asks(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE | LICENCE | {".ospo.yml": "profile: huis\ntier: kern\n"})
    answer = scan(ospo, repository)

    assert answer.code == 1
    assert "Tier: Core" in answer.out
    assert "✗ must: Says who decides, and how (has-governance)" in answer.out


def test_a_waiver_of_the_repository_and_one_of_the_profile_keep_a_must_from_failing(
    ospo: CommandLine, repository: GitRepository, base: KnowledgeBase
) -> None:
    waiver = "waivers:\n  - {check: has-licence-file, reason: Not yet., role: owner, until: 2999-01-01}\n"
    policies.put(base, mild=policies.text("mild", f"extends: [huis]\n{waiver}"))
    repository.commit(CODE)
    by_profile = scan(ospo, repository, "--profile", "mild")
    repository.commit({".ospo.yml": waiver})
    own = scan(ospo, repository, "--profile", "huis")

    assert (by_profile.code, own.code) == (0, 0)
    assert "Waived by the profile until 1 January 2999 (role owner): Has a licence" in by_profile.out


def test_a_waiver_of_the_profile_that_ended_counts_no_more_and_shows(
    ospo: CommandLine, repository: GitRepository, base: KnowledgeBase
) -> None:
    waiver = "waivers:\n  - {check: has-licence-file, reason: Not yet., role: owner, until: 2020-01-01}\n"
    policies.put(base, mild=policies.text("mild", f"extends: [huis]\n{waiver}"))
    repository.commit(CODE)
    answer = scan(ospo, repository, "--profile", "mild")

    assert answer.code == 1
    assert "The waiver of the profile ended on 1 January 2020" in answer.out


def test_a_parameter_changes_what_the_check_answers_and_is_shown(
    ospo: CommandLine, repository: GitRepository, base: KnowledgeBase
) -> None:
    setting = "parameters:\n  - {check: codeowners-cover-the-tree, name: percent, value: %d, source: artikel 7}\n"
    wanted = "must: {checks: [codeowners-cover-the-tree]}\n"
    policies.put(base, streng=policies.text("streng", wanted + setting % 100))
    policies.put(base, mild=policies.text("mild", wanted + setting % 10))
    repository.commit(CODE | {"CODEOWNERS": "/a.py @voorbeeld/beheer\n"})
    only = ("--check", "codeowners-cover-the-tree")
    strict = ospo("scan", repository.path, *only, "--profile", "streng")
    lenient = ospo("scan", repository.path, *only, "--profile", "mild")

    assert (strict.code, lenient.code) == (1, 0)
    assert "= codeowners-cover-the-tree: percent = 100 (artikel 7)" in strict.out


def test_a_policy_that_changes_is_judged_anew(
    ospo: CommandLine, repository: GitRepository, base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSPO_CACHE", str(tmp_path / "cache"))
    repository.commit(CODE | {".ospo.yml": "profile: huis\n"})
    before = [states(held(ospo, repository)) for _ in range(2)]
    policies.put(base, huis=policies.OTHER.replace("id: ander", "id: huis"))

    assert before[0] == before[1] == {"has-licence-file": "must open", "has-contributing": "should open"}
    assert list(states(held(ospo, repository))) == ["has-changelog"]


def test_a_file_of_your_own_may_extend_a_profile(ospo: CommandLine, repository: GitRepository, tmp_path: Path) -> None:
    own = tmp_path / "beleid.yaml"
    own.write_text(policies.text("beleid", "extends: [huis]\nmust: {checks: [has-contributing]}\n"), "utf-8")
    repository.commit(CODE | LICENCE)
    profile = held(ospo, repository, "--profile", own)

    assert states(profile) == {"has-licence-file": "must met", "has-contributing": "must open"}
    assert [parent["id"] for parent in profile["extends"]] == ["huis"]


def test_a_file_with_mistakes_is_refused_before_anything_is_scanned(
    ospo: CommandLine, repository: GitRepository, tmp_path: Path
) -> None:
    own = tmp_path / "beleid.yaml"
    own.write_text(policies.text("beleid", "extends: [weg]\nmust: {checks: [has-roof]}\n"), "utf-8")
    repository.commit(CODE)
    answer = scan(ospo, repository, "--profile", own)

    assert (answer.code, answer.out) == (2, "")
    assert "beleid.yaml:9: extends 'weg'" in answer.err
    assert "beleid.yaml:10: names the check 'has-roof'" in answer.err


def test_a_profile_that_is_nowhere_is_said_with_what_comes_close(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE)
    answer = scan(ospo, repository, "--profile", "huiz")

    assert (answer.code, answer.out) == (2, "")
    assert "Did you mean huis?" in answer.err


def test_a_profile_says_nothing_of_the_past(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE)

    assert ospo("scan", repository.path, "--since", "2020", "--profile", "huis").code == 2


def test_json_with_a_profile_follows_the_schema(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE)
    document = scan(ospo, repository, "--profile", "huis", "--format", "json").json

    jsonschema.validate(document, report_json.schema())
    profile = document["reports"][0]["profile"]
    assert states(profile) == {"has-licence-file": "must open", "has-contributing": "should open"}
    assert (profile["open_musts"], profile["open_shoulds"], profile["tier"]) == (1, 1, None)
    assert sorted(profile["not_asked"]) == ["has-changelog", "has-governance"]


def test_markdown_with_a_profile_says_what_is_open_and_escapes_it(
    ospo: CommandLine, repository: GitRepository, tmp_path: Path
) -> None:
    own = tmp_path / "beleid.yaml"
    own.write_text(policies.HOUSE.replace("Policy huis", "<b>@iemand</b>"), "utf-8")
    repository.commit(CODE)
    out = scan(ospo, repository, "--profile", own, "--format", "markdown").out

    assert "- must: Has a licence file (has-licence-file)" in out
    assert "<summary>Not asked by the profile (2)</summary>" in out
    assert "<b>" not in out
    assert "@iemand" not in out


def test_the_next_step_is_a_must_before_anything_that_is_not_asked(
    ospo: CommandLine, repository: GitRepository, base: KnowledgeBase
) -> None:
    policies.put(base, stil=policies.text("stil", "should: {checks: [has-contributing]}\n"))
    repository.commit(CODE)
    out = scan(ospo, repository, "--profile", "stil").out

    assert "CONTRIBUTING" in out.partition("Next step")[2]


def test_many_repositories_say_in_how_many_a_must_is_open(
    ospo: CommandLine, repository: GitRepository, owner: GitRepository
) -> None:
    repository.commit(CODE | {".ospo.yml": "profile: huis\n"})
    owner.commit(CODE | LICENCE)
    answer = ospo("scan", repository.path, owner.path, *CHECKS, "--profile", "huis")

    assert answer.code == 1
    assert "Held against huis: a must is open in 1 of 2 repositories." in answer.out


def test_sarif_makes_a_must_an_error_and_what_is_not_asked_a_note(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE)
    (run,) = scan(ospo, repository, "--profile", "huis", "--format", "sarif").json["runs"]

    assert {r["ruleId"]: r["level"] for r in run["results"]} == {
        "has-licence-file": "error",
        "has-contributing": "warning",
        "has-governance": "note",
    }
    assert run["properties"] == {"profile": "huis"}


def test_the_page_names_the_profile_and_what_is_open(ospo: CommandLine, repository: GitRepository) -> None:
    repository.commit(CODE)
    out = scan(ospo, repository, "--profile", "huis", "--format", "html").out

    assert "Profile: Policy huis (huis, version 2 of 25 November 2026)" in out
    assert "<li>must: Has a licence file (has-licence-file)</li>" in out
    assert "Not asked by the profile (2)" in out
